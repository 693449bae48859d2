"""Reading of Danish and Swedish sentences. No I/O but the package's own word lists."""
