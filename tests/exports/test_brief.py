"""The brief: each number has a row behind it, doubts are told, and no text becomes markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdf
import pytest
from matplotlib.text import Text

from mapapp.exports import FORMAT
from mapapp.exports.brief.blocks import HEIGHT, MARGIN, WIDTH, Block, Run, fitting, flowing
from mapapp.exports.brief.compact import LOW, SIZES, compact
from mapapp.exports.brief.note import MOST, note
from mapapp.exports.picture.canvas import Canvas
from mapapp.exports.picture.typeface import Font
from mapapp.files import DATA
from mapapp.palette import LIGHT
from mapapp.position import distance_km
from mapapp.snapshot import Snapshot
from mapapp.view import View
from tests.exports.picture import snapshots
from tests.exports.picture.snapshots import fixture, snapshot
from tests.fixtures import TOURS

FORMS = ("md", "docx", "pdf")


def written(form: str, query: str = "") -> bytes:
    return snapshots.written(f"brief.{form}", query)


@cache
def read(form: str, content: bytes) -> str:
    """All words of a file, breaks and runs of spaces as one space."""
    if form == "md":
        words = re.sub(r"^\[map\]:.*$", "", content.decode(), flags=re.MULTILINE)
        words = re.sub(r"\\([^\w\s])", r"\1", words)
    elif form == "pdf":
        words = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    else:
        document = docx.Document(BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        words = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return " ".join(words.split())


@pytest.mark.parametrize("form", FORMS)
def test_it_tells_who_met_whom_where_when_and_with_what_outcome(form: str) -> None:
    words = read(form, written(form))
    for expected in (
        "The EU's road to Samarkand",
        "15 events",
        "Talks with President Tokayev",
        "Kassym-Jomart Tokayev, President of Kazakhstan",
        "Friday 28 March 2025",
        "Almaty, Kazakhstan",
        "1,668 km in 2 legs",
        "The NE Global report names no city for the talks; it writes Brussels and Astana for the two governments [3]",
        "the date is shown as 2026; also said: 22–24 April 2026 [20, 21, 22]",
        "Announced; no source at hand says that it took place",
        "4,256 km rail, 508 km sea",
        "Boundaries shown do not imply official endorsement.",
        "legs.csv: kallas-ashgabat – kallas-tashkent (998 km)",
    ):
        assert expected in words


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_said_to_differ_who_does_not(form: str) -> None:
    """No report that names no city, no postponement, no plenary within a summit, no later and closer date."""
    words = read(form, written(form))
    assert "differ" not in words
    assert "sources differ about the place: Samarkand [2] or Tashkent [1]" in read(
        form, FORMAT[f"brief.{form}"].write(fixture("one-city-twice"))
    )


def test_each_letter_and_number_has_its_footnote() -> None:
    for query in ("", "country=KZ", "tour=us-central-asia-2015", "corridor=trans-caspian,northern,instc"):
        said = note(snapshot(query))
        marks = [footnote.mark for footnote in said.footnotes]
        assert len(marks) == len(set(marks))
        remarks = (said.contents, *said.distances, *said.doubts)
        used = {m for remark in remarks for m in remark.notes} | {m for meeting in said.meetings for m in meeting.notes}
        used |= {
            n
            for remark in said.doubts
            for group in re.findall(r"\[([\d, ]+)\]", remark.text)
            for n in group.split(", ")
        }
        assert used == set(marks)
        assert all(remark.rows for remark in remarks), "every sentence names its rows"


def test_the_rows_that_it_names_are_there() -> None:
    said = note(snapshot())
    folder = DATA / "tours" / "central-asia-2025"
    for remark in (*said.distances, *said.doubts):
        for row in remark.rows:
            path = folder / row.file if "/" not in row.file else DATA / "corridors" / row.file
            first = re.split(r"[,;] | – ", row.ids)[0]
            assert path.is_file()
            if row.file in ("events.csv", "claims.csv", "legs.csv"):
                assert re.search(rf"^{re.escape(first)},", path.read_text(encoding="utf-8"), re.MULTILINE), row


def test_kilometres_are_the_sums_of_the_great_circles() -> None:
    tour = snapshot("tour=us-central-asia-2015").tour
    places = [(tour.visit[leg.start].place.position, tour.visit[leg.end].place.position) for leg in tour.legs]
    total = sum(distance_km(a, b) for a, b in places)
    (remark,) = note(snapshot("tour=us-central-asia-2015")).distances
    assert remark.text == f"Travelled, means of transport not stated: {total:,.0f} km in 6 legs"


def test_modes_are_told_apart() -> None:
    texts = [remark.text for remark in note(fixture("across-the-date-line")).distances]
    assert [text.partition(":")[0] for text in texts] == ["Travelled, by air", "Travelled, by sea"]


def test_an_office_is_named_once() -> None:
    who = [meeting.who for meeting in note(snapshot()).meetings]
    assert sum("High Representative for Foreign Affairs" in words for words in who) == 1


@pytest.mark.parametrize(
    ("query", "heads"),
    [
        ("country=KZ", "When and where Who What, and with what outcome"),
        ("tour=us-central-asia-2015", "When and where Who What, and with what outcome"),
        ("", "When and where What, who, and with what outcome"),
        ("country=FR", "none of 15 events"),
    ],
)
def test_the_pdf_of_the_shipped_tours_has_one_page(query: str, heads: str) -> None:
    """What does not fit in the usual table is set in a compact one, whose heads differ."""
    found = pypdf.PdfReader(BytesIO(written("pdf", query))).pages
    assert len(found) == 1
    assert heads in read("pdf", written("pdf", query))
    width, height = (float(side) / 72 * 25.4 for side in found[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)


def test_the_compact_page_says_all_that_the_brief_says() -> None:
    said = note(snapshot())
    words = read("pdf", written("pdf"))
    expected = [said.title, said.summary, said.closing, *(footnote.text for footnote in said.footnotes)]
    expected += [remark.text for remark in (said.contents, *said.distances, *said.doubts)]
    expected += [part for m in said.meetings for part in (m.headline, m.when, m.where, m.who, m.outcome, m.topics)]
    assert [part for part in expected if part not in words] == []


def test_the_sources_of_the_compact_page_lead_to_their_addresses() -> None:
    (page,) = pypdf.PdfReader(BytesIO(written("pdf"))).pages
    links = {link.get_object()["/A"]["/URI"] for link in page.annotations or ()}
    assert links == {footnote.url for footnote in note(snapshot()).footnotes if footnote.url}


def test_no_letter_of_the_compact_page_is_smaller_than_legible_nor_outside_the_margins() -> None:
    said = note(snapshot())
    pieces = compact(snapshot(), said)
    canvas = Canvas(WIDTH, HEIGHT, LIGHT)
    y = MARGIN
    for piece in pieces:
        before = len(canvas.figure.artists)
        piece.draw(canvas, y)
        drawn = [artist for artist in canvas.figure.artists[before:] if isinstance(artist, Text)]
        assert drawn
        if piece.height < LOW * min(SIZES):  # all but the map, which has the sizes of every map
            assert all(float(text.get_fontsize()) >= 6.5 for text in drawn)
            boxes = [text.get_window_extent() for text in drawn]
            assert all(box.x0 >= MARGIN - 1 and box.x1 <= WIDTH - MARGIN + 1 for box in boxes)
            assert all(y - 1 <= HEIGHT - box.y1 and HEIGHT - box.y0 <= y + piece.height + 1 for box in boxes)
            assert not any(a.x0 < b.x1 and b.x0 < a.x1 - 1 and a.y0 == b.y0 for a, b in pairwise(boxes))
        y += piece.height
    assert y <= HEIGHT - MARGIN + 0.01


def test_a_long_brief_goes_on_to_further_pages_with_nothing_lost(tmp_path: Path) -> None:
    from mapapp.catalogue.tours import load_tour
    from mapapp.place import Unknown
    from tests.fixtures.many_events import write_tour

    tour = load_tour(write_tour(tmp_path / "many", MOST), lambda _: Unknown()).tour
    drawn = Snapshot(tour, tour, View())
    content = FORMAT["brief.pdf"].write(drawn)
    assert len(pypdf.PdfReader(BytesIO(content)).pages) > 1
    words, said = read("pdf", content), note(drawn)
    assert len(said.meetings) == MOST
    assert [m.headline for m in said.meetings if m.headline not in words] == []
    assert [f.text for f in said.footnotes if f.text not in words] == []


def retold(title: str) -> bytes:
    """The printed brief of one event with that title."""
    drawn = snapshot("country=KZ&corridor=none")
    tour = replace(drawn.tour, events=(replace(drawn.tour.events[0], title=title),), claims=())
    return FORMAT["brief.pdf"].write(Snapshot(tour, tour, drawn.view))


def test_the_pdf_draws_many_scripts_and_says_what_it_cannot_draw() -> None:
    words = read("pdf", retold("विदेश मंत्री · การประชุม · አዲስ · לקראת · لقاء 🤝"))
    assert "አዲስ" in words and "No font here" not in words
    assert "No font here has these letters, shown as □: Egyptian." in read("pdf", retold("𓀀𓂀"))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_view_is_a_brief_too(form: str) -> None:
    assert "none of 15 events, France" in read(form, written(form, "country=FR"))
    assert "Which London?" in read(form, FORMAT[f"brief.{form}"].write(fixture("two-places-of-one-name")))


def test_a_long_tour_is_told_to_be_longer(tmp_path: Path) -> None:
    from mapapp.catalogue.tours import load_tour
    from mapapp.place import Unknown
    from tests.fixtures.many_events import write_tour

    tour = load_tour(write_tour(tmp_path / "many", 100), lambda _: Unknown()).tour
    said = note(Snapshot(tour, tour, View()))
    assert len(said.meetings) == MOST
    assert said.more.startswith("60 more events")


def test_the_document_tells_no_time_of_writing() -> None:
    archive = ZipFile(BytesIO(written("docx")))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = docx.Document(BytesIO(written("docx"))).core_properties
    assert (about.title, about.author) == ("The EU's road to Samarkand", "mapapp")
    assert about.created == about.modified and about.created and about.created.year == 2026


def test_the_picture_in_the_document_can_be_read_aloud() -> None:
    shape = docx.Document(BytesIO(written("docx"))).inline_shapes[0]
    assert shape._inline.docPr.get("descr", "").startswith("Map: 15 events")


def test_a_place_in_doubt_stands_beside_others_that_can_be_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_TOURS", str(TOURS))
    said = [remark.text for remark in note(snapshot("tour=names-in-doubt")).doubts if "not sure" in remark.text]
    assert said[0].endswith("the place is not sure, shown is Samarkand, Uzbekistan")
    assert "; it may also be Mashhad, Razavi Khorasan, Iran; " in said[1]
    assert re.search(r"; one of \d+ more$", said[1])


def test_a_page_that_is_full_asks_for_no_more_blocks() -> None:
    """A note that cannot fit a page is tried in many sizes; each attempt ends where the page does."""
    made = []

    def blocks() -> Iterator[Block]:
        for number in range(100):
            made.append(number)
            yield Block(10.0, lambda *_: None)

    assert fitting(blocks(), 35.0) == []
    assert len(made) == 4
    assert len(fitting(islice(blocks(), 3), 30.0)) == 3


def test_running_words_end_where_a_page_does() -> None:
    lines = flowing([Run("word " * 600, Font(9.0))] * 200, 300.0)
    assert HEIGHT / 9.0 <= len(lines) <= HEIGHT / 9.0 + 2
