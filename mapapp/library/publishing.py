"""Publishing a tour of the library, taking it back, and the trash, which keeps a tour for some weeks."""

import contextlib
import datetime as dt

from mapapp.library import records
from mapapp.library.places import NotInLibrary, Overtaken, take_away, tour_place, writing
from mapapp.library.records import Kept
from mapapp.message import tr

TRASH_DAYS = 30


def publish(id_: str, number: int) -> Kept:
    """Let everybody see a version of a tour, the one that the publisher has looked at.

    Raises Overtaken where it is not the newest any more, and NotInLibrary.
    """
    with writing():
        found = _there(id_)
        if number != found.newest:
            newer = tr("The tour was saved as version {newest} in the meantime.", newest=found.newest)
            raise Overtaken(tr("{newer} Look at it, then publish that one.", newer=newer), found.newest)
        return _put(found._replace(published=number))


def unpublish(id_: str) -> Kept:
    """Make a tour a draft again. Raises NotInLibrary."""
    with writing():
        return _put(_there(id_)._replace(published=0))


def delete(id_: str) -> Kept:
    """Put a tour into the trash, from where `undelete` brings it back as a draft. Raises NotInLibrary."""
    with writing():
        _empty()
        return _put(_there(id_)._replace(published=0, deleted=records.now()))


def undelete(id_: str) -> Kept:
    """Take a tour out of the trash, as a draft. Raises NotInLibrary."""
    with writing():
        found = records.one(id_)
        if not found or not found.deleted:
            raise NotInLibrary(tr("The tour '{id}' is not in the trash.", id=id_[:60]))
        return _put(found._replace(deleted=None))


def trash() -> tuple[Kept, ...]:
    """The tours in the trash, what was deleted last first. Those whose time is over are not among them."""
    there = [kept for kept in records.all_kept() if kept.deleted and not _over(kept)]
    return tuple(sorted(there, key=lambda kept: (kept.deleted, kept.id), reverse=True))


def _there(id_: str) -> Kept:
    records.check_format()
    found = records.one(id_)
    if not found or found.deleted:
        raise NotInLibrary(tr("The library has no tour '{id}'.", id=id_[:60]))
    return found


def _put(kept: Kept) -> Kept:
    records.put_state(kept)
    return kept


def _empty() -> None:
    """Take away for good what has been in the trash for too long. The state goes last, so that it stays there."""
    for kept in records.all_kept():
        if _over(kept):
            place = tour_place(kept.id)
            with contextlib.suppress(OSError):
                for number in records.numbers_in(kept.id):
                    take_away(place / f"{number:04}")
                take_away(place)


def _over(kept: Kept) -> bool:
    return kept.deleted is not None and records.now() - kept.deleted > dt.timedelta(days=TRASH_DAYS)
