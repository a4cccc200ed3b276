"""Draws land, water, rivers and borders: quiet, thin, below everything."""

from matplotlib.path import Path

from mapapp.exports.picture.basemap import basemap
from mapapp.exports.picture.canvas import Line
from mapapp.exports.picture.scene import Scene


def draw_ground(scene: Scene) -> None:
    """Draw the basemap of the frame into its panel."""
    canvas, theme, panel = scene.canvas, scene.theme, scene.frame.panel
    ground = basemap(scene.frame, scene.snapshot.view.borders)
    canvas.box(panel, theme.ground if ground.world else theme.water)
    if ground.world:
        canvas.shape(ground.world, theme.water, clip=panel)
    countries = scene.snapshot.whole.countries  # a touch warmer than others, whatever is filtered
    for colour, mine in ((theme.other_land, False), (theme.land, True)):
        paths = [path for name, path in ground.land.items() if (name in countries) == mine]
        if paths:
            canvas.shape(Path.make_compound_path(*paths), colour, Line(colour, 0.5), clip=panel)
    for name, path in ground.over:
        canvas.shape(path, theme.land if name in countries else theme.other_land, clip=panel)
    thin = max(0.7, scene.unit * 0.05)
    if ground.rivers:
        canvas.shape(ground.rivers, edge=Line(theme.river, thin), clip=panel)
    if ground.lakes:
        canvas.shape(ground.lakes, theme.water, Line(theme.coast, thin * 0.7), clip=panel)
    for kind, path in ground.lines.items():
        style = {
            "coast": Line(theme.coast, thin),
            "border": Line(theme.border, thin),
            "disputed": Line(theme.border, thin, (thin * 5, thin * 4)),
        }[kind]
        canvas.shape(path, edge=style, clip=panel)
    if ground.world:
        canvas.shape(ground.world, edge=Line(theme.coast, thin), clip=panel)
