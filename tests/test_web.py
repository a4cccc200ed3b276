"""The routes beside the app: right answers, and a sentence for every query that cannot be meant."""

import base64
import hashlib
import json
import re
from pathlib import Path

import httpx2
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from mapapp.maps import bundle
from mapapp.web import routes
from mapapp.web.head import Head, frame_scripts
from mapapp.web.kept import files_version

CLIENT = TestClient(Starlette(routes=routes()), raise_server_exceptions=False)


def test_the_map_document_may_run_only_its_own_scripts() -> None:
    answer = CLIENT.get("/embed?country=KZ")
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    for tag in ("script", "style"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", answer.text, re.DOTALL)
        assert len(inline) == 1
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_what_has_not_changed_is_not_sent_again() -> None:
    answer = CLIENT.get("/embed")
    again = CLIENT.get("/embed", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert CLIENT.get("/embed?country=KZ").headers["etag"] != answer.headers["etag"]


def test_files_are_kept_for_good_only_with_their_version() -> None:
    for path in ("/assets/tour_map.js", "/assets/leaflet/leaflet.js", "/basemap/land.geojson"):
        assert "immutable" in CLIENT.get(f"{path}?{files_version()}").headers["cache-control"]
        assert CLIENT.get(path).headers["cache-control"] == "no-cache"


def test_every_file_that_the_document_names_is_there() -> None:
    text = CLIENT.get("/embed").text
    named = [path for path in re.findall(r'(?:href|src)="([^"]+)"', text) if not path.startswith("data:")]
    assert sorted(path.partition("?")[0] for path in named) == ["assets/map.css", "assets/map.js"]
    for path in named:
        assert CLIENT.get("/" + path).status_code == 200, path


def test_the_words_and_a_corridor_are_json() -> None:
    assert len(CLIENT.get("/cards.json").json()["events"]) == 15
    corridor = CLIENT.get("/corridor.json?corridor=trans-caspian").json()
    assert corridor["title"].startswith("Trans-Caspian")
    assert all(section["cites"] for section in corridor["sections"])


def test_the_bundle_holds_leaflet_and_all_scripts_in_their_order() -> None:
    text = CLIENT.get("/assets/map.js").text
    assert text.startswith(CLIENT.get(f"/assets/{bundle.LEAFLET}").text)
    places = [text.index(bundle.code(name)) for name in bundle.SCRIPTS]
    assert places == sorted(places)


def test_every_file_that_the_styles_name_is_there() -> None:
    named = re.findall(r"url\(([^)]+)\)", CLIENT.get("/assets/map.css").text)
    assert len(named) > 5
    for path in named:
        assert path.startswith("#") or CLIENT.get(f"/assets/{path}").status_code == 200, path


@pytest.mark.parametrize("path", ["/assets/map.js", "/assets/tour_map.css", "/basemap/land.geojson"])
def test_files_are_packed_for_those_who_can_unpack(path: str) -> None:
    packed = CLIENT.get(path, headers={"accept-encoding": "gzip"})
    plain = CLIENT.get(path, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2


@pytest.mark.parametrize("accepted", ["gzip;q=0", "gzip; q=0.0, identity", "zstd, GZIP;Q=0", "xgzip", "identity", ""])
def test_files_are_not_packed_for_those_who_refuse(accepted: str) -> None:
    answer = CLIENT.get("/assets/map.js", headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("accepted", ["GZIP", "zstd;q=1, gzip;q=0.1", "gzip ;q=1"])
def test_files_are_packed_however_it_is_asked_for(accepted: str) -> None:
    answer = CLIENT.get("/assets/map.js", headers={"accept-encoding": accepted})
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/assets/map.js", "/basemap/land.geojson", "/assets/leaflet/images/layers.png"])
def test_a_kept_file_is_not_sent_twice(path: str) -> None:
    etag = CLIENT.get(path).headers["etag"]
    assert CLIENT.get(path, headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/assets/map.js", "/assets/map.css", "/assets/page.css", "/basemap/land.geojson"])
@pytest.mark.parametrize("form", ["*", " * ", "W/{}", '"other", {}'])
def test_a_kept_file_is_known_in_every_form_of_the_question(path: str, form: str) -> None:
    etag = CLIENT.get(path).headers["etag"]
    assert CLIENT.get(path, headers={"if-none-match": form.format(etag)}).status_code == 304
    assert CLIENT.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def headed(body: str, path: str = "/", **headers: str) -> httpx2.Response:
    """The answer to a page of that body, through the middleware."""
    page = Route(path, lambda _: HTMLResponse(body, headers=headers))
    return TestClient(Starlette(routes=[page], middleware=[Middleware(Head, pages=["", "places", "embed"])])).get(path)


@pytest.mark.parametrize("path", ["/", "/places"])
def test_the_page_of_the_app_names_its_style_and_what_the_map_will_need(path: str) -> None:
    answer = headed("<head><title>Streamlit</title></head>", path, etag='"x"')
    named = [name for name in re.findall(r'href="([^"]+)"', answer.text) if not name.startswith("static/")]
    assert [name.partition("?")[0] for name in named] == ["assets/page.css", "assets/map.js", "assets/map.css"]
    assert all("immutable" in CLIENT.get(f"/{name}").headers["cache-control"] for name in named)
    assert all(name in CLIENT.get("/embed").text for name in named[1:])
    assert "<title>Tour map</title>" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "etag" not in answer.headers


def test_the_scripts_of_the_frame_are_those_of_this_streamlit() -> None:
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    assert frame_scripts()[0].startswith("BidiComponent.")
    assert all((folder / name).is_file() for name in frame_scripts())


@pytest.mark.parametrize("header", ["range", "if-range", "if-none-match", "if-modified-since"])
def test_the_page_is_whole_whatever_a_browser_has_of_streamlits(header: str) -> None:
    """Its own page is a file, which answers a validator with 304 and a range with a piece: ours would be lost."""
    page = Route(
        "/", lambda request: HTMLResponse("<title>Streamlit</title>", 304 if header in request.headers else 200)
    )
    client = TestClient(Starlette(routes=[page], middleware=[Middleware(Head, pages=[""])]))
    answer = client.get("/", headers={header: "x"})
    assert (answer.status_code, "page.css" in answer.text) == (200, True)


def test_a_page_without_its_body_has_the_same_headers() -> None:
    page = Route("/", lambda _: HTMLResponse("<title>Streamlit</title>", headers={"accept-ranges": "bytes"}))
    client = TestClient(Starlette(routes=[page], middleware=[Middleware(Head, pages=[""])]))
    whole, head = client.get("/"), client.head("/")
    assert (head.headers, head.content) == (whole.headers, b"")
    assert "accept-ranges" not in whole.headers
    assert client.post("/").status_code == 405


def test_other_pages_are_left_alone() -> None:
    answer = headed("<title>A map</title>", "/embed", etag='"x"')
    assert (answer.text, answer.headers["etag"]) == ("<title>A map</title>", '"x"')


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/embed?since=x", 400, "'since=x' in the link is not a date"),
        ("/embed?until=2025-01-01&since=2025-02-01", 400, "ends before it starts"),
        ("/embed?theme=pink", 400, "theme"),
        ("/embed?basemap=x", 400, "basemap"),
        ("/embed?at=1,2", 400, "longitude,latitude,zoom"),
        ("/embed?sure=maybe", 400, "sure"),
        ("/embed?" + "&".join(f"a{i}=1" for i in range(5000)), 400, "longer than"),
        ("/embed?" + "&".join(f"a{i}=1" for i in range(500)), 400, "more than 100 parameters"),
        ("/embed?q=" + "x" * 60_000, 400, "longer than"),
        ("/embed?tour=../../etc/passwd", 400, "'tour=../../etc/passwd' in the link is not the id of a tour"),
        ("/embed?tour=nothing", 404, "There is no tour"),
        ("/cards.json?tour=nothing", 404, "There is no tour"),
        ("/corridor.json", 404, "There is no corridor"),
        ("/corridor.json?corridor=../x", 404, "There is no corridor"),
    ],
)
def test_a_bad_query_gets_one_sentence(path: str, status: int, words: str) -> None:
    answer = CLIENT.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text
    assert "/mapapp/" not in answer.text


@pytest.mark.parametrize("path", ["/assets/../web.py", "/assets/%2e%2e/web.py", "/basemap/..%2f..%2fREADME.md"])
def test_no_path_leads_out_of_the_folders(path: str) -> None:
    assert CLIENT.get(path).status_code == 404


def test_the_bits_say_which_events_are_left() -> None:
    text = CLIENT.get("/embed?country=KZ").text
    data = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', text, re.DOTALL)[0])
    bits = base64.b64decode(data["state"]["visible"])
    left = [id_ for i, id_ in enumerate(data["ids"]) if bits[i >> 3] >> (i & 7) & 1]
    assert left == ["tokayev", "nurtleu", "closing-words", "climate-summit"]


def test_a_map_shows_the_way_that_the_query_asks_for() -> None:
    text = CLIENT.get("/embed?corridor=trans-caspian&from=alat&to=tbilisi").text
    data = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', text, re.DOTALL)[0])
    assert data["state"]["route"]["nodes"][0] == "alat"
    assert data["state"]["route"]["nodes"][-1] == "tbilisi"
    assert "route" not in CLIENT.get("/embed?corridor=none&from=alat").text.partition('"state":')[2]
