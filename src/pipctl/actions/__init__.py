"""Use cases: typed in, typed out, nothing printed."""
