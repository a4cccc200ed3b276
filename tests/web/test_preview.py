"""The page behind a shared link: tags for previews, a picture, a way on, and nothing that runs."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from mapapp.web import routes

CLIENT = TestClient(Starlette(routes=routes()), raise_server_exceptions=False, base_url="https://tour.example")


def tags(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html)
    return {name: unescape(content) for name, content in found}


def test_previews_find_title_contents_and_picture() -> None:
    answer = CLIENT.get("/card?country=KZ&theme=dark")
    assert answer.status_code == 200
    found = tags(answer.text)
    assert found["og:title"] == found["twitter:title"] == "The EU's road to Samarkand"
    assert found["og:description"].startswith("Kaja Kallas in Central Asia, 27–28 March 2025")
    assert ". Shown here: 4 of 15 events, " in found["og:description"]
    assert found["og:description"].endswith("Kazakhstan")
    assert found["og:url"] == "https://tour.example/card?v=1&country=KZ&theme=dark"
    assert found["og:image"] == "https://tour.example/snapshot.png?v=1&country=KZ&theme=dark&size=social"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:card"] == "summary_large_image"
    assert "Kazakhstan" in found["og:image:alt"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *((code, "US Secretary of State John Kerry in Central Asia") for code in ("en", "fr", "de")),
        ("ru", "Государственный секретарь США Джон Керри в Центральной Азии"),
        ("kk", "АҚШ Мемлекеттік хатшысы Джон Керри Орталық Азияда"),
    ],
)
def test_a_preview_of_the_whole_tour_says_what_it_is_about_and_counts_nothing(language: str, said: str) -> None:
    found = tags(CLIENT.get(f"/card?tour=us-central-asia-2015&lang={language}").text)
    assert found["og:description"] == found["twitter:description"] == found["description"]
    assert found["og:description"].startswith(said)
    assert "10" not in found["og:description"]


def test_the_picture_of_the_card_is_there() -> None:
    picture = unescape(re.findall(r'<img src="([^"]+)"', CLIENT.get("/card?country=KZ").text)[0])
    answer = CLIENT.get("/" + picture)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")


def test_it_runs_nothing_and_frames_only_its_own_picture() -> None:
    answer = CLIENT.get("/card")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "img-src 'self'" in policy and "unsafe" not in policy
    assert "<script" not in answer.text and not re.search(r"\son\w+=|style=", answer.text)


def test_links_are_relative_below_any_base_path() -> None:
    client = TestClient(Starlette(routes=[Mount("/maps/kz", routes=routes())]), base_url="http://intranet:8501")
    html = client.get("/maps/kz/card?country=KZ").text
    assert tags(html)["og:image"].startswith("http://intranet:8501/maps/kz/snapshot.png?")
    assert unescape(re.findall(r'<a class="on" href="([^"]+)"', html)[0]) == "./?v=1&country=KZ"
    assert re.findall(r'<img src="([^"]+)"', html)[0].startswith("snapshot.png?")


@pytest.mark.parametrize(
    ("headers", "start"),
    [
        (
            {"x-forwarded-proto": "https", "x-forwarded-host": "maps.example.org"},
            "https://maps.example.org/snapshot.png?",
        ),
        ({"x-forwarded-host": "a.example:8443, inner:80"}, "https://a.example:8443/snapshot.png?"),
        ({"x-forwarded-host": "[2001:db8::1]:80"}, "https://[2001:db8::1]:80/snapshot.png?"),
        ({"host": 'evil"><script>'}, "/snapshot.png?"),
        ({"x-forwarded-host": "evil.example/path?"}, "/snapshot.png?"),
        ({"x-forwarded-proto": "javascript"}, "/snapshot.png?"),
    ],
)
def test_proxies_are_heard_and_nonsense_is_not_repeated(
    headers: dict[str, str], start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPAPP_PROXY", "yes")
    answer = CLIENT.get("/card", headers=headers)
    assert tags(answer.text)["og:image"].startswith(start)
    assert "evil" not in answer.text
    assert "X-Forwarded-Host" in answer.headers["vary"]


@pytest.mark.parametrize("setting", ["", "no", "0", "perhaps"])
@pytest.mark.parametrize("headers", [{"x-forwarded-host": "evil.example"}, {"x-forwarded-proto": "http"}])
def test_what_any_reader_may_send_is_not_repeated(
    headers: dict[str, str], setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless a setting says that a proxy writes these headers and takes away those of readers."""
    monkeypatch.setenv("MAPAPP_PROXY", setting)
    answer = CLIENT.get("/card", headers=headers)
    assert tags(answer.text)["og:image"].startswith("https://tour.example/snapshot.png?")
    assert "evil" not in answer.text


@pytest.mark.parametrize("language", ["fr", "de", "ru"])
def test_it_speaks_the_language_of_the_picture(language: str) -> None:
    html = CLIENT.get(f"/card?country=KZ&lang={language}").text
    assert f'<html lang="{language}" dir="ltr">' in html
    found = tags(html)
    assert found["og:image"].endswith(f"&lang={language}&size=social")
    assert "events" not in found["og:description"]


@pytest.mark.parametrize(
    ("query", "accept", "language", "varies"),
    [
        ("", "ru-KZ,ru;q=0.9,en;q=0.8", "ru", True),
        ("", "", "en", True),
        ("", "ja", "en", True),
        ("?lang=fr", "de", "fr", False),
    ],
)
def test_it_speaks_that_of_the_browser_where_the_link_names_none(
    query: str, accept: str, language: str, *, varies: bool
) -> None:
    answer = CLIENT.get(f"/card{query}", headers={"Accept-Language": accept})
    assert f'<html lang="{language}"' in answer.text
    assert ("Accept-Language" in answer.headers["vary"]) is varies
    assert (f"&lang={language}" in tags(answer.text)["og:image"]) is (language != "en")
    again = CLIENT.get(f"/card{query}", headers={"Accept-Language": accept, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, "Accept-Language" in again.headers["vary"]) == (304, varies)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/card?since=x", 400, "'since=x' in the link is not a date"),
        ("/card?lang=tlh", 400, "lang"),
        ("/card?tour=../x", 400, "is not the id of a tour"),
        ("/card?tour=nowhere", 404, "There is no tour"),
        ("/snapshot.png?size=100000", 400, "size"),
        ("/snapshot.png?scale=99", 400, "scale"),
        ("/snapshot.svg?lang=tlh", 400, "lang"),
        ("/brief.docx?country=QQQ&since=2025-01-01&until=2024-01-01", 400, "until"),
    ],
)
def test_a_bad_query_gets_one_sentence(path: str, status: int, words: str) -> None:
    answer = CLIENT.get(path)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert "Traceback" not in answer.text and "<" not in answer.text


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("snapshot.png", b"\x89PNG"),
        ("snapshot.svg", b"<?xml"),
        ("snapshot.pdf", b"%PDF"),
        ("brief.docx", b"PK"),
        ("brief.pdf", b"%PDF"),
        ("brief.md", b"# The EU"),
    ],
)
def test_pictures_and_briefs_have_their_routes(name: str, start: bytes) -> None:
    answer = CLIENT.get(f"/{name}?country=KZ")
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert answer.headers["content-disposition"].startswith("inline" if "snapshot" in name else "attachment")
