"""What somebody uploads: hostile names, files that are none, too large ones, too many, and from another page."""

import asyncio
import uuid
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attacks.outcome import Outcome, judged
from attacks.target import Target, chromium
from attacks.wire_page import session_of
from mapapp.access.uploads import MOST

if TYPE_CHECKING:
    from attacks.browser import Browsing

FAMILY = "uploads"
TABLE = b"Date,City\n2026-12-01,Astana\n2026-12-02,Almaty\n"
NAMES = ("../../../../tmp/escaped.csv", "..\\..\\escaped.csv", "<img src=x onerror=window.injected=1>.csv",
         "[a](http://host.invalid) $x^2$ :red[b].csv", "con.csv", "a" * 240 + ".csv", "\u202etxt.csv", "~new-x.csv",
         "a;b=c,d%00.csv", ".csv")  # fmt: skip
CONTENTS = {"empty.csv": b"", "zeros.csv": b"\0" * 5000, "program.xlsx": b"MZ" + bytes(range(256)) * 20,
            "cut.xlsx": b"PK\3\4" + b"\x14\0" * 200, "page.csv": b"<script>window.injected=1</script>," * 50,
            "other.ods": b"PK\5\6" + b"\0" * 18, "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600,
            "wide.csv": b"," * 20_000 + b"\n"}  # fmt: skip
ANSWERED = ".review .row, .nt-said, p.wrong, [data-testid=stFileUploaderFileError], [data-testid=stAlert], .said"
PATIENCE = 60_000  # milliseconds
LARGE = 22_000_000  # bytes, above the limit of a file
REFUSED = range(400, 500)


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """Names and contents on the page that takes them, then sizes, numbers and origins on the wire."""
    if not target.hostile:
        yield Outcome(FAMILY, "uploads", None, 0, "only against an app that is started here")
        return
    if thorough and (path := chromium()):
        from attacks.browser import Browsing

        with Browsing(path, target.address) as browsing:
            yield _dropped(target, browsing, "names", dict.fromkeys(NAMES, TABLE))
            yield _dropped(target, browsing, "files that are none", CONTENTS)
    yield asyncio.run(_wired(target))


def _dropped(target: Target, browsing: "Browsing", what: str, dropped: Mapping[str, bytes]) -> Outcome:
    """Each on a page of its own: a review or a sentence comes, and nothing is anywhere that was not."""
    from playwright.sync_api import TimeoutError

    before, faults = _there(target), list[str]()
    for name, content in dropped.items():
        with browsing.noted() as (page, wrong):
            page.goto(f"{target.address}new-tour", wait_until="commit")
            box = page.locator("input[type=file]")
            box.wait_for(state="attached", timeout=PATIENCE)
            box.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
            try:
                page.locator(ANSWERED).filter(visible=True).first.wait_for(timeout=PATIENCE)
            except TimeoutError as late:
                faults.append(f"{name[:40]!r} is not answered: {late.message[:40]}")
                continue
            browsing.settled(page, wrong, "host.invalid")
            faults += [f"{name[:40]!r}: {fault}" for fault in wrong]
    faults += [fault] if (fault := target.fault) else []
    faults += [f"{name} is there now" for name in _there(target) - before]
    return judged(FAMILY, what, len(dropped), faults, "a review or a sentence each time")


def _there(target: Target) -> set[str]:
    """The files in the app's folder, and where a name that leads out would lead."""
    near = target.folder.parent
    return {str(path) for folder in (target.folder, near) for path in folder.glob("**/*escaped*")}


async def _wired(target: Target) -> Outcome:
    """With a session of its own: what is refused is refused before it is kept, and the page goes on."""
    async with session_of(target, "new-tour") as session:
        token = await asyncio.to_thread(_token, target)
        path = f"/_stcore/upload_file/{session}/{uuid.uuid4()}"

        def put(content: bytes, to: str = path, **more: str) -> int:
            return _put(target, to, content, {"Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token} | more)

        tries = [
            ("one of 22 MB", put(b"x" * LARGE), REFUSED),
            ("one without the page's token", _put(target, path, TABLE, {}), REFUSED),
            ("one with another token", put(TABLE, **{"X-Xsrftoken": "x"}), REFUSED),
            ("one into no session", put(TABLE, path.replace(session, str(uuid.uuid4()))), REFUSED),
            ("one whose path leads out", put(TABLE, f"/_stcore/upload_file/..%2f..%2f{session}/x"), REFUSED),
        ]
        many = [put(TABLE) for _ in range(MOST + 10)]
    faults = [f"{what} was answered with {status}" for what, status, right in tries if status not in right]
    faults += [f"{len(many)} in a moment were answered with {many[-1]}"] if many[-1] != 429 else []
    faults += [f"an honest one was answered with {status}" for status in set(many) - {204, 429}]
    return judged(FAMILY, "sizes, numbers and origins", len(tries) + len(many), faults, f"{many.count(204)} were taken")


def _token(target: Target) -> str:
    cookie = target.ask("/_stcore/health").headers.get("set-cookie", "")
    return cookie.partition("=")[2].partition(";")[0]


def _put(target: Target, path: str, content: bytes, headers: Mapping[str, str]) -> int:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="../a.csv"\r\n\r\n' + content + b"\r\n--b--\r\n"
    )
    kind = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": str(len(body))}
    return target.ask(path, "PUT", {**headers, **kind}, body).status
