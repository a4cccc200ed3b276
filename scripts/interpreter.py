"""Lets a script be started by any Python: it goes on with that of .venv where its own lacks the packages.

People run the scripts by their names, and the system's Python has none of the packages that scripts/app installs.
"""

import importlib.util
import os
import sys
from pathlib import Path

WRONG_USAGE = 2
_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")


def go_on_with(package: str, root: Path) -> None:
    """Return where the package is there; otherwise start the script anew in root/.venv, or end with a sentence."""
    if importlib.util.find_spec(package):
        return
    own = next((root / python for python in _PYTHONS if (root / python).exists()), None)
    if own and Path(sys.prefix) != root / ".venv":
        os.execv(own, [str(own), *sys.argv])
    sys.exit(_sentence(package))


def _sentence(package: str) -> int:
    print(
        f"The package {package} is missing. Run scripts/test once, which installs all that the scripts need, or "
        "pip install -r requirements-dev.txt.",
        file=sys.stderr,
    )
    return WRONG_USAGE
