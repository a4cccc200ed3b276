"""What a command is given: tours, corridors, countries, named by path, id or word."""

import argparse
from pathlib import Path

from mapapp import country
from mapapp.catalogue.listing import SUFFIXES, corridor_folder, tour_folder, tour_ids
from mapapp.cli.saying import say
from mapapp.errors import CountryError, NotInCatalogue, clipped
from mapapp.message import series, tr
from mapapp.viewer import ANYBODY, Viewer

TOUR = tr("a folder, a workbook (.xlsx, .ods, .xls) or long CSV file, or the id of a tour in the catalogue")
ALIKE = 0.8  # of 1, from which on a name is taken for a slip in the id of a tour
_HERE = Viewer(writes=True)  # whoever may run this may read the files of the library
_NOTHING = Path("\0")  # no file has this name
_KINDS = tr(".xlsx, .ods, .xls or .csv")


def _path(text: str) -> Path:
    """The text as a path; an empty one, and one that no system could have, such as a name too long, leads nowhere."""
    path = Path(text) if text.strip() else _NOTHING
    try:
        path.stat()
    except (OSError, ValueError):
        return _NOTHING
    return path


def some_path(text: str) -> Path:
    """A path that a command reads or writes. An empty one, as of a variable that is not set, is not the folder here."""
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("the path is empty; name a file or a folder"))
    return Path(text)


def folder(tour: str, viewer: Viewer = _HERE) -> Path:
    """What TOUR names: a folder, a workbook or CSV file, or an id under data/tours."""
    path = _path(tour)
    if path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES):
        return path
    try:
        return tour_folder(tour, viewer)
    except NotInCatalogue as error:
        raise argparse.ArgumentTypeError(
            tr("'{tour}' is no folder and no {kinds} file. {error}", tour=clipped(tour), kinds=_KINDS, error=str(error))
        ) from None


def public_folder(tour: str) -> Path:
    """What TOUR names, without drafts of the library; of a tour of the library that is edited, what was published."""
    return folder(tour, ANYBODY)


def name_or_tour(text: str) -> str | Path:
    """The folder or file of a tour where the text names one, by path or id; otherwise the text, as a place's name."""
    path = _path(text)
    if path.is_file() and (path.suffix.lower() in SUFFIXES or _is_table(path)):
        return path
    if path.is_dir() and any((path / file).exists() for file in ("tour.toml", "visits.csv")):
        return path
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("the name is empty; give the name of a place, or a tour"))
    if path.is_dir() and (len(path.parts) != 1 or text != path.name or path.suffix.lower() in SUFFIXES):
        raise argparse.ArgumentTypeError(
            tr("there is no tour in the folder '{text}'; it needs tour.toml and visits.csv", text=clipped(text))
        )
    if text in tour_ids(_HERE):
        return tour_folder(text, _HERE)
    named = Path(text)
    if named.suffix.lower() in SUFFIXES or (named.suffix and path.is_file()):
        raise argparse.ArgumentTypeError(
            tr("'{text}' is no folder and no {kinds} file", text=clipped(text), kinds=_KINDS)
        )
    near = _nearest_id(named.name) if _like_id(named.name) else ""
    if near:
        said = tr("there is no tour '{text}', and it is looked up as the name of a place", text=clipped(text))
        say(tr("mapapp: {said}; perhaps the tour '{near}' is meant", said=str(said), near=near), error=True)
    return text


def _is_table(path: Path) -> bool:
    """Whether it is a file that ``geocode TABLE OUT`` reads."""
    from mapapp.batch.table import SUFFIXES as TABLES  # not above: few commands need it

    return path.suffix.lower() in TABLES


def _nearest_id(text: str) -> str:
    """The id of a tour that a slip of the pen leads to; "" where none is so near."""
    import difflib  # not above: few names are slips

    return next(iter(difflib.get_close_matches(text, tour_ids(_HERE), 1, cutoff=ALIKE)), "")


def _like_id(text: str) -> bool:
    """Whether it is written as ids of tours are: small letters or digits, with hyphens."""
    return "-" in text and text == text.lower() and " " not in text


def any_folder(name: str) -> Path:
    """The folder that a tour or corridor has: a path, or an id in the catalogue; of one id the tour comes first."""
    try:
        return folder(name)
    except argparse.ArgumentTypeError as error:
        try:
            return corridor_folder(name)
        except NotInCatalogue as other:
            raise argparse.ArgumentTypeError(series((str(error), str(other)), " ")) from None


def stated_country(text: str) -> str:
    """The country that a code or a name in English means, "" for an empty text."""
    try:
        return country.stated(text) if text else ""  # argparse sends the default through here, too
    except CountryError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
