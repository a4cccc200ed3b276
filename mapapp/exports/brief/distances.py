"""Kilometres: of the legs by mode, as great circles, and of the corridors that are shown."""

from mapapp.corridor import Corridor, SectionStatus
from mapapp.exports.brief.remarks import Remark, Row
from mapapp.message import Message, plural, series, tr
from mapapp.position import distance_km
from mapapp.snapshot import Snapshot
from mapapp.source import Source
from mapapp.tour import MODES as LEGS
from mapapp.tour import Leg
from mapapp.words import terms
from mapapp.words.cards import Footnotes
from mapapp.words.paragraphs import by

LISTED = 30  # rows that a footnote names; of more it tells the number


def distances(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """A sentence for each mode of the legs, and for each corridor."""
    tour = snapshot.tour
    found = []
    for mode in LEGS:
        legs = [leg for leg in tour.legs if leg.mode == mode]
        if legs:
            total = sum(leg_km(snapshot, leg) for leg in legs)
            text = plural(
                len(legs),
                "Travelled, {mode}: {km} km in {n} leg",
                "Travelled, {mode}: {km} km in {n} legs",
                mode=by(mode),
                km=round(total),
            )
            cites = dict.fromkeys(str(n) for leg in legs for n, _ in numbers.cite(leg.citations))
            ids: list[str] = [
                tr("{start} – {end} ({km} km)", start=leg.start, end=leg.end, km=round(leg_km(snapshot, leg)))
                for leg in legs[:LISTED]
            ]
            more = len(legs) - LISTED
            ids += [plural(more, "and {n} more", "and {n} more")] if more > 0 else []
            row = Row("legs.csv", tr("{legs}; great circles between the places", legs=series(ids)))
            found.append(Remark(text, tuple(cites), (row,)))
    return found + [r for corridor in snapshot.corridors for r in _corridor(snapshot, corridor, numbers)]


def _km(km: float, mode: str) -> Message:
    return tr("{km} km {mode}", km=round(km), mode=terms.mode(mode))


def leg_km(snapshot: Snapshot, leg: Leg) -> float:
    """The great circle between the places of a leg, in km."""
    visit = snapshot.tour.visit
    return distance_km(visit[leg.start].place.position, visit[leg.end].place.position)


def _corridor(snapshot: Snapshot, corridor: Corridor, numbers: Footnotes) -> list[Remark]:
    """What was published about its length, and the length of all sections that are in use."""
    found = []
    first = len(numbers.numbers) + 1
    known = {key: str(number) for number, key in enumerate(length_sources(snapshot), start=first)}
    for index, length in enumerate(corridor.official_lengths, start=1):
        parted = length.rail_km or length.sea_km
        parts = [_km(km, mode) for km, mode in ((length.rail_km, "rail"), (length.sea_km, "sea")) if km is not None]
        words = series(parts if parted else [tr("{km} km in all", km=round(length.total_km or 0))])
        cites = tuple(known[corridor.id, c.source] for c in length.citations if (corridor.id, c.source) in known)
        row = Row(f"{corridor.id}/corridor.toml", f"official_length {index}")
        told = tr(
            "{corridor}, as published ({what}): {lengths}", corridor=corridor.title, what=length.what, lengths=words
        )
        found.append(Remark(told, cites, (row,)))
    by_mode: dict[str, list[float]] = {}
    for section in corridor.sections:
        if section.status == SectionStatus.OPERATING:
            by_mode.setdefault(section.mode.value, []).append(section.km)
    if by_mode:
        words = series(_km(sum(kms), mode) for mode, kms in by_mode.items())
        counts = (
            plural(len(kms), "{n} row of {mode}", "{n} rows of {mode}", mode=terms.mode(mode))
            for mode, kms in by_mode.items()
        )
        row = Row(f"{corridor.id}/sections.csv", tr("{rows}, status operating", rows=series(counts)))
        told = tr(
            "{corridor}, all branches that are in use together: {lengths}", corridor=corridor.title, lengths=words
        )
        found.append(Remark(told, (), (row,)))
    return found


def length_sources(snapshot: Snapshot) -> dict[tuple[str, str], Source]:
    """The sources of published lengths by the ids of corridor and source; their numbers follow those of the tour."""
    return {
        (corridor.id, citation.source): corridor.source[citation.source]
        for corridor in snapshot.corridors
        for length in corridor.official_lengths
        for citation in length.citations
        if citation.source in corridor.source
    }
