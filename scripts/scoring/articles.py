"""What the reader of articles finds of what their gold states: stops, dates, status, people met."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mapapp.articles.languages import language_of
from mapapp.articles.reading import read
from mapapp.articles.records import Article, Kind, Reading, Spot, Stop
from mapapp.articles.stays import stops
from mapapp.folding import fold
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.when import When

FOLDER = Path(__file__).parents[2] / "tests" / "fixtures" / "articles"
SETS = ("seen", "unseen", "fresh", "apart", "later", "latest", "recent", "local", "round-4", "round-5", "round-6")
LANGUAGES = ("en", "ru")
_SPELT = {
    "Gondar": "Gonder",
    "Darkhan": "Darhan",
    "Караганда": "Karaganda",
    "New York": "New York City",
    "Samarkand": "Samarqand",
    "Termiz": "Tirmiz",
}  # of our gold, as the gazetteer spells them


@dataclass(slots=True)
class Score:
    """Counts of a set of articles; each miss is a line in ``misses``."""

    articles: int = 0
    stops: int = 0
    proposed: int = 0
    right: int = 0
    dates: int = 0
    status: int = 0
    invented: int = 0
    sure: int = 0
    sure_right: int = 0
    met: int = 0
    met_proposed: int = 0
    met_right: int = 0
    events: int = 0
    events_right: int = 0
    misses: list[str] = field(default_factory=list, repr=False)

    def share(self, name: str) -> float:
        """One of the figures of the page, from 0 to 1."""
        part, whole = {
            "precision": (self.right, self.proposed),
            "recall": (self.right, self.stops),
            "sure precision": (self.sure_right, self.sure),
            "sure recall": (self.sure_right, self.stops),
            "dates": (self.dates, self.right),
            "status": (self.status, self.right),
            "met precision": (self.met_right, self.met_proposed),
            "met recall": (self.met_right, self.met),
        }[name]
        return part / whole if whole else 1.0

    def __str__(self) -> str:
        names = (
            "precision",
            "recall",
            "sure precision",
            "sure recall",
            "dates",
            "status",
            "met precision",
            "met recall",
        )
        shares = ", ".join(f"{name} {self.share(name):.2f}" for name in names)
        more = f"invented {self.invented}, events {self.events_right} of {self.events}"
        return f"{self.articles} articles, {self.stops} stops: {shares}, {more}"


def scored(name: str, language: str, folder: Path = FOLDER) -> Score:
    """The score of the articles of a set in a language."""
    score = Score()
    for path in sorted((folder / name).glob(f"{language}-*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        text = "\n".join(line.strip() for line in gold["text"].splitlines() if line.strip())
        article = Article(text, gold["title"], published=When.parse(gold["published"]), language=language)
        _add(score, path.stem, gold, read(article, language_of(language)))
    return score


def misses(name: str, folder: Path = FOLDER) -> Iterator[str]:
    """Every miss of a set, a line each."""
    for language in LANGUAGES:
        yield from scored(name, language, folder).misses


def _add(score: Score, name: str, gold: dict[str, Any], reading: Reading) -> None:
    score.articles += 1
    _add_stops(score, name, gold, reading)
    _add_met(score, name, gold, reading)
    for event in gold["events"]:
        score.events += 1
        beside = [p for p in reading.proposals if p.kind == Kind.CONFERENCE and not p.travellers]
        right = any(
            event["place"] in (_title(p.spot.value), _SPELT.get(p.spot.value.toponym))
            and str(p.when.value or "") in (event["when"], "" if event["when"] else str(p.when.value or ""))
            for p in beside
        )
        score.events_right += right
        if not right:
            score.misses.append(f"{name}: event {event['title']} in {event['place']} not found")


def _add_stops(score: Score, name: str, gold: dict[str, Any], reading: Reading) -> None:
    _add_sure(score, gold, reading)
    left = list(reading.stops)
    score.stops += len(gold["stops"])
    score.proposed += len(left)
    for wanted in gold["stops"]:
        found = next((s for s in left if _is(s, wanted)), None)
        what = f"{wanted['who']} in {wanted['place'] or wanted['country']}"
        if found is None:
            score.misses.append(f"{name}: {what} not found")
            continue
        left.remove(found)
        score.right += 1
        for label, said, gold_says in (("date", str(found.when or ""), wanted["when"]),
                                       ("status", found.status.value, wanted["status"])):  # fmt: skip
            if said not in gold_says.split("|"):
                score.misses.append(f"{name}: {what}: {label} {said or 'none'}, not {gold_says or 'none'}")
            elif label == "date":
                score.dates += 1
            else:
                score.status += 1
    for allowed in gold.get("maybe_stops", []):
        spare = next((s for s in left if _is(s, allowed)), None)
        if spare:
            left.remove(spare)
            score.proposed -= 1
    for stop in left:
        score.misses.append(f"{name}: {stop.traveller.label} in {_title(stop.spot) or stop.spot.country} is no stop")
        score.invented += stop.spot.stated and not _named(stop, gold, reading)


def _add_sure(score: Score, gold: dict[str, Any], reading: Reading) -> None:
    """What "Take all that are sure" takes, and how much of it is right."""
    taken = list(stops(p for p in reading.proposals if p.sure))
    for wanted in gold["stops"]:
        found = next((s for s in taken if _is(s, wanted)), None)
        if found:
            taken.remove(found)
            score.sure_right += 1
            score.sure += 1
    score.sure += sum(not any(_is(s, allowed) for allowed in gold.get("maybe_stops", [])) for s in taken)


def _named(stop: Stop, gold: dict[str, Any], reading: Reading) -> bool:
    """Whether the gold knows the place at all, as a stop, an event, or as one to be refused."""
    words = {reading.article.words(q) for p in stop.proposals for q in p.spot.quotes}
    places = {place["place"] for place in gold["stops"] + gold["events"] + gold.get("maybe_stops", [])}
    return _title(stop.spot) in places or bool(words & {refused for refused, _ in gold["refused"]})


def _title(spot: Spot) -> str:
    return spot.place.title if spot.place else latin(spot.toponym.casefold()).title()


def _is(stop: Stop, wanted: dict[str, str]) -> bool:
    """Whether it is the stop that the gold means; a place may be written as the list has it, or as the text has it."""
    spot = stop.spot
    who = fold(wanted["who"]) in fold(f"{stop.traveller.name} {stop.traveller.role}")
    names = {fold(_title(spot)), fold(spot.toponym), fold(latin(spot.toponym.casefold()))}
    same = fold(wanted["place"]) in names if wanted["place"] else not spot.stated
    return who and (same or _SPELT.get(wanted["place"]) == _title(spot)) and spot.country in (wanted["country"], "")


def _add_met(score: Score, name: str, gold: dict[str, Any], reading: Reading) -> None:
    pairs = {
        (t.value, o.value): " ".join([o.value.label, o.value.role, *(reading.article.words(q) for q in o.quotes)])
        for p in reading.proposals if p.kind == Kind.MEETING for t in p.travellers for o in p.others
    }  # fmt: skip
    said = [(fold(f"{t.name} {t.role}"), fold(words)) for (t, _), words in pairs.items()]
    score.met += len(gold["met"])
    score.met_proposed += len(said)
    for who, whom in gold["met"]:
        found = next((pair for pair in said if fold(who) in pair[0] and fold(whom) in pair[1]), None)
        if found is None:
            score.misses.append(f"{name}: {who} met {whom} not found")
        else:
            said.remove(found)
            score.met_right += 1
    for who, whom in gold.get("maybe_met", []):
        spare = next((pair for pair in said if fold(who) in pair[0] and fold(whom) in pair[1]), None)
        if spare:
            said.remove(spare)
            score.met_proposed -= 1
    score.misses += [f"{name}: {who} met {whom} is not said" for who, whom in said]
