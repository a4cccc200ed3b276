"""What stands behind the noun of an office: "of Foreign Affairs of Finland", "to the Secretary-General"."""

from mapapp.articles.languages.english_names import BEFORE, CAPITAL_OFFICES, CONNECT, HEADS, NOT_NAMES, OFFICES, THINGS
from mapapp.articles.languages.scan import Scan
from mapapp.articles.tokens import Sort

_SENT = frozenset("ambassador envoy representative".split())
_ATTACHED = _SENT | {"adviser", "advisor", "secretary", "aide"}
_LONGEST_BRACKET = 7  # words
_SEATED = _SENT | {"director"}  # who is somewhere for somebody else
_ENDS = frozenset({",", "", "."})
_AREAS = frozenset("region province governorate district county".split())
_PERSONAL = frozenset("prince princess sheikh sheikha".split())  # before a name: "Minister Prince Testi"
_OFFICES = OFFICES | HEADS | BEFORE | CAPITAL_OFFICES
_SEATS = frozenset({Sort.PLACE, Sort.AREA})
_RUNS = frozenset({"executive", "chairman", "chairwoman", "ceo"})  # companies
_NOBLE = frozenset("prince princess duke duchess earl countess".split())


def behind_office(scan: Scan, head: int) -> tuple[int, str]:
    """The end of an office with what stands behind it ("of Foreign Affairs of Finland"), and the country in that."""
    last, country, at, opened = head, "", head + 1, False
    while low := scan.low(at):
        if low == "to" and scan.low(head) in _SENT and scan.country_at(at + 1)[1]:
            last = at + scan.country_at(at + 1)[0]
            at = last + 1
            continue
        if low == "to" and scan.low(head) in _ATTACHED and scan.low(at + 1) == "the" and _of_office(scan, at + 2):
            at, opened = at + 2, True
            continue
        if low in "([" and (end := _bracket(scan, at)):
            last, at = end, end + 1
            continue
        if low == "in" and scan.low(head) in _SENT and _seat(scan, at + 1) and scan.capital(at + 2):
            return at + 1, country
        if low == "in" and scan.low(head) in _SEATED and scan.low(at + 1 + scan.country_at(at + 1)[0]) == ",":
            return (at + scan.country_at(at + 1)[0], country) if scan.country_at(at + 1)[1] else (last, country)
        if low == "and" and (scan.low(head) in _NOBLE or _whose(scan, at + 1)):
            break
        if low in _PERSONAL and scan.capital(at):
            break
        if low in _AREAS and last == at - 1 > head:  # "Emir of Riga region"
            last, at = at, at + 1
            continue
        if low in CONNECT and (at == head + 1 or last >= at - 2):
            opened = opened or low in ("of", "for", "–", "-", "/")
            at += 1
            continue
        size, code = scan.country_at(at)
        fits = code or low in _OFFICES or _seat(scan, at) or _second(scan, at) or _body(scan, at, head)
        if not opened or not fits:
            break
        led = scan.low(at - 1) if scan.low(at - 1) != "the" else scan.low(at - 2)
        country = country or (code if led != "for" else "")  # an envoy for Yemen is not of it
        last = at + size - 1
        at = last + 1
    return last, country


def _company(scan: Scan, head: int, at: int) -> bool:
    """Whether a company is named, whose head it is: "chief executive of Testa Motors"; up to a mark or a small word."""
    led = scan.low(head + 1) == "of" and scan.low(head) in _RUNS
    return led and all(scan.capital(i) and scan.free(i) for i in range(head + 2, at + 1))


def _whose(scan: Scan, at: int) -> bool:
    """Whether a country stands here as the one whose something is: "envoy for Syria and Latvia’s foreign minister"."""
    size, code = scan.country_at(at)
    return bool(code) and scan.words[at + size - 1].text.endswith(("’s", "'s"))


def _of_office(scan: Scan, at: int) -> bool:
    return scan.capital(at) and scan.low(at) in OFFICES | HEADS | BEFORE


def _bracket(scan: Scan, at: int) -> int:
    """Where a bracket within an office ends: "Speaker of the Lok Sabha (House of Representatives) of India"."""
    end = next((i for i in range(at + 1, at + _LONGEST_BRACKET) if scan.low(i) in (")", "]")), 0)
    return end if end and (scan.capital(end + 1) or scan.low(end + 1) == "of") else 0


def _seat(scan: Scan, at: int) -> bool:
    """Whether a town stands here, behind "of": the mayor of Lucca; behind a noble title anything: Prince of Wales."""
    if scan.capital(at) and scan.low(at - 1) == "of" and scan.low(at - 2) in _NOBLE:
        return True
    named = scan.geography.named(scan.words[at].text) if scan.capital(at) and scan.low(at) not in NOT_NAMES else None
    return bool(named and named.sort in _SEATS and scan.low(at - 1) in ("of", "the", "in"))


def _body(scan: Scan, at: int, head: int) -> bool:
    """Whether a body is named here: "Vice Chairman of the NA", "Bishop of the Serbian Orthodox Church"."""
    word = scan.words[at].text
    return scan.capital(at) and (
        _company(scan, head, at)
        or (word.isupper() and len(word) > 1)
        or scan.low(at) in THINGS
        or (scan.capital(at + 1) and scan.low(at + 1) in THINGS | OFFICES)
    )


def _second(scan: Scan, at: int) -> bool:
    """Whether a word that no list has is the second thing that an office is for: "Foreign Affairs and Migration"."""
    word = scan.words[at].text
    alone = scan.capital(at) and not scan.capital(at + 1) and scan.low(at + 1) in _ENDS
    joins = scan.low(at - 1) == "and" and scan.low(at - 2) in OFFICES and scan.capital(at - 2)
    return alone and joins and scan.geography.named(word) is None and scan.cast.by_last_name(word) is None
