"""The process that reads one file: standard input is the file, standard output what it states, as JSON."""

import io
import json
import re
import sys
from collections.abc import Callable
from itertools import groupby, islice
from typing import TYPE_CHECKING

from mapapp.articles.opening.headed import stands_alone
from mapapp.articles.opening.hyphens import whole
from mapapp.confined import confine
from mapapp.message import pattern, tr
from mapapp.transit import sent

if TYPE_CHECKING:
    from docx.table import Table

MEMORY = 400_000_000  # bytes; forty pages take some 70 million
SECONDS = 8  # of the processor; forty pages take some three
MOST_PAGES, MOST_PARAGRAPHS, MOST_CHARACTERS = 60, 5_000, 400_000
_SHORTEST = 100  # characters of an article; for less, all words of the page are taken, without paragraphs
_TOP = 12  # lines in which a title and the day below it stand
MARGIN = 2  # lines at head and foot of a page that may be its margin
MISSING = pattern(
    "Reading this kind of file needs {package}, which is not installed. "
    "Run pip install -r requirements-articles.txt, or paste the text of the article."
)


def main(kind: str) -> None:
    """Read a file of that kind: html, pdf or docx."""
    confine(MEMORY, SECONDS)
    answer = answered(sys.stdin.buffer.read(), kind)
    sys.stdout.buffer.write(json.dumps({key: sent(text) for key, text in answer.items()}).encode())


def answered(data: bytes, kind: str) -> dict[str, str]:
    """The keys "text", "title", "publisher", "url" and "published" where stated; or "refused" with a sentence."""
    try:
        return READERS[kind](data)
    except ModuleNotFoundError as error:
        return {"refused": tr(MISSING, package=str(error.name))}
    except (MemoryError, RecursionError):
        return {"refused": tr("The file takes too much memory to read. Paste the text of the article instead.")}
    except Exception:  # a damaged file may bring about any
        return {"refused": tr("The file is damaged and cannot be read. Paste the text of the article instead.")}


def _page(data: bytes) -> dict[str, str]:
    """A saved page without its menus; the libraries are told to look at nothing but the page."""
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST))
    found = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=False, config=config
    )
    if found is None:
        return {}
    state = found if isinstance(found, dict) else found.as_dict()
    names = {"title": "title", "publisher": "sitename", "url": "url", "published": "date", "text": "text"}
    return {key: str(state.get(name) or "")[:MOST_CHARACTERS] for key, name in names.items()}


def _pdf(data: bytes) -> dict[str, str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {
            "refused": tr("The PDF is locked by a password. Save it without one, or paste the text of the article.")
        }
    pages = [(page.extract_text() or "")[:MOST_CHARACTERS] for page in reader.pages[:MOST_PAGES]]
    text = "\n".join(without_margins(pages))
    title = reader.metadata.title if reader.metadata else None
    return {"text": paragraphs(text[:MOST_CHARACTERS]), "title": str(title or "")}


def without_margins(pages: list[str]) -> list[str]:
    """The pages without their numbers, and without the lines at head and foot that most of them share."""
    parted = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges = [_kind(line) for lines in parted for line in {*lines[:MARGIN], *lines[-MARGIN:]}]
    found = []
    for lines in parted:
        kept = []
        for i, line in enumerate(lines):
            edge = i < MARGIN or i >= len(lines) - MARGIN
            shared = len(pages) > 1 and edges.count(_kind(line)) > max(1, len(pages) / 2)
            if not edge or not (shared or re.fullmatch(r"[-–— ]*\d{1,3}[-–— ]*", line.strip())):
                kept.append(line)
        found.append("\n".join(kept))
    return found


def _kind(line: str) -> str:
    """A line with a sign for each number, by which "Page 2 of 9" is like "Page 3 of 9"."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def paragraphs(text: str) -> str:
    """Lines of a page joined to paragraphs: one ends where a line ends a sentence well before the others end."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    joined, before = "", ""
    for i, line in enumerate(lines):
        if i < _TOP and joined and (stands_alone(line) or stands_alone(before)):  # a day below the title
            joined += "" if joined.endswith("\n") else "\n"
        before = line
        ends = re.search(r"[.!?…»”\"]$", joined) and len(joined.rpartition("\n")[2].rpartition("\v")[2]) < 0.85 * width
        if not line or (joined and ends):
            joined += "\n" if joined and not joined.endswith("\n") else ""
        if line:
            joined += ("\v" if joined and not joined.endswith("\n") else "") + line
    return whole(joined.replace("\xad", "-")).replace("\v", " ")


def _docx(data: bytes) -> dict[str, str]:
    from docx import Document
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(data))
    blocks = list(islice(document.iter_inner_content(), MOST_PARAGRAPHS))
    lines = [line for block in blocks for line in ([block.text] if isinstance(block, Paragraph) else _rows(block))]
    return {"text": "\n".join(lines)[:MOST_CHARACTERS], "title": document.core_properties.title or ""}


def _rows(table: "Table") -> list[str]:
    """A table of a document, a line for each row; a cell that spans several counts once."""
    rows = ([" ".join(cell.text.split()) for cell in row.cells] for row in table.rows)
    return [" ".join(text for text, _ in groupby(cells) if text) for cells in rows]


READERS: dict[str, Callable[[bytes], dict[str, str]]] = {"html": _page, "pdf": _pdf, "docx": _docx}
