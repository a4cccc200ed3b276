"""Tags of OpenStreetMap as our feature classes and kinds. Source: wiki.openstreetmap.org/wiki/Map_features.

Nominatim and Photon tell key and value of an object's main tag, and for a boundary what it bounds; OpenCage a type.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mapapp.errors import clipped
from mapapp.folding import fold, same
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.reading import read
from mapapp.place import Candidate, Place, Toponym
from mapapp.position import Position

_LONGEST = 120  # characters of a title that is shown
AREAS = {
    "continent": ("L", "continent"),
    "country": ("A", "country"),
    "state": ("A", "region"),
    "region": ("A", "region"),
    "province": ("A", "region"),
    "state_district": ("A", "county"),
    "county": ("A", "county"),
    "district": ("A", "district"),
    "subdistrict": ("A", "subdistrict"),
    "city": ("P", "city"),
    "town": ("P", "city"),
    "municipality": ("P", "city"),
    "borough": ("P", "suburb"),
    "city_district": ("P", "suburb"),
    "suburb": ("P", "suburb"),
    "quarter": ("P", "suburb"),
    "neighbourhood": ("P", "suburb"),
    "village": ("P", "village"),
    "hamlet": ("P", "village"),
    "locality": ("L", "area"),
    "island": ("T", "island"),
    "archipelago": ("T", "islands"),
    "sea": ("H", "sea"),
    "ocean": ("H", "sea"),
}
_TAGS = {
    ("aeroway", "aerodrome"): ("S", "airport"),
    ("aeroway", "terminal"): ("S", "airport"),
    ("barrier", "border_control"): ("S", "border crossing"),
    ("boundary", "national_park"): ("L", "park"),
    ("boundary", "protected_area"): ("L", "park"),
    ("harbour", "yes"): ("S", "port"),
    ("industrial", "port"): ("S", "port"),
    ("landuse", "port"): ("S", "port"),
    ("landuse", "harbour"): ("S", "port"),
    ("leisure", "park"): ("L", "park"),
    ("leisure", "nature_reserve"): ("L", "park"),
    ("natural", "bay"): ("H", "bay"),
    ("natural", "strait"): ("H", "strait"),
    ("natural", "water"): ("H", "lake"),
    ("natural", "wetland"): ("H", "wetland"),
    ("natural", "glacier"): ("H", "glacier"),
    ("natural", "wood"): ("V", "wood"),
    ("natural", "desert"): ("T", "desert"),
    ("public_transport", "station"): ("S", "station"),
    ("railway", "halt"): ("S", "station"),
    ("railway", "station"): ("S", "station"),
    ("waterway", "dam"): ("S", "dam"),
}
_KEYS = {"highway": "R", "railway": "R", "waterway": "H", "natural": "T", "landuse": "L", "mountain_pass": "T"}


def kind_of(key: str, value: str, bounds: str = "") -> tuple[str, str]:
    """GeoNames class and kind for a main tag; ``bounds`` says what the object is as an area ("city"), if known.

    What the tables do not name is a building or the like (S), or the class of its key, and its own value is its kind.
    """
    if key in {"place", "boundary"} and (area := AREAS.get(bounds) or AREAS.get(value)):
        return area
    if (key, value) in _TAGS:
        return _TAGS[key, value]
    kind = (key if value in {"yes", ""} else value).replace("_", " ")
    return _KEYS.get(key, "A" if key == "boundary" else "L" if key == "place" else "S"), kind


def population_of(text: object) -> int:
    """The population from a tag: "2 000 900" and "2,000,900" as well; 0 where it says something else."""
    digits = str(text or "").replace(" ", "").replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 11 else 0


def first(mapping: Mapping[str, str], *keys: str) -> str:
    """The first of the values that is there, otherwise ""."""
    return next((str(mapping[key]) for key in keys if mapping.get(key)), "")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a service tells it; ``longitude`` and ``latitude`` are still as they came, ``names`` by their tags."""

    id: str
    title: str
    country: str
    longitude: float | str
    latitude: float | str
    kind: tuple[str, str]
    region: str = ""
    population: int = 0
    names: Mapping[str, str] = field(default_factory=dict)

    def candidate(self, says: str, toponym: Toponym) -> Candidate:
        """The candidate that it is for a toponym. Raises PositionError where it lies outside the globe."""
        position = Position.checked(self.longitude, self.latitude)
        code = self.country.upper() if len(self.country) == 2 and self.country.isalpha() else ""
        told = (self.id, self.title, self.kind[1], self.region)
        id_, title, kind, region = (clipped(text, _LONGEST) for text in told)  # a stranger's text may hold anything
        place = Place(id_, title, code, self.kind[0], position, "", self.population, kind, region)
        match, name, language = self._match(toponym)
        return Candidate(place, says, clipped(name, _LONGEST), clipped(language), match=match)

    def _match(self, toponym: Toponym) -> tuple[str, str, str]:
        """How the toponym names it, by which name, in which language. Its name in any language is its own name."""
        reading = read(toponym.text)
        keys = {key for text in (toponym.text, reading.name, reading.bracket) for key in same(fold(text)) if key}
        for tag, name in {"": self.title, **self.names}.items():
            if fold(name) in keys:
                own, _, language = tag.partition(":")
                return "title" if own in {"", "name"} else "name", name, language
        if fold(self.title) in {latin(key) for key in keys}:
            return "transliterated", self.title, ""
        return "misspelt", self.title, ""
