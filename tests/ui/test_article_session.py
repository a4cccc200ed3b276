"""What a press, a key or a selection does to an article that is being read."""

import pytest
import streamlit as st

from mapapp.articles.records import Article, Kind
from mapapp.ui.article import session
from mapapp.ui.article.session import Work

TEXT = """Foreign Minister Testa Wendling arrived in Baku on 12 May 2025.
She met the President in Tashkent on 14 May 2025.
On 16 May 2025 she travelled on to Bishkek with Ada Rivers."""


@pytest.fixture(autouse=True)
def brought(monkeypatch: pytest.MonkeyPatch) -> Work:
    """The article as it was read first, in a session of its own."""
    monkeypatch.setattr(st, "session_state", {})
    session.begin(Article(TEXT))
    made = work()
    assert len(made.open) >= 2
    return made


def work() -> Work:
    made = session.work()
    assert made is not None
    return made


def held() -> str:
    current = work().current
    return current.key if current else ""


def select(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_arrows_lead_round_the_open_proposals(brought: Work) -> None:
    keys = [p.key for p in brought.open]
    session.hold(keys[0])
    seen = [held()]
    for _ in keys:
        session.step(1)
        seen.append(held())
    assert seen == [*keys, keys[0]], "after the last comes the first"
    session.step(-1)
    assert held() == keys[-1]


def test_from_a_proposal_that_is_decided_a_step_leads_to_the_first_open_one(brought: Work) -> None:
    first, second, *_ = [p.key for p in brought.open]
    session.decide(first, "take")
    session.hold(first)
    session.step(1)
    assert held() == second


def test_what_is_no_proposal_cannot_be_held(brought: Work) -> None:
    session.hold("p999")
    assert work() is brought


def test_a_decision_leads_to_the_next_and_can_be_taken_back(brought: Work) -> None:
    first, second, *_ = [p.key for p in brought.open]
    session.decide(first, "leave")
    assert work().left == {first} and held() == second
    session.decide(first, "take")
    assert work().left == frozenset() and work().taken == {first}
    session.decide(first, "")
    assert not work().taken and held() == first


def test_all_that_are_sure_are_taken_at_once_and_no_other(brought: Work) -> None:
    session.take_sure()
    assert work().taken == {p.key for p in brought.open if p.sure}
    assert all(not p.sure for p in work().open)


def test_selected_words_become_a_stop_with_the_date_of_their_sentence(brought: Work) -> None:
    session.mark("stop", *select("Bishkek"))
    new = next(p for p in work().reading.proposals if p.key not in {p.key for p in brought.reading.proposals})
    assert held() == new.key and not session.wrong() and new.kind == Kind.VISIT
    assert TEXT[new.quote.start : new.quote.end] == "Bishkek"
    quotes = [p.quote for p in work().reading.proposals]
    assert quotes == sorted(quotes), "in the order of the text"
    session.mark("event", *select("travelled on"))
    assert len(work().reading.proposals) == len(brought.reading.proposals) + 2, "each has a key of its own"
    assert next(p for p in work().reading.proposals if p.key == held()).kind != Kind.VISIT


def test_selected_words_give_the_proposal_in_hand_its_person(brought: Work) -> None:
    key = brought.open[0].key
    session.hold(key)
    session.mark("person", *select("Ada Rivers"))
    changed = next(p for p in work().reading.proposals if p.key == key)
    assert any("Ada Rivers" in party.value.name for party in changed.others), changed.others
    assert held() == key


@pytest.mark.parametrize(("start", "end"), [(0, 0), (10, len(TEXT))])
def test_a_selection_that_cannot_be_a_mark_is_told_and_changes_nothing(brought: Work, start: int, end: int) -> None:
    session.mark("stop", start, end)
    assert session.wrong()
    assert work().reading.proposals == brought.reading.proposals
    session.mark("stop", *select("Tashkent"))
    assert not session.wrong(), "what is right takes the sentence away"


def test_a_kind_of_mark_that_is_none_changes_nothing(brought: Work) -> None:
    session.mark("anything", *select("Tashkent"))
    assert work() is brought


def test_before_anything_was_brought_nothing_happens() -> None:
    session.put(None)
    session.mark("stop", 0, 4)
    session.step(1)
    session.hold("p1")
    session.decide("p1", "take")
    session.take_sure()
    session.again(Article(TEXT), "")
    assert session.work() is None
