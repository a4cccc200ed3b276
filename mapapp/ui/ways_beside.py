"""Two or three ways side by side: that of the page, and ways through other corridors or by other branches of the same.

Every text is escaped; st.html sees no markup of a data file. What no source states is "not stated".
"""

from collections.abc import Iterable, Mapping
from html import escape

from mapapp.corridor import Corridor, Mode
from mapapp.message import series, tr
from mapapp.routing.enquiry import BRANCH, Enquiry, usual
from mapapp.routing.legs import days_line, whole_times
from mapapp.routing.route import Route, find_route
from mapapp.source import Citation
from mapapp.ui.references import linked
from mapapp.ui.route_table import head, scrolling
from mapapp.words.cards import source_line
from mapapp.words.language import Words
from mapapp.words.told_corridor import told_corridor

_MODES = {Mode.RAIL: tr("By rail, km"), Mode.SEA: tr("By ship, km"), Mode.ROAD: tr("By road, km")}


def choices(corridor: Corridor, every: Iterable[Corridor]) -> dict[str, str]:
    """What can stand beside a way through the corridor, by its text in a link: other corridors, other branches."""
    others = {other.id: other.title for other in every if other.id != corridor.id and other.nodes}
    return others | {BRANCH + name: tr("By {branch}", branch=corridor.branch(name)) for name in corridor.alternatives}


def ways(corridor: Corridor, enquiry: Enquiry, route: Route, every: Iterable[Corridor]) -> list[tuple[str, Route]]:
    """The ways with their titles, that of the page first; where no way leads, there is none."""
    named, there = choices(corridor, every), {other.id: other for other in every}
    found = [(corridor.title, route)]
    for text in enquiry.beside:
        if text.startswith(BRANCH):
            allow = (*enquiry.allow, text.removeprefix(BRANCH))
            other = find_route(corridor, enquiry.start, enquiry.end, via=enquiry.via, allow=allow)
        else:
            ends = usual(there[text])
            other = find_route(there[text], ends.start, ends.end)
        if other and other.steps:
            found.append((named[text], other))
    return found


def table(found: list[tuple[str, Route]], words: Words) -> str:
    """The ways as columns; "" where one stands alone."""
    if len(found) < 2:
        return ""
    routes = [Route(told_corridor(r.corridor, words.language), r.start, r.end, r.steps) for _, r in found]
    modes = [mode for mode in Mode if any(route.km(mode) for route in routes)]
    rows = [(tr("From and to"), [_ends(route, words) for route in routes])]
    rows += [(_MODES[mode], [_km(route.km(mode), words) for route in routes]) for mode in modes]
    rows += [
        (tr("In all, km"), [_km(route.km(), words) for route in routes]),
        (tr("Borders"), [words.number(len(route.borders)) for route in routes]),
        (tr("Gauge changes"), [_places(route, route.gauge_changes, words) for route in routes]),
        (tr("Transhipments"), [_places(route, route.transhipments, words) for route in routes]),
        (tr("Transit time"), [_time(route, words) for route in routes]),
        (tr("Latest volume"), [_volume(route.corridor, words) for route in routes]),
    ]
    body = "".join(
        f"<tr><th scope='row'>{escape(words.say(name))}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        for name, cells in rows
    )
    columns = head(("", *(title for title, _ in found)), words)
    html = f"<table>{columns}<tbody>{body}</tbody></table>"
    return scrolling(html, tr("Ways side by side"), words)


def _ends(route: Route, words: Words) -> str:
    return " – ".join(escape(words.say(route.corridor.node[id_].name)) for id_ in (route.start, route.end))


def _km(km: float, words: Words) -> str:
    return words.number(round(km))


def _places(route: Route, ids: Iterable[str], words: Words) -> str:
    names = [route.corridor.node[id_].name for id_ in ids]
    return words.number(len(names)) + _quiet(escape(words.say(series(names))))


def _time(route: Route, words: Words) -> str:
    """The time that a source states for this way, else for the whole corridor."""
    corridor, covering, whole = route.corridor, route.covering_time, whole_times(route.corridor)
    if covering:
        said = escape(words.say(days_line(covering.low, covering.high)))
        return said + _cited(corridor, covering.citations, words)
    if not whole:
        return _not_stated(words)
    spread = days_line(min(time.low for time in whole), max(time.high for time in whole))
    said = escape(words.say(tr("{days} for the whole corridor", days=spread)))
    return said + _cited(corridor, [citation for time in whole for citation in time.citations], words)


def _volume(corridor: Corridor, words: Words) -> str:
    """The newest year of each series whose newest year no other has passed."""
    year = max((volume.year for volume in corridor.volumes), default=None)
    if year is None:
        return _not_stated(words)
    titles: Mapping[str, str] = dict(corridor.series)
    cells = []
    for volume in corridor.volumes:
        if volume.year == year:
            low, high = words.number(volume.low), words.number(volume.high)
            amount = low if low == high else f"{low}–{high}"
            said = tr("{amount} {unit} in {year}", amount=amount, unit=volume.unit, year=str(year))
            told = filter(None, (titles.get(volume.series, ""), volume.note))
            notes = "".join(_quiet(escape(words.say(text))) for text in told)
            cells.append(f"{escape(words.say(said))}{notes}{_cited(corridor, volume.citations, words)}")
    return "".join(f"<div>{cell}</div>" for cell in cells)


def _cited(corridor: Corridor, citations: Iterable[Citation], words: Words) -> str:
    """Who says so, each once, with a link where there is an address."""
    ids = dict.fromkeys(citation.source for citation in citations if citation.source in corridor.source)
    lines = [source_line(corridor.source[id_]) for id_ in ids]
    shown = (
        linked(line["url"], escape(words.say(series((line["publisher"] or line["title"], line["published"])))))
        for line in lines
    )
    return _quiet("; ".join(shown))


def _quiet(html: str) -> str:
    return f"<div class='quiet'>{html}</div>" if html else ""


def _not_stated(words: Words) -> str:
    return f"<span class='quiet'>{escape(words.say(tr('not stated')))}</span>"
