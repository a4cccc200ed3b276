"""The doors through which what is not ours comes in: how each is entered, and what usually comes.

A door takes bytes and returns, or refuses with a `MapappError`; anything else that it raises is a fault, and so is an
`AssertionError`, which says that what went in is not what came out.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from serving import ROOT

from attacks import asked_doors, folders
from attacks.folders import CORRIDOR, TOUR

ARTICLES = ROOT / "tests" / "fixtures" / "articles"
QUERY = b"v=1&tour=central-asia-2025&country=KZ,UZ&since=2025-03-27&until=2025-04-04&at=66.5,41.2,5&lang=ru&theme=dark"
COMPARED = b"tour=a&scene=3&with=traveller:rivers&align=travel&borders=de-facto&basemap=osm&corridor=none&sure=1"
PARTS = ("sources.csv", "nodes.csv", "sections.csv", "volumes.csv")
DAYS = (b"27 March 2025", b"2025-03-27/2025-04-04", b"17-19 Feb", b"2025-03-27T13:35~", b"13h35 Friday, June 10, 2016",
        "5\u20137 апреля 2025".encode(), b"2026", b"TBC", "2017-05-20,2017-05\u201322".encode())  # fmt: skip
NAMES = (b"Alexandria, LA", b"Tripoli (Lebanon)", "Ашхабад".encode(), b"Moscow (Idaho)", b"41.3, 69.2")
TABLE = b"""Day;Place;Country;Met with
27.03.2025;Ashgabat;Turkmenistan;President Rivers
28 March;Astana;;
TBC;;;
"""
PARTED = b"""Year\tMonth\tDay\tCity
2025\t3\t27\tAshgabat
2025\tApril\t4\tSamarkand
"""
TWICE = """Дата;Город;Событие;Event (EN);note@kk
27.03.2025;Ашхабад;Встреча;A meeting;Кездесу
""".encode()
HTML = b"""<table><tr><th>Date<th>Place
<tr><td rowspan=2>2025-03-27<td><a href='https://example.org'>Ashgabat</a><tr><td colspan=2>Astana</table>"""
QUERIES = b"""{"q0": {"query": "Astana", "limit": 3, "type": "city", "properties": [{"pid": "country", "v": "KZ"}]},
"q1": {"query": "LA"}}"""
QUOTES = b'{"type": "AnnotationPage", "items": [{"id": "#a", "body": {"selector": {"value": "x"}}}]}'


@dataclass(frozen=True, slots=True)
class Door:
    """A door with what usually comes through it, and how many of 1,000 cases are its."""

    name: str
    enter: Callable[[bytes], object]
    usual: Sequence[bytes]
    share: int


def doors() -> tuple[Door, ...]:
    """All of them; their shares add up to 1,000."""
    tables = [(TOUR / name).read_bytes() for name in ("visits.csv", "events.csv", "sources.csv")]
    return (
        Door("a link", _view, (QUERY, COMPARED), 150),
        Door("a date of a tour", _when, DAYS, 100),
        Door("a date of anybody's table", _date, DAYS, 100),
        Door("a cell that is written", _cell, (b"=1+1", "＝cmd|' /c'!A".encode(), b"x;=1", b"\t@x"), 90),
        Door("a name of a place", _name, NAMES, 30),
        Door("bytes of a text", _bytes, (*tables, "Ашхабад;Бишкек".encode("cp1251")), 30),
        Door("a table of a tour", _tables, (*tables, (TOUR / "people.csv").read_bytes()), 15),
        Door("a story", _story, _written("story.csv"), 15),
        Door("callouts", _callouts, _written("callouts.csv"), 15),
        Door("tour.toml", _toml, ((TOUR / "tour.toml").read_bytes(),), 15),
        Door("a table of a corridor", _of_corridor, [(CORRIDOR / name).read_bytes() for name in PARTS], 20),
        Door("corridor.toml", _corridor_toml, ((CORRIDOR / "corridor.toml").read_bytes(),), 20),
        Door("lines of a corridor", _lines, ((CORRIDOR / "geometry.geojson").read_bytes(),), 20),
        Door("anybody's table", _foreign, (TABLE, PARTED, TWICE, *tables), 20),
        Door("a page on the clipboard", _pasted, (HTML,), 20),
        Door("a table that is edited", _edited, (TABLE, *tables), 30),
        Door("judgments of a review", _review, (_judgments(),), 50),
        Door("quotes", _quotes, (QUOTES,), 45),
        Door("an article", _article, _articles(), 10),
        Door("a backup", _backup, (_packed(),), 10),
        Door("queries of OpenRefine", _reconcile, (QUERIES,), 20),
        Door("queries for features", _features, (b"bbox=50,35,80,50&datetime=2025-03-01/..&limit=10&offset=2",), 50),
        *(Door(*told) for told in asked_doors.asked()),
    )


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _view(data: bytes) -> None:
    from mapapp.view import View

    view = View.parse(_text(data))
    assert View.parse(view.query()) == view, "the link of a view is another view"


def _when(data: bytes) -> None:
    from mapapp.when import When

    when = When.parse(_text(data))
    assert When.parse(str(when)) == when, "a date that is written is another date"


def _date(data: bytes) -> None:
    from mapapp.foreign.meanings import meaning

    meaning(_text(data))
    meaning(_text(data), 2025)


def _cell(data: bytes) -> None:
    from mapapp.tables.formulas import guarded, unguarded

    text = data.decode("utf-8", "replace")
    assert unguarded(guarded(text)) == text, "a cell that is guarded does not come back"
    assert not guarded(text).lstrip().startswith(("=", "@", "＝", "＠")), "a cell begins like a formula"


def _name(data: bytes) -> None:
    from mapapp.geocoding import offline_resolver
    from mapapp.place import Toponym

    offline_resolver(Toponym(_text(data)))


def _bytes(data: bytes) -> None:
    from mapapp.tables.decoding import decoded

    try:
        decoded(data)
    except UnicodeDecodeError:
        return  # what it promises; those who call it say a sentence


def _tables(data: bytes) -> None:
    for name in ("visits.csv", "events.csv", "people.csv"):
        folders.tour(name, data)


def _written(name: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(TOUR.parent.glob(f"*/{name}")))


def _story(data: bytes) -> None:
    folders.tour("story.csv", data)


def _callouts(data: bytes) -> None:
    folders.tour("callouts.csv", data)


def _toml(data: bytes) -> None:
    folders.tour("tour.toml", data)


def _of_corridor(data: bytes) -> None:
    for name in PARTS:
        folders.corridor(name, data)


def _corridor_toml(data: bytes) -> None:
    folders.corridor("corridor.toml", data)


def _lines(data: bytes) -> None:
    folders.corridor("geometry.geojson", data)


def _foreign(data: bytes) -> None:
    from mapapp.foreign.answers import Answers
    from mapapp.foreign.reading import read
    from mapapp.geocoding import offline_resolver

    reading = read(data, "table.csv", Answers(), offline_resolver)
    reading.files()


def _edited(data: bytes) -> None:
    from mapapp.drafts.sheets import put, table

    found = table({"visits.csv": data}, "visits.csv")
    again = table(put({"visits.csv": data}, "visits.csv", found), "visits.csv")
    assert again == found, "a table that is written is another table"


def _pasted(data: bytes) -> None:
    from mapapp.foreign.opening import pasted

    text = data.decode("utf-8", "replace")
    _foreign(pasted(text, text))


def _review(data: bytes) -> None:
    from mapapp.foreign.review import answers_of, format_of

    answers_of(data, ["Day", "Place"])
    format_of(data)


def _judgments() -> bytes:
    from mapapp.foreign.answers import Answers, Judgment
    from mapapp.foreign.review import review

    about = Answers(year=2025, heading=1, title="Tour")
    return review(
        about.judged(Judgment("r2", "Place", "Astana", "matched", "geonames:1526273", "", 0.4)), ["Day", "Place"]
    )


def _quotes(data: bytes) -> None:
    from mapapp.articles.quotes import items

    folders.tour("quotes.jsonld", data)
    items(data)


def _article(data: bytes) -> None:
    from mapapp.articles.languages import language_of
    from mapapp.articles.opening import opened
    from mapapp.articles.reading import read

    read(opened(data, "article.txt"), language_of("en"))


def _articles() -> tuple[bytes, ...]:
    paths = sorted(ARTICLES.rglob("en-*.toml"))[:8]
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["text"].encode() for path in paths)


def _backup(data: bytes) -> None:
    from mapapp.library.backup import restore_backup

    restore_backup(data)


def _packed() -> bytes:
    from mapapp.drafts.sheets import packed

    return packed({file.name: file.read_bytes() for file in TOUR.iterdir()})


def _reconcile(data: bytes) -> None:
    from mapapp.reconciliation.queries import TooSlow, answers

    try:
        answers(_text(data))
    except TooSlow:
        return


def _features(data: bytes) -> None:
    from mapapp.web.ogc.asking import wanted

    wanted(parse_qsl(_text(data), keep_blank_values=True, max_num_fields=100))
