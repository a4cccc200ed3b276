"""Venues and addresses that no list has: the building of a room, or the town or state that their own text tells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapapp import country
from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign.divisions import CODED, country_of, region_in
from mapapp.foreign.placing import Placed
from mapapp.foreign.vocabulary import words
from mapapp.message import tr
from mapapp.place import Candidate, Found, Resolve, Toponym
from mapapp.tour import Located

FACET = "venue"
DOUBT = 0.6  # confidence in the town of a venue that only its name or the day tells
SURE = 0.95  # confidence in a town behind the name of a venue
HEARD_OF = 100_000  # people
_BEHIND = re.compile(r"(?:\b(?:de|do|da|del|di|of|in|at|von|à|em|en|в|г\.)\s+|[,–—-]\s+)(?=(.+))", re.IGNORECASE)
_PARTS = re.compile(r"\s*,\s*|\s[–—-]+\s")
_ENOUGH = 3  # letters of a name
_LONGEST = 6  # words of a town


def is_venue(text: str) -> bool:
    """Whether a cell tells of a building or a site."""
    return _has("venue", text)


def is_lost(placed: Placed) -> bool:
    """Whether nothing but its country, if that, is known of a place."""
    return placed.facet in ("unknown", "misspelt") and (placed.at is None or placed.at.place.is_country)


def land_of(texts: Iterable[str]) -> str:
    """The code of the country whose regions the codes behind the names of towns are, "" where they tell none."""
    return country_of(match["code"] for text in set(texts) if (match := CODED.fullmatch(text)))


def by_name(placed: Placed, land: str, resolve: Resolve) -> Placed:
    """With the building, town or region that its own text tells; as it was where it tells none.

    ``land`` is that of the codes of regions in the table.
    """
    if building := _building(placed, resolve):
        return building
    text = placed.spot.text
    coded = CODED.fullmatch(text)
    towns = _coded_towns(coded) if coded else _towns(text) if is_venue(text) else ()
    for name in towns:
        answer = resolve(Toponym(name, placed.country))
        best = answer.candidates[0] if isinstance(answer, Found) else None
        if best and (_is_town(best) if coded else _is_known_town(best)):
            said = tr("No list has “{name}”; this is the town that its name tells.", name=clipped(text))
            return doubtful(placed, best, said)
    return _in_region(placed, coded["code"], land, resolve) if coded else _by_head(placed, resolve)


def in_town(placed: Placed, resolve: Resolve) -> Placed:
    """Without doubt where the text names a venue, and behind it the town in which it stands: "Hotel Ritz, Madrid".

    As it was for a base or an airport, which may lie far from the town after which it is called.
    """
    if placed.facet not in (tr("in doubt"), FACET, "several") or placed.at is None or placed.spot.latitude:
        return placed
    text = placed.spot.text
    for match in _PARTS.finditer(text):
        head, town = text[: match.start()], text[match.end() :]
        if not _has("venue", head) or _has("far off", head):
            continue
        answer = _stated(town, placed, resolve)
        if answer and answer.place.id == placed.at.place.id:
            at = Located(answer.place, text, 1.0, answer.candidates)
            return replace(placed, at=at, facet="", doubt="", candidates=answer.candidates)
    return placed


def _stated(town: str, placed: Placed, resolve: Resolve) -> Found | None:
    """The town that a text is the name of, with its region or country behind it; None where it may be another one."""
    coded = CODED.fullmatch(town)
    said = f"{coded['town']}, {coded['code']}" if coded else town
    answer = resolve(Toponym(said, placed.country, placed.spot.when))
    if not isinstance(answer, Found) or not _is_town(answer.candidates[0]) or answer.confidence < SURE:
        return None
    return answer


def _by_head(placed: Placed, resolve: Resolve) -> Placed:
    """With the town before a comma or colon, where nobody knows what is behind: an abbreviation, or a deed."""
    name, *behind = (part.strip() for part in re.split(r",|:\s", placed.spot.text, maxsplit=1))
    rest = behind[0] if behind else ""
    answer = resolve(Toponym(name, placed.country, placed.spot.when)) if rest else None
    if not isinstance(answer, Found) or answer.place.feature_class != "P" or answer.candidates[0].match == "misspelt":
        return placed
    return doubtful(placed, answer.candidates[0], tr("'{unread}' in the cell is not known.", unread=clipped(rest)))


def doubtful(placed: Placed, best: Candidate, said: str) -> Placed:
    """The same at another place, which is in doubt for the reason that is said."""
    at = Located(best.place, placed.spot.text or best.place.title, DOUBT, (best,))
    return replace(placed, at=at, facet=FACET, doubt=said, candidates=(best, *placed.candidates))


def _building(placed: Placed, resolve: Resolve) -> Placed | None:
    """With the building of a floor or room: sure, since nobody would look for it elsewhere."""
    first, *rest = _PARTS.split(placed.spot.text)
    if not rest or not all(_has("room", part) for part in rest):
        return None
    answer = resolve(Toponym(first, placed.country))
    if not isinstance(answer, Found) or answer.place.feature_class != "S":
        return None
    best = answer.candidates[0]
    if best.match not in ("title", "name"):
        return None
    at = Located(best.place, placed.spot.text, best.confidence, answer.candidates)
    return replace(placed, at=at, facet="", doubt="", candidates=answer.candidates)


def _coded_towns(coded: re.Match[str]) -> Iterator[str]:
    """The last words before the code of a region, the longest first: what goes before the town is an address."""
    names = _PARTS.split(coded["town"])[-1].split()[-_LONGEST:]
    for start in range(len(names)):
        yield f"{' '.join(names[start:])}, {coded['code']}"


def _towns(text: str) -> Iterator[str]:
    return (match[1] for match in _BEHIND.finditer(text) if len(match[1]) > _ENOUGH)


def _in_region(placed: Placed, code: str, land: str, resolve: Resolve) -> Placed:
    """With the region whose code stands behind a name that is in no list."""
    lands = country.common_states(code) or country.states(code)
    land = land if land in lands else next(iter(lands), "") if len(lands) == 1 else ""
    if not land or (placed.country and placed.country != land):
        return placed
    answer = resolve(Toponym(region_in(code, land), land))
    best = next((c for c in answer.candidates if c.place.kind == "region"), None) if isinstance(answer, Found) else None
    if best is None:
        return placed
    said = tr("No list has “{name}”; this is the region that stands behind it.", name=clipped(placed.spot.text))
    return doubtful(placed, best, said)


def _is_town(candidate: Candidate) -> bool:
    return candidate.place.feature_class == "P" and candidate.match in ("title", "name")


def _is_known_town(candidate: Candidate) -> bool:
    """Whether a venue may be called after it: Brasília, but not the village after whose people an airport is named."""
    place, sure = candidate.place, candidate.confidence >= DOUBT
    return sure and _is_town(candidate) and (place.kind == "capital" or place.population >= HEARD_OF)


def _has(kind: str, text: str) -> bool:
    """Whether one or two words of a text are of a kind."""
    folded = fold(text).split()
    pairs = (" ".join(folded[i : i + 2]) for i in range(len(folded)))
    return not words(kind).isdisjoint([*folded, *pairs])
