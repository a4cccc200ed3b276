"""What is known about each online service before it is asked. They are listed once, in `SERVICES`."""

from typing import NamedTuple

from mapapp.message import tr

_OSM = tr("© OpenStreetMap contributors")
_ODBL = tr(
    "ODbL 1.0: name the source where results are shown; share a data base derived from them under the same licence"
)


class Facts(NamedTuple):
    """An online service. `ADAPTERS` in `geocoder` has by its ``name`` what asks it.

    ``host`` is its public server, ``policy`` the page with its rules, ``attribution`` what has to stand beside its
    results, ``licence`` what they may be used for.
    """

    name: str
    title: str
    host: str
    policy: str
    attribution: str
    licence: str
    needs_key: bool = False

    @property
    def key_variable(self) -> str:
        """The environment variable with the key, "" where none is needed."""
        return f"MAPAPP_{self.name.upper()}_KEY" if self.needs_key else ""


SERVICES = (
    Facts("nominatim", "Nominatim", "nominatim.openstreetmap.org",
          "https://operations.osmfoundation.org/policies/nominatim/", _OSM, _ODBL),
    Facts("photon", "Photon", "photon.komoot.io", "https://photon.komoot.io",
          tr("{osm}, Photon by komoot", osm=_OSM), _ODBL),
    Facts("opencage", "OpenCage", "api.opencagedata.com", "https://opencagedata.com/api",
          tr("{osm}, GeoNames and others, through OpenCage", osm=_OSM), _ODBL, needs_key=True),
)  # fmt: skip
