"""The brief as Markdown: nothing in a text of the tour becomes markup, and what was escaped can be read back."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from mapapp import assembly
from mapapp.exports import FORMAT
from mapapp.exports.brief.md import address, text
from mapapp.exports.brief.note import line
from mapapp.view import View
from tests.exports.picture.snapshots import hostile
from tests.fixtures import injection
from tests.fixtures.injection import INJECTIONS

CASES = json.loads((Path(__file__).parents[1] / "fixtures" / "markdown.json").read_text(encoding="utf-8"))


class Tags(HTMLParser):
    """Collects the tags of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Keep the name of a tag."""
        self.found.append(tag)


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    drawn = hostile(tmp_path / "hostile")
    markdown = re.sub(r"^\[map\]:.*$", "", FORMAT["brief.md"].write(drawn).decode(), flags=re.MULTILINE)
    tags = Tags()
    tags.feed(re.sub(r"\]\(<[^<>\n]*>\)", "", markdown))
    assert tags.found == []
    table = [row for row in markdown.splitlines() if row.startswith("|")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in table)
    assert not re.search(r"(?<!\\)\]\((?!<https?:)", markdown), "every link is ours"
    assert len(pypdf.PdfReader(BytesIO(FORMAT["brief.pdf"].write(drawn))).pages) >= 1
    archive = ZipFile(BytesIO(FORMAT["brief.docx"].write(drawn)))
    body = archive.read("word/document.xml").decode()
    assert "<script" not in body and "w:fldChar" not in body and "&lt;script&gt;" in body
    targets = re.findall(
        r'Target="([^"]*)" TargetMode="External"', archive.read("word/_rels/document.xml.rels").decode()
    )
    assert targets and all(target.startswith("https://example.org/") for target in targets)


@pytest.mark.parametrize("words", INJECTIONS.values(), ids=INJECTIONS)
def test_markdown_is_escaped(words: str) -> None:
    escaped = text(line(words))
    assert "\n" not in escaped and "\r" not in escaped
    assert not re.search(r"(?<!\\)[`*_\[\]|~$<>]", escaped)
    assert not re.match(r"[-+#>]|\d+[.)]", escaped)
    assert not re.search(r"[<>\s()\"]", address(words))


def test_an_address_that_leads_nowhere_is_no_link(tmp_path: Path) -> None:
    """Thousands of letters, which every line of the footnote would carry: 16 MB for a note of some pages."""
    folder = injection.write_tour(tmp_path / "long", ["Щ" * 10_000 for _ in range(5)])
    assert len(FORMAT["brief.pdf"].write(assembly.snapshot(View(), folder))) < 2_000_000


@pytest.mark.parametrize(("words", "markdown"), CASES)
def test_the_page_reads_back_what_was_escaped(words: str, markdown: str) -> None:
    """tests/js/share.test.js goes through the same table: the preview of the note says the words as they were."""
    assert text(words) == markdown
