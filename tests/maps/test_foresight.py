"""A filter leaves the same in the page, which answers it first, as in the server, which has the last word."""

import itertools
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mapapp import assembly
from mapapp.catalogue.tours import load_tour
from mapapp.maps import filters
from mapapp.maps.state import state
from mapapp.selection import boundaries, values
from mapapp.tour import Tour
from mapapp.view import View
from mapapp.words.cards import cards
from tests.fixtures import many_events, snapshots
from tests.fixtures.places import KnownPlaces

ROOT = Path(__file__).parents[2]
SAID = ("visible", "alone", "stays", "since", "until", "sure", "undated")
ASK = """
import { page } from "./tests/js/page.js";
let text = "";
for await (const piece of process.stdin) text += piece;
const { data, views } = JSON.parse(text);
const mapapp = page(
  "bits.js", "days.js", "panel/query.js", "panel/filters.js", "../../ui/channel.js", "../../ui/foresight.js"
);
const filters = new mapapp.Filters(data, () => {});
const said = views.map((view) => {
  filters.read({ ...mapapp.everything(), ...view });
  return mapapp.stateOf(filters);
});
console.log(JSON.stringify(said));
"""


def in_page(tour: Tour, views: list[View]) -> list[dict[str, Any]]:
    """What the page shows of each view."""
    node = shutil.which("node")
    assert node, "scripts/test says how to get Node"
    told = [
        {
            "since": str(view.since or ""),
            "until": str(view.until or ""),
            "sure": view.sure,
            **{name: getattr(view, name) for name in values(tour)},
        }
        for view in views
    ]
    data = {"filters": filters.rules(tour), "cards": cards(tour)}
    command = [node, "--input-type=module", "--eval", ASK]
    asked = json.dumps({"data": data, "views": told})
    done = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True, timeout=120)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def filtered(tour: Tour, chosen: Mapping[str, Any]) -> View:
    return replace(View(tour.id), **chosen)


def views(tour: Tour) -> Iterator[View]:
    """Every value alone, some beside others of the same and of other filters, and days, with and without doubt."""
    yield View(tour.id)
    each: list[dict[str, Any]] = [{name: (value,)} for name, found in values(tour).items() for value in found[:12]]
    pairs = [one | other for one, other in itertools.pairwise(each)]
    for chosen in (*each, *pairs, *({name: found[:2]} for name, found in values(tour).items())):
        yield filtered(tour, chosen)
    days = boundaries(tour)
    some = [None, *days[:2], *days[len(days) // 2 :][:2], *days[-2:]]
    for since, until in itertools.combinations(some, 2):
        if not (since and until and since > until):
            for sure in (False, True):
                yield View(tour.id, since=since, until=until, sure=sure)
                yield filtered(tour, {**each[0], "since": since, "until": until, "sure": sure})
    yield View(tour.id, sure=True)


def a_tour(name: str, folder: Path) -> Tour:
    if name == "hostile":
        return snapshots.hostile(folder).whole
    if name == "compared":
        return assembly.snapshot(View("central-asia-2025", beside="us-central-asia-2015")).whole
    return load_tour(many_events.write_tour(folder, 40), KnownPlaces()).tour if name == "many" else snapshots.tour(name)


@pytest.mark.parametrize("name", [*snapshots.SHIPPED, *snapshots.MADE_UP, "hostile", "many", "compared"])
def test_the_page_foresees_what_the_server_says(tmp_path: Path, name: str) -> None:
    tour = a_tour(name, tmp_path / "tour")
    asked = list(views(tour)) if tour.events else [View(tour.id)]
    for view, theirs in zip(asked, in_page(tour, asked), strict=True):
        ours = state(tour, view)
        assert theirs == {key: ours[key] for key in SAID}, view


@pytest.mark.parametrize(("events", "told"), [([*range(10)], "/wMAAA=="), ([31], [31]), ([], [])])
def test_events_travel_as_bits_where_those_are_shorter(events: list[int], told: object) -> None:
    assert filters.shorter(events, 32) == told
