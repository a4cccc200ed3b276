"""Archives are the same bytes for the same contents, and open everywhere."""

import io
import time
import zipfile

import pytest

from mapapp.archive import zipped

CONTENTS = {"tour.toml": b'title = "A"\n', "tables/visits.csv": "id,place\n1,Ашхабад\n".encode(), "empty": b""}


def test_what_went_in_comes_out_in_its_order() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(CONTENTS))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == CONTENTS
        assert archive.namelist() == [*CONTENTS]


@pytest.mark.parametrize("seconds", [0, 4_700_000_000])
def test_no_clock_changes_the_bytes(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 1970 ZIP has no date yet, and in 2118 none any more."""
    before = zipped(CONTENTS)
    monkeypatch.setattr(time, "time", lambda: seconds)
    assert zipped(CONTENTS) == before
