"""The offline resolver: curated names and the gazetteer, then the choice."""

from mapapp.geocoding.choosing import choose
from mapapp.geocoding.curated import Curated
from mapapp.geocoding.gazetteer import Gazetteer
from mapapp.place import Candidate, Found, Place, Resolution, Toponym, Unknown


class OfflineResolver:
    """Resolves toponyms without a network. Calling it is `mapapp.place.Resolve`.

    Raises GeocodingError where the index cannot be read or unpacked.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, curated: Curated | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()
        self.curated = curated or Curated(self.gazetteer.place)

    def __call__(self, toponym: Toponym) -> Resolution:
        """Found, ambiguous or unknown."""
        if place := self.place(toponym.text.strip()):
            if toponym.country and place.country and place.country != toponym.country:
                return Unknown((Candidate(place, "id", place.id, match="id", right_country=False),))
            reason = "named by its id"
            return Found(place, (Candidate(place, "id", place.id, confidence=1.0, reasons=(reason,), match="id"),))
        return choose(toponym, self.candidates(toponym))

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """Everything that bears the name, unweighed; curated entries stand in for the same place of the gazetteer."""
        curated = self.curated.candidates(toponym)
        known = {candidate.place.id for candidate in curated}
        return curated + [c for c in self.gazetteer.candidates(toponym) if c.place.id not in known]

    def place(self, id: str) -> Place | None:
        """The place with this id ("geonames:1526384", "mapapp:alat"), or None."""
        return (self.curated.place(id) or self.gazetteer.place(id)) if ":" in id else None
