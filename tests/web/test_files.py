"""Every format under its route: kept, limited, safe to open, and refused in one sentence."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import assembly, web
from mapapp.exports import FORMATS, Format
from mapapp.exports.sheet import Sheet
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.web import answers, files
from mapapp.web.files import file_name
from mapapp.web.lanes import Kept, Lane
from tests.fixtures import TOURS


class Fake(Format):
    """A format whose writer is told what to do; counts how often it wrote."""

    written = 0
    gate = threading.Event()
    fault: Exception | None = None

    def write(self, snapshot: Snapshot, sheet: Sheet | None = None) -> bytes:
        """Write when told to, or fail as told."""
        Fake.written += 1
        assert Fake.gate.wait(20)
        if Fake.fault:
            raise Fake.fault
        return f"{snapshot.view.query()} {sheet}".encode()


FAKES = (
    Fake("tour.slow", "", "application/x-slow", "Slow", "to test"),
    Fake("snapshot.svg", "", "image/svg+xml", "SVG", "to test", picture=True),
    Fake("tour.ics", "", "text/calendar", "ICS", "to test"),
    Fake("brief.pdf", "", "application/pdf", "PDF", "to test"),
    Fake("tour.html", "", "text/html", "HTML", "to test"),
)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Routes of the fake formats, with nothing kept and nobody waiting."""
    monkeypatch.setattr(files, "FORMATS", FAKES)
    monkeypatch.setattr(files, "FILES", Lane("test", 1, 1))
    monkeypatch.setattr(answers, "KEPT", Kept(10_000))
    Fake.written, Fake.fault = 0, None
    Fake.gate.set()
    with TestClient(Starlette(routes=web.routes()), raise_server_exceptions=False) as made:
        yield made


def test_the_same_question_is_written_once(client: TestClient) -> None:
    first = client.get("/tour.slow?country=KZ")
    assert first.content == b"v=1&country=KZ None"
    assert client.get("/tour.slow?v=1&country=KZ&utm_source=mail").content == first.content
    assert Fake.written == 1
    client.get("/tour.slow?country=UZ")
    client.get("/snapshot.svg?country=UZ")
    client.get("/snapshot.svg?country=UZ&scale=2")
    assert Fake.written == 4


def test_two_at_once_are_one_writing(client: TestClient) -> None:
    Fake.gate.clear()
    with ThreadPoolExecutor(4) as visitors:
        asked = [visitors.submit(client.get, "/tour.slow") for _ in range(4)]
        Fake.gate.set()
        assert {answer.result().status_code for answer in asked} == {200}
    assert Fake.written == 1


def test_a_crowd_is_told_to_wait_while_the_pages_go_on(client: TestClient) -> None:
    Fake.gate.clear()
    with ThreadPoolExecutor(6) as visitors:
        asked = [visitors.submit(client.get, f"/tour.slow?q={word}") for word in range(6)]
        refused = [answer.result() for answer in islice(as_completed(asked), 4)]  # one is written and one waits
        assert client.get("/embed").status_code == 200
        assert client.get("/cards.json").status_code == 200
        Fake.gate.set()
    for answer in refused:
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert answer.text.endswith("Try again in a few seconds.")
    assert sorted(answer.result().status_code for answer in asked) == [200, 200, 503, 503, 503, 503]
    assert client.get("/tour.slow?q=5").status_code == 200


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', '"other",W/{}', "*"])
def test_what_the_reader_has_is_neither_sent_nor_written_again(client: TestClient, form: str) -> None:
    tag = client.get("/tour.slow").headers["etag"]
    answer = client.get("/tour.slow", headers={"if-none-match": form.format(tag)})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert answer.headers["cache-control"] == "no-cache"
    assert client.get("/tour.slow", headers={"if-none-match": '"other"'}).status_code == 200
    assert Fake.written == 1


def test_a_conditional_question_about_nothing_kept_writes_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = client.get("/tour.slow").headers["etag"]
    monkeypatch.setattr(answers, "KEPT", Kept(10_000))
    assert client.get("/tour.slow", headers={"if-none-match": tag}).status_code == 304
    assert Fake.written == 1


def test_a_changed_file_of_the_tour_changes_the_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = next(path for path in sorted(TOURS.iterdir()) if (path / "tour.toml").exists())
    copy = tmp_path / "copied"
    copy.mkdir()
    for path in source.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    tag = client.get("/tour.slow?tour=copied").headers["etag"]
    with (copy / "tour.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    answer = client.get("/tour.slow?tour=copied", headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert answer.headers["etag"] != tag


def test_head_tells_the_same_without_the_content(client: TestClient) -> None:
    head, got = client.head("/tour.slow"), client.get("/tour.slow")
    assert head.content == b""
    for name in ("etag", "content-length", "content-type", "content-disposition"):
        assert head.headers[name] == got.headers[name]


def test_what_is_opened_by_its_address_runs_nothing(client: TestClient) -> None:
    svg = client.get("/snapshot.svg").headers
    assert svg["content-security-policy"].startswith("default-src 'none'")
    assert svg["content-security-policy"].endswith("; sandbox")
    assert svg["content-disposition"].startswith("inline; ")
    page = client.get("/tour.html").headers
    assert page["content-security-policy"].startswith("sandbox ")
    assert "allow-same-origin" not in page["content-security-policy"]
    assert page["content-disposition"].startswith("attachment; ")


def test_a_calendar_can_be_subscribed_to(client: TestClient) -> None:
    answer = client.get("/tour.ics")
    assert answer.headers["content-disposition"] == 'inline; filename="central-asia-2025.ics"'
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"


def test_a_fault_of_the_program_is_one_sentence_and_a_line_in_the_log(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    Fake.fault = RuntimeError("/secret/path is broken")
    answer = client.get("/tour.slow")
    assert answer.status_code == 500
    assert answer.text.endswith("the log has it.")
    assert "secret" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "/secret/path is broken" in caplog.text
    Fake.fault = None
    assert client.get("/tour.slow").status_code == 200


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("tour=../", 400, "tour"),
        ("tour=..%2F..%2Fetc", 400, "tour"),
        ("tour=..", 400, "tour"),
        ("tour=x%00", 400, "tour"),
        ("tour=nothing", 404, "tour"),
        ("since=yesterday", 400, "since"),
        ("at=1", 400, "at"),
        ("&".join(f"a{i}=1" for i in range(5000)), 400, "longer than 8,000"),
        ("&".join(f"a{i}=1" for i in range(101)), 400, "more than 100 parameters"),
    ],
)
def test_a_query_that_cannot_be_meant_is_refused_before_any_work(
    format_: Format, query: str, status: int, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Format, "write", lambda *_: pytest.fail("it was written"))
    client = TestClient(Starlette(routes=web.routes()), raise_server_exceptions=False)
    answer = client.get(f"/{format_.name}?{query}")
    assert answer.status_code == status
    assert re.search(rf"\b{word}\b", answer.text)
    assert "\n" not in answer.text
    assert "/mapapp/" not in answer.text


@pytest.mark.parametrize("query", ["size=100000", "scale=99", "scale=-1", "scale=1e9", "lang=../x", "theme=pink"])
def test_a_picture_that_cannot_be_drawn_is_refused_by_the_name_of_its_parameter(client: TestClient, query: str) -> None:
    answer = client.get(f"/snapshot.svg?{query}")
    assert answer.status_code == 400
    assert f"'{query}'" in answer.text
    assert Fake.written == 0


def test_only_named_sites_may_read(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = {"origin": "https://desk.example.org"}
    assert "access-control-allow-origin" not in client.get("/tour.slow", headers=desk).headers
    monkeypatch.setenv("MAPAPP_READERS", "https://desk.example.org")
    answer = client.get("/tour.slow", headers=desk)
    assert answer.headers["access-control-allow-origin"] == "https://desk.example.org"
    assert answer.headers["vary"] == "Origin"
    other = client.get("/tour.slow", headers={"origin": "https://other.example.org"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("format_", "view", "name"),
    [
        (FAKES[0], View(), "central-asia-2025.slow"),
        (FAKES[3], View(countries=("KZ", "UZ")), "central-asia-2025-brief-kz-uz.pdf"),
        (FAKES[0], View(event="tokayev", theme="dark"), "central-asia-2025.slow"),
        (
            FAKES[0],
            View(text='"; filename="x.exe\r\nSet-Cookie: a'),
            "central-asia-2025-filename-x-exe-set-cookie-a.slow",
        ),
        (FAKES[0], View(text="Алматы"), "central-asia-2025.slow"),
        (FAKES[0], View(text="x" * 200), "central-asia-2025-" + "x" * 62 + ".slow"),
    ],
)
def test_the_name_of_a_file_tells_its_filters_and_is_safe(format_: Format, view: View, name: str) -> None:
    assert file_name(format_, view, "central-asia-2025") == name


def test_a_tour_with_a_strange_name_still_has_a_file_name() -> None:
    assert file_name(FAKES[0], View(), "Поездка") == "tour.slow"


def test_the_page_that_ships_carries_its_filters() -> None:
    answer = TestClient(Starlette(routes=web.routes())).get("/tour.html?country=KZ")
    assert answer.headers["content-disposition"] == 'attachment; filename="central-asia-2025-kz.html"'
    assert '"query":"v=1\\u0026country=KZ"' in answer.text
    assert 'http-equiv="Content-Security-Policy"' in answer.text


def test_the_routes_stand_under_the_path_of_the_app() -> None:
    client = TestClient(Starlette(routes=web.routes("/maps/")))
    assert client.get("/maps/embed").status_code == 200
    assert client.get("/maps/assets/text.js").status_code == 200
    for path in ("/embed", "/maps", "/maps/", "/maps/_stcore/health"):
        assert client.get(path).status_code == 404, "that is the app's to answer"


def test_a_tour_that_vanishes_while_it_is_read_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the list of tours and the plan of the answer, and between the plan and the reading."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    client = TestClient(Starlette(routes=web.routes()), raise_server_exceptions=False)
    for step in ("fingerprints", "snapshot"):
        folder = shutil.copytree(TOURS / "one-visit", tmp_path / "gone")
        going_on = getattr(assembly, step)

        def vanishing(
            *asked: object, going_on: Callable[..., object] = going_on, folder: Path = folder, **more: object
        ) -> object:
            shutil.rmtree(folder, ignore_errors=True)
            return going_on(*asked, **more)

        monkeypatch.setattr(assembly, step, vanishing)
        answer = client.get("/tour.geojson?tour=gone")
        assert (answer.status_code, "There is no tour 'gone'" in answer.text) == (404, True)
        monkeypatch.setattr(assembly, step, going_on)
