"""Asking an online service for a name: only on a click, and only after it was said what is sent where.

What a service said is kept for the session, so that it stands among the candidates.
"""

from dataclasses import replace
from html import escape

import streamlit as st

from mapapp.drafts.names import Entry, question
from mapapp.errors import GeocodingError
from mapapp.geocoding import SERVICES, online
from mapapp.message import tr
from mapapp.place import Candidate, Resolution, Unknown
from mapapp.ui.text import plain, sentence
from mapapp.words.language import Words

_ANSWERS = "online_answers"  # by tour, name and service: a resolution, or a sentence that says why there is none


def draw(tour: str, entry: Entry, words: Words) -> None:
    """Draw the button behind which a service can be asked for a name, and what it said."""
    label = plain(tr("Ask an online service"), words)
    place = st.popover(label, key=f"live_{entry.key}", type="tertiary", on_change="rerun")
    if place.open:  # nothing is prepared, let alone sent, before
        with place:
            _ask(tour, entry, words)
            _tell(tour, entry, words)  # what stands under it cannot be seen
    else:
        _tell(tour, entry, words)


def candidates(tour: str, entry: Entry) -> tuple[Candidate, ...]:
    """The candidates for a name, each with what services said of it in this session; first what only they have."""
    told: dict[str, Candidate] = {}
    for answer in _answers(tour, entry).values():
        if not isinstance(answer, str):
            told |= {candidate.place.id: candidate for candidate in _candidates(answer)}
    known = [replace(c, reasons=told.pop(c.place.id, c).reasons) for c in entry.candidates]
    return (*told.values(), *known)


def _tell(tour: str, entry: Entry, words: Words) -> None:
    """Draw what services said of a name."""
    for name, answer in _answers(tour, entry).items():
        facts = next(facts for facts in SERVICES if facts.name == name)
        if isinstance(answer, str):
            said = tr("{service} could not be asked. {reason}", service=facts.title, reason=answer)
        elif any(facts.title in reason for c in _candidates(answer) for reason in c.reasons):
            data = facts.attribution
            said = tr(
                "{service} has been asked; its places stand among the others. Data: {data}.",
                service=facts.title,
                data=data,
            )
        else:
            said = tr("{service} knows no place of this name.", service=facts.title)
        st.html(_sentence(said, words))


def _candidates(answer: Resolution) -> tuple[Candidate, ...]:
    return answer.near_misses if isinstance(answer, Unknown) else answer.candidates


def _ask(tour: str, entry: Entry, words: Words) -> None:
    title = {facts.name: facts.title for facts in SERVICES}
    name = st.selectbox(
        plain(tr("Service"), words), list(title), format_func=title.__getitem__, key=f"service_{entry.key}"
    )
    try:
        service = online(name)
        st.html(_sentence(service.describe(question(entry)), words))
    except GeocodingError as error:  # such as a service whose key is missing
        st.html(_sentence(sentence(error), words, wrong=True))
        return
    if st.button(plain(tr("Look it up with {service}", service=title[name]), words), key=f"ask_{entry.key}"):
        with st.spinner(plain(tr("Waiting for {host}", host=service.domain), words)):
            try:
                answer: Resolution | str = service.resolve(question(entry))
            except GeocodingError as error:
                answer = sentence(error)
        kept = st.session_state.get(_ANSWERS, {})
        st.session_state[_ANSWERS] = kept | {(tour, entry.key, name): answer}


def _answers(tour: str, entry: Entry) -> dict[str, Resolution | str]:
    kept = st.session_state.get(_ANSWERS, {})
    return {name: answer for (t, key, name), answer in kept.items() if (t, key) == (tour, entry.key)}


def _sentence(said: str, words: Words, *, wrong: bool = False) -> str:
    return f'<p class="{"wrong" if wrong else "said"}">{escape(words.say(said))}</p>'
