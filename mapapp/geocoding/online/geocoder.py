"""An online service with everything around it: remembered answers, the pace, a second try, and the choice.

Only what a user asks for is sent: the text of a name and the country that its row states, nothing else of a tour.
"""

import os
import re
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from mapapp import country
from mapapp.errors import GeocodingError, ServiceBusy, ServiceUnavailable, clipped
from mapapp.folding import fold
from mapapp.geocoding.choosing import choose, rank
from mapapp.geocoding.gazetteer.index import cache_folder
from mapapp.geocoding.nearest import nearest_places
from mapapp.geocoding.offline import offline_places
from mapapp.geocoding.online import nominatim, opencage, photon
from mapapp.geocoding.online.answers import Answer, Answers, Question
from mapapp.geocoding.online.facts import SERVICES, Facts
from mapapp.geocoding.online.osm import Spot
from mapapp.geocoding.online.pacing import Pace
from mapapp.geocoding.online.sqlite import SqliteAnswers, SqlitePace
from mapapp.geocoding.online.wire import LANGUAGE, Server, asked, server
from mapapp.geocoding.reading import read
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.message import plural, series, tr
from mapapp.place import Ambiguous, Candidate, Found, Place, Resolution, Toponym, Unknown, pinned
from mapapp.position import distance_km

ATTEMPTS = 3  # for one name: a server that hiccups answers the second time, one that is down not the tenth
LONGEST = 200  # characters of a name, as in the offline resolver
SAME_KM = 25.0  # a service's point for a city lies this near to the gazetteer's
TOWN_KM = 5.0  # within this, two points may stand for one town
_ID = re.compile(r"[a-z]+:\S+")
_ANYWHERE = {"S", "R", "V"}  # a shop or street of some name is found on every continent
_DOUBTFUL = 0.5  # the confidence that a near miss can have at most, as offline


class Asked(Protocol):
    """The one verb of a service."""

    def spots(self, toponym: Toponym) -> list[Spot]:
        """Places of this name; an empty list means that it looked and found nothing. Raises errors of geopy."""


Members = Callable[[str], frozenset[str]]  # today's codes for that of a country, which may be a former one
ADAPTERS: dict[str, Callable[[Server, Members], Asked]] = {
    "nominatim": nominatim.Service,
    "photon": photon.Service,
    "opencage": opencage.Service,
}


def facts_of(name: str) -> Facts:
    """What is known about the service of this name. Raises GeocodingError."""
    for facts in SERVICES:
        if facts.name == name:
            return facts
    known = ", ".join(facts.name for facts in SERVICES)
    raise GeocodingError(tr("'{name}' is no online service; there are {known}", name=clipped(name), known=known))


@dataclass(frozen=True)
class Online:
    """Asks one service. ``domain`` is the host that a name is sent to. Use `mapapp.geocoding.online` to make one."""

    facts: Facts
    domain: str
    service: Asked
    answers: Answers
    pace: Pace
    offline: OfflineResolver

    def describe(self, toponym: Toponym) -> str:
        """One sentence for the user, before anything happens: what is sent where, or that nothing has to be.

        Raises GeocodingError where answers cannot be remembered.
        """
        name = f"'{clipped(toponym.text)}'"
        if not self._askable(toponym):
            return tr("{name} is no name that can be looked up online; nothing is sent.", name=name)
        if answer := self.remembered(toponym):
            return tr(
                "{title} answered for {name} on {date}; nothing is sent.",
                title=self.facts.title,
                name=name,
                date=answer.date,
            )
        stated = self.countries(toponym)
        to = tr("{domain} ({title})", domain=self.domain, title=self.facts.title)
        if not stated:
            return tr("The name {name} is sent to {service}, and nothing else.", name=name, service=to)
        return plural(
            len(stated),
            "The name {name} and the country {stated} are sent to {service}, and nothing else.",
            "The name {name} and the countries {stated} are sent to {service}, and nothing else.",
            name=name,
            stated=series(stated),
            service=to,
        )

    def countries(self, toponym: Toponym) -> list[str]:
        """The English names of the countries that go along with a name: the stated one, or what became of it."""
        return sorted(map(country.name, self.offline.countries.members(toponym.country, toponym.when)))

    def remembered(self, toponym: Toponym) -> Answer | None:
        """The answer that is kept, or None."""
        return self.answers.get(self._question(toponym))

    def sends(self, toponym: Toponym) -> bool:
        """Whether looking this name up needs a request."""
        return self._askable(toponym) and self.remembered(toponym) is None

    def candidates(self, toponym: Toponym) -> list[Candidate]:
        """What the service has for this name, from memory if it was asked before; none outside the stated country.

        An empty list means that it found nothing. Raises ServiceRefused, QueryRefused, ServiceBusy, ServiceUnavailable,
        and GeocodingError where answers cannot be remembered: without that, nobody is asked.
        """
        if not self._askable(toponym):
            return []
        answer = self.remembered(toponym) or self._ask(toponym)
        allowed = self.offline.countries.members(toponym.country, toponym.when)
        return [c for c in answer.candidates if not allowed or _within(c.place, allowed)]

    def resolve(self, toponym: Toponym) -> Resolution:
        """Found, ambiguous or unknown, with what is known offline and what the service says, weighed alike.

        What is found offline stays as it is: the service is named as agreeing, or added behind. A place of the service
        has an id that files do not understand; write its coordinates. Raises as `candidates` does.
        """
        known = self.offline(toponym)
        told = [replace(c, reasons=(tr("{title} knows it", title=self.facts.title),)) for c in self.candidates(toponym)]
        said = [c for c in told if c.match != "misspelt"]
        if isinstance(known, Unknown):
            return self._new(toponym, known, told, self._inside(toponym, said))
        agreed, others = self._agreed(known.candidates, said)
        mine = tuple(replace(c, reasons=(*c.reasons, *agreed.get(c.place.id, ()))) for c in known.candidates)
        bare = [replace(c, reasons=agreed.get(c.place.id, ())) for c in known.candidates]
        weighed = rank(toponym, [*bare, *others]) if others else mine
        if isinstance(known, Found):
            return Found(known.place, (*mine, *(c for c in weighed if c.says == self.facts.name)))
        return Ambiguous(weighed)

    def _new(
        self, toponym: Toponym, known: Unknown, told: Sequence[Candidate], said: Sequence[Candidate]
    ) -> Resolution:
        """What to make of a name that is unknown offline: near misses alone, unless the service has that very name."""
        chosen = choose(toponym, [self._beside(c) for c in said])
        if isinstance(chosen, Unknown):
            likely = [replace(c, confidence=min(c.confidence, _DOUBTFUL)) for c in rank(toponym, told)]
            return Unknown((*likely, *known.near_misses)[:8])
        stated = toponym.country or read(toponym.text).container
        if isinstance(chosen, Found) and chosen.place.feature_class in _ANYWHERE and not stated:
            why = tr("but such a thing may bear this name anywhere, and the row states no country")
            first, *rest = chosen.candidates
            doubted = replace(first, confidence=_DOUBTFUL, reasons=(*first.reasons, why))
            return Ambiguous((doubted, *rest))
        return chosen

    def _ask(self, toponym: Toponym) -> Answer:
        """Ask until there is an answer, at the pace and with the pauses that the server wants, and remember it."""
        for attempt in range(1, ATTEMPTS + 1):
            self.pace.turn(self.domain)
            if answer := self.remembered(toponym):  # another process has asked meanwhile
                return answer
            try:
                found = asked(self.facts, self.domain, lambda: self._found(toponym))
            except (ServiceBusy, ServiceUnavailable) as error:
                pause = error.retry_after if isinstance(error, ServiceBusy) else None
                self.pace.failed(self.domain, pause)
                if attempt == ATTEMPTS:
                    raise
            else:
                break
        self.pace.answered(self.domain)
        return self.answers.put(self._question(toponym), found)

    def _found(self, toponym: Toponym) -> list[Candidate]:
        clean = toponym._replace(text=_clean(toponym.text))
        return [spot.candidate(self.facts.name, clean) for spot in self.service.spots(clean)]

    def _question(self, toponym: Toponym) -> Question:
        codes = ",".join(sorted(self.offline.countries.members(toponym.country, toponym.when)))
        return Question(self.facts.name, self.domain, _clean(toponym.text), codes, LANGUAGE)

    def _askable(self, toponym: Toponym) -> bool:
        """Whether it is a name: no id of a place, not empty, not a whole text."""
        text = toponym.text.strip()
        is_id = _ID.fullmatch(pinned(text)[1] or text)
        return bool(fold(text)) and len(text) <= LONGEST and not is_id

    def _inside(self, toponym: Toponym, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Those in the country that stands behind the name ("Alat, Azerbaijan"), as far as one stands there."""
        parts = read(toponym.text).container.split(",")
        stated = [codes for part in parts if (codes := self.offline.countries.codes(part))]
        return [c for c in candidates if all(c.place.country in codes for codes in stated)]

    def _beside(self, candidate: Candidate) -> Candidate:
        """With a town of the gazetteer that lies there and may be the same under another name: it has an id."""
        if candidate.place.feature_class != "P":
            return candidate
        ((away, town),) = nearest_places(candidate.place.position)
        if away > TOWN_KM or town.country != candidate.place.country:
            return candidate
        known = tr(
            "the gazetteer has {title} ({id}) {away} km from there",
            title=town.title,
            id=str(town.id),
            away=round(away, 1),
        )
        return replace(candidate, reasons=(*candidate.reasons, known))

    def _agreed(
        self, known: Sequence[Candidate], said: Sequence[Candidate]
    ) -> tuple[dict[str, tuple[str]], list[Candidate]]:
        """For ids of what is known, a word where the service has the same place; and what only the service has."""
        agreed: dict[str, tuple[str]] = {}
        others = []
        for candidate in said:
            twin = next((k for k in known if _same(k.place, candidate.place)), None)
            if twin is None:
                others.append(candidate)
            else:
                away = distance_km(twin.place.position, candidate.place.position)
                agreed.setdefault(
                    twin.place.id,
                    (tr("{title} has it {away} km from there", title=self.facts.title, away=round(away, 1)),),
                )
        return agreed, others


def _within(place: Place, countries: frozenset[str]) -> bool:
    """Whether it lies in one of the countries; waters may belong to none and touch all."""
    return place.country in countries or (not place.country and place.feature_class == "H")


def _same(a: Place, b: Place) -> bool:
    return a.country == b.country and a.is_area == b.is_area and distance_km(a.position, b.position) < SAME_KM


def _clean(text: str) -> str:
    """The name as it is sent and remembered: composed letters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def connect(
    name: str,
    address: str = "",
    *,
    now: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Online:
    """The service of this name, at its public server or at an address such as "http://127.0.0.1:8080".

    ``now`` (seconds since 1970) and ``sleep`` (seconds) are the clock that it goes by. Nothing is sent yet. Raises
    GeocodingError for a name that is none, ServiceRefused where a key is missing.
    """
    facts = facts_of(name)
    where = server(facts, address)
    offline = offline_places()
    service = ADAPTERS[facts.name](where, offline.countries.members)
    return Online(facts, where.domain, service, *_memory(now, sleep), offline)


def _memory(now: Callable[[], float], sleep: Callable[[float], None]) -> tuple[Answers, Pace]:
    """Where answers and pace are kept: in a database that machines share, where a setting names one, or in files."""
    if url := os.environ.get("MAPAPP_CACHE_URL"):
        try:
            from mapapp.geocoding.online.postgres import PostgresAnswers, PostgresPace
        except ImportError:
            said = tr("MAPAPP_CACHE_URL needs more packages: pip install -r requirements-postgres.txt")
            raise GeocodingError(said) from None
        return PostgresAnswers(url, now), PostgresPace(url, now, sleep)
    folder = cache_folder()
    return SqliteAnswers(folder, now), SqlitePace(folder, now, sleep)
