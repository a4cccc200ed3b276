"""The picture of the program: a box for each concept in its row, its size in lines, and what it imports."""

from html import escape

from architecture.imports import MODULES, ROWS, concept, concepts

WIDTH, ROW, BOX, GAP, TOP = 1160, 92, 40, 14, 26  # pixels
INK, QUIET, LINE, FILL = "#24292f", "#57606a", "#8c959f", "#f6f8fa"
WHAT = (
    "ground",
    "dates",
    "place",
    "records",
    "one snapshot",
    "read, find, say",
    "choose, bring, draft",
    "maps",
    "put together, write",
    "publish",
    "doors",
)  # of the rows


def svg() -> str:
    """The picture as SVG. Arrows that follow from others are left out, so that those that matter can be seen."""
    boxes, edges = _boxes(), _needed()
    arrows = [_arrow(boxes[a], boxes[b]) for a, others in sorted(edges.items()) for b in sorted(others)]
    height = TOP + ROW * len(ROWS)
    words = "The concepts of mapapp in their rows; an arrow leads from a concept to one that it imports."
    style = f"text {{ font: 13px system-ui, sans-serif; fill: {INK} }} .quiet {{ font-size: 11px; fill: {QUIET} }}"
    marker = (
        '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker>'
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{words}">',
        f"<style>{style}</style>",
        f"<defs>{marker}</defs>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *arrows,
        *(_box(name, place) for name, place in boxes.items()),
        *(
            f'<text class="quiet" x="14" y="{_y(i) + BOX / 2 + 4:.0f}">{i + 1} {WHAT[i]}</text>'
            for i in range(len(ROWS))
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _y(row: int) -> float:
    """The doors are at the top, the ground at the foot."""
    return TOP + ROW * (len(ROWS) - 1 - row)


def _boxes() -> dict[str, tuple[float, float, float]]:
    """Left, top and width of each concept."""
    places = {}
    for number, row in enumerate(ROWS):
        width = min(150.0, (WIDTH - 170 - GAP * len(row)) / len(row))
        left = 150 + (WIDTH - 160 - (width + GAP) * len(row) + GAP) / 2
        for index, name in enumerate(row):
            places[name] = (left + index * (width + GAP), _y(number), width)
    return places


def _box(name: str, place: tuple[float, float, float]) -> str:
    x, y, width = place
    files = [path for path in MODULES if concept(path) == name]
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in files)
    size = (
        f"{len(files)} files, {round(lines, -2) or lines:,} lines" if len(files) > 1 else f"{round(lines, -1):,} lines"
    )
    middle = x + width / 2
    return (
        f'<rect x="{x:.0f}" y="{y}" width="{width:.0f}" height="{BOX}" rx="5" fill="{FILL}" stroke="{LINE}"/>'
        f'<text x="{middle:.0f}" y="{y + 17}" text-anchor="middle" font-weight="600">{escape(name)}</text>'
        f'<text class="quiet" x="{middle:.0f}" y="{y + 32}" text-anchor="middle">{size}</text>'
    )


def _arrow(start: tuple[float, float, float], end: tuple[float, float, float]) -> str:
    x1, y1 = start[0] + start[2] / 2, start[1] + BOX
    x2, y2 = end[0] + end[2] / 2, end[1] - 2
    if y2 < y1:  # within the ground
        y1, y2 = start[1] + BOX / 2, end[1] + BOX / 2
    bend = (y2 - y1) / 2
    path = f"M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}"
    return f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="1.2" marker-end="url(#tip)" opacity="0.75"/>'


def _needed() -> dict[str, set[str]]:
    """The imports between concepts of different rows, without those that follow from others."""
    every = concepts()
    row = {name: number for number, names in enumerate(ROWS) for name in names}
    found = {}
    for name, others in every.items():
        below = {other for other in others if row[other] < row[name]}
        found[name] = {o for o in below if not any(o in _below(every, p) for p in below - {o})}
    return found


def _below(every: dict[str, set[str]], name: str) -> set[str]:
    found: set[str] = set()
    open_ = [name]
    while open_:
        new = every[open_.pop()] - found
        found |= new
        open_ += new
    return found
