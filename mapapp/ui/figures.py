"""Figures of the tour as bars, with unit, period and source."""

from html import escape

import streamlit as st

from mapapp.message import tr
from mapapp.tour import Figure, Tour
from mapapp.ui.references import linked
from mapapp.ui.text import plain
from mapapp.words.cards import Footnotes, source_line, source_words
from mapapp.words.language import Words
from mapapp.words.untold import markup


def draw(tour: Tour, words: Words) -> None:
    """Draw the figures; those of one group and unit share a scale and stand in one chart."""
    if not tour.figures:
        return
    notes = Footnotes(tour)
    charts = dict.fromkeys((figure.group, figure.unit) for figure in tour.figures)
    figures = st.expander(plain(tr("Figures"), words), key="figures", on_change="rerun")
    if not figures.open:
        return
    with figures:
        for group, unit in charts:
            st.html(_chart([f for f in tour.figures if (f.group, f.unit) == (group, unit)], unit, notes, words))
        st.html(_sources(tour, notes, words))


def _chart(figures: list[Figure], unit: str, notes: Footnotes, words: Words) -> str:
    """One chart. Every text is escaped; st.html sees no markup of a data file."""
    top = max(abs(figure.value) for figure in figures) or 1
    compared = len(figures) > 1  # one bar alone compares nothing
    rows = "".join(_row(figure, abs(figure.value) / top if compared else None, notes, words) for figure in figures)
    group = figures[0].group or figures[0].label
    group, unit = words.say(group), words.say(unit)
    title = group if group == unit else f"{group}, {unit}"  # companies are counted in companies
    title = title[:1].upper() + title[1:]
    return f'<figure class="bars"><figcaption>{escape(title)}</figcaption>{rows}</figure>'


def _change(percent: float) -> str:
    return tr("(+{n}%)", n=percent) if percent >= 0 else tr("(−{n}%)", n=-percent)


def _row(figure: Figure, share: float | None, notes: Footnotes, words: Words) -> str:
    own = notes.tour.language
    change = f" {words.say(_change(figure.change))}" if figure.change is not None else ""
    cited = " ".join(f"<sup>{number}</sup>" for number, _ in notes.cite(figure.citations))
    period = figure.period or words.say(tr("Period not stated"))
    note = "; ".join(markup(text, own, words) for text in (period, figure.note) if text)
    value, label = words.number(figure.value), markup(figure.label, own, words)
    bar = "" if share is None else f'<div class="bar" style="width:{share:.1%}"></div>'
    return (
        f'<div class="row"><div>{label}: <strong>{value}</strong>{escape(change)}{cited}</div>'
        f'{bar}<div class="note">{note}</div></div>'
    )


def _sources(tour: Tour, notes: Footnotes, words: Words) -> str:
    numbers = sorted({number for figure in tour.figures for number, _ in notes.cite(figure.citations)})
    sources = notes.sources()
    lines = []
    for number in numbers:
        line = source_line(sources[number - 1])
        lines.append(f'<div class="note">{number} {linked(line["url"], escape(words.say(source_words(line))))}</div>')
    return f'<div class="bars">{"".join(lines)}</div>'
