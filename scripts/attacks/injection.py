"""Texts that break out, in every column of a tour and in every language, through every output: they stay texts.

Files are read with another program than wrote them (`attacks.readers`); `attacks.pages` opens in a browser what one
renders.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from serving import ROOT

from attacks import own_routes
from attacks.outcome import Outcome, judged
from attacks.readers import looked
from attacks.target import BARE, BROKEN, FULL, Answer, Target
from mapapp.exports import FORMATS
from tests.fixtures.injection import INJECTIONS

FAMILY = "injection"
DEAR = ("snapshot.pdf", "snapshot.png", "brief.pdf", "brief.docx", "story.pdf")
COMPARED = "with=central-asia-2025"
SEEN_IN = ("ru", "ar")  # in which the tour has texts of its own; the second runs from right to left
OGC = ("", "/api", "/conformance", "/collections", "/collections/events/items?limit=10", "/collections/stops/items")
ADDRESS = "http://127.0.0.1:9/tours"  # where nobody listens: no page loads anything from there


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every file, alone, compared and in other languages, and every route for programs; in the short form fewer."""
    if not target.hostile:
        yield Outcome(FAMILY, "every output", None, 0, "the app was not started here and has no hostile tour")
        return
    for format_ in FORMATS:
        if thorough or format_.name not in DEAR:
            yield _file(target, format_.name, thorough=thorough)
    yield _routes(target)
    yield _reconciled(target)
    if thorough:
        yield _published(target)


def _file(target: Target, name: str, *, thorough: bool) -> Outcome:
    """One format: alone, compared with another tour, and in each language."""
    corridors = f"corridor={FULL},{BROKEN},{BARE}"
    asked = ["", COMPARED, corridors, *(f"lang={code}" for code in SEEN_IN)] if thorough else [""]
    faults, size = [], 0
    for query in asked:
        answer = target.ask(f"/{name}?tour={target.hostile}&{query}")
        wrong = [f"answered {answer.status}"] if answer.status != 200 else looked(name, answer.body)
        faults += [f"{query or 'alone'}: {fault}" for fault in wrong]
        size = max(size, len(answer.body))
    return judged(FAMILY, name, len(asked), faults, f"{size:,} bytes")


def _routes(target: Target) -> Outcome:
    """What programs read: all of it JSON, and none of it taken for a page."""
    hostile = f"tour={target.hostile}"
    queries = (hostile, f"{hostile}&lang=ar&{COMPARED}")
    paths = [f"/{name}?{query}" for name in own_routes.for_programs() for query in queries if "corridor" not in name]
    paths += [f"/corridor.json?corridor={id_}" for id_ in (FULL, BROKEN, BARE)]
    paths += [f"/ogc/{hostile}{path}" for path in OGC] + [f"/ogc?{hostile}"]
    faults = [f"{path}: {fault}" for path in paths for fault in _program(target.ask(path))]
    return judged(FAMILY, "cards, labels and features", len(paths), faults)


def _program(answer: Answer) -> list[str]:
    kind = answer.headers.get("content-type", "")
    wrong = [] if answer.status == 200 else [f"answered {answer.status}"]
    wrong += [] if "json" in kind else [f"is sent as {kind}"]
    wrong += [] if answer.headers.get("x-content-type-options") == "nosniff" else ["may be sniffed"]
    return wrong or looked("x.json", answer.body)


def _reconciled(target: Target) -> Outcome:
    """The texts as names and as ids: JSON, or a page in which nothing of them is markup."""
    faults, tries = [], 0
    for text in INJECTIONS.values():
        for path, name in (("/reconcile", "queries"), ("/reconcile/suggest/entity", "prefix"),
                           ("/reconcile/preview", "id"), ("/reconcile", "extend")):  # fmt: skip
            asked = text[:300] if path != "/reconcile" else _batch(name, text[:300])
            answer = target.ask(f"{path}?{urlencode({name: asked})}")
            tries += 1
            kind = answer.headers.get("content-type", "")
            if answer.status not in (200, 400, 404, 422) or ("html" in kind and answer.status != 200):
                faults.append(f"{path}?{name}={text[:20]!r} answered {answer.status} as {kind}")
            elif "json" in kind:
                faults += [f"{path}: {fault}" for fault in looked("x.json", answer.body)]
            elif "html" in kind and (text in answer.text and "<" in text):
                faults.append(f"{path}?{name}={text[:20]!r} repeats it")
    return judged(FAMILY, "names that OpenRefine asks for", tries, faults)


def _batch(name: str, text: str) -> str:
    """What OpenRefine sends under that name, with the text wherever it may say something."""
    stated = [{"pid": name, "v": text} for name in ("country", "date")]
    if name == "queries":
        return json.dumps({text: {"query": text, "type": text, "properties": stated}})
    return json.dumps({"ids": [text], "properties": [{"id": "country"}]})


def _published(target: Target) -> Outcome:
    """The published folder, in each language of the tour: every file as above."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        said = published(target, site)
        found = sorted(path for path in site.rglob("*") if path.is_file())
        faults = [said] if said else []
        faults += [f"{p.relative_to(site)}: {fault}" for p in found for fault in looked(p.name, p.read_bytes())]
    return judged(FAMILY, "a published folder", len(found), faults)


def published(target: Target, site: Path) -> str:
    """Publish the hostile tour into a folder, with an address; a sentence where that failed, otherwise ""."""
    command = [sys.executable, "-m", "mapapp", "publish", str(target.folder / "tours" / target.hostile), str(site)]
    done = subprocess.run([*command, "--address", ADDRESS], cwd=ROOT, capture_output=True, text=True, check=False)
    return f"publish ended with {done.returncode}: {done.stderr[-100:]}" if done.returncode else ""
