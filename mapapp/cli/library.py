"""The command ``library``."""

import argparse
import sys
from pathlib import Path

from mapapp import files, library
from mapapp.cli.ending import FINE
from mapapp.errors import MapappError, clipped, counted

MOST_BACKUP = 4_000_000_000  # bytes


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    does = parser.add_subparsers(dest="does", metavar="WHAT", required=True)
    does.add_parser("list", help="the tours, their versions, and whether they are published")
    saved = does.add_parser("backup", help="write all tours with all their versions into a ZIP file")
    brought = does.add_parser("restore", help="bring the tours of a backup back; nothing that is there is lost")
    for parsed in (saved, brought):
        parsed.add_argument("file", type=Path, metavar="FILE", help="the backup")


def run(options: argparse.Namespace) -> int:
    """List the library, write a backup of it, or bring one back."""
    does = {"list": _list, "backup": _backup, "restore": _restore}
    return does[options.does](options)


def _list(_: argparse.Namespace) -> int:
    tours = library.kept_tours()
    for tour in tours:
        newest = library.versions(tour.id)[0]
        by = f" by {clipped(newest.by)}" if newest.by else ""
        print(f"{tour.id}: {_state(tour)}, version {newest.number} saved {newest.saved:%Y-%m-%d %H:%M} UTC{by}")
    for tour in library.trash():
        print(f"{tour.id}: in the trash since {tour.deleted:%Y-%m-%d}")
    print(f"{counted(len(tours), 'tour')} in {library.folder()}", file=sys.stderr)
    return FINE


def _state(tour: library.Kept) -> str:
    if tour.draft:
        return "draft"
    return f"published in version {tour.published}" if tour.changed else "published"


def _backup(options: argparse.Namespace) -> int:
    content = library.backup()
    try:
        files.write(options.file, content)
    except OSError as error:
        raise MapappError(f"'{options.file}' cannot be written ({error.strerror}). Name another file.") from None
    print(f"{counted(len(library.kept_tours()), 'tour')} in {options.file}", file=sys.stderr)
    return FINE


def _restore(options: argparse.Namespace) -> int:
    try:
        data = files.read(options.file, MOST_BACKUP)
    except OSError as error:
        raise MapappError(f"'{options.file}' cannot be read ({error.strerror}). Name the backup.") from None
    brought = library.restore_backup(data)
    for id_, there in brought.items():
        print(id_ if id_ == there else f"{id_} as {there}, a draft beside the tour that has its id")
    print(f"{counted(len(brought), 'tour')} restored", file=sys.stderr)
    return FINE
