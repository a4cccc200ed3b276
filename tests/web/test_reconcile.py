"""The gazetteer by the Reconciliation API: valid answers, sure only where the program is, limits."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest
import reconciler
from jsonschema import Draft202012Validator
from pandas import Series
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp.languages import offered
from mapapp.message import plural, tr
from mapapp.reconciliation import queries
from mapapp.reconciliation.vocabulary import FETCHED
from mapapp.web import routes
from mapapp.web.origins import READERS
from mapapp.words.language import Words
from tests.fixtures.loopback import app, served

SCHEMA = json.loads((Path(__file__).parents[1] / "fixtures" / "reconciliation.schema.json").read_text("utf-8"))
CLIENT = TestClient(app, raise_server_exceptions=False, base_url="http://maps.example.org")


def valid(name: str, told: Any) -> Any:  # noqa: ANN401  # JSON
    Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"}).validate(told)
    return told


def ask(**batch: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The results of the queries, from a form in the body as OpenRefine sends it."""
    answer = CLIENT.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    return {key: told["result"] for key, told in valid("results", answer.json()).items()}


def stating(**properties: object) -> list[dict[str, object]]:
    return [{"pid": name, "v": value} for name, value in properties.items()]


def test_the_manifest_leads_to_every_part() -> None:
    told = valid("manifest", CLIENT.get("/reconcile").json())
    assert told["preview"]["url"] == "http://maps.example.org/reconcile/preview?id={{id}}"
    for at in (*told["suggest"].values(), told["extend"]["propose_properties"]):
        assert CLIENT.get(at["service_url"] + at["service_path"], params={"prefix": "alma"}).status_code == 200


def test_a_name_that_is_sure_matches_with_its_reasons() -> None:
    (best, *_) = ask(q0={"query": "Alma-Ata", "limit": 3})["q0"]
    assert (best["id"], best["match"]) == ("geonames:1526384", True)
    assert best["description"].startswith("Almaty, Kazakhstan; ")
    assert {"id": "edits", "value": 0} in best["features"]


@pytest.mark.parametrize("name", ["Springfield", "Tashkeent", "Xqzzy Vlort", "Almaty?", "Tbilisi and Baku"])
def test_what_is_not_sure_never_matches(name: str) -> None:
    assert not any(candidate["match"] for candidate in ask(q0={"query": name})["q0"])


def test_a_stated_country_binds_and_a_date_counts() -> None:
    found = ask(
        none={"query": "Georgia"},
        country={"query": "Cambridge", "properties": stating(country="United States")},
        code={"query": "Cambridge", "properties": stating(country={"id": "GB", "name": "United Kingdom"})},
        dated={"query": "Astana", "properties": stating(country="KZ", date="27.03.2025")},
        years={"query": "Nur-Sultan", "properties": stating(date=2020)},
    )
    assert {c["description"].split("; ")[0].split(", ")[-1] for c in found["country"]} == {"United States"}
    assert found["code"][0]["description"].startswith("Cambridge, England, United Kingdom")
    assert found["dated"][0]["match"]
    assert {"id": "right_date", "value": True} in found["years"][0]["features"]


@pytest.mark.parametrize("stated", [stating(date="the day after"), stating(country=["KZ", "UZ"])])
def test_a_row_that_could_not_be_read_is_never_sure(stated: list[dict[str, object]]) -> None:
    found = ask(q0={"query": "Almaty", "properties": stated})["q0"]
    assert found
    assert not any(candidate["match"] for candidate in found)


def test_types_leave_what_is_of_them() -> None:
    found = ask(
        water={"query": "Caspian Sea", "type": "H"},
        towns={"query": "Samarkand", "type": ["P"]},
        both={"query": "Samarkand", "type": ["P", "place"], "type_strict": "all"},
        wish={"query": "Samarkand", "type": "H", "type_strict": "should"},
    )
    assert found["water"][0]["match"]
    assert {c["type"][0]["id"] for c in found["towns"]} == {"P"} == {c["type"][0]["id"] for c in found["both"]}
    assert found["wish"][0]["id"] == found["towns"][0]["id"]


def test_a_program_may_ask_by_get() -> None:
    answer = CLIENT.get("/reconcile", params={"queries": json.dumps({"q": {"query": "Baku", "limit": 1}})})
    assert [c["name"] for c in valid("results", answer.json())["q"]["result"]] == ["Baku"]


@pytest.mark.parametrize(
    "batch",
    ["", "{", "[]", "null", '{"q": []}', '{"q": {}}', '{"q": {"query": 1}}', '{"q": {"query": "a", "limit": NaN}}',
     '{"q": {"query": "a", "limit": "5"}}', '{"q": {"query": "a", "type": 1}}',
     '{"q": {"query": "a", "type_strict": "x"}}',
     '{"q": {"query": "a", "properties": {}}}', '{"q": {"query": "a", "properties": [{"pid": "country"}]}}',
     "[" * 100_000, json.dumps({str(i): {"query": "Baku"} for i in range(51)})],
)  # fmt: skip
def test_what_breaks_the_rules_is_refused_with_a_sentence(batch: str) -> None:
    answer = CLIENT.post("/reconcile", data={"queries": batch})
    assert answer.status_code == 400
    assert answer.text.endswith(".")


def test_a_request_that_is_too_long_is_not_read() -> None:
    answer = CLIENT.post("/reconcile", content=b"queries=" + b"x" * 2_000_000)
    assert answer.status_code == 400
    assert "longer than" in answer.text


def test_hostile_names_are_only_names() -> None:
    names = ["", "a" * 100_000, "\0", "'; DROP TABLE place; --", "<script>", "%", "\ud800"]
    found = ask(**{str(i): {"query": name or " "} for i, name in enumerate(names)})
    assert all(not any(c["match"] for c in candidates) for candidates in found.values())


def test_a_batch_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_SECONDS", -1.0)
    answer = CLIENT.post("/reconcile", data={"queries": json.dumps({"q": {"query": "Baku"}})})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]


def test_places_are_suggested_by_what_they_are_called() -> None:
    told = valid("suggested", CLIENT.get("/reconcile/suggest/entity", params={"prefix": "samar"}).json())
    names = [place["name"] for place in told["result"]]
    assert {"Samara", "Samarkand"} <= set(names)
    assert all(name.lower().startswith("s") for name in names)
    by_id = CLIENT.get("/reconcile/suggest/entity", params={"prefix": "geonames:1526384"}).json()
    assert [place["name"] for place in by_id["result"]] == ["Almaty"]
    assert CLIENT.get("/reconcile/suggest/entity", params={"prefix": "s"}).json() == {"result": []}


def test_types_and_properties_are_suggested() -> None:
    types = valid("suggested", CLIENT.get("/reconcile/suggest/type", params={"prefix": "wat"}).json())
    assert types["result"][0] == {"id": "H", "name": "Water"}
    asked = valid("suggested", CLIENT.get("/reconcile/suggest/property", params={"prefix": ""}).json())
    assert [told["id"] for told in asked["result"]] == ["country", "date"]
    proposed = valid("proposed", CLIENT.get("/reconcile/properties", params={"type": "P"}).json())
    assert [told["id"] for told in proposed["properties"]] == list(FETCHED)


def test_data_about_places_are_fetched() -> None:
    wanted = [{"id": name} for name in FETCHED]
    extend = {"ids": ["geonames:1526384", "mapapp:alat", "geonames:0"], "properties": wanted}
    told = valid("extended", CLIENT.post("/reconcile", data={"extend": json.dumps(extend)}).json())
    almaty = told["rows"]["geonames:1526384"]
    assert almaty["position"] == [{"str": "geo:43.25249,76.9115"}]
    assert (almaty["country"], almaty["country_code"], almaty["kind"]) == (
        [{"str": "Kazakhstan"}], [{"str": "KZ"}], [{"str": "city"}],
    )  # fmt: skip
    assert told["rows"]["mapapp:alat"]["population"] == []
    assert set(map(str, told["rows"]["geonames:0"].values())) == {"[]"}


@pytest.mark.parametrize(
    "extend",
    ['{"ids": []}', '{"ids": [1], "properties": []}', '{"ids": [], "properties": [{"id": "nothing"}]}', "x",
     json.dumps({"ids": ["a"] * 1001, "properties": []})],
)  # fmt: skip
def test_data_that_cannot_be_fetched_are_refused(extend: str) -> None:
    assert CLIENT.post("/reconcile", data={"extend": extend}).status_code == 400


def test_a_preview_is_a_small_page_without_scripts() -> None:
    answer = CLIENT.get("/reconcile/preview", params={"id": "geonames:1526384"})
    assert "Almaty, Kazakhstan" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    missing = CLIENT.get("/reconcile/preview", params={"id": "<script>"})
    assert (missing.status_code, missing.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_scripts_of_other_sites_may_ask_where_a_setting_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = {"Origin": "http://127.0.0.1:3333"}
    assert "access-control-allow-origin" not in CLIENT.get("/reconcile", headers=mine).headers
    monkeypatch.setenv(READERS, "http://127.0.0.1:3333")
    assert CLIENT.get("/reconcile", headers=mine).headers["access-control-allow-origin"] == mine["Origin"]
    before = CLIENT.options("/reconcile", headers=mine)
    assert (before.status_code, before.headers["access-control-allow-methods"]) == (204, "GET, POST")
    other = CLIENT.options("/reconcile", headers={"Origin": "http://evil.example"})
    assert "access-control-allow-methods" not in other.headers


def test_below_a_base_path_it_answers_posts_as_well() -> None:
    client = TestClient(Starlette(routes=routes("maps/kz")), base_url="http://intranet")
    answer = client.post("/maps/kz/reconcile", data={"queries": json.dumps({"q": {"query": "Baku"}})})
    assert answer.status_code == 200
    told = client.get("/maps/kz/reconcile").json()
    assert told["suggest"]["entity"]["service_url"] == "http://intranet/maps/kz/reconcile"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_client_of_others_matches_a_column(caplog: pytest.LogCaptureFixture) -> None:
    """The package "reconciler" speaks the protocol as OpenRefine does."""
    names, countries = Series(["Almaty", "Tashkent", "Samarkand"]), Series(["KZ", "Uzbekistan", "UZ"])
    with served() as url, caplog.at_level(logging.CRITICAL):
        found = reconciler.reconcile(
            names, type_id="P", property_mapping={"country": countries}, reconciliation_endpoint=f"{url}reconcile"
        )
    assert found["id"].tolist() == ["geonames:1526384", "geonames:1512569", "geonames:1216265"]
    assert found["match"].tolist() == [True, True, True]


@pytest.mark.parametrize("language", [code for code in offered() if code != "en"])
def test_what_is_said_is_in_the_language_that_is_asked_for(language: str) -> None:
    """By the address or by the header; values of properties are data, the same for everybody."""
    words = Words(language)
    for asked, headers in (({"lang": language}, {}), ({}, {"Accept-Language": language})):
        params: dict[str, str] = asked
        answer = CLIENT.get("/reconcile/suggest/property", params=params, headers=headers)
        assert {told["name"] for told in answer.json()["result"]} == {words.say(tr("Country")), words.say(tr("Date"))}
        assert "Accept-Language" in answer.headers["vary"]
        manifest = valid("manifest", CLIENT.get("/reconcile", params=params, headers=headers).json())
        assert manifest["name"] == words.say(tr("Places ({program})", program="mapapp")) != "Places (mapapp)"
        page = CLIENT.get("/reconcile/preview", params={"id": "geonames:1526384", **params}, headers=headers)
        assert f'<html lang="{language}"' in page.text
        assert words.say(plural(1977011, "{n} person", "{n} people")) in page.text
        wrong = CLIENT.post("/reconcile", data={"queries": "{"}, params=params, headers=headers)
        assert wrong.text == words.say(tr("'{name}' is no JSON.", name="queries"))
        extend = {"extend": json.dumps({"ids": ["geonames:1526384"], "properties": [{"id": "country"}]})}
        told = CLIENT.post("/reconcile", data=extend, params=params, headers=headers).json()
        assert told["rows"]["geonames:1526384"]["country"] == [{"str": "Kazakhstan"}]
        assert told["meta"][0]["name"] == words.say(tr("Country"))
