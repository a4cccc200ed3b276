"""Proposals that somebody took become the files of a tour; those of a second article are added to what is there.

The source is the article, each row has its paragraph as locator, and the words of the source go along as short quotes.
"""

from collections.abc import Collection, Mapping

from mapapp import country
from mapapp.articles import quotes
from mapapp.articles.languages import language_of
from mapapp.articles.matching import (
    agree,
    claims,
    is_open,
    place_claims,
    same_event,
    same_in_letters,
    same_place,
    same_visit,
)
from mapapp.articles.records import Kind, Party, Proposal, Reading, Spot, Stop
from mapapp.articles.stays import stops
from mapapp.articles.tables import Row, Tables, cite, toml
from mapapp.catalogue.quotations import FILE as QUOTES
from mapapp.dates.anchored import within
from mapapp.errors import clipped
from mapapp.folding import fold
from mapapp.geocoding import offline_places
from mapapp.message import pattern, tr
from mapapp.tables import settings
from mapapp.when import Moment, When

_PLACED = ("place", "country", "place_id", "confidence")  # cells of a place
UNKNOWN = pattern("{title}: no list knows the place {place}, so it is left out. Choose a place for it.")
UNNAMED = pattern("{title}: the text names no place, so it is left out. Choose a place for it.")
UNDATED = pattern("{title}: neither the text nor the date of publication tells when, so it is left out. Give a date.")


def folder(
    reading: Reading, taken: Collection[str], contents: Mapping[str, bytes] | None = None
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of a tour with the proposals of these keys, and sentences on what had to be left out.

    ``contents`` are the files of the tour to which the article is added; a new tour where there is none. Files that
    the article does not touch stay as they are.
    """
    return _Draft(reading, taken, contents or {}).files()


class _Draft:
    def __init__(self, reading: Reading, taken: Collection[str], contents: Mapping[str, bytes]) -> None:
        self._reading, self._article, self._contents = reading, reading.article, contents
        self._proposals = tuple(p for p in reading.proposals if p.key in taken)
        self._tables = Tables(contents)
        self._language = language_of(self._article.language)
        self._notes: list[str] = []
        self._people: dict[Party, str] = {}
        self._open: dict[str, tuple[Row, Row]] = {}  # by visit: who states its place, and who leaves it open
        self._written: list[tuple[str, str, Proposal]] = []
        self._source = self._add_source()

    def files(self) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Everything, once."""
        placed = [p for p in self._proposals if self._placed(p)]
        visits: dict[str, str] = {}
        for stop in stops(placed):
            id_ = self._visit(stop)
            visits |= {(p.key + self._person(stop.traveller)): id_ for p in stop.proposals}
        for proposal in placed:
            if proposal.kind != Kind.VISIT:
                self._event(proposal, visits)
        found = quotes.items(self._contents.get(QUOTES, b""))
        known = {item.get("id") for item in found}
        new = quotes.annotations(self._article, self._source, self._written)
        found += {str(item["id"]): item for item in new if item["id"] not in known}.values()
        made = {**self._tables.files(), "tour.toml": self._settings(), QUOTES: quotes.written(found)}
        return {**self._contents, **made}, tuple(self._notes)

    def _settings(self) -> bytes:
        travellers = dict.fromkeys(row.get("traveller", "") for row in self._tables.rows["visits.csv"])
        if "tour.toml" not in self._contents:
            first = self._proposals[0].title.value if self._proposals else ""
            return toml(self._article.title or first or "Journey", travellers, self._article.language)
        old = self._contents["tour.toml"]
        said = settings.values(old).get("travellers")
        named = [str(id_) for id_ in said] if isinstance(said, list) else []
        new = [id_ for id_ in travellers if id_ not in named]
        return settings.with_value(old, "travellers", [*named, *new]) if new else old

    def _add_source(self) -> str:
        article, rows = self._article, self._tables.rows["sources.csv"]
        known = next((row for row in rows if article.url and row.get("url") == article.url), None)
        if known:
            return known["id"]
        title = article.title or clipped(article.text, 80) or "Article"
        id_ = self._tables.new_id("sources.csv", article.publisher or "article")
        row = {"id": id_, "title": title, "publisher": article.publisher, "url": article.url}
        rows.append(row | {"published": str(article.published or "")})
        return id_

    def _locator(self, *proposals: Proposal) -> str:
        numbers = sorted({self._article.paragraph(p.quote.start) for p in proposals})
        return f"{'paragraph' if len(numbers) == 1 else 'paragraphs'} {', '.join(map(str, numbers))}"

    def _placed(self, proposal: Proposal) -> bool:
        """Whether it can be drawn at all; a note where it cannot."""
        spot = proposal.spot.value
        if spot.place or spot.country:
            return True
        title = proposal.title.value
        self._notes.append(tr(UNKNOWN, title=title, place=spot.toponym) if spot.toponym else tr(UNNAMED, title=title))
        return False

    def _person(self, party: Party) -> str:
        """The id of somebody in people.csv; a row is added for who is not there yet."""
        if party not in self._people:
            rows = self._tables.rows["people.csv"]
            names = fold(party.name).split()
            known = next((r["id"] for r in rows if r["id"] == (party.known or None) or _is(r, names, party)), "")
            if not known:
                known = self._tables.new_id("people.csv", names[-1] if names else party.role)
                row = {
                    "id": known,
                    "name": party.label,
                    "role": party.role if party.name else "",
                    "country": party.country,
                }
                rows.append(row)
            self._people[party] = known
        return self._people[party]

    def _visit(self, stop: Stop) -> str:
        person, table = self._person(stop.traveller), self._tables.rows["visits.csv"]
        row: Row = {"traveller": person, **_place(stop.spot), "status": stop.status.value}
        if not stop.spot.stated:
            row["summary"] = self._language.unstated
        if stop.when:
            row |= {"arrival": str(stop.when.start), "departure": str(stop.when.end or stop.when.start)}
        found = sorted((o for o in table if same_visit(o, row)), key=lambda o: not same_place(o, row))
        old = found[0] if found else None
        if old is None:
            place = stop.spot.place.title if stop.spot.place else country.name(stop.spot.country)
            row = {"id": self._tables.new_id("visits.csv", f"{person}-{place}")} | row
            table.append(row)
            old = row
        if old is not row and is_open(old) != is_open(row):
            self._fill(old, row, self._locator(*stop.proposals))
        for name in ("arrival", "departure"):
            old[name] = old.get(name) or row.get(name, "")
        cite(old, self._source, self._locator(*stop.proposals))
        first = next((p for p in stop.proposals if p.kind == Kind.VISIT), None)
        self._written += [("visits.csv", old["id"], first)] if first else []
        return old["id"]

    def _fill(self, old: Row, row: Row, locator: str) -> None:
        """Note that one article states the place of a stay that the other leaves open, and give it to the stay."""
        said = {name: row.get(name, "") for name in _PLACED} | {"source": self._source, "locator": locator}
        before = {name: old.get(name, "") for name in (*_PLACED, "source", "locator")}
        self._open[old["id"]] = (before, said) if is_open(said) else (said, before)
        if is_open(old):
            old |= {name: said[name] for name in _PLACED}
            old["summary"] = "" if old.get("summary") == self._language.unstated else old.get("summary", "")

    def _event(self, proposal: Proposal, visits: Mapping[str, str]) -> None:
        travellers = [self._person(f.value) for f in proposal.travellers]
        visit = next((v for t in travellers if (v := visits.get(proposal.key + t))), "")
        table = self._tables.rows["events.csv"]
        row: Row = {
            "visit": visit,
            "kind": _kind(proposal),
            "status": proposal.status.value,
            "title": proposal.title.value,
        }
        row["participants"] = ";".join(dict.fromkeys([*travellers, *(self._person(f.value) for f in proposal.others)]))
        row |= {} if visit else _place(proposal.spot.value)
        row["summary"] = "" if proposal.spot.value.stated else self._language.unstated
        row["when"] = str(proposal.when.value or "")
        dated = next((v for v in self._tables.rows["visits.csv"] if v["id"] == visit and v.get("arrival")), None)
        if not row["when"] and not dated:
            row["when"] = str(self._roughly() or "")
            if not row["when"]:
                self._notes.append(tr(UNDATED, title=proposal.title.value))
                return
        old = next((other for other in table if same_event(other, row, self._tables.rows["visits.csv"])), None)
        if old is None:
            row = {"id": self._tables.new_id("events.csv", proposal.title.value)} | row
            cite(row, self._source, self._locator(proposal))
            table.append(row)
        else:
            self._tables.rows["claims.csv"] += claims(old, row, self._source, self._locator(proposal))
            if both := self._open.get(visit):
                found = place_claims(old["id"], *both, self._language.unstated)
                self._tables.rows["claims.csv"] += found
                old["summary"] = "" if old.get("summary") == self._language.unstated else old.get("summary", "")
            cite(old, self._source, self._locator(proposal))
            agree(old, row)
        self._written.append(("events.csv", (old or row)["id"], proposal))

    def _roughly(self) -> When | None:
        """The time of the whole journey; where that is not told either, perhaps the month of the publication."""
        dates = [s.when for s in self._reading.stops if s.when]
        if dates:
            return within(min(d.earliest for d in dates), max(d.latest for d in dates))
        published = self._article.published
        return When(Moment(published.start.year, published.start.month, uncertain=True)) if published else None


def _is(row: Row, names: list[str], party: Party) -> bool:
    own = fold(row.get("name", "")).split()
    if names and own:
        return own[-1] == names[-1] or same_in_letters(own, names)
    if names:
        return False
    return fold(row.get("name", "")) == fold(party.role)


def _kind(proposal: Proposal) -> str:
    if proposal.kind != Kind.CONFERENCE:
        return proposal.kind.value
    words = fold(proposal.title.value)
    return next(
        (kind for kind in ("side event", "ministerial", "summit", "forum") if kind in words), "conference"
    ).replace(" ", "-")


def _place(spot: Spot) -> Row:
    """The cells of a place; the country itself where the text names none in it."""
    if spot.place is None:
        area = offline_places().area(spot.country)
        pinned = {"place_id": area.id, "confidence": "1"} if area else {}
        return {"place": country.name(spot.country), "country": spot.country, **pinned}
    cells = {"place": spot.toponym, "country": spot.place.country, "place_id": spot.place.id}
    return cells | {"confidence": "" if spot.clear else f"{spot.candidates[0].confidence:.2f}"}
