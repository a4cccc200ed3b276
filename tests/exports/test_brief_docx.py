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
from mapapp.tour import Tour
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


def of_a_long_tour(folder: Path) -> Tour:
    return load_tour(write_tour(folder, 40), lambda _: Unknown()).tour


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page that LibreOffice makes of documents: it takes two seconds to begin, and is begun once.

    They are the shipped tours by their queries, a long one and a hostile one.
    """
    office = shutil.which("soffice")
    assert office, "install LibreOffice Writer (Debian: libreoffice-writer-nogui)"
    folder = tmp_path_factory.mktemp("office")
    tour = of_a_long_tour(folder / "many")
    documents = {query: written("brief.docx", query) for query in SHIPPED}
    documents["long"] = FORMAT["brief.docx"].write(Snapshot(tour, tour, View()))
    documents["hostile"] = FORMAT["brief.docx"].write(hostile(folder / "hostile"))
    names = {name: folder / f"brief-{number}.docx" for number, name in enumerate(documents)}
    for name, path in names.items():
        path.write_bytes(documents[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, names.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = {name: pypdf.PdfReader(path.with_suffix(".pdf")).pages for name, path in names.items()}
    return {name: [page.extract_text() for page in found] for name, found in made.items()}


@pytest.mark.servers
@pytest.mark.parametrize("query", SHIPPED)
def test_libreoffice_sets_the_shipped_tours_on_one_page(query: str, pages: dict[str, list[str]]) -> None:
    assert len(pages[query]) == 1


@pytest.mark.servers
def test_libreoffice_shows_every_event_of_a_long_tour(pages: dict[str, list[str]], tmp_path: Path) -> None:
    words = " ".join("\n".join(pages["long"]).split())
    assert len(pages["long"]) > 1
    assert [event.title for event in of_a_long_tour(tmp_path / "many").events if event.title not in words] == []


@pytest.mark.servers
def test_libreoffice_opens_a_hostile_tour(pages: dict[str, list[str]]) -> None:
    assert pages["hostile"]
