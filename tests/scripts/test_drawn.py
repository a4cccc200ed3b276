"""Rows that were judged before they were run once: counted as they came."""

from collections import Counter
from pathlib import Path

from scoring.drawn import section

DATA = Path(__file__).parents[2] / "data" / "gazetteer"


def test_the_page_tells_every_row_that_was_drawn_as_it_came() -> None:
    lines = list(section(DATA))
    (together,) = (line for line in lines if line.startswith("| together"))
    counts = [int(cell) for cell in together.strip("| ").split(" | ")[1:]]
    drawn = (DATA / "drawn.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert counts[0] == sum(counts[1:]) == len(drawn)
    page = (DATA.parents[1] / "docs" / "geocoding.md").read_text(encoding="utf-8")
    assert all(line in page for line in lines)


def test_what_names_no_place_is_right_when_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "drawn-tables.csv").write_text("id,title,url,drawn\nt,Table,https://example.org,all\n")
    rows = [
        "1,1 2,found,3,",
        "2,1 2,found,80,",
        "3,none,unknown,,",
        "4,several,found,,",
        "5,KZ,found,,",
        "6,KZ,found,,yes",
    ]
    (tmp_path / "drawn.csv").write_text(
        "table,row,judged,outcome,error_km,abroad\n" + "".join(f"t,{row}\n" for row in rows)
    )
    lines = list(section(tmp_path))
    assert "| together | 6 | 2 | 3 | 0 | 0 | 0 | 0 | 1 |" in lines
    assert any("1 of 6" in line for line in lines) and any("80 km off" in line for line in lines)
    assert list(section(tmp_path / "none")) == []


def test_a_row_of_a_table_is_drawn_once() -> None:
    rows = [line.split(",")[:2] for line in (DATA / "drawn.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert max(Counter(map(tuple, rows)).values()) == 1
