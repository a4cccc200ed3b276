"""Who acts in a clause: names, offices, pronouns, and those who acted before."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.articles.clause import FINITE, MEETS, Clause, head_of_list, place_of_word_before, word_before
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Party, Quote
from mapapp.articles.statements import Scene
from mapapp.articles.tokens import Form, Sort, Token
from mapapp.articles.unnamed import both, of_other_group, of_person, unnamed
from mapapp.folding import fold
from mapapp.geocoding.texts.mentions import without_genitive

_BETWEEN = frozenset({",", "on", "in", "(", ")"})  # between a place and "by"
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "their"])
_STEM = 3  # letters that an office keeps when it is said otherwise: the navy chief, the Chief of Naval Staff
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
    if {*fold(bare).split()} & scene.language.forerunners:  # whose office is another one's now
        return scene.cast.office(fold(bare).split()[-1], "", token.quote)
    country = token.spot.country if token.spot else ""
    before = [*scene.history, *reversed(scene.focus)]
    chief = country and (head or fold(token.text)) in scene.language.chiefs
    if not head and scene.focus and not chief:
        own = [p for p in reversed(before) if country and p.country == country]
        return own[0] if own and scene.focus[0].country not in ("", country) else scene.focus[0]
    party = scene.cast.by_office(bare or head, country, before) if head else None
    if party is None and "ministry" in fold(token.text) and head in scene.language.heads:
        party = scene.cast.by_office("minister", country, before)
    if party is None and country:
        party = next((p for p in reversed(before) if p.country == country and "counterpart" in fold(p.role)), None)
    if party is None and chief:
        party = next((p for p in reversed(before) if p.country == country and p.name), None)
    if party is None and head in scene.language.chiefs | scene.language.heads:
        body = {*fold(bare).split()} - {fold(head)}
        party = next((p for p in reversed(before) if p.name and body and body <= {*fold(p.role).split()}), None)
    one = scene.focus[0] if len(scene.focus) == 1 else None
    if party is None and leads and one and one.name and {*fold(token.text).split()} & scene.language.once:
        return one  # "the former defence minister", who was told of before
    if party is None and leads and not country:
        party = _whoever(scene, fold(head), fold(bare))
        if party:
            party.role = party.role or bare
    return party or scene.cast.office(without_genitive(token.text), country, token.quote)


def _whoever(scene: Scene, head: str, bare: str) -> Party | None:
    """The one who acts, where an office such as "the minister" can be theirs, though the text says it otherwise."""
    one = scene.focus[0] if len(scene.focus) == 1 else None
    if not scene.history and not scene.focus:
        one = scene.cast.to_come(head)
    if one is None or not one.name or head not in scene.language.generic:
        return None
    held = fold(one.role).split()
    short = head in held and all(any(word[:_STEM] == other[:_STEM] for other in held) for word in bare.split())
    return one if not held or short or (" " not in bare and {*held} & scene.language.generic) else None


def subjects(  # noqa: PLR0911  # a way out for each way to say who acts
    scene: Scene, clause: Clause
) -> tuple[tuple[Party, ...], tuple[Quote, ...]]:
    """Who acts in the clause, with the words that say so; whoever acted before, and no words, where it names nobody."""
    language = scene.language
    if scene.group and any(t.lemma in language.they for t in clause.words) and not _acting(scene, clause):
        return scene.group, tuple(t.quote for t in clause.words if t.lemma in language.they)[:1]
    first = next(iter(clause.words), None)
    if scene.person and first and first.lemma in language.latter and clause.tokens[0] is first:
        return (scene.person,), (first.quote,)
    own = any(t.case == "subject" for t in clause.tokens)  # "после которого министр посетит Ригу"
    if clause.opener in language.relative and scene.person and not own:
        return ((scene.person,) if of_person(clause, language) else ()), ()
    if of_other_group(clause, language):
        return (), ()
    if found := _acting(scene, clause):
        at = clause.tokens.index(found[0])
        at -= _owned(clause, at, language) * (at > 1 and clause.tokens[at - 2].lemma in language.joins)
        two = [t for t in clause.tokens[max(0, at - 2) : at] if t.lemma in language.he | language.joins]
        if len(two) == 2 and two[0].lemma in language.he:  # "she and the Prime Minister"
            return (*scene.focus, *(t.party for t in found if t.party)), tuple(t.quote for t in (two[0], *found))
        return tuple(dict.fromkeys(t.party for t in found if t.party)), tuple(t.quote for t in found)
    return both(scene, clause) or unnamed(scene, clause)


def _acting(scene: Scene, clause: Clause) -> list[Token]:
    """The people of a clause who are its subject: by their case, or by standing before its verb."""
    people = [(i, t) for i, t in enumerate(clause.tokens) if t.sort == Sort.PERSON and t.party]
    language = scene.language
    if any(t.case for _, t in people):
        acting = [t for i, t in people if t.case == "subject" or _leads_group(clause, i, language)]
        verb = next((t for t in clause.words if t.form in FINITE), None)
        alone = len(acting) == 1 and not any(t.lemma in language.company for t in clause.words)
        if alone and verb and language.is_several(verb):
            return []  # "похороны Пробы собирались провести в Риге"
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
        if token.form and token.lemma in language.spoken and not found:
            return []  # "other members of the delegation include"
        if verbal and (found or token.lemma not in {"be", "have"} | language.leading):
            break
        if token.sort != Sort.PERSON or _behind_meeting(scene, clause, i) or _owns(clause, i, language):
            continue
        if _of_other(clause, i, language) and not found:
            continue
        before = word_before(clause, i - _owned(clause, i, language), language)
        listed = before is not None and (before.text == "," or before.lemma in language.joins)
        aside = aside if listed else before is not None and before.lemma in language.company
        if not (aside and found) and (before is None or before.lemma not in led or _leads_group(clause, i, language)):
            found.append(token)
    return found


def _owned(clause: Clause, at: int, language: Language) -> int:
    """How many words such as "her" stand straight before somebody: "talks with her counterpart, Ada Testa"."""
    return int(at > 0 and clause.tokens[at - 1].lemma in language.he | language.they)


def _of_other(clause: Clause, at: int, language: Language) -> bool:
    """Whether "at the invitation of" stands before somebody, who is not who acts; the visit of somebody is theirs."""
    led = at - 1
    while led > 0 and (clause.tokens[led].sort == Sort.PEOPLE or clause.tokens[led].lemma in _ARTICLES):
        led -= 1
    if led < 1 or clause.tokens[led].lemma not in language.of or _leads_group(clause, at, language):
        return False
    return language.acts.get(clause.tokens[led - 1].lemma) not in (Act.TRIP, Act.TALKS)


def _owns(clause: Clause, at: int, language: Language) -> bool:
    """Whether somebody stands there only as the one whose something is: "the Queen’s celebrations"; not whose visit."""
    token = clause.tokens[at]
    if token.lemma != "<name’s>" and not token.text.endswith(("’s", "'s")):
        return False
    behind = clause.tokens[at + 1 : at + _LED]
    return not any(t.lemma in language.groups or language.acts.get(t.lemma) in (Act.TRIP, Act.TALKS) for t in behind)


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
    if language.acts.get(before.lemma) in trip and (by := _by(clause, at, language)):
        return by
    behind = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else before
    if behind.case == "other" and behind.party and language.acts.get(before.lemma) in trip:
        return behind.party  # "приезд в Ригу министра Анны Тестовой"
    if before.sort == Sort.PERSON and led > 1:
        noun = place_of_word_before(clause, led - 1, language)
        noun -= noun >= 0 and clause.tokens[noun].lemma in language.of | language.doers
        return before.party if noun >= 0 and language.acts.get(clause.tokens[noun].lemma) in trip else None
    if language.acts.get(before.lemma) in trip and led > 1 and clause.tokens[led - 2].lemma == "<name’s>":
        return clause.tokens[led - 2].party
    return None


def _by(clause: Clause, at: int, language: Language) -> Party | None:
    """Who stands behind "by" and a place: "the trip to Riga on Monday by Testa"."""
    end = at + 1
    while end < len(clause.tokens) and (clause.tokens[end].sort in (Sort.DATE, Sort.PLACE, Sort.COUNTRY)
                                        or clause.tokens[end].lemma in _BETWEEN | language.joins):  # fmt: skip
        end += 1
    if end + 1 >= len(clause.tokens) or clause.tokens[end].lemma not in language.doers:
        return None
    return next((t.party for t in clause.tokens[end + 1 : end + 3] if t.party), None)


def _tells(clause: Clause | None) -> bool:
    """Whether a clause has a verb, so that what it tells goes on behind the one within it."""
    return clause is not None and any(t.form in FINITE or t.form == Form.BASE for t in clause.words)


def _of_forerunner(clause: Clause, language: Language) -> bool:
    """Whether a predecessor is named, who is not who the text goes on about."""
    return any(t.party and {*fold(t.party.role).split()} & language.forerunners for t in clause.tokens)


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
    if scene.focus and not acts and not any(t.form for t in clause.words):
        return  # a line that says nothing of them
    joins = next((i for i, t in enumerate(clause.tokens) if t.lemma in scene.language.joining and t.form), -1)
    if joins >= 0 and any(t.party in scene.focus for t in clause.tokens[joins:] if t.party):
        return  # who went along is not who the text goes on about
    aside = clause.opener in scene.language.relative | scene.language.where and _tells(clause.before)
    if aside and scene.focus and not towns and not {*acting} & {*scene.focus}:
        return  # "where Oda Fiktiv will be her host", "who chairs the conference"
    if scene.focus and _of_forerunner(clause, scene.language):
        return
    if acting:
        scene.focus = acting
        scene.group = acting if len(acting) > 1 else scene.group
    for party in acting if towns else ():
        scene.place[party] = towns[-1]
