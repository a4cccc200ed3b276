"""The wiring of the corridor's page, and what it says when there is nothing. Its map is tested in a real browser."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from mapapp.catalogue import listing
from mapapp.catalogue.corridors import load_corridor
from mapapp.routing.route import Route, find_route
from mapapp.ui import corridor_record, volume_charts
from mapapp.ui import route_table as way_table
from mapapp.ui.references import References
from mapapp.words.language import ENGLISH
from tests.fixtures.alpha import CORRIDORS, alpha_to_delta, way
from tests.fixtures.shipped import with_area


def page() -> None:
    import streamlit as st

    from mapapp.ui import corridor_page, tour_page

    other = st.Page(tour_page.show, title="Map", url_path="map")
    here = st.Page(corridor_page.show, title="Corridor", url_path="", default=True)
    st.navigation([here, other], position="hidden").run()


def open_page(monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    monkeypatch.setattr("mapapp.ui.menu.draw", lambda *_: None)  # its links need the pages of the app
    test = AppTest.from_function(page, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    return test


def html(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


def test_it_opens_with_the_usual_way_and_leaves_the_address_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch)
    text = html(test)
    assert "<h2>Altynkol – Port of Poti</h2>" in text
    assert "<strong>490</strong> km by ship" in text
    assert "4,256" in text and "508" in text
    assert "<b>12 days</b> for this way." in text
    assert "from" not in test.query_params  # an address that is written is one more to go back through
    assert not test.info


def test_a_link_opens_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch, **{"from": "xian", "to": "halkali", "via": "altynkol", "allow": "Kyzylorda line"})
    assert test.selectbox(key="way_from").value == "xian"
    assert test.multiselect(key="way_via").value == ["altynkol"]
    assert test.pills(key="way_allow").value == ["Kyzylorda line"]
    text = html(test)
    assert "2</strong> gauge changes: Altynkol, Akhalkalaki station" in text
    assert "Kyzylorda – Saksaulskaya" in text


def test_a_choice_leads_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch)
    test.selectbox(key="way_to").set_value("kars").run()
    assert test.query_params["to"] == "kars"
    assert "<h2>Altynkol – Kars</h2>" in html(test)
    test.button(key="turn").click().run()
    assert (test.query_params["from"], test.query_params["to"]) == ("kars", "altynkol")
    assert "<h2>Kars – Altynkol</h2>" in html(test)


def test_another_corridor_has_its_own_way_and_stays_on_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch, **{"from": "xian", "to": "kars"})
    test.selectbox(key="corridor_choice").set_value("northern").run()
    assert not test.exception
    assert "<h2>Xi&#x27;an – Duisburg</h2>" in html(test)
    assert test.query_params["corridor"] == "northern,trans-caspian"
    assert "to" not in test.query_params  # the usual way of that corridor
    test.selectbox(key="corridor_choice").set_value("trans-caspian").run()
    assert "<h2>Altynkol – Port of Poti</h2>" in html(test)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"from": "<script>alert(1)</script>"}, "which is no node here; Altynkol is taken"),
        ({"to": "nowhere"}, "which is no node here; Port of Poti is taken"),
        ({"via": "../../etc"}, "which is no node here; that is left out"),
        ({"allow": "x"}, "which is no alternative here"),
        ({"corridor": "nowhere"}, "which is not here"),
        ({"tour": "nowhere"}, "which is not here"),
    ],
)
def test_a_broken_link_gets_a_sentence_and_the_usual_way(
    monkeypatch: pytest.MonkeyPatch, query: dict[str, str], sentence: str
) -> None:
    test = open_page(monkeypatch, **query)
    assert [sentence in info.value for info in test.info] == [True]
    assert "<h2>Altynkol – Port of Poti</h2>" in html(test)


@pytest.mark.parametrize("query", [{"tour": "nowhere"}, {"from": "2025-13-45", "since": "never"}])
def test_a_broken_link_is_answered_in_the_language_that_it_asks_for(
    monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    test = open_page(monkeypatch, lang="de", **query)
    assert all(
        info.value.startswith("Der Link fragt nach") or "im Link ist kein Datum" in info.value for info in test.info
    )
    assert [info.value for info in test.info]
    assert test.query_params["lang"] == "de"


def test_a_way_to_where_one_is_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    test = open_page(monkeypatch, **{"from": "kars", "to": "kars"})
    assert [info.value for info in test.info] == [
        "The way ends where it starts. Choose another end, or a node that it passes."
    ]


def test_every_file_can_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [button.proto.label for button in open_page(monkeypatch).get("download_button")]
    assert labels == [
        "Legs as CSV",
        "Way as GeoJSON",
        "Distances as CSV",
        "Volumes as CSV",
        "Whole network as GeoJSON",
    ]


def test_problems_of_a_corridor_are_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(CORRIDORS / "a-network-in-two-parts", tmp_path / "parts")
    monkeypatch.setattr(listing, "CORRIDORS", tmp_path)
    test = open_page(monkeypatch, **{"from": "alpha", "to": "omega"})
    assert "the network falls into parts" in test.code[0].value
    assert "No way leads there." in test.info[0].value


@pytest.mark.parametrize("name", ["no-nodes-file", ""])
def test_without_nodes_or_corridors_there_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    if name:
        shutil.copytree(CORRIDORS / name, tmp_path / "bare")
    monkeypatch.setattr(listing, "CORRIDORS", tmp_path)
    test = open_page(monkeypatch)
    assert [info.value for info in test.info] == [
        "No corridor with nodes is there. Add a folder to data/corridors, or mend the one that is there."
    ]


def test_a_corridor_with_nothing_on_record_but_its_sections(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No lengths, times, series, facts or members: their headings stay away, and the rest is drawn."""
    folder = tmp_path / "bare"
    shutil.copytree(CORRIDORS / "alpha-to-delta", folder)
    settings = (folder / "corridor.toml").read_text(encoding="utf-8")
    (folder / "corridor.toml").write_text(settings[: settings.index("[[official_length]]")], encoding="utf-8")
    (folder / "volumes.csv").unlink()
    monkeypatch.setattr(listing, "CORRIDORS", tmp_path)
    text = html(open_page(monkeypatch))
    assert "The legs of the way" in text and "<h2>Sources</h2>" in text
    assert "On record" not in text and "Members" not in text and "Beside the length" not in text


def test_series_and_units_never_share_a_chart() -> None:
    corridor = alpha_to_delta()
    volumes = (*corridor.volumes, *(type(v)("other", v.year, 900, 900, v.unit) for v in corridor.volumes))
    html = volume_charts.charts(
        type(corridor)("x", "X", volumes=volumes, series=(*corridor.series, ("other", "Other"))),
        References(corridor.source, ENGLISH),
    )
    first, second = html.split("<figure>")[1:]
    assert "Office of Statistics" in first and "900" not in first
    assert "<span>2</span>" in first  # the end of its own axis
    assert "<span>1,000</span>" in second
    assert "1.5 to 1.7" in first and "class='spread'" in first
    assert first.count("<sup") == len(corridor.volumes)


def test_sources_are_numbered_as_they_are_cited_and_escaped() -> None:
    source = type(alpha_to_delta().sources[0])
    citation = type(alpha_to_delta().citations[0])
    notes = References({"b": source("b", "<b>", "P", "https://example.org/?a&b"), "a": source("a", "A", "Q")}, ENGLISH)
    assert ">1</a></sup>" in notes.cite([citation("b")])
    assert notes.cite([citation("a"), citation("b"), citation("unknown")]).count("<sup") == 2
    assert notes.listed().index("&lt;b&gt;") < notes.listed().index("Q, A")
    assert "https://example.org/?a&amp;b" in notes.listed()


def without(*ids: str) -> Route:
    """From Alpha to Delta where these sections are missing and no length is stated."""
    whole = alpha_to_delta()
    sections = tuple(replace(s, length_km=None) for s in whole.sections if s.id not in ids)
    found = find_route(replace(whole, sections=sections), "alpha", "delta")
    assert found is not None
    return found


def test_a_way_that_is_open_and_known_has_no_warning() -> None:
    assert way_table.warnings(way("alpha", "delta"), ()) == []
    assert way_table.warnings(way("alpha", "gamma", allow=("Old line",)), ("Old line",)) == []


def test_a_way_warns_of_what_is_not_open_or_not_known() -> None:
    alternative, estimated = way_table.warnings(without("beta-gamma"), ())
    assert alternative == "Nothing else leads there, so the way takes an alternative: Old line."
    assert estimated.startswith("No source states a length for ")
    closed, *_ = way_table.warnings(without("gamma-delta"), ())
    assert closed == ("No way is open from end to end. This one takes what is not in use: Beta – Delta (planned).")


def test_text_of_a_corridor_stays_text() -> None:
    """Every text of every record is markup here; none of it comes through."""
    bad = "<img src=x onerror=alert(1)>"
    whole = alpha_to_delta()
    named = replace(
        whole,
        title=bad,
        summary=bad,
        also_called=(bad,),
        nodes=tuple(replace(n, name=bad, note=bad) for n in whole.nodes),
        sections=tuple(replace(s, operator=bad, note=bad, branches=(bad,)) for s in whole.sections),
        volumes=tuple(replace(v, unit=bad, note=bad) for v in whole.volumes),
        series=tuple((id_, bad) for id_, _ in whole.series),
        members=tuple(replace(m, name=bad, role=bad) for m in whole.members),
        facts=tuple(replace(f, text=bad) for f in whole.facts),
        official_lengths=tuple(replace(o, what=bad, note=bad) for o in whole.official_lengths),
        transit_times=tuple(replace(t, note=bad) for t in whole.transit_times),
        sources=tuple(replace(s, title=bad, publisher=bad) for s in whole.sources),
    )
    route, notes = find_route(named, "alpha", "delta"), References(named.source, ENGLISH)
    assert route is not None
    parts = [corridor_record.introduction(named, notes), volume_charts.charts(named, notes)]
    parts += [way_table.figures(route, ENGLISH), way_table.stretches(route, ENGLISH)]
    parts += [part(route, notes) for part in (way_table.table, way_table.times, way_table.lengths)]
    parts += [corridor_record.facts(named, notes), corridor_record.members(named, notes), notes.listed()]
    assert all("&lt;img" in part for part in parts)
    assert not any("<img" in part for part in parts)


def test_a_stop_that_is_an_area_has_no_distance() -> None:
    corridor = load_corridor(listing.CORRIDORS / "trans-caspian").corridor
    table = corridor_record.meeting(with_area(), corridor, ENGLISH)
    assert "<td colspan='4' class='quiet'>an area</td>" in table.split(">Kazakhstan<")[1].split("</tr>")[0]
    assert "an area" not in table.split(">Ashgabat, Turkmenistan<")[1].split("</tr>")[0]


PARTS = ("official_length", "transit_time", "fact", "member", "series", "display", "routing")


@pytest.mark.parametrize("left_out", [*([part] for part in PARTS), [*PARTS, "summary", "topics", "also_called"]])
def test_a_corridor_without_a_part_of_its_record_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: list[str]
) -> None:
    """None of them is needed; a corridor that somebody begins has nodes, sections and a title."""
    shipped = listing.corridor_folder("trans-caspian")
    folder = shutil.copytree(shipped, tmp_path / "corridors" / "begun")
    text = (folder / "corridor.toml").read_text(encoding="utf-8")
    for part in left_out:
        text = re.sub(rf"(?ms)^\[\[?{part}\]\]?$.*?(?=^\[|\Z)|^{part} = (\[.*?\]|.*?)$", "", text)
    (folder / "corridor.toml").write_text(text, encoding="utf-8")
    if len(left_out) > 1:
        for file in ("volumes.csv", "geometry.geojson"):
            (folder / file).unlink()
    monkeypatch.setattr(listing, "CORRIDORS", tmp_path / "corridors")
    test = open_page(monkeypatch, corridor="begun")
    assert "<h2>Sources</h2>" in html(test)
    assert ("Beside the length on record" in html(test)) == ("official_length" not in left_out)
    assert not test.error
