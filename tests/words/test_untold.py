"""A reader who gets a text in another language than his own is told so."""

from dataclasses import replace

from mapapp.beside import joined
from mapapp.exports import FORMAT
from mapapp.maps.document import Heading, write_parts
from mapapp.message import Text, lacks, tr
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.cards import cards
from mapapp.words.contents import introduced
from mapapp.words.language import Words
from mapapp.words.told import told
from mapapp.words.untold import all_in, markup, untold_of_tour
from tests.fixtures.shipped import shipped

RUSSIAN = Words("ru")
WHOLE = shipped("central-asia-2025")


def english(text: str) -> str:
    """The text as if nobody had translated it."""
    return "".join(text)


def gap() -> Tour:
    """The shipped tour, of which some texts are in English alone: a title, a summary, a person, a figure."""
    event, person, figure = WHOLE.event["tokayev"], WHOLE.person[WHOLE.travellers[0]], WHOLE.figures[0]
    less = replace(event, title=english(event.title), summary=english(event.summary))
    who = replace(person, name=english(person.name), role=english(person.role))
    return replace(
        WHOLE,
        events=tuple(less if e is event else e for e in WHOLE.events),
        people=tuple(who if p is person else p for p in WHOLE.people),
        figures=(replace(figure, label=english(figure.label), unit=english(figure.unit)), *WHOLE.figures[1:]),
    )


def seen(tour: Tour) -> Snapshot:
    view = View.parse("lang=ru")
    return Snapshot(select(tour, view), tour, view)


def test_what_is_lacking() -> None:
    """Sentences of the program are said in every language, and a number is none."""
    assert lacks("Talks", "ru") and lacks(Text.of("Talks", {"kk": "Келіссөз"}), "ru")
    assert not any(lacks(text, "ru") for text in ("", "2024", tr("Talks"), Text.of("Talks", {"ru": "Переговоры"})))


def test_cards_name_the_texts_that_a_page_marks() -> None:
    (untold,) = cards(gap(), RUSSIAN)["untold"]
    event, person = gap().event["tokayev"], gap().person[gap().travellers[0]]
    assert (untold["language"], untold["mark"]) == ("en", "на английском")
    assert {event.title, event.summary, person.name, person.role} <= set(untold["texts"])
    assert "sentence" not in untold
    assert cards(WHOLE, RUSSIAN)["untold"] == cards(gap())["untold"] == []


def test_the_map_knows_which_of_its_names_are_not_translated() -> None:
    tour = gap()
    (untold,) = write_parts(seen(tour)).data["untold"]
    assert untold["texts"] == [tour.person[tour.travellers[0]].name]
    assert write_parts(seen(WHOLE)).data["untold"] == []


def test_files_mark_a_person_and_a_figure_once() -> None:
    tour = told(gap(), "ru")
    person, figure = tour.person[tour.travellers[0]], tour.figures[0]
    assert "на английском" not in person.name and person.role.endswith("(на английском)")
    assert figure.label.endswith("(на английском)") and "(" not in figure.unit


def test_of_a_tour_that_nobody_translated_one_sentence_says_so() -> None:
    bare = Tour("bare", "Bare", summary="Nothing more.")
    (untold,) = untold_of_tour(bare, RUSSIAN)
    assert untold["sentence"].endswith("на английском.") and not untold["texts"]
    assert RUSSIAN.said(introduced(seen(bare))) == ["Nothing more.", untold["sentence"]]


def test_a_name_in_letters_of_the_reader_needs_no_mark() -> None:
    (untold,) = untold_of_tour(replace(gap(), title=Text.of(WHOLE.title, {"de": "Reise"})), Words("de"))
    assert gap().person[gap().travellers[0]].name not in untold["texts"]


def test_markup_has_language_and_mark_and_escapes_both() -> None:
    assert markup("<i>", "en", RUSSIAN) == (
        '<span lang="en" dir="auto">&lt;i&gt;</span> <small class="tongue">на английском</small>'
    )
    assert markup(Text.of("A", {"ru": "<b>"}), "en", RUSSIAN) == "&lt;b&gt;"
    assert markup("A & B", "en", Words("en")) == "A &amp; B"


def test_a_heading_marks_the_title_and_not_the_sentence_of_the_program() -> None:
    html = Heading("Tour", ["Summary", tr("{n} event", n=1)]).html(RUSSIAN)
    assert html.count('lang="en"') == html.count("tongue") == 2


def test_the_saved_file_says_it_where_no_script_runs() -> None:
    page = FORMAT["tour.html"].write(seen(gap())).decode()
    noscript = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert noscript.count('class="tongue"') >= 2


def test_of_two_tours_in_two_languages_each_is_marked_with_its_own() -> None:
    """The texts of the second tour are as foreign to who reads the first one's language as to any other reader."""
    first = replace(shipped("us-central-asia-2015"), language="de")
    both = joined(first, shipped("central-asia-2025"))
    own, other = first.events[0].title, both.events[-1].title
    marks = {code: untold_of_tour(both, Words(code)) for code in ("de", "en", "fr")}
    assert [found["language"] for found in marks["de"]] == ["en"]
    assert other in marks["de"][0]["texts"] and own not in marks["de"][0]["texts"]
    assert [found["language"] for found in marks["en"]] == ["de"]
    assert {found["language"]: found["mark"] for found in marks["fr"]} == {"de": "en allemand", "en": "en anglais"}
    assert told(both, "de").events[-1].title == f"{other} (auf Englisch)"
    assert told(both, "de").events[0].title == own
    assert not all_in(both, "fr")


def test_two_tours_in_one_language_are_marked_as_one() -> None:
    both = joined(shipped("us-central-asia-2015"), shipped("central-asia-2025"))
    assert untold_of_tour(both, Words("en")) == []
    assert told(both, "en").events[-1].title == both.events[-1].title
