"""One proposal on the page "Article": what was read, what is in doubt, Take, Leave out, and any value changed."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from mapapp import country
from mapapp.articles import reviewing
from mapapp.articles.records import Proposal, Spot
from mapapp.geocoding import offline_resolver
from mapapp.message import Message, tr
from mapapp.place import where_words
from mapapp.tour import Status
from mapapp.ui.article import head, session
from mapapp.ui.article.session import Work
from mapapp.ui.text import labels, plain
from mapapp.words import terms
from mapapp.words.language import Words

_OPEN, _OTHER = "", "?"  # answers to "Where?": left open, another place
_MOST = 4  # places of a name that are offered


def draw(made: Work, proposal: Proposal, words: Words) -> None:
    """The card; keys act on the one in hand."""
    key, in_hand = proposal.key, made.current is proposal
    with st.container(key=f"{'hand' if in_hand else 'card'}_{key}", border=True, gap="small"):
        told, buttons = st.columns([0.8, 0.2])
        told.html(head.head(made.reading, proposal, words))
        with buttons:
            _buttons(made, key, words, in_hand=in_hand)
        if key not in made.taken | made.left:
            _doubts(made, proposal, words)
        with st.expander(plain(tr("Change"), words)):
            _fields(proposal, words)


def _buttons(made: Work, key: str, words: Words, *, in_hand: bool) -> None:
    with st.container(key=f"do_{key}", gap="small"):
        if key in made.taken | made.left:
            back = plain(tr("Put back"), words)
            st.button(back, key=f"back_{key}", on_click=session.decide, args=(key, ""), width="stretch")
            return
        take = plain(tr("Take"), words)
        leave = plain(tr("Leave out"), words)
        st.button(
            take, key=f"take_{key}", type="primary", shortcut="Enter" if in_hand else None, width="stretch",
            on_click=session.decide, args=(key, "take"),
        )  # fmt: skip
        st.button(leave, key=f"leave_{key}", width="stretch", on_click=session.decide, args=(key, "leave"))


def _doubts(made: Work, proposal: Proposal, words: Words) -> None:
    """A question about each value in doubt, with the answers that come near."""
    if wrong := session.wrong(proposal.key):
        st.error(plain(wrong, words))
    if said := proposal.spot.doubt:
        with st.container(key=f"where_{proposal.key}", gap=None):
            st.html(head.doubt(words, tr("Where?"), said))
            _where(made, proposal, words)
    if said := proposal.when.doubt:
        st.html(head.doubt(words, tr("When?"), said, *_wide(proposal)))
    people = (f.doubt for f in (*proposal.travellers, *proposal.others))
    rest = [said for said in (proposal.title.doubt, proposal.status.doubt, *people) if said]
    if rest:
        st.html(head.doubt(words, tr("Is it so?"), *dict.fromkeys(rest)))


def _wide(proposal: Proposal) -> tuple[Message, ...]:
    return (tr("It is drawn as wide as the doubt."),) if proposal.when.value is None else ()


def _where(made: Work, proposal: Proposal, words: Words) -> None:
    """Leave it open, the places of that name or those that the text names in the country, or any other place."""
    answers = _answers(made, proposal)
    said: Callable[[str], str] = lambda id_: answers[id_][0]  # noqa: E731  # typed for `labels`
    key = f"at_{proposal.key}"
    chosen = st.radio(
        plain(tr("Where?"), words), list(answers), format_func=labels(said, words), key=key,
        horizontal=True, label_visibility="collapsed", on_change=_answered, args=(proposal.key, key),
    )  # fmt: skip
    if chosen == _OTHER:
        other = f"other_{proposal.key}"
        label = plain(tr("Another place"), words)
        args = (proposal.key, other, other, _placed)
        st.text_input(label, key=other, label_visibility="collapsed", on_change=_change, args=args)


def _answers(made: Work, proposal: Proposal) -> dict[str, tuple[str, Spot | None]]:
    """What may be answered, by the id of the place: the words, and the place with the name that the text has for it."""
    spot = proposal.spot.value
    found: dict[str, tuple[str, Spot | None]] = {}
    for one in spot.candidates[:_MOST]:
        found[one.place.id] = where_words(one.place), replace(spot, place=one.place, candidates=(one,))
    if not spot.candidates and spot.country:
        found[_OPEN] = tr("leave open, draw in {country}", country=country.name(spot.country)), spot
        for town, paragraph in made.towns(spot.country)[:_MOST]:
            said = {"city": head.named(town), "number": str(paragraph)}
            capital = town.place and town.place.kind == "capital"
            named = tr("{city}, the capital (paragraph {number} names it)", **said)
            found[f"{paragraph}-{town.toponym}"] = (
                named if capital else tr("{city} (paragraph {number} names it)", **said), town
            )  # fmt: skip
    return found | {_OTHER: (tr("another place …"), None)}


def _answered(key: str, widget: str) -> None:
    made = session.work()
    proposal = next((p for p in made.reading.proposals if p.key == key), None) if made else None
    spot = _answers(made, proposal).get(st.session_state[widget], ("", None))[1] if made and proposal else None
    if spot:
        session.change(key, lambda proposal: reviewing.with_spot(proposal, spot))


def _placed(proposal: Proposal, name: str) -> Proposal:
    """The proposal at the place of that name."""
    return reviewing.with_place(proposal, name, offline_resolver)


def _fields(proposal: Proposal, words: Words) -> None:
    if (wrong := session.wrong(proposal.key)) and proposal.sure:
        st.error(plain(wrong, words))
    texts: tuple[tuple[str, Message, str, Callable[[Proposal, str], Proposal]], ...] = (
        ("title", tr("Title"), proposal.title.value, reviewing.with_title),
        ("when", tr("When (YYYY-MM-DD, YYYY-MM, YYYY or a range)"), str(proposal.when.value or ""),
         reviewing.with_when),
        ("place", tr("Place (empty: drawn in the country)"), proposal.spot.value.toponym, _placed),
        ("who", tr("Who travels (names between semicolons)"), reviewing.people_words(proposal.travellers),
         reviewing.with_travellers),
        ("met", tr("Who is met or takes part"), reviewing.people_words(proposal.others), reviewing.with_others),
    )  # fmt: skip
    for name, title, value, change in texts:
        shown = f"{name}_{proposal.key}"
        widget = _widget(shown, value)
        args = (proposal.key, shown, widget, change)
        st.text_input(plain(title, words), value, key=widget, on_change=_change, args=args)
    states, status = [status.value for status in Status], proposal.status.value.value
    shown = f"status_{proposal.key}"
    widget = _widget(shown, status)
    st.segmented_control(
        plain(tr("Status"), words), states, default=status, format_func=labels(terms.status, words), key=widget,
        on_change=_change, args=(proposal.key, shown, widget, _with_status),
    )  # fmt: skip


def _widget(shown: str, value: str) -> str:
    """The key of a widget that shows the value, another one where that was changed elsewhere, as by a mark in the text.

    Of a widget whose value is set while it is drawn a busy browser may send back the empty one that it had before.
    """
    last, number = st.session_state.get(f"{shown}_shown", (value, 0))
    number += last != value
    st.session_state[f"{shown}_shown"] = value, number
    return f"{shown}_{number}" if number else shown


def _with_status(proposal: Proposal, status: str) -> Proposal:
    return reviewing.with_status(proposal, Status(status))


def _change(key: str, shown: str, widget: str, change: Callable[[Proposal, str], Proposal]) -> None:
    value = st.session_state[widget]
    if value is None:
        return
    session.change(key, lambda proposal: change(proposal, value))
    if not session.wrong(key):  # what was written stays in its widget, as does what is wrong
        _, number = st.session_state.get(f"{shown}_shown", ("", 0))
        st.session_state[f"{shown}_shown"] = value, number
