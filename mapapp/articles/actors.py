"""Who acts in a clause and who is met: names, offices, pronouns, and those who acted before."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.articles.clause import MEETS, Clause, Tie, head_of_list, place_of_word_before, word_before
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Party, Quote
from mapapp.articles.statements import Scene
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.folding import fold
from mapapp.geocoding.texts.mentions import without_genitive

_LED = 6  # words between "with" and the delegation that somebody leads


def known(scene: Scene, token: Token, *, leads: bool = False) -> Token:
    """A token of an office with the person who holds it; any other token as it is.

    ``leads`` tells that the sentence is about it, as "The minister will also visit Riga" is.
    """
    if token.sort != Sort.PERSON:
        return token
    party = token.party or _holder(scene, token, leads)
    scene.history.append(party)
    return replace(token, party=party)


def _holder(scene: Scene, token: Token, leads: bool) -> Party:
    """Who is meant by an office alone: who acts, if it is theirs, then who was named last; somebody new otherwise."""
    head, _, bare = token.lemma.removeprefix("<office>").partition("|")
    country = token.spot.country if token.spot else ""
    if not head and scene.focus:
        return scene.focus[0]
    before = [*scene.history, *reversed(scene.focus)]
    party = scene.cast.by_office(bare or head, country, before)
    if party is None and "ministry" in fold(token.text) and head in scene.language.heads:
        party = scene.cast.by_office("minister", country, before)
    if party is None and country:
        party = next((p for p in reversed(before) if p.country == country and "counterpart" in fold(p.role)), None)
    if party is None and leads and not country:
        party = _whoever(scene, fold(head), alone=" " not in bare)
        if party:
            party.role = party.role or bare
    return party or scene.cast.office(without_genitive(token.text), country, token.quote)


def _whoever(scene: Scene, head: str, *, alone: bool) -> Party | None:
    """The one who acts, where an office such as "the minister" can be theirs, though the text says it otherwise."""
    one = scene.focus[0] if len(scene.focus) == 1 else None
    if not scene.history and not scene.focus:
        one = scene.cast.to_come(head)
    if one is None or not one.name or head not in scene.language.generic:
        return None
    return one if not one.role or (alone and {*fold(one.role).split()} & scene.language.generic) else None


def subjects(scene: Scene, clause: Clause) -> tuple[tuple[Party, ...], tuple[Quote, ...]]:
    """Who acts in the clause, with the words that say so; whoever acted before, and no words, where it names nobody."""
    language = scene.language
    if scene.group and any(t.lemma in language.they for t in clause.words) and not _acting(scene, clause):
        return scene.group, tuple(t.quote for t in clause.words if t.lemma in language.they)[:1]
    if clause.opener in language.relative and scene.person:
        return (scene.person,), ()
    if found := _acting(scene, clause):
        at = clause.tokens.index(found[0])
        both = [t for t in clause.tokens[max(0, at - 2) : at] if t.lemma in language.he | language.joins]
        if len(both) == 2 and both[0].lemma in language.he:  # "she and the Prime Minister"
            return (*scene.focus, *(t.party for t in found if t.party)), tuple(t.quote for t in (both[0], *found))
        return tuple(dict.fromkeys(t.party for t in found if t.party)), tuple(t.quote for t in found)
    pronouns = language.he | language.they | language.groups
    return scene.focus, tuple(t.quote for t in clause.words if t.lemma in pronouns)[:1]


def _acting(scene: Scene, clause: Clause) -> list[Token]:
    """The people of a clause who are its subject: by their case, or by standing before its verb."""
    people = [(i, t) for i, t in enumerate(clause.tokens) if t.sort == Sort.PERSON and t.party]
    language = scene.language
    if any(t.case for _, t in people):
        acting = [t for i, t in people if t.case == "subject" or _leads_group(clause, i, language)]
        return acting or [t for i, t in people if _whose(clause, i, language)][:1]
    if taken := _taken(clause, language):
        return [taken]
    led = language.company | language.lead | language.of | language.between | language.ahead | language.like
    found: list[Token] = []
    if any(t.lemma in language.joining and t.form for t in clause.words) and any(
        t.lemma in language.groups for t in clause.words
    ):
        return []  # who joins a delegation is not who the text goes on about
    aside = False
    for i, token in enumerate(clause.tokens):
        verbal = token.sort == Sort.WORD and (
            token.form not in (Form.NONE, Form.BASE) or token.lemma in language.future
        )
        if verbal and (found or token.lemma not in {"be", "have"} | language.leading):
            break
        if token.sort != Sort.PERSON or _behind_meeting(scene, clause, i):
            continue
        before = word_before(clause, i, language)
        listed = before is not None and (before.text == "," or before.lemma in language.joins)
        aside = aside if listed else before is not None and before.lemma in language.company
        if not (aside and found) and (before is None or before.lemma not in led or _leads_group(clause, i, language)):
            found.append(token)
    return found


def _whose(clause: Clause, at: int, language: Language) -> bool:
    """Whether somebody stands straight behind "the visit of" or "talks of", as a genitive with cases does."""
    before = clause.tokens[at - 1] if at else None
    return before is not None and before.sort == Sort.WORD and language.acts.get(before.lemma) in (Act.TRIP, Act.TALKS)


def _taken(clause: Clause, language: Language) -> Token | None:
    """Whom a journey takes somewhere: "the trip will take the minister to Riga"."""
    verb = next((i for i, t in enumerate(clause.tokens) if t.lemma in language.taking and t.form), 0)
    before = clause.tokens[:verb]
    trip = any(language.acts.get(t.lemma) == Act.TRIP for t in before)
    if not trip or any(t.sort == Sort.PERSON for t in before):
        return None
    return next((t for t in clause.tokens[verb:] if t.sort == Sort.PERSON and t.party), None)


def _leads_group(clause: Clause, at: int, language: Language) -> bool:
    """Whether "a delegation headed by" stands before somebody."""
    cased, at = bool(clause.tokens[at].case), place_of_word_before(clause, at, language)
    first = max(0, at - 8)
    words = clause.tokens[first : at + 1]
    group = next((first + i for i, t in enumerate(words) if t.lemma in language.groups), -1)
    led = [t.lemma for t in clause.tokens[max(0, group - _LED) : group]]
    if group < 0 or not any(t.lemma in language.leading for t in words[-2:]):
        return False
    return not (cased and any(lemma in language.company for lemma in led))


def _behind_meeting(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a verb of meeting stands before it: then it is who is met."""
    return any(act in MEETS and i < at and clause.tokens[i].form for i, act in clause.acts(scene.language))


def meeting(
    scene: Scene, clause: Clause, acting: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[tuple[Party, Quote], ...]] | None:
    """Who travelled and who was met, where the clause tells of a meeting: of host and guest, the guest travelled."""
    met = [(i, act) for i, act in clause.acts(scene.language) if act in MEETS] or _signed(scene.language, clause)
    if not met or any(t.lemma in scene.language.remote for t in clause.words):
        return None
    at, act = met[0]
    if act == Act.HOST and any(t.lemma in scene.language.indefinite for t in clause.tokens[at + 1 : at + 2]):
        return None  # "host a reception"
    others = _others(scene, clause, at, acting)
    if guests := _guests(scene, clause, acting, others):
        hosts = tuple((p, _words_for(clause, p)) for p in acting if p not in guests)
        return guests, (*hosts, *((p, q) for p, q in others if p not in guests))
    arrived = tuple(p for p in acting if p in scene.place or p in scene.focus)
    if not others and 0 < len(arrived) < len(acting):  # "she and the Prime Minister met"
        return arrived, tuple((p, _words_for(clause, p)) for p in acting if p not in arrived)
    if act != Act.HOST or _passive(clause, at):
        return acting, others
    guests = tuple(p for p, _ in others) or tuple(p for p in scene.focus if p not in acting)
    hosts = tuple((p, _words_for(clause, p)) for p in acting)
    return (guests, hosts) if guests and hosts else None


def _signed(language: Language, clause: Clause) -> list[tuple[int, Act]]:
    """Where the clause tells that something was signed with somebody, who was met then."""
    people = [i for i, t in enumerate(clause.tokens) if t.sort == Sort.PERSON]
    led = any((b := word_before(clause, i, language)) is not None and b.lemma in language.company for i in people)
    return [(i, Act.MEET) for i, t in enumerate(clause.tokens) if led and t.form and t.lemma in language.signing]


def _passive(clause: Clause, at: int) -> bool:
    return clause.tokens[at].form == Form.PASSIVE or any(t.lemma == "be" for t in clause.tokens[max(0, at - 3) : at])


def _others(scene: Scene, clause: Clause, at: int, acting: tuple[Party, ...]) -> tuple[tuple[Party, Quote], ...]:
    """Who stands behind the word of meeting at ``at``, up to the purpose, or elsewhere by the case of a name."""
    language = scene.language
    found: list[tuple[Party, Quote]] = []
    cases = any(t.case for t in clause.tokens)
    hosted = any(act == Act.HOST for _, act in clause.acts(language)) or _passive(clause, at)
    for i, token in enumerate(clause.tokens):
        purpose = token.sort == Sort.WORD and token.form == Form.BASE and clause.tokens[i - 1].lemma == "to"
        if i > at and purpose and found and not cases:
            break
        if (
            token.sort != Sort.PERSON
            or not token.party
            or token.party in acting
            or not (i > at or token.case == "other")
        ):
            continue
        before = word_before(clause, i, language)
        if cases and not hosted and not _met_by_case(clause, i, language, [t for _, t in found], acting):
            continue
        beside = before is not None and before.sort == Sort.WORD and before.lemma in language.aside
        by = before is not None and before.lemma in language.doers and not hosted
        whose = clause.tokens[i].end - clause.tokens[i].start > 2 and _genitive(clause, i)
        if not (beside or by or whose):
            found.append((token.party, token.quote))
    return tuple(found)


def _met_by_case(
    clause: Clause, at: int, language: Language, found: Sequence[Quote], acting: tuple[Party, ...]
) -> bool:
    """Whether "with" leads to somebody, or to the list that they stand in: not "laid flowers at the grave of Testa"."""
    before = place_of_word_before(clause, at, language)
    if before < 0 or _visiting(clause, at, language):
        return True
    token = clause.tokens[before]
    if token.lemma in language.company | language.between | language.leading:
        return True
    if token.sort == Sort.PERSON:  # "с коллегой Анной Тестовой"
        return token.quote in found or token.case == "other"
    joins = token.text == "," or token.lemma in language.joins
    people = [t for t in clause.tokens[:before] if t.sort == Sort.PERSON and t.party]
    return joins and bool(people) and (people[-1].quote in found or people[-1].party in acting)


def _genitive(clause: Clause, at: int) -> bool:
    """Whether somebody stands there only as the one whose something is: "Annan’s efforts"."""
    return clause.tokens[at].lemma == "<name’s>"


def _guests(
    scene: Scene, clause: Clause, acting: tuple[Party, ...], others: tuple[tuple[Party, Quote], ...]
) -> tuple[Party, ...]:
    """Who came to those who act: "the visiting minister"; or, in the country of the dateline, who is of another one."""
    language, known = scene.language, {id(p) for p, _ in others}
    told = tuple(
        t.party for i, t in enumerate(clause.tokens)
        if t.party and id(t.party) in known and i and _visiting(clause, i, language)
    )  # fmt: skip
    at = (clause.tokens[i] for i, tie in clause.ties.items() if tie == Tie.AT)
    land = next((t.spot.country for t in at if t.spot and t.spot.country), "")
    if not told and land and acting and all(p.country == land for p in acting):
        return tuple(p for p, _ in others if p.country not in ("", land))
    if told or not scene.home or any(p.country not in ("", scene.home) or p in scene.place for p in acting):
        return told
    there = any(t.spot and t.spot.country == scene.home for i, t in enumerate(clause.tokens) if i in clause.ties)
    return tuple(p for p, _ in others if p.country not in ("", scene.home)) if there else ()


def _visiting(clause: Clause, at: int, language: Language) -> bool:
    """Whether "the visiting" stands before somebody; where cases tell, before their delegation too."""
    words = clause.tokens[:at] if clause.tokens[at].case else clause.tokens[at - 1 : at]
    return any(t.text.casefold().startswith(tuple(language.visiting)) for t in words if t.sort == Sort.WORD)


def whose_trip(scene: Scene, clause: Clause, at: int) -> Party | None:
    """Whose visit to the place at ``at`` a clause speaks of: "Testa’s visit to Riga", "the visit of Testa to Riga"."""
    language, led = (
        scene.language,
        place_of_word_before(clause, head_of_list(clause, at, scene.language), scene.language),
    )
    if led < 1 or clause.tokens[led].lemma not in language.lead:
        return None
    before = clause.tokens[led - 1]
    trip = (Act.TRIP,)
    if before.sort == Sort.PERSON and led > 1:
        noun = place_of_word_before(clause, led - 1, language)
        noun -= noun >= 0 and clause.tokens[noun].lemma in language.of | language.doers
        return before.party if noun >= 0 and language.acts.get(clause.tokens[noun].lemma) in trip else None
    if language.acts.get(before.lemma) in trip and led > 1 and clause.tokens[led - 2].lemma == "<name’s>":
        return clause.tokens[led - 2].party
    return None


def _words_for(clause: Clause, party: Party) -> Quote:
    return next((t.quote for t in clause.tokens if t.party is party), party.quotes[-1])


def remember(scene: Scene, clause: Clause, acting: tuple[Party, ...], towns: Sequence[Token]) -> None:
    """Keep who acted, with whom and where, for the pronouns and for "there" in what follows."""
    names = [t for t in clause.tokens if t.sort == Sort.PERSON and t.party]
    if names:
        scene.person = names[-1].party
    acts = {act for _, act in clause.acts(scene.language)}
    if acts & {Act.TRAVEL, Act.TRIP, Act.MEET} and clause.coming is not None:
        scene.planned = clause.coming
    if acts == {Act.SAY} and scene.focus and not any(party in scene.place for party in acting):
        return  # a spokesman says what others do
    if acting:
        scene.focus = acting
        scene.group = acting if len(acting) > 1 else scene.group
    for party in acting if towns else ():
        scene.place[party] = towns[-1]
