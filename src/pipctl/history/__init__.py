"""git, read-only: what is staged, and the revisions of a plan."""
