"""What stands in a link alone: no link, picture or script of another on any page, and one sentence from every route."""

from collections.abc import Iterator
from urllib.parse import quote

from attacks.outcome import Outcome, judged
from attacks.target import Target, chromium
from mapapp.routing.enquiry import NAMES
from mapapp.ui.menu import ENTRIES
from mapapp.view import PARAMETERS

FAMILY = "links"
HOST = "h.invalid"
# Sentences show the first forty characters, which are a link in both ways; a parameter takes two hundred.
TEXT = (
    f"<a href=//{HOST}>[a](//{HOST}) ![](//{HOST}/p) http://{HOST}/a www.{HOST} :red[a] $x^2$ {{{{7*7}}}} `a` "
    f'"><script src=//{HOST}/s></script><img src=//{HOST}/q onerror=alert()>'
)
MORE = (*NAMES, "size", "scale", "title", "v")
ROUTES = (
    "embed",
    "card",
    "cards.json",
    "corridor.json",
    "filters.json",
    "labels.json",
    "snapshot.svg",
    "brief.md",
    "tour.html",
    "tour.kml",
)
OF_PAGES = ("table",)  # of a page alone
AT_ONCE = 6  # pages that are open at a time
SENTENCE = 600  # characters of a sentence that refuses
ANSWERS = (200, 400, 404, 422, 503)


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every parameter on every route and page, or a few of them on the first page."""
    queries = [f"{name}={quote(TEXT)}" for name in (*PARAMETERS, *MORE)]
    asked = [f"/{route}?{query}" for route in (ROUTES if thorough else ROUTES[:6]) for query in queries]
    yield judged(FAMILY, "routes", len(asked), (fault for path in asked for fault in _faults(target, path)))
    if not (browser := chromium()):
        yield Outcome(FAMILY, "pages", None, 0, "there is no Chromium; MAPAPP_CHROMIUM names one")
        return
    queries += [f"{name}={quote(TEXT)}" for name in OF_PAGES]
    for entry in ENTRIES if thorough else ENTRIES[:1]:
        yield _page(target, browser, entry.path, queries if thorough else queries[:3])


def _faults(target: Target, path: str) -> Iterator[str]:
    answer = target.ask(path)
    if answer.status not in ANSWERS:
        yield f"{path[:60]} answered {answer.status}"
    refused = answer.status in (400, 404, 422)
    if refused and not answer.headers.get("content-type", "").startswith("text/plain"):
        yield f"{path[:60]} is refused as {answer.headers.get('content-type')}"
    if refused and (len(answer.text) > SENTENCE or "Traceback" in answer.text):
        yield f"{path[:60]} is refused in {len(answer.text)} characters"


def _page(target: Target, browser: str, page: str, queries: list[str]) -> Outcome:
    """A page with each query, for one who may write, as he sees most."""
    from attacks.browser import Browsing

    faults = []
    with Browsing(browser, target.address) as browsing:
        for start in range(0, len(queries), AT_ONCE):
            some = queries[start : start + AT_ONCE]
            seen = browsing.together([f"{target.address}{page}?{query}" for query in some], HOST, target.cookie)
            for query, (wrong, _) in zip(some, seen, strict=True):
                faults += [f"{query.partition('=')[0]}: {what}" for what in wrong]
    faults += [fault] if target.hostile and (fault := target.fault) else []
    return judged(FAMILY, f"/{page} in a browser", len(queries), faults, "no link, picture or script of another")
