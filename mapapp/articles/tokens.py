"""The words of a text, what is mentioned in it, and the sentences that they form."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mapapp.articles.records import Party, Quote, Spot
from mapapp.when import When

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-’'ʼ‑][^\W\d_]+)*\.?|\d+(?:st|nd|rd|th)?|[^\w\s]", re.UNICODE)


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    PLACE = "place"
    COUNTRY = "country"
    AREA = "area"
    PEOPLE = "people"  # an adjective or name of a people: whose it is, not where
    PERSON = "person"
    DATE = "date"
    EVENT = "event"


class Form(StrEnum):
    """What the form of a verb tells about time."""

    NONE = ""
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    BASE = "base"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its lemma, or something that is mentioned, as one piece.

    ``case`` is "subject" or "other" where the language tells it by the word's form, "" where it does not.
    """

    start: int
    end: int
    text: str
    lemma: str
    form: Form = Form.NONE
    case: str = ""
    sort: Sort = Sort.WORD
    spot: Spot | None = None
    party: Party | None = None
    when: "Dating | None" = None
    group: bool = False

    @property
    def quote(self) -> Quote:
        """Where it stands."""
        return Quote(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Dating:
    """A date of the text: what it means of the past and of what is to come, and by which rule.

    ``weekday`` is the day of the week that stands with it (0 is Monday). Both dates are None where ``doubt`` says why.
    ``after`` are the days since the date before it in the text, for one that is told from that; ``days`` how many it
    is. ``weekly`` tells that it is a day of the week alone.
    """

    past: When | None
    coming: When | None
    rule: str
    doubt: str = ""
    weekday: int | None = None
    after: int | None = None
    days: int = 1
    weekly: bool = False


def laid(words: Sequence[Token], mentions: Sequence[Token]) -> list[Token]:
    """Words and mentions in order, without the words that a mention covers."""
    covered = sorted(mentions, key=lambda m: m.start)
    found, at = [], 0
    for word in words:
        while at < len(covered) and covered[at].end <= word.start:
            at += 1
        if at == len(covered) or covered[at].start >= word.end:
            found.append(word)
    return sorted([*found, *covered], key=lambda t: t.start)


_SPEECH = {"“": "”", "«": "»", "„": "“", '"': '"'}
_LEAST_SPOKEN = 6  # tokens; what is shorter is a title or a word


def without_speech(tokens: Sequence[Token], own: Callable[[Token], bool]) -> list[Token]:
    """The tokens without what somebody says word for word of themselves: "my visit" is told by the speaker.

    ``own`` tells the words of a speaker: I, our. What a ministry says without them stays: "the minister will visit".
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        close = _SPEECH.get(tokens[at].text) if tokens[at].sort == Sort.WORD else None
        end = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == close), None) if close else None
        said = tokens[at + 1 : end] if end else []
        tells = any(t.sort == Sort.PERSON for t in said) and not any(map(own, said))
        if len(said) >= _LEAST_SPOKEN and any(t.form for t in said) and not tells:
            found += said[-1:] if said[-1].text == "," else ()
            at = (end or at) + 1
            continue
        found.append(tokens[at])
        at += 1
    return found


_END = frozenset(".!?")
_MOST = 250  # tokens of a sentence; longer than any in a communiqué, whose clauses are held against each other
_GAP = 20  # characters between two tokens and more: words of somebody stood there


def sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sentences of a paragraph: they end with a mark behind which a capital or a quotation begins.

    One without an end is taken in pieces.
    """
    sentence: list[Token] = []
    for i, token in enumerate(tokens):
        sentence.append(token)
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        ends = token.text in _END and token.sort == Sort.WORD and (behind is None or _begins(sentence, behind))
        if ends or len(sentence) == _MOST:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _begins(sentence: Sequence[Token], behind: Token) -> bool:
    before = sentence[-2] if len(sentence) > 1 else None
    if behind.start - sentence[-1].end > _GAP:
        return True
    if before is None or (before.sort == Sort.WORD and len(before.text) == 1 and before.capital):
        return False
    return behind.capital or behind.sort != Sort.WORD or not behind.text[:1].isalpha()


def words(text: str, start: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """The words and marks of a paragraph that begins at ``start``; a full stop belongs to a word that it shortens."""
    for match in WORD.finditer(text):
        word, at = match[0], start + match.start()
        if word[-1] == "." and len(word) > 1 and not _shortened(word, abbreviations):
            yield at, at + len(word) - 1, word[:-1]
            yield at + len(word) - 1, at + len(word), "."
        else:
            yield at, at + len(word), word


def _shortened(word: str, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop belongs to the word: "Dr.", "U.S.", the initial of a name."""
    return word[:-1].casefold() in abbreviations or "." in word[:-1] or (len(word) == 2 and word[0].isupper())
