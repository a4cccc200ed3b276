"""The colours of maps, pictures and pages, in a light and a dark theme.

Travellers take colours of the set by Okabe and Ito (jfly.uni-koeln.de/color), which most colour-blind readers can tell
apart, darkened or lightened until text in them has a contrast of at least 4.5 to 1 on the theme's ground.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb.

    ``ground`` is the page, ``raised`` cards over it, ``shade`` a band in it, ``ink`` text on them; ``halo`` lies behind
    text on the map. ``calm_rail`` and ``calm_sea`` are the lines of a corridor behind a journey, which
    leads. ``land`` are countries of the tour, ``other_land`` all others. ``travellers`` are taken in order
    and repeat.
    """

    ground: str
    raised: str
    shade: str
    ink: str
    quiet: str
    line: str
    accent: str
    accent_ground: str
    doubt: str
    doubt_ground: str
    halo: str
    land: str
    other_land: str
    water: str
    water_ink: str
    coast: str
    border: str
    river: str
    country_ink: str
    rail: str
    rail_tie: str
    sea_route: str
    calm_rail: str
    calm_sea: str
    other_event: str
    travellers: tuple[str, ...]

    def traveller(self, index: int) -> str:
        """The colour of the traveller with that place in the tour's list, counted from 0."""
        return self.travellers[index % len(self.travellers)]

    def css(self) -> str:
        """The colours as CSS custom properties: ``--ink: #1c2733; …``; travellers are ``--traveller-0`` and on."""
        return " ".join(f"--{name}: {value};" for name, value in self.properties().items())

    def properties(self) -> dict[str, str]:
        """The colours by the names of their CSS custom properties, without the dashes in front."""
        colours = {name.replace("_", "-"): value for name, value in asdict(self).items() if name != "travellers"}
        return colours | {f"traveller-{i}": colour for i, colour in enumerate(self.travellers)}


LIGHT = Theme(
    ground="#fcfbf8",
    raised="#ffffff",
    shade="#f2f0ea",
    ink="#1c2733",
    quiet="#56636f",
    line="#dfdcd4",
    accent="#0b5ea8",
    accent_ground="#eaf1f8",
    doubt="#8a5a00",
    doubt_ground="#fdf3dd",
    halo="#ffffff",
    land="#fcf6e8",
    other_land="#efede5",
    water="#d4e4ee",
    water_ink="#376688",
    coast="#93adbd",
    border="#b3a88f",
    river="#a9c9db",
    country_ink="#6d6a60",
    rail="#2c3744",
    rail_tie="#ffffff",
    sea_route="#1f7a9c",
    calm_rail="#85827b",
    calm_sea="#52819b",
    other_event="#2c3744",
    travellers=("#0b5ea8", "#b84a00", "#00785a", "#9a3f78", "#7a6200", "#3a6f93", "#444444"),
)

DARK = Theme(
    ground="#14191f",
    raised="#1c232b",
    shade="#1c232b",
    ink="#eceff2",
    quiet="#a3b0bb",
    line="#323c46",
    accent="#7db8ec",
    accent_ground="#1d2f41",
    doubt="#f0c36d",
    doubt_ground="#33291a",
    halo="#14191f",
    land="#2d3238",
    other_land="#23282e",
    water="#121d27",
    water_ink="#7ea7c4",
    coast="#46586a",
    border="#4b5259",
    river="#27404f",
    country_ink="#98a0a6",
    rail="#d5dbe1",
    rail_tie="#20262d",
    sea_route="#6fc0de",
    calm_rail="#878d94",
    calm_sea="#5b8fa8",
    other_event="#d5dbe1",
    travellers=("#6cb4f0", "#f0944d", "#3fc79c", "#dc93bf", "#d9c14a", "#9bc8ea", "#c8c8c8"),
)

THEMES = {"light": LIGHT, "dark": DARK}


def adaptive_css() -> str:
    """The colours as CSS custom properties that follow ``color-scheme``: ``--ink: light-dark(#1c2733, #eceff2); …``."""
    light, dark = LIGHT.properties(), DARK.properties()
    return " ".join(f"--{name}: light-dark({light[name]}, {dark[name]});" for name in light)


def themed_css() -> str:
    """The colours of each theme for what stands inside an element that names it: ``[data-theme="dark"] { … }``."""
    return "".join(f'[data-theme="{name}"] {{ {theme.css()} }}\n' for name, theme in THEMES.items())
