"""Words that a reader selects become stops, events and values of proposals, with their quotes."""

import pytest

from mapapp.articles import marking
from mapapp.articles.drafting import folder
from mapapp.articles.languages import language_of
from mapapp.articles.quotes import items
from mapapp.articles.reading import Understood, understood
from mapapp.articles.records import Article, Quote
from mapapp.errors import ArticleError
from mapapp.tour import Status
from mapapp.when import When

TEXT = """Foreign Minister Testa Wendling arrived in Baku on Monday, May 12.
Crowds cheered Wendling in Ganja on Tuesday, with Oda Kelling among them.
A harvest festival opens in Sheki on May 20; Atlantis-on-Sea sends a choir."""


@pytest.fixture
def own() -> Understood:
    """The text, read."""
    article = Article(TEXT, published=When.parse("2025-05-15"))
    return understood(article, language_of("en"))


def _quote(own: Understood, words: str) -> Quote:
    at = TEXT.index(words)
    return marking.snapped(own.reading.article, at, at + len(words))


def test_a_stop_has_the_place_the_date_and_the_traveller_of_its_sentence(own: Understood) -> None:
    made = marking.stop(own, _quote(own, "Ganja"), "h1")
    assert made.spot.value.place and made.spot.value.place.title == "Ganja"
    assert str(made.when.value) == "2025-05-13" and made.status.value == Status.HELD
    assert [f.value.label for f in made.travellers] == ["Testa Wendling"]
    assert own.reading.article.words(made.quote) == "Ganja" and made.spot.rule == marking.RULE


def test_an_event_is_called_by_its_words_and_stands_beside_the_journey(own: Understood) -> None:
    made = marking.event(own, _quote(own, "harvest festival"), "h1")
    assert (made.title.value, str(made.when.value), made.travellers) == ("Harvest festival", "2025-05-20", ())
    assert made.spot.value.place and made.spot.value.place.title == "Sheki"
    assert made.status.value == Status.ANNOUNCED


def test_place_date_and_person_of_a_proposal_come_from_other_words(own: Understood) -> None:
    made = own.reading.proposals[0]
    made = marking.with_place(own, made, _quote(own, "Sheki"))
    made = marking.with_date(own, made, _quote(own, "May 20"))
    made = marking.with_person(own, made, _quote(own, "Oda Kelling"))
    made = marking.with_person(own, made, _quote(own, "Kelling"))
    assert made.spot.value.place and made.spot.value.place.title == "Sheki"
    assert str(made.when.value) == "2025-05-20" and [f.value.label for f in made.others] == ["Oda Kelling"]
    assert own.reading.article.words(made.when.quotes[0]) == "May 20"


def test_what_was_marked_goes_along_with_its_words(own: Understood) -> None:
    made = marking.event(own, _quote(own, "harvest festival"), "h1")
    reading = own.reading.__class__(own.reading.article, (made,), (), ())
    files, _ = folder(reading, ["h1"])
    exact = {item["target"]["selector"][0]["exact"] for item in items(files["quotes.jsonld"])}  # type: ignore[index]
    assert {"harvest festival", "Sheki", "May 20"} <= exact


@pytest.mark.parametrize(
    ("selected", "words"),
    [(" Baku ", "Baku"), ("n Baku on", "in Baku on"), ("Gan", "Ganja"), ("; Atlantis", "Atlantis")],
)
def test_selected_words_are_whole_ones(own: Understood, selected: str, words: str) -> None:
    assert own.reading.article.words(_quote(own, selected)) == words


def test_what_cannot_be_a_mark_is_a_sentence(own: Understood) -> None:
    article = own.reading.article
    with pytest.raises(ArticleError, match="Select some words"):
        marking.snapped(article, 3, 3)
    with pytest.raises(ArticleError, match="Select some words"):
        marking.snapped(article, 5000, 5000)  # the page sends any number
    with pytest.raises(ArticleError, match="one paragraph"):
        marking.snapped(article, 60, 90)
    with pytest.raises(ArticleError, match="fewer words"):
        marking.snapped(Article("word " * 100), 0, 400)
    with pytest.raises(ArticleError, match="no date"):
        marking.with_date(own, own.reading.proposals[0], _quote(own, "Crowds"))


def test_a_place_that_no_list_knows_is_in_doubt(own: Understood) -> None:
    made = marking.stop(own, _quote(own, "Atlantis-on-Sea"), "h1")
    assert made.spot.value.toponym == "Atlantis-on-Sea" and "No list knows" in made.spot.doubt
