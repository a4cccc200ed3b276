"""PNG, SVG and PDF: their sizes, their text, and the same bytes whoever asks beside whom."""

import re
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import product
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pypdf
import pytest
from matplotlib.image import imread
from matplotlib.text import Text

from mapapp.exports import FORMAT
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.drawing import draw
from mapapp.exports.picture.layout import layout
from mapapp.exports.picture.typeface import Font, plain, shortened, undrawn, wrapped
from mapapp.exports.sheet import SIZES, Sheet
from mapapp.palette import DARK, LIGHT
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.direction import leftward
from tests.exports.picture import snapshots
from tests.exports.picture.snapshots import LANGUAGES, USUAL, fixture, hostile, snapshot
from tests.fixtures.injection import INJECTIONS

FORMS = ("png", "svg", "pdf")


def written(form: str, query: str = "", sheet: Sheet = USUAL) -> bytes:
    return snapshots.written(f"snapshot.{form}", query, sheet)


@cache
def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize(("size", "scale"), [*product(SIZES, (1,)), ("slide", 2), ("social", 4)])
def test_a_png_has_the_pixels_of_its_sheet(size: str, scale: int) -> None:
    height, width, _ = imread(BytesIO(written("png", sheet=Sheet(size, scale)))).shape
    assert (width, height) == (SIZES[size][0] * scale, SIZES[size][1] * scale)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_at_the_edge_of_the_sheet(size: str) -> None:
    """Beside the map the outermost pixels are bare ground."""
    pixels = imread(BytesIO(written("png", sheet=Sheet(size))))[:, :, :3]
    ground = np.array([int(LIGHT.ground[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    for strip in (pixels[-3:, :, :], pixels[:, :4, :] if size in ("slide", "a4", "a3") else pixels[:4, :, :]):
        assert np.abs(strip - ground).max() < 0.01


@pytest.mark.parametrize(("query", "ground"), [("", LIGHT), ("theme=light", LIGHT), ("theme=dark", DARK)])
def test_the_theme_is_that_of_the_view(query: str, ground: object) -> None:
    corner = imread(BytesIO(written("png", query)))[0, 0, :3]
    colour = getattr(ground, "ground")  # noqa: B009
    assert [round(float(c) * 255) for c in corner] == [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


@pytest.mark.parametrize("form", FORMS)
def test_two_visitors_at_once_do_not_disturb_each_other(form: str) -> None:
    asked = [("", Sheet()), ("theme=dark", Sheet("social")), ("lang=ru", Sheet())] * 2
    alone = [written(form, *each) for each in asked[:3]] * 2
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda each: FORMAT[f"snapshot.{form}"].write(snapshot(each[0]), each[1]), asked))
    assert [sha256(content).hexdigest() for content in together] == [sha256(content).hexdigest() for content in alone]


def test_no_setting_of_matplotlib_is_changed_by_drawing() -> None:
    written("png")
    before = dict(mpl.rcParams)
    for form in FORMS:
        FORMAT[f"snapshot.{form}"].write(snapshot("theme=dark"))
    assert dict(mpl.rcParams) == before
    assert "matplotlib.pyplot" not in sys.modules or not sys.modules["matplotlib.pyplot"].get_fignums()


EXPECTED = {
    "en": (
        "KAZAKHSTAN",
        "Railway",
        "27 March 2025",
        "200 km",
        "Boundaries shown",
        "Sources",
        "Ashgabat",
        "The EU's road",
    ),
    "fr": (
        "OUZBÉKISTAN",
        "Chemin de fer",
        "jeudi 27 mars 2025",
        "200 km",
        "Les frontières",
        "Achgabat",
        "The EU's road",
    ),
    "de": (
        "KASACHSTAN",
        "Eisenbahn",
        "Donnerstag, 27. März 2025",
        "Grenzen",
        "Roman Vassilenko, Station",
        "Taschkent",
        "The EU's road",
    ),
    "ru": ("КАЗАХСТАН", "Железная дорога", "четверг, 27 марта 2025", "200 км", "границы", "Ашхабад", "Кая Каллас"),
    "kk": ("ҚАЗАҚСТАН", "Теміржол", "2025 ж. 27 наурыз", "200 км", "шекаралар", "Самарқанд", "Қасым-Жомарт Тоқаев"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_a_pdf_can_be_found(language: str) -> None:
    text = pdf_text(written("pdf", f"lang={language}"))
    for words in EXPECTED[language]:
        assert words in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_an_svg_is_text(language: str) -> None:
    root = ET.fromstring(written("svg", f"lang={language}"))
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    for words in EXPECTED[language]:
        assert any(words in text for text in texts), words


def test_a_date_with_a_full_stop_takes_no_second_one() -> None:
    text = "".join(ET.fromstring(written("svg", "lang=ru")).itertext())
    assert "2026 г." in text
    assert "г.." not in text


def test_an_svg_asks_nobody_for_anything() -> None:
    content = written("svg").decode()
    body = re.sub(r"xmlns(:\w+)?=\"[^\"]*\"|<metadata>.*?</metadata>", "", content, flags=re.DOTALL)
    assert not re.search(r"https?:|<!DOCTYPE|<script|<image|<foreignObject", body)
    assert all(target.startswith(("#", "data:font/woff2")) for target in re.findall(r"url\(([^)]*)\)", body))
    assert "mapapp Sans" not in body and "mapapp Wide" not in body
    assert "letter-spacing" in body


def test_every_clip_of_an_svg_has_an_area() -> None:
    """A rectangle whose height is negative hides all that it clips."""
    root = ET.fromstring(written("svg"))
    clips = list(root.iter("{http://www.w3.org/2000/svg}clipPath"))
    assert clips
    for clip in clips:
        for rect in clip:
            assert float(rect.attrib["width"]) > 100
            assert float(rect.attrib["height"]) > 100


@pytest.mark.parametrize("form", FORMS)
def test_texts_that_would_break_out_are_shown_as_text(form: str, tmp_path: Path) -> None:
    drawn = hostile(tmp_path / "hostile")
    for size in ("slide", "social"):
        content = FORMAT[f"snapshot.{form}"].write(drawn, Sheet(size))
        if form == "svg":
            root = ET.fromstring(content)
            names = {node.tag.rpartition("}")[2] for node in root.iter()}
            assert not names & {"script", "image", "foreignObject", "a"}
            assert not any(name.startswith("on") for node in root.iter() for name in node.attrib)


def test_a_dollar_is_a_dollar() -> None:
    content = FORMAT["snapshot.pdf"].write(fixture("one-visit"), Sheet())
    assert "Bishkek" in pdf_text(content)
    from mapapp.exports.picture.box import Box
    from mapapp.exports.picture.canvas import Canvas
    from mapapp.exports.picture.pdf import pages
    from mapapp.exports.picture.typeface import Ink

    canvas = Canvas(400, 100, LIGHT)
    canvas.box(Box(0, 0, 400, 100), LIGHT.ground)
    canvas.text((10, 40), r"costs $x^2$ or \frac{1}{2}$", Ink(Font(14), LIGHT.ink))
    assert r"costs $x^2$ or \frac{1}{2}$" in pdf_text(pages([canvas.figure], "t"))


@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS)
def test_a_line_is_one_line_that_fits(text: str) -> None:
    line = shortened(text, Font(14), 200)
    assert Font(14).width(line) <= 200
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", line)
    for part in wrapped(text, Font(14), 120, 3):
        assert Font(14).width(part) <= 120


def test_letters_that_no_font_has_become_a_square_and_are_named() -> None:
    assert plain("𓀀𓂀 Xi") == "□□ Xi"
    assert undrawn(["𓀀𓂀 Xi", "a"]) == ("Egyptian",)
    assert plain("🗺 a\nb\u202ec") == "🗺 a bc"
    told = pdf_text(FORMAT["snapshot.pdf"].write(replace(titled("𓀀𓂀"), view=View(language="de"))))
    assert "Keine Schrift hat diese Zeichen, statt ihrer steht □: Egyptian." in " ".join(told.split())
    assert "□:" not in pdf_text(written("pdf"))


SCRIPTS = {
    "Arabic": "لقاء مع وزير الخارجية",
    "Armenian": "Հանդիպում",
    "Bengali": "পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক",
    "Cyrillic": "Ашгабат ўқғҳ",
    "Devanagari": "विदेश मंत्री से मुलाकात",
    "Ethiopic": "አዲስ አበባ",
    "Georgian": "თბილისი",
    "Greek": "Υπουργός",
    "Hebrew": "פגישה עם שר החוץ",
    "Khmer": "កិច្ចប្រជុំ",
    "Lao": "ການປະຊຸມ",
    "Latin": "Ağdaş Éire Đà Nẵng",
    "Myanmar": "အစည်းအဝေး",
    "Persian": "می\u200cخواهم",
    "Sinhala": "හමුවීම",
    "Tamil": "சந்திப்பு",
    "Thai": "การประชุม",
    "emoji": "🤝✈🗺🇰🇿",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_of_the_shipped_fonts_are_drawn(text: str) -> None:
    assert plain(text) == text
    assert undrawn([text]) == ()
    assert 0 < Font(14).width(text) < 400


def titled(title: str) -> Snapshot:
    """One event with that title."""
    drawn = snapshot("country=KZ&corridor=none")
    tour = replace(drawn.tour, events=(replace(drawn.tour.events[0], title=title),))
    return Snapshot(tour, tour, drawn.view)


ARABIC = "لقاء مع وزير الخارجية (C5+1) في 27 مارس"


def lines_of(canvas: Canvas) -> list[tuple[str, float, str]]:
    texts = [artist for artist in canvas.figure.artists if isinstance(artist, Text)]
    return [(text.get_text(), text.get_position()[0], str(text.get_horizontalalignment())) for text in texts]


def test_lines_of_a_text_that_runs_to_the_left_all_do_and_end_at_the_right() -> None:
    """The second line begins with a Latin word; by itself it would run to the right."""
    scene = draw(titled(f"{ARABIC} {ARABIC} {ARABIC}"), Sheet("slide"))
    right = layout("slide").column
    assert right
    found = [(words, x, align) for words, x, align in lines_of(scene.canvas) if "مارس" in words or "C5" in words]
    assert len(found) > 1
    for words, x, align in found:
        assert leftward(words) and align == "right" and x == pytest.approx(right.right)


@pytest.mark.parametrize("width", [60, 90, 140, 220])
def test_no_line_changes_the_direction_of_its_text(width: float) -> None:
    for text, left in ((ARABIC, True), (f"Talks {ARABIC} in Riyadh", False), ("27 באפריל, Almaty", True)):
        assert {leftward(line) for line in wrapped(text, Font(14), width) if re.search(r"[^\W\d]", line)} == {left}


def test_letters_are_joined_and_laid_out_in_their_direction() -> None:
    """Four Arabic letters that join are narrower than the same four apart, and a mark of vowels takes no room."""
    assert Font(40).width("بببب") < 0.8 * Font(40).width("ب\u200cب\u200cب\u200cب")
    assert Font(40).width("कि") < Font(40).width("क") + Font(40).width("इ")


def test_an_svg_lets_each_line_run_as_its_letters_do() -> None:
    content = FORMAT["snapshot.svg"].write(titled(ARABIC), Sheet()).decode()
    assert "unicode-bidi: plaintext" in content
    assert any(ARABIC in "".join(node.itertext()) for node in ET.fromstring(content).iter())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("query", ["country=FR", "country=FR&corridor=none", "tour=us-central-asia-2015&q=nothing"])
def test_an_empty_view_says_that_it_is_empty(form: str, query: str) -> None:
    content = written(form, query)
    if form == "pdf":
        assert "No event fits the filters." in pdf_text(content)
        assert "none of 1" in pdf_text(content)


def test_a_tour_without_events_lists_its_stays() -> None:
    text = pdf_text(FORMAT["snapshot.pdf"].write(fixture("no-events"), Sheet()))
    assert "2 visits" in text and "Osh" in text and "1 April 2025" in text
