"""A sentence taken into clauses: who acts, whether it was or is to be, and how the places in it are tied to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mapapp.articles.languages.language import Act, Language
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.tour import Status

FINITE = frozenset({Form.PAST, Form.PRESENT, Form.FUTURE, Form.PASSIVE})
PLACES = frozenset({Sort.PLACE, Sort.COUNTRY})
TRIPS = frozenset({Act.TRAVEL, Act.TRIP})
_HELD = frozenset({Act.MEET, Act.TAKE_PLACE, Act.HOST})
_SHORTEST = 4  # letters and more of an institution; Mr and Mrs are none
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
    journey, ``carried`` is the date of the clause before, ``behind`` the place straight before "where".
    """

    tokens: list[Token]
    opener: str = ""
    coming: bool | None = False
    status: Status = Status.HELD
    ties: dict[int, Tie] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    carried: Token | None = None
    behind: Token | None = None

    @property
    def words(self) -> list[Token]:
        """Its words, without what is mentioned in it."""
        return [t for t in self.tokens if t.sort == Sort.WORD]

    def acts(self, language: Language) -> list[tuple[int, Act]]:
        """Where it tells of travel, meeting and the like."""
        found = ((i, language.acts.get(t.lemma)) for i, t in enumerate(self.tokens) if t.sort == Sort.WORD)
        return [(i, act) for i, act in found if act]


def clauses(sentence: Sequence[Token], language: Language) -> list[Clause]:
    """The clauses of a sentence, in order; time and status of one without a verb are those of the one before."""
    found = [Clause([])]
    for i, token in enumerate(sentence):
        if found[-1].tokens and _opens(sentence, i, found[-1], language):
            found.append(Clause([], token.lemma))
        found[-1].tokens.append(token)
    last: Clause | None = None
    for clause in found:
        if clause.opener in language.joins | {","} and len(clause.tokens) > 1:
            clause.opener = next((t.lemma for t in clause.tokens[:3] if t.lemma in language.then), clause.opener)
        elif not clause.opener:
            clause.opener = next(
                (t.lemma for t in clause.tokens[:4] if t.lemma in language.then and t.sort == Sort.WORD), ""
            )
        _tell_time(clause, last, language)
        _tie(clause, language)
        last = clause
    if len(found) > 1 and is_fronted(found[0], language):
        found[0].coming, found[0].status = found[1].coming, found[1].status
        found[1].opener = found[1].opener if found[1].opener in language.then else min(language.then)
    return found


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
        if not joins or clause.tokens[before - 1].sort not in PLACES:
            return first
        first = before - 1


def word_before(clause: Clause, at: int, language: Language) -> Token | None:
    """That word itself."""
    before = place_of_word_before(clause, at, language)
    return clause.tokens[before] if before >= 0 else None


def _verbal(token: Token) -> bool:
    return token.sort == Sort.WORD and token.form in FINITE


def _opens(sentence: Sequence[Token], at: int, before: Clause, language: Language) -> bool:
    """Whether a clause begins with this token."""
    token = sentence[at]
    if token.sort != Sort.WORD or _is_said(sentence, at, before, language):
        return _is_said(sentence, at, before, language)
    has_verb = any(_verbal(t) or t.lemma in language.future for t in before.tokens)
    fronted = not has_verb and not before.acts(language) and any(t.sort in PLACES for t in before.tokens)
    by_word = token.lemma in language.clauses and token.lemma not in language.joins
    if by_word or token.text in ";:":  # not in "In Nairobi, where he stayed for a week, he preached"
        return not (token.lemma in language.where and fronted) and (by_word or _with_verb(sentence, at + 1, language))
    if token.text == "," and is_fronted(before, language) and at + 1 < len(sentence):
        ahead = sentence[at + 1]
        return ahead.sort == Sort.PERSON or ahead.lemma in language.he | language.they | {"the"}
    joined = (token.lemma in language.joins or token.text == ",") and has_verb
    return joined and _joins_clause(sentence, at, before, language)


def is_fronted(clause: Clause, language: Language) -> bool:
    """Whether it only says behind what the next one took place: "After talks in Riga on Monday, she ..."."""
    told = [act for i, act in clause.acts(language) if not clause.tokens[i].form]
    led = clause.tokens[0].text.casefold() in language.behind
    return led and any(act in TRIPS or act == Act.TALKS for act in told) and not any(map(_verbal, clause.tokens))


def _joins_clause(sentence: Sequence[Token], at: int, before: Clause, language: Language) -> bool:
    """Whether a comma or "and" leads on to another clause."""
    ahead = sentence[at + 1 : at + 7]
    if before.tokens[-1].sort == Sort.EVENT and ahead and language.acts.get(ahead[0].lemma) in _HELD:
        return False  # "the summit, held in Riga"
    idle = language.then | language.joins | {","}
    if sentence[at].text == "," and _said_before(before, language) and _verb_within(sentence, at + 1, language):
        return True
    plain = [t for t in ahead if t.lemma not in idle and t.sort != Sort.DATE]
    return bool(plain) and (_says(ahead, language) or _goes_on(plain, language))


def _is_said(sentence: Sequence[Token], at: int, before: Clause, language: Language) -> bool:
    """Whether somebody who acts is named straight behind a verb of saying: "he said the minister will come"."""
    last = before.tokens[-1]
    if last.lemma in ("the", "her", "his") and len(before.tokens) > 1:
        last = before.tokens[-2]
    says = last.sort == Sort.WORD and last.form and (
        language.acts.get(last.lemma) == Act.SAY or last.lemma in language.reports
    )  # fmt: skip
    token = sentence[at]
    acts = token.sort == Sort.PERSON or token.lemma in language.he | language.they
    ahead = sentence[at + 1 : at + 4]
    return bool(says) and acts and any(_verbal(t) or t.lemma in language.future for t in ahead if t.text != ",")


def _with_verb(sentence: Sequence[Token], first: int, language: Language) -> bool:
    """Whether a verb stands before the next mark of this kind: "with Riga’s mayor; with the speaker" is one list."""
    until = next((i for i in range(first, len(sentence)) if sentence[i].text in ";:"), len(sentence))
    return any(_verbal(t) or t.lemma in language.future for t in sentence[first:until])


def _said_before(before: Clause, language: Language) -> bool:
    """Whether the clause only says who says: "As the spokeswoman told, ..."."""
    acts = {act for _, act in before.acts(language)}
    return acts == {Act.SAY} and not any(t.sort in PLACES for t in before.tokens)


def _verb_within(sentence: Sequence[Token], first: int, language: Language) -> bool:
    until = next((i for i in range(first, len(sentence)) if sentence[i].text in ",;:."), len(sentence))
    return any(_verbal(t) or t.lemma in language.future for t in sentence[first:until])


def _goes_on(ahead: Sequence[Token], language: Language) -> bool:
    """Whether a verb with or without a subject of its own follows: "and opened", "and she will meet"."""
    first = ahead[0]
    if _verbal(first) or first.lemma in language.future:
        return True
    if first.lemma in language.acts and first.text.endswith("ing"):
        return True
    rest = ahead[1:4]
    subject = first.sort == Sort.PERSON or first.lemma in language.he | language.they
    return subject and any(_verbal(t) or t.lemma in language.future for t in rest[:3])


def _says(ahead: Sequence[Token], language: Language) -> bool:
    """Whether "a spokesperson said on Thursday" follows."""
    until = next((i for i, t in enumerate(ahead) if t.text in ",."), len(ahead))
    return any(language.acts.get(t.lemma) == Act.SAY and _verbal(t) for t in ahead[:until])


def _tell_time(clause: Clause, last: Clause | None, language: Language) -> None:
    verbs = [t for t in clause.tokens if _verbal(t)]
    future = any(t.lemma in language.future and t.sort == Sort.WORD for t in clause.tokens)
    acts = clause.acts(language)
    to_be = any(
        a.lemma in ("be", "is") and b.lemma == "to" for a, b in zip(clause.tokens, clause.tokens[1:], strict=False)
    )
    if future or to_be or any(t.form == Form.FUTURE for t in verbs):
        clause.coming, clause.status = True, Status.ANNOUNCED
    elif verbs:
        clause.coming = False if any(t.form in (Form.PAST, Form.PASSIVE) for t in verbs) else None
    elif last:
        clause.coming, clause.status = last.coming, last.status
    kinds = {act for _, act in acts}
    if kinds & {Act.TRIP, Act.TALKS} and Act.CANCEL in kinds:
        clause.status = Status.CANCELLED
    elif kinds & {Act.TRIP, Act.TALKS} and Act.POSTPONE in kinds:
        clause.status = Status.POSTPONED


def _tie(clause: Clause, language: Language) -> None:
    for i, token in enumerate(clause.tokens):
        if token.sort in PLACES | {Sort.AREA}:
            clause.ties[i] = _tied(clause, i, language)


def _tied(clause: Clause, at: int, language: Language) -> Tie:
    """What the word before a place, or before the list that it belongs to, says of it."""
    tokens, before = clause.tokens, _leading(clause.tokens, at, language)
    if before < 0 or _attribute(tokens, at) or _compound(tokens, at):
        return Tie.BARE
    token = tokens[before]
    if token.sort == Sort.WORD:
        for words, tie in ((language.lead, Tie.AT), (language.away, Tie.FROM), (language.between, Tie.BETWEEN),
                           (language.spoken, Tie.LISTED)):  # fmt: skip
            if token.lemma in words:
                return tie
        if token.lemma in language.of:
            behind_trip = before > 0 and language.acts.get(tokens[before - 1].lemma) in TRIPS
            return Tie.AT if behind_trip else Tie.OF
        if token.text in ",–;" or token.lemma in language.joins:
            return _in_list(clause, before, language)
        if language.acts.get(token.lemma) in (Act.TRAVEL, Act.ACT, Act.LEAVE) and token.lemma not in language.taking:
            return Tie.FROM if language.acts[token.lemma] == Act.LEAVE else Tie.OBJECT
    return Tie.BARE


def _leading(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The number of the word that leads to a place, past what describes it and past how and when it was reached."""
    before = at - 1
    while before >= 0 and (
        tokens[before].sort == Sort.PEOPLE
        or (tokens[before].sort == Sort.WORD and language.describes(tokens[before].lemma))
    ):
        if tokens[before].lemma in language.of and before and language.acts.get(tokens[before - 1].lemma) in TRIPS:
            break
        before -= 1
    verb = before
    while verb >= 0 and (start := _manner(tokens, verb, language)) < verb:
        verb = start
    way = verb >= 0 and tokens[verb].form in FINITE and language.acts.get(tokens[verb].lemma) in (Act.TRAVEL, Act.ACT)
    return verb if way else before


def _manner(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The number before "on Monday" or "с рабочим визитом", where such words end at ``at``; else ``at``."""
    if tokens[at].sort == Sort.DATE:
        led = at > 0 and tokens[at - 1].sort == Sort.WORD and len(tokens[at - 1].text) < _SHORTEST
        return at - 1 - led
    if language.acts.get(tokens[at].lemma) != Act.TRIP:
        return at
    start = at - 1
    while start >= 0 and tokens[start].lemma not in language.company:
        if tokens[start].sort != Sort.WORD or tokens[start].form:
            return at
        start -= 1
    return start - 1 if start >= 0 else at


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place is part of "Russia-Ukraine" or "US–Latvia": that is a matter between them."""
    sides = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    ends = tokens[at].start, tokens[at].end
    return any(t.text in "-–‑" and (t.end in ends or t.start in ends) for t in sides)


def _attribute(tokens: Sequence[Token], at: int) -> bool:
    """Whether a country stands before what bears its name: "at the U.S. Embassy"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or behind.sort != Sort.WORD or tokens[at].sort != Sort.COUNTRY or len(behind.text) <= _SHORTEST:
        return False
    code = tokens[at].text.replace(".", "").isupper() and behind.text.islower() and not behind.form
    return behind.capital or code  # "at the U.S. Embassy", "in U.S. foreign policy"


def _in_list(clause: Clause, before: int, language: Language) -> Tie:
    """The tie of the place before it in the list; dates between them do not break it."""
    at = before
    while at >= 0 and (clause.tokens[at].text in ",;" or clause.tokens[at].lemma in language.joins
                       or clause.tokens[at].sort == Sort.DATE or clause.tokens[at].lemma in ("on", "—")):  # fmt: skip
        at -= 1
    return clause.ties.get(at, Tie.BARE)
