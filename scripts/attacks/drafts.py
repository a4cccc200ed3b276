"""A tour that is not public, asked for in every way by whoever may not: not a word of it is in an answer.

One is a draft; the other is published, and has a newer version that is not. Every column of both holds the secret.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from serving import ROOT

from attacks import own_routes
from attacks.outcome import Outcome, judged
from attacks.readers import laid_open
from attacks.target import Answer, Target, name_of
from attacks.wire_page import REFUSED, heard
from mapapp import library
from mapapp.ui.menu import ENTRIES
from tests.fixtures.injection import write_tour

FAMILY = "drafts"
SECRET, PUBLIC = "Xanadu", "Qarshi"  # in every column of what is a draft, and of what is published
REVIEWER = "Quentin Reviewer"
NOWHERE = "tour-that-is-nowhere"
EVIL = "evil.invalid"
OTHER = "tour=us-central-asia-2015&with={}"  # beside a tour that everybody sees
WAYS = ("tour={}", "tour={}&scene=1", "tour={}&event=e0", "tour={}&lang=ru", "tour={}&with=us-central-asia-2015",
        OTHER, f"{OTHER}&align=travel", f"{OTHER}&lang=ru&scene=1", "tour={0}&with={0}",
        "tour={}&with=traveller:p0")  # fmt: skip
OGC = ("", "/api", "/collections", "/collections/events", "/collections/events/items", "/collections/events/items/e0")
DEAR = ("snapshot.png", "snapshot.pdf", "snapshot.svg", "brief.pdf", "brief.docx", "story.pdf")
SAMPLE = ("/embed?tour={}", "/tour.csv?tour={}", "/cards.json?tour={}", "/filters.json?tour={}",
          "/ogc/tour={}/collections/events/items", "/embed?tour=us-central-asia-2015&with={}",
          "/card?tour={}")  # fmt: skip


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Every route in every way, by strangers and by pages of others in the browser of one who may; in short, fewer."""
    if not target.hostile:
        yield Outcome(FAMILY, "every way", None, 0, "only against an app that is started here")
        return
    draft, half = _made(target.folder)
    cookie = {"Cookie": f"{name_of(target.address)}={target.cookie}"}
    yield _shown(target, draft, half, cookie)
    yield _asked(target, draft, half, thorough=thorough)
    yield _borrowed(target, draft, half, cookie)
    yield _pages(target, draft, half, cookie, thorough=thorough)
    if thorough:
        yield _commands(draft, half)


def _made(folder: Path) -> tuple[str, str]:
    """The ids of the draft, and of the tour whose newer version is one."""
    new, old = (_contents(folder / word / "tour", word) for word in (SECRET, PUBLIC))
    draft = library.create("A draft", new, by=REVIEWER, note=SECRET)
    half = library.create("Half published", old, by=REVIEWER)
    library.publish(half, 1)
    library.save(half, new, began_from=1, by=REVIEWER, note=SECRET)
    return draft, half


def _contents(folder: Path, word: str) -> dict[str, bytes]:
    written = write_tour(folder, [f"{word} {number}" for number in range(6)], languages=("ru",))
    review = f"row,column,text,note,by\n1,place,x,{SECRET},{REVIEWER}\n".encode()
    return {path.name: path.read_bytes() for path in written.iterdir()} | {"review.csv": review}


def _routes(*, thorough: bool) -> list[str]:
    """Every address with a tour in it."""
    names = [name for name in own_routes.of_a_tour() if thorough or name not in DEAR]
    plain = [f"/{name}?{way}" for name in names for way in (WAYS if thorough and name not in DEAR else WAYS[:1])]
    plain += [f"/{name}?{OTHER}" for name in DEAR if thorough]
    return plain + [f"/ogc/{way}{path}" for path in OGC for way in WAYS] + [f"/ogc{path}?{WAYS[0]}" for path in OGC]


def _leaks(answer: Answer) -> bool:
    told = laid_open(answer.body) + str(answer.headers).encode()
    return any(word.encode() in told for word in (SECRET, REVIEWER))


def _shown(target: Target, draft: str, half: str, cookie: Mapping[str, str]) -> Outcome:
    """Whoever may write is shown the secret, without which nothing here could fail."""
    asked = [path.format(id_) for path in SAMPLE if "ogc" not in path for id_ in (draft, half)]
    faults = [f"{path} shows nothing" for path in asked if not _leaks(target.ask(path, headers=cookie))]
    for page in ("", "edit"):
        if SECRET.encode() not in heard(target, page, f"tour={draft}", {**cookie, "Origin": target.address[:-1]}):
            faults.append(f"the page '{page}' shows nothing")
    return judged(FAMILY, "the one who may is shown it", len(asked) + 2, faults)


def _asked(target: Target, draft: str, half: str, *, thorough: bool) -> Outcome:
    """By a stranger: the draft is what a tour is that does not exist, the other as it was published."""
    faults, tries = [], 0
    for path in _routes(thorough=thorough):
        secret, nothing, old = (target.ask(path.format(id_)) for id_ in (draft, NOWHERE, half))
        tries += 2
        if secret.status != nothing.status or secret.text.replace(draft, "") != nothing.text.replace(NOWHERE, ""):
            faults.append(f"{path} is another answer than for no tour: {secret.status} {secret.text[:60]}")
        faults += [f"{path} tells the secret" for answer in (secret, old) if _leaks(answer)]
        if old.status not in (200, 400, 404):
            faults.append(f"{path} of what is published answered {old.status}")
    return judged(FAMILY, "every route by a stranger", tries, faults)


def _strange(target: Target, cookie: Mapping[str, str]) -> list[dict[str, str]]:
    """With the cookie of one who may: from a name that was made to lead here, another page, another port, a proxy."""
    own = target.address.removeprefix("http://").rstrip("/")
    hosts = (EVIL, f"{EVIL}:{target.port}", f"localhost.{EVIL}:{target.port}", f"{EVIL}@{own}",
             f"0.0.0.0:{target.port}", "127.0.0.1:1", f"169.254.1.1:{target.port}",
             f"[::ffff:10.0.0.1]:{target.port}")  # fmt: skip
    tries = [{"Host": host} for host in hosts]
    tries += [{"Host": host, "Origin": f"http://{host}"} for host in hosts]
    origins = (f"http://{EVIL}", "null", "http://127.0.0.1:1", "http://localhost:1", f"http://{own}.{EVIL}", "file://")
    tries += [{"Origin": origin} for origin in origins]
    tries += [{"Sec-Fetch-Site": site, "Sec-Fetch-Dest": "iframe"} for site in ("cross-site", "same-site")]
    tries += [{name: EVIL} for name in ("X-Forwarded-Host", "X-Forwarded-For", "Via", "X-Real-IP", "Forwarded")]
    tries += [{"X-Forwarded-Host": own, "X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "https"}]
    guessed = [{"Cookie": f"{name_of(target.address)}={value}"} for value in ("", "x", "%00", target.cookie[:-1])]
    return [{**cookie, **headers} for headers in tries] + guessed


def _borrowed(target: Target, draft: str, half: str, cookie: Mapping[str, str]) -> Outcome:
    strange = _strange(target, cookie)
    asked = [(path.format(id_), headers) for headers in strange for path in SAMPLE for id_ in (draft, half)]
    faults = []
    for path, headers in asked:
        answer = target.ask(path, headers=headers)
        changed = {name: value for name, value in headers.items() if name != "Cookie"} or "a guessed cookie"
        faults += [f"{path} tells the secret to {changed}"] if _leaks(answer) else []
        repeated = "Host" not in headers and EVIL in answer.text + str(answer.headers)  # its own name it may be told
        faults += [f"{path} repeats {EVIL}"] if repeated else []
    return judged(FAMILY, "rebinding, foreign origins, forwarded hosts", len(asked), faults)


def _pages(target: Target, draft: str, half: str, cookie: Mapping[str, str], *, thorough: bool) -> Outcome:
    """The pages themselves, as they go over the wire."""
    faults, tries = [], 0
    for page in [entry.path for entry in ENTRIES] if thorough else ["", "edit"]:
        for way in ("tour={}", OTHER):
            for id_ in (draft, half):
                said = heard(target, page, way.format(id_), {"Origin": target.address[:-1]})
                tries += 1
                faults += [f"the page '{page}' tells {way}"] if SECRET.encode() in said else []
                faults += [f"the page '{page}' was refused"] if said == REFUSED else []
    for headers in _strange(target, cookie)[: None if thorough else 6]:
        tries += 1
        if SECRET.encode() in heard(target, "", f"tour={draft}", headers):
            faults.append(f"the page tells it to {[*headers.items()][1:]}")
    return judged(FAMILY, "every page over its wire", tries, faults)


def _commands(draft: str, half: str) -> Outcome:
    """What is published as a folder: of the draft nothing, of the other the old version."""
    with tempfile.TemporaryDirectory() as name:
        site, command = Path(name), [sys.executable, "-m", "mapapp", "publish"]
        address = ["--address", "http://127.0.0.1:9/tours"]
        refused = subprocess.run(
            [*command, draft, str(site / "a"), *address], cwd=ROOT, capture_output=True, check=False
        )
        done = subprocess.run([*command, half, str(site / "b"), *address], cwd=ROOT, capture_output=True, check=False)
        found = [path for path in site.rglob("*") if path.is_file()]
        faults = [f"{p.relative_to(site)} tells it" for p in found if _leaks(Answer(200, {}, p.read_bytes()))]
    faults += [] if refused.returncode == 2 else [f"a draft is published: {refused.returncode}"]
    faults += [] if done.returncode == 0 and found else [f"publish ended with {done.returncode}"]
    return judged(FAMILY, "publish", len(found) + 1, faults, "the old version alone")
