"""The head of the sheet: the title, and what the picture shows in one line."""

from mapapp.exports.picture.box import Box
from mapapp.exports.picture.scene import Scene
from mapapp.exports.picture.typeface import Font, Ink, wrapped

SMALLEST = 0.6  # of its size, to which a long title may shrink


def draw_head(scene: Scene, box: Box, narrow: bool) -> float:
    """Write title and contents from the top of the box; return the y below the last line.

    In a ``narrow`` column they may take several lines; in a band over the map the letters shrink until they fit.
    """
    unit, theme = scene.unit, scene.theme
    title_size, text_size = (1.65 if narrow else 1.75) * unit, (0.88 if narrow else 0.95) * unit
    words = scene.words.contents(scene.snapshot)
    title = scene.snapshot.whole.title
    if not narrow:
        wide = Font(title_size, bold=True).width(title)
        title_size *= min(1.0, max(SMALLEST, box.width / max(wide, 1)))
    titles = wrapped(title, Font(title_size, bold=True), box.width, 3 if narrow else 1)
    lines = wrapped(words, Font(text_size), box.width, 5 if narrow else 2)
    y = box.top
    for line in titles:
        y += title_size * (1.0 if line is titles[0] else 1.18)
        scene.canvas.text((box.left, y), line, Ink(Font(title_size, bold=True), theme.ink))
    y += 0.32 * unit
    for line in lines:
        y += text_size * 1.36
        scene.canvas.text((box.left, y), line, Ink(Font(text_size), theme.quiet))
    return y + 0.45 * unit
