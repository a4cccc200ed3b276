"""The words and the map of a tour are packed once, kept so, and unpacked for whoever does not take gzip."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import web
from mapapp.tour import Tour
from mapapp.web import answers, documents
from mapapp.web.lanes import Kept
from mapapp.words.cards import one_by_one
from mapapp.words.language import Words
from tests.fixtures.many_events import write_tour


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=web.routes())) as made:
        yield made


@pytest.mark.parametrize("path", ["cards.json", "embed"])
def test_both_kinds_of_reader_get_the_same(client: TestClient, path: str) -> None:
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert (packed.headers["content-encoding"], plain.headers.get("content-encoding")) == ("gzip", None)
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) == len(plain.content)
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert packed.headers["etag"] == plain.headers["etag"]


def test_words_that_would_fill_the_memory_unpacked_are_written_once(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise each reader of an archive would wait until all of it is written for him alone."""
    write_tour(tmp_path / "many", 1000)
    written = []

    def counted(tour: Tour, words: Words) -> dict[str, object]:
        written.append(tour.id)
        return one_by_one(tour, words)

    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    monkeypatch.setattr(documents, "one_by_one", counted)
    monkeypatch.setattr(answers, "KEPT", Kept(200_000))
    first, second = (client.get("cards.json?tour=many") for _ in range(2))
    assert len(first.content) > 200_000
    assert first.content == second.content
    assert written == ["many"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"none": [], "text": "a “quote” and \\", "number": 0.5, "inner": {"a": [1]}},
        {"many": [[n, str(n)] for n in range(documents.PIECE * 2 + 1)]},
        {"exactly": list(range(documents.PIECE))},
        [{"a": 1}, "b"],
    ],
    ids=["empty", "of all kinds", "several pieces", "one piece", "a list alone"],
)
def test_what_is_written_in_pieces_is_the_same_text(data: dict[str, object] | list[object]) -> None:
    whole = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    assert gzip.decompress(documents._json(data).content) == whole
