"""Whether words of travel or meeting lead to a place; the reason why not, where they do not."""

from collections.abc import Sequence

from mapapp.articles.clause import FINITE, PLACES, Clause, Tie, head_of_list, place_of_word_before
from mapapp.articles.geography import KNOWN
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Reason
from mapapp.articles.statements import Scene
from mapapp.articles.ties import GENITIVE
from mapapp.articles.tokens import Sort, Token
from mapapp.folding import fold

_SAID = 4  # tokens from "told" to the place of "told the reporters in Riga"
_MADE = 6  # tokens from "made" to the place of "made their way to Riga"
_WAYS = frozenset({Act.TRAVEL, Act.TRIP, Act.HOST, Act.RETURN, Act.LEAVE, Act.CANCEL, Act.POSTPONE})
_MOVING = frozenset({Act.TRAVEL, Act.TRIP, Act.LEAVE, Act.RETURN})


def places(scene: Scene, clause: Clause) -> list[tuple[int, Token]]:
    """The places to which the clause leads whoever acts in it, with their numbers; the others go to the refused."""
    found = []
    acts = clause.acts(scene.language)
    remote = any(t.lemma in scene.language.remote for t in clause.words)
    for i, tie in clause.ties.items():
        token = clause.tokens[i]
        reason = Reason.TOPIC if remote else _reason(scene, clause, i, tie, acts)
        if reason:
            scene.refused.setdefault(token.quote, reason)
        elif token.sort in PLACES:
            found.append((i, token))
    return found


def governor(acts: Sequence[tuple[int, Act]], at: int) -> tuple[int, Act] | None:
    """The nearest word of an act before a place; else the first one behind it; else one of saying and the like."""
    before = [(i, act) for i, act in acts if i < at]
    useful = [b for b in before if b[1] not in (Act.SAY, Act.TAKE_PLACE, Act.PREPARE)]
    if before and before[-1][1] == Act.SAY and at - before[-1][0] <= _SAID:
        return before[-1]  # "told reporters in Riga"
    if useful:
        return useful[-1]
    behind = [(i, act) for i, act in acts if i > at]
    return next(iter(behind), before[-1] if before else None)


def _reason(scene: Scene, clause: Clause, at: int, tie: Tie, acts: Sequence[tuple[int, Act]]) -> Reason | None:
    tokens, kinds = clause.tokens, {act for _, act in acts}
    reason: Reason | None = None
    if tokens[at].sort == Sort.AREA:
        reason = Reason.WIDE
    elif tokens[at].lemma in ("<listed>", "<unknown>"):
        reason = Reason.UNREAD
    elif at and tokens[at - 1].lemma in scene.language.airports and not _is_city(tokens[at]):
        reason = Reason.TOPIC
    elif tie == Tie.OBJECT and tokens[at].sort == Sort.COUNTRY and tokens[at].text.endswith(GENITIVE):
        reason = Reason.NATIONALITY  # "to present Latvia’s view"
    elif tie in (Tie.OBJECT, Tie.LISTED) and _of_body(tokens, at):
        reason = Reason.TOPIC  # "to address the Latvia Oslo Chamber"
    elif tie == Tie.OF:
        reason = Reason.HOME if at > 1 and tokens[at - 2].sort == Sort.PERSON else Reason.NATIONALITY
    elif tie == Tie.LISTED and not _list_of_places(scene, clause, at):
        reason = Reason.TOPIC
    elif Act.ORIGIN in kinds:
        reason = Reason.ORIGIN
    elif tie == Tie.FROM:
        moved = kinds & _MOVING or any(t.sort == Sort.PERSON for t in tokens)
        reason = Reason.ORIGIN if moved else Reason.TOPIC
    elif tie in (Tie.BETWEEN, Tie.BARE):
        reason = Reason.NATIONALITY if tokens[at].text.endswith(GENITIVE) else Reason.GOVERNMENT
    elif tokens[at].lemma == "<unread>" and not _reached(scene.language, acts, at):
        reason = Reason.UNREAD
    return reason or _not_led(scene, clause, at, acts)


def _of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether another name follows straight behind a country, as in the names of chambers and the like."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and tokens[at].sort == Sort.COUNTRY and behind.sort in PLACES


def _reached(language: Language, acts: Sequence[tuple[int, Act]], at: int) -> bool:
    """Whether a word of travel leads to what no list knows; languages without cases have no other evidence of it."""
    leads = governor(acts, at)
    return not language.latin or (leads is not None and leads[1] in _WAYS)


def _is_city(token: Token) -> bool:
    """Whether a place is large enough to be what an airport is called by: "the airport of Riga"."""
    place = token.spot.place if token.spot else None
    return place is not None and (place.kind == "capital" or place.population >= KNOWN)


def _list_of_places(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether "including" goes on with places: "three countries, including Fiji", not "issues, including Fiji's"."""
    language, tokens = scene.language, clause.tokens
    spoken = next((i for i in range(at, -1, -1) if tokens[i].lemma in language.spoken), -1)
    if tokens[at].text.endswith(GENITIVE):
        return False
    skipped = language.future | language.away | language.skipped | {",", "on"}
    before = [t for t in tokens[:spoken] if t.lemma not in skipped and t.sort != Sort.DATE][-1:]
    if not before:
        return clause.opener in language.which
    last = before[0]
    return (last.sort in PLACES | {Sort.AREA, Sort.PEOPLE} or last.lemma in language.stations
            or language.acts.get(last.lemma) in _MOVING or last.lemma in language.which)  # fmt: skip


def _set_aside(  # noqa: PLR0911  # a way out for each thing that it may be
    scene: Scene, clause: Clause, at: int, leads: tuple[int, Act] | None
) -> Reason | None:
    """Whether what is told is agreed on alone, did not take place, or is an earlier journey."""
    language = scene.language
    led = place_of_word_before(clause, head_of_list(clause, at, language), language)
    if led > 0 and clause.tokens[led - 1].sort == Sort.PERSON and clause.tokens[led - 1].party is None:
        return Reason.OTHER  # "the first visit by a minister to Riga"
    if led > 0 and clause.tokens[led - 1].lemma in language.ways:
        return Reason.TOPIC  # "on her way to Riga"
    if led > 0 and clause.tokens[led - 1].lemma in language.reports and clause.tokens[led - 1].form:
        return Reason.TOPIC  # "the ministry announced in Riga"
    if _only_supposed(clause, at, language):
        return Reason.TOPIC
    if _other_time(clause, at, language):
        return Reason.OTHER
    if (leads and _invited(clause, leads[0], language)) or any(
        t.lemma in language.agreeing and t.form for t in clause.tokens[:at]
    ):
        return Reason.LATER
    denied = leads and any(t.lemma in language.no for t in clause.tokens[max(0, leads[0] - 2) : leads[0]])
    if denied or (led > 0 and clause.tokens[led - 1].lemma in language.no):  # "а не в Ригу"
        return Reason.TOPIC
    return Reason.OTHER if leads and leads[1] in _WAYS and _earlier(scene, clause, leads[0]) else None


def _only_supposed(clause: Clause, at: int, language: Language) -> bool:
    """Whether what leads to a place is asked, supposed or denied: "asked whether he would go to", "denied that"."""
    if any(t.lemma in language.wondering for t in clause.tokens[:at]):
        return True
    before = clause.before.tokens if clause.before and clause.opener in language.which | language.clauses else []
    return any(t.lemma in language.denying and t.form for t in (*before[-2:], *clause.tokens[:at]))


def _other_time(clause: Clause, at: int, language: Language) -> bool:
    """Whether a place is that of what was weeks before or after: "took place two weeks after a meeting in Riga"."""
    apart = language.behind | language.ahead
    verb = next((i for i, t in enumerate(clause.tokens) if t.form in FINITE and t.sort == Sort.WORD), at)
    if clause.opener in apart and clause.before and clause.before.tokens[-1].lemma in language.spans:
        return True
    return any(clause.tokens[i].lemma in apart and clause.tokens[i - 1].lemma in language.spans
               for i in range(verb + 1, at))  # fmt: skip


def _invited(clause: Clause, verb: int, language: Language) -> bool:
    """Whether somebody is only invited to what the verb or noun tells of."""
    near = any(t.lemma in language.inviting for t in clause.tokens[max(0, verb - 3) : verb + 1])
    return near or any(t.lemma in language.inviting and t.form for t in clause.tokens[:verb])


def _said_between(scene: Scene, clause: Clause, lead: int, at: int) -> bool:
    """Whether a word of travel stands before what somebody says: "before the visit she said that ties are vital to"."""
    acts, tokens = scene.language.acts, clause.tokens
    said = next((i for i in range(lead, at) if tokens[i].form and acts.get(tokens[i].lemma) == Act.SAY), at)
    return any(tokens[i].form in FINITE for i in range(said + 1, at))


def _earlier(scene: Scene, clause: Clause, verb: int) -> bool:
    """Whether "last visited" stands there, as in "he last visited Riga in 2019"."""
    near = clause.tokens[max(0, verb - 1) : verb]
    return any(t.lemma in scene.language.former for t in near) or any(
        "-" in t.lemma and t.lemma in scene.language.former for t in clause.tokens
    )


def _homewards(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether "home to" or "back at" stands before the place; "on the way back she stopped" is none of it."""
    language = scene.language
    pairs = zip(clause.tokens, clause.tokens[1 : at + 1], strict=False)
    return any(a.lemma in language.home and (b.lemma in language.lead or b.sort in PLACES) for a, b in pairs)


def _beside(  # noqa: PLR0911  # a way out for each thing that it may be
    scene: Scene, clause: Clause, at: int, leads: tuple[int, Act] | None
) -> bool:
    """Whether the words before a place tell of something there: "war in Sudan", "embassy in Bern", "help to Fiji"."""
    language = scene.language
    led = place_of_word_before(clause, head_of_list(clause, at, language), language)
    before = clause.tokens[led - 1] if led > 0 else None
    if led < 0 or before is None or clause.tokens[led].lemma not in language.lead:
        return False
    word = before.lemma.removesuffix("(n)")
    if before.lemma in language.spoken and not _of_stops(clause, led - 1, language):
        return True  # "missions, including in Latvia"
    if led > 1 and language.is_attribute(clause.tokens[led - 2], before):
        return True  # "a company operated in Riga"
    if before.sort == Sort.WORD and before.capital and word in language.missions:
        return True
    if clause.tokens[led].lemma in language.towards and leads and leads[1] not in _WAYS:
        return True
    if before.sort == Sort.PERSON and leads is not None and leads[1] == Act.SAY and before.case:
        return True  # "said the head of the office in Riga"
    regards = leads is not None and any(t.lemma in language.regarding for t in clause.tokens[leads[0] : led])
    if before.sort == Sort.WORD and before.lemma in language.sites and regards:
        return True
    if before.party and before.case and {*fold(before.party.role).split()} & language.sent:
        return True
    if before.sort == Sort.WORD and before.lemma in language.institutions:
        between = clause.tokens[leads[0] + 1 : led] if leads else []
        within = any(t.lemma in language.lead or t.sort in PLACES for t in between)
        return leads is None or leads[1] not in (Act.ACT, Act.TRAVEL, Act.TRIP) or not (within or leads[0] == led - 2)
    visited = leads is not None and leads[1] in (Act.ACT, Act.TRAVEL) and led - 4 <= leads[0] < led  # "visit troops in"
    if visited and leads and clause.tokens[leads[0]].lemma == "be":
        visited = False  # "a firm that is based in"
    if visited and leads and leads[0] and clause.tokens[leads[0] - 1].lemma in language.away | language.aside:
        visited = False  # "from ending the war in"
    return before.sort == Sort.WORD and before.lemma in language.topics and not visited


def _of_stops(clause: Clause, spoken: int, language: Language) -> bool:
    """Whether places or stops stand before "including": "towns in Latvia, including in Riga"."""
    before = next((t for t in reversed(clause.tokens[:spoken]) if t.text != ","), None)
    if before is None or before.sort in PLACES | {Sort.AREA} or before.lemma in language.stations:
        return True
    return language.acts.get(before.lemma) in _MOVING


def _phase_of_thing(language: Language, clause: Clause, verb: int, led: int) -> bool:
    """Whether a verb such as "complete" stands before a thing and not a visit: "complete the work in Sudan"."""
    between = clause.tokens[verb + 1 : led]
    if clause.tokens[verb].lemma not in language.phases or any(
        t.sort == Sort.PERSON or language.acts.get(t.lemma) in (Act.TRIP, Act.TALKS) for t in between
    ):
        return False
    return language.is_thing(between)


def _fronted(clause: Clause, at: int, language: Language) -> bool:
    """Whether a place opens a clause before somebody who acts there, whatever they do: "In Cairo, he will engage"."""
    led = place_of_word_before(clause, at, language) == 0 and clause.tokens[0].lemma in language.lead - language.towards
    behind = [t for t in clause.tokens[at + 1 : at + 4] if t.text != "," and t.lemma not in language.skipped][:1]
    acting = bool(behind) and (behind[0].sort == Sort.PERSON or behind[0].lemma in language.he | language.they)
    return led and acting and bool(clause.coming)


def _not_led(  # noqa: PLR0911  # a way out for each thing that it may be
    scene: Scene, clause: Clause, at: int, acts: Sequence[tuple[int, Act]]
) -> Reason | None:
    """Whether the way home or no way at all leads to the place."""
    kinds = {act for _, act in acts}
    leads = governor(acts, at)
    if _beside(scene, clause, at, leads):
        return Reason.TOPIC
    if leads and _said_between(scene, clause, leads[0], at):
        return Reason.TOPIC
    by = place_of_word_before(clause, head_of_list(clause, at, scene.language), scene.language)
    makes = leads is not None and clause.tokens[leads[0]].lemma in scene.language.making and leads[0] < at
    journey = makes and leads and any(i < at and act == Act.TRIP for i, act in acts)
    far = leads is not None and at - leads[0] > _MADE and not journey
    if makes and by >= 0 and (clause.tokens[by].lemma not in scene.language.towards or far):
        return Reason.TOPIC  # "to make the transition in Sudan a success"
    if leads and _phase_of_thing(scene.language, clause, leads[0], by):
        return Reason.TOPIC
    if set_aside := _set_aside(scene, clause, at, leads):
        return set_aside
    if leads is None and clause.ties[at] == Tie.LISTED and clause.opener in scene.language.which:
        return None  # "a tour that will include Riga"
    if leads is None and _fronted(clause, at, scene.language):
        return None
    led = place_of_word_before(clause, at, scene.language)
    if led >= 0 and clause.tokens[led].lemma in scene.language.bound:
        return None
    if Act.RETURN in kinds or _homewards(scene, clause, at):
        return None if leads and leads[1] == Act.TRIP else Reason.HOME
    return None if leads and leads[1] not in (Act.LEAVE, Act.CANCEL, Act.POSTPONE) else Reason.TOPIC
