"""Nothing is written but through `mapapp.files.write`, which leaves the old file or the new one and never a piece.

Read from the syntax tree, so that a new way of writing is found where it is written down, not where a disk is full.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from architecture.imports import ROOT

from tests.test_architecture import FILES

DOOR = "mapapp/files.py"
WRITES = {"write_text", "write_bytes", "fdopen", "mkstemp", "NamedTemporaryFile", "SpooledTemporaryFile", "copyfile",
          "copytree", "make_archive", "to_csv", "to_excel", "to_json", "to_pickle", "to_parquet", "tofile", "savetxt",
          "touch", "extractall"}  # fmt: skip
OF_MODULES = {
    "os": {"write", "rename", "renames", "replace", "link", "mkfifo", "truncate", "pwrite", "sendfile"},
    "shutil": {"copy", "copy2", "copyfileobj", "move"},
    "sqlite3": {"connect"},
}
INTO = {"save", "savefig", "save_font"}  # methods that write to one of their arguments
ARCHIVES = {"ZipFile", "TarFile", "GzipFile", "BZ2File", "LZMAFile", "PdfPages", "Workbook"}
ALWAYS_WRITE = {"PdfPages", "Workbook"}
MODULES_THAT_OPEN = {"io", "gzip", "lzma", "bz2", "tarfile", "zipfile", "codecs"}
MODE = re.compile(r"[rwxabtU+]{1,4}([:|]\w*)?")
ELSEWHERE = {  # what looks like it and is not, or has a door of its own, with the reason
    ("mapapp/cli/__init__.py", "open"): "the null device, in leaving",
    ("mapapp/geocoding/online/sqlite.py", "replace"): "sets a damaged file aside under a new name",
    ("mapapp/geocoding/online/sqlite.py", "connect"): "SQLite has its own journal",
    ("mapapp/geocoding/gazetteer/index.py", "connect"): "read only",
    ("mapapp/cli/import_.py", "save"): "the library has the door",
    ("mapapp/exports/gpkg.py", "connect"): "in memory",
    ("mapapp/exports/picture/pdf.py", "savefig"): "to pages in memory",
    ("mapapp/ui/edit_state.py", "save"): "to the library, which writes with files.write",
    ("mapapp/library/places.py", "open"): "an empty file, which is locked and never written",
    ("mapapp/tables/sheets/parts.py", "open"): "reads a part of an archive",
    ("mapapp/ui/new_tour/publish.py", "save"): "the library has the door",
    ("mapapp/ui/article/use.py", "save"): "the library has the door",
    ("mapapp/ui/places_page.py", "save"): "to the library, through the state of the editor",
    ("scripts/attacks/drafts.py", "save"): "the library has the door",
    ("scripts/attacks/shelves.py", "save"): "the library has the door",
    ("scripts/attacks/readers.py", "connect"): "in memory",
    ("scripts/serving.py", "open"): "what the app says while it runs, in a temporary folder",
    ("scripts/basemap/world_map.py", "connect"): "in memory",
    ("scripts/build-place-names", "connect"): "in memory",
    ("scripts/gazetteer_index.py", "connect"): "in a temporary folder, to be read and packed",
}


def written(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each call that writes a file by itself: the name of what is called, and its line."""
    in_memory = {name.id for node in ast.walk(tree) if isinstance(node, ast.Assign) and _is_buffer(node.value)
                 for name in node.targets if isinstance(name, ast.Name)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _called(node)) and _writes(node, name, in_memory):
            yield name, node.lineno


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _owner(call: ast.Call) -> str:
    """What stands before the dot: "os" for os.replace, "" for a bare name."""
    return getattr(call.func.value, "id", "?") if isinstance(call.func, ast.Attribute) else ""


def _is_buffer(value: ast.AST) -> bool:
    return isinstance(value, ast.Call) and _called(value) in {"BytesIO", "StringIO"}


def _writes(call: ast.Call, name: str, in_memory: set[str]) -> bool:
    into_memory = any(_is_buffer(arg) or getattr(arg, "id", "") in in_memory for arg in call.args)
    if name == "open":
        return _opens_for_writing(call, 0 if _owner(call) not in {"", *MODULES_THAT_OPEN} else 1)
    if name in ARCHIVES:
        return not into_memory and (name in ALWAYS_WRITE or _opens_for_writing(call, 1))
    if name in INTO:
        return isinstance(call.func, ast.Attribute) and bool(call.args) and not into_memory
    if name in {"replace", "rename"} and len(call.args) == 1 and not call.keywords:  # of a path; of a text it takes two
        return isinstance(call.func, ast.Attribute) and _owner(call) != "row"  # whose cells are exchanged
    return name in WRITES or name in OF_MODULES.get(_owner(call), ())


def _opens_for_writing(call: ast.Call, place: int) -> bool:
    """Whether a mode that writes stands at its place in the call; one that is not written out counts as such."""
    if _owner(call) == "os":
        return any("O_RDONLY" not in ast.unparse(flag) for flag in call.args[1:2])
    if "opener" in ast.unparse(call.func):  # of addresses
        return False
    modes = [*call.args[place : place + 1], *(k.value for k in call.keywords if k.arg == "mode")]
    texts = [mode.value if isinstance(mode, ast.Constant) else "w" for mode in modes]
    return any(MODE.fullmatch(str(text)) and set(str(text)) & set("wax+") for text in texts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_written_but_at_the_door(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = [(what, line) for what, line in written(ast.parse(path.read_text(encoding="utf-8")))
             if name != DOOR and (name, what) not in ELSEWHERE]  # fmt: skip
    assert not found, "write it with mapapp.files.write"


def test_each_exception_is_still_needed() -> None:
    for name, what in ELSEWHERE:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        assert what in {found for found, _ in written(tree)}, f"{name} has no {what} any more"


@pytest.mark.parametrize(
    "code",
    [
        "path.write_text('x')",
        "path.write_bytes(b'')",
        "open('a', 'w')",
        "open('a', mode='ab')",
        "path.open('x')",
        "path.open(mode='r+')",
        "open(path, mode)",
        "io.open('a', 'w')",
        "gzip.open('a', 'wb')",
        "os.open('a', os.O_WRONLY | os.O_CREAT)",
        "os.replace(a, b)",
        "draft.replace(path)",
        "shutil.copyfile(a, b)",
        "tempfile.mkstemp()",
        "ZipFile(path, 'w')",
        "figure.savefig(path)",
        "document.save('a.docx')",
        "frame.to_csv(path)",
        "sqlite3.connect('a')",
        "tarfile.open('a', 'w:gz')",
        "shutil.move(a, b)",
        "PdfPages('a.pdf')",
    ],
)
def test_a_way_of_writing_is_seen(code: str) -> None:
    assert list(written(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "open('a')",
        "path.open('rb')",
        "path.open(encoding='utf-8', newline='')",
        "text.replace('a', 'b')",
        "replace(tour, id=id_)",
        "out = io.BytesIO()\nwith ZipFile(out, 'w') as archive: pass",
        "out = BytesIO()\nfigure.savefig(out)",
        "ZipFile(path)",
        "tarfile.open(path)",
        "page.mouse.move(1, 2)",
        "archive.open('data/a.wax')",
        "save(path, content)",
        "os.open(folder, os.O_RDONLY)",
        "sys.stdout.buffer.write(content)",
    ],
)
def test_what_only_reads_is_let_be(code: str) -> None:
    assert not list(written(ast.parse(code)))
