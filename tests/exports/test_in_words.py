"""The map in words within the saved file and the published page: whole, closed at first, and escaped."""

import re
from dataclasses import replace

from mapapp import assembly
from mapapp.exports import FORMATS, html
from mapapp.exports.in_words import in_words
from mapapp.geography import passages
from mapapp.publishing.addresses import Published
from mapapp.publishing.pages import tour_page
from mapapp.snapshot import Snapshot
from mapapp.view import View


def test_each_sentence_of_the_page_in_words_is_there() -> None:
    snapshot = assembly.snapshot(View())
    told = in_words(snapshot)
    assert told.count("<li>") == sum(len(passage.sentences) for passage in passages(snapshot)) > 10
    assert "Farthest north is Astana, Kazakhstan" in told
    assert "It passes Tashkent." in told


def test_it_is_closed_and_beside_what_scripts_write() -> None:
    text = html.write(assembly.snapshot(View())).decode()
    assert '<aside id="panel" aria-label="Filters and events"><details class="in-words"><summary>' in text


def test_a_file_saved_with_filters_tells_the_whole_tour_as_it_holds_the_whole() -> None:
    assert in_words(assembly.snapshot(View.parse("country=UZ"))) == in_words(assembly.snapshot(View()))


def test_corridors_that_the_view_leaves_out_are_not_told() -> None:
    snapshot = assembly.snapshot(View())
    assert "It passes Tashkent." not in in_words(replace(snapshot, corridors=()))


def test_what_data_says_is_text() -> None:
    snapshot = assembly.snapshot(View())
    whole = replace(snapshot.whole, title="<script>alert(1)</script>")
    told = in_words(replace(snapshot, whole=whole))
    assert "<script" not in told
    assert "&lt;script&gt;" in told


def test_a_tour_without_places_has_no_section() -> None:
    whole = replace(assembly.snapshot(View()).whole, visits=(), events=(), legs=())
    assert not in_words(Snapshot(whole, whole, View(whole.id)))


def test_the_published_page_has_it_between_events_and_files() -> None:
    snapshot = assembly.snapshot(View())
    page = tour_page(Published("x", snapshot), "", {format_.name: 1 for format_ in FORMATS}).decode()
    assert re.search(r"<h2>Events</h2>.*<details class=\"in-words\">.*<h2>Files</h2>", page, re.DOTALL)
