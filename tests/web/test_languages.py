"""The map of a page speaks the language of the link, or of the browser, and finds its words in the same."""

import json
import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from mapapp import languages
from mapapp.web import routes
from mapapp.web.head import Head

CLIENT = TestClient(Starlette(routes=routes()), raise_server_exceptions=False)


def embedded(query: str, accept: str) -> tuple[dict[str, Any], str, str]:
    """The data of the map document, the attributes of the page, and by what the answer varies."""
    answer = CLIENT.get(f"/embed{query}", headers={"Accept-Language": accept})
    data = json.loads(re.findall(r'id="mapapp-data">(.*?)</script>', answer.text, re.DOTALL)[0])
    return data, re.findall(r"<html ([^>]*?) data-theme", answer.text)[0], answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "accept", "language", "varies"),
    [
        ("", "", "en", True),
        ("", "ru-RU,ru;q=0.9,en;q=0.8", "ru", True),
        ("?lang=kk", "ru", "kk", False),
        ("?lang=en", "ru", "en", False),
    ],
)
def test_the_document_speaks_one_language_in_all_its_parts(
    query: str, accept: str, language: str, *, varies: bool
) -> None:
    data, attributes, vary = embedded(query, accept)
    assert attributes == f'lang="{language}"'
    assert ("Accept-Language" in vary) is varies
    assert data.get("words", {"language": "en"})["language"] == language
    english = language == "en"
    assert ("lang=" not in data["urls"]["labels"] + data["urls"]["corridor"]) is english
    assert english or f"lang={language}" in data["urls"]["cards"]


def test_english_is_sent_no_words() -> None:
    assert "words" not in embedded("", "")[0]
    assert CLIENT.get("/embed").text == CLIENT.get("/embed", headers={"Accept-Language": "en-GB"}).text


def test_a_page_that_has_not_changed_is_told_so_in_each_language() -> None:
    russian = {"Accept-Language": "ru"}
    tag = CLIENT.get("/embed", headers=russian).headers["etag"]
    assert CLIENT.get("/embed", headers=russian | {"If-None-Match": tag}).status_code == 304
    assert CLIENT.get("/embed", headers={"Accept-Language": "kk", "If-None-Match": tag}).status_code == 200


def test_countries_cities_and_seas_have_their_names() -> None:
    named = {label["name"] for label in CLIENT.get("/labels.json?lang=ru").json()}
    assert {"Казахстан", "Москва", "Каспийское море"} <= named
    assert not {"Kazakhstan", "Moscow", "Caspian Sea"} & named
    assert CLIENT.get("/labels.json").json() == CLIENT.get("/basemap/labels.json").json()


def test_cards_are_said_in_the_language_of_the_query() -> None:
    english, russian = (CLIENT.get(f"/cards.json{query}").json() for query in ("", "?lang=ru"))
    assert [card["id"] for card in english["events"]] == [card["id"] for card in russian["events"]]
    assert any("марта 2025" in card["when"] for card in russian["events"])
    assert not any("March" in card["when"] for card in russian["events"])
    assert CLIENT.get("/cards.json", headers={"Accept-Language": "ru"}).json() == english


def page(query: str, accept: str) -> tuple[str, str]:
    """The head of the app's page around that of Streamlit, and by what it varies."""

    async def streamlit(_: object) -> HTMLResponse:
        return HTMLResponse('<html lang="en"><head><title>Streamlit</title></head></html>')

    app = Starlette(routes=[Route("/", streamlit)], middleware=[Middleware(Head, pages=[""])])
    answer = TestClient(app).get(f"/{query}", headers={"Accept-Language": accept})
    return answer.text, answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "accept", "attributes"),
    [
        ("", "", 'lang="en"'),
        ("", "kk,ru;q=0.5", 'lang="kk"'),
        ("?lang=de", "kk", 'lang="de"'),
        ("?lang=tlh", "kk", 'lang="kk"'),
    ],
)
def test_the_page_of_the_app_says_its_language_before_anything_is_loaded(
    query: str, accept: str, attributes: str
) -> None:
    html, vary = page(query, accept)
    assert f"<html {attributes}>" in html
    assert "Accept-Language" in vary


def test_the_word_until_the_page_has_loaded_is_there_in_each_language() -> None:
    style = CLIENT.get("/assets/page.css").text
    assert all(f'html[lang="{code}"] #root:empty::before' in style for code in languages.offered())
    assert "\\u" not in style


@pytest.mark.parametrize("path", sorted({r.path for r in routes() if isinstance(r, Route) and "{" not in r.path}))
def test_every_sentence_that_follows_the_browser_says_so(path: str) -> None:
    """Of every address, asked for a tour that is not there: who keeps answers must not keep one for all readers."""
    said = [CLIENT.get(f"{path}?tour=nothing", headers={"Accept-Language": code}) for code in ("en", "ru")]
    follows = said[0].content != said[1].content
    assert not follows or all("Accept-Language" in answer.headers["vary"] for answer in said)
