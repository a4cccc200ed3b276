"""The doors of the server: what any program may send to it, headers among it, and tables that are geocoded."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from mapapp import files
from mapapp.errors import MapappError

if TYPE_CHECKING:
    from starlette.testclient import TestClient

HEADERS = (
    b"Accept-Language: ru-RU,kk;q=0.8,*;q=0.1\nAccept-Encoding: br;q=1.0, gzip;q=0.5, *;q=0",
    b'If-None-Match: W/"a", "b"\nRange: bytes=0-5,7-\nIf-Range: "a"',
    b"Origin: https://a.example\nHost: 127.0.0.1:8501\nSec-Fetch-Site: same-origin\nSec-Fetch-Dest: document",
    b"X-Forwarded-Host: a.example\nX-Forwarded-Proto: https\nX-Forwarded-For: 10.0.0.1, 127.0.0.1\nCookie: a=b; c",
)
ADDRESSES = (
    b"/ogc/country=KZ&status=held/collections/events/items?bbox=50,35,80,50&f=json",
    b"/ogc/collections/stops/items/e1?tour=central-asia-2025",
    b"/corridor.json?corridor=trans-caspian&lang=ru",
    b"/filters.json?tour=central-asia-2025&with=us-central-asia-2015",
    b"/labels.json?lang=kk",
    b"/reconcile/suggest/entity?prefix=Asta&cursor=2",
    b"/reconcile/preview?id=geonames:1526273",
    b"/assets/map.js?v=1",
    b"/basemap/land.geojson",
    b"/?key=abc&tour=x",
)
DATA = b"""{"ids": ["geonames:1526273", "x"], "properties": [{"id": "country"}, {"id": "position"}]}"""
QUERY = b"from=turkmenbashi&to=baku&via=aktau&allow=x,y&beside=trans-caspian"
GEOCODED = (b"place,country,date\nAlma-Ata,KZ,1985\n=1+1,,\n", b"Ort;Staat\n\xd6sterreich;AT\n",
            b"City\tnote\nOsh\t\"a\n", b"<table><tr><th>place<tr><td rowspan=3>Osh</table>")  # fmt: skip
SUFFIXES = (".csv", ".html", ".xlsx", ".parquet")
MARKED = "The minister travelled to Astana on 3 May 2025.\nShe met Mr Rivers in Almaty, and on 5 May in Osh."


def headers(data: bytes) -> None:
    """An answer of the whole app to these lines of headers: never a fault of the server."""
    lines = (line.partition(b":") for line in data.split(b"\n")[:20])
    told = [(name.strip(), text.strip()) for name, _, text in lines if name.strip()]
    sent = [(name, text) for name, text in told if name.replace(b"-", b"").isalnum() and name.isascii()]
    for path in ("/card", "/assets/map.css", "/none"):
        answered(path, dict(sent))


def address(data: bytes) -> None:
    """An answer to a path with a query."""
    text = data.decode("latin-1")
    if text.startswith("/") and text.isprintable() and not text.startswith("//"):
        answered(text, {})


def answered(path: str, told: Mapping[bytes, bytes]) -> None:
    """Ask the app, without Streamlit's pages."""
    status = _client().get(path, headers=dict(told), follow_redirects=False).status_code
    assert status < 500 or status == 503, f"{path[:60]} was answered with {status}"


@cache
def _client() -> "TestClient":
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.testclient import TestClient

    from mapapp.web import routes
    from mapapp.web.access import Access
    from mapapp.web.guards import Guards
    from mapapp.web.head import Head
    from mapapp.web.packed_files import PackedFiles
    from mapapp.web.unknown import Unknown

    own = routes()
    between = [
        Middleware(Guards),
        Middleware(Access, signed_in=lambda _: {}),
        Middleware(PackedFiles),
        Middleware(Head, pages=["", "places"]),
        Middleware(Unknown, base="", pages=["", "places"], routes=own),
    ]
    return TestClient(
        Starlette(routes=own, middleware=between), base_url="http://127.0.0.1:8501", client=("127.0.0.1", 1)
    )


def extended(data: bytes) -> None:
    """Data about places, as a cell of OpenRefine asks for it."""
    from mapapp.reconciliation import looking
    from mapapp.words.language import ENGLISH

    looking.extended(data.decode("utf-8", "replace"))
    looking.entities(data.decode("utf-8", "replace"), ENGLISH)


def way(data: bytes) -> None:
    """A way through a corridor, by a link."""
    from mapapp.assembly import loaded_corridor
    from mapapp.routing import enquiry
    from mapapp.routing.route import find_route

    corridor = loaded_corridor("trans-caspian").corridor
    query = {name: values[0] for name, values in parse_qs(data.decode("utf-8", "replace"), max_num_fields=100).items()}
    wanted, said = enquiry.parse(query, corridor, ["trans-caspian"])
    find_route(corridor, wanted.start, wanted.end, via=wanted.via, allow=wanted.allow)
    assert all(map(str, said))


def geocoded(data: bytes) -> None:
    """A table of each kind: what is read of it comes back from what is written."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            path = Path(folder) / f"in{suffix}"
            files.write(path, data)
            try:
                _written_again(path, Path(folder) / "out.tsv")
            except MapappError as refused:
                assert str(refused), "refused without a sentence"


def _written_again(path: Path, out: Path) -> None:
    from mapapp.batch import table
    from mapapp.batch.answering import COLUMNS

    found = table.opened(path)
    if set(found.columns) & set(COLUMNS) or not found.columns:
        return
    rows = sum(len(block[found.columns[0]]) for block in found.blocks())
    table.write(out, found, lambda block: dict.fromkeys(COLUMNS, [None] * len(block[found.columns[0]])))
    again = table.opened(out)
    assert len(again.columns) == len(found.columns) + len(COLUMNS), "a column is lost"
    assert sum(len(block[again.columns[0]]) for block in again.blocks()) == rows, "a row is lost"


def marked(data: bytes) -> None:
    """Words of an article that are selected, at positions that the browser sends."""
    from mapapp.articles.languages import language_of
    from mapapp.articles.marking import event, snapped, stop
    from mapapp.articles.opening import opened
    from mapapp.articles.reading import understood

    numbers = [int.from_bytes(data[at : at + 2], "big", signed=True) for at in (0, 2)]
    own = understood(opened(MARKED.encode() + data[4:], "article.txt"), language_of("en"))
    quote = snapped(own.reading.article, numbers[0] % 400 - 20, numbers[1] % 400 - 20)
    for make in (stop, event):
        made = make(own, quote, "h1")
        assert made.title.value, "a proposal without a title"


def asked() -> Sequence[tuple[str, Callable[[bytes], None], Sequence[bytes], int]]:
    """Name, function, what usually comes, and share of each."""
    return (
        ("headers of a request", headers, HEADERS, 30),
        ("an address of the server", address, ADDRESSES, 30),
        ("data that OpenRefine fetches", extended, (DATA,), 20),
        ("a way through a corridor", way, (QUERY,), 20),
        ("a table to geocode", geocoded, GEOCODED, 15),
        ("words that are marked", marked, (b"\0\x17\0\x1d", b"\0\x40\0\x46 It was so."), 10),
    )
