"""The routes beside the app: right answers, and a sentence for every query that cannot be meant."""

import base64
import hashlib
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp.web import routes
from mapapp.web.documents import files_version

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
    named = re.findall(r'(?:href|src)="([^"]+)"', text)
    assert len(named) > 8
    for path in named:
        assert CLIENT.get("/" + path).status_code == 200, path


def test_the_words_and_a_corridor_are_json() -> None:
    assert len(CLIENT.get("/cards.json").json()["events"]) == 13
    corridor = CLIENT.get("/corridor.json?corridor=trans-caspian").json()
    assert corridor["title"].startswith("Trans-Caspian")
    assert all(section["cites"] for section in corridor["sections"])


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
        ("/embed?tour=../../etc/passwd", 404, "There is no tour"),
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
    assert left == ["tokayev", "nurtleu", "climate-summit"]


def test_the_file_is_a_download_that_carries_the_filters() -> None:
    answer = CLIENT.get("/tour.html?country=KZ")
    assert answer.headers["content-disposition"] == 'attachment; filename="central-asia-2025.html"'
    assert '"query":"v=1\\u0026country=KZ"' in answer.text
    assert 'http-equiv="Content-Security-Policy"' in answer.text


def test_a_map_shows_the_way_that_the_query_asks_for() -> None:
    text = CLIENT.get("/embed?corridor=trans-caspian&from=alat&to=tbilisi").text
    data = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', text, re.DOTALL)[0])
    assert data["state"]["route"]["nodes"][0] == "alat"
    assert data["state"]["route"]["nodes"][-1] == "tbilisi"
    assert "route" not in CLIENT.get("/embed?corridor=none&from=alat").text.partition('"state":')[2]
