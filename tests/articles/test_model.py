"""A language model behind the door: a fake server that lies, and what becomes of it."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from mapapp.articles.languages import language_of
from mapapp.articles.model import announcement, chosen_server, read_with_model
from mapapp.articles.model.wire import Server, ask, server
from mapapp.articles.records import Article, Reading
from mapapp.errors import ArticleError
from mapapp.when import When

GANJA = "Crowds cheered Wendling in Ganja on Tuesday"
TEXT = (
    f"RIGA, May 15 - Foreign Minister Testa Wendling arrived in Baku on Monday. {GANJA}. "
    "Speaker Probst Anderman sent flowers. Moscow has protested."
)
TRUE = {
    "traveller": "Testa Wendling",
    "place": "Ganja",
    "when": "2025-05-13",
    "status": "held",
    "met": [],
    "quote": GANJA,
}
Serve = Callable[[object], Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A server on this machine that answers with these stops, or with that text; what it was sent is in ``seen``."""
    running: list[HTTPServer] = []

    def start(answer: object) -> Server:
        words = answer if isinstance(answer, str) else json.dumps({"stops": answer})

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                body = json.dumps({"choices": [{"message": {"content": f"Here you are: {words}"}}]}).encode()
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        running.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=running[-1].serve_forever, daemon=True).start()
        return server(f"http://127.0.0.1:{running[-1].server_port}/v1")

    yield start
    for one in running:
        one.shutdown()
        one.server_close()


def _read(at: Server) -> Reading:
    return read_with_model(Article(TEXT, published=When.parse("2025-05-15")), language_of("en"), at)


def test_what_the_words_bear_out_is_a_proposal_in_doubt(serve: Serve) -> None:
    found = _read(serve([TRUE]))
    (added,) = [p for p in found.proposals if p.key == "m1"]
    assert added.spot.value.place and added.spot.value.place.title == "Ganja" and str(added.when.value) == "2025-05-13"
    assert not added.sure and "Only the language model" in added.doubts[0]
    assert any(s.spot == added.spot.value for s in found.stops)


def test_the_text_goes_through_no_proxy_of_the_environment(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    between = serve("")
    at = serve([TRUE])
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://{between.domain}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert any(p.key == "m1" for p in _read(at).proposals)


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        ({"quote": "Wendling was then received in Sheki with music"}, "do not stand in the text"),
        ({"place": "Tbilisi"}, "name no such place"),
        ({"when": "2025-05-14"}, "does not follow"),
        ({"when": "2025-05-12"}, "does not follow"),  # stands in the text, in another sentence
        ({"status": "cancelled"}, "tense"),
        ({"quote": GANJA.replace("Ganja", "Gandja")}, "do not stand in the text"),
        ({"place": "Baku"}, "name no such place"),
        ({"status": "announced"}, "tense"),
        ({"traveller": "Nobody Atall"}, "does not name"),
        ({"met": ["Probst Anderman"]}, "do not name"),
        ({"place": "Riga", "quote": "RIGA, May 15 - Foreign Minister Testa Wendling arrived"}, "refused"),
        ({"place": "Moscow", "quote": "Moscow has protested."}, "government"),
        ({"place": ["Ganja"]}, "name no such place"),
    ],
)
def test_a_lie_is_refused_with_its_reason(serve: Serve, lie: dict[str, Any], reason: str) -> None:
    found = _read(serve([TRUE | lie]))
    assert [p.key for p in found.proposals if p.key.startswith("m")] == []
    assert any(reason in note for note in found.notes)


def test_what_the_rules_have_found_is_not_doubled(serve: Serve) -> None:
    known = TRUE | {
        "place": "Baku",
        "when": "2025-05-12",
        "quote": "Foreign Minister Testa Wendling arrived in Baku on Monday",
    }
    assert [p.key for p in _read(serve([known])).proposals] == ["p1"]


@pytest.mark.parametrize("answer", ["no JSON at all", '{"stops": 7}', '{"stops": [3, null]}', "{" * 5_000])
def test_an_answer_of_another_form_adds_nothing(serve: Serve, answer: str) -> None:
    assert [p.key for p in _read(serve(answer)).proposals] == ["p1"]


def test_it_is_off_unless_somebody_names_a_server_and_says_what_is_sent_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPAPP_MODEL_URL", raising=False)
    assert chosen_server() is None
    monkeypatch.setenv("MAPAPP_MODEL_URL", "http://localhost:1/v1")
    at = chosen_server()
    assert (
        at
        and announcement(Article(TEXT), at)
        == f"The text of the article ({len(TEXT)} characters) is sent to localhost:1, and nothing else."
    )


def test_a_server_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(ArticleError, match="cannot be reached"):
        ask(Server("http://127.0.0.1:9/v1", "127.0.0.1:9", key="secret"), TEXT)
    with pytest.raises(ArticleError, match="no address"):
        server("ftp://example.org")
