"""Puts a picture together: chooses what part of the globe it shows, and draws its parts from the bottom to the top."""

from dataclasses import replace

from mapapp.exports.picture import legend
from mapapp.exports.picture.box import Box
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.corners import corner_box, corners
from mapapp.exports.picture.corridor import draw_corridors
from mapapp.exports.picture.event_list import draw_list
from mapapp.exports.picture.frame import Frame, fitted, framed
from mapapp.exports.picture.ground import draw_ground
from mapapp.exports.picture.head import draw_head
from mapapp.exports.picture.itinerary import draw_itinerary
from mapapp.exports.picture.layout import layout
from mapapp.exports.picture.locator import draw_locator
from mapapp.exports.picture.names import draw_names
from mapapp.exports.picture.scalebar import draw_scalebar
from mapapp.exports.picture.scene import Page, Scene
from mapapp.exports.picture.shown import GHOST, placed, places
from mapapp.exports.picture.sources import draw_credits, draw_sources
from mapapp.exports.sheet import Sheet
from mapapp.palette import THEMES, Theme
from mapapp.snapshot import Snapshot
from mapapp.words.language import Words

TRIES = 9  # so often the map is drawn smaller until no mark lies under the legend
SOURCE_LINES = {"slide": 9, "a4": 9, "a3": 11, "square": 5, "social": 1}


def draw(snapshot: Snapshot, sheet: Sheet) -> Scene:
    """The picture, drawn but not yet written in a format."""
    where = layout(sheet.size, sheet.listed)
    canvas = Canvas(where.width, where.height, theme_of(snapshot))
    canvas.box(Box(0, 0, where.width, where.height), canvas.theme.ground)
    page = Page(snapshot, canvas, Words(snapshot.language), where.unit, sheet=sheet)
    top = draw_head(page, where)
    if where.column:
        low = draw_sources(page, where.column, SOURCE_LINES[sheet.size])
        draw_list(page, Box(where.column.left, top, where.column.right, low - 0.6 * where.unit))
        panel = where.panel
    else:
        foot = Box(where.margin, top, where.width - where.margin, where.panel.bottom)
        low = draw_sources(page, foot, SOURCE_LINES[sheet.size])
        panel = Box(0, round(top), where.width, round(low - 0.5 * where.unit))
    draw_credits(page, where.credits)
    return draw_map(page, panel)


def theme_of(snapshot: Snapshot) -> Theme:
    """The colours that the view asks for; light where it leaves that to the reader's screen, which a file has not."""
    return THEMES["dark" if snapshot.view.theme == "dark" else "light"]


def draw_map(page: Page, panel: Box) -> Scene:
    """The map alone, with names, legend, scale bar and locator, in a panel of a page."""
    unit = page.unit
    scene, drawn = _composed(page, panel)
    boxes, _ = corners(scene, drawn)
    scene.taken += [box for box, _ in boxes.values()]
    draw_ground(scene)
    draw_corridors(scene)
    draw_itinerary(scene)
    scene.taken += [p.box.grown(0.1 * unit) for p in scene.shown.marks] if not scene.shown.dots else []
    scene.taken += [Box.around(*ghost.at, GHOST * unit / 2) for ghost in scene.shown.ghosts]
    draw_names(scene)
    if "legend" in boxes:
        rest = legend.left(drawn, scene.along)
        if rest.rows:
            legend.draw_legend(scene, corner_box(panel, legend.size(scene, rest), boxes["legend"][1]), rest)
    if "locator" in boxes:
        draw_locator(scene, boxes["locator"][0])
    draw_scalebar(scene, boxes["scale"][0], right=boxes["scale"][1].endswith("r"))
    return scene


def _composed(page: Page, panel: Box) -> tuple[Scene, legend.Key]:
    """The scene in a frame that leaves all marks free, and its legend."""
    snapshot, unit = page.snapshot, page.unit
    frame = _frame(snapshot, panel, unit)
    for attempt in range(TRIES):
        shown = placed(snapshot, frame, unit, page.words)
        scene = Scene(snapshot, page.canvas, page.words, unit, frame, shown, sheet=page.sheet)
        drawn = legend.key(scene)
        _, hides = corners(scene, drawn)
        if not hides or snapshot.view.framing or frame.world or attempt == TRIES - 1:
            break
        frame = replace(frame, scale=frame.scale * 1.07)
    return scene, drawn


def _frame(snapshot: Snapshot, panel: Box, unit: float) -> Frame:
    if snapshot.view.framing:
        return framed(snapshot.view.framing, panel)
    aside, above = min(6.0 * unit, 0.14 * panel.width), min(3.6 * unit, 0.12 * panel.height)
    return fitted(places(snapshot), panel, Box(aside, above, aside, 1.3 * above))
