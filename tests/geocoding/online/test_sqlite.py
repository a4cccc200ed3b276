"""A store whose file another process replaces at the worst moment."""

import sqlite3
from pathlib import Path

from mapapp.geocoding.online.sqlite import Store


def test_a_file_that_another_process_has_begun_anew_stays(tmp_path: Path) -> None:
    """Both find the damage; the slower one must not set aside what the faster one has begun."""
    store = Store(tmp_path / "store.sqlite", "CREATE TABLE fact(text TEXT)", 1)
    store.run(lambda db: db.execute("INSERT INTO fact VALUES ('old')"))
    attempts = []

    def work(db: sqlite3.Connection) -> list[tuple[str]]:
        attempts.append(1)
        if len(attempts) == 1:
            store.path.rename(tmp_path / "set aside by another process")
            store.run(lambda db: db.execute("INSERT INTO fact VALUES ('new')"))
            raise sqlite3.DatabaseError("database disk image is malformed")
        return db.execute("SELECT text FROM fact").fetchall()

    assert store.run(work) == [("new",)]
    assert not list(tmp_path.glob("*.set-aside-*"))
