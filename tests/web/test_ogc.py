"""OGC API - Features: what GDAL and OWSLib read of a view, and how wrong requests are answered."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pyogrio
import pytest
from geojson_pydantic import FeatureCollection
from owslib.ogcapi.features import Features
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import assembly
from mapapp.exports import geojson
from mapapp.languages import offered
from mapapp.message import tr
from mapapp.view import View
from mapapp.web import routes
from mapapp.web.ogc.collections import COLLECTIONS
from mapapp.words.language import Words
from tests.fixtures.loopback import app, served

CLIENT = TestClient(app, raise_server_exceptions=False, base_url="http://maps.example.org")


def get(path: str, client: TestClient = CLIENT) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def ids(path: str) -> list[str]:
    return [feature["id"] for feature in get(path)["features"]]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield f"{url}ogc"


@pytest.mark.parametrize("query", ["", "country=KZ", "tour=us-central-asia-2015&status=held"])
def test_gdal_reads_every_collection_of_a_view(address: str, query: str) -> None:
    """On GDAL stands QGIS. The address has the view in its path, as programs write others behind it."""
    root = f"OAPIF:{address}/{query}" if query else f"OAPIF:{address}"
    expected: dict[str, int] = {}
    for feature in geojson.collection(assembly.snapshot(View.parse(query)))["features"]:
        kind = feature["properties"]["feature"]
        expected[kind] = expected.get(kind, 0) + 1
    assert [name for name, _ in pyogrio.list_layers(root)] == list(COLLECTIONS)
    for found in COLLECTIONS.values():
        info = pyogrio.read_info(root, layer=found.id, force_feature_count=True)
        assert info["features"] == expected.get(found.kind, 0), found.id


def test_gdal_reads_titles_and_positions_page_by_page(address: str) -> None:
    info, _, shapes, columns = pyogrio.raw.read(f"OAPIF:{address}", layer="events", PAGE_SIZE=4)
    cells = dict(zip(info["fields"], columns, strict=True))
    assert len(cells["title"]) == len(shapes) == 15
    assert "Talks with President Tokayev" in cells["title"]


def test_gdal_asks_for_a_box(address: str) -> None:
    _, _, shapes, _ = pyogrio.raw.read(f"OAPIF:{address}", layer="events", bbox=(76.0, 43.0, 78.0, 44.0))
    assert 0 < len(shapes) < 15


def test_owslib_reads_the_service(address: str) -> None:
    service = Features(f"{address}/country=KZ")
    assert service.feature_collections() == list(COLLECTIONS)
    assert service.conformance()["conformsTo"][0].endswith("/ogcapi-features-1/1.0/conf/core")
    assert service.api()["openapi"].startswith("3.0.")
    found = service.collection_items("events", limit=2)
    assert (found["numberMatched"], found["numberReturned"]) == (4, 2)
    assert service.collection_item("events", "tokayev")["properties"]["title"] == "Talks with President Tokayev"


def test_every_link_leads_to_an_answer_of_its_kind() -> None:
    for page in ("/ogc", "/ogc/country=KZ", "/ogc/collections", "/ogc/collections/events",
                 "/ogc/collections/events/items?limit=3&offset=3",
                 "/ogc/collections/events/items/tokayev"):  # fmt: skip
        told = get(page)
        for link in (*told["links"], *(link for c in told.get("collections", ()) for link in c["links"])):
            answer = CLIENT.get(link["href"])
            assert (answer.status_code, answer.headers["content-type"]) == (200, link["type"]), link


@pytest.mark.parametrize("query", ["", "country=KZ", "q=a/b%26c", "topic=trade&corridor=none"])
def test_links_keep_the_view(address: str, query: str) -> None:
    """Whether it stands in the path or in the query; asked over the wire, where a path is decoded once."""
    links = {link["rel"]: link["href"] for link in httpx2.get(f"{address}?{query}").json()["links"]}
    collections = httpx2.get(links["data"]).json()
    events = next(c for c in collections["collections"] if c["id"] == "events")
    items = next(link["href"] for link in events["links"] if link["rel"] == "items")
    shown = assembly.snapshot(View.parse(query)).tour.events
    assert [feature["id"] for feature in httpx2.get(items).json()["features"]] == [event.id for event in shown]


def test_below_a_base_path_links_keep_it() -> None:
    client = TestClient(Starlette(routes=routes("maps/ogc")), base_url="http://intranet")
    for page in ("/maps/ogc/ogc", "/maps/ogc/ogc/", "/maps/ogc/ogc/country=KZ/collections/events/items"):
        for link in get(page, client)["links"]:
            assert link["href"].startswith("http://intranet/maps/ogc/ogc")
            assert client.get(link["href"]).status_code == 200


def test_pages_follow_each_other_to_the_end() -> None:
    found, page = [], "/ogc/collections/events/items?limit=4"
    while page:
        told = get(page)
        assert FeatureCollection(**told).type == "FeatureCollection"
        assert told["numberReturned"] == len(told["features"]) <= 4
        found += [feature["id"] for feature in told["features"]]
        page = next((link["href"] for link in told["links"] if link["rel"] == "next"), "")
    assert found == ids("/ogc/collections/events/items")
    assert len(set(found)) == 15


def test_a_page_before_is_linked() -> None:
    links = {link["rel"]: link["href"] for link in get("/ogc/collections/events/items?limit=4&offset=6")["links"]}
    assert links["prev"].endswith("limit=4&offset=2")


def test_a_box_leaves_what_touches_it() -> None:
    assert "tokayev" in ids("/ogc/collections/events/items?bbox=76,43,78,44")
    assert "mirziyoyev" not in ids("/ogc/collections/events/items?bbox=76,43,78,44")
    assert ids("/ogc/collections/events/items?bbox=76,43,0,78,44,9000") == ids(
        "/ogc/collections/events/items?bbox=76,43,78,44"
    )
    assert ids("/ogc/collections/events/items?bbox=170,-90,-170,90") == []
    assert ids("/ogc/collections/legs/items?bbox=60,38,61,39")


def test_a_time_leaves_what_may_fall_into_it() -> None:
    day = ids("/ogc/collections/events/items?datetime=2025-03-28")
    assert "tokayev" in day
    assert "samarkand-summit" not in day
    assert ids("/ogc/collections/events/items?datetime=2025-03-28T12:00:00Z") == day
    late = ids("/ogc/collections/events/items?datetime=2025-04-01/..")
    assert {"samarkand-summit", "climate-summit"} <= set(late)
    assert set(ids("/ogc/collections/events/items?datetime=/2025-03-31")) | set(late) == set(
        ids("/ogc/collections/events/items")
    )
    assert ids("/ogc/collections/legs/items?datetime=1900-01-01"), "what has no date may be at any time"


@pytest.mark.parametrize(
    "query",
    ["bbox=", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=nan,0,1,1", "bbox=1_0,0,20,1", "bbox=0,5,1,-5", "bbox=0,0,400,1",
     "bbox=0,0,1,1&bbox=0,0,1,1",
     "datetime=", "datetime=yesterday", "datetime=2025-13-01", "datetime=2025-03-28/2025-03-27", "datetime=../..",
     "datetime=2025-01-01/2025-02-01/2025-03-01", "limit=0", "limit=-1", "limit=x", "limit=1.5", "offset=-1", "f=html",
     "colour=red", "bbox-crs=http://x", "country=KZ&since=x", "v=9", "&".join(f"a{i}=1" for i in range(200))],
)  # fmt: skip
def test_what_cannot_be_meant_is_answered_with_400_and_a_sentence(query: str) -> None:
    answer = CLIENT.get(f"/ogc/collections/events/items?{query}")
    assert answer.status_code == 400
    assert answer.text.endswith((".", ".."))


@pytest.mark.parametrize(
    "path",
    ["/ogc/collections/nothing", "/ogc/collections/nothing/items", "/ogc/collections/events/items/nothing",
     "/ogc/nothing",
     "/ogc/tour=nothing", "/ogc/country=KZ/collections/events/items/mirziyoyev"],
)  # fmt: skip
def test_what_is_not_there_is_answered_with_404(path: str) -> None:
    assert CLIENT.get(path).status_code == 404


def test_a_limit_beyond_the_most_is_the_most() -> None:
    """Requirement /req/core/fc-limit-definition: no error."""
    assert len(ids("/ogc/collections/events/items?limit=999999")) == 15


def test_ids_are_slugs_and_the_same_in_every_view() -> None:
    for id_ in COLLECTIONS:
        every = ids(f"/ogc/collections/{id_}/items")
        assert len(set(every)) == len(every)
        assert not any("/" in one for one in every)
        assert set(ids(f"/ogc/country=KZ/collections/{id_}/items")) <= set(every)


def test_who_has_an_answer_gets_304() -> None:
    answer = CLIENT.get("/ogc/collections/events/items")
    again = CLIENT.get("/ogc/collections/events/items", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_description_names_every_path() -> None:
    told = get("/ogc/country=KZ/api")
    assert told["servers"] == [{"url": "http://maps.example.org/ogc/v=1&country=KZ"}]
    for path, found in told["paths"].items():
        real = path.replace("{collectionId}", "events").replace("{featureId}", "tokayev")
        assert CLIENT.get(told["servers"][0]["url"] + real).status_code == 200
        names = {parameter["name"] for parameter in found["get"]["parameters"] if parameter["in"] == "path"}
        assert names == {part.strip("{}") for part in path.split("/") if part.startswith("{")}


@pytest.mark.parametrize("language", [code for code in offered() if code != "en"])
def test_documents_speak_the_language_of_the_view(language: str) -> None:
    """Titles, descriptions and links; ids, kinds and the parameters stay, as programs go by them."""
    here, words = f"/ogc/lang={language}", Words(language)
    told = get(f"{here}/collections")["collections"]
    assert [(c["title"], c["description"]) for c in told] == [
        (words.say(found.title), words.say(found.description)) for found in COLLECTIONS.values()
    ]
    assert not {c["description"] for c in told} & {str(found.description) for found in COLLECTIONS.values()}
    links = [link["title"] for link in (*get(here)["links"], *get(f"{here}/collections/stops/items?limit=1")["links"])]
    assert not [title for title in links if title.startswith(("This", "The "))]
    assert get(f"{here}/api")["paths"]["/"]["get"]["summary"] == words.say(tr("What there is"))
    wrong = CLIENT.get(f"{here}/collections/nothing", headers={"Accept-Language": language})
    assert wrong.text == words.say(
        tr("There is no collection '{id}'. There are: {known}.", id="nothing", known=", ".join(COLLECTIONS))
    )


def test_documents_keep_the_language_of_the_tour_whatever_a_browser_wants() -> None:
    told = CLIENT.get("/ogc/collections", headers={"Accept-Language": "ru"}).json()["collections"]
    assert told[0]["title"] == "Stops"
