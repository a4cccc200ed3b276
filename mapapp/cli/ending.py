"""How a command ends, for the shell that started it."""

from pathlib import Path

from mapapp.errors import MapappError, clipped, why
from mapapp.message import tr

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2
STOPPED = 130  # by Ctrl-C; what shells expect


def not_written(path: str | Path, error: OSError, *, folder: bool = False) -> MapappError:
    """The error of a command whose file, or folder, could not be written."""
    named, said = clipped(str(path), 200), why(error)
    if folder:
        return MapappError(tr("'{folder}' cannot be written ({error}). Name another folder.", folder=named, error=said))
    return MapappError(tr("'{out}' cannot be written ({error}). Name another file.", out=named, error=said))
