"""Publishing and the trash."""

import datetime as dt
from pathlib import Path

import pytest

from mapapp import library
from mapapp.library import records
from mapapp.viewer import ANYBODY, Viewer

TOML = {"tour.toml": b"title = 'a'"}


def test_only_what_was_looked_at_is_published() -> None:
    id_ = library.create("a", TOML)
    library.save(id_, {**TOML, "visits.csv": b"secret"}, began_from=1)
    with pytest.raises(library.Overtaken, match="version 2"):
        library.publish(id_, 1)
    assert library.kept(id_).draft
    assert library.publish(id_, 2).published == 2


def test_what_is_deleted_is_seen_by_nobody_and_comes_back_as_a_draft() -> None:
    id_ = library.create("a", TOML)
    library.publish(id_, 1)
    library.delete(id_)
    assert library.folders(ANYBODY) == library.folders(Viewer("Ana", writes=True)) == {}
    assert [kept.id for kept in library.trash()] == [id_]
    assert library.create("a", TOML) == "a-2", "the id stays taken"
    assert library.undelete(id_).draft
    assert library.contents(id_) == TOML and library.trash() == ()


def test_the_trash_keeps_a_tour_for_thirty_days(own_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        library.create(name, TOML)
    library.delete("a")
    later = records.now() + dt.timedelta(days=29)
    monkeypatch.setattr(records, "now", lambda: later)
    library.delete("b")
    assert [kept.id for kept in library.trash()] == ["b", "a"]
    monkeypatch.setattr(records, "now", lambda: later + dt.timedelta(days=2))
    assert [kept.id for kept in library.trash()] == ["b"]
    library.delete("c")
    assert sorted(path.name for path in (own_library / "tours").iterdir()) == ["b", "c"]


def test_nothing_told_of_a_tour_stands_in_it(own_library: Path) -> None:
    """A folder that is copied out of the library tells neither who saved it nor whether it was published."""
    id_ = library.create("a", TOML, by="Ana Vidal", note="secret")
    library.publish(id_, 1)
    inside = list(own_library.rglob("0001/*/*"))
    assert [path.name for path in inside] == ["tour.toml"] and inside[0].read_bytes() == TOML["tour.toml"]
