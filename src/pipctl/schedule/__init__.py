"""Days: public holidays, working days and the rhythm of meetings. No I/O, no clock."""
