"""A published site: every link leads somewhere, nothing is asked of others, and every page is valid."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from html5lib.treebuilders import getTreeBuilder

from mapapp.errors import MapappError
from mapapp.exports import FORMATS
from mapapp.publishing.addresses import Published, checked
from mapapp.publishing.missing import missing_page
from mapapp.publishing.pages import index_page, tour_page
from mapapp.publishing.schema_org import graph
from tests.exports.picture.snapshots import written
from tests.fixtures.snapshots import tour
from tests.publishing.conftest import ADDRESS
from tests.publishing.links import broken, links

PAGES = ("404.html", "index.html", "central-asia-2025/index.html", "hostile/index.html")
SIZES = {format_.name: 1_234_567 for format_ in FORMATS}
CLASSES = {  # of schema.org: what may stand in what
    "Trip": {"name", "description", "url", "image", "itinerary", "subTrip"},
    "Event": {"name", "description", "startDate", "endDate", "previousStartDate", "eventStatus", "location", "attendee",
              "subjectOf"},
    "Place": {"name", "address", "geo", "sameAs"},
    "PostalAddress": {"addressCountry", "addressRegion"},
    "GeoCoordinates": {"longitude", "latitude"},
    "Person": {"name", "jobTitle"},
    "CreativeWork": {"name", "url"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position", "item"},
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?")


def parsed(page: bytes) -> list[str]:
    """The errors that a parser of HTML5 finds."""
    parser = html5lib.HTMLParser(tree=getTreeBuilder("etree"), strict=False)
    parser.parse(page)
    return [str(error) for error in parser.errors]


def linked_data(page: str) -> dict[str, object]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found: dict[str, object] = json.loads(text)
    return found


def known(node: object) -> None:
    """Every class and property is one of schema.org, and every date is one of ISO 8601."""
    if isinstance(node, list):
        for part in node:
            known(part)
    elif isinstance(node, dict):
        assert node.keys() - {"@type", "@id"} <= CLASSES[node["@type"]]
        for name, value in node.items():
            if name.lower().endswith("date"):
                assert all(DATE.fullmatch(date) for date in ([value] if isinstance(value, str) else value))
            known(value)


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    assert broken(site, ADDRESS) == []
    assert len(links(site)) > 100


def test_links_out_of_the_site_are_those_of_sources(site: Path) -> None:
    urls = {source.url for source in tour("central-asia-2025").sources}
    page = "central-asia-2025/index.html"
    out = {link.target for link in links(site) if link.page == page and re.match("https?:", link.target)}
    assert {link for link in out if not link.startswith(ADDRESS)} <= urls


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_valid(site: Path, page: str) -> None:
    assert parsed((site / page).read_bytes()) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_runs_a_script(site: Path, page: str) -> None:
    text = (site / page).read_text(encoding="utf-8")
    assert set(re.findall(r"<script[^>]*>", text)) <= {'<script type="application/ld+json">'}
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]


def test_linked_data_has_the_words_of_schema_org(site: Path) -> None:
    for page in PAGES[2:]:
        found = linked_data((site / page).read_text(encoding="utf-8"))
        assert found["@context"] == "https://schema.org"
        known(found["@graph"])


def test_dates_are_as_precise_as_their_sources_and_no_more() -> None:
    nodes = {node["name"]: node for node in graph(tour("central-asia-2025"), ADDRESS)["@graph"]}
    ministerial = nodes["20th EU–Central Asia Ministerial Meeting"]
    assert (ministerial["startDate"], ministerial["previousStartDate"]) == ("2025-03-27", ["2025-03-04"])
    assert ministerial["eventStatus"].endswith("/EventRescheduled")
    planned = nodes["EU–Central Asia ministerial, as first announced"]
    assert planned["eventStatus"].endswith("/EventPostponed")
    assert nodes["Regional Climate Summit"]["startDate"] == "2026"
    summit = nodes["First EU–Central Asia summit"]
    assert (summit["startDate"], summit["endDate"]) == ("2025-04-03", "2025-04-04")
    assert "startDate" not in nodes["Closing words on the visit"], "its day is only about"


def test_a_clock_time_has_the_zone_of_its_place() -> None:
    (_, event) = graph(tour("one-visit"), "")["@graph"]
    assert event["startDate"] == "2025-03-27T19:30+06:00"


def test_each_traveller_has_a_trip_of_its_own() -> None:
    trip = graph(tour("central-asia-2025"), "")["@graph"][0]
    stops = {part["name"]: part["itinerary"]["itemListElement"] for part in trip["subTrip"]}
    assert [stop["item"]["name"] for stop in stops["Kaja Kallas"]] == ["Ashgabat", "Tashkent", "Almaty"]


def test_a_place_in_doubt_has_no_position() -> None:
    whole = tour("one-visit")
    (event,) = whole.events
    doubtful = replace(whole, events=(replace(event, at=replace(event.at, toponym="Bischkek?", confidence=0.9)),))
    assert graph(doubtful, "")["@graph"][1]["location"] == {"@type": "Place", "name": "Bischkek?"}


def test_every_format_is_there_with_the_bytes_of_its_route(site: Path) -> None:
    for format_ in FORMATS:
        assert (site / "central-asia-2025" / format_.name).read_bytes() == written(format_.name)


def test_previews_and_oembed_name_the_address(site: Path) -> None:
    page = (site / "central-asia-2025/index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}central-asia-2025/social.png">' in page
    told = json.loads((site / "central-asia-2025/oembed.json").read_bytes())
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", "The EU's road to Samarkand")
    assert f'src="{ADDRESS}central-asia-2025/tour.html"' in told["html"]
    assert (told["width"], told["height"]) == (960, 600)


def test_sitemap_and_feed_lead_to_the_pages(site: Path) -> None:
    urls = ElementTree.parse(site / "sitemap.xml").getroot()
    places = [url.text or "" for url in urls.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert all((site / place.removeprefix(ADDRESS)).is_file() for place in places)
    assert len(places) == 3 + 2 * 3 + 2  # lists, page and map of the tour in three languages, and of the other in one
    feed = ElementTree.parse(site / "feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    for entry in [feed, *feed.iter(f"{atom}entry")]:
        assert all(entry.find(atom + name) is not None for name in ("id", "title", "updated", "link"))


def test_without_an_address_nothing_claims_one(tours: list[Published]) -> None:
    for page in (tour_page(tours[0], "", SIZES), index_page(tours, ""), missing_page(tours, "")):
        assert b'og:image"' not in page and b"oembed" not in page and b"canonical" not in page
        assert parsed(page) == []


@pytest.mark.parametrize(
    "address",
    ["maps.example.org", "ftp://maps.example.org", "https://", "https://x/?a=b", "https://x/#a", 'https://x/"'],
)
def test_what_is_no_address_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(MapappError, match="is not the address of a folder"):
        checked(address)


@pytest.mark.parametrize("address", ["https://maps.example.org", "http://127.0.0.1:8000/a/b/", "https://[::1]/x"])
def test_an_address_ends_with_one_slash(address: str) -> None:
    assert checked(address) == address.rstrip("/") + "/"


def test_a_tour_has_a_page_in_each_of_its_languages_and_ways_between_them(site: Path) -> None:
    for code, back in (("ru", "Все поездки"), ("kk", "Барлық сапарлар")):
        page = (site / f"central-asia-2025/{code}/index.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}">' in page and parsed(page.encode()) == []
        assert f'<a href="../../index.{code}.html">{back}</a>' in page
        assert '<a href="../index.html" hreflang="en" lang="en">English</a>' in page
        assert f'<link rel="alternate" hreflang="en" href="{ADDRESS}central-asia-2025/index.html">' in page
        assert (site / f"central-asia-2025/{code}/tour.html").read_bytes().find(f'lang="{code}"'.encode()) > 0
    own = (site / "central-asia-2025/index.html").read_text(encoding="utf-8")
    assert '<a href="ru/index.html" hreflang="ru" lang="ru">Русский</a>' in own
    assert not (site / "hostile/ru").exists(), "nobody translated it"


def test_the_list_of_tours_is_there_in_each_language_and_leads_to_pages_in_it(site: Path) -> None:
    page = (site / "index.ru.html").read_text(encoding="utf-8")
    assert "<h1>Поездки</h1>" in page and 'href="central-asia-2025/ru/index.html"' in page
    assert 'href="hostile/index.html"' in page and 'class="tongue">на английском' in page
    assert '<a href="index.html" hreflang="en" lang="en">English</a>' in page


def test_the_map_of_the_site_names_each_page_in_its_other_languages(site: Path) -> None:
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(site / "sitemap.xml").findall("s:url", spaces)
    at = {url.findtext("s:loc", "", spaces): url for url in urls}
    links = at[f"{ADDRESS}central-asia-2025/kk/index.html"].findall("x:link", spaces)
    assert {(link.get("hreflang"), link.get("href")) for link in links} == {
        ("en", f"{ADDRESS}central-asia-2025/index.html"),
        ("ru", f"{ADDRESS}central-asia-2025/ru/index.html"),
        ("kk", f"{ADDRESS}central-asia-2025/kk/index.html"),
    }
    assert not at[f"{ADDRESS}hostile/index.html"].findall("x:link", spaces)


def test_where_nothing_is_each_language_leads_to_its_list_from_any_depth(site: Path, tours: list[Published]) -> None:
    page = (site / "404.html").read_text(encoding="utf-8")
    assert re.findall('<a href="([^"]*)">', page) == [
        f"{ADDRESS}{name}" for name in ("index.html", "index.ru.html", "index.kk.html")
    ]
    assert '<section lang="ru">\n<h2>' in page and page.count("<h1>") == 1
    assert "404" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert b"<a " not in missing_page(tours, ""), "a relative way would lead astray below a folder"
