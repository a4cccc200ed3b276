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
from mapapp.routing.enquiry import Enquiry
from mapapp.routing.route import Route, find_route
from mapapp.tour import Tour
from mapapp.ui import address, corridor_record, frame, menu, problems, share, volume_charts, who
from mapapp.ui import route_choice as way_choice
from mapapp.ui import route_table as way_table
from mapapp.ui.references import References
from mapapp.ui.text import plain

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
    tour = assembly.loaded(view.tour, viewer).tour
    corridor = way_choice.chosen_corridor(tour, view)
    if corridor is None or not corridor.nodes:
        menu.draw(view)
        st.info("No corridor with nodes is there. Add a folder to data/corridors, or mend the one that is there.")
        return
    menu.entitle(corridor.title, tour.title)
    enquiry = way_choice.current(corridor)
    route = find_route(corridor, enquiry.start, enquiry.end, via=enquiry.via, allow=enquiry.allow)
    notes = References(corridor.source)
    with st.container(key="way_map"):
        frame.route_frame(tour, view, corridor, route)
    with st.container(key="way_panel", gap="small"):
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            menu.draw(view)
            share.button(tour, replace(view, corridors=(corridor.id,)), viewer, "corridor", enquiry.pairs())
        st.html(corridor_record.introduction(corridor, notes))
        way_choice.choose_corridor(corridor)
        way_choice.choose_way(corridor)
        for words in (*address.notices(), *way_choice.sentences()):
            st.info(plain(words))
    with st.container(key="way_body", gap="small"):
        _way(corridor, enquiry, route, notes)
        _meeting(tour, corridor)
        _record(corridor, notes)
        problems.draw(assembly.loaded_corridor(corridor.id).problems, "this corridor")
    way_choice.write(view, corridor, enquiry)


def _way(corridor: Corridor, enquiry: Enquiry, route: Route | None, notes: References) -> None:
    start, end = corridor.node[enquiry.start], corridor.node[enquiry.end]
    st.html(f"<h2>{escape(start.name)} – {escape(end.name)}</h2>")
    if route is None:
        st.info("No way leads there. Choose another end, or take a node out of “By way of”.")
        return
    if not route.steps:
        st.info("The way ends where it starts. Choose another end, or a node that it passes.")
        return
    for words in way_table.warnings(route, enquiry.allow):
        st.html(f"<p class='warning'>{escape(words)}</p>")
    st.html(way_table.figures(route) + way_table.stretches(route))
    st.html(way_table.table(route, notes))
    name = f"{corridor.id}-{enquiry.start}-{enquiry.end}"
    with st.container(key="way_files", horizontal=True):
        _file("Legs as CSV", lambda: route_csv(route), f"{name}.csv", _CSV)
        _file("Way as GeoJSON", lambda: route_geojson(route), f"{name}.geojson", _GEOJSON)
    _under("Transit time", way_table.times(route, notes))
    _under("Beside the length on record", way_table.lengths(route, notes))


def _meeting(tour: Tour, corridor: Corridor) -> None:
    table = corridor_record.meeting(tour, corridor)
    if table:
        words = f"{corridor_record.spoken(tour, corridor)} Distances to a section are those to the line as it is drawn."
        st.html(f"<h2>Where the tour meets it: {escape(tour.title)}</h2><p class='quiet'>{escape(words)}</p>{table}")
        with st.container(key="meeting_files", horizontal=True):
            name = f"{tour.id}-{corridor.id}.csv"
            _file("Distances as CSV", lambda: encounters_csv(tour, corridor), name, _CSV)


def _record(corridor: Corridor, notes: References) -> None:
    charts = volume_charts.charts(corridor, notes)
    if charts:
        words = "Each series counts in its own way. They stand side by side and are never added, joined or compared."
        st.html(f"<h2>Volumes by year</h2><p class='quiet'>{words}</p>{charts}")
        with st.container(key="volume_files", horizontal=True):
            _file("Volumes as CSV", lambda: volumes_csv(corridor), f"{corridor.id}-volumes.csv", _CSV)
    _under("On record", corridor_record.facts(corridor, notes))
    _under("Members", corridor_record.members(corridor, notes))
    st.html(f"<h2>Sources</h2>{notes.listed()}<p class='quiet'>{escape(corridor.credit)}</p>")
    with st.container(key="network_files", horizontal=True):
        name = f"{corridor.id}.geojson"
        _file("Whole network as GeoJSON", lambda: network_geojson(corridor), name, _GEOJSON)


def _under(title: str, html: str) -> None:
    """Draw HTML under a heading of ours; nothing where there is none, which Streamlit would take for a mistake."""
    if html:
        st.html(f"<h2>{title}</h2>{html}")


def _file(label: str, write: Callable[[], bytes], name: str, media_type: str) -> None:
    st.download_button(plain(label), write, name, media_type, key=f"file_{label}", on_click="ignore")
