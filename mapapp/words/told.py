"""A tour as a reader of one language is told it: each of its texts in that language, for files that carry one.

What is not translated stays as the tour has it and says in which language it is; where nothing is translated, the tour
says so once.
"""

from dataclasses import replace
from functools import lru_cache

from mapapp.callout import Callout
from mapapp.message import PlaceName, Text, lacks, others_of, series
from mapapp.place import Place
from mapapp.scene import Scene
from mapapp.snapshot import Snapshot
from mapapp.source import Citation
from mapapp.tour import Claim, Event, Figure, Located, Person, Tour, Visit
from mapapp.words.language import Words
from mapapp.words.place_names import in_script
from mapapp.words.told_corridor import told_corridor
from mapapp.words.untold import all_in, marked


def told_snapshot(snapshot: Snapshot) -> Snapshot:
    """The snapshot with its tours in the language in which it is said."""
    language = snapshot.language
    tour = told(snapshot.tour, language)
    whole = tour if snapshot.whole is snapshot.tour else told(snapshot.whole, language)
    shown, available = (
        tuple(told_corridor(corridor, language) for corridor in corridors)
        for corridors in (snapshot.corridors, snapshot.available)
    )
    return replace(snapshot, tour=tour, whole=whole, corridors=shown, available=available)


@lru_cache(maxsize=16)
def told(tour: Tour, language: str) -> Tour:
    """The tour in a language; the tour itself where that is its own, and of a comparison that of both."""
    if language == tour.language and not tour.sides:
        return tour
    return _Telling(tour, Words(language)).tour()


class _Telling:
    """Says the records of a tour."""

    def __init__(self, tour: Tour, words: Words) -> None:
        self._tour, self._words = tour, words
        self._all_in = all_in(tour, words.language)
        found = [event.at for event in tour.events] + [visit.at for visit in tour.visits]
        places = [at.place for at in (*found, *(claim.at for claim in tour.claims)) if at]
        self._names = {place.id: words.say(place.title) for place in places}
        named = {place.id: words.say(place.title) for place in places if words.language in others_of(place.title)}
        self._names |= named  # a place that is named in one row has that name in all

    def tour(self) -> Tour:
        tour, say = self._tour, self._words.say
        slugs = {slug for event in tour.events for slug in (event.kind, *event.topics)}
        slugs |= {visit.kind for visit in tour.visits} | {slug for slug, _ in tour.labels}
        return replace(
            tour,
            language=self._words.language,
            title=self._marked(tour.title),
            summary=self._summary(),
            labels=tuple((slug, self._marked(tour.label(slug))) for slug in sorted(slugs)),
            people=tuple(map(self._person, tour.people)),
            visits=tuple(map(self._visit, tour.visits)),
            events=tuple(map(self._event, tour.events)),
            claims=tuple(map(self._claim, tour.claims)),
            figures=tuple(map(self._figure, tour.figures)),
            scenes=tuple(map(self._scene, tour.scenes)),
            callouts=tuple(map(self._callout, tour.callouts)),
            legs=tuple(replace(leg, citations=self._cited(leg.citations)) for leg in tour.legs),
            sources=tuple(replace(s, title=say(s.title), publisher=say(s.publisher)) for s in tour.sources),
        )

    def _summary(self) -> str:
        """The summary; where nothing of the tour is translated, with a sentence that says so."""
        return self._said(series((self._marked(self._tour.summary), self._all_in), " "))

    def _marked(self, text: str) -> str:
        """The text; with the language that it is in where others of the tour are translated and this one is not."""
        return self._said(text if self._all_in else marked(text, self._tour.language, self._words.language))

    def _said(self, text: str) -> str:
        return self._words.say(text)

    def _person(self, person: Person) -> Person:
        """Name and office stand beside each other, so that one mark is for both."""
        role, organisation = self._marked(person.role), self._marked(person.organisation)
        marked = any(lacks(text, self._words.language) for text in (person.role, person.organisation))
        plain = marked or in_script(person.name, self._words.language)
        name = self._said(person.name) if plain else self._marked(person.name)
        return replace(person, name=name, role=role, organisation=organisation)

    def _visit(self, visit: Visit) -> Visit:
        cited = self._cited(visit.citations)
        return replace(visit, at=self._located(visit.at), summary=self._marked(visit.summary), citations=cited)

    def _event(self, event: Event) -> Event:
        title, summary = self._marked(event.title), self._marked(event.summary)
        cited = self._cited(event.citations)
        return replace(event, at=self._located(event.at), title=title, summary=summary, citations=cited)

    def _claim(self, claim: Claim) -> Claim:
        at = self._located(claim.at) if claim.at else None
        value = self._marked(claim.value) if claim.field == "title" else self._said(claim.value)
        return replace(claim, value=value, note=self._marked(claim.note), at=at, citations=self._cited(claim.citations))

    def _figure(self, figure: Figure) -> Figure:
        """Label, unit and period stand beside each other, so that one mark is for all."""
        parts = {"label": figure.label, "unit": figure.unit, "period": figure.period}
        first = next((part for part, text in parts.items() if lacks(text, self._words.language)), "")
        said = {part: (self._marked if part == first else self._said)(text) for part, text in parts.items()}
        cited = self._cited(figure.citations)
        own = replace(figure, label=said["label"], unit=said["unit"], period=said["period"])
        return replace(own, note=self._marked(figure.note), citations=cited)

    def _scene(self, scene: Scene) -> Scene:
        title, text = self._marked(scene.title), self._marked(scene.text)
        return scene._replace(title=title, text=text, citations=self._cited(scene.citations))

    def _callout(self, callout: Callout) -> Callout:
        return callout._replace(text=self._marked(callout.text), citations=self._cited(callout.citations))

    def _cited(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(c._replace(locator=self._said(c.locator)) for c in citations)

    def _located(self, at: Located) -> Located:
        name = self._names[at.place.id]
        place: Place = replace(at.place, title=PlaceName.at(at.place.id, name, {self._words.language: name}))
        written = self._said(at.toponym) if isinstance(at.toponym, Text) else at.toponym
        return replace(at, place=place, toponym=written)
