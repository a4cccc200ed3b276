"""What stands in a link alone: no link, picture or script of another on any page, and one sentence from every route."""

from collections.abc import Iterator
from urllib.parse import quote

from attacks.outcome import Outcome, judged
from attacks.target import Target, chromium
from mapapp.view import PARAMETERS

FAMILY = "links"
HOST = "host.invalid"
TEXTS = (
    f"[Log in](http://{HOST}) ![](http://{HOST}/p.png) http://{HOST}/a www.{HOST} <img src=//{HOST}/p onerror=alert()>",
    f'"><script src=//{HOST}/s.js></script>:red[a] $x^2$ {{{{7*7}}}} `a` <a href=//{HOST}>b</a>',
)
MORE = ("from", "to", "via", "allow", "lang", "size", "scale")
ROUTES = ("embed", "card", "cards.json", "corridor.json", "snapshot.svg", "brief.md", "tour.html", "tour.kml")
PAGES = ("", "places", "corridor")
SENTENCE = 600  # characters of a sentence that refuses
ANSWERS = (200, 400, 404, 422, 503)


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every parameter on every route and page, or a few of them on the first page."""
    names = (*PARAMETERS, *MORE, "v")
    queries = [f"{name}={quote(text)}" for name in names for text in TEXTS]
    asked = [f"/{route}?{query}" for route in (ROUTES if thorough else ROUTES[:4]) for query in queries]
    yield judged(FAMILY, "routes", len(asked), (fault for path in asked for fault in _faults(target, path)))
    if not (browser := chromium()):
        yield Outcome(FAMILY, "pages", None, 0, "there is no Chromium; MAPAPP_CHROMIUM names one")
        return
    yield from _pages(target, browser, queries if thorough else queries[:3], PAGES if thorough else PAGES[:1])


def _faults(target: Target, path: str) -> Iterator[str]:
    answer = target.ask(path)
    if answer.status not in ANSWERS:
        yield f"{path[:60]} answered {answer.status}"
    refused = answer.status in (400, 404, 422)
    if refused and not answer.headers.get("content-type", "").startswith("text/plain"):
        yield f"{path[:60]} is refused as {answer.headers.get('content-type')}"
    if refused and (len(answer.text) > SENTENCE or "Traceback" in answer.text):
        yield f"{path[:60]} is refused in {len(answer.text)} characters"


def _pages(target: Target, browser: str, queries: list[str], pages: tuple[str, ...]) -> Iterator[Outcome]:
    from attacks.browser import Browsing

    with Browsing(browser, target.address) as browsing:
        for page in pages:
            faults = []
            for query in queries:
                wrong, _ = browsing.looked(f"{target.address}{page}?{query}", HOST)
                faults += [f"{query.partition('=')[0]}: {what}" for what in wrong]
            yield judged(FAMILY, f"/{page} in a browser", len(queries), faults, "no link, picture or script of another")
