"""What the page of a corridor shows, as CSV for spreadsheets: a route, the volumes, a tour's distances."""

from collections.abc import Iterable

from mapapp import country
from mapapp.corridor import Corridor
from mapapp.exports.csv import spreadsheet
from mapapp.routing.encounters import encounters
from mapapp.routing.legs import legs, length_line
from mapapp.routing.nearness import Nearness
from mapapp.routing.route import Route
from mapapp.source import Citation
from mapapp.tour import Tour
from mapapp.words.cards import source_line, source_words


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
    return spreadsheet([header.split(","), *rows])


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
    header = "series,year,value_low,value_high,unit,note,sources"
    return spreadsheet([header.split(","), *rows])


def encounters_csv(tour: Tour, corridor: Corridor) -> bytes:
    """The stops of a tour with their distances in km from the corridor, and the events that speak of it.

    An area (a country, a sea) has no distance: its nearest node is "an area", and what follows is empty.
    """
    header = "stop,traveller,place,country,nearest_node,node_km,nearest_section,section_km,events_about_the_corridor"
    rows = (
        (
            e.mark.label or e.mark.symbol,
            "" if e.mark.traveller is None else tour.person[tour.travellers[e.mark.traveller]].name,
            *(e.mark.place.title, country.name(e.mark.place.country)),
            *_near(corridor, e.near),
            "; ".join(event.title for event in e.events),
        )
        for e in encounters(tour, corridor)
    )
    return spreadsheet([header.split(","), *rows])


def _near(corridor: Corridor, near: Nearness | None) -> tuple[str | float, ...]:
    if near is None:
        return "an area", "", "", ""
    section = " – ".join(corridor.node[id_].name for id_ in (near.section.start, near.section.end))
    return near.node.name, round(near.node_km, 1), section, round(near.section_km, 1)


def sources(corridor: Corridor, citations: Iterable[Citation]) -> str:
    """The cited sources in words, between semicolons."""
    found = []
    for citation in citations:
        if citation.source in corridor.source:
            line = source_line(corridor.source[citation.source])
            found.append(", ".join(filter(None, (source_words(line, citation.locator), line["url"]))))
    return "; ".join(found)
