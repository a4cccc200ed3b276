"""Every page with texts of others in all columns and parameters: they are words, and never markup."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from mapapp.catalogue import listing
from mapapp.routing.enquiry import NAMES
from mapapp.ui import menu
from mapapp.ui.text import plain
from mapapp.view import PARAMETERS
from tests.fixtures import TOURS, injection
from tests.fixtures.markdown import MARKDOWN
from tests.ui.main_page import APP

# What means something only at the beginning of a line is drawn in tests/browser/test_text.py.
TEXTS = [text for text in MARKDOWN.values() if plain(f"a {text}") != " ".join(f"a {text}".split())]
ALL = " ".join(TEXTS)
LINK = "[Log in](http://host.invalid) www.host.invalid ![](http://host.invalid/p.png) :red[a] $b$ `c` <u>d</u>"
# What Streamlit takes for plain text; and what is not shown: addresses, keys, what a component of ours gets as JSON.
TEXT_FIELDS = {
    *("Selectbox.options", "Selectbox.raw_value", "Selectbox.placeholder", "MultiSelect.options"),
    *("MultiSelect.raw_values", "MultiSelect.placeholder", "TextInput.placeholder", "TextInput.value"),
    *("TextInput.default", "Code.code_text", "PageLink.query_string", "DownloadButton.url"),
}
TAGS = {
    *("p", "h1", "h2", "h3", "b", "em", "strong", "sup", "div", "span", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "style", "svg", "path", "i"),
}
ATTRIBUTES = {
    *("class", "style", "title", "href", "target", "rel", "role", "scope", "aria-label", "tabindex", "dir", "colspan"),
    "aria-hidden",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tours and two corridors full of them; written once, so that each is read once."""
    made = tmp_path_factory.mktemp("hostile")
    injection.write_tour(made / "tours" / "hostile", TEXTS, languages=("ru", "ar"))
    injection.write_tour(made / "tours" / "hostile-too", TEXTS)
    injection.write_corridor(made / "corridors" / "hostile", ALL)
    injection.write_corridor(made / "corridors" / "other", ALL)
    return made


@pytest.fixture
def hostile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are in the catalogue."""
    monkeypatch.setattr(listing, "CORRIDORS", folder / "corridors")
    monkeypatch.setenv("MAPAPP_TOURS", str(folder / "tours"))


def run(page: str = "", **query: str) -> AppTest:
    """The page as it is drawn for a query."""
    test = AppTest.from_file(APP, default_timeout=120)
    for name, value in query.items():
        test.query_params[name] = value
    if page:
        test._page_hash = calc_hash(page)  # by which Streamlit knows it
    test.run()
    assert not test.exception
    return test


def strings(message: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # a message of protobuf
    for field, value in message.ListFields():
        for one in [value] if isinstance(value, str | bytes) or not hasattr(value, "__iter__") else list(value):
            if isinstance(one, str):
                yield f"{path}.{field.name}", one
            elif hasattr(one, "ListFields"):
                yield from strings(one, f"{path}.{field.name}")


def drawn(node: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # what AppTest keeps is private
    """All strings that the page sends, with the kind of element and its field."""
    proto = getattr(node, "proto", None)
    if hasattr(proto, "ListFields"):
        yield from strings(proto, type(proto).__name__)
    for child in getattr(node, "children", {}).values():
        yield from drawn(child)


class Seen(HTMLParser):
    """Elements and attributes of a piece of HTML that are not ours, and its text."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.text = ""
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Ours, with an address that leads to a page of ours or to the host of a source."""
        for name, value in attrs:
            leads = name != "href" or (value or "").startswith(("./?", "https://example.org/"))
            if name not in ATTRIBUTES or not leads:
                self.wrong.append(f"{tag} {name}={value}")
        if tag not in TAGS:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Collect it."""
        self.text += data


def look(test: AppTest, texts: list[str]) -> str:
    """Look at all that a page sends; return its words as a reader has them."""
    said, bodies = "", ""
    for place, string in drawn(test._tree):
        if place == "Html.body":
            bodies += string
        elif place not in TEXT_FIELDS and not place.startswith("BidiComponent.") and not place.endswith(".id"):
            raw = [text for text in texts if re.search(rf"(?<!\\){re.escape(text)}", string)]
            assert not raw, f"{place} has {raw[0]!r} as Markdown: {string[:200]}"
            said += " " + string.replace("\\", "").replace("\u2060", "")
        else:
            said += " " + string
    seen = Seen(bodies)
    assert not seen.wrong
    return f"{said} {seen.text}"


def has(words: str, text: str) -> bool:
    """Whether the words contain the text, however it was escaped on its way."""
    return " ".join(text.replace("\\", "").split()) in " ".join(html.unescape(words).replace("\\", "").split())


@pytest.mark.usefixtures("hostile")
def test_the_map_page() -> None:
    test = run(tour="hostile")
    for key in ("more_filters", "figures"):
        test.session_state[key] = True
    words = look(test.run(), TEXTS)
    assert not test.exception
    assert test.pills(key="topics").options and test.get("multiselect") and "figcaption" in str([*drawn(test._tree)])
    assert all(has(words, text) for text in TEXTS if ";" not in text)


@pytest.mark.usefixtures("hostile")
def test_the_page_of_places() -> None:
    test = run("places", tour="hostile")
    test.session_state["places_shown"] = 500
    words = look(test.run(), TEXTS)
    assert not test.exception
    assert sum(has(words, text) for text in TEXTS) > len(TEXTS) * 0.8


def test_names_that_are_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page asks for each of them which place is meant, and for others again what was typed there."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    folder = injection.write_tour(tmp_path / "hostile", TEXTS)
    visits = (
        (folder / "visits.csv")
        .read_text(encoding="utf-8")
        .replace("place_id,country,latitude,longitude", "note,country,more,place_id")
    )
    (folder / "visits.csv").write_text(visits, encoding="utf-8")
    test = run("places", tour="hostile")
    field = next(f for f in test.text_input if (f.key or "").startswith("type_"))
    field.set_value(LINK).run()
    assert not test.exception
    assert has(look(test, [*TEXTS, LINK]), LINK[:25])


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("page", ["story", "in-words"])
def test_pages_of_words_alone(page: str) -> None:
    """Each shows nearly all of the texts: not one of them has a line of its own for what cannot be in a line."""
    words = look(run(page, tour="hostile"), TEXTS)
    assert sum(has(words, text) for text in TEXTS) > len(TEXTS) * 0.8


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("page", [entry.path for entry in menu.ENTRIES])
@pytest.mark.parametrize("query", [{"lang": "ru"}, {"lang": "ar"}, {"with": "hostile-too"}, {"scene": "2"}], ids=str)
def test_every_page_in_every_way(page: str, query: dict[str, str]) -> None:
    """In another language, one of them from right to left; compared with a tour of the same texts; at a scene."""
    look(run(page, tour="hostile", **query), TEXTS)


@pytest.mark.usefixtures("hostile")
def test_the_page_of_a_corridor() -> None:
    words = look(run("corridor", tour="hostile", corridor="hostile"), [*TEXTS, ALL])
    assert words.count("Log in") > 20


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("page", "name"),
    [
        *(("", name) for name in PARAMETERS),
        *(("corridor", name) for name in (*NAMES, "corridor")),
        *((entry.path, name) for entry in menu.ENTRIES[1:] for name in ("tour", "with", "scene", "lang", "event")),
        ("new-tour", "table"),
    ],
)
def test_a_link(page: str, name: str) -> None:
    look(run(page, **{"tour": "hostile", name: LINK}), [LINK, *TEXTS])


def test_a_sentence_about_a_link_can_be_read() -> None:
    assert has(look(run(tour="[Log in](http://host.invalid)"), TEXTS), "[Log in](http://host.invalid)")


def test_problems_of_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    folder = injection.write_tour(tmp_path / "hostile", TEXTS)
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write(f'p0,x,,,"{LINK}"\nq,"{LINK}",,,"{LINK}"\n')
    words = look(run(tour="hostile"), [LINK, *TEXTS])
    assert has(words, LINK[:30]) and "problems in the data" in words


def test_every_fixture(monkeypatch: pytest.MonkeyPatch) -> None:
    """The element and attribute names of our own HTML are those that this test knows."""
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    for page in ("", "places"):
        look(run(page, tour="every-problem-at-once"), [])
