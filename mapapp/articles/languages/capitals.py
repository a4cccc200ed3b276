"""People of a language that marks names by capital letters: offices with or without a name, full names, last names."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.articles.languages.capital_names import GENITIVE, as_person, name_end, names_house, son_of
from mapapp.articles.languages.capital_offices import behind_office
from mapapp.articles.languages.capital_places import event, place
from mapapp.articles.languages.english_names import (
    BEFORE,
    CAPITAL_OFFICES,
    CONNECT,
    EVENTS,
    HEADS,
    HONORIFICS,
    INNER,
    INSTITUTIONS,
    NAMED_AFTER,
    NOT_NAMES,
    OFFICES,
    PAIRED,
    RANKS,
    SHORT_OFFICES,
    SHORT_RANKS,
    THINGS,
)
from mapapp.articles.languages.language import Paragraph
from mapapp.articles.languages.scan import Found, Scan
from mapapp.articles.records import Spot
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.geocoding.texts.mentions import without_genitive

_SHORT_FORM = 3  # words of "(CNS)"
_LONGEST_OFFICE = 8  # words before its noun
_COMMON = frozenset("state general trade new first energy union high".split())  # in small letters, mostly no office
_LEADS = frozenset("in at to from into through via near across outside , and".split())  # before a place
_SENT = frozenset("ambassador envoy representative".split())
_AUXILIARY = frozenset("will would had has was is".split())
_STATES = frozenset({"state", "states"})  # "Member States"
_VERBS, _BEFORE_VERBS = frozenset({"head", "chair"}), frozenset("will would to shall and also can".split())
_TOURS = frozenset("visit(n) trip(n) tour(n) journey(n)".split())
_SPEAKERS = frozenset({"spokesperson", "spokesman", "spokeswoman"})


def mentions(paragraph: Paragraph, lead: frozenset[str]) -> list[Token]:
    """The dates with the people, events and places of a paragraph, none within another; people come first.

    ``lead`` are words such as "in", behind which small places may stand.
    """
    scan = Scan(paragraph)
    found = [*paragraph.dates]
    at = 0
    while at < len(paragraph.words):
        if several := _several(scan, at):
            found += [one.token for one in several]
            at = several[-1].last + 1
            continue
        mention = (_person(scan, at) or event(scan, at) or place(scan, at, lead)) if scan.free(at) else None
        if mention and _beside_person(scan, at, mention, found):
            mention = None
        if mention:
            found.append(mention.token)
        at = mention.last + 1 if mention else at + 1
    return found


def _beside_person(scan: Scan, at: int, mention: Found, found: Sequence[Token]) -> bool:
    """Whether what may be a small town stands behind somebody and "and": "Testa and Camilla"."""
    before = found[-1] if found else None
    if mention.token.sort != Sort.PLACE or scan.low(at - 1) != "and" or before is None:
        return False
    named = scan.geography.named(scan.text(at, mention.last))
    joined = before.sort == Sort.PERSON and before.end <= scan.words[at - 1].start <= before.end + 1
    return joined and not (named and scan.geography.known(named))


def _person(scan: Scan, at: int) -> Found | None:
    if found := _office(scan, at):
        return found
    end = name_end(scan, at)
    return None if end >= at and names_house(scan, end) else _named(scan, at)


def _office(scan: Scan, at: int) -> Found | None:
    """An office that begins here, with what stands before and behind its noun, and with the name that follows."""
    country, head = "", at
    while head < at + _LONGEST_OFFICE and not _heads(scan, head):
        code = scan.geography.country(scan.words[head].text) if scan.capital(head) else ""
        if not (code or _before_office(scan, head, at)):
            return None
        country = country or code
        head += 1
    if not _heads(scan, head):
        return None
    while True:
        joint = scan.low(head + 1) in ("–", "-", "for", "/") and _heads(scan, head + 2)
        if not joint and (not _heads(scan, head + 1) or son_of(scan, head + 1)):
            break
        head += 1
    last, within = behind_office(scan, head)
    found = _with_name(scan, at, head, last, within or country)
    return None if found.token.party and names_house(scan, found.last) else found


def _several(scan: Scan, at: int) -> list[Found]:
    """The offices of "the foreign ministers of Latvia and Estonia", one for each country; none otherwise."""
    head = at
    while head < at + _LONGEST_OFFICE and scan.low(head)[:-1] not in PAIRED and _before_office(scan, head, at):
        head += 1
    one = scan.low(head).replace("secretaries", "secretarys").removesuffix("s")
    if one not in PAIRED or one == scan.low(head):
        return []
    led = head + 1
    while led < head + _LONGEST_OFFICE and (scan.low(led) in OFFICES or (led == head + 1 and scan.low(led) == "for")):
        led += 1  # "the ministers for energy of"
    if scan.low(led) not in ("of", "from"):
        return []
    matter = scan.text(head + 1, led - 1) if led > head + 1 else ""
    office = " ".join(filter(None, [scan.text(at, head - 1) if head > at else "", one, matter]))
    found, first, next_ = [], at, led + 1
    while True:
        next_ += scan.low(next_) == "the"
        size, code = scan.country_at(next_) if scan.capital(next_) else (1, "")
        if not code:
            return []
        end = next_ + size - 1
        one_of = scan.found(first, end, f"<office>{one}|{office}", Sort.PERSON, Spot(country=code))
        found.append(Found(end, replace(one_of.token, text=f"{office} of {scan.text(next_, end)}")))
        joined = end + 1 + (scan.low(end + 1) == ",")
        joined += scan.low(joined) == "and"
        if joined == end + 1 or not scan.capital(joined) or not scan.country_at(joined)[1]:
            return _with_names(scan, found, office)
        first = next_ = joined


def _with_names(scan: Scan, found: list[Found], office: str) -> list[Found]:
    """The offices of several countries with the names behind them; none where these are not as many."""
    if len(found) < 2:  # one country has no several of them
        return []
    at, named = found[-1].last + 1, list[tuple[int, int]]()
    apart = scan.low(at) == ","  # "the ministers of Latvia and Estonia, Ada Testa and Oda Fiktiv"
    at += apart
    while (end := name_end(scan, at)) >= at:
        named.append((at, end))
        at = end + 1 + (scan.low(end + 1) == ",")
        at += scan.low(at) == "and"
        if at == end + 1:
            break
    if not named:
        return found
    if len(named) != len(found):
        return found if apart else []
    codes = [one.token.spot.country if one.token.spot else "" for one in found]
    return [
        as_person(scan, start, end, scan.text(start, end), (office, code))
        for (start, end), code in zip(named, codes, strict=True)
    ]


def _heads(scan: Scan, at: int) -> bool:
    """Whether a word is the noun of an office; one of capitals only where it is written so: PM."""
    low = scan.low(at)
    if low in _VERBS and scan.low(at - 1) in _BEFORE_VERBS:
        return False  # "will head to Riga"
    if low == "general" and scan.low(at - 1) in INSTITUTIONS:
        return False  # "the Consulate General"
    if low == "executive":
        return scan.low(at - 1) == "chief"
    if low in CAPITAL_OFFICES and scan.capital(at):
        return scan.low(at + 1) not in _STATES
    return low in HEADS or (low in SHORT_OFFICES and scan.words[at].text.rstrip("’s'").isupper())


def _before_office(scan: Scan, at: int, first: int) -> bool:
    """Whether a word may stand before the noun of an office: "Deputy", "Riga's", "Foreign"."""
    if not scan.free(at):
        return False
    low, word = scan.low(at), scan.words[at]
    if at == first and low in _COMMON and not word.capital and scan.low(at + 1) not in HEADS | BEFORE:
        return False
    whose = word.capital and word.text.endswith(GENITIVE) and low not in NOT_NAMES
    body = word.text.isupper() and len(low) > 1 and low.isalpha()  # "OSCE Chairperson", "HR/VP"
    body = body and not (scan.low(at + 1) in ("-", "–", "—") and scan.geography.named(word.text))  # "RIGA - Minister"
    return low in BEFORE or whose or (word.capital and low in OFFICES) or body or (at > first and word.text in "–-/")


def _with_name(scan: Scan, at: int, head: int, last: int, country: str) -> Found:
    """The office with the name behind it, or behind a comma, which is then more than one word and no place."""
    short = [scan.low(last + 1), scan.low(last + 3)] == ["(", ")"] and scan.words[last + 2].text.isupper()
    held, last = scan.text(at, last), last + _SHORT_FORM * short  # "Chief of Naval Staff (CNS) Ada Testa"
    comma = scan.low(last + 1) == "," and scan.low(last) not in _SPEAKERS
    first = last + 2 if comma else last + 1
    while scan.low(first) in HONORIFICS | RANKS and scan.capital(first) and scan.capital(first + 1):
        first += 1
    particle = scan.low(first) in INNER - {"of", "la"} and scan.capital(first + 1)  # "Special Envoy de Testa"
    end = first - 1 if scan.words[last].text.endswith(GENITIVE) else name_end(scan, first + particle)
    end = first - 1 if particle and end == first else end
    if end == first and not comma and _heads(scan, end + 1):
        return _with_name(scan, at, head, end + 1, country)  # "for Sudan Reconciliation Ambassador Ada Testa"
    if comma and (end <= first or scan.geography.named(scan.text(first, end))):
        end = first - 1
    if end >= first:
        return as_person(scan, at, end, scan.text(first, end), (held, country))
    words = (w for w in held.split() if w.casefold() not in CONNECT)
    bare = " ".join(w for w in words if not scan.geography.country(w))
    lemma = f"<office>{scan.low(head)}|{bare}"
    return scan.found(at, last, lemma, Sort.PERSON, Spot(country=country))


def _named(scan: Scan, at: int) -> Found | None:
    """A name without an office: of two words and more, or the last name of somebody who is known."""
    if titled := _titled(scan, at):
        return titled
    end = name_end(scan, at)
    if end == at and _acts(scan, at) and scan.cast.by_name_part(without_genitive(scan.words[at].text)) is None:
        return as_person(scan, at, at, scan.words[at].text)
    if end < at:
        known = scan.cast.by_last_name(without_genitive(scan.words[at].text)) if scan.capital(at) else None
        return as_person(scan, at, at, known.name) if known else None
    text = scan.text(at, end)
    if end > at and not scan.cast.by_last_name(without_genitive(scan.words[end].text), text):
        led = at - 1 - (at > 1 and scan.words[at - 1].text in '‘“"')
        thing = scan.low(led) in ("the", "a", "an")  # "at the Villa Testa"
        return None if thing or _no_name(scan, at, end) else as_person(scan, at, end, text)
    for last in range(end, at - 1, -1):
        if scan.cast.by_last_name(without_genitive(scan.words[last].text), scan.text(at, last)):
            return as_person(scan, at, last, scan.text(at, last))
    town = end == at and scan.low(at - 1) in _LEADS and scan.geography.named(scan.words[at].text)
    party = None if town else scan.cast.by_name_part(without_genitive(scan.words[at].text))
    return as_person(scan, at, at, party.name) if party else None


def _acts(scan: Scan, at: int) -> bool:
    """Whether a last name that nothing introduces acts within a sentence: "it was said that Kelling will visit"."""
    word, behind = scan.words[at], scan.low(at + 1)
    within = at > 0 and scan.words[at - 1].text in ("that", "where", "when")
    listed = scan.geography.named(word.text)
    small = listed is None or (listed.sort == Sort.PLACE and not scan.geography.known(listed))
    name = len(word.text) > 3 and word.text[1:].islower() and scan.low(at) not in THINGS | HEADS | EVENTS
    if not (name and small):
        return False
    if word.text.endswith(GENITIVE):  # "Kelling’s first tour"
        return any(scan.words[i].lemma in _TOURS for i in range(at + 1, min(at + 4, len(scan.words))))
    if within:
        return behind in _AUXILIARY
    verb = behind in _AUXILIARY or (scan.free(at + 1) and scan.words[at + 1].form in (Form.PAST, Form.PRESENT))
    led = listed is not None and scan.low(at - 1) in _LEADS - {","}
    return verb and not led and scan.repeated(word.text)


def _titled(scan: Scan, at: int) -> Found | None:
    """A name behind "Mr" or "Lord", which leaves no doubt that it is one; "His" alone is no title."""
    first = at
    while scan.low(first) in HONORIFICS | SHORT_RANKS and scan.capital(first):
        first += 1
    end = name_end(scan, first)
    if end < first or all(scan.low(i) in ("his", "her") for i in range(at, first)):
        return None
    return as_person(scan, at, end, scan.text(first, end))


def _no_name(scan: Scan, at: int, end: int) -> bool:
    """Whether capital words are rather the name of a place, an office or an event."""
    words = [scan.low(i) for i in range(at, end + 2)]
    no_name = EVENTS | OFFICES | THINGS | NAMED_AFTER
    if words[0] in BEFORE | OFFICES | HEADS or any(word in no_name for word in words):
        return True
    if scan.low(at - 1) in _LEADS and end > at and scan.geography.own_country(scan.words[end].text):
        return True  # "at Villa Samoa"
    if all(word in HONORIFICS for word in words[: end - at + 1]):
        return True  # "Her Royal Highness"
    if any(scan.words[i].text.isupper() and scan.geography.country(scan.words[i].text) for i in range(at, end + 1)):
        return True  # "Testa US"
    if words[0].endswith("ing") and (at == 0 or scan.words[at - 1].text[-1] in '.!?“"'):  # "Sharing Utah’s experience"
        return True
    named = [(i, scan.geography.named(scan.text(at, i))) for i in range(at, end + 1)]
    led = scan.low(at - 1) in _LEADS - {
        ",",
        "and",
    }  # David and Leo are towns as well, but not where nothing leads there
    return any(n and (i == end or n.sort != Sort.PLACE or (led and scan.geography.known(n))) for i, n in named)
