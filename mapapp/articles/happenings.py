"""Events of many: those that somebody attends, and those beside a journey, past or still to come."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.articles.clause import MEETS, TRIPS, Clause, Tie, place_of_word_before
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Kind, Quote
from mapapp.articles.statements import Scene, Statement
from mapapp.articles.timing import dated
from mapapp.articles.tokens import Sort, Token
from mapapp.folding import fold

_ACTING = frozenset({Act.MEET, Act.ACT, Act.SAY, Act.TRAVEL, Act.TALKS})


def events(scene: Scene, clause: Clause, base: Statement, towns: Sequence[tuple[int, Token]]) -> Iterator[Statement]:
    """The events that a clause names. ``towns`` are the places to which it leads whoever acts in it."""
    for i, token in enumerate(clause.tokens):
        if token.sort != Sort.EVENT:
            continue
        ahead, own = _ahead(scene.language, clause, i), _own_place(scene.language, clause, i)
        remote = any(t.lemma in scene.language.remote for t in clause.words)
        if base.travellers and not (ahead or remote) and _attended(scene.language, clause, i):
            yield _visited(scene, clause, base, i, own or next((t for _, t in towns), None))
        elif own:
            at = clause.tokens.index(own)
            made = replace(base, kind=Kind.CONFERENCE, event=token, place=own, travellers=(), subject=())
            made = dated(scene, made, clause, at, ahead=ahead)
            if ahead and made.date in clause.tokens[:i]:  # "on Monday in Riga ahead of a summit in Oslo"
                made.when, made.date, made.doubt = None, None, ""
            clause.taken |= {n for n, t in enumerate(clause.tokens) if t is made.date}
            yield made


def _visited(scene: Scene, clause: Clause, base: Statement, at: int, place: Token | None) -> Statement:
    """An event that somebody attends; without a place in the clause, where "there" points to."""
    inherited = place is None and inherits(scene.language, clause)
    place = place or (scene.place.get(base.travellers[0]) if inherited else None)
    where = next((n for n, t in enumerate(clause.tokens) if t is place), at)
    made = replace(base, kind=Kind.CONFERENCE, event=clause.tokens[at], place=place, inherited=inherited)
    return dated(scene, made, clause, max(where, at))


def inherits(language: Language, clause: Clause) -> bool:
    """Whether the clause points back to a place: "where he spoke", "there"."""
    return clause.opener in language.where or any(t.lemma in language.there for t in clause.words)


def goes_on(scene: Scene, clause: Clause, last: Clause | None, whole: Quote) -> Iterator[Statement]:
    """Where and when an event is, of a clause that goes on about it: "the forum, which will open in Riga"."""
    event = antecedent(clause, last, scene.language)
    towns = [i for i, tie in clause.ties.items() if clause.tokens[i].sort == Sort.PLACE and tie == Tie.AT]
    if event and towns:
        place = clause.tokens[towns[0]]
        made = Statement(Kind.CONFERENCE, (), (), place, None, clause.status, whole, event=event)
        yield dated(scene, made, clause, towns[0])


def antecedent(clause: Clause, last: Clause | None, language: Language) -> Token | None:
    """The event with which the clause before ends, where this one goes on about it and nobody else acts in it."""
    if last is None or clause.opener not in language.which or any(t.case == "subject" for t in clause.tokens):
        return None
    at = next((i for i in range(len(last.tokens) - 1, -1, -1) if last.tokens[i].sort == Sort.EVENT), len(last.tokens))
    behind = last.tokens[at + 1 :]  # "the summit of both countries, which opens in Riga"
    other = any(t.form or t.sort in (Sort.PERSON, Sort.PLACE) or t.lemma in language.lead for t in behind)
    return last.tokens[at] if at < len(last.tokens) and not other else None


def _ahead(language: Language, clause: Clause, at: int) -> bool:
    """Whether the words before the event say that it still lies ahead."""
    first = max(0, at - 6, *(i + 1 for i, t in enumerate(clause.tokens[:at]) if t.sort == Sort.EVENT))
    words = {t.lemma for t in clause.tokens[first:at] if t.sort == Sort.WORD}
    return bool(language.ahead & (words | {*fold(clause.tokens[at].text).split()}))


def _attended(language: Language, clause: Clause, at: int) -> bool:
    """Whether "at" or a verb such as "attend" stands before the event, and somebody acts."""
    before = place_of_word_before(clause, at, language)
    if before < 0:
        return False
    token = clause.tokens[before]
    acting = any(act in _ACTING and i < before for i, act in clause.acts(language))
    return language.acts.get(token.lemma) == Act.ACT or (token.lemma in language.lead and acting)


def _own_place(language: Language, clause: Clause, at: int) -> Token | None:
    """The first place behind the event that "in" leads to, up to a verb of travel or meeting, or another event."""
    for i in range(at + 1, len(clause.tokens)):
        token = clause.tokens[i]
        act = language.acts.get(token.lemma) if token.sort == Sort.WORD and token.form else None
        if token.sort == Sort.EVENT or (act in MEETS | TRIPS and token.lemma not in ("hold", "be", "провести")):
            return None
        if token.sort == Sort.PLACE and clause.ties.get(i) in (Tie.AT, Tie.LISTED):
            return token
    return None
