"""The command ``library``."""

import argparse

from mapapp import files, library
from mapapp.cli.ending import FINE, not_written
from mapapp.cli.named import some_path
from mapapp.cli.saying import say
from mapapp.errors import MapappError, clipped, why
from mapapp.message import plural, tr

MOST_BACKUP = 4_000_000_000  # bytes


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    does = parser.add_subparsers(dest="does", metavar="WHAT", required=True)
    does.add_parser("list", help=tr("the tours, their versions, and whether they are published"))
    saved = does.add_parser("backup", help=tr("write all tours with all their versions into a ZIP file"))
    brought = does.add_parser("restore", help=tr("bring the tours of a backup back; nothing that is there is lost"))
    for parsed in (saved, brought):
        parsed.add_argument("file", type=some_path, metavar="FILE", help=tr("the backup"))


def run(options: argparse.Namespace) -> int:
    """List the library, write a backup of it, or bring one back."""
    does = {"list": _list, "backup": _backup, "restore": _restore}
    return does[options.does](options)


def _list(_: argparse.Namespace) -> int:
    tours = library.kept_tours()
    for tour in tours:
        newest = library.versions(tour.id)[0]
        said = tr(
            "{id}: {state}, version {number} saved {saved} UTC",
            id=str(tour.id),
            state=_state(tour),
            number=str(newest.number),
            saved=f"{newest.saved:%Y-%m-%d %H:%M}",
        )
        say(tr("{said} by {name}", said=said, name=clipped(newest.by)) if newest.by else said)
    for tour in library.trash():
        say(tr("{id}: in the trash since {deleted}", id=str(tour.id), deleted=f"{tour.deleted:%Y-%m-%d}"))
    kept = plural(len(tours), "{n} tour", "{n} tours")
    say(tr("{tours} in {folder}", tours=kept, folder=str(library.folder())), error=True)
    return FINE


def _state(tour: library.Kept) -> str:
    if tour.draft:
        return "draft"
    return tr("published in version {published}", published=str(tour.published)) if tour.changed else tr("published")


def _backup(options: argparse.Namespace) -> int:
    content = library.backup()
    try:
        files.write(options.file, content)
    except OSError as error:
        raise not_written(options.file, error) from None
    kept = plural(len(library.kept_tours()), "{n} tour", "{n} tours")
    say(tr("{tours} in {folder}", tours=kept, folder=str(options.file)), error=True)
    return FINE


def _restore(options: argparse.Namespace) -> int:
    try:
        data = files.read(options.file, MOST_BACKUP)
    except OSError as error:
        raise MapappError(
            tr(
                "'{file}' cannot be read ({error}). Name the backup.",
                file=options.file,
                error=why(error),
            )
        ) from None
    brought = library.restore_backup(data)
    for id_, there in brought.items():
        if not there:
            say(tr("{id} is there already, the same in all its versions", id=id_))
        elif id_ == there:
            say(id_)
        else:
            say(tr("{id} as {there}, a draft beside the tour that has its id", id=id_, there=there))
    say(plural(sum(map(bool, brought.values())), "{n} tour restored", "{n} tours restored"), error=True)
    return FINE
