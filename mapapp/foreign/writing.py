"""A tour that was read from somebody's table as the files of a folder."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from mapapp.catalogue.columns import COLUMNS
from mapapp.catalogue.coordinates import GIVEN
from mapapp.catalogue.meta import FORMAT
from mapapp.catalogue.sources import COLUMNS as SOURCES
from mapapp.foreign.merging import MADE, made
from mapapp.foreign.opening import Part
from mapapp.foreign.records import Column, Row
from mapapp.foreign.sheets import written
from mapapp.foreign.stops import SOURCE, Happening, Stop, Tour
from mapapp.foreign.ways import ways
from mapapp.languages import ENGLISH, offered
from mapapp.message import Message
from mapapp.place import pinned
from mapapp.tables.spoken import in_language
from mapapp.tour import SURE, Located, Person
from mapapp.words.language import Words

TABLE, REVIEW = "table.csv", "review.csv"
KEY, LINE, STATE, REASON = OWN = ("row key", "line", "state", "reason")  # columns of TABLE before its own
Cited = Callable[[Iterable[int], Iterable[str]], dict[str, str]]  # of rows, and the addresses to which they lead
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def folder(tour: Tour, review: bytes, columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, bytes]:
    """The files by their names. Nothing of the table is lost: `TABLE` holds it as it was brought, row by row."""
    links = _links(tour)
    cited = partial(_cited, tour.parts, links)
    files = {
        "tour.toml": _toml(tour),
        "sources.csv": written([c.name for c in SOURCES], _sources(tour, links)),
        "people.csv": _everybody(tour),
        "visits.csv": written(_names("visits.csv", tour.stops), (_visit(stop, cited) for stop in tour.stops)),
        "events.csv": written(_names("events.csv", tour.events), (_event(h, cited) for h in tour.events)),
        "legs.csv": _legs(tour),
        TABLE: _table(columns, rows),
        REVIEW: review,
    }
    files = {name: content for name, content in files.items() if content}
    return files | {MADE: made(files)}


def _names(file: str, told: Sequence[Stop] | Sequence[Happening]) -> list[str]:
    """The columns of a file, each with those in other languages behind it."""
    spoken = sorted({column for one in told for column in one.spoken})
    names = [column.name for column in COLUMNS[file]]
    return [name for own in names for name in (own, *(c for c in spoken if in_language(c)[0] == own))]


def _toml(tour: Tour) -> bytes:
    travellers = ", ".join(_quoted(person.id) for person in tour.travellers)
    language = f"language = {_quoted(tour.language)}\n" if tour.language else ""
    return f"format = {FORMAT}\ntitle = {_quoted(tour.title)}\n{language}travellers = [{travellers}]\n".encode()


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    plain = _CONTROL.sub(" ", " ".join(text.split())).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _links(tour: Tour) -> dict[str, str]:
    """An id for each address that rows give."""
    given = [address for stop in tour.stops for address in stop.addresses]
    given += [address for happening in tour.events for address in happening.addresses]
    return {address: f"link-{number}" for number, address in enumerate(dict.fromkeys(given), start=1)}


def _sources(tour: Tour, links: Mapping[str, str]) -> list[dict[str, str]]:
    own = {"id": SOURCE, "title": tour.source}
    return [own, *({"id": id_, "title": _address_words(url), "url": url} for url, id_ in links.items())]


def _address_words(url: str) -> str:
    """An address as a title: its host, and the last part of its path that says something."""
    host, *path = re.split(r"[?#]", url.partition("://")[2])[0].split("/")  # urllib fails at brackets in it
    last = next((part for part in reversed(path) if part), "")
    return ": ".join(filter(None, (host.removeprefix("www.")[:100], last[:80]))) or url[:100]


def _cited(
    parts: Sequence[Part], links: Mapping[str, str], lines: Iterable[int], addresses: Iterable[str] = ()
) -> dict[str, str]:
    """The table as the source, with the rows as they are counted there, and the sources to which the rows lead."""
    return {"source": ";".join((SOURCE, *(links[address] for address in addresses))), "locator": _rows(parts, lines)}


def _rows(parts: Sequence[Part], lines: Iterable[int]) -> str:
    """The rows of a table, or of each of several that were joined: "rows 5, 6", "Jan, row 5 and Feb, row 2".

    Without semicolons, which part the locators of several sources.
    """
    of: dict[Part | None, list[int]] = {}
    for line in dict.fromkeys(lines):
        part = max((p for p in parts if p.begin <= line), key=lambda p: p.begin, default=None)
        of.setdefault(part, []).append(line - part.ahead if part else line)
    told = [
        (part.name.replace(";", ",") if part else "", "row" if len(own) == 1 else "rows", own)
        for part, own in of.items()
    ]
    return " and ".join(f"{name}{', ' * bool(name)}{word} {', '.join(map(str, own))}" for name, word, own in told)


def _everybody(tour: Tour) -> bytes:
    rows = [_person(person, tour.language) for person in dict.fromkeys((*tour.travellers, *tour.people))]
    said = [column for row in rows for column in row if column.startswith("name@")]
    names = [column.name for column in COLUMNS["people.csv"]]
    return written([name for own in names for name in (own, *(dict.fromkeys(said) if own == "name" else ()))], rows)


def _person(person: Person, own: str) -> dict[str, str]:
    cells = {"id": person.id, "name": person.name, "role": person.role, "country": person.country}
    if isinstance(person.name, Message):  # ours, where the table names nobody, and so in every language
        said = {code: Words(code).say(person.name) for code in offered()}
        cells["name"] = said.pop(own or ENGLISH, person.name)
        cells |= {f"name@{code}": name for code, name in said.items()}
    return cells


def _place(at: Located, *, written_as: str = "") -> dict[str, str]:
    """The cells of a place: its name as written, and the id or position that it stands for."""
    place = at.place
    cells = {"place": pinned(written_as or at.toponym)[0], "country": place.country}
    if place.id.startswith(GIVEN) or not place.id:
        position = {"latitude": f"{place.position.latitude:.6g}", "longitude": f"{place.position.longitude:.6g}"}
        return cells | position
    sure = at.confidence >= SURE and not (at.candidates and at.candidates[0].match == "misspelt")
    return cells | {"place_id": place.id, "confidence": "" if sure else f"{min(at.confidence, 0.94):.2f}"}


def _visit(stop: Stop, cited: Cited) -> dict[str, str]:
    visit = stop.visit
    cells = {"id": visit.id, "traveller": visit.traveller, **_place(visit.at)}
    cells |= {"arrival": str(visit.arrival or ""), "departure": str(visit.departure or "")}
    cells |= {"status": visit.status.value, "summary": visit.summary, **stop.spoken}
    return cells | cited(stop.lines, stop.addresses)


def _event(happening: Happening, cited: Cited) -> dict[str, str]:
    event = happening.event
    cells = {"id": event.id, "visit": event.visit, "when": str(event.when), "status": event.status.value}
    cells |= {"title": event.title, "summary": event.summary, "participants": ";".join(event.participants)}
    cells |= {"topics": ";".join(topic.replace(";", ",") for topic in event.topics), **happening.spoken}
    return cells | cited((happening.line,), happening.addresses)


def _legs(tour: Tour) -> bytes:
    """The order in which the table has the stops, where its days bear it out; nothing is said of how one went."""
    pairs = ways(tour.stops)
    rows = (
        {
            "from": one.visit.id,
            "to": to.visit.id,
            "mode": "unknown",
            **_cited(tour.parts, {}, (*one.lines, *to.lines)),
        }
        for one, to in pairs
    )
    return written([c.name for c in COLUMNS["legs.csv"]], rows) if pairs else b""


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    names: list[str] = [KEY, LINE, STATE, REASON]
    for column in columns:
        name = column.heading or f"column {column.index + 1}"
        names.append(name if name not in names else f"{name} ({column.index + 1})")
    own = names[4:]
    return written(names, (
        {KEY: row.key, LINE: str(row.line), STATE: row.state.value, REASON: row.reason,
         **{name: cell.written for name, cell in zip(own, row.cells, strict=True)}}
        for row in rows
    ))  # fmt: skip
