"""A way through a corridor in HTML: its figures, its legs, its length beside what is on record, its transit times.

Every text is escaped; st.html sees no markup of a data file.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape

from mapapp.corridor import Corridor, Mode, OfficialLength, TransitTime
from mapapp.message import Message, plural, series, tr
from mapapp.routing.legs import Leg, days_line, legs, length_line, whole_times
from mapapp.routing.route import Route
from mapapp.ui.references import References
from mapapp.words import terms
from mapapp.words.language import Words

_HEAD = (
    *(tr("Leg"), tr("Mode"), tr("km"), tr("From the start"), tr("Gauge")),
    *(tr("Border"), tr("At its end"), tr("Status"), tr("Operator")),
)
_NUMBERS = (2, 3)
_MODES = {Mode.RAIL: tr("by rail"), Mode.SEA: tr("by ship"), Mode.ROAD: tr("by road")}


def figures(route: Route, words: Words) -> str:
    """Lengths by mode and what interrupts the way."""
    modes = [mode for mode in Mode if any(step.section.mode == mode for step in route.steps)]
    cells: list[Message] = [tr("{n} km {mode}", n=round(route.km(mode)), mode=_MODES[mode]) for mode in modes]
    if len(cells) > 1:
        cells.append(tr("{n} km in all", n=round(route.km())))
    node = route.corridor.node
    changes, ports = (series(node[id_].name for id_ in ids) for ids in (route.gauge_changes, route.transhipments))
    cells.append(plural(len(route.borders), "{n} border", "{n} borders"))
    changed = plural(len(route.gauge_changes), "{n} gauge change", "{n} gauge changes")
    cells.append(series((changed, changes), ": "))
    moved = plural(len(route.transhipments), "{n} transhipment", "{n} transhipments")
    cells.append(series((moved, ports), ": "))
    items = "".join(f"<div>{_figure(words.say(cell))}</div>" for cell in cells)
    return f"<div class='figures'>{items}</div>"


def _figure(said: str) -> str:
    """A cell whose number stands out."""
    return re.sub(r"^([\d.,\s]*\d)", r"<strong>\1</strong>", escape(said))


def stretches(route: Route, words: Words) -> str:
    """The way in short: what goods cover without being moved to another vehicle."""
    node = route.corridor.node
    items = []
    for stretch in route.stretches:
        ends = f"{node[stretch.start].name} – {node[stretch.end].name}"
        said = series((_mode(stretch.mode), _mm(stretch.gauge_mm), tr("{n} km", n=round(stretch.km))))
        items.append(f"<li><b>{escape(ends)}</b><span>{escape(words.say(said))}</span></li>")
    return f"<ol class='stretches'>{''.join(items)}</ol>"


def table(route: Route, notes: References) -> str:
    """The legs, one a row; it scrolls within itself where it is too wide."""
    words = notes.words
    rows = "".join(_row(leg, notes) for leg in legs(route))
    count = escape(words.say(plural(len(route.steps), "{n} leg", "{n} legs")))
    total = f"<tr><th>{count}</th><td></td><td class='n'>{words.number(round(route.km()))}</td>"
    foot = f"<tfoot>{total}{'<td></td>' * (len(_HEAD) - 3)}</tr></tfoot>"
    html = f"<table>{head(_HEAD, words, _NUMBERS)}<tbody>{rows}</tbody>{foot}</table>"
    return scrolling(html, tr("The legs of the way"), words)


def _mode(mode: Mode) -> Message:
    if mode == Mode.SEA:
        return tr("Ship")
    return tr("Rail") if mode == Mode.RAIL else tr("Road")


def _mm(gauge: int | None) -> str:
    return tr("{n} mm", n=str(gauge)) if gauge else ""


def _row(leg: Leg, notes: References) -> str:
    section, words = leg.section, notes.words
    km = words.number(round(section.km) if section.km >= 10 else round(section.km, 1))
    note = f"<div class='quiet'>{escape(section.note)}</div>" if section.note else ""
    name = f"{escape(leg.start.name)} – {escape(leg.end.name)}{notes.cite(section.citations)}{note}"
    gauge = escape(words.say(_mm(section.gauge_mm)))
    gauges = tr("Gauge {gauges}", gauges=leg.gauge_line) if leg.gauges else ""
    moved = tr("Transhipment, {modes}", modes=leg.transhipment_line) if leg.modes else ""
    at_end = f"<b>{escape(words.say(series((gauges, moved))))}</b>"
    length = escape(words.say(length_line(section)))
    estimated = f"<div class='quiet'>{length}</div>" if length else ""
    status = escape(words.say(terms.of_line(section.status)))
    cells = (
        f"<td>{escape(words.say(_mode(section.mode)))}</td><td class='n'>{km}{estimated}</td>"
        f"<td class='n'>{words.number(round(leg.from_start_km))}</td><td class='mm'>{gauge}</td>"
        f"<td>{escape(words.say(leg.border_line))}</td><td>{at_end}</td><td>{status}</td>"
        f"<td>{escape(section.operator)}</td>"
    )
    return f"<tr><th scope='row'>{name}</th>{cells}</tr>"


def warnings(route: Route, allowed: Iterable[str]) -> list[Message]:
    """What a reader must know of this way, in sentences of plain text."""
    corridor, found = route.corridor, []
    closed = [
        tr("{section} ({status})", section=_ends(corridor, s.start, s.end), status=terms.of_line(s.status))
        for s in route.not_operating
    ]
    if closed:
        said = series(closed)
        found.append(
            tr("No way is open from end to end. This one takes what is not in use: {sections}.", sections=said)
        )
    taken = dict.fromkeys(
        branch
        for step in route.steps
        if step.section.branches and set(step.section.branches) <= set(corridor.alternatives) - set(allowed)
        for branch in step.section.branches[:1]
    )
    if taken:
        found.append(
            tr("Nothing else leads there, so the way takes an alternative: {branches}.", branches=series(taken))
        )
    if route.estimated_km:
        found.append(
            tr(
                "No source states a length for {n} km of this way; "
                "they are measured on the map and shorter than the track.",
                n=round(route.estimated_km),
            )
        )
    return found


def lengths(route: Route, notes: References) -> str:
    """The way beside each published length of the corridor; "" where none is on record."""
    official = route.corridor.official_lengths
    if not official:
        return ""
    words = notes.words
    own = (route.km(Mode.RAIL), route.km(Mode.SEA), route.km())
    ends = _ends(route.corridor, route.start, route.end)
    this = escape(words.say(tr("This way, {ends}", ends=ends)))
    rows = f"<tr><th scope='row'>{this}</th>{''.join(_km(km, words) for km in own)}</tr>"
    for length in official:
        rows += _official(length, own, notes)
    columns = (tr("Length of"), tr("Rail, km"), tr("Sea, km"), tr("In all, km"))
    html = f"<table>{head(columns, words, (1, 2, 3))}<tbody>{rows}</tbody></table>"
    return scrolling(html, tr("Lengths beside each other"), words)


def _official(length: OfficialLength, own: tuple[float, float, float], notes: References) -> str:
    stated = (length.rail_km, length.sea_km, length.total_km)
    note = f"<div class='quiet'>{escape(length.note)}</div>" if length.note else ""
    what = tr("On record: {what}", what=length.what or tr("the corridor"))
    name = f"{escape(notes.words.say(what))}{notes.cite(length.citations)}{note}"
    cells = "".join(_km(km, notes.words, ours) for km, ours in zip(stated, own, strict=True))
    return f"<tr><th scope='row'>{name}</th>{cells}</tr>"


def _km(km: float | None, words: Words, beside: float | None = None) -> str:
    if km is None:
        return f"<td class='n quiet'>{escape(words.say(tr('not stated')))}</td>"
    away = round(beside - km) if beside is not None else 0
    said = tr("this way {n} less", n=-away) if away < 0 else tr("this way {n} more", n=away) if away else tr("the same")
    told = f"<div class=quiet>{escape(words.say(said))}</div>" if beside is not None else ""
    return f"<td class='n'>{words.number(round(km))}{told}</td>"


def times(route: Route, notes: References) -> str:
    """Stated transit times: of this way, of parts of it, and of the whole corridor as a range."""
    corridor, covering, words = route.corridor, route.covering_time, notes.words
    parts = [time for time in route.transit_times if time is not covering]
    whole = whole_times(corridor)
    html = ""
    if covering:
        said = _strong(tr("{days} for this way.", days=_DAYS), _days(covering), words)
        html += f"<p>{said}{_why(covering, notes)}</p>"
    elif route.steps:
        html += f"<p>{escape(words.say(tr('No source states a time for just this way.')))}</p>"
    if parts:
        told = ((tr("{section}: {days}.", section=_ends(corridor, t.start, t.end), days=_days(t)), t) for t in parts)
        items = "".join(f"<li>{escape(words.say(said))}{_why(t, notes)}</li>" for said, t in told)
        html += f"<p>{escape(words.say(tr('Parts of it:')))}</p><ul>{items}</ul>"
    if whole:
        spread = days_line(min(t.low for t in whole), max(t.high for t in whole))
        one = tr("A source states {days} for the whole corridor:", days=_DAYS)
        several = tr("Sources state {days} for the whole corridor:", days=_DAYS)
        html += f"<p>{_strong(several if len(whole) > 1 else one, spread, words)}</p>"
        items = "".join(f"<li>{escape(words.say(tr('{days}.', days=_days(t))))}{_why(t, notes)}</li>" for t in whole)
        html += f"<ul>{items}</ul>"
    return html


_DAYS = "\N{OBJECT REPLACEMENT CHARACTER}"


def _strong(said: Message, days: str, words: Words) -> str:
    """The sentence with the days in the place that is kept for them, where they stand out."""
    return escape(words.say(said)).replace(_DAYS, f"<b>{escape(words.say(days))}</b>")


def _days(time: TransitTime) -> str:
    return days_line(time.low, time.high)


def _why(time: TransitTime, notes: References) -> str:
    return f" {escape(time.note)}{notes.cite(time.citations)}"


def _ends(corridor: Corridor, start: str, end: str) -> str:
    return f"{corridor.node[start].name} – {corridor.node[end].name}"


def head(columns: Sequence[str], words: Words, numbers: Collection[int] = ()) -> str:
    """The head of a table; ``numbers`` are the places of columns that stand to the right."""
    kinds = [" class='n'" if place in numbers else "" for place, _ in enumerate(columns)]
    cells = "".join(
        f"<th scope='col'{kind}>{escape(words.say(name))}</th>" for kind, name in zip(kinds, columns, strict=True)
    )
    return f"<thead><tr>{cells}</tr></thead>"


def scrolling(table_: str, label: str, words: Words) -> str:
    """A box in which a wide table scrolls, also by keyboard."""
    return f"<div class='scrolling' role='region' aria-label='{escape(words.say(label))}' tabindex='0'>{table_}</div>"
