"""The command ``publish``: what it says and writes."""

import shutil
from pathlib import Path

from tests.fixtures import TOURS
from tests.fixtures.commands import run


def test_a_tour_is_published_and_the_missing_address_is_told(tmp_path: Path) -> None:
    done = run("publish", str(TOURS / "one-visit"), str(tmp_path / "site"))
    assert done.returncode == 0
    assert "No --address is given: there is no sitemap" in done.stderr
    assert {path.name for path in (tmp_path / "site").iterdir() if path.is_file()} == {
        "index.html",
        "404.html",
        ".mapapp-published.json",
    }
    again = run("publish", str(TOURS / "one-visit"), str(tmp_path / "site"))
    assert "0 files written, " in again.stderr


def test_two_tours_of_one_name_and_what_is_no_address_are_refused(tmp_path: Path) -> None:
    shutil.copytree(TOURS / "one-visit", tmp_path / "copy" / "one-visit")
    both = run("publish", str(TOURS / "one-visit"), str(tmp_path / "copy/one-visit"), str(tmp_path / "site"))
    assert both.returncode == 2
    assert "cannot name its folder" in both.stderr
    wrong = run("publish", str(TOURS / "one-visit"), str(tmp_path / "site"), "--address", "maps")
    assert wrong.returncode == 2
    assert "is not the address of a folder" in wrong.stderr
    assert not (tmp_path / "site").exists()
