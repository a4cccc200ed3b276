"""What stands on a picture: names that never overlap, every stop, and a legend of exactly what is drawn."""

from dataclasses import replace
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text

from mapapp.catalogue.tours import load_tour
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.corridor import calm, ways
from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.legend import key
from mapapp.exports.picture.scalebar import length
from mapapp.exports.picture.scene import Page, Scene
from mapapp.exports.picture.shown import GHOST
from mapapp.exports.picture.sources import numbered
from mapapp.exports.picture.typeface import Font, Ink
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.palette import LIGHT
from mapapp.place import Unknown
from mapapp.position import Position, distance_km
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.language import Words
from mapapp.words.legend import beyond
from tests.exports.picture.snapshots import LANGUAGES, SHIPPED, drawn, drawn_fixture, snapshot
from tests.fixtures import TOURS

FIXTURES = sorted(folder.name for folder in TOURS.iterdir())


VIEWS = (
    "",
    "country=KZ",
    "country=FR",
    "corridor=trans-caspian,northern,instc",
    "corridor=none&theme=dark",
    "at=60,40,3",
)


def checked(scene: Scene) -> None:
    """Names lie inside the map, off each other, off discs, and off the furniture."""
    panel, named = scene.frame.panel, scene.named
    for name, box in named:
        assert panel.holds(box), name
    for (one, a), (other, b) in combinations(named, 2):
        assert not a.overlaps(b), (one, other)
    if not scene.shown.dots:
        for placed in scene.shown.marks:
            for name, box in named:
                assert not box.overlaps(placed.box), (name, placed.mark.id)
    for key_, boxes in scene.along.items():
        assert all(panel.holds(box) for box in boxes), key_
        rest = [box for other, found in scene.along.items() if other != key_ for box in found]
        rest += [placed.box for placed in scene.shown.marks] + [box for _, box in named]
        assert not any(box.overlaps(other) for box in boxes for other in rest), key_
    others = [box for box in scene.taken if box not in [b for _, b in named]]
    for name, box in named:
        assert not any(box.overlaps(other) for other in others), name


@pytest.mark.parametrize(("tour", "size"), [*product(SHIPPED, SIZES)])
def test_names_never_overlap_on_any_sheet(tour: str, size: str) -> None:
    for language in LANGUAGES:
        checked(drawn(f"{tour}&lang={language}", Sheet(size)))


@pytest.mark.parametrize("view", VIEWS)
def test_names_never_overlap_in_any_view(view: str) -> None:
    for size in ("slide", "social"):
        checked(drawn(view, Sheet(size)))


@pytest.mark.parametrize("name", FIXTURES)
def test_names_never_overlap_on_any_tour(name: str) -> None:
    for size in ("slide", "social"):
        checked(drawn_fixture(name, Sheet(size)))


@pytest.mark.parametrize(("tour", "size"), [*product(SHIPPED, SIZES)])
def test_every_stop_has_its_disc_and_its_name(tour: str, size: str) -> None:
    scene = drawn(tour, Sheet(size))
    named = {name for name, _ in scene.named}
    for placed in scene.shown.marks:
        title = placed.mark.place.title
        assert scene.frame.panel.holds(placed.box), placed.mark.id
        assert (beyond(title, outward=placed.beyond == "to") if placed.beyond else title) in named


def test_discs_never_hide_each_other() -> None:
    for sheet in map(Sheet, SIZES):
        crowded = drawn_fixture("two-places-of-one-name", sheet), drawn_fixture("one-city-twice", sheet)
        for scene in (drawn("", sheet), drawn("at=0,0,1", sheet), *crowded):
            boxes = [placed.box for placed in scene.shown.marks]
            for a, b in combinations(boxes, 2):
                ax, bx = a.centre, b.centre
                assert np.hypot(ax[0] - bx[0], ax[1] - bx[1]) > 0.6 * min(a.height, b.height)


@pytest.mark.parametrize(("tour", "size"), [*product(SHIPPED, SIZES)])
def test_no_line_strikes_the_name_of_a_country(tour: str, size: str) -> None:
    for language in ("en", "ru"):
        scene = drawn(f"{tour}&lang={language}", Sheet(size))
        countries = {scene.words.country(code).upper() for code in scene.snapshot.whole.countries}
        lines = [piece for leg in scene.shown.legs for piece in leg.pieces]
        lines += [p for c in scene.snapshot.corridors for way in ways(c, scene.frame) for p in way.pieces]
        dense = [np.vstack([a + (b - a) * np.linspace(0, 1, 60)[:, None] for a, b in pairwise(p)]) for p in lines]
        named = {name for name, _ in scene.named}
        assert len(countries & named) >= len(countries) - 2, countries - named
        for name, box in scene.named:
            if name in countries:
                for points in dense:
                    x, y = points[:, 0], points[:, 1]
                    assert not ((x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)).any(), name


def test_a_corridor_stands_back_until_it_is_the_subject() -> None:
    assert calm(drawn("", Sheet("social")))
    assert not calm(drawn("corridor=trans-caspian", Sheet("social")))
    assert not calm(drawn("country=FR", Sheet("social")))


def written(scene: Scene) -> list[str]:
    return [text.get_text() for text in texts_of(scene)]


def texts_of(scene: Scene) -> list[Text]:
    return [artist for artist in scene.canvas.figure.artists if isinstance(artist, Text)]


def test_the_sheet_says_what_the_tour_is_about_and_counts_only_what_is_filtered() -> None:
    """Below the title; the first line of a social picture is what most readers see."""
    summary = snapshot().whole.summary
    everything = written(drawn("", Sheet("social")))
    assert summary in everything and not any("15 events" in text for text in everything)
    some = written(drawn("country=KZ&lang=de", Sheet("social")))
    assert summary in some
    assert any(text.startswith("Hier gezeigt: 4 von 15 Ereignissen") for text in some)


def test_days_stand_at_the_stops() -> None:
    assert "3–4 Apr" in written(drawn("", Sheet("square")))


def test_parts_of_a_picture_can_be_left_away() -> None:
    whole = drawn("", Sheet("slide"))
    assert "Railway" in written(whole) and "Talks with Foreign Minister Nurtleu" in written(whole)
    bare = drawn("corridor=none", Sheet("slide", legend=False, listed=False, dates=False))
    texts = written(bare)
    assert not {"Railway", "Talks with Foreign Minister Nurtleu", "3–4 Apr"} & {*texts}
    assert bare.frame.panel.width == bare.canvas.width > whole.frame.panel.width
    assert {"Samarkand", "The EU's road to Samarkand"} <= {*texts}


def test_a_large_sheet_uses_its_room() -> None:
    """The list of A3 reaches down to the sources; it used to end in the middle."""
    scene = drawn("", Sheet("a3"))
    column = sorted(text.get_position()[1] for text in texts_of(scene) if text.get_position()[0] < 400)
    gaps = [b - a for a, b in pairwise(column)]
    assert max(gaps) < 0.12 * scene.canvas.height


def test_another_place_on_record_is_no_ring_like_an_announced_stop() -> None:
    """One asks a question, and stands beside a disc that is at its place."""
    scene = drawn()
    assert written(scene).count("?") == 2, "on the map and in the legend"
    for ghost in scene.shown.ghosts:
        ring = Box.around(*ghost.at, GHOST * scene.unit / 2)
        assert not any(ring.overlaps(placed.box) for placed in scene.shown.marks)


@pytest.mark.parametrize(
    "query", [*SHIPPED, "at=69.25,41.3,12", "at=69.25,41.3,18", pytest.param(None, id="across-the-date-line")]
)
def test_the_scale_bar_is_true_at_the_centre_of_the_map(query: str | None) -> None:
    frame = (drawn_fixture("across-the-date-line") if query is None else drawn(query)).frame
    km, pixels = length(frame, 150)
    x, y = frame.panel.centre
    ends = frame.globe(np.array([[x - pixels / 2, y], [x + pixels / 2, y]]))
    a, b = (Position(float(lon), float(lat)) for lon, lat in ends)
    assert distance_km(a, b) == pytest.approx(km, rel=0.01)
    assert f"{km:g}".replace(".", "").strip("0") in {"1", "2", "5"}
    assert 40 < pixels <= 150


def test_a_leg_over_the_date_line_is_one_line_over_the_pacific() -> None:
    scene = drawn_fixture("across-the-date-line")
    for leg in scene.shown.legs:
        assert len(leg.pieces) == 1
        assert np.abs(np.diff(leg.pieces[0], axis=0)).max() < 60


def test_many_marks_are_dots_without_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.fixtures.many_events import write_tour

    tour = load_tour(write_tour(tmp_path_factory.mktemp("many"), 1000), lambda _: Unknown()).tour
    scene = draw(Snapshot(tour, tour, View()), Sheet())
    assert scene.shown.dots
    checked(scene)


def test_a_link_that_frames_a_city_draws_no_disc_outside_the_map() -> None:
    scene = drawn("at=69.2,41.3,9")
    assert [name for name, _ in scene.named if name in ("Tashkent", "Almaty", "Astana")] == ["Tashkent"]


def test_furniture_stands_in_corners_of_its_own() -> None:
    from mapapp.exports.picture.corners import corners

    for size in SIZES:
        scene = drawn("", Sheet(size))
        boxes, hides = corners(scene, key(scene))
        assert not hides
        for (a, _), (b, _) in combinations(boxes.values(), 2):
            assert not a.overlaps(b)
        assert all(scene.frame.panel.holds(box) for box, _ in boxes.values())
        assert set(boxes) == {"legend", "locator", "scale"}


def test_a_box_touches_without_overlapping() -> None:
    assert not Box(0, 0, 1, 1).overlaps(Box(1, 0, 2, 1))
    assert Box(0, 0, 1, 1).overlaps(Box(0.9, 0.9, 2, 2))


def test_a_source_that_a_corridor_cites_twice_has_one_number() -> None:
    shown = snapshot("corridor=trans-caspian")
    corridor = shown.corridors[0]
    twice = replace(corridor, citations=(*corridor.citations, *corridor.citations))
    page = Page(replace(shown, corridors=(twice,)), Canvas(1920, 1080, LIGHT), Words("en"), 20)
    listed = [source for _, source in numbered(page)]
    assert corridor.citations and len(set(listed)) == len(listed)


def test_the_pixels_of_a_picture_go_when_it_is_written() -> None:
    """Artists hold what they were drawn with; without this, 24 large pictures in a row keep some 115 MB each."""
    canvas = Canvas(100, 100, LIGHT)
    canvas.text((10, 50), "words", Ink(Font(20), LIGHT.ink))
    first = canvas.png(1, {})
    held = [value for text in canvas.figure.findobj(Text) for value in vars(text).values()]
    renderers = [value for value in held if isinstance(value, RendererAgg)]
    assert renderers and not any(vars(renderer) for renderer in renderers)
    assert canvas.png(1, {}) == first
