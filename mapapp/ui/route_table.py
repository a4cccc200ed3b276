"""A way through a corridor in HTML: its figures, its legs, its length beside what is on record, its transit times.

Every text is escaped; st.html sees no markup of a data file.
"""

from collections.abc import Iterable
from html import escape

from mapapp.corridor import Corridor, Mode, OfficialLength, TransitTime
from mapapp.routing.legs import MODES, Leg, days_line, legs, length_line, whole_times
from mapapp.routing.route import Route
from mapapp.ui.references import References

_HEAD = ("Leg", "Mode", "km", "From the start", "Gauge", "Border", "At its end", "Status", "Operator")
_NUMBERS = ("km", "From the start")


def figures(route: Route) -> str:
    """Lengths by mode and what interrupts the way."""
    modes = [mode for mode in Mode if any(step.section.mode == mode for step in route.steps)]
    cells = [(f"{route.km(mode):,.0f} km", mode.value) for mode in modes]
    cells += [(f"{route.km():,.0f} km", "in all")] if len(cells) > 1 else []
    names = [route.corridor.node[id_].name for id_ in route.gauge_changes]
    cells.append((str(len(route.borders)), "border" if len(route.borders) == 1 else "borders"))
    changes = "gauge change" if len(names) == 1 else "gauge changes"
    cells.append((str(len(names)), f"{changes}: {', '.join(names)}" if names else changes))
    ports = [route.corridor.node[id_].name for id_ in route.transhipments]
    moved = "transhipment" if len(ports) == 1 else "transhipments"
    cells.append((str(len(ports)), f"{moved}: {', '.join(ports)}" if ports else moved))
    items = "".join(f"<div><strong>{escape(n)}</strong> {escape(words)}</div>" for n, words in cells)
    return f"<div class='figures'>{items}</div>"


def stretches(route: Route) -> str:
    """The way in short: what goods cover without being moved to another vehicle."""
    node = route.corridor.node
    items = []
    for stretch in route.stretches:
        gauge = f", {stretch.gauge_mm:,} mm" if stretch.gauge_mm else ""
        ends = f"{node[stretch.start].name} – {node[stretch.end].name}"
        mode = MODES[stretch.mode].capitalize()
        items.append(f"<li><b>{escape(ends)}</b><span>{escape(mode + gauge)}, {stretch.km:,.0f} km</span></li>")
    return f"<ol class='stretches'>{''.join(items)}</ol>"


def table(route: Route, notes: References) -> str:
    """The legs, one a row; it scrolls within itself where it is too wide."""
    rows = "".join(_row(leg, notes) for leg in legs(route))
    total = f"<tr><th>{len(route.steps)} legs</th><td></td><td class='n'>{route.km():,.0f}</td>"
    foot = f"<tfoot>{total}{'<td></td>' * (len(_HEAD) - 3)}</tr></tfoot>"
    return scrolling(f"<table>{head(_HEAD, _NUMBERS)}<tbody>{rows}</tbody>{foot}</table>", "The legs of the way")


def _row(leg: Leg, notes: References) -> str:
    section = leg.section
    km = f"{section.km:,.0f}" if section.km >= 10 else f"{section.km:.1f}"
    note = f"<div class='quiet'>{escape(section.note)}</div>" if section.note else ""
    name = f"{escape(leg.start.name)} – {escape(leg.end.name)}{notes.cite(section.citations)}{note}"
    gauge = f"{section.gauge_mm:,} mm" if section.gauge_mm else ""
    gauges = f"gauge {leg.gauge_line}" if leg.gauges else ""
    moved = f"transhipment, {leg.transhipment_line}" if leg.modes else ""
    at_end = f"<b>{escape(', '.join(filter(None, (gauges, moved))).capitalize())}</b>"
    estimated = f"<div class='quiet'>{length_line(section)}</div>" if length_line(section) else ""
    cells = (
        f"<td>{escape(MODES[section.mode].capitalize())}</td><td class='n'>{km}{estimated}</td>"
        f"<td class='n'>{leg.from_start_km:,.0f}</td><td class='mm'>{gauge}</td>"
        f"<td>{escape(leg.border_line)}</td><td>{at_end}</td><td>{escape(section.status)}</td>"
        f"<td>{escape(section.operator)}</td>"
    )
    return f"<tr><th scope='row'>{name}</th>{cells}</tr>"


def warnings(route: Route, allowed: Iterable[str]) -> list[str]:
    """What a reader must know of this way, in sentences of plain text."""
    corridor, found = route.corridor, []
    closed = [f"{_ends(corridor, s.start, s.end)} ({s.status})" for s in route.not_operating]
    if closed:
        found.append(f"No way is open from end to end. This one takes what is not in use: {', '.join(closed)}.")
    taken = dict.fromkeys(
        branch
        for step in route.steps
        if step.section.branches and set(step.section.branches) <= set(corridor.alternatives) - set(allowed)
        for branch in step.section.branches[:1]
    )
    if taken:
        found.append(f"Nothing else leads there, so the way takes an alternative: {', '.join(taken)}.")
    if route.estimated_km:
        words = f"No source states a length for {route.estimated_km:,.0f} km of this way"
        found.append(f"{words}; they are measured on the map and shorter than the track.")
    return found


def lengths(route: Route, notes: References) -> str:
    """The way beside each published length of the corridor; "" where none is on record."""
    official = route.corridor.official_lengths
    if not official:
        return ""
    own = (route.km(Mode.RAIL), route.km(Mode.SEA), route.km())
    ends = _ends(route.corridor, route.start, route.end)
    rows = f"<tr><th scope='row'>This way, {escape(ends)}</th>{''.join(_km(km) for km in own)}</tr>"
    for length in official:
        rows += _official(length, own, notes)
    columns = ("Length of", "Rail, km", "Sea, km", "In all, km")
    return scrolling(f"<table>{head(columns, columns[1:])}<tbody>{rows}</tbody></table>", "Lengths beside each other")


def _official(length: OfficialLength, own: tuple[float, float, float], notes: References) -> str:
    stated = (length.rail_km, length.sea_km, length.total_km)
    note = f"<div class='quiet'>{escape(length.note)}</div>" if length.note else ""
    name = f"On record: {escape(length.what or 'the corridor')}{notes.cite(length.citations)}{note}"
    cells = "".join(_km(km, ours) for km, ours in zip(stated, own, strict=True))
    return f"<tr><th scope='row'>{name}</th>{cells}</tr>"


def _km(km: float | None, beside: float | None = None) -> str:
    if km is None:
        return "<td class='n quiet'>not stated</td>"
    away = round(beside - km) if beside is not None else 0
    shorter = f"this way {abs(away):,} {'less' if away < 0 else 'more'}" if away else "the same"
    return f"<td class='n'>{km:,.0f}{f'<div class=quiet>{shorter}</div>' if beside is not None else ''}</td>"


def times(route: Route, notes: References) -> str:
    """Stated transit times: of this way, of parts of it, and of the whole corridor as a range."""
    corridor, covering = route.corridor, route.covering_time
    parts = [time for time in route.transit_times if time is not covering]
    whole = whole_times(corridor)
    html = ""
    if covering:
        html += f"<p><b>{_days(covering)}</b> for this way.{_why(covering, notes)}</p>"
    elif route.steps:
        html += "<p>No source states a time for just this way.</p>"
    if parts:
        items = (f"{escape(_ends(corridor, t.start, t.end))}: {_days(t)}.{_why(t, notes)}" for t in parts)
        html += f"<p>Parts of it:</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    if whole:
        spread = days_line(min(t.low for t in whole), max(t.high for t in whole))
        sources = "Sources state" if len(whole) > 1 else "A source states"
        html += f"<p>{sources} <b>{spread}</b> for the whole corridor:</p>"
        html += f"<ul>{''.join(f'<li>{_days(t)}.{_why(t, notes)}</li>' for t in whole)}</ul>"
    return html


def _days(time: TransitTime) -> str:
    return days_line(time.low, time.high)


def _why(time: TransitTime, notes: References) -> str:
    return f" {escape(time.note)}{notes.cite(time.citations)}"


def _ends(corridor: Corridor, start: str, end: str) -> str:
    return f"{corridor.node[start].name} – {corridor.node[end].name}"


def head(columns: Iterable[str], numbers: Iterable[str] = ()) -> str:
    """The head of a table; ``numbers`` are columns that stand to the right."""
    kinds = dict.fromkeys(numbers, " class='n'")
    cells = "".join(f"<th scope='col'{kinds.get(name, '')}>{escape(name)}</th>" for name in columns)
    return f"<thead><tr>{cells}</tr></thead>"


def scrolling(table_: str, label: str) -> str:
    """A box in which a wide table scrolls, also by keyboard."""
    return f"<div class='scrolling' role='region' aria-label='{escape(label)}' tabindex='0'>{table_}</div>"
