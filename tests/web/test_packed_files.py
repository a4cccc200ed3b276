"""Streamlit's scripts and styles come packed, whole and under their own headers."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from mapapp.web.packed_files import PackedFiles

SCRIPT = "export const answer = 42;\n" * 100
PATH = "/maps/static/js/index.AbC.js"


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("static")
    for name in ("js/index.AbC.js", "css/a.css", "media/a.woff2", "js/a.wasm"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(SCRIPT)
    app = Starlette(routes=[Mount("/maps/static", StaticFiles(directory=folder))], middleware=[Middleware(PackedFiles)])
    return TestClient(app)


@pytest.mark.parametrize("path", [PATH, "/maps/static/css/a.css"])
def test_a_script_comes_packed_for_who_unpacks(client: TestClient, path: str) -> None:
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body).decode() == SCRIPT
    assert int(answer.headers["content-length"]) == len(body) < len(SCRIPT)
    assert "Accept-Encoding" in answer.headers["vary"]
    assert "accept-ranges" not in answer.headers


def test_a_browser_that_has_it_is_told_so(client: TestClient) -> None:
    tag = client.get(PATH, headers={"Accept-Encoding": "gzip"}).headers["etag"]
    assert tag.startswith('W/"')
    assert client.get(PATH, headers={"Accept-Encoding": "gzip", "If-None-Match": tag}).status_code == 304


def test_a_piece_is_never_a_piece_of_the_packed_form(client: TestClient) -> None:
    answer = client.get(PATH, headers={"Accept-Encoding": "gzip", "Range": "bytes=0-9"})
    assert (answer.status_code, answer.text) == (200, SCRIPT)


@pytest.mark.parametrize("path", ["/maps/static/media/a.woff2", "/maps/static/js/a.wasm", "/maps/static/js/none.js"])
def test_other_files_and_other_answers_are_left_alone(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.status_code == (404 if "none" in path else 200)


def test_who_does_not_unpack_gets_the_file(client: TestClient) -> None:
    answer = client.get(PATH, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.text == SCRIPT
    assert client.head(PATH, headers={"Accept-Encoding": "gzip"}).headers["content-length"] == str(len(SCRIPT))
