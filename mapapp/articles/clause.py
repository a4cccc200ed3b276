"""A clause: its words and what is mentioned in it, whether it was or is to be, and how its places are tied to it."""

from dataclasses import dataclass, field
from enum import StrEnum

from mapapp.articles.languages.language import Act, Language
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.tour import Status

FINITE = frozenset({Form.PAST, Form.PRESENT, Form.FUTURE, Form.PASSIVE})
PLACES = frozenset({Sort.PLACE, Sort.COUNTRY})
TRIPS = frozenset({Act.TRAVEL, Act.TRIP})
MEETS = frozenset({Act.MEET, Act.TALKS, Act.HOST})


class Tie(StrEnum):
    """How a place is tied to what stands before it."""

    AT = "at"
    OBJECT = "object"
    LISTED = "listed"
    FROM = "from"
    BETWEEN = "between"
    OF = "of"
    BARE = "bare"


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence with at most one finite verb of its own. ``opener`` is the word that begins it.

    ``ties`` are those of the places among its tokens. ``taken`` are the dates of events beside the
    journey, ``carried`` is the date of the clause before, ``behind`` the place straight before "where",
    ``before`` the clause before in the sentence.
    """

    tokens: list[Token]
    opener: str = ""
    coming: bool | None = False
    status: Status = Status.HELD
    ties: dict[int, Tie] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    carried: Token | None = None
    behind: Token | None = None
    before: "Clause | None" = None

    @property
    def words(self) -> list[Token]:
        """Its words, without what is mentioned in it."""
        return [t for t in self.tokens if t.sort == Sort.WORD]

    def acts(self, language: Language) -> list[tuple[int, Act]]:
        """Where it tells of travel, meeting and the like."""
        found = ((i, language.acts.get(t.lemma)) for i, t in enumerate(self.tokens) if t.sort == Sort.WORD)
        return [(i, act) for i, act in found if act]


def place_of_word_before(clause: Clause, at: int, language: Language) -> int:
    """The number of the word before a mention, without articles and the like; -1 where there is none."""
    at -= 1
    while at >= 0 and (
        clause.tokens[at].sort == Sort.PEOPLE
        or (clause.tokens[at].sort == Sort.WORD and language.describes(clause.tokens[at].lemma))
    ):
        at -= 1
    return at


def head_of_list(clause: Clause, at: int, language: Language) -> int:
    """The number of the first of the places that stand side by side up to the one at ``at``."""
    first = at
    while True:
        before = place_of_word_before(clause, first, language)
        joins = before > 0 and (clause.tokens[before].text == "," or clause.tokens[before].lemma in language.joins)
        if not joins or clause.tokens[before - 1].sort not in PLACES | {Sort.AREA}:
            return first
        first = before - 1


def word_before(clause: Clause, at: int, language: Language) -> Token | None:
    """That word itself."""
    before = place_of_word_before(clause, at, language)
    return clause.tokens[before] if before >= 0 else None


def last_place(clause: Clause, language: Language) -> Token | None:
    """The place with which a clause ends, perhaps with a day behind it: "in Riga on Monday, where"."""
    for token in reversed(clause.tokens):
        if token.sort in PLACES:
            return token
        if token.sort not in (Sort.DATE, Sort.AREA) and token.text != "," and token.lemma not in language.lead | {"on"}:
            return None
    return None
