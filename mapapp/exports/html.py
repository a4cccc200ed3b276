"""The standalone page: the map layer writes it, this makes it one of the formats."""

from mapapp.maps.standalone import standalone as write

__all__ = ["write"]
