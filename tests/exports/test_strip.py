"""The printed strip has a frame for each scene, with its words and its sources."""

import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from mapapp.cli import main
from mapapp.exports import FORMAT
from mapapp.exports.in_words import story_in_words
from mapapp.exports.strip import write
from mapapp.snapshot import Snapshot
from mapapp.story import scenes
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.language import Words
from tests.fixtures.snapshots import corridor, hostile, seen, tour

SHIPPED = tour("central-asia-2025")


def sheets(content: bytes) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(BytesIO(content)).pages)


def read(sheet: pypdf.PageObject) -> str:
    return " ".join(sheet.extract_text().split())


def test_every_scene_has_its_frame_in_order_with_its_text_and_sources() -> None:
    read_out = [read(sheet) for sheet in sheets(FORMAT["story.pdf"].write(seen(SHIPPED, "country=KZ", (corridor(),))))]
    assert len(read_out) == 3
    said = " ".join(read_out)
    places = [said.index(scene.title) for scene in scenes(SHIPPED)]
    assert places == sorted(places)
    assert "they reviewed the preparations for the summit." in said.replace("- ", "")
    assert "Trend News Agency, The President of Uzbekistan receives the delegation of the EU" in said
    assert "15 events, 4 March 2025 – 2026" in read_out[-1] and "Move the map" not in said
    assert "© OpenStreetMap contributors" in read_out[1], "the corridor is drawn in the sixth frame"
    assert all("Boundaries shown do not imply official endorsement." in sheet for sheet in read_out)


def test_it_speaks_the_language_of_the_view() -> None:
    first = read(sheets(FORMAT["story.pdf"].write(seen(tour("us-central-asia-2015"), "lang=ru")))[0])
    assert "Пять государств за четыре дня" in first and "1 из 8" in first and "Бишкек, 31 октября" in first


def test_the_same_story_gives_the_same_bytes_and_a_tour_without_one_says_so() -> None:
    snapshot = seen(tour("one-visit"))
    assert write(snapshot) == write(snapshot)
    empty = Tour("empty", "Empty", summary="Nothing yet.")
    (sheet,) = sheets(write(Snapshot(empty, empty, View())))
    assert "neither a stop nor an event" in read(sheet)


def test_the_command_takes_the_name_of_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other name means the picture, as before."""
    for name, count in (("story.pdf", 3), ("mine.pdf", 1)):
        monkeypatch.setattr(sys, "argv", ["mapapp", "export", "us-central-asia-2015", str(tmp_path / name)])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        assert len(sheets((tmp_path / name).read_bytes())) == count


def test_the_story_in_words_is_the_whole_one_with_links_to_sources() -> None:
    told = story_in_words(seen(SHIPPED, "country=UZ"))
    assert told.count("<h2>") == 8
    assert '<a href="https://en.trend.az/casia/uzbekistan/4022771.html"' in told
    assert "Ташкент, вечером того же дня" in story_in_words(seen(SHIPPED), Words("ru"))
    assert story_in_words(Snapshot(Tour("empty", ""), Tour("empty", ""), View())) == ""


def test_what_data_says_is_text(tmp_path: Path) -> None:
    told = story_in_words(hostile(tmp_path, "<script>alert(1)</script>"))
    assert "<script" not in told and "&lt;script" in told
