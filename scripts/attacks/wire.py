"""Paths, headers, ranges, methods: no fault, no file of the machine, no word of a reader repeated as ours."""

import hashlib
from collections.abc import Iterator

from attacks import own_routes
from attacks.outcome import Outcome, judged
from attacks.target import Answer, Target

FAMILY = "wire"
ROUTES = ("/embed", "/card", "/cards.json", "/tour.geojson", "/tour.csv", "/tour.ics", "/assets/map.js",
          "/basemap/land.geojson", "/", "/places", "/corridor")  # fmt: skip
NOWHERE = ("/tour.dwg", "/x", "/x/places", "/.git/config", "/wp-login.php", "/static/js/none.js", "/places/x",
           "/_stcore/none", "/embed/x", "/Places")  # fmt: skip
UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "..%252f", "....//", "..%c0%af", "%00/../")
FROM = ("/", "/assets/", "/basemap/", "/static/", "/media/", "/component/", "/app/static/", "/_stcore/")
UPLOADS = tuple(
    f"/_stcore/upload_file/{session}/{file}" for session in ("x", "..%2f..", "a" * 500) for file in ("y", "%00")
)
WRONG = ("/tour.csv?since=x", "/embed?tour=none", "/?key=x", "/%00", "/tour.csv?tour=%2e%2e", "/" + "a" * 5000)
CLOSED = tuple(f"/_stcore/{name}" for name in ("metrics", "agent/interact", "agent/mcp", "agent/openapi.json"))
GUARDS = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")
METHODS = ("GET", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "POST", "PROPFIND", "NONSENSE")
RANGES = ("bytes=0-0", "bytes=-1", "bytes=5-1", "bytes=0-,0-,0-,0-", "bytes=" + "0-0," * 2000, "bytes=99999999999-",
          "lines=1-2", "bytes=a-b", "")  # fmt: skip
HEAVY = (".png", ".pdf", ".docx", ".html", ".svg", ".md")  # files whose answer takes long
LEAKED = "root:"  # how a file of accounts begins
HOST = "evil.invalid"
HEADERS: tuple[dict[str, str], ...] = (
    {"X-Forwarded-Host": HOST},
    {"X-Forwarded-Proto": "javascript", "X-Forwarded-Host": HOST},
    {"Forwarded": f"host={HOST}"},
    {"X-Original-URL": "/tour.csv", "X-Rewrite-URL": f"http://{HOST}/"},
    {"Origin": f"http://{HOST}"},
    {"Referer": f"http://{HOST}/"},
)
ODD: tuple[dict[str, str], ...] = (
    {"If-None-Match": '"' * 5000},
    {"If-None-Match": "W/" * 1000},
    {"If-Modified-Since": "yesterday"},
    {"If-Range": "x", "Range": "bytes=0-1"},
    {"Accept-Encoding": "gzip;q=x, *;q=0, " + "a," * 2000},
    {"Content-Length": "-1"},
    {"Transfer-Encoding": "chunked"},
    {"Cookie": "a=b; " * 1000},
    {"Host": 'a"><script>'},
)
QUERIES = ("?" + "a=b&" * 3000, "?tour=" + "%00", "?tour=%ff%fe", "?tour=" + "a" * 6000, "?since=9999999-99-99",
           "?at=nan,inf,1e999", "?q=%F0%9F%98", "?country=" + "KZ," * 2000, "?tour=..%2f..%2fetc", "?=&&&=?&#",
           "?text=" + "%25" * 1000, "?size=a4&scale=1e9", "?lang=../x", "?event=" + "%E2%80%AE")  # fmt: skip


def attack(target: Target, *, thorough: bool = True) -> Iterator[Outcome]:
    """All of it, or with fewer places to start from."""
    places = FROM if thorough else FROM[:3]
    paths = [f"{place}{up * 8}etc/passwd" for place in places for up in UP]
    yield judged(FAMILY, "paths that lead out", len(paths), _faults(target, paths, LEAKED))
    yield judged(FAMILY, "paths to nothing are 404", len(NOWHERE), _nowhere(target))
    yield judged(FAMILY, "methods", len(METHODS[1:]) * len(ROUTES), _methods(target))
    yield judged(FAMILY, "ranges", len(RANGES) * len(ROUTES), _ranges(target))
    told = [(route, headers) for headers in HEADERS for route in ROUTES]
    yield judged(FAMILY, "another host's name is not repeated", len(told), _repeated(target, told))
    odd = [(route, headers) for headers in ODD for route in (ROUTES if thorough else ROUTES[:4])]
    yield judged(FAMILY, "odd headers", len(odd), (f for r, h in odd for f in _fault(target.ask(r, headers=h), r)))
    more = [path for path in own_routes.plain() if path not in ROUTES and not path.endswith(HEAVY)]
    asked = [route + query for query in QUERIES for route in (*ROUTES, *more)]
    yield judged(FAMILY, "odd queries", len(asked), _faults(target, asked))
    told = [(route, headers) for headers in (*HEADERS, *ODD) for route in (more if thorough else [])]
    yield judged(
        FAMILY,
        "headers, every other route",
        len(told),
        (f for r, h in told for f in _fault(target.ask(r, headers=h), r)),
    )
    guesses = 500 if thorough else 50
    yield judged(FAMILY, "keys that are guessed let nobody write", guesses, _guessed(target, guesses))
    yield judged(FAMILY, "uploads without a page", len(UPLOADS), _uploaded(target))
    yield judged(FAMILY, "If-None-Match: * is 304", 7, _star(target))
    every = [path for path in own_routes.every() if thorough or not path.endswith(HEAVY)]
    sent = [(path, method) for path in (*every, *NOWHERE, *WRONG) for method in (METHODS if thorough else METHODS[:1])]
    yield judged(FAMILY, "headers on every route", len(sent), (f for p, m in sent for f in _guarded(target, p, m)))
    yield judged(FAMILY, "Streamlit's own doors are closed", len(CLOSED) * 2, _closed(target))
    server = target.ask("/embed").headers.get("server", "")
    yield Outcome(FAMILY, "the server's name", True, 1, f"server: {server}" if server else "not told")


def _faults(target: Target, paths: list[str], leaked: str = "") -> Iterator[str]:
    for path in paths:
        answer = target.ask(path)
        yield from _fault(answer, path)
        if leaked and leaked in answer.text:
            yield f"{path[:80]} sent a file of the machine"


def _fault(answer: Answer, path: str) -> Iterator[str]:
    if answer.status >= 500 and answer.status != 503:  # 503: too many files at this moment
        yield f"{path[:80]} answered {answer.status}"
    if "Traceback (most recent" in answer.text:
        yield f"{path[:80]} answered with a traceback"


def _guessed(target: Target, guesses: int) -> Iterator[str]:
    for number in range(guesses):
        key = hashlib.sha256(str(number).encode()).hexdigest()[: 22 + number % 22]
        answer = target.ask(f"/?key={key}")
        yield from _fault(answer, "/?key=")
        if "set-cookie" in answer.headers or answer.status in (200, 303):
            yield f"the key {key} was answered with {answer.status}"


def _uploaded(target: Target) -> Iterator[str]:
    for path in UPLOADS:
        for method in ("PUT", "POST"):
            answer = target.ask(path, method, {"Content-Length": "0", "Cookie": "mapapp_key_8501=x; _streamlit_xsrf=x"})
            yield from _fault(answer, f"{method} {path}")
            if 200 <= answer.status < 300:
                yield f"{method} {path} was answered with {answer.status}"


def _nowhere(target: Target) -> Iterator[str]:
    return (f"{path} answered {status}" for path in NOWHERE if (status := target.ask(path).status) != 404)


def _methods(target: Target) -> Iterator[str]:
    for method in METHODS[1:]:
        for route in ROUTES:
            answer = target.ask(route, method)
            yield from _fault(answer, f"{method} {route}")
            if 200 <= answer.status < 300 and (method != "OPTIONS" or answer.body):
                yield f"{method} {route} answered {answer.status}"


def _ranges(target: Target) -> Iterator[str]:
    for route in ROUTES:
        whole = len(target.ask(route).body)
        for range_ in RANGES:
            answer = target.ask(route, headers={"Range": range_})
            yield from _fault(answer, f"Range {range_[:20]} of {route}")
            if len(answer.body) > 2 * whole + 10_000:
                yield f"Range {range_[:20]} of {route} answered {len(answer.body):,} bytes for {whole:,}"


def _repeated(target: Target, told: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    for route, headers in told:
        answer = target.ask(route, headers=headers)
        yield from _fault(answer, route)
        if HOST in answer.text or any(HOST in value for value in answer.headers.values()):
            yield f"{route} repeats {', '.join(headers)}"


def _star(target: Target) -> Iterator[str]:
    for route in (*ROUTES[:7], "/basemap/land.geojson"):
        status = target.ask(route, headers={"If-None-Match": "*"}).status
        if status != 304:
            yield f"{route} answered {status}"


def _guarded(target: Target, path: str, method: str) -> Iterator[str]:
    headers = target.ask(path, method, {"Content-Length": "0"}).headers
    yield from (f"{method} {path} has no {name}" for name in GUARDS if name not in headers)
    policy = headers.get("content-security-policy", "")
    if "frame-ancestors" not in policy or ("default-src 'none'" not in policy and "sandbox" not in policy):
        yield f"{method} {path} has the policy {policy[:60]}"
    runs = policy.partition("script-src")[2].partition(";")[0]
    if "unsafe" in runs or "http" in runs or headers.get("x-content-type-options") != "nosniff":
        yield f"{method} {path} may run {runs[:60]} or be sniffed"


def _closed(target: Target) -> Iterator[str]:
    for path in CLOSED:
        for method in ("GET", "POST"):
            if (status := target.ask(path, method, {"Content-Length": "0"}).status) != 404:
                yield f"{method} {path} answered {status}"
