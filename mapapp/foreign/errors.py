"""What is said where a file cannot be read as a table."""

from mapapp.errors import MapappError


class ForeignError(MapappError):
    """A file that cannot be read as a table, or is too large; the text is a sentence with a remedy."""
