"""Lemmas and cases of Russian words, by pymorphy3."""

from collections.abc import Container
from functools import lru_cache
from typing import Any

from mapapp.articles.tokens import Form
from mapapp.errors import ArticleError

MISSING = (
    "Reading Russian needs natasha and pymorphy3, which are not installed. "
    "Run pip install -r requirements-russian.txt, then try again."
)
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Morphology:
    """Asks the dictionary, which is loaded once. Raises ArticleError where pymorphy3 is not installed."""

    def __init__(self) -> None:
        try:
            from pymorphy3 import MorphAnalyzer
        except ImportError:
            raise ArticleError(MISSING) from None
        self._analyzer = MorphAnalyzer()
        self.parses = lru_cache(16_384)(self._parses)

    def _parses(self, word: str) -> list[Any]:
        return list(self._analyzer.parse(word))

    def lemma(self, word: str, known: Container[str] = ()) -> tuple[str, Form]:
        """The dictionary's form of a word, and what the form of a verb tells about time.

        Of several the likeliest, unless another one is a verb among those ``known``: "прибыли" is rarely "profits".
        """
        if not word[0].isalpha():
            return word, Form.NONE
        parses = self.parses(word.casefold())
        verb = next((p for p in parses if p.normal_form in known and _form(str(p.tag))), parses[0])
        parse = parses[0] if parses[0].normal_form in known else verb
        if str(parse.tag).startswith("PRTF") and "pssv" in parse.tag:  # "запланированный" tells no time of its own
            participle = parse.inflect({"nomn", "sing", "masc"})
            return str(participle.word if participle else parse.normal_form), Form.NONE
        return str(parse.normal_form), _form(str(parse.tag))

    def cases(self, word: str, *, single: bool = False) -> set[str]:
        """The cases that the word, or its singular, may stand in, as names of OpenCorpora: "nomn", "gent" ..."""
        return {case for p in self.parses(word) for case in _CASES if case in p.tag and (not single or "sing" in p.tag)}

    def is_adjective(self, word: str) -> bool:
        """Whether it may be one."""
        return any("ADJF" in p.tag or "PRTF" in p.tag for p in self.parses(word))

    def is_single(self, word: str) -> bool:
        """Whether it may be a singular."""
        return any("sing" in p.tag for p in self.parses(word))

    def is_subject(self, word: str) -> bool:
        """Whether it may be a singular in the nominative: "глава", not "главы"."""
        return any("sing" in p.tag and "nomn" in p.tag for p in self.parses(word))

    def spellings(self, word: str) -> list[str]:
        """The word and the forms by which a list may name it, each with a capital where the word has one."""
        parses = self.parses(word)
        forms = [word, *(str(p.normal_form) for p in parses)]
        forms += [str(f.word) for p in parses if "ADJF" in p.tag and (f := p.inflect({"nomn"}))]
        for ending, stems in _ENDINGS:
            if word.endswith(ending):
                forms += [word[: -len(ending)] + stem for stem in stems]
        return list(dict.fromkeys(_capital(form) if word[:1].isupper() else form for form in forms))

    def name(self, words: list[str], cases: Container[str] = ()) -> tuple[str, str]:
        """A person's name in the nominative, and its case: that in which most of its words may stand together.

        ``cases`` are those of the office before it, to which the name must keep where one of its words can.
        """
        best, fitting = ("nomn", "masc"), -1
        for case in _CASES:
            for gender in ("masc", "femn"):
                count = sum(self._fits(word, case, gender) for word in words)
                count += _HELD * (case in cases and count > 0)
                if count > fitting:
                    best, fitting = (case, gender), count
        return " ".join(self._nominative(word, *best) for word in words), best[0]

    def _fits(self, word: str, case: str, gender: str) -> int:
        found = [p for p in self.parses(word) if case in p.tag and "sing" in p.tag and _of_gender(str(p.tag), gender)]
        return 2 if any("Name" in p.tag or "Surn" in p.tag for p in found) else 1 if found else 0

    def _nominative(self, word: str, case: str, gender: str) -> str:
        found = [p for p in self.parses(word) if case in p.tag and "sing" in p.tag and _of_gender(str(p.tag), gender)]
        found.sort(key=lambda p: not ("Surn" in p.tag or "Name" in p.tag))
        for parse in found:
            form = parse.inflect({"nomn", "sing"})
            if form:
                return _capital(str(form.word))
        if case == "ablt" and not found and len(word) > _LONG_NAME:
            return next((word.removesuffix(end) + stem for end, stem in _WITH[gender] if word.endswith(end)), word)
        return word


_LONG_NAME = 4  # letters; shorter ones are whole names
_WITH = {"masc": (("ом", ""), ("ем", "й")), "femn": (("ой", "а"), ("ей", "я"))}  # "с Ваагном", whom no dictionary has
_HELD = 100  # what the office before a name says of its case counts more than the forms of the name
_ENDINGS = (
    ("у", ("а", "")), ("ю", ("я", "ь")), ("е", ("", "а", "я", "ь")), ("и", ("ь", "я", "а", "й")),
    ("ы", ("а", "")), ("а", ("",)),
    ("ой", ("а",)), ("ом", ("", "о")), ("ем", ("ь", "е")), ("ии", ("ия",)), ("ию", ("ия",)), ("ией", ("ия",)),
)  # fmt: skip


def _of_gender(tag: str, gender: str) -> bool:
    other = "femn" if gender == "masc" else "masc"
    return other not in tag.split("=", maxsplit=1)[0].replace(" ", ",").split(",")


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _form(tag: str) -> Form:
    if tag.startswith("PRTS"):
        return Form.PASSIVE
    if tag.startswith("INFN"):
        return Form.BASE
    if not tag.startswith("VERB"):
        return Form.NONE
    return Form.PAST if "past" in tag else Form.FUTURE if "futr" in tag else Form.PRESENT
