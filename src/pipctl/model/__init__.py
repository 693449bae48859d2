"""What a plan is: its parts, its record, the state folded from the record, and the seal. No I/O."""
