"""What was read is put together anew when its files change, and goes by its own name."""

import shutil
from pathlib import Path

import pytest

from mapapp import assembly
from tests.fixtures import TOURS


def test_a_link_to_nowhere_does_not_hide_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(TOURS / "one-visit", tmp_path / "linked")
    (folder / ".~lock.visits.csv#").symlink_to("nowhere")
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    assert len(assembly.loaded("linked").tour.visits) == 1


def test_a_tour_in_one_file_goes_by_the_name_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever id it states, as an export does: links have to lead back to it."""
    monkeypatch.setenv("MAPAPP_TOURS", str(tmp_path))
    (tmp_path / "mine.csv").write_text("table,key,value\ntour,id,theirs\ntour,title,T\n")
    assert assembly.loaded("mine").tour.id == "mine"
