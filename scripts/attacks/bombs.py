"""Files that unpack, nest or repeat without end: read within 10 s of CPU and 500 MB, or refused in a sentence."""

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from attacks.outcome import Outcome, judged
from attacks.target import ROOT, Target
from mapapp import files

FAMILY = "bombs"
MOST_SECONDS, MOST_MB = 10.0, 500.0
PATIENCE = 300.0  # seconds by the clock, after which a child is ended; the machine may be busy with others
HEAD = "id,traveller,place,country,arrival,source\n"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/%s" Target="%s"/></Relationships>'
)
BOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{NAMESPACE}" xmlns:r="{RELATION}">'
    '<sheets><sheet name="visits" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>"
)


def _folder(name: str, text: str) -> Callable[[Path], Path]:
    """A tour's folder with one file of that text."""

    def write(folder: Path) -> Path:
        folder.mkdir()
        files.write(folder / "tour.toml", 'title = "T"\n')
        files.write(folder / "sources.csv", "id,title\ns,S\n")
        files.write(folder / "people.csv", "id,name\np,P\n")
        files.write(folder / "visits.csv", HEAD + "v,p,Tashkent,UZ,2025-03-01,s\n")
        files.write(folder / name, text)
        return folder

    return write


def _workbook(sheet: str, more: dict[str, str] | None = None) -> Callable[[Path], Path]:
    """A workbook with one sheet of that XML."""

    def write(folder: Path) -> Path:
        folder.mkdir()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", TYPES)
            archive.writestr("_rels/.rels", RELS % ("officeDocument", "xl/workbook.xml"))
            archive.writestr("xl/workbook.xml", BOOK)
            archive.writestr("xl/_rels/workbook.xml.rels", RELS % ("worksheet", "worksheets/sheet1.xml"))
            archive.writestr("xl/worksheets/sheet1.xml", sheet)
            for name, text in (more or {}).items():
                archive.writestr(name, text)
        files.write(folder / "tour.xlsx", out.getvalue())
        return folder / "tour.xlsx"

    return write


def _sheet(rows: str, after: str = "", before: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def _bombs() -> dict[str, Callable[[], Callable[[Path], Path]]]:
    """Each is made when its turn comes: some take tens of megabytes."""
    row = "v{0},p,Tashkent,UZ,2025-03-01,s\n"
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
    merged = "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 1001)) + "</mergeCells>"
    return {
        "CSV of a million rows": lambda: _folder("visits.csv", HEAD + "".join(row.format(i) for i in range(500_000))),
        "CSV of open quotes": lambda: _folder("visits.csv", HEAD + 'v,p,"' * 3_000_000),
        "CSV of one line": lambda: _folder("visits.csv", HEAD + "," * 15_000_000),
        "CSV of unknown names": lambda: _folder(
            "visits.csv", HEAD + "".join(f"v{i},p,Nowhere{i:x} Qwzx,,2025-03-01,s\n" for i in range(200_000))
        ),
        "CSV with NUL": lambda: _folder("visits.csv", HEAD + "\0" * 1_000_000),
        "TOML of brackets": lambda: _folder("tour.toml", "title = " + "[" * 400_000),
        "TOML of dots": lambda: _folder("tour.toml", "a." * 200_000 + "b = 1"),
        "TOML of keys": lambda: _folder("tour.toml", "".join(f"k{i} = 1\n" for i in range(90_000))),
        "XML of laughs": lambda: _workbook(_sheet(cells + "<row><c><v>&a9;</v></c></row>", before=LAUGHS)),
        "XML of another file": lambda: _workbook(
            _sheet("<row><c><v>&x;</v></c></row>", before='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
        ),
        "XML nested deeply": lambda: _workbook(_sheet("<row>" * 300_000)),
        "workbook of zeros": lambda: _workbook(_sheet(cells) + " " * 400_000_000),
        "workbook of empty cells": lambda: _workbook(_sheet("<row>" + "<c/>" * 8_000_000 + "</row>")),
        "workbook of a last row": lambda: _workbook(
            _sheet(cells + '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>')
        ),
        "workbook of merged cells": lambda: _workbook(_sheet(cells, merged * 1000)),
        "workbook of shared strings": lambda: _workbook(
            _sheet(cells), {"xl/sharedStrings.xml": f'<sst xmlns="{NAMESPACE}">' + "<si/>" * 18_000_000 + "</sst>"}
        ),
        "workbook that is none": lambda: _folder("visits.csv", "PK\x03\x04" + "\0" * 1000),
    }


SHORT = ("CSV of open quotes", "TOML of brackets", "TOML of dots", "XML of laughs", "XML of another file")


def attack(_: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Each file is given to `check`, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        for number, (title, make) in enumerate(_bombs().items()):
            if thorough or title in SHORT:
                yield _checked(title, make()(Path(name) / str(number)))


def _checked(title: str, path: Path) -> Outcome:
    command = [sys.executable, "-m", "mapapp", "check", str(path)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert child.stdout
    ends, said = time.monotonic() + PATIENCE, b""
    while piece := os.read(child.stdout.fileno(), 1 << 16):
        said = (said + piece)[-1_000_000:]
        if time.monotonic() > ends:
            child.kill()
    if not hasattr(os, "wait4"):
        return Outcome(FAMILY, title, None, 0, "this system does not tell what a process took")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    faults = [f"took {seconds:.1f} s of CPU"] if seconds > MOST_SECONDS else []
    faults += [f"took {megabytes:.0f} MB"] if megabytes > MOST_MB else []
    faults += [f"ended with {child.returncode}"] if child.returncode not in (0, 1) else []
    faults += ["ended in a traceback"] if b"Traceback" in said else []
    faults += ["read another file"] if b"root:" in said else []
    return judged(
        FAMILY, title, 1, faults, f"{seconds:.1f} s, {megabytes:.0f} MB: {said.decode(errors='replace')[:80]}"
    )
