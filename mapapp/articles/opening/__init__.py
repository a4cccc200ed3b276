"""From a file to an article: what the file states, and its text, within limits of size and time."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mapapp.articles.opening.headed import headed, without_head
from mapapp.articles.opening.languages import language_in
from mapapp.articles.opening.letters import text_of
from mapapp.articles.opening.wrapping import unwrapped
from mapapp.articles.records import Article
from mapapp.errors import ArticleError, WhenError, clipped
from mapapp.message import tr
from mapapp.transit import received
from mapapp.when import When

MAX_BYTES = 10_000_000
MAX_CHARACTERS = 120_000  # of a text: some forty pages; an article about a journey has two
MAX_PARAGRAPH = 4000  # characters: two pages
MAX_WAIT = 20  # seconds by the clock; the processor's are counted where it reads
HTML, PDF, DOCX, TEXT = "html", "pdf", "docx", "text"
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from mapapp.articles.opening.child import main; main(sys.argv[2])"
)
_ROOT = Path(__file__).parents[3]
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<!--|<head|<body)", re.IGNORECASE)


def opened(data: bytes, name: str = "") -> Article:
    """The article in a file: text, a saved page, PDF or DOCX, told by its bytes and, for a page, its name.

    Raises ArticleError, in a sentence with the remedy: too large, nothing to read, a package that is missing, another
    language than those that are read.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(
            tr("The file has more than {n} MB. Save the article alone, without pictures.", n=MAX_BYTES // 1_000_000)
        )
    kind = _kind(data, name)
    found = headed(unwrapped(_short(text_of(data), 4 * MAX_CHARACTERS))) if kind == TEXT else _asked(data, kind)
    if kind in (PDF, DOCX):  # their first lines say what their properties do not
        found = headed(found.get("text", "")) | ({"title": found["title"]} if found.get("title") else {})
    text = without_head(plain(found.get("text", "")), found.get("title", ""))
    if not _short(text, MAX_CHARACTERS):
        raise ArticleError(
            tr(
                "No text was found in '{value}'. Paste the text of the article instead.",
                value=clipped(name) if name else tr("the file"),
            )
        )
    stated = {key: clipped(found.get(key, ""), 300) for key in ("title", "publisher")}
    article = Article(text, url=_address(found.get("url", "")), published=_when(found.get("published", "")), **stated)
    return replace(article, language=language_in(text))


def _short(text: str, most: int) -> str:
    """The text itself. Raises ArticleError where it is longer: before its lines are joined it may have many blanks."""
    if len(text) > most:
        said = tr("The text has more than {most} characters. Paste the part about the journey.", most=MAX_CHARACTERS)
        raise ArticleError(said)
    return text


def plain(text: str) -> str:
    """One paragraph a line, blanks as single ones, without empty lines and control characters.

    A paragraph that is longer than any is parted, behind a sentence where one ends.
    """
    lines = (" ".join("".join(c if c.isprintable() else " " for c in line).split()) for line in text.splitlines())
    return "\n".join(part for line in lines if line for part in _parted(line))


def _parted(line: str) -> Iterator[str]:
    while len(line) > MAX_PARAGRAPH:
        end = line.rfind(". ", MAX_PARAGRAPH // 2, MAX_PARAGRAPH) + 1 or line.rfind(" ", 1, MAX_PARAGRAPH)
        end = end if end > 0 else MAX_PARAGRAPH
        yield line[:end]
        line = line[end:].lstrip()
    yield line


def _kind(data: bytes, name: str) -> str:
    if data.startswith(b"%PDF"):
        return PDF
    if data.startswith(b"PK"):
        return DOCX
    page = _PAGE.match(data[:1000]) or Path(name.lower()).suffix in (".html", ".htm", ".xhtml", ".mhtml")
    return HTML if page else TEXT


def _asked(data: bytes, kind: str) -> dict[str, str]:
    """What another process reads of the file, which may use so much memory and time."""
    command = [sys.executable, "-c", _START, str(_ROOT), kind]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=MAX_WAIT, creationflags=_HIDDEN, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise ArticleError(tr("The file takes too long to read. Paste the text of the article instead.")) from None
    except ValueError:
        raise ArticleError(
            tr("The file cannot be read; it is damaged, or too large. Paste the text instead.")
        ) from None
    if "refused" in answer:
        raise ArticleError(received(answer["refused"]))
    return {key: str(value) for key, value in answer.items() if value}


def _address(url: str) -> str:
    return url if re.fullmatch(r"https?://[^\s<>\"]{3,1000}", url) else ""


def _when(text: str) -> When | None:
    try:
        return When.parse(text) if text else None
    except WhenError:
        return None
