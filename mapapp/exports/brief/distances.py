"""Kilometres: of the legs by mode, as great circles, and of the corridors that are shown."""

from mapapp.corridor import Corridor, SectionStatus
from mapapp.exports.brief.remarks import Remark, Row
from mapapp.position import distance_km
from mapapp.snapshot import Snapshot
from mapapp.source import Source
from mapapp.tour import MODES, Leg
from mapapp.words.cards import Footnotes
from mapapp.words.paragraphs import by

LISTED = 30  # rows that a footnote names; of more it tells the number


def distances(snapshot: Snapshot, numbers: Footnotes) -> list[Remark]:
    """A sentence for each mode of the legs, and for each corridor."""
    tour = snapshot.tour
    found = []
    for mode in MODES:
        legs = [leg for leg in tour.legs if leg.mode == mode]
        if legs:
            total = sum(leg_km(snapshot, leg) for leg in legs)
            text = f"Travelled, {by(mode)}: {total:,.0f} km in {len(legs)} {'leg' if len(legs) == 1 else 'legs'}"
            cites = dict.fromkeys(str(n) for leg in legs for n, _ in numbers.cite(leg.citations))
            ids = [f"{leg.start} – {leg.end} ({leg_km(snapshot, leg):,.0f} km)" for leg in legs[:LISTED]]
            ids += [f"and {len(legs) - LISTED} more"] if len(legs) > LISTED else []
            row = Row("legs.csv", ", ".join(ids) + "; great circles between the places")
            found.append(Remark(text, tuple(cites), (row,)))
    return found + [r for corridor in snapshot.corridors for r in _corridor(snapshot, corridor, numbers)]


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
        parts = ((length.rail_km, "rail"), (length.sea_km, "sea"))
        kms = parts if length.rail_km or length.sea_km else ((length.total_km, "in all"),)
        words = ", ".join(f"{km:,.0f} km {name}" for km, name in kms if km is not None)
        cites = tuple(known[corridor.id, c.source] for c in length.citations if (corridor.id, c.source) in known)
        row = Row(f"{corridor.id}/corridor.toml", f"official_length {index}")
        found.append(Remark(f"{corridor.title}, as published ({length.what}): {words}", cites, (row,)))
    by_mode: dict[str, list[float]] = {}
    for section in corridor.sections:
        if section.status == SectionStatus.OPERATING:
            by_mode.setdefault(section.mode.value, []).append(section.km)
    if by_mode:
        words = ", ".join(f"{sum(kms):,.0f} km {mode}" for mode, kms in by_mode.items())
        ids = ", ".join(f"{len(kms)} rows of {mode}" for mode, kms in by_mode.items())
        row = Row(f"{corridor.id}/sections.csv", f"{ids}, status operating")
        found.append(Remark(f"{corridor.title}, all branches that are in use together: {words}", (), (row,)))
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
