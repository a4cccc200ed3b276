"""The brief as a Word document, to be edited further."""

import datetime as dt
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mapapp.archive import zipped
from mapapp.errors import MapappError
from mapapp.exports.brief.note import Footnote, Meeting, Note, note, topics
from mapapp.exports.brief.remarks import ROWS, SOURCES, WHAT_AND_WHO, WHEN_AND_WHERE, Remark, ended
from mapapp.exports.brief.ruling import WIDTH, finished, ruled
from mapapp.exports.picture.panel import panel
from mapapp.languages import ENGLISH
from mapapp.message import tr
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot
from mapapp.words.contents import as_of
from mapapp.words.direction import leftward, parts
from mapapp.words.language import Words

COLUMNS = ((WHEN_AND_WHERE, 3.7), (WHAT_AND_WHO, 15.1))  # cm
TYPEFACE = "Arial"  # where a machine has none, its stand-in has letters of the same width, so that lines break alike
FULL, OVERFULL = (
    5000,
    9000,
)  # letters outside the map, from which on a page is set closely, and as closely as can be read
UNDATED = dt.datetime(2000, 1, 1)
INK, QUIET, ACCENT = (RGBColor.from_string(colour[1:].upper()) for colour in (LIGHT.ink, LIGHT.quiet, LIGHT.accent))


@dataclass(frozen=True, slots=True)
class Setting:
    """Sizes of letters in the table and below it, height of the map (pixels, of 1400), one line for each remark."""

    body: Pt
    small: Pt
    height: int
    listed: bool


USUAL = Setting(Pt(8), Pt(7), 560, True)
CLOSE, CLOSEST = Setting(Pt(7), Pt(6.5), 370, False), Setting(Pt(6.5), Pt(6.5), 350, False)


def write(snapshot: Snapshot) -> bytes:
    """The file; the same snapshot gives the same bytes."""
    said = note(snapshot)
    length = _length(said)
    setting = CLOSEST if length > OVERFULL else CLOSE if length > FULL else USUAL
    document = Document()
    _page(document)
    _properties(document, said, as_of(snapshot.whole))
    _words(document.add_heading(level=0), said.title, Pt(16), bold=True)
    if said.summary:
        _words(document.add_paragraph(), said.summary, Pt(9.5))
    _remark(document.add_paragraph(), said.contents, Pt(9), bold=True)
    picture = document.add_picture(BytesIO(panel(snapshot, 1400, setting.height, 2)), width=Cm(WIDTH))
    picture._inline.docPr.set("descr", said.words.say(tr("Map: {contents}", contents=said.contents.text)))
    for side in ("distT", "distB", "distL", "distR"):
        picture._inline.set(side, "0")  # where nothing is said, LibreOffice leaves room, which pushes it off the page
    _table(document, said, setting)
    if said.more:
        _words(document.add_paragraph(), said.more, setting.small)
    for heading, remarks in said.sections:
        _remarks(document, said.words.say(heading), remarks, setting)
    for heading, numbered in ((SOURCES, True), (ROWS, False)):
        found = [footnote for footnote in said.footnotes if footnote.mark.isdigit() == numbered]
        if found:
            paragraph = document.add_paragraph()
            _words(paragraph, f"{said.words.say(heading)}. ", setting.small, bold=True)
            _footnotes(document, paragraph, found, setting.small)
    _words(document.add_paragraph(), said.closing, setting.small, quiet=True)
    out = BytesIO()
    try:
        document.save(out)
    except (ValueError, struct.error):  # of python-docx, whose parts bear the time of writing until we take it away
        sentence = tr(
            "The clock of this machine shows a year that no Word file can hold. Set it right, then try again."
        )
        raise MapappError(sentence) from None
    return timeless(out.getvalue())


def _length(said: Note) -> int:
    """How many letters stand outside the map."""
    table = (part for m in said.meetings for part in (m.when, m.where, m.headline, m.who, m.outcome, m.topics))
    remarks = (remark.text for _, remarks in said.sections for remark in remarks)
    footnotes = (footnote.text for footnote in said.footnotes)
    return sum(map(len, (said.summary, said.closing, *table, *remarks, *footnotes)))


def timeless(archive: bytes) -> bytes:
    """A zip archive with the same files, none of which tells when it was written."""
    with ZipFile(BytesIO(archive)) as read:
        return zipped({name: read.read(name) for name in read.namelist()})


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21.0 - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(1.0)
    section.header_distance = section.footer_distance = Cm(0.5)
    for name in ("Normal", "Heading 2", "Title", "List Bullet"):
        style = document.styles[name]
        font, spaces = style.font, style.paragraph_format
        spaces.space_before, spaces.space_after, spaces.line_spacing = Pt(0), Pt(2), 1.0
        font.color.rgb = INK
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        fonts.attrib.clear()  # the template names fonts of a theme, which every program has others for
        for letters in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(letters), TYPEFACE)
    for border in document.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(4)


def _properties(document: WordDocument, said: Note, date: dt.date | None) -> None:
    about = document.core_properties
    moment = dt.datetime.combine(date, dt.time.min) if date else UNDATED
    about.title, about.author, about.last_modified_by = said.title[:255], "mapapp", "mapapp"
    about.created = about.modified = moment
    about.comments, about.language = "", "en-GB" if said.words.language == ENGLISH else said.words.language


def _words(paragraph: Paragraph, words: str, size: Pt, bold: bool = False, quiet: bool = False) -> list[Run]:
    """Add words to a paragraph, which runs to the left where its first words do; returns the pieces they are in."""
    if not paragraph.runs and leftward(words):
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr")
    runs = []
    for piece, left in parts(words):
        run = paragraph.add_run(piece)
        run.font.size, run.font.bold = size, bold or None
        if left:  # letters that run to the left have a size and weight of their own
            run.font.rtl, run.font.cs_bold = True, bold or None
            own = OxmlElement("w:szCs")
            own.set(qn("w:val"), str(round(size.pt * 2)))
            run._r.get_or_add_rPr().find(qn("w:sz")).addnext(own)
        if quiet:
            run.font.color.rgb = QUIET
        runs.append(run)
    return runs


def _marks(paragraph: Paragraph, marks: Iterable[str], size: Pt) -> None:
    for run in _words(paragraph, "".join(f" {mark}" for mark in marks), size):
        run.font.superscript = True


def _remark(paragraph: Paragraph, remark: Remark, size: Pt, bold: bool = False) -> None:
    _words(paragraph, remark.text, size, bold)
    _marks(paragraph, remark.notes, size)


def _remarks(document: WordDocument, heading: str, remarks: Iterable[Remark], setting: Setting) -> None:
    """Sentences below a heading, one to a line; on a page that is set closely in one paragraph."""
    found, size = list(remarks), setting.body
    if found and not setting.listed:
        paragraph = document.add_paragraph()
        _words(paragraph, f"{heading}.", size, bold=True)
        for remark in found:
            _words(paragraph, " ", size)
            _remark(paragraph, remark, size)
            _words(paragraph, ".", size)
    elif found:
        _words(document.add_heading(level=2), heading, Pt(9), bold=True)
        for remark in found:
            _remark(document.add_paragraph(style="List Bullet"), remark, size)


def _table(document: WordDocument, said: Note, setting: Setting) -> None:
    rows = said.meetings
    if not rows:
        return
    table = document.add_table(rows=1, cols=len(COLUMNS))
    mirrored = said.words.direction == "rtl"
    ruled(table, [width for _, width in COLUMNS], LIGHT.line, mirrored=mirrored)
    for cell, (name, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        _words(cell.paragraphs[0], said.words.say(name), setting.small, bold=True, quiet=True)
    for meeting in rows:
        _row(table.add_row().cells, meeting, said.words, setting.body)
    finished(table)


def _row(cells: tuple[_Cell, ...], meeting: Meeting, words: Words, size: Pt) -> None:
    _words(cells[0].paragraphs[0], f"{ended(meeting.when)} {meeting.where}", size)
    what = cells[1].paragraphs[0]
    _words(what, meeting.title, size, bold=True)
    _words(what, f" ({meeting.status})" if meeting.status else "", size)
    _marks(what, meeting.notes, size)
    _words(what, ". ", size)
    if meeting.who:
        _words(what, f"{ended(meeting.who)} ", size, quiet=True)
    _words(what, meeting.outcome, size)
    if meeting.topics:
        _words(what, f" {words.say(topics(meeting.topics))}", size, quiet=True)


def _footnotes(document: WordDocument, paragraph: Paragraph, footnotes: Iterable[Footnote], size: Pt) -> None:
    """Footnotes one after the other; those with an address lead to it."""
    for footnote in footnotes:
        _words(paragraph, f"{footnote.mark} ", size, bold=True)
        if footnote.url:
            _link(document, paragraph, _words(paragraph, footnote.text, size), footnote.url)
        else:
            _words(paragraph, footnote.text, size)
        _words(paragraph, ". ", size)


def _link(document: WordDocument, paragraph: Paragraph, runs: Iterable[Run], url: str) -> None:
    """Let words at the end of a paragraph lead to an address; python-docx has no call for it."""
    id_ = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), id_)
    for run in runs:
        run.font.color.rgb = ACCENT
        link.append(run._r)
    paragraph._p.append(link)
