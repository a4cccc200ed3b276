"""The brief in a language that runs to the left: its columns begin at the right."""

from io import BytesIO

import docx
import pytest
from matplotlib.text import Text

from mapapp.exports.brief import pdf
from mapapp.exports.brief.blocks import MARGIN, WIDTH, spans
from mapapp.exports.brief.note import note
from mapapp.exports.brief.remarks import WHAT, WHEN_AND_WHERE, WHO, ended
from mapapp.words.language import Words
from tests.exports.picture import snapshots
from tests.exports.picture.snapshots import snapshot


def test_columns_stand_the_other_way_round_with_their_gaps() -> None:
    straight, mirrored = (spans((0.2, 0.3, 0.5), 8, Words(language)) for language in ("en", "ar"))
    assert straight[0][0] == MARGIN and straight[-1][1] == WIDTH - MARGIN
    assert straight[1][0] - straight[0][1] == pytest.approx(8)
    assert mirrored == [(WIDTH - right, WIDTH - left) for left, right in straight]


def test_the_heads_of_a_pdf_go_from_right_to_left() -> None:
    shown = snapshot("lang=ar")
    said = note(shown)
    canvas = next(iter(pdf._set(list(pdf._blocks(shown, said, pdf.SIZES[0])))))
    at = {text.get_text(): text.get_position()[0] for text in canvas.figure.findobj(Text) if isinstance(text, Text)}
    when, who, what = (
        next(x for words, x in at.items() if words.strip("\u200f\u2067\u2069") in {head, head[::-1]})
        for head in said.words.said((WHEN_AND_WHERE, WHO, WHAT))
    )
    assert when > who > what


def test_a_table_of_word_is_mirrored_in_arabic_alone() -> None:
    for query, mirrored in (("lang=ar", True), ("lang=ru", False)):
        document = docx.Document(BytesIO(snapshots.written("brief.docx", query)))
        assert ("w:bidiVisual" in document.element.xml) is mirrored


def test_a_date_with_a_full_stop_takes_no_second_one() -> None:
    assert [ended(text) for text in ("28 марта 2025 г.", "28 March 2025")] == ["28 марта 2025 г.", "28 March 2025."]
    shown = snapshot("lang=ru&country=KZ")
    said = note(shown)
    canvases = pdf._set(list(pdf._blocks(shown, said, pdf.SIZES[0])))
    texts = [text.get_text() for canvas in canvases for text in canvas.figure.findobj(Text) if isinstance(text, Text)]
    assert any("г." in text for text in texts)
    assert [text for text in texts if ".." in text] == []
