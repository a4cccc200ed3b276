"""Names of people of a language that marks names by capital letters: where they end, and whose they are."""

from mapapp.articles.languages.english_names import (
    BEFORE,
    EVENTS,
    HEADS,
    INNER,
    NAMED_AFTER,
    NOT_NAMES,
    OFFICES,
    POSTNOMINALS,
)
from mapapp.articles.languages.scan import Found, Scan, with_article
from mapapp.articles.records import Quote
from mapapp.geocoding.texts.mentions import without_genitive

_LONGEST_NAME = 8  # words
GENITIVE = ("’s", "'s")
_SON = frozenset("bin bint ibn ben".split())


def name_end(scan: Scan, at: int) -> int:
    """The last word of a name of a person that begins there; before ``at`` where none does."""
    end = at - 1
    for i in range(at, at + _LONGEST_NAME):
        low = scan.low(i)
        if scan.capital(i) and len(scan.words[i].text.rstrip(".")) == 1 and scan.capital(i + 1):  # an initial
            continue
        if i > at and low in INNER and low != "of" and scan.capital(i + 1):
            continue
        if (i > at and with_article(scan.words[i].text)) if scan.free(i) else False:
            end = i
            continue
        if not scan.capital(i) or (
            low in NOT_NAMES | EVENTS | HEADS | OFFICES and not (_pronoun_name(scan, i) or son_of(scan, i))
        ):
            break
        if i == at and (scan.geography.own_country(scan.words[i].text) or low in BEFORE):
            break
        end = i
        if scan.words[i].text.endswith(GENITIVE):
            break
    return end


def _pronoun_name(scan: Scan, at: int) -> bool:
    """Whether a word such as "You" or "He" within a sentence begins a name: You Si-kun."""
    within = at > 0 and scan.words[at - 1].text[-1] not in '.!?“"'
    return within and scan.low(at) in ("you", "he", "an", "so", "no") and scan.capital(at + 1)


def as_person(scan: Scan, at: int, last: int, name: str, held: tuple[str, str] = ("", "")) -> Found:
    """The person of a name, with the office and its country where they stand before it, without letters behind it."""
    words = name.split()
    while len(words) > 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) > 1 and words[1].istitle():
        words.pop(0)  # "PM Testa"
    while len(words) > 1 and words[-1].isupper() and words[-1].casefold() in POSTNOMINALS:
        words.pop()
    name = " ".join(words)
    quote = Quote(scan.words[at].start, scan.words[last].end)
    return scan.person(at, last, scan.cast.named(without_genitive(name), *held, quote))


def son_of(scan: Scan, at: int) -> bool:
    """Whether a word such as "Sultan" is the first of a name that goes on with the father's: "Sultan bin Testi"."""
    return scan.capital(at) and scan.low(at + 1) in _SON


def names_house(scan: Scan, last: int) -> bool:
    """Whether a name is that of an airport and the like: "King Testa International Airport"."""
    behind = last + 1 + (scan.low(last + 1) == "international")
    return scan.capital(behind) and scan.low(behind) in NAMED_AFTER | {"base", "stadium"}
