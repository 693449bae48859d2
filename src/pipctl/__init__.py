"""pipctl keeps performance improvement plans as version-controlled files."""

__version__ = "0.1.0"
