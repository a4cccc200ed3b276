"""What needs to know under which address the pages will be: the map of the site, the feed, and oEmbed."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree

from mapapp.errors import MapappError, clipped
from mapapp.exports.sheet import SIZES
from mapapp.message import series, tr
from mapapp.snapshot import Snapshot
from mapapp.words.contents import as_of, introduced
from mapapp.words.language import Words
from mapapp.words.paragraphs import xml_text

SITEMAP, FEED, OEMBED = "sitemap.xml", "feed.xml", "oembed.json"
FRAME = (960, 600)  # pixels of the map in a page of others
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+(/[A-Za-z0-9._~%/-]*)?", re.ASCII)
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_ATOM = "http://www.w3.org/2005/Atom"


class Published(NamedTuple):
    """A tour, with the folder of its files."""

    name: str
    snapshot: Snapshot


def checked(address: str) -> str:
    """The address with a slash at its end, "" for none. Raises MapappError for what is no address of a folder."""
    if address and not _ADDRESS.fullmatch(address):
        said = tr(
            "'{address}' is not the address of a folder, such as https://maps.example.org/tours",
            address=clipped(address),
        )
        raise MapappError(tr("{said}. Give --address without ? and #.", said=str(said)))
    return f"{address.rstrip('/')}/" if address else ""


def below(address: str, *parts: str) -> str:
    """The address of a file below the address of the site; the relative one where that is not known."""
    return address + "/".join(map(quote, parts))


def sitemap(address: str, tours: Sequence[Published], found: Sequence[Mapping[str, str]]) -> bytes:
    """The pages of the site, each with the day of its facts (sitemaps.org, 0.9) and itself in other languages.

    ``found`` are the pages by their languages: of the list of tours, then of each tour.
    """
    root = ElementTree.Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
    for pages, day in zip(found, (_latest(tours), *(_latest([t]) for t in tours)), strict=True):
        maps = {code: path.replace("index.html", "tour.html") for code, path in pages.items()}
        for every in (pages, maps) if pages is not found[0] else (pages,):
            for path in every.values():
                _url(root, address, path, day, every)
    return _xml(root)


def _url(root: ElementTree.Element, address: str, path: str, day: str, every: Mapping[str, str]) -> None:
    url = ElementTree.SubElement(root, "url")
    ElementTree.SubElement(url, "loc").text = below(address, *path.split("/"))
    if day:
        ElementTree.SubElement(url, "lastmod").text = day
    for code, other in every.items() if len(every) > 1 else ():
        href = below(address, *other.split("/"))
        ElementTree.SubElement(url, "xhtml:link", rel="alternate", hreflang=code, href=href)


def feed(address: str, title: str, tours: Sequence[Published]) -> bytes:
    """The tours as an Atom feed (RFC 4287): who follows it hears of a new tour, and of new facts of an old one."""
    root = ElementTree.Element("feed", xmlns=_ATOM)
    _told(root, address + "index.html", title, _latest(tours))
    ElementTree.SubElement(root, "link", rel="self", href=below(address, FEED))
    author = ElementTree.SubElement(root, "author")
    ElementTree.SubElement(author, "name").text = title
    for tour in tours:
        entry = ElementTree.SubElement(root, "entry")
        page = below(address, tour.name, "index.html")
        _told(entry, page, tour.snapshot.whole.title, _latest([tour]))
        said = Words(tour.snapshot.language).say(series(introduced(tour.snapshot), " "))
        ElementTree.SubElement(entry, "summary").text = xml_text(said)
    return _xml(root)


def _told(element: ElementTree.Element, page: str, title: str, day: str) -> None:
    ElementTree.SubElement(element, "id").text = page
    ElementTree.SubElement(element, "title").text = xml_text(title)
    ElementTree.SubElement(element, "updated").text = f"{day or '1970-01-01'}T00:00:00Z"
    ElementTree.SubElement(element, "link", href=page)


def oembed(address: str, tour: Published, picture: str) -> bytes:
    """What a page of others needs to show the map (oembed.com, 1.0, type "rich"); ``picture`` is a file of the tour."""
    source, (width, height) = below(address, tour.name, "tour.html"), SIZES["social"]
    frame = f'<iframe src="{source}" width="{FRAME[0]}" height="{FRAME[1]}" style="border:0" title="Map"></iframe>'
    told = {
        "version": "1.0",
        "type": "rich",
        "title": tour.snapshot.whole.title,
        "provider_name": "mapapp",
        "provider_url": address,
        "html": frame,
        "width": FRAME[0],
        "height": FRAME[1],
        "thumbnail_url": below(address, tour.name, picture),
        "thumbnail_width": width,
        "thumbnail_height": height,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _latest(tours: Sequence[Published]) -> str:
    """The latest day of facts, "" where no source has one."""
    return max((day.isoformat() for t in tours if (day := as_of(t.snapshot.whole))), default="")


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
