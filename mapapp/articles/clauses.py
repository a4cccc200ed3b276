"""A sentence taken into clauses: who acts, whether it was or is to be."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.articles.clause import FINITE, PLACES, TRIPS, Clause
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.ties import tie
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.tour import Status

_SAYING = 9  # tokens behind a comma up to the verb of "the embassy of Latvia in Oslo said"
_LONG = 5  # tokens of a clause before "the paper reported"
_ARTICLES = frozenset({"the"})
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "this", "these", "those"])
_HELD = frozenset({Act.MEET, Act.TAKE_PLACE, Act.HOST})


def clauses(sentence: Sequence[Token], language: Language) -> list[Clause]:
    """The clauses of a sentence, in order; time and status of one without a verb are those of the one before."""
    found = [Clause([])]
    for i, token in enumerate(sentence):
        if found[-1].tokens and _opens(sentence, i, found[-1], language):
            found.append(Clause([], token.lemma))
        found[-1].tokens.append(token)
    last: Clause | None = None
    for at, clause in enumerate(found):
        if clause.opener in language.joins | {","} and len(clause.tokens) > 1:
            clause.opener = next((t.lemma for t in clause.tokens[:3] if t.lemma in language.then), clause.opener)
        elif not clause.opener:
            clause.opener = next(
                (t.lemma for t in clause.tokens[:4] if t.lemma in language.then and t.sort == Sort.WORD), ""
            )
        aside = (
            last is not None and last.opener in language.which and at > 1
        )  # "a visit, which was planned, was put off"
        _tell_time(clause, last, found[at - 2] if aside else last, language)
        tie(clause, language)
        last = clause
    if len(found) > 1 and is_fronted(found[0], language):
        found[0].coming, found[0].status = found[1].coming, found[1].status
        found[1].opener = found[1].opener if found[1].opener in language.then else min(language.then)
    return found


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
    if token.text == "," and len(before.tokens) > _LONG and _says(sentence[at + 1 : at + _SAYING], language):
        return True  # "..., the paper reported"
    behind = sentence[at + 1] if at + 1 < len(sentence) else token
    trip = next((t for t in sentence[at + 1 : at + 3] if t.lemma not in _DETERMINERS), token)  # ", a visit was put off"
    turns = behind.lemma in language.against or language.acts.get(trip.lemma) == Act.TRIP
    if token.text == "," and has_verb and turns:
        return _verb_within(sentence, at + 1, language)
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
    if (
        sentence[at].text == ","
        and before.tokens[-1].sort == Sort.EVENT
        and ahead
        and language.acts.get(ahead[0].lemma) in _HELD
    ):
        return False  # "the summit, held in Riga"
    idle = language.then | language.joins | {","}
    if sentence[at].text == "," and _said_before(before, language) and _verb_within(sentence, at + 1, language):
        return True
    dated = {
        i - 1 for i, t in enumerate(ahead)
        if t.sort == Sort.DATE and i and ahead[i - 1].sort == Sort.WORD
        and (sentence[at].text != "," or (i == 1 and any(map(_verbal, ahead[2:3]))))
    }  # fmt: skip
    ends = next((i for i, t in enumerate(ahead) if t.text == "," and i and _ends_name(ahead, i - 1)), len(ahead))
    named = ahead[:ends]  # "the mayor and Ada Testa, reports the paper" are one list
    plain = [t for i, t in enumerate(named) if t.lemma not in idle and t.sort != Sort.DATE and i not in dated]
    return bool(plain) and (_says(ahead, language) or _goes_on(plain, language))


def _ends_name(ahead: Sequence[Token], at: int) -> bool:
    """Whether a person stands there, or the quotation ends behind one: "и Анной Тестовой", сообщили"."""
    quoted = at and ahead[at].text in '"»”'
    return ahead[at - 1 if quoted else at].sort == Sort.PERSON


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
    if says and token.lemma == "<name’s>" and any(language.acts.get(t.lemma) == Act.TRIP for t in ahead):
        return True  # "he said Testa’s first trip will ..."
    if says and token.lemma in _DETERMINERS and language.acts.get(last.lemma) == Act.SAY:
        behind = sentence[at + 1 : at + 1 + _LONG]
        until = next((i for i, t in enumerate(behind) if t.text in ",.;"), len(behind))
        return any(_verbal(t) or t.lemma in language.future for t in behind[:until])  # "she said the board was"
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
    ahead = ahead[1:] if len(ahead) > 1 and ahead[0].lemma in _ARTICLES else ahead
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
    verb = next(filter(_verbal, ahead[:until]), None)
    return verb is not None and (language.acts.get(verb.lemma) == Act.SAY or verb.lemma in language.reports)


def _tell_time(clause: Clause, last: Clause | None, main: Clause | None, language: Language) -> None:
    """Whether it was or is to be; ``main`` is the clause before without what stands between commas."""
    verbs = [t for t in clause.tokens if _verbal(t)]
    future = any(t.lemma in language.future and t.sort == Sort.WORD for t in clause.tokens)
    acts = clause.acts(language)
    spoken = [t for t in clause.tokens if t.lemma != "also"]
    to_be = any(a.lemma in ("be", "is") and b.lemma == "to" for a, b in pairwise(spoken))
    if future or to_be or any(t.form == Form.FUTURE for t in verbs):
        clause.coming, clause.status = True, Status.ANNOUNCED
    elif verbs:
        clause.coming = False if any(t.form in (Form.PAST, Form.PASSIVE) for t in verbs) else None
    elif any(b.form == Form.BASE and _plain_present(a) for a, b in pairwise(clause.tokens)):
        clause.coming = None  # "the ministers leave Riga on Monday"
    elif last:
        clause.coming, clause.status = last.coming, last.status
    kinds = {act for _, act in acts}
    if kinds & {Act.TRIP, Act.TALKS} and Act.CANCEL in kinds:
        clause.status = Status.CANCELLED
    elif kinds & {Act.TRIP, Act.TALKS} and Act.POSTPONE in kinds:
        clause.status = Status.POSTPONED
    elif main and _falls_through(clause, main, language):
        off = {Act.CANCEL: Status.CANCELLED, Act.POSTPONE: Status.POSTPONED}
        clause.status = next((off[act] for _, act in acts if act in off), clause.status)


def _falls_through(clause: Clause, last: Clause, language: Language) -> bool:
    """Whether it goes on about the journey before it alone: "a stop had been planned but was cancelled"."""
    kinds = {act for _, act in clause.acts(language)}
    alone = kinds <= {Act.CANCEL, Act.POSTPONE, Act.TRAVEL} and not any(t.sort == Sort.PERSON for t in clause.tokens)
    return alone and any(act in (Act.TRIP, Act.TALKS) for _, act in last.acts(language))


def _plain_present(before: Token) -> bool:
    """Whether a verb behind it is one of several who act: "Testa and eight residents leave"."""
    return before.sort == Sort.PERSON or (before.sort == Sort.WORD and before.text.islower() and before.text[-1] == "s")


def not_planned(clause: Clause, language: Language) -> bool:
    """Whether the clause says of a journey that there are no such plans: "the trip is not planned"."""
    pairs = pairwise(clause.words)
    told = any(a.lemma in language.no and b.lemma in language.future and b.form for a, b in pairs)
    return told and not any(t.sort == Sort.PERSON for t in clause.tokens)
