"""What is in the data folder."""

import os
import sys
from pathlib import Path

import pytest

from mapapp.catalogue import listing
from mapapp.catalogue.origins import Folder
from mapapp.errors import NotInCatalogue
from tests.fixtures.injection import INJECTIONS


def test_the_default_tour_comes_first() -> None:
    ids = listing.tour_ids()
    assert ids[0] == listing.DEFAULT_TOUR
    assert "us-central-asia-2015" in ids
    assert list(ids[1:]) == sorted(ids[1:])


@pytest.mark.parametrize("id_", listing.tour_ids())
def test_every_tour_has_its_folder(id_: str) -> None:
    assert listing.tour_folder(id_) == listing.TOURS / id_
    assert (listing.tour_folder(id_) / "tour.toml").is_file()


@pytest.mark.parametrize(
    "id_", ["", ".", "..", "/", "/etc", "../tours/us-central-asia-2015", "us-central-asia-2015/", "nothing"]
)
def test_an_id_never_leads_out_of_the_catalogue(id_: str) -> None:
    with pytest.raises(NotInCatalogue, match=", ".join(listing.tour_ids())):
        listing.tour_folder(id_)
    with pytest.raises(NotInCatalogue, match="There is no corridor"):
        listing.corridor_folder(id_)


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_a_hostile_id_is_quoted_short_and_printable(text: str) -> None:
    for look_up in (listing.tour_folder, listing.corridor_folder):
        with pytest.raises(NotInCatalogue) as error:
            look_up(text)
        assert str(error.value).isprintable()
        assert len(str(error.value)) < 300


def test_adding_a_tour_is_adding_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder counts by its tour.toml; others, and files beside them, do not."""
    monkeypatch.setattr(listing, "TOURS", tmp_path)
    assert listing.tour_ids() == ()
    for name in ("b", "a", listing.DEFAULT_TOUR):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tour.toml").touch()
    (tmp_path / "no-tour").mkdir()
    (tmp_path / "tour.toml").touch()
    assert listing.tour_ids() == (listing.DEFAULT_TOUR, "a", "b")
    assert listing.tour_folder("a") == tmp_path / "a"


def test_a_catalogue_without_corridors_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "CORRIDORS", tmp_path / "nowhere")
    assert listing.corridor_ids() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_whose_name_cannot_stand_in_a_link_is_no_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (b"fine", "für Öffentlichkeit".encode(), b".hidden", b"a\nb", b"no \xff text", b"\xe2\x80\xaexe"):
        folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        folder.mkdir()
        (folder / "tour.toml").write_text("")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    monkeypatch.setattr(listing, "TOURS", tmp_path)
    assert listing.tour_ids() == ("fine", "für Öffentlichkeit")
    assert Folder(Path(os.fsdecode(os.fsencode(tmp_path) + b"/no \xff text"))).name == "no ? text"


def test_a_tour_is_named_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"good": "title = 'Good'", "none": "", "broken": "title = ["}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "tour.toml").write_text(text)
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    titles = listing.tour_titles(seconds=10)
    assert [titles[name] for name in ("good", "none", "broken")] == ["Good", "none", "broken"]


def test_one_file_may_be_a_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder goes before a file of its name; other tables, hidden files and locks are no tours."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    monkeypatch.setattr(listing, "TOURS", tmp_path / "nowhere")
    long = "\ufefftable;key;value\ntour;title;A long table\n"
    for name in ("long.csv", ".hidden.csv", "both.csv"):
        (tmp_path / name).write_text(long, encoding="utf-8")
    (tmp_path / "other.csv").write_text("id,tables,timetable\n")
    for name in ("book.xlsx", "~$book.xlsx"):
        (tmp_path / name).write_bytes(b"PK")
    (tmp_path / "both").mkdir()
    (tmp_path / "both" / "tour.toml").touch()
    assert listing.tour_ids() == ("book", "both", "long")
    assert [listing.tour_folder(id_).name for id_ in listing.tour_ids()] == ["book.xlsx", "both", "long.csv"]
    assert list(listing.tour_titles(seconds=10).values()) == ["book", "both", "A long table"]
    (tmp_path / "long.csv").write_text(long.replace("A long", "Another long"), encoding="utf-8")
    os.utime(tmp_path / "long.csv", ns=(1, 1))
    assert listing.tour_titles(seconds=10)["long"] == "Another long table"
