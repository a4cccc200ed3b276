"""From candidates to a choice: weigh each, say why, and choose only where nothing else is plausible."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.misspellings import variants
from mapapp.geocoding.reading import spellings
from mapapp.geocoding.reasons import Fit, reasons_for
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym, Unknown
from mapapp.position import EARTH_RADIUS_KM, distance_km

_DEPENDENCIES = frozenset(
    ("AI", "AS", "AW", "BL", "BM", "BQ", "CK", "CW", "FK", "FO", "GF", "GG", "GI", "GL", "GP", "GU", "HK", "IM", "JE",
     "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "PF", "PM", "PR", "RE", "SH", "SX", "TC", "VG", "VI", "YT")
)  # fmt: skip  # their seats of government are not the capitals that diplomacy speaks of

_FAR_DEGREES = math.degrees(weights.SAME_PLACE_KM.value / EARTH_RADIUS_KM) + 1e-6  # of latitude, for the same distance


def choose(toponym: Toponym, candidates: Iterable[Candidate]) -> Resolution:
    """Found, if one place is plausible; ambiguous, if several are; unknown, if there is none."""
    ranked = rank(toponym, candidates)
    if not ranked:
        return Unknown()
    countries = {c.place.id for c in ranked if c.place.kind == "country" and c.says == CURATED and not toponym.country}
    if len(countries) > 1:  # the two Koreas, the two Congos: the larger is no more meant than the smaller
        return Ambiguous(ranked)
    if not toponym.country and any(_over_the_border(ranked[0], other) for other in ranked[1:]):
        return Ambiguous(ranked)
    return Found(ranked[0].place, ranked) if ranked[0].confidence >= weights.ENOUGH.value else unsettled(ranked)


def _over_the_border(best: Candidate, other: Candidate) -> bool:
    """Whether two towns of one name face each other over a border: Khorgos, Nogales. The larger is no more meant."""
    a, b = best.place, other.place
    stated = bool(a.country and b.country)  # of what lies at sea nobody knows the side
    towns = a.feature_class == b.feature_class == "P" and stated and a.country != b.country
    called = all(fold(c.place.title) == fold(c.matched) for c in (best, other))
    return towns and called and distance_km(a.position, b.position) <= weights.SAME_PLACE_KM.value


def unsettled(ranked: tuple[Candidate, ...]) -> Resolution:
    """Ambiguous between several places; of a single one that is not sure enough, unknown with it as a near miss."""
    if len(ranked) > 1:
        return Ambiguous(ranked)
    return Unknown(tuple(replace(c, confidence=min(c.confidence, weights.NEAR_MISS.value)) for c in ranked))


def rank(toponym: Toponym, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each place once, with confidence and reasons, surest first."""
    weighed = _rooted([(_weight(toponym, candidate), candidate) for candidate in candidates])
    best: dict[str, tuple[float, Candidate]] = {}
    for weight, candidate in weighed:
        if candidate.place.id not in best or weight > best[candidate.place.id][0]:
            best[candidate.place.id] = (weight, candidate)
    every = [candidate for _, candidate in best.values()]
    seated = [
        (weight * seat_factor(c, every) * _capital_first(c, every) * _province(c), c) for weight, c in best.values()
    ]
    ordered = _well_known_first(toponym, sorted(seated, key=lambda pair: (-pair[0], pair[1].place.id)))
    shares = _shares(ordered)
    return tuple(_told(toponym, pair[1], share) for pair, share in zip(ordered, shares, strict=True))


def _well_known_first(toponym: Toponym, ordered: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """With less weight for what is called by the name of a city of the world only among its other names.

    Beside a town of which all languages speak, its namesakes of which few do are seldom meant: Venice in Florida.

    Philadelphia is seldom Amman, nor Islamabad Chattogram. Other spellings of a title and names that were entered by
    hand are no such names; a date or a country of which they were true speaks for them.
    """
    if toponym.country or not ordered:
        return ordered
    best = ordered[0][1]
    known = best.place.kind == "capital" or best.place.population >= weights.WORLD_CITY.value
    famed = best.place.fame >= weights.FAMED.value and best.place.population >= weights.ABROAD.value
    if not ((known or famed) and best.match == "title" and best.place.feature_class == "P"):
        return ordered
    towns = [c.place for _, c in ordered[1:] if c.match == "title" and c.place.feature_class == "P"]
    if any(town.population >= weights.HEARD_OF.value for town in towns):
        return ordered  # Alexandria in Virginia is called so by right
    famed = famed and all(town.fame < weights.FAME_SHARE.value * best.place.fame for town in towns)
    namesakes = weights.BESIDE_FAMED.value if famed and not toponym.near else 1.0
    return [
        (
            weight
            * (weights.BESIDE_TITLE.value if _listed_so(toponym, c) else 1.0)
            * (namesakes if c is not best and c.place.feature_class == "P" else 1.0),
            c,
        )
        for weight, c in ordered
    ]


def _listed_so(toponym: Toponym, candidate: Candidate) -> bool:
    """Whether some list has the name among others of the place, and nothing in the row speaks for that one."""
    listed = candidate.match == "name" and candidate.says != CURATED and not right_date(toponym, candidate)
    return listed and not variants(fold(candidate.matched), fold(candidate.place.title))


def _rooted(weighed: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Which listed name a misspelt one stands for is weighed by a root, which place of that name as always."""
    names: dict[str, float] = defaultdict(float)
    for weight, candidate in weighed:
        names[candidate.matched] += weight
    return [
        (weight * names[c.matched] ** (weights.MISSPELT_ROOT.value - 1) if c.match == "misspelt" else weight, c)
        for weight, c in weighed
    ]


def weigh(toponym: Toponym, candidate: Candidate) -> tuple[float, Candidate]:
    """A candidate's weight, and the candidate with the reasons for it."""
    return _weight(toponym, candidate), _told(toponym, candidate, candidate.confidence)


def _told(toponym: Toponym, candidate: Candidate, confidence: float) -> Candidate:
    """The candidate with its confidence, how it fits its row, and the reasons in words."""
    right_country = candidate.right_country is not False if toponym.country else None
    fit = Fit(right_date(toponym, candidate), right_country, _away(toponym, candidate.place))
    return replace(candidate, reasons=reasons_for(toponym, candidate, fit), distance_km=fit.distance_km,
                   right_date=fit.right_date, right_country=right_country, confidence=confidence)  # fmt: skip


def _away(toponym: Toponym, place: Place) -> float | None:
    """The way in km to the nearest stop of the journey; None where none is known."""
    return min((distance_km(place.position, p) for p in toponym.near), default=None)


def _weight(toponym: Toponym, candidate: Candidate) -> float:
    place = candidate.place
    weight = (place.population + _floor(candidate).value) * (1 + weights.FAME_PER_NAME.value * place.fame)
    if not _wide(candidate) and not (place.kind == "capital" and place.country in _DEPENDENCIES):
        weight *= weights.KIND.get(place.kind, weights.OTHER_KIND).value
    if toponym.country == place.country and place.kind == "country":
        weight *= weights.COUNTRY_IN_ITSELF.value
    if candidate.says == CURATED:
        weight *= weights.CURATED_NAME.value if candidate.match == "title" else weights.MATCH[candidate.match].value
    else:
        weight *= _match(candidate).value
    weight *= weights.PER_EDIT.value**candidate.edits * (weights.MATCH["name"].value if _alias(candidate) else 1.0)
    if toponym.when is None and candidate.until is not None and toponym.country in {"", *country.names()}:
        weight *= weights.OLD_NAME.value
    if right_date(toponym, candidate) is False:
        weight *= weights.WRONG_DATE.value
    distance = _away(toponym, place)
    if distance is not None:
        weight *= 1 + weights.NEAR_BOOST.value * math.exp(-distance / weights.NEAR_KM.value)
    return weight


def _floor(candidate: Candidate) -> weights.Weight:
    """What is added to the population, for places of which it says nothing."""
    if candidate.place.kind == "former country":
        return weights.FORMER_COUNTRY
    if candidate.says != CURATED or candidate.place.population:
        return weights.FLOOR
    return weights.CURATED_WIDE if _wide(candidate) else weights.CURATED_FLOOR


def _wide(candidate: Candidate) -> bool:
    """Whether it is a sea, a landmark or the like that was entered by hand."""
    return candidate.says == CURATED and candidate.place.kind in weights.WIDE_KINDS


def _match(candidate: Candidate) -> weights.Weight:
    """The weight of how the name was found; another spelling of the title is nearly the title itself."""
    place = candidate.place
    if (
        candidate.match == "name"
        and place.feature_class == "P"
        and variants(fold(candidate.matched), fold(place.title))
    ):
        return weights.SPELLING
    return weights.MATCH[candidate.match]


def _alias(candidate: Candidate) -> bool:
    """Whether a misspelt name is none of the place's title but of another name of it."""
    listed = candidate.match == "misspelt" and candidate.says != CURATED
    return listed and not variants(candidate.matched, fold(candidate.place.title))


def right_date(toponym: Toponym, candidate: Candidate) -> bool | None:
    """Whether the name was in use at the time of which the row speaks; None where one of the two is not known."""
    if toponym.when is None or (candidate.since is None and candidate.until is None):
        return None
    first, last = (day.year for day in toponym.when.reach)
    return first <= (candidate.until or 9999) and last >= (candidate.since or 0)


def seat_factor(candidate: Candidate, every: Iterable[Candidate], *, in_text: bool = False) -> float:
    """Less than 1 for a region that shares its name with a town in its country that could well be its seat.

    A table of visits means the town even where that is another name of it (Chittagong); a text does not (Paraíba).
    """
    place = candidate.place
    if place.kind not in {"region", "county", "district", "subdistrict"}:
        return 1.0
    smallest = max(5000, weights.SEAT_SHARE.value * place.population)
    named = [c for c in every if not in_text or c.match != "name" or candidate.match == "name"]
    if candidate.match == "title" and place.kind == "region":  # Goa is a state; Mormugao is called so somewhere
        named = [c for c in named if c.match != "name" or _called_so(c)]
    towns = (c.place for c in named if c.place.feature_class == "P" and c.place.population >= smallest)
    return weights.SEAT.value if any(_seat(place, town) for town in towns) else 1.0


def _called_so(candidate: Candidate) -> bool:
    """Whether a town by another of its names is called so by many: Chittagong, a city of the world; not Mormugao."""
    known = candidate.says == CURATED or candidate.place.population >= weights.WORLD_CITY.value
    return known or _match(candidate) == weights.SPELLING


def _province(candidate: Candidate) -> float:
    """More than 1 for a region by its title without the word of its kind: Bali, of Provinsi Bali.

    A text is not asked: beside Nigeria its Niger is no state.
    """
    called = candidate.match == "name" and candidate.place.kind == "region" and candidate.says != CURATED
    if not called or fold(candidate.matched) not in spellings(candidate.place.title):
        return 1.0
    return weights.SPELLING.value / weights.MATCH["name"].value


def _capital_first(candidate: Candidate, every: Iterable[Candidate]) -> float:
    """Less than 1 for a country by a short other name that a capital abroad bears: Vena is Vienna, Şam Damascus."""
    short = len(fold(candidate.matched)) <= weights.SHORT_NAME.value and candidate.match == "name"
    if candidate.place.kind != "country" or candidate.says == CURATED or not short:
        return 1.0
    capitals = {c.place.country for c in every if c.place.kind == "capital"} - {candidate.place.country}
    return weights.CAPITAL_FIRST.value if capitals else 1.0


def _seat(region: Place, town: Place) -> bool:
    """Whether the town may be what the region is named after; Washington is, though far from its namesake."""
    close = distance_km(region.position, town.position) < weights.SEAT_KM.value
    within = fold(town.region) in {fold(region.title), fold(region.region)} if town.region else False
    return region.country == town.country and (close or within or town.kind == "capital")


def _same_answer(place: Place, other: Place) -> bool:
    """Whether it makes no difference which is meant: near each other, and on one side of the border."""
    a, b = place.position, other.position
    if abs(a.latitude - b.latitude) > _FAR_DEGREES:  # of hundreds of namesakes most are told apart by this
        return False
    abroad = place.country and other.country and place.country != other.country
    return not abroad and distance_km(a, b) <= weights.SAME_PLACE_KM.value


def _shares(every: Sequence[tuple[float, Candidate]]) -> list[float]:
    """The confidence of each: its share of the weight of all places it could be confused with."""
    places = [candidate.place for _, candidate in every]
    shares = []
    for i, (weight, candidate) in enumerate(every):
        rivals = sum(
            other for j, (other, _) in enumerate(every) if j != i and not _same_answer(candidate.place, places[j])
        )
        if candidate.match == "name" and candidate.says != CURATED:
            rivals += weights.UNLISTED.value
        shares.append(round(weight / (weight + rivals), 4))
    return shares
