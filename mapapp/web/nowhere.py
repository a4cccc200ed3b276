"""What stands at an address at which nothing is: a small page for readers, the same sentence for programs.

The page runs nothing, loads nothing and repeats nothing of the address.
"""

from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from mapapp.maps.document import csp_hash, tongue
from mapapp.message import tr
from mapapp.palette import THEMES
from mapapp.web.answers import sentences
from mapapp.web.spoken import words_of

TITLE = tr("There is nothing at this address")
SENTENCE = tr("There is nothing at this address. The first page of the app leads to all that there is.")
ADVICE = tr(
    "Perhaps a link was cut short, or what it led to is gone. The first page of the app leads to all that there is."
)
BACK = tr("To the first page")
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src {}"
_PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))


def nothing(scope: Scope, base: str) -> Response:
    """The answer with 404, in the language of the request; ``base`` is the path of the first page without its slash."""
    words = words_of(scope)
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return PlainTextResponse(words.say(SENTENCE), 404, sentences())
    texts = {"title": TITLE, "said": ADVICE, "back": BACK}
    said = {name: escape(words.say(text)) for name, text in texts.items()}
    page = _PAGE.substitute(said, home=escape(f"{base}/"), tongue=tongue(words), style=_style())
    policy = POLICY.format(csp_hash(_style()))
    return HTMLResponse(page, 404, sentences() | {"Content-Security-Policy": policy, "Vary": "Accept, Accept-Language"})


@lru_cache(maxsize=1)
def _style() -> str:
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {THEMES['dark'].css()} }} }}"
    own = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return f":root {{ color-scheme: light dark; {THEMES['light'].css()} }}\n{dark}\n{own}"
