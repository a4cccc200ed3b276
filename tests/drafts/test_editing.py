"""A tour in somebody's hands: steps forth and back, and what goes with a row that is added, moved or removed."""

import csv
import io
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.catalogue.listing import TOURS
from mapapp.catalogue.tours import load_tour
from mapapp.drafts import copying, editing, scenes, sheets
from mapapp.drafts.differences import differences
from mapapp.exports import FORMATS
from mapapp.geocoding import offline_resolver
from mapapp.snapshot import Snapshot
from mapapp.tables import settings
from mapapp.tables.grid import Table, as_csv
from mapapp.view import View

TOUR = {
    "tour.toml": b'title = "T"\n',
    "visits.csv": b"id,traveller,place,country,arrival\na,p,Astana,KZ,2025-03-27\nb,p,Osh,KG,2025-03-28\n",
    "events.csv": b"id,visit,place,when,title\ne,a,,,Talks\nf,a,Almaty,2025-03-29,Forum\n",
    "legs.csv": b"from,to,mode\na,b,air\n",
    "claims.csv": b"event,field,value\ne,when,2025-03-26\n",
    "review.csv": b"by\nQuentin Reviewer\n",
}
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text).strip()  # the form in which every reader takes a cell
)


def read(contents: dict[str, bytes], file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(contents[file].decode())))


def test_steps_are_taken_back_and_again() -> None:
    now = editing.opened(TOUR, 3)
    one = now.changed(editing.with_cells(TOUR, "visits.csv", 0, {"place": "Almaty"}))
    two = one.changed(editing.with_cells(one.contents, "visits.csv", 1, {"place": "Naryn"}))
    assert not now.can_undo and two.can_undo and not two.can_redo and two.unsaved
    assert two.undone().contents == one.contents and two.undone().redone().contents == two.contents
    assert two.undone().undone().undone().contents == TOUR and not two.undone().undone().unsaved
    assert not two.undone().changed(TOUR).can_redo, "a new step ends what was taken back"
    assert two.changed(dict(two.contents)) is two
    kept = two.kept(4)
    assert not kept.unsaved and kept.undone().unsaved and kept.began_from == 4


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_a_table_is_read_back_as_it_was_written(rows: list[tuple[str, str]]) -> None:
    """With blanks at the ends of cells gone, as of every table, and without rows that say nothing."""
    table = Table(("id", "place"), tuple(row for row in rows if any(row)))
    assert sheets.table({"visits.csv": as_csv(table)}, "visits.csv") == table
    assert len(sheets.lines(table)) == len(table.rows)


def test_only_the_file_that_is_edited_changes() -> None:
    new = editing.with_cells(TOUR, "visits.csv", 0, {"place": "Almaty", "summary": ""})
    assert {name for name in TOUR if TOUR[name] != new[name]} == {"visits.csv"}
    assert new["visits.csv"] == TOUR["visits.csv"].replace(b"Astana", b"Almaty")
    assert read(editing.with_cells(TOUR, "visits.csv", 1, {"summary": "x"}), "visits.csv")[1]["summary"] == "x"


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfid;place\r\na;Osh\r\n", "id\tplace\na\tOsh\n".encode("utf-16"), b'id,place\n"a","Osh"\n']
)
def test_a_table_may_have_been_written_by_any_spreadsheet(data: bytes) -> None:
    new = editing.with_cells({**TOUR, "visits.csv": data}, "visits.csv", 0, {"country": "KG"})
    assert new["visits.csv"] == b"id,place,country\na,Osh,KG\n"


@pytest.mark.parametrize(
    ("cells", "russian"),
    [
        ({"place": "Osh [geonames:1527534]"}, ""),
        ({"place": "Osh", "place@ru": "Ош"}, "Ош"),
        ({"place": "Bishkek [geonames:1528675]"}, "Бишкек"),
        ({"arrival": "2025-03-28"}, "Бишкек"),
    ],
)
def test_another_place_does_not_keep_the_names_of_the_one_before(cells: dict[str, str], russian: str) -> None:
    visits = "id,place,place@ru,arrival\na,Bishkek,Бишкек,2025-03-27\n".encode()
    assert (
        read(editing.with_cells({"visits.csv": visits}, "visits.csv", 0, cells), "visits.csv")[0]["place@ru"] == russian
    )


def test_rows_are_added_and_moved() -> None:
    new = editing.with_row(TOUR, "visits.csv", {"place": "Naryn", "id": "a"}, 1)
    assert [row["id"] for row in read(new, "visits.csv")] == ["a", "stop-1", "b"]
    assert [row["id"] for row in read(editing.moved(TOUR, "visits.csv", 0, 1), "visits.csv")] == ["b", "a"]
    assert editing.moved(TOUR, "visits.csv", 0, 2) == editing.moved(TOUR, "visits.csv", 0, -1) == TOUR
    assert read(editing.with_row({"tour.toml": b""}, "events.csv", {"title": "x"}, 0), "events.csv")[0]["title"] == "x"


def test_what_happened_at_a_stop_stays_when_the_stop_goes() -> None:
    new = editing.without_row(TOUR, "visits.csv", 0)
    assert [row["id"] for row in read(new, "visits.csv")] == ["b"] and read(new, "legs.csv") == []
    first, second = read(new, "events.csv")
    assert (first["visit"], first["place"], first["country"], first["when"]) == ("", "Astana", "KZ", "2025-03-27")
    assert (second["visit"], second["place"], second["when"]) == ("", "Almaty", "2025-03-29")
    assert read(editing.without_row(TOUR, "events.csv", 0), "claims.csv") == []


CHAIN = TOUR | {
    "visits.csv": TOUR["visits.csv"] + b"c,p,Naryn,KG,2025-03-30\nx,q,Oslo,NO,2025-03-01\n",
    "legs.csv": b"from,to,mode,source,locator\na,b,air,s,page 1\nb,c,unknown,s,page 2\n",
}


def legs(contents: dict[str, bytes]) -> list[str]:
    return [" ".join(filter(None, leg.values())) for leg in read(contents, "legs.csv")]


def test_a_stop_that_is_added_has_legs_where_the_others_have_and_they_follow_its_day() -> None:
    """What a source says of another way, line by line, is not said of the new ones."""
    new = editing.with_row(CHAIN, "visits.csv", {"traveller": "p", "source": "t"}, 4)
    assert legs(new) == ["a b air s page 1", "b c unknown s page 2", "c stop-1 unknown t"]
    between = editing.with_cells(new, "visits.csv", 4, {"arrival": "2025-03-29"})
    assert legs(between) == ["a b air s page 1", "b stop-1 unknown s;t", "stop-1 c unknown s;t"]
    first = editing.with_cells(between, "visits.csv", 4, {"arrival": "2025-03-20"})
    assert legs(first) == ["stop-1 a unknown t", "a b air s page 1", "b c unknown s;t"]
    by_air = editing.with_cells(between, "visits.csv", 4, {"arrival": "2025-03-27"})
    assert legs(by_air) == ["a b air s page 1", "b c unknown s;t"], "how one went from a to b is stated, and stays so"
    other = editing.with_row(CHAIN, "visits.csv", {"traveller": "q", "arrival": "2025-03-02"}, 4)
    assert legs(other)[2:] == ["x stop-1 unknown"]
    without = {name: data for name, data in CHAIN.items() if name != "legs.csv"}
    assert "legs.csv" not in editing.with_row(without, "visits.csv", {"traveller": "p"}, 4)


def test_a_leg_leads_past_a_stop_that_goes_and_one_with_its_mode_stays_as_it_was_written() -> None:
    assert legs(editing.without_row(CHAIN, "visits.csv", 1)) == ["a c unknown s"]
    between = editing.with_cells(CHAIN, "visits.csv", 2, {"arrival": "2025-03-31"})
    assert legs(between) == legs(CHAIN)
    assert legs(editing.with_cells(CHAIN, "visits.csv", 1, {"arrival": "2025-04-02"})) == legs(CHAIN)
    table = sheets.table(CHAIN, "visits.csv")
    assert legs(editing.with_table(CHAIN, "visits.csv", table.without(2))) == ["a b air s page 1"]


def test_of_two_stops_of_one_day_the_legs_follow_the_lines() -> None:
    day = CHAIN | {"visits.csv": CHAIN["visits.csv"].replace(b"2025-03-30", b"2025-03-28")}
    day["legs.csv"] = day["legs.csv"].replace(b"air", b"unknown")
    moved = editing.moved(day, "visits.csv", 2, 1)
    assert legs(moved) == ["a c unknown s", "c b unknown s"]


def test_differences_are_told_cell_by_cell() -> None:
    new = editing.with_cells(TOUR, "visits.csv", 0, {"place": "Almaty"})
    new = editing.with_row(new, "visits.csv", {"place": "Naryn"}, 0)
    new = editing.without_row(new, "legs.csv", 0)
    new["tour.toml"] = settings.with_value(new["tour.toml"], "title", "U")
    told = {(d.file, d.key, d.kind): d.cells for d in differences(TOUR, new)}
    assert told[("tour.toml", "", "changed")] == (("title", "T", "U"),)
    assert told[("visits.csv", "a", "changed")] == (("place", "Astana", "Almaty"),)
    assert ("place", "", "Naryn") in told[("visits.csv", "stop-1", "added")]
    assert ("mode", "air", "") in told[("legs.csv", "a, b", "removed")]
    assert len(told) == 4
    assert differences(TOUR, editing.moved(TOUR, "visits.csv", 0, 1)) == () == differences(TOUR, TOUR)


TOMLS = [
    b"",
    b'title = "a"\n',
    b'# who\r\nsummary = "s"\n\n[labels]\ntitle = "x"\n',
    b"title = '''\na\n'''\n",
]


@pytest.mark.parametrize("toml", TOMLS)
@pytest.mark.parametrize("said", ["b", 'a "quote" \\ and\nmore', "[labels]", "\x7f\0é"])
def test_a_setting_is_changed_and_the_others_stay(toml: bytes, said: str) -> None:
    new = settings.with_value(toml, "title", said)
    assert settings.values(new) == {**settings.values(toml), "title": said}
    assert toml.startswith(b"#") is new.startswith(b"#")


def test_a_zip_holds_the_tour_and_nobodys_name() -> None:
    with zipfile.ZipFile(io.BytesIO(sheets.packed({**TOUR, "table.csv": b"secret"}))) as archive:
        assert archive.namelist() == ["tour.toml", "visits.csv", "events.csv", "legs.csv", "claims.csv"]
        assert archive.read("visits.csv") == TOUR["visits.csv"]
    assert "review.csv" not in sheets.plain(TOUR)


@pytest.mark.parametrize("suffix", ["", "xlsx", "csv"])
def test_a_copy_is_the_same_tour(tmp_path: Path, suffix: str) -> None:
    """A folder file by file; a workbook or long CSV file as a folder that is read alike."""
    path = TOURS / "us-central-asia-2015"
    tour = load_tour(path, offline_resolver).tour
    if suffix:
        format_ = next(f for f in FORMATS if f.suffix == suffix)
        path = tmp_path / f"us-central-asia-2015.{suffix}"
        path.write_bytes(format_.write(Snapshot(tour, tour, View()), None))
    copied = tmp_path / "copy" / "us-central-asia-2015"
    copied.mkdir(parents=True)
    for name, content in copying.contents_of(path).items():
        (copied / name).write_bytes(content)
    assert repr(load_tour(copied, offline_resolver).tour) == repr(load_tour(path, offline_resolver).tour)


def test_scenes_no_longer_name_what_is_removed() -> None:
    """The scene stays, with its words, and so do the other names in it; a tour without a story gets none."""
    story = b'scene,title,events\n1,Talks,e; f\n2,Osh,"visit:b;visit:a"\n'
    told = {**TOUR, "story.csv": story}
    rows = read(editing.without_row(told, "events.csv", 0), "story.csv")
    assert [row["events"] for row in rows] == ["f", "visit:b;visit:a"]
    rows = read(editing.without_row(told, "visits.csv", 0), "story.csv")
    assert [row["events"] for row in rows] == ["e; f", "visit:b"]
    assert "story.csv" not in editing.without_row(TOUR, "events.csv", 0)


def test_the_scenes_of_the_stops_are_written_down_to_be_written_on() -> None:
    """In the language of the tour, and without the whole tour, which comes by itself."""
    tour = load_tour(TOURS / "us-central-asia-2015", offline_resolver).tour
    contents = scenes.with_scenes_of_stops(TOUR, replace(tour, scenes=(), language="ru"))
    rows = read(contents, "story.csv")
    assert [row["scene"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[0]["title"] == "Вена" and rows[0]["events"] == "visit:vienna"
    assert "Известно из источников:" in rows[1]["text"] and rows[1]["events"].startswith("visit:bishkek;")
