"""The page of a corridor: a way through it on the map and leg by leg, its volumes, and where the tour meets it."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from mapapp import assembly
from mapapp.corridor import Corridor
from mapapp.exports.corridor_csv import encounters_csv, route_csv, volumes_csv
from mapapp.exports.corridor_geojson import network_geojson, route_geojson
from mapapp.message import series, tr
from mapapp.routing.enquiry import Enquiry
from mapapp.routing.route import Route, find_route
from mapapp.tour import Tour
from mapapp.ui import address, corridor_record, frame, language, menu, problems, share, volume_charts, ways_beside, who
from mapapp.ui import route_choice as way_choice
from mapapp.ui import route_table as way_table
from mapapp.ui.references import References
from mapapp.ui.text import plain
from mapapp.words.language import Words
from mapapp.words.told_corridor import told_corridor

_STYLE = (Path(__file__).parent / "corridor_page.css").read_text(encoding="utf-8")
_CSV, _GEOJSON = "text/csv", "application/geo+json"


def show() -> None:
    """Draw the page for the view and the way in the address."""
    st.html(f"<style>{_STYLE}</style>")
    _page()


@st.fragment
def _page() -> None:
    viewer = who.viewer()
    view = address.current(viewer)
    words = language.spoken(view)
    tour = assembly.loaded(view.tour, viewer).tour
    corridor = way_choice.chosen_corridor(tour, view)
    if corridor is None or not corridor.nodes:
        menu.draw(view, words)
        said = tr("No corridor with nodes is there. Add a folder to data/corridors, or mend the one that is there.")
        st.info(plain(said, words))
        return
    corridor = told_corridor(corridor, words.language)
    menu.entitle(words, corridor.title, tour.title)
    enquiry = way_choice.current(corridor)
    route = find_route(corridor, enquiry.start, enquiry.end, via=enquiry.via, allow=enquiry.allow)
    notes = References(corridor.source, words)
    with st.container(key="way_map"):
        frame.route_frame(tour, view, corridor, route, words)
    with st.container(key="way_panel", gap="small"):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view, words)
            shown = replace(view, tour=tour.id, corridors=(corridor.id,))
            share.button(shown, viewer, words, "corridor", enquiry.pairs())
        st.html(corridor_record.introduction(corridor, notes))
        way_choice.choose_corridor(corridor, words)
        way_choice.choose_way(corridor, words)
        for notice in (*address.notices(), *way_choice.sentences()):
            st.info(plain(notice, words))
    with st.container(key="way_body", gap="small"):
        _way(corridor, enquiry, route, notes)
        _meeting(tour, corridor, words)
        _record(corridor, notes)
        problems.draw(assembly.loaded_corridor(corridor.id).problems, words, corridor=True)
    way_choice.write(view, corridor, enquiry)


def _way(corridor: Corridor, enquiry: Enquiry, route: Route | None, notes: References) -> None:
    words, start, end = notes.words, corridor.node[enquiry.start], corridor.node[enquiry.end]
    st.html(f"<h2>{escape(words.say(start.name))} – {escape(words.say(end.name))}</h2>")
    if route is None:
        st.info(plain(tr("No way leads there. Choose another end, or take a node out of “By way of”."), words))
        return
    if not route.steps:
        st.info(plain(tr("The way ends where it starts. Choose another end, or a node that it passes."), words))
        return
    for said in way_table.warnings(route, enquiry.allow):
        st.html(f"<p class='warning'>{escape(words.say(said))}</p>")
    st.html(way_table.figures(route, words) + way_table.stretches(route, words))
    found = ways_beside.ways(corridor, enquiry, route, assembly.corridors())
    _under(tr("Ways side by side"), ways_beside.table(found, words), words)  # asked for, so seen before the long table
    st.html(way_table.table(route, notes))
    name = f"{corridor.id}-{enquiry.start}-{enquiry.end}"
    with st.container(key="way_files", horizontal=True):
        _file(tr("Legs as CSV"), words, lambda: route_csv(route), f"{name}.csv", _CSV)
        _file(tr("Way as GeoJSON"), words, lambda: route_geojson(route), f"{name}.geojson", _GEOJSON)
    _under(tr("Transit time"), way_table.times(route, notes), words)
    _under(tr("Beside the length on record"), way_table.lengths(route, notes), words)


def _meeting(tour: Tour, corridor: Corridor, words: Words) -> None:
    table = corridor_record.meeting(tour, corridor, words)
    if table:
        drawn = tr("Distances to a section are those to the line as it is drawn.")
        said = escape(words.say(series((corridor_record.spoken(tour, corridor), drawn), " ")))
        heading = escape(words.say(tr("Where the tour meets it: {tour}", tour=tour.title)))
        st.html(f"<h2>{heading}</h2><p class='quiet'>{said}</p>{table}")
        with st.container(key="meeting_files", horizontal=True):
            name = f"{tour.id}-{corridor.id}.csv"
            _file(tr("Distances as CSV"), words, lambda: encounters_csv(tour, corridor), name, _CSV)


def _record(corridor: Corridor, notes: References) -> None:
    words, charts = notes.words, volume_charts.charts(corridor, notes)
    if charts:
        said = tr("Each series counts in its own way. They stand side by side and are never added, joined or compared.")
        heading = escape(words.say(tr("Volumes by year")))
        st.html(f"<h2>{heading}</h2><p class='quiet'>{escape(words.say(said))}</p>{charts}")
        with st.container(key="volume_files", horizontal=True):
            _file(tr("Volumes as CSV"), words, lambda: volumes_csv(corridor), f"{corridor.id}-volumes.csv", _CSV)
    _under(tr("On record"), corridor_record.facts(corridor, notes), words)
    _under(tr("Members"), corridor_record.members(corridor, notes), words)
    credit = f"<p class='quiet'>{escape(words.say(corridor.credit))}</p>"
    st.html(f"<h2>{escape(words.say(tr('Sources')))}</h2>{notes.listed()}{credit}")
    with st.container(key="network_files", horizontal=True):
        name = f"{corridor.id}.geojson"
        _file(tr("Whole network as GeoJSON"), words, lambda: network_geojson(corridor), name, _GEOJSON)


def _under(title: str, html: str, words: Words) -> None:
    """Draw HTML under a heading of ours; nothing where there is none, which Streamlit would take for a mistake."""
    if html:
        st.html(f"<h2>{escape(words.say(title))}</h2>{html}")


def _file(label: str, words: Words, write: Callable[[], bytes], name: str, media_type: str) -> None:
    st.download_button(plain(label, words), write, name, media_type, key=f"file_{label}", on_click="ignore")
