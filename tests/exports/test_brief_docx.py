"""The brief as a Word document: one grid for all programs, one page, and text that runs as its letters do."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.exports import FORMAT
from mapapp.place import Unknown
from mapapp.snapshot import Snapshot
from mapapp.view import View
from tests.exports.picture.snapshots import hostile, snapshot, written
from tests.fixtures.many_events import write_tour

SHIPPED = ("", "tour=us-central-asia-2015", "country=KZ", "country=FR")


def body(document: bytes) -> str:
    return ZipFile(BytesIO(document)).read("word/document.xml").decode()


def test_the_grid_of_the_table_agrees_with_its_cells() -> None:
    """LibreOffice takes the widths of the grid, Word those of the cells."""
    for query in SHIPPED[:3]:
        said = body(written("brief.docx", query))
        (grid,) = re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", said)
        columns = re.findall(r'<w:gridCol w:w="(\d+)"', grid)
        rows = re.findall(r"<w:tr>.*?</w:tr>", said)
        assert len(rows) > 2
        for row in rows:
            assert re.findall(r'<w:tcW w:type="dxa" w:w="(\d+)"', row) == columns


def test_no_style_of_the_template_fills_the_table() -> None:
    said = body(written("brief.docx"))
    assert "w:tblStyle" not in said
    assert 'w:fill="000000"' not in said


def test_the_typeface_is_one_whose_stand_ins_are_as_wide() -> None:
    styles = ZipFile(BytesIO(written("brief.docx"))).read("word/styles.xml").decode()
    for style in ("Normal", "Heading2", "Title", "ListBullet"):
        (found,) = re.findall(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', styles, re.DOTALL)
        assert 'w:ascii="Arial"' in found and "Theme" not in "".join(re.findall(r"<w:rFonts[^>]*>", found))


def test_text_that_runs_to_the_left_is_marked_as_such() -> None:
    drawn = snapshot("country=KZ")
    renamed = replace(drawn, whole=replace(drawn.whole, title="לקראת סמרקנד (C5+1) 2025"))
    said = body(FORMAT["brief.docx"].write(renamed))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", said)
    (title,) = (p for p in paragraphs if "סמרקנד" in p)
    assert "<w:bidi/>" in title
    runs = re.findall(r"<w:r>.*?</w:r>", title)
    assert [("<w:rtl/>" in run, "C5" in run) for run in runs] == [(True, False), (False, True)]
    assert all("<w:bidi/>" not in p for p in paragraphs if p is not title)


@pytest.mark.servers
@pytest.mark.parametrize("query", SHIPPED)
def test_libreoffice_sets_the_shipped_tours_on_one_page(query: str, tmp_path: Path) -> None:
    assert len(converted(written("brief.docx", query), tmp_path)) == 1


@pytest.mark.servers
def test_libreoffice_shows_every_event_of_a_long_tour(tmp_path: Path) -> None:
    tour = load_tour(write_tour(tmp_path / "many", 40), lambda _: Unknown()).tour
    pages = converted(FORMAT["brief.docx"].write(Snapshot(tour, tour, View())), tmp_path)
    words = " ".join("\n".join(pages).split())
    assert len(pages) > 1
    assert [event.title for event in tour.events if event.title not in words] == []


@pytest.mark.servers
def test_libreoffice_opens_a_hostile_tour(tmp_path: Path) -> None:
    assert converted(FORMAT["brief.docx"].write(hostile(tmp_path / "hostile")), tmp_path)


def converted(document: bytes, folder: Path) -> list[str]:
    """The words of each page that LibreOffice makes of a document."""
    office = shutil.which("soffice")
    assert office, "install LibreOffice Writer (Debian: libreoffice-writer-nogui)"
    (folder / "brief.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "brief.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [page.extract_text() for page in pypdf.PdfReader(folder / "brief.pdf").pages]
