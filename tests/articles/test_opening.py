"""Files of articles: what they state, their limits, and a sentence with a remedy for what cannot be read."""

import io
import sys

import pytest
from docx import Document

from mapapp.articles import opening
from mapapp.articles.opening import child, opened
from mapapp.articles.opening.wrapping import unwrapped
from mapapp.errors import ArticleError

BODY = "Foreign Minister Testa Wendling arrived in Baku on Monday and was received by the President of the country."
PAGE = f"""<!doctype html><html><head><title>Minister in Baku</title>
<meta property="og:title" content="Minister in Baku"><meta property="og:site_name" content="The Invented Gazette">
<meta property="article:published_time" content="2025-05-15T10:00:00Z"><link rel="canonical" href="https://example.org/a">
</head><body><nav><a href="/">Home</a> <a href="/x">Sport</a></nav><article><h1>Minister in Baku</h1><p>{BODY}</p>
<p>In Baku she opened a school for the children of the old town, and then she left for the airport.</p></article>
</body></html>"""


def test_a_text_states_title_date_and_address_in_its_first_lines() -> None:
    article = opened(f"Minister in Baku\n15 May 2025\nhttps://example.org/a\n\n{BODY}\n".encode(), "a.txt")
    assert (article.title, str(article.published), article.url) == (
        "Minister in Baku",
        "2025-05-15",
        "https://example.org/a",
    )
    assert article.text == BODY and article.language == "en"


def test_what_a_text_does_not_state_stays_open() -> None:
    article = opened(BODY.encode())
    assert (article.title, article.published, article.url, article.publisher) == ("", None, "", "")


def test_a_saved_page_is_read_without_its_menus() -> None:
    article = opened(PAGE.encode(), "page.html")
    assert (article.title, article.publisher) == ("Minister in Baku", "The Invented Gazette")
    assert (str(article.published), article.url) == ("2025-05-15", "https://example.org/a")
    assert BODY in article.text and "Sport" not in article.text


def test_a_word_processor_file_is_read_by_paragraphs() -> None:
    document = Document()
    document.core_properties.title = "Minister in Baku"
    document.add_paragraph(BODY)
    document.add_paragraph("In Baku she opened a school.")
    file = io.BytesIO()
    document.save(file)
    article = opened(file.getvalue(), "a.docx")
    assert article.title == "Minister in Baku" and len(article.paragraphs) == 2


def test_a_pdf_is_read_by_paragraphs() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure()
    FigureCanvasAgg(figure)
    for i, line in enumerate(
        ("Foreign Minister Testa Wendling arrived in Baku on", "Monday and met the President of the country.")
    ):
        figure.text(0.05, 0.9 - i * 0.05, line)
    file = io.BytesIO()
    figure.savefig(file, format="pdf")
    assert "arrived in Baku on Monday and met" in opened(file.getvalue(), "a.pdf").text


def test_lines_of_a_page_are_joined_to_paragraphs() -> None:
    lines = ("The minister arrived in the old capi-", "tal of the country on Monday morning, and", "left again.")
    text = "\n".join((*lines, "She will be back in the summer of the year."))
    assert child.paragraphs(text).split("\n")[0].endswith("left again.")
    assert "capital of" in child.paragraphs(text)


def test_a_hyphen_at_the_end_of_a_line_stays_where_it_is_part_of_the_word() -> None:
    lines = (
        "В Тбилиси вернулся премьер-",
        "министр страны. Из Нур-",
        "Султана он при-",
        "летел утром. Чудо-город ждал чудо-",
        "города.",
    )
    assert child.paragraphs("\n".join(lines)) == (
        "В Тбилиси вернулся премьер-министр страны. Из Нур-Султана он прилетел утром. Чудо-город ждал чудо-города."
    )


def test_the_day_below_the_title_of_a_pdf_stands_alone() -> None:
    lines = (
        "Премьер Грузии",
        "прибыл в Ригу",
        "20 мая 2025 года",
        "Премьер-министр прибыл в Ригу с",
        "визитом и встретился с президентом.",
    )
    assert child.paragraphs("\n".join(lines)).split("\n")[:2] == ["Премьер Грузии прибыл в Ригу", "20 мая 2025 года"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Премиерът пристигна в Рига на официално посещение и ще се срещне с министъра.".encode(), "language"),
        ("Қазақстан Президенті Ригаға ресми сапармен барып, елдің премьер-министрімен кездесті.".encode(), "language"),
        (b"%PDF-1.7 nonsense", "damaged"), (b"PK\x03\x04 nonsense", "damaged"), (b"", "No text"),
        ("Le ministre est arrivé à Paris lundi pour une visite de deux jours.".encode(), "language"),
        ("Министр прибув до Києва з робочим візитом, повідомляє її пресслужба.".encode(), "language"),
        (b"x" * (opening.MAX_BYTES + 1), "MB"), (("the of and " * 20_000).encode(), "characters"),
        (b"the of\n" * 1_400_000, "characters"), (b"\n" * 9_000_000, "characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence_with_a_remedy(data: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=words) as refused:
        opened(data)
    assert str(refused.value)[0].isupper() and str(refused.value).count(".") >= 2


def test_a_missing_package_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "requirements-articles.txt" in child.answered(PAGE.encode(), "html")["refused"]


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_WAIT", 0.001)
    with pytest.raises(ArticleError, match="too long"):
        opened(PAGE.encode(), "page.html")


WRAPPED = """Foreign minister tours the Caucasus
15 May 2025

RIGA, May 15 (ABC) - Foreign Minister Testa Wendling arrived in
Baku on Monday, where she met Speaker Probst Anderman, and flew on
to Tbilisi the following day.
During a meeting with Georgia's President, the minister spoke of
trade between both countries, of the ports of the Black Sea and of en-
ergy. She is to visit Batumi on Friday."""


def test_lines_broken_at_a_width_are_the_paragraphs_that_they_were() -> None:
    article = opened(WRAPPED.encode())
    assert article.title == "Foreign minister tours the Caucasus" and str(article.published) == "2025-05-15"
    assert [article.words(p).split()[-1] for p in article.paragraphs] == ["day.", "Friday."]
    assert "arrived in Baku on Monday" in article.text and "of energy. She" in article.text


@pytest.mark.parametrize(
    "text",
    [
        "She met the speaker.\nShe flew on to Riga.\nThe weather was fine on all days.\nThen she went home.",
        "Programme\nMonday, 12 May\n10:00 Meeting with the speaker\n11:00 Visit to the port\n12:00 Departure",
        "- a first point of the list\n- a second point of the list\n- a third point of the list\n- and a last one",
        "One line that is short\n\nAnd another one\n\nAnd a third one\n\nAnd the last one",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str) -> None:
    assert unwrapped(text) == text
