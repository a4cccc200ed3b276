"""The tours that people bring, kept in a library: every version of each, and whether it is published.

``MAPAPP_LIBRARY`` names its folder; without it, it lies with the data of the user. A tour is a folder of today's format
(data/README.md) and its contents are bytes by file name; nothing here reads them. What is told of a tour (its versions,
who saved them, whether it is published) stands beside these folders and never in them.

A tour is a draft until it is published. Then everybody sees the version that was published, and those who may write see
the newest, until that is published in turn. Who may write is for the caller to ask, at the moment of writing.
"""

from mapapp.library.backup import backup, restore_backup
from mapapp.library.names import FORMAT
from mapapp.library.places import LibraryError, NotInLibrary, Overtaken, folder
from mapapp.library.publishing import TRASH_DAYS, delete, publish, trash, undelete, unpublish
from mapapp.library.records import Kept, Version
from mapapp.library.versions import content, contents, create, folders, kept, kept_tours, restore, save, versions

__all__ = [
    "FORMAT",
    "TRASH_DAYS",
    "Kept",
    "LibraryError",
    "NotInLibrary",
    "Overtaken",
    "Version",
    "backup",
    "content",
    "contents",
    "create",
    "delete",
    "folder",
    "folders",
    "kept",
    "kept_tours",
    "publish",
    "restore",
    "restore_backup",
    "save",
    "trash",
    "undelete",
    "unpublish",
    "versions",
]
