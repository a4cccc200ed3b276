"""Cells of several names: a chain of containers, a venue and its town, two names of one place, several stops."""

from dataclasses import replace

from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.choosing import rank
from mapapp.geocoding.deciding import because, doubted, is_alias, is_small
from mapapp.geocoding.names import Names
from mapapp.geocoding.parting import either, listed, several, way, with_words_behind
from mapapp.geocoding.reading import is_address, is_venue
from mapapp.message import tr
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym, Unknown
from mapapp.position import distance_km


class Lists:
    """Reads a cell of several names. ``resolve`` resolves each."""

    def __init__(self, names: Names, resolve: Resolve) -> None:
        self._names = names
        self._resolve = resolve

    def inside(self, candidates: list[Candidate], container: str) -> list[Candidate]:
        """Those that lie in what a text names, a country, region, wider area or town, or in each of its parts."""
        if not candidates:
            return []
        if found := self._names.containers.inside(candidates, container) or self._in_town(candidates, container):
            return found
        parts = [part.strip() for part in container.split(",") if part.strip()]
        parts = [*parts[:-1], *self._state_and_land(parts[-1])] if parts else parts
        for part in reversed(parts) if len(parts) > 1 else ():  # the widest first
            candidates = self._names.containers.inside(candidates, part) or self._in_town(candidates, part)
        return candidates if len(parts) > 1 else []

    def _state_and_land(self, text: str) -> list[str]:
        """The state and the country that no comma parts: "Maryland USA"; the text itself elsewhere."""
        for state, land in with_words_behind(text):
            if self._names.countries.code(land) and self._names.containers.regions(state):
                return [state, land]
        return [text]

    def groups(self, toponym: Toponym) -> list[str]:
        """The names of a cell with commas, each with the containers that are written behind it."""
        groups: list[list[str]] = []
        inside: list[Candidate] = []
        for part in filter(None, (part.strip() for part in toponym.text.split(","))):
            held = self.inside(inside, part) if groups and not self.venue_beside(groups[-1][0], part) else []
            if held and not self._sooner_a_town(toponym, held, part):
                groups[-1].append(part)
                inside = held
            else:
                groups.append([part])
                inside = self._names.candidates(toponym._replace(text=part))
        return [", ".join(group) for group in groups]

    def bears_a_city(self, text: str, stated: str = "") -> bool:
        """Whether a container's name is also that of a capital or city in the same country: New York, Lima, Panama."""
        code = stated or self._names.countries.code(text)
        lands = {code} if code else {country for country, _ in self._names.containers.regions(text)}
        named = self._names.candidates(Toponym(text))
        return any(c.place.country in lands and is_known_town(c.place) for c in named)

    def venue_beside(self, name: str, container: str) -> bool:
        """Whether it is a building in a city that no list has, rather than a town in a region: "Hilton, New York"."""
        if not is_venue(name) or not self.bears_a_city(container):
            return False
        listed = self._names.curated.candidates(Toponym(name))
        return not any(c.place.feature_class == "S" for c in listed)

    def either(self, toponym: Toponym) -> Resolution | None:
        """A cell whose author did not decide: "Almaty or Astana"."""
        parts = either(toponym.text)
        answers = self._answers(toponym, parts) if len(parts) > 1 else []
        known = [a for a in answers if isinstance(a, Found)]
        if len(known) < 2 or (one := _one_place(answers)):
            return doubted(one, tr("the cell has two names of it")) if len(known) > 1 and one else None
        said = tr("the cell leaves open which of them is meant")
        first = [replace(a.candidates[0], reasons=(said,), confidence=1 / len(known)) for a in known]
        return Ambiguous(tuple(first))

    def several(self, toponym: Toponym) -> Resolution | None:
        """A cell that lists several places: nobody can choose for the author, so each is offered."""
        parts = listed(toponym.text) if len(listed(toponym.text)) > 1 else several(toponym.text)
        parted = len(parts) > 1
        if not parted:
            parts = self.groups(toponym) if "," in toponym.text else parts
        if len(parts) < 2:
            return None
        answers = self._answers(toponym, parts)
        if one := _one_place(answers):
            return because(one, tr("the cell has two names of it"))
        if not parted and (town := self._town_of_venue(toponym, parts, answers)):
            return town
        unread = [part for part, answer in zip(parts, answers, strict=True) if not _read(answer)]
        read = [_as_written(answer, part) for part, answer in zip(parts, answers, strict=True) if _read(answer)]
        if not parted and (len(read) < 2 or self._contradicts(parts, answers)):
            return None
        sure = len(read) > 1 or any(isinstance(a, Found) or _several(a) for a in read)
        return self.offered(read, unread) if sure else None

    def offered(self, answers: list[Resolution], unread: list[str]) -> Resolution | None:
        """The places of a cell that names several, and what of it could not be read."""
        best: dict[str, Candidate] = {}
        for answer in answers:
            if isinstance(answer, Ambiguous) and answer.several:
                unread = [*unread, *answer.unread]
            for candidate in _first(answer):
                best.setdefault(candidate.place.id, candidate)
        if not best or (len(best) == 1 and not unread):
            return None
        said = tr("the cell names several places; write one row for each")
        rest = tuple(tr("'{part}' is in no list", part=part) for part in unread)
        told = (replace(c, match="several", reasons=(said, *rest), confidence=1 / len(best)) for c in best.values())
        return Ambiguous(tuple(told), tuple(unread))

    def way(self, toponym: Toponym) -> Resolution | None:
        """A cell that tells of a way between two places that are both known: "Baku–Tbilisi", "from Baku to Tbilisi"."""
        ends = way(toponym.text)
        answers = self._answers(toponym, ends) if ends else []
        return self.offered(answers, []) if answers and all(map(_is_known, answers)) else None

    def _answers(self, toponym: Toponym, parts: list[str]) -> list[Resolution]:
        """What each part is; those that are doubtful by themselves are asked again beside those that are not."""
        answers = [self._resolve(toponym._replace(text=part)) for part in parts]
        sure = tuple(a.place.position for a in answers if isinstance(a, Found))
        near = toponym._replace(near=(*toponym.near, *sure))
        return [
            self._resolve(near._replace(text=part)) if sure and isinstance(answer, Ambiguous) and not answer.several
            else answer
            for answer, part in zip(answers, parts, strict=True)
        ]  # fmt: skip

    def _in_town(self, candidates: list[Candidate], text: str) -> list[Candidate]:
        """Those that lie in a town of this name or at its edge: a venue, or a far smaller place."""
        named = self._names.candidates(Toponym(text))
        towns = [c.place for c in named if c.place.feature_class == "P" and not is_alias(c)]
        held = [c for c in candidates if any(_at_edge(c.place, town) for town in towns)]
        holding = [town for town in towns if any(_at_edge(c.place, town) for c in held)]
        apart = any(is_known_town(c.place) for c in candidates if c not in held and c.match == "title")
        two = apart and any(is_known_town(town) for town in towns if town not in holding)
        return [] if two and not any(map(is_known_town, holding)) else held  # "Cairo, Lima" are not hamlets of Ohio

    def _sooner_a_town(self, toponym: Toponym, held: list[Candidate], part: str) -> bool:
        """Whether a container is sooner a second town: "Washington, New York" names no county in New York."""
        best = rank(toponym, held)[0]
        if not is_alias(best) and best.place.kind not in {"county", "district", "subdistrict"}:
            return False
        towns = self._names.candidates(toponym._replace(text=part))
        return any(c.match == "title" and is_known_town(c.place) for c in towns)

    def _town_of_venue(self, toponym: Toponym, parts: list[str], answers: list[Resolution]) -> Resolution | None:
        """In "Congress Centre, Tashkent" a building that no list has stands in a town: the town is a fair answer."""
        if address := self._town_of_address(parts, answers):
            return address
        venue, town = parts[-2].partition(",")[0], answers[-1]
        if isinstance(town, Ambiguous) and not town.several and is_venue(venue) and not any(map(_read, answers[:-1])):
            return town
        if not isinstance(town, Found) or town.place.feature_class != "P" or any(map(_read, answers[:-2])):
            return None
        if isinstance(answers[-2], Unknown):
            fits = is_venue(venue) or self._holds_only(parts[-1], town.place)
        else:
            place = _first(answers[-2])[0].place
            elsewhere = isinstance(answers[-2], Found) and not toponym.country and place.country != town.place.country
            sooner = elsewhere and town.place.population > weights.HEARD_OF.value
            fits = is_small(place) and (is_venue(venue) or sooner)
        unlisted = tr("'{venue}' is in no list; this is the town that stands with it", venue=venue)
        abroad = tr("no list has '{venue}' there; this is the town that stands with it", venue=venue)
        said = abroad if _is_elsewhere(answers[-2], town.place) else unlisted
        return doubted(town, said) if fits else None

    def _town_of_address(self, parts: list[str], answers: list[Resolution]) -> Resolution | None:
        """In "г. Алматы, ул. Достык, 52" and "Dostyk Ave 52, Almaty" all but one part is a street and its number."""
        towns = [i for i, (part, a) in enumerate(zip(parts, answers, strict=True)) if not _is_street(part, a)]
        town = answers[towns[0]] if len(towns) == 1 and towns[0] in {0, len(parts) - 1} else None
        if not isinstance(town, Found) or town.place.feature_class != "P":
            return None
        street = ", ".join(part for i, part in enumerate(parts) if i not in towns)
        return doubted(town, tr("'{venue}' is in no list; this is the town that stands with it", venue=street))

    def _holds_only(self, text: str, town: Place) -> bool:
        """Whether a name means the town alone, and no region in which a place that no list has may lie far off."""
        regions = self._names.containers.regions(text) if "," not in text else frozenset()
        areas = [self._names.area(*region) for region in regions]
        wide = any(area and area.spread_km > weights.CITY_REGION_KM.value for area in areas)
        return town.kind == "capital" or not wide

    def _contradicts(self, parts: list[str], answers: list[Resolution]) -> bool:
        """Whether what stands last is a country or region that does not hold the rest: "London, Texas"."""
        if self._names.regions.coded(parts[-1]) or (len(parts[-1]) < 4 and self._names.countries.code(parts[-1])):
            return True
        last = _first(answers[-1])[0].place if _read(answers[-1]) else None
        if last is None or not (last.is_country or last.kind in {"region", "continent"} or _nowhere(last)):
            return False
        within = self._names.countries.within
        lands = [_first(answer)[0].place.country for answer in answers[:-1] if _read(answer)]
        return not any(last.country != land and last.country in within(land) for land in lands)  # Oslo, Svalbard


def _is_street(part: str, answer: Resolution) -> bool:
    """Whether a part is a street and its number; St. Petersburg is none."""
    return is_address(part) and (any(map(str.isdigit, part)) or not isinstance(answer, Found))


def _is_elsewhere(answer: Resolution, town: Place) -> bool:
    """Whether a list has the name, and only far from the town: "Hilton" is a place in England."""
    known = answer.near_misses if isinstance(answer, Unknown) else answer.candidates
    bearers = [c.place for c in known if c.match != "misspelt"]
    near = weights.TOWN_KM.value
    return bool(bearers) and all(distance_km(place.position, town.position) > near for place in bearers)


def _is_known(answer: Resolution) -> bool:
    """Whether it is a town or country that is sure enough to be one end of a way."""
    return isinstance(answer, Found) and (answer.place.is_country or is_known_town(answer.place))


def _read(answer: Resolution) -> bool:
    return not isinstance(answer, Unknown)


def _as_written(answer: Resolution, part: str) -> Resolution:
    """An answer for a part of a cell, whose first candidate bears the name as the cell writes it."""
    if isinstance(answer, Unknown) or _several(answer):
        return answer
    best = answer.candidates[0]
    bare = part.partition(",")[0].strip()  # in "Paris, France" the name is the first part
    written = replace(best, matched=bare if fold(bare) == fold(best.matched) else part)
    return answer._replace(candidates=(written, *answer.candidates[1:]))


def _several(answer: Resolution) -> bool:
    return isinstance(answer, Ambiguous) and answer.several


def _first(answer: Resolution) -> tuple[Candidate, ...]:
    if isinstance(answer, Unknown):
        return ()
    return answer.candidates if _several(answer) else answer.candidates[:1]


def _one_place(answers: list[Resolution]) -> Found | None:
    """The one place that all of them may be, where it is what one of them is: Kyiv and Kiev."""
    ids = [{c.place.id for c in _called(a)} if isinstance(a, Found | Ambiguous) else set() for a in answers]
    return next((a for a in answers if isinstance(a, Found) and all(a.place.id in known for known in ids)), None)


def _called(answer: Found | Ambiguous) -> list[Candidate]:
    """What bears the name; of slips of the pen the likeliest alone: "Algoers" may be Algeria, but is no name of it."""
    return [c for i, c in enumerate(answer.candidates) if c.match != "misspelt" or i == 0]


def _nowhere(place: Place) -> bool:
    """Whether it is a wide area of several countries: Central Asia."""
    return place.kind == "area" and not place.country


def is_known_town(place: Place) -> bool:
    """Whether it is a capital or a city that is heard of beyond its region."""
    return place.kind == "capital" or (place.kind == "city" and place.population >= weights.HEARD_OF.value)


def _at_edge(place: Place, town: Place) -> bool:
    apart = bool(place.region and town.region and place.region != town.region)
    if place.country != town.country or place.id == town.id or apart:
        return False
    small = place.population < weights.SUBURB_SHARE.value * town.population if place.feature_class == "P" else True
    fits = small and place.feature_class in {"P", "S"}
    return fits and distance_km(place.position, town.position) <= weights.TOWN_KM.value
