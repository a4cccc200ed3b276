"""sources.csv, and the columns that cite it."""

from pathlib import Path

import pytest

from mapapp.catalogue.dating import Calendar
from mapapp.catalogue.sources import COLUMNS, check_id, citations, read_sources
from mapapp.errors import Problem
from mapapp.source import Citation, Source
from mapapp.tables.csv import read_table
from mapapp.tables.rows import Row
from mapapp.when import When
from tests.fixtures.injection import INJECTIONS

HEADER = "id,title,publisher,url,published,read\n"


def read(folder: Path, lines: str) -> tuple[tuple[Source, ...], list[str]]:
    (folder / "sources.csv").write_text(HEADER + lines, encoding="utf-8")
    problems: list[Problem] = []
    rows = read_table(folder / "sources.csv", COLUMNS, problems, unique="id")
    return read_sources(rows, Calendar()), [str(problem) for problem in problems]


def cite(source: str, locator: str = "") -> tuple[list[tuple[str, str]], list[str]]:
    problems: list[Problem] = []
    row = Row("events.csv", 2, {"source": source, "locator": locator}, problems)
    found = citations(row, {"a", "b", "c"})
    assert row.kept
    assert all(isinstance(citation, Citation) for citation in found)
    return [(c.source, c.locator) for c in found], [str(problem) for problem in problems]


def test_a_source_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    sources, problems = read(tmp_path, "a,A title,A house,https://example.org/x?y=1,2025-03~,2025-04-01\nb,B,,,,\n")
    first = Source(
        "a", "A title", "A house", "https://example.org/x?y=1", When.parse("2025-03~"), When.parse("2025-04-01")
    )
    assert sources == (first, Source("b", "B", ""))
    assert not problems


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://x",
        "//example.org",
        "example.org",
        "file:///etc/passwd",
        "http:x",
    ],
)
def test_only_web_addresses_become_links(tmp_path: Path, url: str) -> None:
    """The source stays; a reader must never click on anything else than http or https."""
    sources, problems = read(tmp_path, f'a,A,,"{url}",,\n')
    assert [s.url for s in sources] == [""]
    sentence = "the address does not begin with https:// or http:// and is left out; write the full address"
    assert problems == [f"sources.csv:2: url: {sentence}"]


def test_the_scheme_may_be_in_capitals(tmp_path: Path) -> None:
    assert read(tmp_path, "a,A,,HTTPS://EXAMPLE.ORG/,,\n")[0][0].url == "HTTPS://EXAMPLE.ORG/"


def test_bad_dates_are_noted_and_the_source_stays(tmp_path: Path) -> None:
    sources, problems = read(tmp_path, "a,A,,,soon,2025-13\n")
    assert [(s.published, s.read) for s in sources] == [(None, None)]
    assert problems == [
        "sources.csv:2: published: 'soon' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY",
        "sources.csv:2: read: '2025-13' is not in the calendar; check year, month, day and time",
    ]


def test_a_citation_for_each_source_with_its_locator() -> None:
    assert cite("a; b;c", "page 1;; record 3") == ([("a", "page 1"), ("b", ""), ("c", "record 3")], [])
    assert cite("a;b", "page 1") == ([("a", "page 1"), ("b", "")], [])


def test_an_unknown_source_does_not_shift_the_locators_of_the_others() -> None:
    found, problems = cite("a;nothing;c", "page 1;page 2;page 3")
    assert found == [("a", "page 1"), ("c", "page 3")]
    assert problems == ["events.csv:2: source: 'nothing' is not in sources.csv; add it there or correct the id"]


@pytest.mark.parametrize(
    ("source", "locator"), [("a", "page 1;page 2"), ("a", ";page 2"), ("a;b", "1;2;3"), ("a", ";;x")]
)
def test_a_locator_without_its_source_is_noted(source: str, locator: str) -> None:
    _, problems = cite(source, locator)
    assert len(problems) == 1
    assert "locators stand beside fewer sources; give one for each, in order" in problems[0]


def test_facts_come_with_a_source() -> None:
    assert cite("") == ([], ["events.csv:2: source: no source is given; name one of sources.csv"])
    assert cite(" ; ;", "")[1] == ["events.csv:2: source: no source is given; name one of sources.csv"]


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_no_hostile_text_is_an_id(text: str) -> None:
    """Ids stand in links, file names and pages without being escaped again."""
    problems: list[Problem] = []
    row = Row("people.csv", 2, {"id": text}, problems)
    assert not check_id(row)
    assert not row.kept
    assert str(problems[0]).isprintable()
