"""Sentences read in their order: each clause states who was where, with whom, at what, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.articles.actors import known, remember, subjects, whose_trip
from mapapp.articles.clause import FINITE, PLACES, Clause, Tie, last_place
from mapapp.articles.clauses import clauses, is_fronted, not_planned
from mapapp.articles.datings import chosen
from mapapp.articles.happenings import antecedent, events, goes_on, inherits
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.leading import governor, places
from mapapp.articles.meeting import meeting, only_hosts
from mapapp.articles.records import Kind, Party, Quote, Reason
from mapapp.articles.statements import Scene, Statement
from mapapp.articles.ties import GENITIVE
from mapapp.articles.timing import dated, give_back
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.tour import Status

_RECALLED = 3  # words at the head of a sentence that remind of what was
_LIVE = (Status.HELD, Status.ANNOUNCED)


def reminds(sentence: Sequence[Token], language: Language) -> bool:
    """Whether a sentence reminds of what was before."""
    return any(t.lemma in language.recalls for t in sentence[:_RECALLED])


def told(scene: Scene, sentence: Sequence[Token], *, recalled: bool = False) -> list[Statement]:
    """The statements of a sentence, perhaps of a reminder; the scene remembers what the next one may point back to."""
    if sentence[-1].text == "?":
        return []  # a question states nothing
    whole = Quote(sentence[0].start, sentence[-1].end)
    tokens = _with_holders(scene, sentence)
    found: list[Statement] = []
    last: Clause | None = None
    date: Token | None = None
    parts = clauses(tokens, scene.language)
    earlier = tokens[0].lemma in scene.language.earlier
    if _tells_life(parts[0], scene.language):
        _refuse_all(scene, tokens)
        return []
    focus, person = scene.focus, scene.person
    if len(parts) > 1 and is_fronted(parts[0], scene.language):
        scene.focus = subjects(scene, parts[1])[0]
    for clause in parts:
        clause.carried = date
        clause.before = last
        about_event = antecedent(clause, last, scene.language)
        if clause.opener in scene.language.where and last:
            clause.behind = last_place(last, scene.language)
        made = list(goes_on(scene, clause, last, whole) if about_event else _of_clause(scene, clause, whole))
        made = [s for s in made if not (about_event and _attended_there(found, s))]
        if clause.opener in scene.language.where | scene.language.joins and not (made and made[-1].place):
            give_back(scene, clause, found)
        if not made and clause.opener in scene.language.which:
            _goes_on_of(scene, clause, found)
        found = _called_off(scene, clause, found)
        if not _tells_of(scene, tokens):
            made = [replace(s, faint=bool(s.travellers)) for s in made]
        made = [replace(s, recalled=earlier) for s in made]
        found += () if recalled and _of_old(scene, made) else made
        date = _date_behind(scene, clause, date, told=bool(made))
        last = clause
    if recalled and not found:
        scene.focus, scene.person = focus, person  # who is only recalled is not who the text goes on about
    return found


def _with_holders(scene: Scene, sentence: Sequence[Token]) -> list[Token]:
    """The tokens, those of offices with whoever holds them."""
    first = next((i for i, t in enumerate(sentence) if t.sort == Sort.PERSON), -1)
    return [
        token if _anybody(sentence, i, scene.language) else known(scene, token, leads=i == first)
        for i, token in enumerate(sentence)
    ]


def _tells_life(clause: Clause, language: Language) -> bool:
    """Whether a sentence tells a life: "Testa was born in Riga, studied in Oslo and became minister in 2010"."""
    return any(t.lemma in language.born and t.form for t in clause.words)


def _refuse_all(scene: Scene, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.sort in PLACES:
            scene.refused.setdefault(token.quote, Reason.ORIGIN)


def _tells_of(scene: Scene, sentence: Sequence[Token]) -> bool:
    """Whether a sentence speaks of somebody or of a journey at all."""
    language = scene.language
    words = language.he | language.they | language.groups
    words |= frozenset(language.pairs)
    return any(
        t.sort == Sort.PERSON
        or t.lemma in words
        or t.text.casefold() in words
        or language.acts.get(t.lemma) == Act.TRIP
        for t in sentence
    )


def _called_off(scene: Scene, clause: Clause, found: list[Statement]) -> list[Statement]:
    """The visits told of before in the sentence, where this clause says that they fell through: "but cancelled it"."""
    if found and not_planned(clause, scene.language):
        _of_old(scene, found)
        return []
    if clause.status in (Status.CANCELLED, Status.POSTPONED) and not clause.ties:
        for statement in found:
            statement.status = clause.status
    return found


def _attended_there(found: Sequence[Statement], event: Statement) -> bool:
    """Whether the event, of which a clause tells where it is, is one that somebody attends: that is where they are."""
    attended = [s for s in found if s.event is event.event and s.travellers and s.place is None]
    for statement in attended:
        statement.place, statement.status = event.place, event.status
        if statement.date is None:
            statement.when, statement.date, statement.doubt = event.when, event.date, event.doubt
    return bool(attended)


def _of_old(scene: Scene, made: Sequence[Statement]) -> bool:
    """Whether a reminder tells of what was: not of the journey that the article reports. Its places are refused."""
    old = bool(made) and all(s.status == Status.HELD for s in made)
    for place in (s.place for s in made if old and s.place):
        scene.refused.setdefault(place.quote, Reason.OTHER)
    return old


def _goes_on_of(scene: Scene, clause: Clause, found: Sequence[Statement]) -> None:
    """When the visit before it is, where a clause tells that alone: "her visit to Riga, which will be on Monday"."""
    takes_place = {act for _, act in clause.acts(scene.language)} == {Act.TAKE_PLACE}
    if found and takes_place and found[-1].kind == Kind.VISIT and not any(t.sort == Sort.PERSON for t in clause.tokens):
        found[-1].status = clause.status
        dated(scene, found[-1], clause, None)


def _anybody(sentence: Sequence[Token], at: int, language: Language) -> bool:
    """Whether an office stands for none that is known: "the first visit by a foreign minister"."""
    led = [t.lemma for t in sentence[max(0, at - 2) : at]]
    return len(led) == 2 and led[0] in language.doers and led[1] in language.indefinite


def _says(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says that somebody said something."""
    language = scene.language
    reported = any(t.lemma in language.reports and t.form for t in clause.words)
    return reported or any(act == Act.SAY for _, act in clause.acts(language))


def _date_behind(scene: Scene, clause: Clause, date: Token | None, *, told: bool) -> Token | None:
    """The date that holds for the clause behind this one. ``told`` says that this one states something of a journey."""
    says = not told and _says(scene, clause)
    aside = not told and clause.opener in scene.language.relative  # "who took office on Monday, arrived"
    return _carried(scene, clause, None if says else date, says=says or aside)


def _carried(scene: Scene, clause: Clause, date: Token | None, *, says: bool) -> Token | None:
    """The date that holds for the next clause; that of "a spokesman said on Monday" does not."""
    dates = [t for i, t in enumerate(clause.tokens) if t.sort == Sort.DATE and i not in clause.taken]
    for token in dates:
        if not token.when:
            continue
        when = chosen(token.when, clause.coming, scene.published, scene.date)[0]
        # Behind a day whose year is not known "the following day" is not that behind an older one.
        scene.date = when or (scene.date if token.when.after is not None else None)
    if not dates or says:
        return date
    last = dates[-1]
    if last.when and last.when.after is not None and scene.date:  # counted once, "on the next day"
        return replace(last, when=replace(last.when, past=scene.date, coming=scene.date, after=None))
    return last


def _of_clause(scene: Scene, clause: Clause, whole: Quote) -> Iterator[Statement]:
    if any(t.lemma in scene.language.attending for t in clause.tokens[:2]):
        return  # "Present at the talks were the ministers": it does not say who of them travelled
    acting, quotes = subjects(scene, clause)
    found = places(scene, clause)
    came = any(act == Act.TRAVEL and clause.tokens[i].form == Form.PAST for i, act in clause.acts(scene.language))
    moved = any(act == Act.TRAVEL and clause.tokens[i].form for i, act in clause.acts(scene.language))
    base = Statement(Kind.VISIT, acting, (), None, None, clause.status, whole, subject=quotes, came=came, moved=moved)
    towns = [(i, t) for i, t in found if t.sort == Sort.PLACE] or found
    met = meeting(scene, clause, acting)
    acting = met[0] if met else acting
    attended = list(events(scene, clause, replace(base, travellers=acting), towns))
    yield from attended
    used = {id(s.place) for s in attended if s.place}
    if met and met[1] and acting:
        guest = set(acting).isdisjoint(base.travellers) and not towns
        base = replace(base, travellers=acting, country=_host_land(scene, met[1]) if guest else "")
        made = _met(scene, clause, replace(base, kind=Kind.MEETING, others=met[1]), towns)
        used.add(id(made.place))
        yield made
    if met is None and only_hosts(scene, clause):
        scene.refused.update({t.quote: Reason.HOME for _, t in found if t.quote not in scene.refused})
        found = []
    for i, token in found:
        if id(token) in used or not (acting or whose_trip(scene, clause, i)):
            continue
        if whose := whose_trip(scene, clause, i):
            prepared = any(act == Act.PREPARE for _, act in clause.acts(scene.language))
            acting = acting or (() if prepared else (whose,))
            yield dated(scene, replace(base, place=token, travellers=(whose,), subject=()), clause, i)
        elif _leads(scene, clause, i, carried=bool(quotes)):
            yield dated(scene, _visit(scene, clause, replace(base, travellers=acting, place=token), i), clause, i)
        else:
            scene.refused.setdefault(token.quote, Reason.TOPIC)
    remember(scene, clause, acting, [t for _, t in found if t.sort == Sort.PLACE] if clause.status in _LIVE else [])


def _host_land(scene: Scene, others: Sequence[tuple[Party, Quote]]) -> str:
    """The country in which somebody is a guest: that of the dateline, else that of the host."""
    return scene.home or next((p.country for p, _ in others if p.country and id(p) in scene.hosts), "")


def _leads(scene: Scene, clause: Clause, at: int, *, carried: bool) -> bool:
    """Whether a place is one of those who act: they are named here, or the clause goes on, or tells of a visit."""
    language = scene.language
    goes = clause.opener in language.joins | language.where | language.relative | language.which | language.then | {
        ",",
        "—",
    }
    acts = clause.acts(language)
    named = any(t.sort == Sort.PERSON for t in clause.tokens)
    if any(t.lemma in language.halts for t in clause.tokens[at:]) and clause.ties.get(at) == Tie.AT:
        return True  # "Riga is the first stop"
    if (
        not named
        and any(kind == Act.TALKS for _, kind in acts)
        and any(t.lemma in language.ahead for t in clause.words)
    ):
        return False  # "the next round of talks will be held in Riga"
    if not named and {kind for _, kind in acts} == {Act.SAY}:
        return False
    if _further(clause, language):
        return True
    if _own_subject(clause, at, language):
        return False
    goes = goes or (clause.opener in language.clauses and not any(t.form in FINITE for t in clause.words))
    own = any(t.party in scene.focus for t in clause.tokens if t.party)  # "в Риге у министра запланированы встречи"
    held = [i for i, kind in acts if kind in (Act.TRIP, Act.TALKS) or clause.tokens[i].lemma in language.press]
    speaks = any(language.is_own(t) for t in clause.words[:at])  # "from there we go to Riga", says who travels along
    return carried or goes or speaks or any(own or i < at for i in held)


def _further(clause: Clause, language: Language) -> bool:
    """Whether it goes on with the stops told before: "the other countries are Fiji and Samoa"."""
    verb = next((i for i, t in enumerate(clause.tokens) if t.form in FINITE), 0)
    words = [t.lemma for t in clause.tokens[:verb]]
    be = clause.tokens[verb].lemma == "be" and not any(w in language.partners for w in words)
    return be and any(w in language.further for w in words) and any(w in language.stations for w in words)


def _own_subject(clause: Clause, at: int, language: Language) -> bool:
    """Whether a thing stands before the verb that leads to a place: "that cars are sent to Riga" tells of cars."""
    bare = next((i for i, tie in clause.ties.items() if i < at and tie == Tie.BARE), -1)
    if bare >= 0 and not any(t.form in FINITE or t.sort == Sort.PERSON for t in clause.tokens[:bare]):
        acts = not clause.tokens[bare].text.endswith(GENITIVE) and clause.tokens[bare + 1].text.isalpha()
        if acts and language.is_thing(clause.tokens[: bare + 1]):
            return True  # "Riga helped arrange talks in Oslo"
    verb = next((i for i in range(at, -1, -1) if clause.tokens[i].form in FINITE), 0)
    first = next((i for i in range(verb) if clause.tokens[i].lemma in language.future), verb)
    before = clause.tokens[:first]
    human = language.he | language.they | language.groups
    if any(t.sort == Sort.PERSON or t.lemma in human or language.is_own(t) for t in before):
        return False
    return language.is_thing(before)


def _met(scene: Scene, clause: Clause, base: Statement, towns: Sequence[tuple[int, Token]]) -> Statement:
    """A meeting at the place of its clause; without one, where "there" points to, or nowhere that is stated."""
    at, place = towns[0] if towns else (None, None)
    if place is None and inherits(scene.language, clause):
        place = clause.behind or scene.place.get(base.travellers[0])
    made = replace(base, place=place, inherited=at is None and place is not None)
    return dated(scene, made, clause, at)


def _visit(scene: Scene, clause: Clause, base: Statement, at: int) -> Statement:
    """That somebody was there; what they did, where a verb such as "open" leads to the place."""
    act = governor(clause.acts(scene.language), at)
    acts = {kind for _, kind in clause.acts(scene.language)}
    if {Act.LEAVE, Act.TRIP} <= acts and base.status == Status.HELD:  # "has left on a visit to Riga"
        base = replace(base, status=Status.ANNOUNCED)
    if act is None or act[1] not in (Act.ACT, Act.SAY) or not clause.tokens[act[0]].form:
        return base
    end = next((i for i, t in enumerate(clause.tokens) if i > act[0] and t.text in ',.;“"'), len(clause.tokens))
    title = Quote(clause.tokens[act[0]].start, clause.tokens[end - 1].end)
    said = act[1] == Act.SAY
    return replace(base, kind=Kind.STATEMENT, title=title, faint=said, moved=base.moved and not said)
