"""Colours that everybody can read and tell apart."""

import itertools
import re
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from mapapp.palette import THEMES, Theme, adaptive_css, themed_css

TEXT = 4.5  # contrast that WCAG 2.2 AA asks of text (1.4.3)
GRAPHIC = 3.0  # contrast that it asks of graphical objects (1.4.11)
TEXT_ON = {  # a text colour: the grounds that it stands on without a halo
    "ink": ("ground", "raised", "halo", "accent_ground", "doubt_ground", "land", "other_land", "water"),
    "quiet": ("ground", "raised", "halo", "doubt_ground"),
    "accent": ("ground", "raised", "accent_ground"),
    "doubt": ("ground", "raised", "doubt_ground"),
    "water_ink": ("water", "halo"),
    "country_ink": ("land", "other_land"),
    "other_event": ("raised", "ground", "halo"),
}
LINE_ON = {
    "rail": ("land", "other_land"),
    "sea_route": ("water",),
    "calm_rail": ("land", "other_land"),
    "calm_sea": ("water",),
    "other_event": ("land", "other_land", "water"),
}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def _pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    return [(theme, colour, ground) for theme in THEMES for colour, grounds in table.items() for ground in grounds]


@pytest.mark.parametrize(("theme", "colour", "ground"), _pairs(TEXT_ON))
def test_text_can_be_read_on_its_ground(theme: str, colour: str, ground: str) -> None:
    colours = asdict(THEMES[theme])
    assert contrast(colours[colour], colours[ground]) >= TEXT


@pytest.mark.parametrize(("theme", "colour", "ground"), _pairs(LINE_ON))
def test_lines_can_be_seen_on_their_ground(theme: str, colour: str, ground: str) -> None:
    colours = asdict(THEMES[theme])
    assert contrast(colours[colour], colours[ground]) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_travellers_can_be_read_on_every_ground_and_numbers_on_their_discs(theme: Theme) -> None:
    """The disc of an announced stop has its number in the traveller's colour on a raised ground; if held, reversed."""
    for colour, ground in itertools.product(theme.travellers, (theme.ground, theme.raised, theme.halo)):
        assert contrast(colour, ground) >= TEXT, (colour, ground)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_legs_of_travellers_can_be_seen_on_land_and_water(theme: Theme) -> None:
    for colour, ground in itertools.product(theme.travellers, (theme.land, theme.other_land, theme.water)):
        assert contrast(colour, ground) >= GRAPHIC, (colour, ground)


def seen(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, ...]:
    """The colour as somebody with a full colour-vision deficiency sees it, in linear light."""
    linear = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in linear]
    mixed = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in matrix)
    return tuple(max(0.0, c) ** (1 / 2.2) for c in mixed)


NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
DEUTERANOPIA = (  # Machado, Oliveira and Fernandes (2009), severity 1.0
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA = (  # likewise
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)


@pytest.mark.parametrize("matrix", [NORMAL, DEUTERANOPIA, PROTANOPIA], ids=["normal", "deuteranopia", "protanopia"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_first_two_travellers_are_told_apart_with_any_kind_of_sight(
    theme: Theme, matrix: tuple[tuple[float, float, float], ...]
) -> None:
    """Most tours have one or two; the others are also told apart by the numbers on their discs and by the legend."""
    one, other = (seen(colour, matrix) for colour in theme.travellers[:2])
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_colours_are_written_in_full(theme: Theme) -> None:
    """Maps, pictures and files read #rrggbb; short forms and names are not understood by all of them."""
    single = [getattr(theme, f.name) for f in fields(theme) if f.name != "travellers"]
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in (*single, *theme.travellers))


def test_travellers_repeat_when_the_colours_are_used_up() -> None:
    light = THEMES["light"]
    assert len(set(light.travellers)) == len(light.travellers) == len(THEMES["dark"].travellers)
    assert light.traveller(0) == light.traveller(len(light.travellers)) == light.travellers[0]


def test_tables_name_every_colour_that_text_or_lines_have() -> None:
    """A new kind of ink needs a line in the table above."""
    inks = {f.name for f in fields(Theme) if "ink" in f.name}
    assert inks <= TEXT_ON.keys()


def test_pages_take_their_colours_from_the_palette() -> None:
    """Streamlit's page is light or dark by ``color-scheme``; a colour of its own would be wrong in one of the two."""
    assert "--accent: light-dark(#0b5ea8, #7db8ec);" in adaptive_css()
    package = Path(__file__).parents[1] / "mapapp"
    for style in (*package.glob("ui/*.css"), *package.glob("web/*.css")):
        assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", style.read_text(encoding="utf-8")), style.name


def test_each_theme_has_all_its_colours_under_its_own_name() -> None:
    found = dict(re.findall(r'\[data-theme="(\w+)"\] { ([^}]*) }', themed_css()))
    assert list(found) == list(THEMES)
    for name, theme in THEMES.items():
        declared = dict(re.findall(r"--([\w-]+): ([^;]+);", found[name]))
        assert declared == theme.properties()
