"""What the documents say is true, as far as a test can tell."""

import re
from pathlib import Path

import pytest

from mapapp.catalogue import corridors, sources
from mapapp.catalogue.columns import COLUMNS, TABLE
from mapapp.catalogue.meta import LABEL, LISTED, SINGLE
from mapapp.catalogue.origins import READ_ME
from mapapp.exports import FORMATS

ROOT = Path(__file__).parents[1]
DATA_README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
TOUR_PART, CORRIDOR_PART = DATA_README.split("## Corridors")


def section(title: str) -> str:
    return TOUR_PART.split(f"### {title}\n")[1].split("\n### ")[0]


@pytest.mark.parametrize("file", [*COLUMNS, "sources.csv"])
def test_every_column_of_a_tour_is_described(file: str) -> None:
    columns = sources.COLUMNS if file == "sources.csv" else COLUMNS[file]
    first_cells = " ".join(re.findall(r"^\| ([^|]+) \|", section(file), re.MULTILINE))
    described = re.findall(r"[a-z_]+", first_cells)
    for column in columns:
        assert column.name in described
        assert (f"**{column.name}**" in first_cells) == column.required


@pytest.mark.parametrize("file", sorted(corridors.COLUMNS))
def test_every_column_of_a_corridor_is_described(file: str) -> None:
    line = CORRIDOR_PART.split(f"`{file}`")[1].split("\n* ")[0]
    for column in corridors.COLUMNS[file]:
        assert re.search(rf"\b{column.name}\b", line), column.name


def test_every_folder_of_data_is_described() -> None:
    for folder in (ROOT / "data").iterdir():
        if folder.is_dir():
            assert f"`{folder.name}/`" in DATA_README


@pytest.mark.parametrize("file", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_every_dependency_earns_its_line(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    names = [re.split(r"[\[><=]", line)[0] for line in lines if line and line[0] not in "#-"]
    rows = re.findall(
        r"^\| ([\w.-]+) \|", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(names) <= set(rows)
    assert all(">=" in line for line in lines if line and line[0] not in "#-"), "every dependency has a floor"


def test_every_format_has_its_line_in_the_readme_and_no_line_stands_for_nothing() -> None:
    """A row may name several routes; those that are no formats are routes of their own."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").split("## Share\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`/[^|]+) \|", text, re.MULTILINE)
    named = [name for cell in cells for name in re.findall(r"`/([\w.]+)`", cell)]
    assert sorted(set(named) - {"embed", "card"}) == sorted(format_.name for format_ in FORMATS)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name in re.findall(r"(?:`|\()((?:scripts|docs|data|tests|mapapp)/[\w./-]+)(?:`|\)| )", text):
        assert (ROOT / name).exists(), name


def test_every_format_is_described() -> None:
    """In the order of the list, with a word on what is lost."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split("## Data")[1].split("\n## Notes")[0]
    lines = re.findall(r"^\| \w+\.[\w.]+ \|.*$", text, re.MULTILINE)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    assert [row[0] for row in rows] == [format_.name for format_ in FORMATS]
    assert all(len(row) == 4 and all(row) for row in rows)


def test_the_table_that_stands_for_tour_toml_is_described() -> None:
    part = section("A tour in one file")
    for key in (*SINGLE, *LISTED, LABEL, TABLE, READ_ME):
        assert key in part


def test_no_page_keeps_both_sides_of_a_merge() -> None:
    """A table that a script writes is read by nobody before it is published, and so a merge left both sides in one."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.md")]
    kept = [page.name for page in pages if re.search(r"^(<{7} |>{7} )", page.read_text(encoding="utf-8"), re.MULTILINE)]
    assert kept == []
