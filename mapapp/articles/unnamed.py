"""Who acts in a clause that names nobody: "she", "the two presidents", whoever acted before, or nobody of the text."""

from mapapp.articles.clause import FINITE, PLACES, TRIPS, Clause
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.records import Party, Quote
from mapapp.articles.statements import Scene
from mapapp.articles.tokens import Sort
from mapapp.folding import fold


def unnamed(  # noqa: PLR0911  # a way out for each way to say it
    scene: Scene, clause: Clause
) -> tuple[tuple[Party, ...], tuple[Quote, ...]]:
    """Who acts in a clause that names nobody: whoever acted before, unless it is about something else."""
    language = scene.language
    pronouns = language.he | language.they | language.groups
    told = any(t.lemma in pronouns for t in clause.words)
    if clause.opener in language.which and not told and not of_person(clause, language):
        return (), ()  # "the school that stands in Riga"
    if scene.person and _other_gender(clause, language):
        return ((scene.person,), ()) if scene.person not in scene.focus else ((), ())
    if (whose := _by_gender(scene, clause)) is not None:
        return whose, ()
    if told and clause.opener in language.behind and (sayer := _sayer(clause, language)):
        return (sayer,), ()
    if not scene.focus and scene.person and any(t.lemma in language.he for t in clause.words):
        return (scene.person,), ()
    if len(scene.focus) == 1 and _nobody(clause, language):
        return (), ()
    return scene.focus, tuple(t.quote for t in clause.words if t.lemma in pronouns)[:1]


def _by_gender(scene: Scene, clause: Clause) -> tuple[Party, ...] | None:
    """Whom "she" means where a man acted before: the last woman of the text, by the names; None where they fit."""
    language = scene.language
    said = [n for n, words in enumerate(language.genders) if any(t.lemma in words for t in clause.words)]
    if len(said) != 1 or len(scene.focus) != 1 or language.gender(scene.focus[0].name) in (said[0], -1):
        return None
    return tuple(p for p in reversed(scene.history) if language.gender(p.name) == said[0])[:1] or None


def _sayer(clause: Clause, language: Language) -> Party | None:
    """Who says something in the clause before, which does nothing else: "Testa said after his talks in Riga"."""
    before = clause.before
    if before is None or {act for _, act in before.acts(language)} != {Act.SAY}:
        return None
    named = [t.party for t in before.tokens if t.sort == Sort.PERSON and t.party]
    return named[0] if len(named) == 1 else None


def _other_gender(clause: Clause, language: Language) -> bool:
    """Whether "he" stands here and "she" stood before in the sentence, or the other way: that is somebody else."""
    here = [g for g in language.genders if any(t.lemma in g for t in clause.words)]
    before, last = set[str](), clause.before
    while last:
        before |= {t.lemma for t in last.words}
        last = last.before
    return len(here) == 1 and any(g & before for g in language.genders if g is not here[0]) and not here[0] & before


def both(scene: Scene, clause: Clause) -> tuple[tuple[Party, ...], tuple[Quote, ...]] | None:
    """Whom "the two presidents" means: the last two who hold such an office; nobody where two are not known."""
    verb = _first_verb(clause, language := scene.language)
    if not {act for _, act in clause.acts(language)} & (TRIPS | {Act.ACT}):
        return None
    for token in clause.tokens[:verb]:
        office = language.pairs.get(token.text.casefold())
        if office is None or token.sort != Sort.WORD:
            continue
        held = [p for p in reversed(scene.history) if p.name and fold(office) in fold(p.role)]
        found = tuple(dict.fromkeys(held))[:2]
        return (found, (token.quote,)) if len(found) > 1 else (scene.group, (token.quote,) * bool(scene.group))
    return None


def _first_verb(clause: Clause, language: Language) -> int:
    """The number of the first word that tells a time; 0 where none does."""
    words = ((i, t) for i, t in enumerate(clause.tokens) if t.sort == Sort.WORD)
    return next((i for i, t in words if t.form in FINITE or t.lemma in language.future), 0)


def _nobody(clause: Clause, language: Language) -> bool:
    """Whether the verb is of several, none of whom the clause names: "собирались провести в Риге"."""
    verbs = [t for t in clause.words if t.form in FINITE]
    if not verbs or any(t.sort == Sort.PERSON for t in clause.tokens):
        return False
    things = (Act.TAKE_PLACE, Act.TALKS)
    told = any(language.acts.get(t.lemma) in things or t.lemma in language.they | language.groups for t in clause.words)
    return not told and language.is_several(verbs[0])


def of_person(clause: Clause, language: Language) -> bool:
    """Whether "who" may stand behind somebody of the text: not "the cows, who", "гражданина Мексики, который"."""
    before = [t for t in (clause.before.tokens if clause.before else ()) if t.text != ","]
    while before and before[-1].sort in (Sort.COUNTRY, Sort.PLACE, Sort.DATE, Sort.PEOPLE):
        before.pop()
    if not before or before[-1].sort != Sort.WORD:
        return True
    word = before[-1].lemma
    human = word in language.generic | language.groups | language.heads | language.chiefs
    tells = word in language.acts or before[-1].form or not word.isalpha() or before[-1].capital
    return bool(human or tells)


def of_other_group(clause: Clause, language: Language) -> bool:
    """Whether a delegation from elsewhere acts, none of whom is named: "a delegation from Riga visited Oslo"."""
    ahead = clause.tokens[: _first_verb(clause, language)]
    group = next((i for i, t in enumerate(ahead) if t.lemma in language.groups), len(ahead))
    if group == len(ahead) and not language.latin:  # "в Ригу приедет хор из Варны"
        ahead = clause.tokens[: len(ahead) + 4]
        group = next((i for i, t in enumerate(ahead) if t.lemma in language.groups), len(ahead))
    behind = clause.tokens[group + 1 : group + 3]
    led = len(behind) > 1 and behind[0].lemma in language.away and behind[1].sort in PLACES
    named = next((t for t in ahead[group + 1 :] if t.lemma not in language.of | {"the"}), None)
    led = led or (named is not None and named.sort == Sort.WORD and named.capital)  # "делегация Сербской церкви"
    return led and not any(t.sort == Sort.PERSON or t.lemma in language.he for t in ahead)
