"""People who may write, as MAPAPP_EDITORS names them, and what an identity provider must say for somebody to be one.

Between blanks or commas stand addresses (``ana@example.org``), which count only where the provider calls them
verified, and subjects of a provider (``https://id.example.org|248289761001``), which never change hands.
"""

import os
import re
from collections.abc import Mapping
from typing import Any

from mapapp.errors import clipped
from mapapp.message import tr

EDITORS = "MAPAPP_EDITORS"
MOST_NAME = 80  # characters of a name that stands beside what was saved
_ADDRESS = re.compile(r"[^@\s|,]+@[^@\s|,]+\.[^@\s|,]+")
_SUBJECT = re.compile(r"(https?://[^\s|,]+)\|([^\s,]+)")


def configured() -> bool:
    """Whether editors are named, rightly or not: a slip in the setting must not open another door."""
    return bool(os.environ.get(EDITORS, "").strip())


def complaint() -> str:
    """A sentence about what in the setting names nobody, "" where all of it can be used."""
    wrong = [item for item in _items() if not _ADDRESS.fullmatch(item) and not _SUBJECT.fullmatch(item)]
    if not wrong:
        return ""
    said = tr("'{wrong}' is neither an address nor the issuer and the subject of a provider", wrong=clipped(wrong[0]))
    return tr(
        "{editors} names nobody: {said}, such as https://id.example.org|2482. Nobody may write until it is mended.",
        editors=EDITORS,
        said=str(said),
    )


def editor_name(user: Mapping[str, Any]) -> str:
    """The name under which somebody who has signed in may write, "" where he may not."""
    if complaint() or user.get("is_logged_in") is not True:
        return ""
    items = _items()
    issuer, subject, address = (str(user.get(claim) or "") for claim in ("iss", "sub", "email"))
    named = bool(issuer and subject) and f"{issuer}|{subject}" in items
    vouched = user.get("email_verified") is True and address.casefold() in {item.casefold() for item in items}
    said = str(user.get("name") or "") or (address if user.get("email_verified") is True else subject)
    return (clipped(said, MOST_NAME) or subject or address) if named or vouched else ""


def _items() -> list[str]:
    return [item for item in re.split(r"[\s,]+", os.environ.get(EDITORS, "")) if item]
