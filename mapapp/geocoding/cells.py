"""Ways to read a cell that is not simply a name: turned round, with a container, a bracket, a note."""

from collections.abc import Iterator
from dataclasses import replace

from mapapp.folding import fold
from mapapp.geocoding import stripped
from mapapp.geocoding.coding import by_code
from mapapp.geocoding.deciding import because, decide, doubted, is_alias, is_small, main_name
from mapapp.geocoding.gazetteer.curated import SAYS as CURATED
from mapapp.geocoding.gazetteer.letters import latin
from mapapp.geocoding.lists import Lists, is_known_town
from mapapp.geocoding.names import Names, of_kind
from mapapp.geocoding.parting import (
    beside,
    brackets_of_several,
    has_marks,
    listed,
    marks,
    mirrored,
    unbracketed,
    with_code,
    with_words_behind,
    without_note,
    without_part,
)
from mapapp.geocoding.reading import Reading, is_venue, kind_alone, kind_of, read
from mapapp.message import pattern, tr
from mapapp.place import Candidate, Found, Resolution, Resolve, Toponym, Unknown

_TURNED = [["of"], ["the"], ["le"], ["la"], ["los"], ["las"], ["el"], ["al"], ["north"], ["south"], ["east"], ["west"]]
_BEHIND, _BEFORE = pattern("'{container}' stands behind it"), pattern("'{container}' stands before it")
Reply = Resolution | None  # None where a reading does not fit; Unknown where it fits, and nothing is known


class Cells:
    """The readings, in the order in which they are tried; the first that fits is the answer.

    ``resolve`` resolves the parts that a cell is taken into.
    """

    def __init__(self, names: Names, resolve: Resolve) -> None:
        self._names = names
        self._resolve = resolve
        self._countries = names.countries
        self._lists = Lists(names, resolve)

    def answers(self, toponym: Toponym) -> Iterator[Reply]:
        """What each reading of the cell gives."""
        reading = read(toponym.text)
        yield self._with_part(toponym)
        yield stripped.in_quarter(self._resolve, self._names.candidates, self._names.containers.inside, toponym)
        if not has_marks(toponym.text):
            yield self._named(toponym)
            yield self._with_words_behind(toponym)
            yield self._glued(toponym)
            yield self._with_code(toponym)
            yield stripped.with_note(self._resolve, toponym)
        elif reading.bracket:
            yield self._titled(toponym)
            if brackets_of_several(toponym.text):
                yield self._lists.several(toponym)
            yield self._mirrored(toponym)
            yield from self._with_bracket(toponym)
            yield stripped.with_note(self._resolve, toponym)
        else:
            yield self._titled(toponym)
            yield self._city_behind(toponym)
            yield from self._parted(toponym, reading)
        yield stripped.with_postcode(self._resolve, toponym)
        yield stripped.placed_loosely(self._resolve, toponym)
        yield stripped.beside_its_quarter(self._resolve, toponym)
        yield self._lists.either(toponym)
        yield self._lists.several(toponym)
        yield self._lists.way(toponym)
        yield self._transliterated(toponym, reading)
        yield self._country(toponym)
        yield stripped.of_district(self._resolve, toponym)

    def _parted(self, toponym: Toponym, reading: Reading) -> Iterator[Reply]:
        """The readings of a cell with a comma, colon, slash or dash and without a bracket."""
        if len(listed(toponym.text)) > 1:
            yield self._lists.several(toponym)
        if reading.container.isupper():  # "Alexandria, LA", unlike "Paz, La"
            yield self._in_container(toponym, reading)
            yield self._turned(toponym, reading)
        else:
            yield self._turned(toponym, reading)
            yield self._in_container(toponym, reading)
        yield self._with_code(toponym)
        yield self._mirrored(toponym)
        yield self._named(toponym)
        yield stripped.with_note(self._resolve, toponym)

    def _named(self, toponym: Toponym) -> Reply:
        """The whole cell as a name; a small town's name in another script may be that of a larger one that lacks it."""
        found = self._names.candidates(toponym)
        answer = self._apart(toponym, decide(self._countries, toponym, found))
        key = fold(toponym.text)
        if not isinstance(answer, Found) or toponym.country or key.isascii() or not is_small(answer.place):
            return _fitting(answer)
        read = self._names.candidates(toponym._replace(text=latin(key)))
        return decide(self._countries, toponym, [*found, *(c for c in read if c.match == "title")])

    def _apart(self, toponym: Toponym, answer: Resolution) -> Resolution:
        """The answer, unless marks part the cell: "Kota, Isfahan" is sooner two towns than Isfahan in Malay."""
        if not isinstance(answer, Found) or not has_marks(toponym.text) or not is_alias(answer.candidates[0]):
            return answer
        return self._lists.several(toponym) or doubted(answer, main_name(answer.place))

    def _titled(self, toponym: Toponym) -> Reply:
        """The whole cell, marks and all, as a place's own title: "Halle (Saale)", "Donostia / San Sebastián"."""
        wanted = marks(toponym.text)
        whole = toponym._replace(text=fold(toponym.text))
        found = [
            c for c in self._names.candidates(whole)
            if wanted <= marks(c.matched if c.says == CURATED else c.place.title if c.match == "title" else "")
        ]  # fmt: skip
        return _fitting(decide(self._countries, toponym, found))

    def _turned(self, toponym: Toponym, reading: Reading) -> Reply:
        """As lists write it: "Congo, Republic of", "Bahamas, The", "Havre, Le"."""
        if not reading.container or fold(reading.container).split()[-1:] not in _TURNED:
            return None
        turned = toponym._replace(text=f"{reading.container} {reading.name}")
        whole = not toponym.country and "," not in reading.container  # "Bosnia and Herzegovina, Federation of"
        area = self._names.area(self._countries.code(turned.text)) if whole else None
        named = [Candidate(area, "gazetteer", turned.text, match="name")] if area else []
        literal = [c for c in self._names.candidates(turned) if fold(c.matched) == fold(turned.text)]
        return _fitting(decide(self._countries, toponym, literal or named))

    def _in_container(self, toponym: Toponym, reading: Reading) -> Reply:
        """Of the form "City, Region", "City, Country" or "City, Region, Country"; each of them must agree."""
        if not reading.container or len(self._lists.groups(toponym)) > 1:
            return None
        if self._lists.venue_beside(reading.name, reading.container):
            return None
        everywhere = self._names.candidates(toponym._replace(text=reading.name))
        if self._countries.code(reading.name):
            everywhere = [c for c in everywhere if c.place.kind != "area"]  # Mongolia is no plateau in a region of it
        return self._placed(toponym._replace(text=reading.name), everywhere, reading.container, _BEHIND)

    def _placed(self, toponym: Toponym, everywhere: list[Candidate], container: str, where: str) -> Reply:
        found = self._lists.inside(everywhere, container)
        said = tr(where, container=container)
        told = [replace(c, reasons=(said,)) for c in found]
        answer = decide(self._countries, toponym, told, placed=True)
        if isinstance(answer, Found) and self._names.containers.beside(answer.place, container):
            return doubted(answer, tr("it is a region of its own beside {container}", container=container))
        if isinstance(answer, Found) and not toponym.country:
            return by_code(self._names, answer, container, bracketed="(" in toponym.text)
        return _fitting(answer)

    def _with_bracket(self, toponym: Toponym) -> Iterator[Reply]:
        """In "Dostyk (Druzhba)" the bracket is another name, in "Paris (Texas)" and "Halkali (Istanbul)" it says where.

        In "Kazakhstan (Almaty)" it names the town that is meant, in "Georgia (country)" what it is.
        """
        reading = read(toponym.text)
        bare = toponym._replace(text=unbracketed(toponym.text)[0])
        if self._names.regions.coded(reading.bracket):
            yield self._placed(toponym, self._names.candidates(bare), reading.bracket, _BEHIND)
        holds = self._names.containers.names_one(reading.bracket)
        held = self._resolve(toponym._replace(text=f"{bare.text}, {reading.bracket}")) if holds else None
        yield None if isinstance(held, Unknown) else held
        if self._countries.code(bare.text):
            town = self._town(toponym, reading.bracket, bare.text)
            yield None if isinstance(town, Unknown) else town
        named = self._names.candidates(toponym._replace(text=reading.name))
        if kind := kind_alone(reading.bracket):
            yield _fitting(decide(self._countries, bare, of_kind(named, kind)))
        yield held
        other = {c.place.id for c in self._names.candidates(toponym._replace(text=reading.bracket))}
        same = [c for c in named if c.place.id in other]
        yield _fitting(decide(self._countries, bare, same, placed=True))
        yield self._placed(bare, named, reading.bracket, _BEHIND)
        yield self._unread_bracket(toponym, bare, reading.bracket)

    def _unread_bracket(self, toponym: Toponym, bare: Toponym, bracket: str) -> Reply:
        answer = self._resolve(bare)
        inner = self._resolve(toponym._replace(text=bracket))
        if isinstance(answer, Found) and isinstance(inner, Found) and not is_venue(bracket):
            return self._lists.offered([answer, inner], [])
        if isinstance(answer, Found):
            noted = is_venue(bracket) or bool(without_note(toponym.text)[1])
            said = tr("'{bracket}', which stands in brackets, is not read", bracket=bracket)
            return because(answer, said) if noted else doubted(answer, said)
        if isinstance(answer, Unknown) and isinstance(inner, Found) and not inner.place.is_area:
            return doubted(
                inner, tr("'{text}' is in no list; this is what stands in brackets behind it", text=bare.text)
            )
        return answer

    def _mirrored(self, toponym: Toponym) -> Reply:
        """As "Uzbekistan, Samarkand" or "Kazakhstan: Almaty"; "Panama, Colon" may be two towns of Panama."""
        first, second = mirrored(toponym.text)
        if not second:
            return self._stepwise(toponym)
        if not (self._countries.code(first) or self._names.containers.names_one(first)):
            return None
        # "Мангистауская область, Актау" and "Tatarstan, Kazan" say it, too; "Lima, Cusco" are two towns
        if ":" not in toponym.text and kind_of(first) != "area" and self._lists.bears_a_city(first, toponym.country):
            return None
        return self._town(toponym, second, first)

    def _stepwise(self, toponym: Toponym) -> Reply:
        """From the country down: "France, Normandy, Caen"; "Uzbekistan, Tashkent, Samarkand" are two towns."""
        parts = [part.strip() for part in toponym.text.split(",")]
        if len(parts) != 3 or not self._countries.code(parts[0]):
            return None
        land, region, town = parts
        if not self._names.containers.names_one(region) or self._lists.bears_a_city(land):
            return None
        if (
            region != town
            and kind_of(region) != "area"
            and self._lists.bears_a_city(region, self._countries.code(land))
        ):
            return None
        return self._town(toponym, town, f"{region}, {land}")

    def _city_behind(self, toponym: Toponym) -> Reply:
        """As "Mongolia, Ulaanbaatar", before some Mongolia in a region of Ulaanbaatar is looked for."""
        first, second = mirrored(toponym.text)
        town = self._town(toponym, second, first) if second and self._countries.code(first) else None
        if not isinstance(town, Found) or not is_known_town(town.place):
            return None
        return town if town.place.kind == "capital" or not self._lists.bears_a_city(first) else None

    def _town(self, toponym: Toponym, town: str, container: str) -> Reply:
        named = self._names.candidates(toponym._replace(text=town))
        towns = [c for c in named if c.place.feature_class == "P"]
        return self._placed(toponym._replace(text=town), towns, container, _BEFORE)

    def _glued(self, toponym: Toponym) -> Reply:
        """A town right behind its country, as Chinese and Japanese write it: "中国北京"."""
        text = toponym.text
        if not text or not all("\u3040" <= letter <= "\u9fff" for letter in text):
            return None
        for end in range(len(text) - 1, 1, -1):
            if self._countries.code(text[:end]) and (town := self._town(toponym, text[end:], text[:end])):
                return town
        return None

    def _with_code(self, toponym: Toponym) -> Reply:
        """With a code or container behind a slash or dash: "Brasília/DF", "Campinas - SP", "Baku - Azerbaijan"."""
        name, code = with_code(toponym.text)
        name, code = (name, code) if name else beside(toponym.text)
        named = self._countries.code(code)
        region = not named and self._names.containers.names_one(code) and not self._lists.bears_a_city(code)
        if not name or not (named or region or self._names.regions.coded(code)):
            return None
        if self._countries.code(name) not in {"", named}:
            return None  # "Georgia/Armenia" are two countries
        return self._placed(
            toponym._replace(text=name), self._names.candidates(toponym._replace(text=name)), code, _BEHIND
        )

    def _with_words_behind(self, toponym: Toponym) -> Reply:
        """With the country or state behind it and no comma: "Tashkent Uzbekistan", "Boise Idaho"."""
        for name, behind in with_words_behind(toponym.text):
            full = fold(behind) in self._names.regions.full or self._names.regions.coded(behind)
            if full or self._countries.code(behind):
                bare = toponym._replace(text=name)
                return self._placed(bare, self._names.candidates(bare), behind, _BEHIND)
        return None

    def _transliterated(self, toponym: Toponym, reading: Reading) -> Reply:
        """The name in Latin letters, where it is listed in those alone."""
        key = fold(reading.name)
        if key.isascii():
            return None
        found = self._names.candidates(toponym._replace(text=latin(key)))
        if reading.container:
            found = self._names.containers.inside(found, reading.container)
        return _fitting(decide(self._countries, toponym, [replace(c, match="transliterated") for c in found]))

    def _country(self, toponym: Toponym) -> Reply:
        """A country in a form that no list of places has: "R. Dominicana"."""
        whole = " " in toponym.text and not has_marks(toponym.text)  # "Djibouti, China" is none
        code = self._countries.code(toponym.text) if whole and not toponym.country else ""
        area = self._names.area(code) if code else None
        named = [Candidate(area, "gazetteer", toponym.text, match="name")] if area else []
        return _fitting(decide(self._countries, toponym, named))

    def _with_part(self, toponym: Toponym) -> Reply:
        """With the number of a part of a large city, unless that has a place in the list: "Praha 1", "Paris 8"."""
        if not without_part(toponym.text)[1]:
            return None
        whole = self._named(toponym)
        return whole if isinstance(whole, Found) else stripped.with_part(self._resolve, toponym)


def _fitting(answer: Resolution) -> Reply:
    return None if isinstance(answer, Unknown) and not answer.near_misses else answer
