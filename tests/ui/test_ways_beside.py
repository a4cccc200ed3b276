"""Ways side by side: each figure is that of its way, and what no source states is not stated."""

import re
from dataclasses import replace
from html import unescape

import pytest

from mapapp import assembly
from mapapp.corridor import Corridor, Mode
from mapapp.routing.enquiry import BRANCH, Enquiry, parse, usual
from mapapp.routing.route import Route, find_route
from mapapp.ui.ways_beside import choices, table, ways
from mapapp.words.language import Words
from tests.ui.test_corridor_page import html, open_page

EN = Words("en")
EVERY = {corridor.id: corridor for corridor in assembly.corridors()}
MIDDLE = EVERY["trans-caspian"]


def way(corridor: Corridor) -> Route:
    ends = usual(corridor)
    found = find_route(corridor, ends.start, ends.end)
    assert found
    return found


def cells(told: str, row: str) -> list[str]:
    line = next(line for line in told.split("<tr>") if row in line)
    return [unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in re.findall(r"<td>(.*?)</td>", line)]


def beside(*texts: str) -> list[tuple[str, Route]]:
    return ways(MIDDLE, replace(usual(MIDDLE), beside=texts), way(MIDDLE), EVERY.values())


def test_three_ways_stand_beside_each_other_with_their_own_figures() -> None:
    found = beside("northern", "instc")
    told = table(found, EN)
    assert [route.corridor.id for _, route in found] == ["trans-caspian", "northern", "instc"]
    rail = [EN.number(round(route.km(Mode.RAIL))) for _, route in found]
    assert cells(told, "By rail, km") == rail
    assert cells(told, "In all, km") == [EN.number(round(route.km())) for _, route in found]
    assert cells(told, "Borders<") == [str(len(route.borders)) for _, route in found]
    for cell, (_, route) in zip(cells(told, "Gauge changes"), found, strict=True):
        assert cell.startswith(str(len(route.gauge_changes)))


def test_the_latest_volume_has_its_year_and_who_says_so() -> None:
    told = cells(table(beside("instc"), EN), "Latest volume")
    assert "24 million tonnes in 2024" in told[1]
    assert EVERY["instc"].source["russias-pivot-2025"].publisher in told[1]


def test_what_no_source_states_is_not_stated() -> None:
    bare = replace(EVERY["northern"], id="bare", transit_times=(), volumes=())
    found = [("One", way(MIDDLE)), ("Bare", way(bare))]
    told = table(found, EN)
    assert cells(told, "Transit time")[1] == "not stated"
    assert cells(told, "Latest volume")[1] == "not stated"


def test_a_branch_of_the_same_corridor_is_another_way() -> None:
    (_, first), (title, second) = beside(f"{BRANCH}Kyzylorda line")
    assert title == "By Kyzylorda line"
    assert (first.start, first.end) == (second.start, second.end)


def test_one_way_alone_has_no_table_and_names_are_text() -> None:
    assert table([("One", way(MIDDLE))], EN) == ""
    told = table([("<b>One</b>", way(MIDDLE)), ("Two", way(MIDDLE))], EN)
    assert "<b>One" not in told and "&lt;b&gt;One" in told


def test_a_link_holds_what_stands_beside_and_the_rest_is_said() -> None:
    known = choices(MIDDLE, EVERY.values())
    enquiry, said = parse({"beside": "northern,nowhere,instc"}, MIDDLE, known)
    assert enquiry.beside == ("northern", "instc") and "nowhere" in said[0]
    assert parse(enquiry.pairs(), MIDDLE, known) == (enquiry, ())
    assert Enquiry("a", "b").pairs() == {"from": "a", "to": "b"}


def test_the_page_shows_them_and_keeps_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch, beside="northern")
    assert "<h2>Ways side by side</h2>" in html(test)
    test.multiselect(key="way_beside").set_value(["northern", "instc"]).run()
    assert not test.exception
    assert test.query_params["beside"] == "northern,instc"
    test.multiselect(key="way_beside").set_value([]).run()
    assert "beside" not in test.query_params and "Ways side by side" not in html(test)
