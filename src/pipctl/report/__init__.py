"""Findings → text, json; one file a format."""
