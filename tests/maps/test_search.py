"""A search finds the same events in the app and in the saved file, whose scripts have a list of words of their own."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.catalogue.tours import load_tour
from mapapp.maps import filters
from mapapp.selection import select
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.cards import cards
from mapapp.words.language import Words
from tests.fixtures import many_events, snapshots
from tests.fixtures.places import KnownPlaces

ROOT = Path(__file__).parents[2]
ASK = """
import { page } from "./tests/js/page.js";
let text = "";
for await (const piece of process.stdin) text += piece;
const { data, cases } = JSON.parse(text);
const mapapp = page("bits.js", "days.js", "panel/query.js", "panel/filters.js");
const filters = new mapapp.Filters(data, () => {});
const found = cases.map((words) => {
  filters.read({ ...mapapp.everything(), text: words });
  return [...filters.mask()].flatMap((left, index) => (left ? [index] : []));
});
console.log(JSON.stringify(found));
"""


def in_file(tour: Tour, cases: list[str]) -> list[list[str]]:
    """The ids of the events that the saved file finds."""
    node = shutil.which("node")
    assert node, "scripts/test says how to get Node"
    data = {"filters": filters.told(tour), "cards": cards(tour)}
    asked = json.dumps({"data": data, "cases": cases})
    command = [node, "--input-type=module", "--eval", ASK]
    done = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True, timeout=120)
    return [[tour.events[index].id for index in found] for found in json.loads(done.stdout)]


def words(tour: Tour) -> list[str]:
    """Every word of the tour, be it searched or not, and some that are in two cells."""
    found = set(repr(tour).replace("'", " ").replace("(", " ").replace(")", " ").replace(",", " ").split())
    return sorted(word for word in found if len(word) < 40)[:4000]


def a_tour(name: str, folder: Path) -> Tour:
    if name == "hostile":
        return snapshots.hostile(folder).whole
    return load_tour(many_events.write_tour(folder, 40), KnownPlaces()).tour if name == "many" else snapshots.tour(name)


@pytest.mark.parametrize("name", [*snapshots.SHIPPED, *snapshots.MADE_UP, "hostile", "many"])
def test_app_and_saved_file_find_the_same(tmp_path: Path, name: str) -> None:
    tour = a_tour(name, tmp_path / "tour")
    cases = words(tour)
    expected = [[e.id for e in select(tour, replace(View(tour.id), text=case)).events] for case in cases]
    for case, ours, theirs in zip(cases, expected, in_file(tour, cases), strict=True):
        assert theirs == ours, case


def test_a_file_in_one_language_is_searched_in_all() -> None:
    tour = snapshots.tour("central-asia-2025")
    said = filters.told(tour, Words("ru"))["also"]
    summit = next(str(i) for i, event in enumerate(tour.events) if event.id == "samarkand-summit")
    assert tour.event["samarkand-summit"].title in said[summit]
