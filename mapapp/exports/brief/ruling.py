"""A quiet table of a Word document: thin rules between the rows, and one set of widths for all programs.

Word takes the widths of the cells, LibreOffice those of the grid above them: both are written, and agree.
"""

from collections.abc import Sequence

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table

WIDTH = 18.8  # cm; of text, pictures and tables
PADDING = 0.12  # cm; left and right of the words in a cell


def ruled(table: Table, widths: Sequence[float], colour: str, *, mirrored: bool = False) -> None:
    """Give a table that has one row its columns (cm), and rules of a colour ("#dfdcd4") between its rows.

    Of a ``mirrored`` one the first column stands at the right.
    """
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    for name, value in (("w:tblW", sum(widths)), ("w:tblInd", 0.0)):
        element = properties.find(qn(name))
        if element is None:
            element = OxmlElement(name)
            properties.append(element)
        element.set(qn("w:type"), "dxa")
        element.set(qn("w:w"), str(round(value * 567)))  # twentieths of a point
    if mirrored:  # the schema has it before all that is set here
        properties.find(qn("w:tblW")).addprevious(OxmlElement("w:bidiVisual"))
    borders = OxmlElement("w:tblBorders")
    for side in ("w:top", "w:bottom", "w:insideH"):
        rule = OxmlElement(side)
        for attribute, text in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", colour[1:])):
            rule.set(qn(attribute), text)
        borders.append(rule)
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("w:left", 0.0), ("w:right", 2 * PADDING)):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(round(room * 567)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(borders)
    properties.append(properties.find(qn("w:tblLayout")))  # the schema has these in one order
    properties.append(margins)
    properties.append(properties.find(qn("w:tblLook")))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def finished(table: Table) -> None:
    """Give the cells the widths of their columns; no row breaks across pages, and the first one is repeated."""
    widths = [column.width for column in table.columns]
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = 0
