"""Ways to read a cell that is not simply a name: turned round, with a container, a bracket, a note, several places."""

from collections.abc import Iterator
from dataclasses import replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import choose
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.names import Names
from mapapp.geocoding.reading import (
    Reading,
    is_venue,
    mirrored,
    plain,
    read,
    several,
    with_country_behind,
    without_note,
)
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym, Unknown

_TURNED = [["of"], ["the"], ["le"], ["la"], ["los"], ["las"], ["el"], ["al"], ["north"], ["south"], ["east"], ["west"]]


class Cells:
    """The readings, in the order in which they are tried; each gives Unknown where it does not fit.

    ``resolve`` resolves the parts that a cell is taken into.
    """

    def __init__(self, names: Names, resolve: Resolve) -> None:
        self._names = names
        self._resolve = resolve
        self._countries = names.countries

    def answers(self, toponym: Toponym) -> Iterator[Resolution]:
        """What each reading of the cell gives."""
        reading = read(toponym.text)
        yield self._turned(toponym, reading)
        yield self._in_container(toponym, reading)
        yield self._by_bracket(toponym, reading)
        yield self._mirrored(toponym)
        yield self._several(toponym, reading)
        yield self._venue(toponym, reading)
        yield self._transliterated(toponym, reading)
        if "," not in toponym.text:
            yield self._plain(toponym)
        yield self._with_note(toponym)

    def town_in_country(self, toponym: Toponym) -> Resolution:
        """In "Kazakhstan (Almaty)" the bracket names the town that is meant."""
        reading = read(toponym.text)
        if not reading.bracket or not self._countries.code(reading.name):
            return Unknown()
        return self._town(toponym, reading.bracket, reading.name)

    def _town(self, toponym: Toponym, town: str, country: str) -> Resolution:
        found = self._names.containers.inside(self._names.candidates(replace(toponym, text=town)), country)
        said = f"'{country}' stands before it"
        return choose(toponym, [replace(c, reasons=(said,)) for c in found if c.place.feature_class == "P"])

    def _mirrored(self, toponym: Toponym) -> Resolution:
        """As "Uzbekistan, Samarkand" or "Kazakhstan - Almaty"; "Panama, Colon" may be two towns of Panama."""
        first, second = mirrored(toponym.text)
        code = self._countries.code(first) if second else ""
        namesakes = (c.place for c in self._names.candidates(Toponym(first))) if code else ()
        if not code or any(p.country == code and _large_town(p) for p in namesakes):
            return Unknown()
        return self._town(toponym, second, first)

    def _turned(self, toponym: Toponym, reading: Reading) -> Resolution:
        """As lists write it: "Congo, Republic of", "Bahamas, The", "Havre, Le"."""
        if not reading.container or fold(reading.container).split()[-1:] not in _TURNED:
            return Unknown()
        turned = f"{reading.container} {reading.name}"
        area = self._names.area(self._countries.code(turned)) if not toponym.country else None
        named = [Candidate(area, "gazetteer", turned, match="name")] if area else []
        return choose(toponym, self._names.candidates(replace(toponym, text=turned)) or named)

    def _in_container(self, toponym: Toponym, reading: Reading) -> Resolution:
        """Of the form "City, Region", "City, Country" or "City, Region, Country"; each of them must agree."""
        parts = [p.strip() for p in reading.container.split(",") if p.strip()]
        if not parts or self._second_town(toponym, reading.container):
            return Unknown()
        everywhere = self._names.candidates(replace(toponym, text=reading.name))
        found = self._names.containers.inside(everywhere, reading.container)
        if not found:
            found = everywhere
            for part in parts:
                found = self._names.containers.inside(found, part)
        said = f"'{reading.container}' stands behind it"
        answer = choose(toponym, [replace(c, reasons=(said,)) for c in found])
        if isinstance(answer, Found) and not self._countries.code(reading.container) and _obscure(answer):
            listed = self._several(toponym, reading)  # "Washington, New York" names two cities sooner than Watervliet
            return listed if isinstance(listed, Ambiguous) else answer
        return answer

    def _second_town(self, toponym: Toponym, container: str) -> bool:
        """Whether what stands behind a name only seems to be the stated country: "Rio de Janeiro, Brasilia"."""
        if not toponym.country or self._countries.code(container) != toponym.country:
            return False
        area = self._names.area(toponym.country)
        if area is None or fold(container) == fold(area.title):
            return False
        titled = self._names.gazetteer.candidates(Toponym(container, toponym.country))
        return any(c.match == "title" and c.place.kind in {"capital", "city"} for c in titled)

    def _by_bracket(self, toponym: Toponym, reading: Reading) -> Resolution:
        """In "Dostyk (Druzhba)" the bracket is another name, in "Halkali (Istanbul)" it says where."""
        if not reading.bracket:
            return Unknown()
        everywhere = self._names.candidates(replace(toponym, text=reading.name))
        if found := self._names.containers.inside(everywhere, reading.bracket):
            return choose(toponym, found)
        return choose(toponym, self._names.candidates(replace(toponym, text=reading.bracket)))

    def _several(self, toponym: Toponym, reading: Reading) -> Resolution:
        """A cell that lists several places: nobody can choose for the author, so each is offered.

        Parts that are doubtful by themselves are asked again beside those that are not.
        """
        parts = several(toponym.text)
        listed = len(parts) > 1
        if len(parts) == 2 and self._countries.code(parts[1]):  # "Baku/Azerbaijan"
            return self._resolve(replace(toponym, text=f"{parts[0]}, {parts[1]}"))
        if not listed and reading.container and reading.container not in self._names.regions.short:  # unlike "Moon, PA"
            parts = [reading.name, *(p.strip() for p in reading.container.split(","))]
        answers = [self._resolve(replace(toponym, text=part)) for part in parts] if len(parts) > 1 else []
        sure = tuple(a.place.position for a in answers if isinstance(a, Found))
        if not sure:
            return Unknown()
        near = replace(toponym, near=(*toponym.near, *sure))
        answers = [
            a if isinstance(a, Found) else self._resolve(replace(near, text=p))
            for a, p in zip(answers, parts, strict=True)
        ]
        best = {a.candidates[0].place.id: a.candidates[0] for a in answers if not isinstance(a, Unknown)}
        if len(best) < len(parts) or (not listed and any(c.place.is_area for c in best.values())):
            return Unknown()
        said = "the cell names several places; write one row for each"
        return Ambiguous(
            tuple(replace(c, match="several", reasons=(said,), confidence=1 / len(best)) for c in best.values())
        )

    def _venue(self, toponym: Toponym, reading: Reading) -> Resolution:
        """In "Congress Centre, Tashkent" a building that no list has stands in a town: the town is a fair answer."""
        town = reading.container.split(",")[0].strip()
        answer = (
            self._resolve(replace(toponym, text=reading.container)) if town and is_venue(reading.name) else Unknown()
        )
        if not isinstance(answer, Found) or answer.place.feature_class != "P":
            return Unknown()
        return _because(answer, f"'{reading.name}' is in no list; this is the town that stands with it")

    def _transliterated(self, toponym: Toponym, reading: Reading) -> Resolution:
        """The name in Latin letters, where it is listed in those alone."""
        key = fold(reading.name)
        if key.isascii():
            return Unknown()
        found = self._names.candidates(replace(toponym, text=latin(key)))
        if reading.container:
            found = self._names.containers.inside(found, reading.container)
        return choose(toponym, [replace(c, match="transliterated") for c in found])

    def _plain(self, toponym: Toponym) -> Resolution:
        """Without words that only place it loosely ("near Astana"), or with the country behind it and no comma."""
        country = next((f"{name}, {behind}" for name, behind in with_country_behind(toponym.text)
                        if self._countries.code(behind)), "")  # fmt: skip
        text = plain(toponym.text) or country
        return self._resolve(replace(toponym, text=text)) if text else Unknown()

    def _with_note(self, toponym: Toponym) -> Resolution:
        """In "Bishkek, official visit" or "Baku 2024" what stands behind the name is a note."""
        name, note = without_note(toponym.text)
        answer = self._resolve(replace(toponym, text=name)) if note else Unknown()
        return _because(answer, f"'{note}' is read as a note") if isinstance(answer, Found) else answer


def _large_town(place: Place) -> bool:
    return place.kind == "capital" or (place.kind == "city" and place.population >= weights.HEARD_OF.value)


def _obscure(answer: Found) -> bool:
    best = answer.candidates[0]
    return best.match == "name" or best.place.kind in {"county", "district", "subdistrict"}


def _because(answer: Found, reason: str) -> Found:
    first = answer.candidates[0]
    return Found(answer.place, (replace(first, reasons=(reason, *first.reasons)), *answer.candidates[1:]))
