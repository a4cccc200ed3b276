"""The brief as a Word document, to be edited further."""

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from mapapp.exports.brief.note import Footnote, Meeting, Note, note
from mapapp.exports.brief.remarks import Remark
from mapapp.exports.picture.panel import panel
from mapapp.palette import LIGHT
from mapapp.snapshot import Snapshot
from mapapp.words.contents import as_of

COLUMNS = (("When", 2.6), ("Where", 2.3), ("Who", 4.4), ("What, and with what outcome", 7.7), ("Sources", 1.4))  # cm
UNDATED = dt.datetime(2000, 1, 1)
QUIET = RGBColor.from_string(LIGHT.quiet[1:].upper())


def write(snapshot: Snapshot) -> bytes:
    """The file; the same snapshot gives the same bytes."""
    said = note(snapshot)
    document = Document()
    _page(document)
    _properties(document, said, as_of(snapshot.whole))
    _words(document.add_heading(level=0), said.title, Pt(18))
    if said.summary:
        _words(document.add_paragraph(), said.summary, Pt(9.5))
    _remark(document.add_paragraph(), said.contents, Pt(9.5), bold=True)
    picture = document.add_picture(BytesIO(panel(snapshot, 1400, 560, 2)), width=Cm(18.4))
    picture._inline.docPr.set("descr", f"Map: {said.contents.text}")
    _table(document, said.meetings)
    if said.more:
        _words(document.add_paragraph(), said.more, Pt(8))
    for heading, remarks in (("Kilometres", said.distances), ("In doubt", said.doubts)):
        if remarks:
            _words(document.add_heading(level=2), heading, Pt(10.5))
        for remark in remarks:
            _remark(document.add_paragraph(style="List Bullet"), remark, Pt(8))
    _words(document.add_heading(level=2), "Sources and rows", Pt(10.5))
    for footnote in said.footnotes:
        _footnote(document, document.add_paragraph(), footnote)
    _words(document.add_paragraph(), said.closing, Pt(7), quiet=True)
    out = BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def timeless(archive: bytes) -> bytes:
    """A zip archive with the same files, none of which tells when it was written."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name in read.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, read.read(name))
    return out.getvalue()


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.3)
    section.top_margin = section.bottom_margin = Cm(1.2)
    for name in ("Normal", "Heading 2", "Title", "List Bullet"):
        style = document.styles[name].paragraph_format
        style.space_before, style.space_after, style.line_spacing = Pt(0), Pt(2), 1.0
    document.styles["Heading 2"].paragraph_format.space_before = Pt(5)


def _properties(document: WordDocument, said: Note, date: dt.date | None) -> None:
    about = document.core_properties
    moment = dt.datetime.combine(date, dt.time.min) if date else UNDATED
    about.title, about.author, about.last_modified_by = said.title[:255], "mapapp", "mapapp"
    about.created = about.modified = moment
    about.comments, about.language = "", "en-GB"


def _words(paragraph: Paragraph, words: str, size: Pt, bold: bool = False, quiet: bool = False) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.bold = size, bold or None
    if quiet:
        run.font.color.rgb = QUIET


def _marks(paragraph: Paragraph, marks: Iterable[str], size: Pt) -> None:
    text = ",".join(marks)
    if text:
        run = paragraph.add_run(f" {text}")
        run.font.size, run.font.superscript = size, True


def _remark(paragraph: Paragraph, remark: Remark, size: Pt, bold: bool = False) -> None:
    _words(paragraph, remark.text, size, bold)
    _marks(paragraph, remark.notes, size)


def _table(document: WordDocument, meetings: Iterable[Meeting]) -> None:
    rows = list(meetings)
    if not rows:
        return
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Light List")
    table.autofit = False
    for cell, (name, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        _words(cell.paragraphs[0], name, Pt(8), bold=True)
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    for meeting in rows:
        _row(table.add_row().cells, meeting)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, (_, width) in zip(row.cells, COLUMNS, strict=True):
            cell.width = Cm(width)


def _row(cells: tuple[_Cell, ...], meeting: Meeting) -> None:
    for cell, words in zip(cells[:3], (meeting.when, meeting.where, meeting.who), strict=True):
        _words(cell.paragraphs[0], words, Pt(7.5))
    what = cells[3].paragraphs[0]
    _words(what, meeting.title, Pt(7.5), bold=True)
    _words(what, f" ({meeting.status})" if meeting.status else "", Pt(7.5))
    _words(what, f". {meeting.outcome}", Pt(7.5))
    if meeting.topics:
        _words(what, f" Topics: {meeting.topics}.", Pt(7.5), quiet=True)
    _words(cells[4].paragraphs[0], ", ".join(meeting.notes), Pt(7.5))


def _footnote(document: WordDocument, paragraph: Paragraph, footnote: Footnote) -> None:
    _words(paragraph, f"{footnote.mark}  ", Pt(7), bold=True)
    _words(paragraph, footnote.text, Pt(7))
    if footnote.url:
        _words(paragraph, " ", Pt(7))
        _link(document, paragraph, footnote.url)


def _link(document: WordDocument, paragraph: Paragraph, url: str) -> None:
    """Write an address that opens; python-docx has no call for it."""
    id_ = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), id_)
    run = paragraph.add_run(url)
    run.font.size, run.font.color.rgb = Pt(7), RGBColor.from_string(LIGHT.accent[1:].upper())
    link.append(run._r)
    paragraph._p.append(link)
