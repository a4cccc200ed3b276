"""What the page of a corridor shows, as CSV for spreadsheets: a route, the volumes, a tour's distances, the members.

UTF-8 with a byte order mark, without which Excel reads it as something else. A text that a spreadsheet would take for a
formula gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from mapapp import country
from mapapp.cards import source_line
from mapapp.corridor import Corridor
from mapapp.encounters import encounters
from mapapp.routing import Route
from mapapp.source import Citation
from mapapp.tour import Tour
from mapapp.waybill import legs, length_line

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def route_csv(route: Route) -> bytes:
    """The legs in order. Lengths in km; ``km_from_start`` is that at the end of the leg."""
    header = (
        "leg,from_id,from,to_id,to,mode,km,length_note,km_from_start,border,gauge_mm,gauge_change_at_end,"
        "transhipment_at_end,branch,status,operator,note,sources"
    )
    rows = (
        (
            leg.number,
            *(leg.start.id, leg.start.name, leg.end.id, leg.end.name),
            *(leg.section.mode, round(leg.section.km, 1), length_line(leg.section), round(leg.from_start_km, 1)),
            *(leg.border_line, leg.section.gauge_mm, leg.gauge_line, leg.transhipment_line),
            *("; ".join(leg.section.branches), leg.section.status, leg.section.operator, leg.section.note),
            sources(route.corridor, leg.section.citations),
        )
        for leg in legs(route)
    )
    return _csv(header, rows)


def volumes_csv(corridor: Corridor) -> bytes:
    """The volumes. Series count differently and stand apart; low and high differ where sources do."""
    titles = dict(corridor.series)
    rows = (
        (
            titles.get(v.series, v.series),
            v.year,
            f"{v.low:g}",
            f"{v.high:g}",
            v.unit,
            v.note,
            sources(corridor, v.citations),
        )
        for v in sorted(corridor.volumes, key=lambda v: (list(titles).index(v.series), v.unit, v.year))
    )
    return _csv("series,year,value_low,value_high,unit,note,sources", rows)


def encounters_csv(tour: Tour, corridor: Corridor) -> bytes:
    """The stops of a tour with their distances in km from the corridor, and the events that speak of it."""
    header = "stop,traveller,place,country,nearest_node,node_km,nearest_section,section_km,events_about_the_corridor"
    rows = (
        (
            e.mark.label or e.mark.symbol,
            "" if e.mark.traveller is None else tour.person[tour.travellers[e.mark.traveller]].name,
            *(e.mark.place.title, country.name(e.mark.place.country)),
            *(e.near.node.name, round(e.near.node_km, 1)),
            " – ".join(corridor.node[id_].name for id_ in (e.near.section.start, e.near.section.end)),
            round(e.near.section_km, 1),
            "; ".join(event.title for event in e.events),
        )
        for e in encounters(tour, corridor)
    )
    return _csv(header, rows)


def sources(corridor: Corridor, citations: Iterable[Citation]) -> str:
    """The cited sources in words, between semicolons."""
    found = []
    for citation in citations:
        if citation.source in corridor.source:
            line = source_line(corridor.source[citation.source])
            words = (line["publisher"], line["title"], citation.locator, line["published"], line["url"])
            found.append(", ".join(filter(None, words)))
    return "; ".join(found)


def _csv(header: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header.split(","))
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _short(number: float) -> float:
    return int(number) if number.is_integer() else number
