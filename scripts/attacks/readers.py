"""Files read with another program than wrote them: what in each would run, lead elsewhere, or begin like a formula."""

import contextlib
import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

FORMULA = "=+-@\t\r＝＋－＠"
SCRIPTS = {"script", "iframe", "object", "embed", "img", "svg", "link", "meta", "base", "form", "input"}
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
DATA = re.compile(r'(application/(ld\+)?json)"')  # the type of a script that is none


def looked(name: str, content: bytes) -> list[str]:
    """What is wrong with a file, by its name; nothing where its kind cannot hold anything that runs."""
    try:
        return list(_READERS.get(name.rpartition(".")[2], lambda _: ())(content))
    except (ValueError, ET.ParseError, zipfile.BadZipFile, KeyError, sqlite3.Error) as error:
        return [f"cannot be read: {error}"]


def laid_open(content: bytes) -> bytes:
    """The content with what is packed in it unpacked: archives, and the streams of a PDF."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"\n".join(name.encode() + laid_open(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF"):
        parts = content.split(b"stream")
        return content + b"".join(zlib.decompressobj().decompress(p.strip(b"\r\n")) for p in parts if p[2:3] == b"x")
    return content


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


def _xml(content: bytes) -> Iterator[str]:
    for element in ET.fromstring(content).iter():  # written by the program that is attacked
        for text in (element.get("href", ""), (element.text or "").strip() if element.tag.endswith("}loc") else ""):
            if text and not text.startswith(("http://", "https://")):
                yield f"leads to {text[:60]}"


def _json(content: bytes) -> Iterator[str]:
    json.loads(content)
    return iter(())


def _gpkg(content: bytes) -> Iterator[str]:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        if (said := database.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            yield f"is damaged: {said}"
        kinds = database.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')")
        yield from (f"has the {kind} {name}" for kind, name in kinds)


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "csv": _csv, "xlsx": _xlsx, "docx": _docx, "pdf": _pdf, "kml": _kml, "kmz": _kmz, "svg": _svg, "gpx": _gpx,
    "ics": _ics, "md": _md, "html": _html, "json": _json, "geojson": _json, "gpkg": _gpkg, "xml": _xml,
}  # fmt: skip
