"""The head of the sheet: the title, and what the picture is about."""

from mapapp.exports.picture.layout import Layout
from mapapp.exports.picture.scene import Page
from mapapp.exports.picture.typeface import Font, Ink, wrapped
from mapapp.words.contents import introduced

SMALLEST = 0.6, 0.8  # of their sizes, to which a long title and a long sentence below it may shrink


def draw_head(page: Page, where: Layout) -> float:
    """Write the title and what is said below it from the top of the sheet; return the y below the last line.

    Above a list they may take several lines; above a map the letters shrink first.
    """
    unit, theme, box = page.unit, page.theme, where.head
    title, said = page.words.say(page.snapshot.whole.title), page.words.said(introduced(page.snapshot))
    span = box.left, box.right
    if where.column:
        title_font, font, most = Font(1.65 * unit, bold=True), Font(0.88 * unit), (3, 5)
    else:
        title_font = _fitting(title, Font(1.75 * unit, bold=True), box.width, SMALLEST[0])
        font, most = _fitting(max(said, key=len), Font(0.95 * unit), box.width, SMALLEST[1]), (1, 2)
    y = box.top
    for index, line in enumerate(wrapped(title, title_font, box.width, most[0])):
        y += title_font.size * (1.18 if index else 1.0)
        page.canvas.within(span, y, line, Ink(title_font, theme.ink))
    y += 0.32 * unit
    for words in said:
        for line in wrapped(words, font, box.width, most[1]):
            y += font.size * 1.36
            page.canvas.within(span, y, line, Ink(font, theme.quiet))
    return y + 0.5 * unit


def _fitting(words: str, font: Font, width: float, least: float) -> Font:
    """The font in the size in which the words fit into a width, but not below a share of its own."""
    share = min(1.0, max(least, width / max(font.width(words), 1)))
    return Font(font.size * share, font.bold)
