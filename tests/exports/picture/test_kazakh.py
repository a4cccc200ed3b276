"""The letters that Kazakh has and Russian lacks are there in pages, in pictures, and as text in a PDF."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from mapapp.exports import FORMAT
from mapapp.maps.bundle import ASSETS
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from tests.fixtures.shipped import shipped

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
FONTS = ASSETS / "fonts"
OF_PICTURES = Path(__file__).parents[3] / "mapapp" / "exports" / "picture" / "fonts"
FACE = re.compile(r"url\((?P<file>[\w-]+\.woff2)\).*?unicode-range:(?P<range>[^;}]+)", re.DOTALL)


def has(font: Path, letters: str = LETTERS) -> set[str]:
    """Those of the letters that a font has."""
    with TTFont(font) as opened:
        cmap = opened.getBestCmap()
    return {letter for letter in letters if ord(letter) in cmap}


def _within(letter: str, ranges: str) -> bool:
    ends = [part.strip().removeprefix("U+").split("-") for part in ranges.split(",")]
    return any(int(first, 16) <= ord(letter) <= int(last, 16) for first, *_, last in (2 * end for end in ends))


def test_the_fonts_of_pages_have_them_where_the_styles_look_for_them() -> None:
    """A browser asks the files in whose range a letter lies, one after the other."""
    faces = [(face["file"], face["range"]) for face in FACE.finditer((FONTS / "fonts.css").read_text(encoding="utf-8"))]
    for letter in LETTERS:
        files = [file for file, ranges in faces if _within(letter, ranges)]
        assert any(letter in has(FONTS / file) for file in files), letter


@pytest.mark.parametrize("name", ["Regular", "Bold", "Italic"])
def test_the_fonts_of_pictures_have_them(name: str) -> None:
    assert has(OF_PICTURES / f"{name}.ttf") == set(LETTERS)


@pytest.mark.parametrize("name", ["brief.pdf", "snapshot.pdf"])
def test_a_pdf_keeps_them_as_text(name: str) -> None:
    tour, view = shipped("central-asia-2025"), View.parse("lang=kk")
    pdf = FORMAT[name].write(Snapshot(select(tour, view), tour, view))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Самарқанд" in text and "Тоқаев" in text
    assert set("ғқңөұүі") <= set(text)
