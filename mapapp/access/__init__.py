"""Who may write: whoever holds the key of this start of the program, or the editors that a setting names.

Without a setting only a browser on this machine can become a writer: with the key in the address that the program
prints when it starts. ``MAPAPP_EDITORS`` names people instead, who sign in with an identity provider; then there is no
key. ``MAPAPP_IMPORT=off`` switches uploads off for everybody.
"""

from mapapp.access.asking import Asking
from mapapp.access.editors import EDITORS, editor_name
from mapapp.access.editors import complaint as editors_complaint
from mapapp.access.editors import configured as has_editors
from mapapp.access.keys import KEYS, cookie_name
from mapapp.access.uploads import UPLOADS, uploads_complaint, uploads_off
from mapapp.viewer import ANYBODY, Viewer

__all__ = [
    "EDITORS",
    "KEYS",
    "UPLOADS",
    "Asking",
    "cookie_name",
    "editors_complaint",
    "has_editors",
    "uploads_complaint",
    "uploads_off",
    "viewer",
]
HERE = Viewer("", writes=True)  # the one person at this machine needs no name


def viewer(asking: Asking) -> Viewer:
    """Who is asking. To be called anew for each request and each run of a page: what was allowed may have ended."""
    if not asking.from_own_page:
        return ANYBODY
    if has_editors():  # whoever has checked the user has compared the origin with that of the provider's answer
        name = editor_name(asking.user)
        return Viewer(name, writes=True) if name else ANYBODY
    held = KEYS.holds(asking.cookies.get(cookie_name(asking.host), ""))
    return HERE if held and asking.at_this_machine and asking.of_own_origin else ANYBODY
