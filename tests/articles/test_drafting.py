"""Taken proposals become a tour without problems; a second article adds to it instead of doubling."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from mapapp.articles.drafting import folder
from mapapp.articles.quotes import MOST_QUOTED
from mapapp.articles.records import Reading
from mapapp.catalogue.tours import load_tour
from mapapp.exports.json import document
from mapapp.geocoding import offline_resolver
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.cards import cards
from tests.articles.own import reading

FIRST = """Foreign Minister Testa Wendling arrived in Baku on Monday and met Speaker Probst Anderman there.
During a meeting with Georgia’s President, the minister spoke of trade.
Ahead of a summit in Samarkand on May 20, she flew to Tbilisi on Tuesday."""
SECOND = """Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku on Monday.
On Wednesday she visited Yerevan."""


def _rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


def _taken(found: Reading, contents: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    return folder(found, [p.key for p in found.proposals], contents)[0]


def _titled(text: str, title: str, published: str | None = "2025-05-15") -> Reading:
    found = reading(text, published)
    return replace(found, article=replace(found.article, title=title, publisher=f"The {title} Gazette"))


def test_a_draft_has_nothing_that_check_would_name(tmp_path: Path) -> None:
    for name, content in _taken(_titled(FIRST, "First")).items():
        (tmp_path / name).write_bytes(content)
    tour, problems, _ = load_tour(tmp_path, offline_resolver)
    assert problems == () and tour.title == "First"
    assert {v.place.title for v in tour.visits} >= {"Baku", "Tbilisi"}
    assert all(e.citations and e.citations[0].locator.startswith("paragraph") for e in tour.events)


def test_a_place_that_is_not_stated_is_the_country_and_the_card_says_so(tmp_path: Path) -> None:
    """The country itself is meant, and no village that is called like it."""
    for name, content in _taken(
        _titled("Foreign Minister Testa Wendling met Kazakhstan’s President on Monday.", "One")
    ).items():
        (tmp_path / name).write_bytes(content)
    (event,) = load_tour(tmp_path, offline_resolver).tour.events
    assert event.place.is_country and event.at.sure and "names no place" in event.summary


def test_a_tour_of_a_russian_article_is_in_russian(tmp_path: Path) -> None:
    text = "Министр Теста Вымыслова в понедельник встретилась с президентом Казахстана Пробом Выдумановым."
    found = reading(text, language="ru")
    for name, content in _taken(found).items():
        (tmp_path / name).write_bytes(content)
    tour = load_tour(tmp_path, offline_resolver).tour
    assert tour.language == "ru" and tour.visits[0].summary == "В статье не названо место в стране."


def test_only_what_was_taken_is_written() -> None:
    found = _titled(FIRST, "First")
    files, _ = folder(found, [found.proposals[0].key])
    assert len(_rows(files, "visits.csv")) <= 1 and len(_rows(files, "events.csv")) <= 1


def test_quotes_are_annotations_with_the_words_at_their_position() -> None:
    found = _titled(FIRST, "First")
    page = json.loads(_taken(found)["quotes.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["items"]
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert found.article.text[position["start"] : position["end"]] == quote["exact"]
        assert len(quote["exact"]) <= MOST_QUOTED < len(found.article.text)


def test_a_second_article_adds_sources_and_not_doubles(tmp_path: Path) -> None:
    first = _taken(_titled(FIRST, "First"))
    both = _taken(_titled(SECOND, "Second"), first | {"notes.txt": b"kept"})
    assert both["notes.txt"] == b"kept"
    assert len(_rows(both, "people.csv")) == len(_rows(first, "people.csv"))
    (baku,) = [row for row in _rows(both, "visits.csv") if row["place"] == "Baku"]
    assert baku["source"].count(";") == 1 and baku["locator"] == "paragraph 1;paragraph 1"
    meetings = [row for row in _rows(both, "events.csv") if "Anderman" in row["title"]]
    assert len(meetings) == 1 and ";" in meetings[0]["source"]
    assert any(row["place"] == "Yerevan" for row in _rows(both, "visits.csv"))
    for name, content in both.items():
        (tmp_path / name).write_bytes(content)
    assert load_tour(tmp_path, offline_resolver).problems == ()


def test_where_articles_differ_both_stand_on_record() -> None:
    first = _taken(
        _titled("Foreign Minister Testa Wendling will meet Speaker Probst Anderman in Baku on May 16.", "First")
    )
    held = _titled(
        "Foreign Minister Testa Wendling met Speaker Probst Anderman in Baku on May 16.", "Second", "2025-05-17"
    )
    claims = [(row["field"], row["value"]) for row in _rows(_taken(held, first), "claims.csv")]
    assert ("status", "announced") in claims and ("status", "held") in claims


def test_a_place_that_only_one_article_states_is_given_to_the_stay_and_both_stand_on_record(tmp_path: Path) -> None:
    """As when one report names no city and another says Almaty: one meeting, in Almaty, and the card tells of both."""
    text = "Foreign Minister Testa Wendling met Kazakhstan’s President Probst Anderman{} on May 12."
    first, second = (_titled(text.format(where), name) for where, name in (("", "First"), (" in Almaty", "Second")))
    for one, other in ((first, second), (second, first)):
        both = _taken(other, _taken(one))
        for name, content in both.items():
            (tmp_path / name).write_bytes(content)
        tour, problems, _ = load_tour(tmp_path, offline_resolver)
        assert problems == () and len(tour.visits) == len(tour.events) == 1
        assert tour.events[0].place.title == "Almaty" and tour.events[0].summary == ""
        on_record = {claim.value: (claim.kind, claim.citations[0].source) for claim in tour.claims}
        assert on_record == {
            "Almaty": ("statement", "the-second-gazette"), "Kazakhstan": ("unstated", "the-first-gazette"),
        }  # fmt: skip
        assert {q.citation.source for q in tour.quotations} == {"the-first-gazette", "the-second-gazette"}


def test_the_same_article_again_changes_nothing() -> None:
    found = _titled(FIRST, "First")
    found = replace(found, article=replace(found.article, url="https://example.org/a"))
    once = _taken(found)
    again = _taken(found, once)
    assert {n: again[n] for n in once if n.endswith(".csv")} == {n: once[n] for n in once if n.endswith(".csv")}


def test_a_place_that_no_list_knows_is_left_out_with_a_sentence() -> None:
    found = reading("Foreign Minister Testa Wendling arrived in Zzyxqville on Monday.")
    files, notes = folder(found, [p.key for p in found.proposals])
    assert _rows(files, "visits.csv") == [] and "Zzyxqville" in notes[0]


def test_cards_and_json_show_the_words_of_the_source_and_not_the_article(tmp_path: Path) -> None:
    long = FIRST.replace("and met", "and, " + "after a long drive through the hills in the rain, " * 4 + "met")
    found = _titled(long, "First")
    for name, content in _taken(found).items():
        (tmp_path / name).write_bytes(content)
    tour = load_tour(tmp_path, offline_resolver).tour
    told = cards(tour)
    by_title = {card["title"]: card for card in told["events"]}
    (quote,) = by_title["Meeting with Probst Anderman"]["quotes"]
    assert len(quote["words"]) <= MOST_QUOTED and quote["words"] in long and "Anderman" in quote["words"]
    assert quote["cites"] == [(1, "paragraph 1")]
    assert all(card.get("quotes") for card in (*told["events"], *told["visits"]))
    exported = document(Snapshot(tour, tour, View(tour=tour.id)))["quotations"]
    assert quote["words"] in [one["words"] for one in exported]
    assert sum(len(one["words"]) for one in exported) < len(long)


def test_a_smaller_tour_has_the_words_of_what_is_left_alone(tmp_path: Path) -> None:
    for name, content in _taken(_titled(FIRST, "First")).items():
        (tmp_path / name).write_bytes(content)
    tour = load_tour(tmp_path, offline_resolver).tour
    kept = select(tour, View(tour=tour.id, countries=("AZ",)))
    assert kept.quotations and set(kept.quotations) < set(tour.quotations)


def test_a_russian_and_an_english_article_of_one_journey_are_one_journey() -> None:
    english = _titled(
        "Georgian Prime Minister Levan Probadze arrived in Riga on Monday. "
        "He met Latvian Finance Minister Anna Vydumkina.\nOn Wednesday he visited Tallinn.",
        "English",
    )
    russian = reading(
        "Премьер-министр Грузии Леван Пробадзе прибыл в Ригу в понедельник. "
        "Он встретился с министром финансов Латвии Анной Выдумкиной.\nВо вторник он посетил Вильнюс.",
        language="ru",
    )
    russian = replace(russian, article=replace(russian.article, title="Russian", publisher="Газета"))
    for one, other in ((english, russian), (russian, english)):
        both = _taken(other, _taken(one))
        assert len(_rows(both, "people.csv")) == 2
        visits = {row["id"].split("-", 1)[1]: row["source"].count(";") for row in _rows(both, "visits.csv")}
        assert visits == {"riga": 1, "tallinn": 0, "vilnius": 0}
        assert [row["source"].count(";") for row in _rows(both, "events.csv")] == [1]
        assert "claims.csv" not in both
