"""What holds for every data format: its route, its bytes, its line about itself, and text that stays text."""

import html
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mapapp import assembly
from mapapp.exports import FORMATS, Format
from mapapp.tour import Tour
from mapapp.view import BORDERS, View
from mapapp.web import routes
from mapapp.words.contents import BORDERS as POLICIES
from mapapp.words.contents import NOTICE, contents
from tests.exports.picture.snapshots import written
from tests.fixtures.snapshots import corridor, hostile, seen, tour

DATA = [format_ for format_ in FORMATS if format_.kind == "tour"]
CLIENT = TestClient(Starlette(routes=routes()), raise_server_exceptions=False)
every = pytest.mark.parametrize("format_", DATA, ids=lambda format_: format_.name)

FIXED = [format_ for format_ in DATA if format_.suffix != "html"]  # the page holds the whole tour and its own filters
fixed = pytest.mark.parametrize("format_", FIXED, ids=lambda format_: format_.name)


ROOT = Path(__file__).parents[2]
ELSEWHERE = """
import hashlib, json
from mapapp import assembly
from mapapp.exports import FORMATS
from mapapp.view import BORDERS, View
snapshot = assembly.snapshot(View.parse("country=KZ"))
print(json.dumps({each.name: hashlib.sha256(each.write(snapshot)).hexdigest() for each in FORMATS}))
"""


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """The digest of every format as another process writes it, whose sets have another order."""
    seeded = os.environ | {"PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, cwd=ROOT, env=seeded, capture_output=True, text=True, check=True)
    digests: dict[str, str] = json.loads(done.stdout)
    return digests


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_another_process_writes_the_same_bytes(format_: Format, elsewhere: dict[str, str]) -> None:
    assert sha256(written(format_.name, "country=KZ")).hexdigest() == elsewhere[format_.name]


def text(format_: Format, data: bytes) -> str:
    """All text of a file, out of its archive or database and without folded lines."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if format_.suffix == "gpkg":
        with closing(sqlite3.connect(":memory:")) as file:
            file.deserialize(data)
            return "\n".join(file.iterdump())
    found = data.decode("utf-8")
    return found.replace("\r\n ", "").replace("\\,", ",") if format_.suffix == "ics" else found


@every
def test_the_route_answers_with_the_file(format_: Format) -> None:
    query = "v=1&country=KZ&corridor=trans-caspian"
    answer = CLIENT.get(f"/{format_.name}?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(format_.media_type)
    assert answer.content == format_.write(assembly.snapshot(View.parse(query)))
    again = CLIENT.get(f"/{format_.name}?{query}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


@fixed
def test_the_file_says_what_is_in_it_and_whom_to_name(format_: Format) -> None:
    snapshot = seen(tour("central-asia-2025"), "country=KZ", (corridor(),))
    found = text(format_, format_.write(snapshot))
    assert contents(snapshot) in found
    assert "GeoNames (CC BY 4.0)" in found
    assert ("OpenStreetMap contributors (ODbL)" in found) == (format_.suffix in ("geojson", "gpkg", "kml", "kmz"))


@fixed
def test_only_what_the_view_leaves_is_in_the_file(format_: Format) -> None:
    found = text(format_, format_.write(seen(tour("central-asia-2025"), "country=KZ")))
    assert "Talks with President Tokayev" in found
    assert "Received by President Mirziyoyev" not in found
    assert "20th EU–Central Asia Ministerial Meeting" not in found


@every
def test_an_empty_tour_is_a_file_too(format_: Format) -> None:
    assert format_.write(seen(Tour("bare", "Bare")))
    assert format_.write(seen(tour("central-asia-2025"), "since=2090-01-01"))


@every
def test_hostile_texts_never_break_a_writer(format_: Format, tmp_path: Path) -> None:
    """And two writings of them are equal."""
    snapshot = hostile(tmp_path / "hostile")
    assert format_.write(snapshot) == format_.write(snapshot)


@every
@pytest.mark.parametrize("borders", BORDERS)
def test_a_file_says_whose_borders_its_maps_show_and_that_nobody_endorses_them(format_: Format, borders: str) -> None:
    found = text(format_, format_.write(assembly.snapshot(View.parse(f"borders={borders}"))))
    for notice in (POLICIES[borders], NOTICE):
        assert notice in found or html.escape(notice) in found
