"""The browser assets that the app serves: complete, licensed, no link to anywhere else."""

import gzip
import re
from pathlib import Path

import pytest

from mapapp.maps import bundle

ASSETS = Path(__file__).parents[2] / "mapapp" / "maps" / "assets"


def ranges() -> list[tuple[int, int]]:
    text = (ASSETS / "fonts" / "fonts.css").read_text(encoding="utf-8")
    found = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", text)
    return [(int(low, 16), int(high or low, 16)) for low, high in found]


def test_leaflet_is_the_version_that_folium_asks_for() -> None:
    assert 'version="1.9.3"' in (ASSETS / "leaflet" / "leaflet.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", ["leaflet/leaflet.css", "fonts/fonts.css"])
def test_a_style_sheet_names_only_files_that_are_served_beside_it(sheet: str) -> None:
    path = ASSETS / sheet
    urls = re.findall(r"url\(['\"]?([^)'\"]+)", path.read_text(encoding="utf-8"))
    files = [url for url in urls if not url.startswith("#")]
    assert files
    for url in files:
        assert (path.parent / url).is_file(), url


def test_nothing_asks_for_a_source_map() -> None:
    assert "sourceMappingURL" not in (ASSETS / "leaflet" / "leaflet.js").read_text(encoding="utf-8")


def test_every_font_file_is_named_by_the_style_sheet_and_is_woff2() -> None:
    text = (ASSETS / "fonts" / "fonts.css").read_text(encoding="utf-8")
    fonts = sorted((ASSETS / "fonts").glob("*.woff2"))
    assert len(fonts) == text.count("@font-face") == 7
    for font in fonts:
        assert f"url({font.name})" in text
        assert font.read_bytes()[:4] == b"wOF2"


@pytest.mark.parametrize(
    "text", ["Kallas, 28 March", "Türkiye Şymkent Ğ ẏ", "Қазақстан Ӯзбекистон Кыргызстан Ґ №", "საქართველო"]
)
def test_one_family_covers_latin_cyrillic_and_georgian(text: str) -> None:
    missing = [letter for letter in text if not any(low <= ord(letter) <= high for low, high in ranges())]
    assert not missing
    css = (ASSETS / "fonts" / "fonts.css").read_text(encoding="utf-8")
    assert set(re.findall(r"font-family: '(.*?)'", css)) == {"Noto Sans"}


def test_the_scripts_of_the_timeline_are_small() -> None:
    names = [name for name in bundle.SCRIPTS if name.startswith("timeline/")]
    assert len(names) == len(list((ASSETS / "timeline").glob("*.js")))
    assert len(gzip.compress("\n".join(map(bundle.code, names)).encode())) <= 7 * 1024


def test_licences_lie_beside_the_files() -> None:
    assert "BSD 2-Clause" in (ASSETS / "leaflet" / "LICENSE").read_text(encoding="utf-8")
    for name in ("OFL.txt", "OFL-Georgian.txt"):
        assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / name).read_text(encoding="utf-8").upper()


def test_a_latin_page_loads_less_than_a_quarter_of_a_megabyte() -> None:
    """Leaflet and the Latin font; browsers fetch the other subsets only when a page has their letters."""
    files = ("leaflet/leaflet.js", "leaflet/leaflet.css", "fonts/fonts.css", "fonts/noto-sans-latin-wght-normal.woff2")
    assert sum((ASSETS / name).stat().st_size for name in files) < 250_000


UI = ASSETS.parents[1] / "ui"
