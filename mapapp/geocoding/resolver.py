"""The offline resolver: read the cell, look the name up, then choose, or say why not."""

from dataclasses import replace

from mapapp import country
from mapapp.folding import fold
from mapapp.geocoding import weights
from mapapp.geocoding.cells import Cells
from mapapp.geocoding.choosing import rank
from mapapp.geocoding.deciding import doubted
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.curated import Curated
from mapapp.geocoding.gazetteer.entries import Gazetteer
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.names import Names, within
from mapapp.geocoding.parting import in_our_marks, without_doubt
from mapapp.geocoding.reading import is_nothing, read
from mapapp.geocoding.slips import Slips
from mapapp.message import tr
from mapapp.place import Candidate, Found, Place, Resolution, Toponym, Unknown, pinned, where_words


class OfflineResolver(Names):
    """Resolves toponyms without a network. Calling it is `mapapp.place.Resolve`.

    Raises GeocodingError where the index cannot be read or unpacked.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, curated: Curated | None = None) -> None:
        super().__init__(gazetteer, curated)
        self._slips = Slips(self.gazetteer, self.curated, self.countries, self.bearing)
        self._cells = Cells(self, self)

    def __call__(self, toponym: Toponym) -> Resolution:
        """Found, ambiguous or unknown; a country that the row states is never crossed."""
        text = in_our_marks(toponym.text.strip())
        toponym = toponym._replace(text=text)
        if place := self.place(pinned(text)[1] or text):
            return self._by_id(toponym, place)
        if not fold(text) or len(text) > 200 or is_nothing(text, stated=bool(toponym.country)):
            return Unknown()
        bare, mark = without_doubt(text)
        if mark:
            answer = self(toponym._replace(text=bare))
            said = tr("'{mark}' in the cell says that its author was in doubt", mark=mark)
            return doubted(answer, said) if isinstance(answer, Found) else answer
        answers = self._cells.answers(toponym)
        answer = next((a for a in answers if a is not None), None) or self._misspelt(toponym)
        if not isinstance(answer, Found):
            return answer
        reason = self._doubt(toponym._replace(text=text), answer.candidates[0])
        return doubted(answer, reason) if reason else answer

    def _doubt(self, toponym: Toponym, best: Candidate) -> str:
        """Why another place may be meant than the one that is found; "" where nothing says so."""
        other = self._slips.greater_namesake(best, toponym.country)
        if other and self._lies_so(other, toponym.text):
            return tr("{place} is larger and bears the same name", place=where_words(other))
        meant = self._slips.town(fold(best.matched), best)
        if not meant and not toponym.country and not toponym.near:
            if other := self._slips.namesake(toponym.text, best):
                return tr("{place} is far better known by that name", place=where_words(other))
            meant = self._slips.greater(latin(fold(toponym.text)), best)
        return tr("perhaps a misspelling of '{meant}'", meant=meant.title) if meant else ""

    def toponym(self, name: str, country: str) -> Toponym:
        """A toponym from a name and its country as somebody wrote it: "KZ", "U.S.S.R.", "Korea, South", "Scotland".

        What is no country is read as a container that stands behind the name.
        """
        code = self._country(country)
        return Toponym(name if code or not country.strip() else f"{name}, {country}", code)

    def countries_of(self, text: str) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes of today's countries that a text may name, as a country or as a region."""
        regions = self.containers.regions
        return self.countries.within(self._country(text)) or frozenset(code for code, _ in regions(text))

    def _country(self, text: str) -> str:
        """The code of a country that a cell names, be it with a slip of the pen; "" for a region and for nonsense."""
        if code := self.countries.code(text) or country.sign(text):
            return code
        return "" if self.containers.regions(text) else self.countries.misspelt(text)

    def _lies_so(self, place: Place, text: str) -> bool:
        """Whether a place lies where the cell says that the one it names lies, if it says so: not that Kirov."""
        reading = read(text)
        container = reading.container or reading.bracket
        return not container or bool(self.containers.inside([Candidate(place, "gazetteer", place.title)], container))

    def _by_id(self, toponym: Toponym, place: Place) -> Resolution:
        allowed = self.countries.within(toponym.country, toponym.when)
        if allowed and place.country and place.country not in allowed:
            stated, other = country.name_in_sentence(toponym.country), country.name_in_sentence(place.country)
            reason = tr("the id belongs to a place in {other}, not in {stated}", other=other, stated=stated)
            return Unknown((Candidate(place, "id", place.id, match="id", right_country=False, reasons=(reason,)),))
        told = Candidate(place, "id", place.id, confidence=1.0, reasons=(tr("named by its id"),), match="id")
        return Found(place, (told,))

    def _misspelt(self, toponym: Toponym) -> Resolution:
        """Found only where few slips of the pen in a name of some length leave one place; near misses otherwise."""
        reading = read(toponym.text)
        key = latin(fold(reading.name))
        elsewhere = self.anywhere(toponym) if toponym.country else []
        abroad = [replace(c, right_country=False) for c in elsewhere if c.match == "title" or c.says == CURATED]
        weighty = any(c.place.population >= weights.ABROAD.value or c.says == CURATED for c in abroad)
        allowed = self.countries.within(toponym.country, toponym.when)
        misses = [
            c for c in self._slips.misses(key)
            if within(c, allowed) and not (allowed and c.place.kind in {"country", "former country"})
        ]  # fmt: skip
        ranked = rank(toponym, self.containers.inside(misses, reading.container) if reading.container else misses)
        if ranked and not weighty and self._slips.sure(toponym, key, ranked[0]):
            return Found(ranked[0].place, ranked)
        likely = [c for c in ranked if c.edits * weights.LIKE_A_NAME.value <= len(key)]
        return Unknown(
            tuple(replace(c, confidence=min(c.confidence, 0.5)) for c in (*rank(toponym, abroad), *likely)[:8])
        )
