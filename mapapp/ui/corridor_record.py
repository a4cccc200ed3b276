"""What is on record about a corridor, and where a tour meets it, in HTML. Every text is escaped."""

from html import escape

from mapapp.corridor import Corridor
from mapapp.marks import marks
from mapapp.message import plural, series, tr
from mapapp.place import where_words
from mapapp.routing.encounters import MAX_PLACES, Encounter, encounters, speaks_of
from mapapp.routing.nearness import Nearness
from mapapp.tour import Event, Tour
from mapapp.ui.references import References
from mapapp.ui.route_table import head, scrolling
from mapapp.view import View
from mapapp.words.cards import when_line
from mapapp.words.language import Words


def introduction(corridor: Corridor, notes: References) -> str:
    """Title, summary and other names."""
    names = notes.words.say(tr("Also called {names}.", names=series(corridor.also_called)))
    names = f"<p class='quiet'>{escape(names)}</p>" if corridor.also_called else ""
    summary = f"<p>{escape(notes.words.say(corridor.summary))}{notes.cite(corridor.citations)}</p>"
    return f"<h1>{escape(notes.words.say(corridor.title))}</h1>{summary}{names}"


def meeting(tour: Tour, corridor: Corridor, words: Words) -> str:
    """The stops of a tour with the nearest node and section, and the events that speak of the corridor."""
    found = encounters(tour, corridor)
    if not found:
        return ""
    rows = "".join(_stop(tour, corridor, encounter, words) for encounter in found)
    km = tr("km")
    columns = (tr("Stop"), tr("Nearest node"), km, tr("Nearest section"), km, tr("Events that speak of the corridor"))
    html = f"<table>{head(columns, words, (2, 4))}<tbody>{rows}</tbody></table>"
    more = len(marks(tour)) - MAX_PLACES
    said = plural(more, "{n} more place of the tour is not listed.", "{n} more places of the tour are not listed.")
    rest = f"<p class='quiet'>{escape(words.say(said))}</p>" if more > 0 else ""
    return scrolling(html, tr("The stops of the tour and the corridor"), words) + rest


def _stop(tour: Tour, corridor: Corridor, encounter: Encounter, words: Words) -> str:
    mark, near = encounter.mark, encounter.near
    who = "" if mark.traveller is None else tour.person[tour.travellers[mark.traveller]].name
    beside = tr("Summit outside the stops") if mark.symbol == "summit" else tr("Event outside the stops")
    said = words.say(tr("{who}, stop {number}", who=who, number=mark.label) if who else beside)
    place = words.say(where_words(mark.place, region=False))
    events = "".join(f"<div>{_event(tour, event, words)}</div>" for event in encounter.events)
    return (
        f"<tr><th scope='row'>{escape(place)}<div class='quiet'>{escape(said)}</div></th>"
        f"{_near(corridor, near, words)}<td>{events}</td></tr>"
    )


def _near(corridor: Corridor, near: Nearness | None, words: Words) -> str:
    """Nearest node and section with their distances; a word instead for an area, one point of which has none."""
    if near is None:
        return f"<td colspan='4' class='quiet'>{escape(words.say(tr('an area')))}</td>"
    section = " – ".join(corridor.node[id_].name for id_ in (near.section.start, near.section.end))
    return (
        f"<td>{escape(words.say(near.node.name))}</td><td class='n'>{_km(near.node_km, words)}</td>"
        f"<td>{escape(section)}</td><td class='n'>{_km(near.section_km, words)}</td>"
    )


def _event(tour: Tour, event: Event, words: Words) -> str:
    """The event as a link to its card on the map page."""
    query = View(tour=tour.id, event=event.id, language=words.language).query()
    when = f" <span class='quiet'>{escape(when_line(event, words))}</span>"
    return f'<a href="./?{escape(query)}" target="_self">{escape(words.say(event.title))}</a>{when}'


def _km(km: float, words: Words) -> str:
    return escape(words.say(tr("less than 1"))) if km < 1 else words.number(round(km))


def spoken(tour: Tour, corridor: Corridor) -> str:
    """How many events of the tour speak of the corridor, and how that is known."""
    if not corridor.topics:
        return tr("Its data name no topics, so that no event can be said to speak of it.")
    count = sum(speaks_of(event, corridor) for event in tour.events)
    topics = series(tour.label(topic) for topic in corridor.topics)
    if not count:
        return tr("No event speaks of the corridor, by the topic {topics}.", topics=topics)
    return plural(
        count,
        "One event speaks of the corridor, by the topic {topics}.",
        "{n} events speak of the corridor, by the topic {topics}.",
        topics=topics,
    )


def facts(corridor: Corridor, notes: References) -> str:
    """Facts as a list; "" without any."""
    items = "".join(
        f"<li>{escape(notes.words.say(fact.text))}{notes.cite(fact.citations)}</li>" for fact in corridor.facts
    )
    return f"<ul>{items}</ul>" if items else ""


def members(corridor: Corridor, notes: References) -> str:
    """Members with country and what their entry rests on; "" without any."""
    words = notes.words
    rows = "".join(
        f"<tr><th scope='row'>{escape(words.say(m.name))}{notes.cite(m.citations)}</th>"
        f"<td>{escape(words.country(m.country))}</td><td>{escape(words.say(m.role))}</td></tr>"
        for m in corridor.members
    )
    table = f"<table>{head((tr('Member'), tr('Country'), tr('On record as')), words)}<tbody>{rows}</tbody></table>"
    return scrolling(table, tr("Members"), words) if rows else ""
