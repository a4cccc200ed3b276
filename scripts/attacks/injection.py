"""Texts that break out, in every column of a tour, through every output: they stay the texts that they are.

Files are read with another program than wrote them; what a browser renders is opened in one.
"""

import csv
import io
import json
import re
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from attacks.outcome import Outcome, judged
from attacks.target import Target, chromium
from mapapp import files
from mapapp.exports import FORMATS

FAMILY = "injection"
FORMULA = "=+-@\t\r＝＋－＠"
SCRIPTS = {"script", "iframe", "object", "embed", "img", "svg", "link", "meta", "base", "form", "input"}
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
PAGES = ("", "places", "corridor", "embed", "card", "snapshot.svg")
ELEMENTS = "() => document.querySelectorAll('*').length"
RAN = "() => window.injected !== undefined"


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every format, then every page in a browser; without one, and of a given app without our tour, less is tried."""
    if not target.hostile:
        yield Outcome(FAMILY, "every output", None, 0, "the app was not started here and has no hostile tour")
        return
    dear = ("snapshot.pdf", "snapshot.png", "brief.pdf", "brief.docx")
    for format_ in FORMATS:
        if thorough or format_.name not in dear:
            answer = target.ask(f"/{format_.name}?tour={target.hostile}")
            faults = [f"answered {answer.status}"] if answer.status != 200 else _looked(format_.name, answer.body)
            yield judged(FAMILY, format_.name, 1, faults, f"{len(answer.body):,} bytes")
    yield from _rendered(target, PAGES if thorough else PAGES[:1])


def _looked(name: str, content: bytes) -> list[str]:
    try:
        return list(_READERS.get(name.rpartition(".")[2], lambda _: ())(content))
    except (ValueError, ET.ParseError, zipfile.BadZipFile, KeyError) as error:
        return [f"cannot be read: {error}"]


def _csv(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8-sig")
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                if cell[:1] and cell[0] in FORMULA and not NUMBER.fullmatch(cell):
                    yield f"with '{separator}' between them, a cell is {cell[:30]!r}"


def _xlsx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            text = archive.read(part).decode("utf-8", "replace")
            if part.startswith("xl/worksheets/") and ("<f>" in text or "<f " in text or "<hyperlink" in text):
                yield f"{part} has a formula or a link"
            if part.endswith(".rels") and "TargetMode" in text:
                yield f"{part} leads out of the file"


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            text = archive.read(part).decode("utf-8", "replace")
            if "<w:instrText" in text or "<w:fldSimple" in text:
                yield f"{part} has a field"
            leads = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', text) if part.endswith(".rels") else []
            yield from (f"{part} leads to {to[:60]}" for to in leads if not to.startswith(("http://", "https://")))


def _pdf(content: bytes) -> Iterator[str]:
    yield from (f"has {name}" for name in ("/JavaScript", "/JS ", "/Launch", "/OpenAction") if name.encode() in content)
    leads = re.findall(rb"/URI \((.*?)\)", content)
    yield from (f"leads to {to[:60]!r}" for to in leads if not to.startswith((b"http://", b"https://")))


class _Tags(HTMLParser):
    """Collects what would run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that does something by itself, an event handler, an address that is a script."""
        if tag in SCRIPTS:
            self.found.append(f"<{tag}>")
        self.found += [f"{name} of <{tag}>" for name, _ in attrs if name.startswith("on")]
        self.found += [f"{value[:40]} of <{tag}>" for name, value in attrs if value and _is_script(value)]


def _is_script(value: str) -> bool:
    return re.sub(r"[\s\0-\x20]", "", value).lower().startswith(("javascript:", "vbscript:", "data:text/html"))


def _markup(text: str) -> list[str]:
    tags = _Tags()
    tags.feed(text)
    return tags.found


def _kml(content: bytes) -> Iterator[str]:
    for element in ET.fromstring(content).iter():  # written by the app that is attacked
        if element.tag.endswith("}description"):
            yield from (f"a balloon has {found}" for found in _markup(element.text or ""))


def _kmz(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield from _kml(archive.read("doc.kml"))


def _svg(content: bytes) -> Iterator[str]:
    for element in ET.fromstring(content).iter():  # as above
        tag = element.tag.rpartition("}")[2]
        if tag in ("script", "foreignObject"):
            yield f"has <{tag}>"
        for name, value in element.attrib.items():
            if name.rpartition("}")[2].startswith("on") or _is_script(value):
                yield f"<{tag}> has {name}={value[:40]}"


def _gpx(content: bytes) -> Iterator[str]:
    leads = (e.get("href", "") for e in ET.fromstring(content).iter() if e.tag.endswith("}link"))
    yield from (f"leads to {to[:60]}" for to in leads if not to.startswith(("http://", "https://")))


def _ics(content: bytes) -> Iterator[str]:
    lines = content.decode().split("\r\n")
    yield from (f"has {line}" for line in lines if line.startswith("BEGIN:") and "ALARM" in line)
    yield from ("has a bare line feed" for line in lines if "\n" in line or "\r" in line)
    if lines.count("BEGIN:VEVENT") != lines.count("END:VEVENT"):
        yield "an event ends twice"


def _md(content: bytes) -> Iterator[str]:
    bare = re.sub(r"\\.|\(data:image/png;base64,[^)]*\)", "", content.decode())
    addressed = re.sub(r"\]\(<https?://[^<>\s]*>\)", "]()", bare)  # such an address is no tag, whatever is in it
    yield from (f"has {found}" for found in _markup(addressed))
    leads = re.findall(r"\]\(\s*<?([a-zA-Z]+):", bare)
    yield from (f"leads to {scheme}:" for scheme in leads if scheme.lower() not in ("http", "https", "data"))


def _html(content: bytes) -> Iterator[str]:
    text = content.decode()
    scripts = re.findall(r"<script[^>]*>", text)
    yield from (f"has {tag}" for tag in scripts if "src=" in tag)
    if "Content-Security-Policy" not in text:
        yield "has no policy"


def _json(content: bytes) -> Iterator[str]:
    json.loads(content)
    return iter(())


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "csv": _csv, "xlsx": _xlsx, "docx": _docx, "pdf": _pdf, "kml": _kml, "kmz": _kmz, "svg": _svg, "gpx": _gpx,
    "ics": _ics, "md": _md, "html": _html, "json": _json, "geojson": _json,
}  # fmt: skip


def _rendered(target: Target, pages: tuple[str, ...]) -> Iterator[Outcome]:
    """Each page, and the file, in a browser: nothing of the texts runs, and nobody else is asked."""
    if not (path := chromium()):
        yield Outcome(FAMILY, "in a browser", None, 0, "there is no Chromium; MAPAPP_CHROMIUM names one")
        return
    from attacks.browser import Browsing

    with Browsing(path, target.address) as browsing, tempfile.TemporaryDirectory() as folder:
        for page in pages:
            faults, elements = browsing.looked(f"{target.address}{page}?tour={quote(target.hostile)}")
            yield judged(FAMILY, f"/{page} in a browser", elements, faults, f"{elements:,} elements")
        saved = Path(folder) / "tour.html"
        files.write(saved, target.ask(f"/tour.html?tour={target.hostile}").body)
        faults, elements = browsing.looked(saved.as_uri())
        yield judged(FAMILY, "tour.html from a disk", elements, faults, f"{elements:,} elements")
