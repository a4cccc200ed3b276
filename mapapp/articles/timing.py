"""Which date of a sentence belongs to which place, and which day it means in the tense of the sentence."""

from collections.abc import Sequence

from mapapp.articles.clause import FINITE, PLACES, Clause, Tie
from mapapp.articles.datings import chosen
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.statements import Scene, Statement
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.tour import Status
from mapapp.when import When

_GENITIVE = 2  # characters of "’s", and the blank behind it
_SHORT = 5  # letters of a word that may stand in a list
MANY = 3  # places of a list, too many for one day


def dated(scene: Scene, made: Statement, clause: Clause, at: int | None, *, ahead: bool = False) -> Statement:
    """The statement with the date nearest to its place at ``at``, or else that of the clause before.

    ``ahead`` tells that the words around it place it in the time to come.
    """
    language = scene.language
    before = clause.before.tokens[-1].lemma if clause.before else ""
    apart = clause.opener in language.which and before in language.behind  # "after which she will visit Riga"
    apart = (
        apart
        or clause.opener in language.then | language.ahead | language.behind
        or (  # a step on, or another time
            clause.opener in language.which and any(t.lemma == "have" for t in clause.words)
        )
    )
    token = _nearest(clause, at, language) or (None if apart else clause.carried)
    if token in clause.tokens and _of_return(clause, clause.tokens.index(token), at, language):
        token = None
    made.date = token
    if token and token.when and token.when.past and clause.opener in language.earlier and made.status == Status.HELD:
        made.when = token.when.past  # "Earlier, in March", however long ago
    elif token and token.when:
        off = made.status in (Status.CANCELLED, Status.POSTPONED)
        coming = True if ahead else None if off else clause.coming
        made.when, made.doubt = chosen(token.when, coming, scene.published, _day_before(scene, clause, token))
    elif (ahead and made.status == Status.HELD) or (
        (clause.coming is None or _lists_stops(clause, language))
        and not token
        and (scene.planned or _ahead(scene, clause) or _is_stop(scene, clause))
    ):
        made.status = Status.ANNOUNCED
    _settle(scene, made, clause, ahead=ahead)
    return made


def _of_return(clause: Clause, date: int, at: int | None, language: Language) -> bool:
    """Whether a date is that of the way back from the place: "returned on Monday from a trip to Riga"."""
    tokens = clause.tokens
    returns = next((i for i, t in enumerate(tokens) if language.acts.get(t.lemma) == Act.RETURN and t.form), -1)
    between = tokens[date:at] if at and returns >= 0 and returns < date < at else []
    return any(t.lemma in language.away for t in between)


def _day_before(scene: Scene, clause: Clause, token: Token) -> When | None:
    """The date from which "the following day" counts: the one before it in the clause, else the last one told."""
    at = clause.tokens.index(token) if token in clause.tokens else 0
    before = [t.when for t in clause.tokens[:at] if t.when and t.when.after is None]
    return chosen(before[-1], clause.coming, scene.published, scene.date)[0] if before else scene.date


def _ahead(scene: Scene, clause: Clause) -> bool:
    """Whether the clause, in the present tense, has a date that lies after the publication."""
    told = (chosen(t.when, None, scene.published)[0] for t in clause.tokens if t.when)
    published = scene.published
    return any(when and published and when.earliest > published.latest for when in told)


def _is_stop(scene: Scene, clause: Clause) -> bool:
    """Whether it tells in the present tense what the stops are: "the first stop is Riga"."""
    return any(t.lemma in scene.language.halts for t in clause.words)


def _lists_stops(clause: Clause, language: Language) -> bool:
    """Whether it lists the stops and tells no time: "stops include Riga"."""
    spoken = any(t.lemma in language.spoken and t.form != Form.PAST for t in clause.words)
    return spoken and not any(t.form in FINITE for t in clause.words)


def _settle(scene: Scene, made: Statement, clause: Clause, *, ahead: bool) -> None:
    """The status that follows from the date: what is to come has not been, whatever the tense of the verb."""
    if made.status not in (Status.HELD, Status.ANNOUNCED) or not scene.published or not made.when:
        return
    if made.when.earliest > scene.published.latest:
        made.status = Status.ANNOUNCED
    elif clause.coming is None and not ahead:
        made.status = Status.HELD


def give_back(scene: Scene, clause: Clause, made: Sequence[Statement]) -> None:
    """The date of "where he spoke on Monday" or "and will meet him on Monday" to the place before, if that has none."""
    dates = ((i, t) for i, t in enumerate(clause.tokens) if t.sort == Sort.DATE)
    date = next((t for i, t in dates if not _apart(clause, i, scene.language)), None)
    if not (made and date and date.when):
        return
    for statement in reversed(made):  # "to Riga and Oslo, where on Monday she ..."
        if statement.date is not None or statement.quote != made[-1].quote:
            break
        statement.date = date
        statement.when, statement.doubt = chosen(date.when, clause.coming, scene.published, scene.date)


def _nearest(clause: Clause, at: int | None, language: Language) -> Token | None:
    """The date behind a place, unless it belongs to the next one; else the one before it; else that of their list."""
    dates = [
        (i, t) for i, t in enumerate(clause.tokens)
        if t.sort == Sort.DATE and i not in clause.taken
        and not _apart(clause, i, language)
    ]  # fmt: skip
    if not dates or at is None:
        return dates[0][1] if dates else None
    if len(dates) == 1 and _first_of_many(clause, at, dates[0][1], language):
        return dates[0][1] if at == min(clause.ties) else None
    return _near(clause, at, dates, language)


def _apart(clause: Clause, at: int, language: Language) -> bool:
    """Whether a date is not that of what the clause tells."""
    return _of_topic(clause, at, language) or _of_saying(clause, at, language) or _of_origin(clause, at, language)


def _of_origin(clause: Clause, at: int, language: Language) -> bool:
    """Whether a date is that of what somebody comes from: "from this week’s meeting in Riga"."""
    tokens = clause.tokens
    genitive = at + 1 < len(tokens) and tokens[at + 1].start - tokens[at].end > _GENITIVE
    return genitive and at > 0 and tokens[at - 1].lemma in language.away


def _of_topic(clause: Clause, at: int, language: Language) -> bool:
    """Whether a date is that of what is spoken of: "the elections in 2013"."""
    words = [t.lemma for t in clause.tokens[max(0, at - 2) : at]]
    if words and words[-1] in language.ever:
        return True
    return len(words) > 1 and words[1] in language.lead and words[0] in language.topics


def _of_saying(clause: Clause, at: int, language: Language) -> bool:
    """Whether a date is when something was said: "announced Thursday she will lead a delegation"."""
    before = [t for t in clause.tokens[max(0, at - 2) : at] if t.lemma != "on"][-1:]
    says = before and before[0].form and (
        language.acts.get(before[0].lemma) == Act.SAY or before[0].lemma in language.reports
    )  # fmt: skip
    behind = clause.tokens[at + 1 : at + 5]
    return bool(says) and any(t.form in FINITE or t.lemma in language.future | language.he for t in behind)


def _near(clause: Clause, at: int, dates: Sequence[tuple[int, Token]], language: Language) -> Token | None:
    apart = [d for d in dates if d[0] == 0 or clause.tokens[d[0] - 1].sort not in PLACES]  # "Riga (May 2) and Ulm"
    before = [d for d in apart if d[0] < at]
    following = next((d for d in dates if d[0] > at), None)
    if following and following[0] == at + 1:
        return following[1]
    if following and before and _leads_on(clause, following[0]):
        return before[-1][1]
    if following and not _place_within(clause, at + 1, following[0]):
        return following[1]
    if before and not _place_within(clause, before[-1][0], at, towns=True):
        return before[-1][1]
    if following and (_days_of_list(clause, at, following) or _one_list(clause, at, following[0], language.future)):
        return following[1]
    return before[0][1] if before and before[0][0] < min(clause.ties, default=0) else None


def _first_of_many(clause: Clause, at: int, date: Token, language: Language) -> bool:
    """Whether a day is that of the first place of a list: "a tour of Fiji, Samoa and Tonga starting May 3"."""
    listed = sum(tie == Tie.LISTED or clause.tokens[i].sort in PLACES for i, tie in clause.ties.items())
    if listed < MANY or at not in clause.ties or not date.when or not date.when.past:
        return False
    before = clause.tokens.index(date) - 1
    starts = before >= 0 and clause.tokens[before].text.casefold() in language.starting
    begins = any(t.lemma in language.begins and t.form for t in clause.words)
    return (starts or begins) and date.when.past.end is None


def _place_within(clause: Clause, first: int, last: int, *, towns: bool = False) -> bool:
    sorts = {Sort.PLACE} if towns else PLACES
    return any(clause.tokens[i].sort in sorts for i in clause.ties if first <= i < last)


def _leads_on(clause: Clause, date: int) -> bool:
    """Whether a date belongs to the next place: "on 30 May in Riga, on 1 June in Tallinn"."""
    return any(t.sort in PLACES for t in clause.tokens[date + 1 : date + 4])


def _days_of_list(clause: Clause, at: int, date: tuple[int, Token]) -> bool:
    """Whether several days behind a list are those of all its places: "Fiji, Samoa and Tonga on a visit, May 2-9"."""
    last = max((i for i in clause.ties if i < date[0]), default=at)
    listed = clause.tokens[at + 1 : last]
    told = date[1].when
    days = told is not None and told.past is not None and told.past.end is not None
    return days and all(t.sort in PLACES or t.text == "," or len(t.text) < _SHORT for t in listed)


def _one_list(clause: Clause, at: int, until: int, future: frozenset[str]) -> bool:
    """Whether only places, marks and short words stand between a place and a date: the date is that of the list."""
    between = clause.tokens[at + 1 : until]
    return all(t.sort in PLACES or len(t.text) <= 4 or t.lemma in future for t in between)
