"""quotes.jsonld: short quotes of whole records are read with their source; what is none is a problem."""

import json
from pathlib import Path
from typing import Any

import pytest

from mapapp.catalogue.quotations import MAX_BYTES, MOST_OF_RECORD, MOST_QUOTED
from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.geocoding import offline_resolver
from mapapp.source import Citation

URL = "https://example.org/a"
FILES = {
    "tour.toml": 'title = "T"\ntravellers = ["a"]\n',
    "sources.csv": f"id,title,url\ns1,One,{URL}\ns2,Two,\n",
    "people.csv": "id,name\na,Ada Rivers\n",
    "visits.csv": "id,traveller,place,country,arrival,source,locator\nv,a,Baku,AZ,2025-05-12,s1,paragraph 1\n",
    "events.csv": "id,visit,when,title,source,locator\ne,v,2025-05-12,Talks,s1;s2,paragraph 4;page 2\n",
}


def _quote(words: str, record: str = "e", source: str = URL, file: str = "events.csv") -> dict[str, Any]:
    selector = [{"type": "TextQuoteSelector", "exact": words}, {"type": "TextPositionSelector", "start": 0, "end": 9}]
    return {
        "body": {"source": file, "selector": {"type": "FragmentSelector", "value": record}},
        "target": {"source": source, "selector": selector},
    }


def _loaded(folder: Path, items: object) -> LoadedTour:
    for name, text in FILES.items():
        (folder / name).write_text(text)
    data = items if isinstance(items, bytes) else json.dumps({"items": items}).encode()
    (folder / "quotes.jsonld").write_bytes(data)
    return load_tour(folder, offline_resolver)


def test_the_words_of_a_record_have_the_source_and_its_place_in_it(tmp_path: Path) -> None:
    items = [
        _quote("They met."),
        _quote("So they did.", source="sources.csv#s2"),
        _quote("Came.", "v", URL, "visits.csv"),
    ]
    tour, problems, _ = _loaded(tmp_path, items)
    assert problems == ()
    said = [(q.table, q.record, q.words, q.citation) for q in tour.quotations]
    assert said == [
        ("events", "e", "They met.", Citation("s1", "paragraph 4")),
        ("events", "e", "So they did.", Citation("s2", "page 2")),
        ("visits", "v", "Came.", Citation("s1", "paragraph 1")),
    ]


@pytest.mark.parametrize(
    "item",
    [
        _quote("x", "gone"), _quote("x", source="https://example.org/other"), _quote("x", "e/title"), _quote(""),
        _quote("x", file="people.csv"), {}, {"body": 3, "target": []},
    ],
)  # fmt: skip
def test_quotes_of_single_values_and_of_what_is_not_there_are_passed_over(tmp_path: Path, item: Any) -> None:  # noqa: ANN401
    tour, problems, _ = _loaded(tmp_path, [item])
    assert (tour.quotations, problems) == ((), ())


def test_a_long_quote_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    tour, problems, _ = _loaded(tmp_path, [_quote("w" * (MOST_QUOTED + 1)), _quote("w" * MOST_QUOTED)])
    assert [len(q.words) for q in tour.quotations] == [MOST_QUOTED]
    assert "301 characters" in problems[0].sentence and problems[0].file == "quotes.jsonld"


def test_half_a_letter_does_not_keep_the_tour_from_being_sent(tmp_path: Path) -> None:
    """JSON can write what no file and no answer can hold."""
    tour, problems, _ = _loaded(
        tmp_path, [_quote("They met \ud83c.", "e"), _quote("\ud83c\udf0d They met.", "v", URL, "visits.csv")]
    )
    assert ([q.words for q in tour.quotations], problems) == (["They met ?.", "\U0001f30d They met."], ())


def test_of_one_record_only_some_are_read(tmp_path: Path) -> None:
    assert len(_loaded(tmp_path, [_quote(f"Said {n}.") for n in range(50)]).tour.quotations) == MOST_OF_RECORD


@pytest.mark.parametrize("data", [b"no json", b"[]", b'{"items": 3}', b"[" * 100_000, b"\xff\xfe"])
def test_another_file_of_that_name_is_a_problem_and_the_tour_is_read(tmp_path: Path, data: bytes) -> None:
    tour, problems, _ = _loaded(tmp_path, data)
    assert tour.events and any("list of annotations" in problem.sentence for problem in problems)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    tour, problems, _ = _loaded(tmp_path, b"x" * (MAX_BYTES + 1))
    assert tour.quotations == () and "more than 4 MB" in problems[0].sentence
