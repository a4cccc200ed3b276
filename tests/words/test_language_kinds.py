"""The catalogues as an editor would read them: signs, quotation marks, names and letters that go wrong by kinds."""

import re
from collections.abc import Iterator

import pytest

from mapapp.languages import offered, translated
from mapapp.words.catalogue import Catalogue, catalogue

WHOLE = [code for code in offered() if code != "en"]
# Marks of quotation that a language does not use.
FOREIGN_MARKS = {"ru": "“”„‚‘’", "kk": "“”„‚‘’", "de": "”«»’", "fr": "“”„‚‘", "ar": "“”„‚‘’"}
LITERAL = re.compile(
    r"https?://[\w.:/|@-]*\w"  # an address
    r"|(?<!\w)--[a-z]+"  # an option
    r"|\b[\w-]+\.(?:csv|toml|md|txt)\b"
    r"|\b[A-Z]+_[A-Z_]+\b"  # a setting
    r"|\b[a-z]+_[a-z]+\b"  # a column
)
CASES_OF_KAZAKH = (
    "да|де|та|те|дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|ның|нің|дың|дің|тың|тің|мен|бен|пен"
)
GLUED = re.compile(
    rf"}}[»“”’]?(?:[^\W\d_]|[-‑](?:{CASES_OF_KAZAKH}|[а-яё]{{1,2}})\b"
    r"| (?:мен|бен|пен) (?=[«„]?{))"  # an "and" that sounds as the name before it ends
)
# The word that stands for a concept, wherever the English pattern has it; one language, one word.
TERMS = {
    r"\bdrafts?\b": {"ru": "чернов", "kk": "жоба нұсқа", "de": "entwurf", "fr": "brouillon"},
    r"(?<!no )\bstops?\b": {"ru": "останов", "kk": "аялдама", "de": "station", "fr": "étape"},
    r"\bcorridors?\b": {"ru": "коридор", "kk": "дәліз", "de": "korridor", "fr": "corridor"},
    r"\bsources?\b": {"ru": "источник", "kk": "дереккөз", "de": "quelle", "fr": "source"},
    r"\bevents?\b": {"ru": "событи", "kk": "іс-шара", "de": "ereignis", "fr": "événement"},
    r"\bnodes?\b": {"ru": "уз(?:е|л)", "kk": "торап|торабы", "de": "knoten", "fr": "nœud"},
    r"\bsections?\b": {"ru": "участ", "kk": "учаске", "de": "abschnitt", "fr": "tronçon"},
    r"\bvisits?\b": {"ru": "визит", "kk": "визит|сапар", "de": "besuch|{kind}", "fr": "visite|{kind}"},
    r"\btours?\b": {"ru": "поездк|поездок", "kk": "сапар", "de": "reise", "fr": "voyage"},
    r"\blibrary\b": {"ru": "библиотек", "kk": "кітапхана", "de": "bibliothek", "fr": "bibliothèque"},
    r"\bgazetteers?\b": {"ru": "справочник", "kk": "анықтамалық", "de": "ortsverzeichnis", "fr": "toponymique"},
    r"\btravellers?\b": {"ru": "участник|пут", "kk": "сапарға шығушы", "de": "reisende", "fr": "voyageur"},
    r"\bon record\b": {"ru": "источник|подтвержд", "kk": "дереккөз|расталма", "de": "belegt", "fr": "attesté"},
    r"\bin doubt\b": {"ru": "сомнени|неточ", "kk": "күмән", "de": "unsicher", "fr": "incertain|doute"},
    r"\bproblems?\b": {"ru": "недоч", "kk": "кемшілік", "de": "m[aä]ngel", "fr": "problème"},
    r"\btrash\b": {"ru": "корзин", "kk": "себет", "de": "papierkorb", "fr": "corbeille"},
    r"\bcells?\b": {"ru": "ячее?[йк]", "kk": "ұяшық|ұяшығы", "de": "zelle", "fr": "cellule"},
    r"(?<!-)\bcolumns?\b": {"ru": "столб", "kk": "баған", "de": "spalte", "fr": "colonne"},
    r"\bleg\b|\blegs\b": {"ru": "переезд|этап", "kk": "бөлі[кг]", "de": "etappe", "fr": "trajet|segment"},
    r"\bgauges?\b": {"ru": "коле", "kk": "табан ені", "de": "spur", "fr": "écartement"},
    r"\btranshipments?\b": {"ru": "перевал", "kk": "ауыстырып тиеу", "de": "umladung", "fr": "transbordement"},
    r"\bscenes?\b": {"ru": "сцен", "kk": "көрініс", "de": "szene", "fr": "scène"},
    r"\bstory\b": {"ru": "рассказ", "kk": "баян", "de": "erzählung", "fr": "récit"},
    r"\bpublisher\b": {"ru": "издател", "kk": "жариялаушы", "de": "herausgeber", "fr": "éditeur"},
    r"\bby road\b|\broad\b": {"ru": "автодорог|автомоб", "kk": "автожол", "de": "straße", "fr": "route"},
    r"\bby ship\b": {"ru": "морем|судн", "kk": "кемемен", "de": "per schiff", "fr": "par navire"},
    r"\bthe id\b|\bids?\b": {"ru": "идентификатор|id", "kk": "идентификатор|id", "de": "kennung", "fr": "identifiant"},
}
SHORTER = {  # in legends and labels, which have no room for the word, and are clear without it
    "Way travelled, mode not on record",
    "Way to travel, mode not on record",
    "Way travelled or still to travel, mode not on record",
    "Summit, not a stop of a traveller",
    "Named by a source, not as the place of the event",
    "Only events surely within these days",
    "Only events surely within the days chosen",
    "What is on record here is written {language}.",
    "{said} (at line {line}, column {column})",  # of letters, not of a table
}
NO_WORDS = re.compile(r"\w+\.(?:csv|toml|md|txt)|{\w+}|'[^'{}]*'|https?://\S*|\S*build-gazetteer|python -m .*|visit:")


def _messages(language: str) -> Iterator[tuple[str, str]]:
    """Every English pattern of a catalogue with each form of its translation."""
    own = catalogue(language)
    assert isinstance(own, Catalogue)
    for message in own.file:
        if message.id:
            english = message.id if isinstance(message.id, str) else message.id[-1]
            forms = (message.string,) if isinstance(message.string, str) else message.string or ()
            yield from ((english, form) for form in forms if form)


@pytest.mark.parametrize("language", translated())
def test_addresses_options_and_names_of_files_stay_as_they_are(language: str) -> None:
    changed = [
        form for english, form in _messages(language) if set(LITERAL.findall(english)) - set(LITERAL.findall(form))
    ]
    assert changed == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_ending_is_glued_to_a_name(language: str) -> None:
    """A name stands as it is: its case, and in Kazakh the vowels of an ending, would depend on what it is."""
    decades = "{year}-е"  # of numbers that all end in a nought
    assert [form for _, form in _messages(language) if GLUED.search(form) and form != decades] == []


@pytest.mark.parametrize("language", translated())
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    """Straight ones stand for what is typed so: a line of a file, which the English pattern has, too."""
    wrong = []
    for english, form in _messages(language):
        typed = re.findall(r"'[^'{}]*'|\"[^\"{}]*\"", english)
        rest = form
        for each in typed:
            rest = rest.replace(each, "")
        if re.search(r"['\"]", rest) or any(mark in form for mark in FOREIGN_MARKS[language]):
            wrong.append(form)
    assert wrong == []


@pytest.mark.parametrize("language", translated())
def test_sentences_begin_and_end_as_in_english(language: str) -> None:
    """With the same spaces and the same sign, which in Arabic has another form."""
    signs = str.maketrans({"؟": "?", "؛": ";", "،": ","})
    wrong = []
    for english, form in _messages(language):
        own = form.translate(signs).replace("\u00a0", " ").removesuffix(" дн.")
        ends = [text[-1] if text[-1] in ".:?" else "" for text in (english, own)]
        spaces = [(len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))) for text in (english, own)]
        if ends[0] != ends[1] or spaces[0] != spaces[1]:
            wrong.append(form)
    assert wrong == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_word_mixes_letters_of_two_scripts(language: str) -> None:
    """A Latin a or i within a Cyrillic word looks right and is found by no search."""
    mixed = re.compile(r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]")
    assert [form for _, form in _messages(language) if mixed.search(form)] == []


def test_kazakh_has_its_own_letters_and_none_of_another_language() -> None:
    strange = re.compile(r"[ёђѓєѕїјљњћќўџґғ̆ҳҷӣӯ]".replace("ғ̆", ""), re.IGNORECASE)
    assert [form for _, form in _messages("kk") if strange.search(form)] == []


def test_french_signs_are_not_torn_from_their_words() -> None:
    torn = re.compile(r"[^\s\u00a0:/][;?!»](?=\s|$)| [;:?!»]|«[^\u00a0]|[^\s\u00a0\w}):\]]:(?=\s|$)")
    code = re.compile(r"visit: |tcp:|https?:")
    assert [form for _, form in _messages("fr") if torn.search(code.sub("", form))] == []


def test_a_russian_form_for_one_tells_the_number() -> None:
    """It stands for 21 and 101, too."""
    own = catalogue("ru")
    assert isinstance(own, Catalogue)
    several = [message for message in own.file if message.id and not isinstance(message.id, str)]
    silent = [m.id for m in several if "{n}" in m.id[-1] and not all("{n}" in form for form in m.string or ())]
    assert silent == []


@pytest.mark.parametrize("language", translated())
def test_lines_are_plain(language: str) -> None:
    """No two spaces within a text, no hyphen for a dash, no dots for an ellipsis that English has not."""
    wrong = [
        form
        for english, form in _messages(language)
        if ("  " not in english.strip() and "  " in form.strip())
        or (" - " in form and " - " not in english)
        or ("..." in form and "..." not in english)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", WHOLE)
def test_a_concept_has_one_word(language: str) -> None:
    """Who has learned that a stop is an étape meets no arrêt."""
    strayed = [
        (english, form)
        for english, form in _messages(language)
        for term, words in TERMS.items()
        if english not in SHORTER
        if re.search(term, NO_WORDS.sub("", english), re.IGNORECASE) and not re.search(words[language], form, re.I)
    ]
    assert strayed == []
