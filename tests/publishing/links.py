"""A checker of links: what the pages of a folder lead to, and load."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOADS = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href", "object": "data"}
NOT_LOADED = {"canonical", "alternate"}


@dataclass(frozen=True)
class Link:
    """``loads`` is whether a browser asks for it without a click."""

    page: str
    target: str
    loads: bool


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, bool]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.links.append((given["href"], False))
        if tag in LOADS and LOADS[tag] in given:
            self.links.append((given[LOADS[tag]], given.get("rel") not in NOT_LOADED))


def links(folder: Path) -> list[Link]:
    """Every link of every page below the folder."""
    return _links(folder, _pages(folder))


def _links(folder: Path, pages: dict[Path, _Page]) -> list[Link]:
    return [
        Link(path.relative_to(folder).as_posix(), target, loads)
        for path, page in pages.items()
        for target, loads in page.links
    ]


def broken(folder: Path, address: str = "") -> list[str]:
    """What is wrong: links into the folder that lead to nothing, and anything loaded from elsewhere."""
    wrong, pages = [], _pages(folder)
    for link in _links(folder, pages):
        target = link.target.removeprefix(address) if address else link.target
        parts = urlsplit(target)
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc:
            if link.loads or parts.scheme not in ("http", "https"):
                wrong.append(f"{link.page}: {link.target} is elsewhere")
            continue
        base = "" if target != link.target else link.page
        path = folder / unquote(urlsplit(urljoin(f"/{base}", target)).path).lstrip("/")
        if not path.is_file():
            wrong.append(f"{link.page}: {link.target} is not there")
        elif parts.fragment and path.suffix == ".html" and parts.fragment not in pages[path].ids:
            wrong.append(f"{link.page}: {link.target} has no such part")
    return wrong


def _pages(folder: Path) -> dict[Path, _Page]:
    """Every page below the folder, each read once: a saved map is large."""
    found = {path: _Page() for path in sorted(folder.rglob("*.html"))}
    for path, page in found.items():
        page.feed(path.read_text(encoding="utf-8"))
    return found
