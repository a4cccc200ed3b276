"""Whom a clause tells to have been met, and who of them was the guest."""

from collections.abc import Sequence

from mapapp.articles.clause import MEETS, PLACES, Clause, Tie, place_of_word_before, word_before
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Party, Quote
from mapapp.articles.statements import Scene
from mapapp.articles.tokens import Form, Sort
from mapapp.folding import fold


def meeting(  # noqa: PLR0911  # a way out for each thing that is none
    scene: Scene, clause: Clause, acting: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[tuple[Party, Quote], ...]] | None:
    """Who travelled and who was met, where the clause tells of a meeting: of host and guest, the guest travelled."""
    met = [(i, act) for i, act in clause.acts(scene.language) if act in MEETS] or _signed(scene.language, clause)
    if not met or any(t.lemma in scene.language.remote for t in clause.words):
        return None
    at, act = met[0]
    if act == Act.TALKS and any(t.lemma in scene.language.former for t in clause.tokens[max(0, at - 2) : at]):
        return None  # "recalled their previous meeting"
    if act == Act.HOST and any(
        t.lemma in scene.language.indefinite or t.text in '«“„"' for t in clause.tokens[at + 1 : at + 2]
    ):
        return None  # "host a reception", "принял «послание"
    if act == Act.HOST and not _passive(clause, at) and _hosts_thing(clause, at, scene.language):
        return None
    if _event_hosted(clause, at):
        return None
    others = _others(scene, clause, at, acting)
    if guests := _guests(scene, clause, acting, others):
        hosts = tuple((p, _words_for(clause, p)) for p in acting if p not in guests)
        return guests, (*hosts, *((p, q) for p, q in others if p not in guests))
    arrived = tuple(p for p in acting if p in scene.place or p in scene.focus)
    land = _land(clause)
    home = [p for p in acting if land and (p.country == land or _belongs(scene, p, land, acting))]
    arrived = tuple(p for p in acting if p not in home) if home else arrived
    together = not any(t.lemma in scene.language.company for t in clause.words if t.start > clause.tokens[at].start)
    if not others and together and 0 < len(arrived) < len(acting):  # "she and the Prime Minister met"
        return arrived, tuple((p, _words_for(clause, p)) for p in acting if p not in arrived)
    if act != Act.HOST or _passive(clause, at):
        return acting, others
    guests = tuple(p for p, _ in others) or tuple(p for p in scene.focus if p not in acting)
    hosts = tuple((p, _words_for(clause, p)) for p in acting)
    return (guests, hosts) if guests and hosts else None


def _hosts_thing(clause: Clause, at: int, language: Language) -> bool:
    """Whether a verb such as "host" or "welcome" stands before an event or talks: "welcomed the first meeting of"."""
    human = language.he | language.they | language.groups
    behind = clause.tokens[at + 1 :]
    end = next((i for i, t in enumerate(behind) if t.sort == Sort.PERSON or t.lemma in human), len(behind))
    talks = (Act.TALKS, Act.TRIP)
    return any(t.sort == Sort.EVENT or language.acts.get(t.lemma) in talks for t in behind[:end]) and (
        not any(t.case for t in clause.tokens)
    )


def _event_hosted(clause: Clause, at: int) -> bool:
    """Whether it is an event that is held or hosted: "the summit, hosted by Testa"."""
    before = [t.sort for t in clause.tokens[:at] if t.sort in (Sort.EVENT, Sort.PERSON)]
    return _passive(clause, at) and Sort.EVENT in before and Sort.PERSON not in before


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
        if i > at and hosted and not cases and token.lemma in language.spoken:
            break  # "those who received her included the ministers"
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
        beside = beside or not (cases or hosted or _led_on(clause, i, at, found, language))
        beside = beside or _says_behind(clause, i, language)
        by = before is not None and before.lemma in language.doers and not hosted
        beside = beside or _of_bodies(clause, i, at, language)
        whose = clause.tokens[i].end - clause.tokens[i].start > 2 and _genitive(clause, i)
        if not (beside or by or whose or _whose_talks(clause, i, language)):
            found.append((token.party, token.quote))
    return tuple(found)


def _whose_talks(clause: Clause, at: int, language: Language) -> bool:
    """Whether talks are somebody's, and with others: "meetings of the president with the speaker"."""
    led = place_of_word_before(clause, at, language)
    of = led > 0 and clause.tokens[led].lemma in language.of and not clause.tokens[at].case
    talks = of and language.acts.get(clause.tokens[led - 1].lemma) == Act.TALKS
    return talks and any(t.lemma in language.company for t in clause.tokens[at + 1 :])


def _of_bodies(clause: Clause, at: int, meets: int, language: Language) -> bool:
    """Whether a list of bodies goes on there: "met with companies, including Testa Motors"."""
    party = clause.tokens[at].party
    spoken = next((i for i in range(at, meets, -1) if clause.tokens[i].lemma in language.spoken), -1)
    bodies = any(t.lemma in language.bodies for t in clause.tokens[meets:spoken]) if spoken > 0 else False
    return bodies and party is not None and not party.role


def _says_behind(clause: Clause, at: int, language: Language) -> bool:
    """Whether somebody stands there as who tells it: "he will meet the president, Testa said"."""
    behind = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    return bool(behind and behind.form) and language.acts.get(behind.lemma) == Act.SAY  # type: ignore[union-attr]


def _led_on(clause: Clause, at: int, meets: int, found: Sequence[tuple[Party, Quote]], language: Language) -> bool:
    """Whether nothing between the word of meeting and somebody tells of a matter: "talks on the war and on Testa"."""
    met = {quote for _, quote in found}
    for i in range(at - 1, meets, -1):
        token, behind = clause.tokens[i], clause.tokens[i + 1]
        if token.quote in met or (token.sort == Sort.WORD and token.lemma in language.company | language.between):
            return True
        leads = token.sort == Sort.WORD and token.lemma in (language.aside | language.lead) - language.of
        plain = behind.sort in PLACES | {Sort.DATE, Sort.AREA} or clause.tokens[i - 1].quote in met
        if leads and not plain:
            return False
    of = any(t.lemma in language.of for t in clause.tokens[meets + 1 : meets + 2])  # "a meeting of Testa and Oda"
    return bool(clause.tokens[meets].form) or of


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
    land = _land(clause)
    if not told and land and acting and all(p.country == land for p in acting):
        guests = tuple(p for p, _ in others if _comes(scene, p, land))
        scene.hosts |= {id(p) for p in acting if guests}
        return guests
    if not told and not land and acting and all(id(p) in scene.hosts and p not in scene.place for p in acting):
        return tuple(p for p, _ in others if _comes(scene, p, acting[0].country))
    if told or not scene.home or any(not _seated(scene, p) or p in scene.place for p in acting):
        return told
    there = any(t.spot and t.spot.country == scene.home for i, t in enumerate(clause.tokens) if i in clause.ties)
    return tuple(p for p, _ in others if p.country not in ("", scene.home)) if there else ()


def _comes(scene: Scene, party: Party, land: str) -> bool:
    """Whether somebody is of another country, or stands for several: "the commissioner of the European Union"."""
    if party.country:
        return party.country != land
    return bool(land and {*fold(party.role).split()} & scene.language.unseated)


def _belongs(scene: Scene, party: Party, land: str, acting: tuple[Party, ...]) -> bool:
    """Whether somebody of no stated country is at home in that of the dateline, beside a guest of another one."""
    foreign = any(p.country not in ("", land) for p in acting)
    return land == scene.home and foreign and not party.country and bool(party.role) and _seated(scene, party)


def _seated(scene: Scene, party: Party) -> bool:
    """Whether somebody may be at home in the country of the dateline: not an envoy, nor somebody of the UN."""
    if party.country:
        return party.country == scene.home
    return not {*fold(party.role).split()} & scene.language.unseated


def _land(clause: Clause) -> str:
    """The country of the first place to which the clause leads, as ISO 3166-1 alpha-2; "" for none."""
    at = (clause.tokens[i] for i, tie in clause.ties.items() if tie == Tie.AT)
    return next((t.spot.country for t in at if t.spot and t.spot.country), "")


def _visiting(clause: Clause, at: int, language: Language) -> bool:
    """Whether "the visiting" stands before somebody; where cases tell, before their delegation too."""
    tokens, beginnings = clause.tokens, tuple(language.visiting)
    first = 0 if tokens[at].case else at - 1
    said = next((i for i in range(at - 1, first - 1, -1) if tokens[i].sort == Sort.WORD
                 and tokens[i].text.casefold().startswith(beginnings)), -1)  # fmt: skip
    if said < 0:
        return False
    named = [i for i in range(max(0, said - 2), at) if tokens[i].sort == Sort.PERSON]  # "Тестов, находящийся в Риге"
    return not tokens[at].case or not named or named[0] > said


def _words_for(clause: Clause, party: Party) -> Quote:
    return next((t.quote for t in clause.tokens if t.party is party), party.quotes[-1])


def only_hosts(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells that somebody receives a guest of whom the text does not say who it is."""
    acts = clause.acts(scene.language)
    receives = any(act == Act.HOST and clause.tokens[i].form not in (Form.NONE, Form.PASSIVE) for i, act in acts)
    others = {act for _, act in acts} & {Act.TRAVEL, Act.TRIP}
    return receives and not others and any(t.sort == Sort.PERSON for t in clause.tokens)
