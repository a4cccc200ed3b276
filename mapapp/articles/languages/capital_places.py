"""Places and events of a language that marks names by capital letters."""

from mapapp.articles.languages.english_names import (
    BEFORE,
    EVENT_WORDS,
    EVENTS,
    HEADS,
    INNER,
    LARGE_EVENTS,
    NAMED_AFTER,
    NOT_NAMES,
    OFFICES,
    TITLED,
)
from mapapp.articles.languages.scan import Found, Scan, with_article
from mapapp.articles.records import Spot
from mapapp.articles.tokens import Sort
from mapapp.geocoding.texts.mentions import without_genitive

_LONGEST_EVENT = 12  # words before its noun
_LONGEST_PLACE = 5  # words
_SIDES = frozenset("north south east west".split())  # names of countries begin so, and much else
_LISTS = frozenset({",", "and"})
_LEADS = frozenset({"in", "to", *_LISTS})
_LEADING_VERBS = frozenset({"of", "toured", "visited", "reached", *_LISTS})
_AREAS = frozenset("prefecture province region oblast county district governorate voivodeship".split())
_MANY_AREAS = frozenset("regions provinces districts counties oblasts governorates prefectures states".split())
_GENITIVE = ("’s", "'s")
_CLOSING = frozenset({",", ".", "", ";", ")"})
_NO_PLACES = BEFORE | OFFICES | HEADS | EVENTS


def event(scan: Scan, at: int) -> Found | None:  # noqa: PLR0911  # a way out for each thing that is none
    """The name of a meeting of many that begins here, with its adjectives: "20th Ministerial Meeting"."""
    head = at
    if scan.low(at) in ("upcoming", "next", "forthcoming", "coming", "in", "on", "at", "the"):
        return None
    if at > 1 and scan.words[at].text.isdigit() and scan.words[at - 1].text in (":", "."):
        return None  # the minutes of "10:00 Meeting"
    while head < at + _LONGEST_EVENT and scan.low(head) not in EVENTS:
        joint = scan.low(head) in ("on", "of", "and", "for") and head > at
        if not (_of_name(scan, head) or joint):
            return None
        head += 1
    if scan.low(head) not in EVENTS:
        return None
    while scan.low(head + 1) in EVENTS:
        head += 1
    noun = scan.low(head)
    if scan.capital(head + 1) and scan.low(head + 1) in HEADS:
        return None  # "National Assembly Chairman"
    if noun == "consultations":  # unless a round of them, they are talks with somebody
        return scan.found(at, head, f"<event>{noun}", Sort.EVENT) if "round" in scan.text(at, head) else None
    if not (scan.capital(head) or (noun in LARGE_EVENTS) or (noun not in TITLED and _any_capital(scan, at, head))):
        return None
    first = at + (scan.words[at].text in '“"' and head > at)
    return scan.found(first, _dubbed(scan, head), f"<event>{noun}", Sort.EVENT)


def _of_name(scan: Scan, at: int) -> bool:
    if not scan.low(at):
        return False
    word = scan.words[at].text
    return word[0].isupper() or word[0].isdigit() or word in '“”"–-&' or scan.low(at) in EVENT_WORDS


def _any_capital(scan: Scan, first: int, last: int) -> bool:
    return any(scan.words[i].capital for i in range(first, last + 1))


def _dubbed(scan: Scan, head: int) -> int:
    """The end of the title of a side event, which stands behind "dubbed" or the like."""
    if scan.low(head) != "side-event" or scan.low(head + 1) not in ("dubbed", "titled", "called", "named", "entitled"):
        return head
    at = head + 1
    while at < len(scan.words) and scan.words[at].text not in (",", ".", ";"):
        at += 1
    return at - 1


def place(  # noqa: PLR0911  # a way out for each thing that is none
    scan: Scan, at: int, lead: frozenset[str]
) -> Found | None:
    """A country, people, area or town that begins here; the longest name counts. ``lead`` are words such as "in"."""
    side = scan.low(at) in _SIDES
    if not scan.capital(at) or (scan.low(at) in NOT_NAMES and not side):
        return None
    for last in range(at + _LONGEST_PLACE - 1, at - 1 + side, -1):
        if not _named(scan, last) or not all(_within(scan, i) for i in range(at, last + 1)):
            continue
        named = scan.geography.named(scan.text(at, last))
        if named is None or (at == last and scan.low(at) in _NO_PLACES) or _two_countries(scan, at, last):
            continue
        named_after = last + 1 + (scan.low(last + 1) == "international")  # "Testa International Airport"
        if scan.capital(named_after) and scan.low(named_after) in NAMED_AFTER:
            return None
        if at == last and scan.low(at - 1) == "to" and scan.words[at].form and scan.low(last + 1) in ("the", "a"):
            return None  # "the Roadmap to End the Transition"
        if scan.low(last + 1) in INNER - {"of"} and scan.capital(last + 2):
            return None  # "Bab el Mandab"
        if named.sort == Sort.PLACE and _of_areas(scan, last):
            return scan.found(at, last, "<area>", Sort.AREA)
        if named.sort == Sort.PLACE and scan.low(last + 1) in _AREAS:
            return scan.found(at, last + 1, "<area>", Sort.AREA)
        if last > at and scan.low(last) in NAMED_AFTER:
            continue
        small = named.sort == Sort.PLACE and not scan.geography.known(named)
        if small and scan.low(at - 1) not in lead | _LEADING_VERBS:
            continue
        if named.sort == Sort.COUNTRY and (end := _same_town(scan, at, last)):
            return scan.found(at, end, "<place>", Sort.PLACE, Spot(scan.text(at, last), None, named.country))
        end, code = _container(scan, last) if named.sort == Sort.PLACE else (last, named.country)
        spot = Spot(without_genitive(scan.text(at, last)), None, code)
        return scan.found(at, end, f"<{named.sort}>", named.sort, spot)
    return None if side else _unread(scan, at)


def _two_countries(scan: Scan, at: int, last: int) -> bool:
    """Whether a name of lists is two countries here: "visits to Australia and New Zealand"."""
    middle = next((i for i in range(at + 1, last) if scan.low(i) == "and"), 0)
    sides = [(at, middle - 1), (middle + 1, last)] if middle else []
    named = [scan.geography.named(scan.text(*side)) for side in sides]
    return bool(named) and all(side and side.sort == Sort.COUNTRY for side in named)


def _same_town(scan: Scan, at: int, last: int) -> int:
    """Where "Djibouti, Djibouti" ends: the town that is called as its country; 0 for anything else."""
    end = last + 2 + last - at
    same = scan.low(last + 1) == "," and scan.free(end) and scan.text(at, last) == scan.text(last + 2, end)
    return end if same else 0


def _of_areas(scan: Scan, last: int) -> bool:
    """Whether a place is one of a list of areas: "in Batken, Osh and Naryn regions"."""
    at = last + 1
    while scan.low(at) in _LISTS or (at > last + 1 and scan.capital(at)):
        at += 1
    return at > last + 1 and scan.low(at) in _MANY_AREAS and not scan.capital(at)


def _named(scan: Scan, at: int) -> bool:
    return scan.capital(at) or (scan.free(at) and with_article(scan.words[at].text))


def _within(scan: Scan, at: int) -> bool:
    return _named(scan, at) or scan.low(at) in INNER | {"and", "the"}


def _container(scan: Scan, last: int) -> tuple[int, str]:
    """The country behind a town and a comma, and where it ends; a further country behind it makes both a list."""
    if scan.low(last + 1) != "," or not scan.capital(last + 2):
        return last, ""
    size, code = scan.country_at(last + 2)
    end = last + 1 + size
    named = scan.geography.named(scan.text(last + 2, end))
    if scan.words[end].text.endswith(_GENITIVE):
        return last, ""  # "her plane landed in Riga, Latvia’s envoy said"
    closed = scan.low(end + 1) in _CLOSING or not scan.capital(end + 1)
    behind = end + 2 + (scan.low(end + 1) == "," and scan.low(end + 2) == "and")
    listed = scan.low(end + 1) in _LISTS and scan.capital(behind) and scan.country_at(behind)[1]
    if code and named and named.sort == Sort.COUNTRY and closed and not listed:
        return end, code
    return last, ""


def _unread(scan: Scan, at: int) -> Found | None:
    """A capital word behind "in", or within a list of places, that no list knows: it may be a place."""
    low, before = scan.low(at), scan.low(at - 1)
    if before not in _LEADS or low in _NO_PLACES or len(low) < 3 or scan.capital(at + 1):
        return None
    if scan.words[at].text.isupper() or not low.isalpha():  # an abbreviation
        return None
    lemma = "<listed>" if before in _LISTS else "<unread>"
    return scan.found(at, at, lemma, Sort.PLACE, Spot(without_genitive(scan.words[at].text)))
