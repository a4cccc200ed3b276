"""What the reader asked to see, and its one form in a URL."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import ViewError
from mapapp.position import Position
from mapapp.query import MAX_QUERY
from mapapp.view import FILTERS, PARAMETERS, Framing, View
from tests.fixtures.injection import INJECTIONS
from tests.fixtures.strategies import views

CASES = json.loads((Path(__file__).parent / "fixtures" / "queries.json").read_text(encoding="utf-8"))
FULL = View(
    tour="central-asia-2025",
    since=dt.date(2025, 3, 27),
    until=dt.date(2025, 4, 4),
    sure=True,
    countries=("KZ", "UZ"),
    travellers=("kallas",),
    people=("tokayev",),
    kinds=("meeting",),
    topics=("water", "trade"),
    statuses=("held",),
    text="Trans-Caspian route",
    event="tokayev",
    scene=3,
    framing=Framing(Position(66.9, 39.6), 5.5),
    corridors=(),
    basemap="osm",
    borders="de-facto",
    theme="dark",
    language="ru",
    beside="us-central-asia-2015",
    align="travel",
)


@given(views())
def test_parse_reads_back_what_query_writes(view: View) -> None:
    """In a link, with a question mark before it, and as the mapping that a web framework makes of it."""
    query = view.query()
    assert View.parse(query) == view
    assert View.parse(f"?{query}") == view
    assert View.parse(parse_qs(query, keep_blank_values=True)) == view


def test_the_form_is_fixed() -> None:
    """Links live in other people's documents; a change of this line breaks them."""
    assert FULL.query() == (
        "v=1&tour=central-asia-2025&since=2025-03-27&until=2025-04-04&sure=1&country=KZ,UZ&traveller=kallas"
        "&person=tokayev&kind=meeting&topic=water,trade&status=held&q=Trans-Caspian+route&event=tokayev"
        "&scene=3&at=66.9,39.6,5.5&corridor=none&basemap=osm&borders=de-facto&theme=dark&lang=ru"
        "&with=us-central-asia-2015&align=travel"
    )
    assert View.parse(FULL.query()) == FULL
    assert View().query() == "v=1"


@pytest.mark.parametrize("case", CASES["fine"], ids=lambda case: case["query"])
def test_queries_are_read_and_written_as_the_saved_file_does(case: dict[str, Any]) -> None:
    """tests/js/query.test.js goes through the same table with the script of the saved file."""
    view = View.parse(case["query"])
    told = {name: _told(getattr(view, name)) for name in case["read"]}
    assert told == case["read"]
    assert view.query() == case["written"]
    assert View.parse(case["written"]) == view


def _told(value: object) -> object:
    return str(value) if isinstance(value, dt.date) else list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("query", "name"), CASES["refused"], ids=lambda text: text[:40])
def test_what_cannot_be_meant_is_refused_as_in_the_saved_file(query: str, name: str) -> None:
    with pytest.raises(ViewError) as caught:
        View.parse(query)
    assert caught.value.parameter == name


def test_every_field_has_a_parameter() -> None:
    assert {attribute for attribute, _, _ in PARAMETERS.values()} == {f.name for f in fields(View)}
    assert all(getattr(FULL, f.name) != f.default for f in fields(View))


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_hostile_texts_are_only_texts(text: str) -> None:
    """They come back as they went in, and the query holds nothing that an attribute, a header or a shell reads."""
    text = text[:200].strip()
    view = View(text=text, kinds=(text,), topics=(text, "b"), corridors=(text,))
    query = view.query()
    assert View.parse(query) == view
    assert query.isascii() and query.isprintable()
    assert not set(query) & set("<>\"'`{}\\ ;$")


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ("", View()),
        ("?", View()),
        ("utm_source=mail&embed=true&fbclid=x", View()),
        ("country=KZ,,KZ, UZ", View(countries=("KZ", "UZ"))),
        ("country=", View()),
        ("q=+%20", View()),
        ("q=a%00b", View(text="a\0b")),
        ("q=%ff%fe", View(text="\ufffd\ufffd")),
        ("corridor=", View(corridors=())),
        ("corridor=none", View(corridors=())),
        ("sure=0", View()),
        ("at=-180,90,0", View(framing=Framing(Position(-180, 90), 0))),
        ("topic=a%252Cb,c", View(topics=("a,b", "c"))),
        ("topic=100%25", View(topics=("100%",))),
        ("=&==&&", View()),
        ("v=1&v=1", View()),
    ],
)
def test_links_that_people_and_programs_have_touched_are_understood(query: str, view: View) -> None:
    assert View.parse(query) == view


@pytest.mark.parametrize(
    ("query", "parameter", "sentence"),
    [
        ("since=yesterday", "since", "'since=yesterday' in the link is not a date; write YYYY-MM-DD."),
        ("until=2025-02-29", "until", "'until=2025-02-29' in the link is not a date; write YYYY-MM-DD."),
        ("until=", "until", "'until=' in the link is not a date; write YYYY-MM-DD."),
        ("since=2025-04-02&until=2025-04-01", "until", "The link ends before it starts: 'until' lies before 'since'."),
        ("sure=yes", "sure", "'sure=yes' in the link is neither 1 nor 0."),
        ("theme=pink", "theme", "'theme=pink' in the link is not one of auto, light, dark."),
        ("lang=tlh", "lang", "'lang=tlh' in the link is not one of en, ru, kk, de, fr."),
        ("v=2", "v", "The link has version '2'; this program reads version 1."),
        ("tour=a&tour=b", "tour", "The link gives 'tour' twice; keep one."),
        ("q=" + "x" * 201, "q", "'q' in the link is longer than 200 characters."),
        ("kind=" + "x" * 201, "kind", "'kind' in the link is longer than 200 characters."),
        ("person=" + ",".join(map(str, range(201))), "person", "'person' in the link has more than 200 items."),
        ("q=" + "x" * MAX_QUERY, "", "The link is longer than 8,000 characters."),
        ("a=b&" * 101, "", "The link has more than 100 parameters."),
        *(
            (f"at={at}", "at", f"'at={at}' in the link is not longitude,latitude,zoom, such as 66.9,39.6,5.")
            for at in ("", "1,2", "1,2,3,4", "181,0,5", "0,91,5", "0,0,19", "0,0,-1", "0,0,nan", "inf,0,5", "a,b,c")
        ),
    ],
)
def test_a_link_that_cannot_be_meant_is_refused_with_a_sentence(query: str, parameter: str, sentence: str) -> None:
    with pytest.raises(ViewError) as error:
        View.parse(query)
    assert error.value.parameter == parameter
    assert str(error.value) == sentence


def test_a_hostile_value_is_quoted_short_and_printable() -> None:
    with pytest.raises(ViewError) as error:
        View.parse("theme=%1b[2J%e2%80%ae" + "x" * 1000)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 150


@pytest.mark.parametrize(
    "query",
    [{"tour": ["a"]}, {"tour": "a"}, {"tour": ("a",), "other": ["b", "c"]}, {"tour": ["a"], "q": ["\ud800"]}],
)
def test_mappings_are_read_whether_they_hold_one_text_or_several(query: Mapping[str, Iterable[str]]) -> None:
    """A text is an iterable of texts, so that the type checker lets a plain mapping of texts through."""
    assert View.parse(query).tour == "a"


@given(st.text(max_size=80) | st.dictionaries(st.sampled_from(list(PARAMETERS)), st.lists(st.text(max_size=9))))
def test_no_link_raises_anything_else(query: str | Mapping[str, Iterable[str]]) -> None:
    """Whatever stands in an address, the answer is a view that has a link of its own, or a ViewError."""
    try:
        view = View.parse(query)
    except ViewError as error:
        assert str(error)
        return
    assert View.parse(view.query()) == view


def test_clearing_leaves_tour_and_look_alone() -> None:
    cleared = FULL.cleared()
    assert FULL.filters
    assert not cleared.filters
    assert cleared == View(**{f.name: getattr(FULL, f.name) for f in fields(View) if f.name not in FILTERS})
    assert (cleared.tour, cleared.event, cleared.framing, cleared.theme) == (FULL.tour, "tokayev", FULL.framing, "dark")


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_alone_is_a_filter(name: str) -> None:
    assert replace(View(), **{name: getattr(FULL, name)}).filters


@pytest.mark.parametrize("name", [f.name for f in fields(View) if f.name not in FILTERS])
def test_nothing_else_is_a_filter(name: str) -> None:
    assert not replace(View(), **{name: getattr(FULL, name)}).filters
