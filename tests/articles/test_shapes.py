"""Shapes in which articles come: pages of several systems, tables in DOCX, margins of PDF, encodings of text."""

import io

import pytest
from docx import Document
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from mapapp.articles.opening import opened
from mapapp.articles.opening.child import without_margins
from mapapp.articles.records import Article

FIRST = "Foreign Minister Testa Wendling arrived in Baku on Monday and was received by the President, it was said."
SECOND = (
    "In Baku she opened a school for the children of the old town, and then she flew to Tbilisi to meet the speaker."
)
RUSSIAN = "Министр иностранных дел Норвегии Анна Примерова прибыла в Баку в понедельник, сообщила её пресс-служба."
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
FOOT = "<footer><p>Cookies. All rights reserved.</p></footer>"
PAGES = {
    "a field of the body": f'<html><head><title>Minister in Baku | Ministry</title></head><body>{MENU}<div id="main">'
    '<h1>Minister in Baku</h1><div class="submitted">Published: <span property="dc:date" content="2025-05-15T09:00">'
    f'15 May 2025</span></div><div class="field-body"><p>{FIRST}</p><p>{SECOND}</p></div></div>{FOOT}</body></html>',
    "linked data": '<html><head><title>Minister in Baku - News</title><script type="application/ld+json">{"@context":'
    '"https://schema.org","@type":"NewsArticle","headline":"Minister in Baku","datePublished":"2025-05-15T10:00:00Z"}'
    f'</script></head><body>{MENU}<main><article><h1>Minister in Baku</h1><div class="entry"><p>{FIRST}</p>'
    f"<p>{SECOND}</p></div></article></main><aside><p>Sport of the day</p></aside>{FOOT}</body></html>",
    "an element of time": f"<html><head><title>Minister in Baku</title></head><body>{MENU}<article>"
    f'<h1>Minister in Baku</h1><time datetime="2025-05-15">Thursday</time><p>{FIRST}</p><p>{SECOND}</p></article>'
    f"{FOOT}</body></html>",
    "a table of old": f"<html><head><title>Minister in Baku</title></head><body><table><tr><td>{MENU}</td><td>"
    f"<b>Minister in Baku</b><br>15.05.2025<br><br>{FIRST}<br><br>{SECOND}</td></tr></table></body></html>",
}  # fmt: skip


def _states(article: Article, paragraphs: int) -> None:
    assert (article.title, str(article.published)) == ("Minister in Baku", "2025-05-15")
    assert len(article.paragraphs) == paragraphs and article.text.startswith("Foreign Minister")


@pytest.mark.parametrize("shape", list(PAGES))
def test_a_saved_page_states_title_and_day_and_its_text_begins_with_the_article(shape: str) -> None:
    _states(opened(PAGES[shape].encode(), "page.html"), 2)


def test_a_page_in_an_old_code_page_is_read_by_what_it_says_of_itself() -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Примерова в Баку'
        f"</title></head><body>{MENU}<div class='news'><span>15.05.2025</span><p>{RUSSIAN}</p></div></body></html>"
    )
    article = opened(page.encode("cp1251"), "page.html")
    assert RUSSIAN in article.text and article.language == "ru"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_a_text_is_read_in_the_encoding_that_it_is_in(encoding: str) -> None:
    article = opened(f"Примерова в Баку\r\n15 мая 2025\r\n\r\n{RUSSIAN}\r\n".encode(encoding), "a.txt")
    assert (article.title, str(article.published), article.text) == ("Примерова в Баку", "2025-05-15", RUSSIAN)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_english_text_in_two_bytes_a_letter_needs_no_mark(encoding: str) -> None:
    assert opened(FIRST.encode(encoding), "a.txt").text == FIRST


def test_the_rows_of_a_table_are_lines_of_the_text_where_they_stand() -> None:
    document = Document()
    document.add_heading("Minister in Baku", 0)
    document.add_paragraph("15 May 2025")
    document.add_paragraph(FIRST)
    table = document.add_table(rows=0, cols=2)
    for texts in (("10:00", "Meeting with the speaker in Baku"), ("15:00", "Departure")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(SECOND)
    file = io.BytesIO()
    document.save(file)
    article = opened(file.getvalue(), "a.docx")
    _states(article, 4)
    assert article.text.split("\n")[1:3] == ["10:00 Meeting with the speaker in Baku", "15:00 Departure"]


def _pdf(pages: list[list[tuple[float, float, str]]]) -> bytes:
    file = io.BytesIO()
    with PdfPages(file) as pdf:
        for page in pages:
            figure = Figure(figsize=(6, 8))
            for x, y, line in page:
                figure.text(x, y, line, fontsize=6)
            pdf.savefig(figure)
    return file.getvalue()


def test_two_columns_of_a_pdf_with_margins_and_broken_words_are_one_text() -> None:
    columns = [
        ["Foreign Minister Testa Wendling arrived", "in Baku on Monday and was received by", "the Presi-"],
        ["dent of the country, who spoke of trade", "and of the ports of the Black Sea, the", "ministry said."],
    ]
    pages = [
        [(0.1, 0.95, "Gazette of the Ministry"), (0.8, 0.95, f"Page {number} of 3")]
        + [(0.1 + 0.45 * c, 0.85 - 0.03 * i, line) for c, lines in enumerate(columns) for i, line in enumerate(lines)]
        + [(0.5, 0.05, str(number))]
        for number in (1, 2, 3)
    ]
    text = opened(_pdf(pages), "a.pdf").text
    assert text.count("received by the President of the country") == 3 and "Gazette" not in text and "Page" not in text


def test_a_single_page_keeps_its_lines() -> None:
    assert without_margins(["A title\nA line of text.\n12"]) == ["A title\nA line of text."]
