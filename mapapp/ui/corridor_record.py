"""What is on record about a corridor, and where a tour meets it, in HTML. Every text is escaped."""

from html import escape

from mapapp import country
from mapapp.corridor import Corridor
from mapapp.marks import marks
from mapapp.place import where_words
from mapapp.routing.encounters import MAX_PLACES, Encounter, encounters, speaks_of
from mapapp.routing.nearness import Nearness
from mapapp.tour import Event, Tour
from mapapp.ui.references import References
from mapapp.ui.route_table import head, scrolling
from mapapp.view import View
from mapapp.words.cards import when_line


def introduction(corridor: Corridor, notes: References) -> str:
    """Title, summary and other names."""
    names = (
        f"<p class='quiet'>Also called {escape(', '.join(corridor.also_called))}.</p>" if corridor.also_called else ""
    )
    summary = f"<p>{escape(corridor.summary)}{notes.cite(corridor.citations)}</p>"
    return f"<h1>{escape(corridor.title)}</h1>{summary}{names}"


def meeting(tour: Tour, corridor: Corridor) -> str:
    """The stops of a tour with the nearest node and section, and the events that speak of the corridor."""
    found = encounters(tour, corridor)
    if not found:
        return ""
    rows = "".join(_stop(tour, corridor, encounter) for encounter in found)
    columns = ("Stop", "Nearest node", "km", "Nearest section", "km ", "Events that speak of the corridor")
    html = f"<table>{head(columns, ('km', 'km '))}<tbody>{rows}</tbody></table>"
    more = len(marks(tour)) - MAX_PLACES
    rest = f"<p class='quiet'>{more:,} more places of the tour are not listed.</p>" if more > 0 else ""
    return scrolling(html, "The stops of the tour and the corridor") + rest


def _stop(tour: Tour, corridor: Corridor, encounter: Encounter) -> str:
    mark, near = encounter.mark, encounter.near
    who = "" if mark.traveller is None else tour.person[tour.travellers[mark.traveller]].name
    words = f"{who}, stop {mark.label}" if who else f"{mark.symbol.capitalize()} outside the stops"
    place = where_words(mark.place, region=False)
    events = "".join(f"<div>{_event(tour, event)}</div>" for event in encounter.events)
    return (
        f"<tr><th scope='row'>{escape(place)}<div class='quiet'>{escape(words)}</div></th>"
        f"{_near(corridor, near)}<td>{events}</td></tr>"
    )


def _near(corridor: Corridor, near: Nearness | None) -> str:
    """Nearest node and section with their distances; a word instead for an area, one point of which has none."""
    if near is None:
        return "<td colspan='4' class='quiet'>an area</td>"
    section = " – ".join(corridor.node[id_].name for id_ in (near.section.start, near.section.end))
    return (
        f"<td>{escape(near.node.name)}</td><td class='n'>{_km(near.node_km)}</td>"
        f"<td>{escape(section)}</td><td class='n'>{_km(near.section_km)}</td>"
    )


def _event(tour: Tour, event: Event) -> str:
    """The event as a link to its card on the map page."""
    query = View(tour=tour.id, event=event.id).query()
    when = f" <span class='quiet'>{escape(when_line(event))}</span>"
    return f'<a href="./?{escape(query)}" target="_self">{escape(event.title)}</a>{when}'


def _km(km: float) -> str:
    return "less than 1" if km < 1 else f"{km:,.0f}"


def spoken(tour: Tour, corridor: Corridor) -> str:
    """How many events of the tour speak of the corridor, and how that is known."""
    if not corridor.topics:
        return "Its data name no topics, so that no event can be said to speak of it."
    count = sum(speaks_of(event, corridor) for event in tour.events)
    topics = ", ".join(tour.label(topic) for topic in corridor.topics)
    events = "One event speaks" if count == 1 else f"{count or 'No'} events speak"
    return f"{events} of the corridor, by the topic {topics}."


def facts(corridor: Corridor, notes: References) -> str:
    """Facts as a list; "" without any."""
    items = "".join(f"<li>{escape(fact.text)}{notes.cite(fact.citations)}</li>" for fact in corridor.facts)
    return f"<ul>{items}</ul>" if items else ""


def members(corridor: Corridor, notes: References) -> str:
    """Members with country and what their entry rests on; "" without any."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(m.name)}{notes.cite(m.citations)}</th>"
        f"<td>{escape(country.name(m.country))}</td><td>{escape(m.role)}</td></tr>"
        for m in corridor.members
    )
    table = f"<table>{head(('Member', 'Country', 'On record as'))}<tbody>{rows}</tbody></table>"
    return scrolling(table, "Members") if rows else ""
