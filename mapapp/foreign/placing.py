"""What a row says of its place, and what became of it: the place, or those of a list, with what is doubtful."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from mapapp import country
from mapapp.catalogue.stops import Naming
from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.foreign.answers import NOWHERE
from mapapp.foreign.divisions import CODED
from mapapp.foreign.doubts import doubt_about
from mapapp.foreign.lands import LISTS, code_of, land_behind
from mapapp.geocoding.weights import AREA_KM, HEARD_OF, TOWN_KM
from mapapp.message import series, tr
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Resolve, Toponym, Unknown
from mapapp.position import distance_km
from mapapp.tour import Located
from mapapp.when import When

BULK = 0.5  # lead of the first choice over the second from which on it may be taken for all cells at once
_COMMAS = re.compile(r"\s*,\s*")
_DASHED = re.compile(r"\s[–—-]\s|/[A-Z]{2}$")  # by a dash, or with the code of a region behind the last name
_LISTED = 12  # names in one cell that are looked up each by itself
_COUNTIES = ("county", "district", "area")
_WIDE = ("area", "continent")
_LONG = 10  # letters of a name that hardly turns into another one by a slip of the pen
_PLAIN = 0.9  # confidence in a name of such a list
COUNTY_KM = 60  # from a site to the middle of the county in which it stands
MOST_BESIDE = 150  # km from a town to the middle of the province that it lies in
IN_TOWN_KM = 10  # from a building to the middle of the town before it; a memorial farther out is a stop of its own
CLEARLY = 4  # times the share of the next one from which on a town is meant


@dataclass(frozen=True, slots=True)
class Spot:
    """What a row says of a place. ``place_id`` is that of a judgment, or of a part of a cell that names several.

    ``region`` is a state or province that stands in a column of its own, ``loose`` where a row above says it. ``open``:
    parts of a cell may be two stops, or one that says where the other lies; not so on a ``way``. ``whole`` is the text
    with a venue behind the name of its town. ``told`` are names of a list with what somebody chose for each.
    """

    text: str
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    when: When | None = None
    place_id: str = ""
    unread: tuple[str, ...] = ()
    parted: bool = False
    open: bool = False
    region: str = ""
    told: tuple[tuple[str, str], ...] = ()
    loose: bool = False
    way: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot with its place, None where none is known. ``facet`` is "" where it is sure: there is nothing to ask."""

    spot: Spot
    at: Located | None
    facet: str = ""
    doubt: str = ""
    candidates: tuple[Candidate, ...] = ()
    country: str = ""

    @property
    def margin(self) -> float:
        """By how much the first candidate leads over the second."""
        shares = [c.confidence for c in self.candidates[:2]]
        return round(max(0.0, shares[0] - (shares[1] if len(shares) > 1 else 0.0)), 4) if shares else 0.0


def with_land(spot: Spot, resolve: Resolve) -> Spot:
    """Of "Miami, FL/EUA" the country as such, and "Manaus/Amazonas" as a town in its region."""
    name, slash, land = (part.strip() for part in spot.text.rpartition("/"))
    if not slash or not name or "/" in name or spot.country or len(land) < 3:
        return spot
    if code_of(land, resolve):
        return replace(spot, text=name, country=land)
    inside = f"{name}, {land}"
    return replace(spot, text=inside) if isinstance(resolve(Toponym(inside, "", spot.when)), Found) else spot


def parted(spot: Spot, codes: Mapping[str, str], resolve: Resolve) -> list[Spot]:
    """The spot, or one for each place that its cell names; where somebody chose, the place that he chose for a name."""
    found = _parted(replace(spot, told=()), codes, resolve)
    told = dict(spot.told)
    if told:  # somebody has looked at the cell
        found = [replace(part, unread=(), open=False, place_id=told.get(part.text) or part.place_id) for part in found]
    return [part for part in found if part.place_id != NOWHERE]


def _parted(spot: Spot, codes: Mapping[str, str], resolve: Resolve) -> list[Spot]:
    if not spot.text or spot.place_id or spot.latitude:
        return [spot]
    code = codes.get(spot.country, "")
    answer = resolve(Toponym(spot.text, code, spot.when))
    if code and spot.text == spot.country:  # the row names no more than the country: no town of that name is meant
        land = next((c for c in _candidates(answer) if c.place.is_country), None)
        return [replace(spot, place_id=land.place.id)] if land else [spot]
    if isinstance(answer, Unknown) and (code or spot.region):
        beside = _beside(spot, code, resolve)
        return [beside] if beside else _known_of(spot, code, resolve) if code else [spot]
    if not (isinstance(answer, Ambiguous) and answer.several) or (answer.unread and CODED.fullmatch(spot.text)):
        return [spot]  # of an address with its town and state the parts are no places to go to
    behind = {c.place.id: [o.place for o in answer.candidates[i + 1 :]] for i, c in enumerate(answer.candidates)}
    apart = [
        c for c in answer.candidates
        if not any(_holds(c.place, other.place) for other in answer.candidates)
        and not _stands_in(c.place, [o.place for o in answer.candidates], [town.id for town in behind[c.place.id]])
    ]  # fmt: skip
    one = replace(spot, place_id=apart[0].place.id) if len(apart) == 1 and not answer.unread else None
    if found := _beside(spot, code, resolve) or one:
        return [found]
    last = _COMMAS.split(spot.text)[-1].strip(" .")  # of "Cairo, El Arish and Rafah, Egypt"
    code = code or (code_of(last, resolve) if all(c.place.title != last for c in apart) else "")
    open_ = bool(_DASHED.search(spot.text)) and not code and not spot.way and any(map(_is_small, apart))
    spot = replace(spot, unread=answer.unread, parted=True, open=open_)
    lands = {own for name in LISTS.split(spot.country) if name and (own := code_of(name, resolve))} - {code}
    return [_part(spot, c, c.place.country if c.place.country in lands else code, resolve) for c in apart]


def _part(spot: Spot, candidate: Candidate, code: str, resolve: Resolve) -> Spot:
    """One of several names of a cell; one that several places bear is told by what is around it, and asked."""
    name = candidate.matched or candidate.place.title
    own = resolve(Toponym(name, code, spot.when))
    doubtful = isinstance(own, Ambiguous | Found) and own.candidates[0].match not in ("title", "name", "several")
    borne = isinstance(own, Ambiguous) and not own.several
    return replace(spot, text=name, place_id="" if borne or doubtful else candidate.place.id)


def _beside(spot: Spot, code: str, resolve: Resolve) -> Spot | None:
    """The town that lies near what a column of regions says, which is no stop of its own; None where there is none."""
    name = spot.text.removesuffix(f", {spot.region}")
    if not spot.region or name == spot.text:
        return None
    around = _areas(resolve(Toponym(spot.region, code, spot.when)))
    if not around:
        return _in_unknown_region(spot, name, code, resolve)
    near = [
        own
        for own in _candidates(resolve(Toponym(name, code, spot.when)))
        if own.match != "misspelt" and any(_lies_beside(own.place, area) for area in around)
    ]
    if not near and spot.loose:
        return replace(spot, text=name, region="")
    if not near:
        return _in_unknown_region(spot, name, "", resolve)  # in doubt: the two do not go together
    clear = len(near) == 1 or near[0].confidence >= CLEARLY * near[1].confidence
    return replace(spot, text=name, place_id=near[0].place.id) if clear else None


def _areas(answer: Resolution) -> list[Place]:
    """The regions of a name, or else whatever has it; no sea and no part of the world, which hold no town alone."""
    places = [c.place for c in _candidates(answer) if c.place.country]
    return [place for place in places if place.feature_class == "A"] or places


def _in_unknown_region(spot: Spot, name: str, code: str, resolve: Resolve) -> Spot | None:
    """The one place of a name whose region is in no list: in doubt, unless the country is stated."""
    answer = resolve(Toponym(name, code, spot.when))
    if not _is_plain(answer):
        return None
    if code:
        return replace(spot, text=name, region="")
    return replace(spot, text=name, place_id=answer.place.id, unread=(spot.region,), parted=True)


def _lies_beside(place: Place, area: Place) -> bool:
    return place.country == area.country and distance_km(place.position, area.position) <= MOST_BESIDE


def _is_small(candidate: Candidate) -> bool:
    """Whether a name behind or before a dash may as well be a quarter of the town that stands there with it."""
    place = candidate.place
    return place.feature_class == "P" and place.kind != "capital" and place.population < HEARD_OF.value


def _known_of(spot: Spot, code: str, resolve: Resolve) -> list[Spot]:
    """The places that a list between commas names in the stated country, with the names that are in no list; or it."""
    own = spot.text.removesuffix(f", {spot.region}") if spot.region else spot.text
    names = [name for part in LISTS.split(own) if (name := part.strip(" ."))]
    answers = {name: resolve(Toponym(name, code, spot.when)) for name in names[:_LISTED]} if len(names) > 1 else {}
    known = {name: answer.candidates[0] for name, answer in answers.items() if _is_plain(answer)}
    unread = tuple(name for name in names if name not in known)
    return [
        replace(spot, text=name, place_id=best.place.id, unread=unread, parted=True) for name, best in known.items()
    ] or [spot]


def _is_plain(answer: Resolution) -> TypeGuard[Found]:
    """Whether a name is that of one place, not only like it, nor that of the country around it."""
    if not isinstance(answer, Found) or answer.place.is_country:
        return False
    return answer.candidates[0].match in ("title", "name") and answer.confidence >= _PLAIN


def _holds(area: Place, other: Place) -> bool:
    """Whether a country, region or wider area that a cell names only says where another place of the cell lies."""
    if not area.country and area.kind in _WIDE:
        return area.id != other.id and distance_km(area.position, other.position) <= AREA_KM[area.kind].value
    if area.id == other.id or area.country != other.country or not area.country:
        return False
    inside = area.kind == "region" and fold(other.region) == fold(area.title)
    if area.kind in _COUNTIES and other.feature_class == "S":
        return distance_km(area.position, other.position) <= COUNTY_KM
    return inside or (area.is_country and not other.is_country)


def _stands_in(place: Place, others: Sequence[Place], behind: Sequence[str]) -> bool:
    """Whether a building or site stands in a town that the cell names: one ``behind`` it, or one that lies close by."""
    return place.feature_class == "S" and any(
        distance_km(place.position, town.position) <= (TOWN_KM.value if town.id in behind else IN_TOWN_KM)
        for town in others
        if town.feature_class == "P"
    )


def placed(spot: Spot, name: Naming, codes: Mapping[str, str], resolve: Resolve) -> Placed:
    """The place with what is doubtful about it; of an unknown name its country, in doubt, where that is stated."""
    code, answer, at = name.toponym.country or codes.get(spot.country, ""), name.answer, name.at
    if spot.place_id and at:
        said = tr("The cell may name two stops, or a place and the town around it.") if spot.open else ""
        if spot.parted and spot.unread:
            said = tr("'{unread}' in the cell is not known.", unread=series(spot.unread))
        if said:
            return Placed(spot, at, tr("several"), said, at.candidates, code)
        return Placed(spot, replace(at, confidence=1.0), candidates=at.candidates, country=code)
    if at and at.place.is_country and not code and spot.country:  # of "Léopoldville" in "Congo" both name a country
        found = _without_land(spot, resolve)
        if found and found.at and not found.at.place.is_country:
            return found
    if at:
        facet, doubt = doubt_about(at)
        return Placed(spot, at, facet, doubt, at.candidates, code)
    if isinstance(answer, Ambiguous) and not answer.several:
        best = answer.candidates[0]
        at = Located(best.place, spot.text, min(best.confidence, 0.9), answer.candidates)
        return Placed(spot, at, tr("namesakes"), tr("Several places bear this name."), answer.candidates, code)
    return _unplaced(spot, answer, code, resolve)


def _unplaced(spot: Spot, answer: Resolution | None, code: str, resolve: Resolve) -> Placed:
    """The likeliest place of a name that is in no list, or the country that the row states, in doubt."""
    if not code and spot.country and (found := _without_land(spot, resolve)):
        return found
    code = code or land_behind(spot.text, resolve)
    near = answer.near_misses if isinstance(answer, Unknown) else ()
    told = code or "," in spot.text or len(spot.text) >= _LONG
    if len(near) == 1 and near[0].right_country is not False and told and near[0].edits == 1:
        at = Located(near[0].place, spot.text, near[0].confidence, near)
        return Placed(spot, at, tr("misspelt"), tr("No list has this name; one that is like it is shown."), near, code)
    facet = (
        tr("other country") if near and near[0].right_country is False else tr("misspelt") if near else tr("unknown")
    )
    said = tr("No list has this name.")
    if code:
        said = tr("No list has this name in {country}.", country=country.name_in_sentence(code))
    return Placed(spot, _region(spot, code, resolve) or _land(spot, code, resolve), facet, said, near, code)


def _without_land(spot: Spot, resolve: Resolve) -> Placed | None:
    """A place whose row states a country that nobody knows: its name alone, in doubt."""
    answer = resolve(Toponym(spot.text, "", spot.when))
    if not isinstance(answer, Found) or spot.text == spot.country:
        return None
    said = tr("“{country}” is no known country; this is where the name alone leads.", country=clipped(spot.country))
    at = Located(answer.place, spot.text, 0.6, answer.candidates)
    return Placed(spot, at, tr("other country"), said, answer.candidates)


def _region(spot: Spot, code: str, resolve: Resolve) -> Located | None:
    """The region that the row states, for a place in it that nobody knows."""
    answer = resolve(Toponym(spot.region, code, spot.when)) if spot.region else Unknown()
    return _wider(spot, [c for c in _candidates(answer) if c.place.kind == "region"])


def _land(spot: Spot, code: str, resolve: Resolve) -> Located | None:
    """The country that the row states, for a place in it that nobody knows."""
    answer = resolve(Toponym(country.name(code), code, spot.when)) if code else Unknown()
    lands = [c for c in _candidates(answer) if c.place.is_country]
    return _wider(spot, sorted(lands, key=lambda c: c.place.country != code))


def _candidates(answer: Resolution) -> tuple[Candidate, ...]:
    return answer.candidates if isinstance(answer, Found | Ambiguous) else ()


def _wider(spot: Spot, candidates: Sequence[Candidate]) -> Located | None:
    """The first of the candidates as the place around one that is not known."""
    if not candidates:
        return None
    return Located(candidates[0].place, spot.text or candidates[0].place.title, 0.5, tuple(candidates))
