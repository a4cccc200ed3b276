"""The hostile tour on every page of the app, of the saved file and of a published folder, in a browser.

Nothing of its texts runs, and nobody else is asked. Whoever may write sees pages that others do not.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from attacks.injection import COMPARED, SEEN_IN, published
from attacks.outcome import Outcome, judged
from attacks.target import BARE, BROKEN, FULL, Target, chromium
from mapapp import files

if TYPE_CHECKING:
    from attacks.browser import Browsing

FAMILY = "pages"
PAGES = ("", "story", "places", "corridor", "in-words", "new-tour", "article", "edit", "embed", "card", "snapshot.svg")
WAYS = (f"?corridor={FULL}", f"corridor?corridor={FULL}", f"corridor?corridor=trans-caspian&beside={FULL}",
        f"corridor?corridor={FULL}&beside=trans-caspian", f"corridor?corridor={BROKEN}",
        f"corridor?corridor={BARE}")  # fmt: skip
MORE = (*WAYS, "embed?scene=2", f"?{COMPARED}", f"embed?{COMPARED}", f"in-words?{COMPARED}",
        "?corridor=none&theme=dark", "embed?at=66,43,5&event=e8", "?event=e17")  # fmt: skip


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """All of them, also in other languages, then what is brought and edited; in the short form the first alone."""
    if not target.hostile:
        yield Outcome(FAMILY, "every page", None, 0, "the app was not started here and has no hostile tour")
        return
    if not (path := chromium()):
        yield Outcome(FAMILY, "every page", None, 0, "there is no Chromium; MAPAPP_CHROMIUM names one")
        return
    from attacks.browser import Browsing

    with Browsing(path, target.address) as browsing, tempfile.TemporaryDirectory() as folder:
        pages = [*PAGES, *MORE] if thorough else [*PAGES[:1]]
        pages += [f"{page}?lang={code}" for code in SEEN_IN for page in PAGES] if thorough else []
        for page in pages:
            address = f"{target.address}{page}{'&' if '?' in page else '?'}tour={quote(target.hostile)}"
            yield _told(f"/{page}", *browsing.looked(address), target.fault)
        if thorough:
            yield from _stored(target, browsing, Path(folder))
            yield from _brought(target, browsing)


def _told(title: str, faults: list[str], elements: int, logged: str = "") -> Outcome:
    return judged(FAMILY, title, elements, [*faults, *([logged] if logged else [])], f"{elements:,} elements")


def _stored(target: Target, browsing: "Browsing", folder: Path) -> Iterator[Outcome]:
    """Files that a browser opens from a disk."""
    saved = folder / "tour.html"
    files.write(saved, target.ask(f"/tour.html?tour={target.hostile}").body)
    yield _told("tour.html from a disk", *browsing.looked(saved.as_uri()))
    said = published(target, folder / "site")
    yield judged(FAMILY, "publish", 1, [said] if said else [])
    for page in sorted((folder / "site").rglob("*.html")):
        yield _told(f"{page.relative_to(folder / 'site')}, published", *browsing.looked(page.as_uri()))


def _brought(target: Target, browsing: "Browsing") -> Iterator[Outcome]:
    """A table and an article full of the texts, and the tour itself where it is edited."""
    from attacks import bringing

    steps = {"a table": bringing.table, "an article": bringing.article, "a tour that is edited": bringing.edited}
    for title, bring in steps.items():
        faults, elements = bring(browsing, target)
        yield _told(title, faults, elements, target.fault)
