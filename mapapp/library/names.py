"""Names of tours and files that every system takes, Windows among them, and that lead nowhere else."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from mapapp.errors import clipped
from mapapp.library.places import LibraryError
from mapapp.message import tr
from mapapp.pattern import lazy

FORMAT = 1  # of a library; a newer one is not touched
MOST_ID, MOST_NAME = 48, 64  # characters: Windows takes 260 for a whole path
MOST_FILES, MOST_BYTES = 100, 50_000_000  # of one version
_ID = lazy(rf"[a-z0-9](?:[a-z0-9-]{{0,{MOST_ID - 2}}}[a-z0-9])?", re.ASCII)
_FILE = lazy(rf"[A-Za-z0-9][A-Za-z0-9 _.-]{{0,{MOST_NAME - 1}}}(?<![ .])", re.ASCII)
_RESERVED = lazy(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE | re.ASCII)  # on Windows
_LETTERS = dict(zip("абвгдежзийклмнопрстуфхыэіўқғңөүұһәø", "abvgdezziiklmnoprstufhyeiukgnouuhao", strict=True)) | {
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "e", "ъ": "", "ь": "",
    "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
}  # fmt: skip


def is_id(text: str) -> bool:
    """Whether the text may be the id of a tour: small letters, digits and hyphens, no name that Windows keeps."""
    return _ID.fullmatch(text) is not None and not _RESERVED.fullmatch(text)


def checked_id(text: str) -> str:
    """The id as it is. Raises LibraryError for one that cannot be a folder on every system."""
    if not is_id(text):
        sentence = tr(
            "'{text}' cannot be the id of a tour. Write small letters, digits and hyphens", text=clipped(text)
        )
        raise LibraryError(
            tr(
                "{sentence}, at most {most_id}, and no name that Windows keeps for itself.",
                sentence=sentence,
                most_id=str(MOST_ID),
            )
        )
    return text


def new_id(title: str, taken: Collection[str]) -> str:
    """An id for a tour of that title that is not taken yet: ``visit-to-astana``, then ``visit-to-astana-2``."""
    letters = "".join(_LETTERS.get(c, c) for c in unicodedata.normalize("NFC", title).lower())
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "tour"
    words = words if is_id(words) else f"tour-{words}"
    numbers = range(2, len(taken) + 3)
    return next(id_ for id_ in (words, *(f"{words}-{number}" for number in numbers)) if id_ not in taken)


def checked_contents(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The contents of a tour as they are.

    Raises LibraryError where there is no tour.toml, for a name that not every system takes or that another differs from
    in case alone, and for too many files or bytes.
    """
    check_files({name: len(content) for name, content in contents.items()})
    return dict(contents)


def check_files(sizes: Mapping[str, int]) -> None:
    """Raises LibraryError as `checked_contents` does, for files of which names and sizes in bytes are known."""
    for name in sizes:
        if not _FILE.fullmatch(name) or _RESERVED.fullmatch(name):
            raise LibraryError(
                tr("'{name}' cannot be the name of a file in a tour. Give it a plain name.", name=clipped(name))
            )
    if len({name.lower() for name in sizes}) < len(sizes):
        raise LibraryError(tr("Two files of the tour differ in capital letters alone. Give one of them another name."))
    if "tour.toml" not in sizes:
        raise LibraryError(tr("A tour needs a file tour.toml, with at least a line such as title = 'The tour'."))
    if len(sizes) > MOST_FILES or sum(sizes.values()) > MOST_BYTES:
        most = tr("{most_files} files and {n} MB", most_files=MOST_FILES, n=round(MOST_BYTES / 1e6))
        raise LibraryError(tr("The tour is too large to be kept: the limit is {most}. Split it.", most=most))
