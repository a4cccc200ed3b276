"""The mark of a text that a reader gets in the language of its author, because it is missing in his own.

Pages and files show it beside the text, so that languages are never mixed in silence. Where an author's texts are all
in one other language, one sentence says so, and no text is marked for itself.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from mapapp.message import in_context, lacks, language_of, others_of, tr
from mapapp.tour import Tour
from mapapp.words.forms import Untold
from mapapp.words.language import Words
from mapapp.words.place_names import in_script
from mapapp.words.untranslated import Lack, texts

TONGUES = {
    "en": in_context("language of a text", "in English"),
    "ru": in_context("language of a text", "in Russian"),
    "kk": in_context("language of a text", "in Kazakh"),
    "uz": in_context("language of a text", "in Uzbek"),
    "ky": in_context("language of a text", "in Kyrgyz"),
    "tg": in_context("language of a text", "in Tajik"),
    "tk": in_context("language of a text", "in Turkmen"),
    "de": in_context("language of a text", "in German"),
    "fr": in_context("language of a text", "in French"),
    "ar": in_context("language of a text", "in Arabic"),
    "fa": in_context("language of a text", "in Persian"),
}


def tongue(code: str) -> str:
    """In which language a text is, in words; the code itself for one that nobody here knows."""
    return TONGUES.get(code, code)


def untold(found: Iterable[str], own: str, words: Words) -> list[Untold]:
    """Those of an author's texts that are missing in the language of the words, by what they are in.

    ``own`` is his language; the second tour of a comparison may have another.
    """
    lacking: dict[str, list[str]] = {}
    for text in dict.fromkeys(text for text in found if lacks(text, words.language)):
        lacking.setdefault(language_of(text, own), []).append(text)
    lacking.pop(words.language, None)
    return [{"language": code, "mark": words.say(tongue(code)), "texts": texts} for code, texts in lacking.items()]


def untold_of_tour(tour: Tour, words: Words) -> list[Untold]:
    """Those of a tour's texts, without what is as good in any language.

    That are names of people in letters that the reader knows, and pages and paragraphs, which stand beside the titles
    of sources and are as these are.
    """
    if whole := all_in(tour, words.language):
        return [{"language": tour.language, "mark": "", "texts": [], "sentence": words.say(whole)}]
    told = [text for lack, text in texts(tour) if not _same(lack, text, words.language)]
    return untold(told, tour.language, words)


def _same(lack: Lack, text: str, language: str) -> bool:
    return lack.column == "locator" or (lack.column == "name" and in_script(text, language))


def untold_names(tour: Tour, words: Words) -> list[Untold]:
    """Those of the names of its travellers."""
    names = [tour.person[id_].name for id_ in tour.travellers]
    told = all_in(tour, words.language) or all(in_script(name, words.language) for name in names)
    return [] if told else untold(names, tour.language, words)


@lru_cache(maxsize=32)
def all_in(tour: Tour, language: str) -> str:
    """That nothing of what a tour says of itself and its events is in a language; "" where something is."""
    said = [tour.title, tour.summary, *(text for event in tour.events for text in (event.title, event.summary))]
    owns = {language_of(text, tour.language) for text in said}
    if language in owns or len(owns) > 1 or any(language in others_of(text) for text in said):
        return ""
    return tr("What this tour says is written {language}.", language=tongue(tour.language))


def marked(text: str, own: str, language: str) -> str:
    """The text, behind it in which language it is where it is missing in this one: ``Talks (in English)``."""
    own = language_of(text, own)
    if own == language or not lacks(text, language):
        return text
    return tr("{text} ({language})", text=text, language=tongue(own))


def markup(text: str, own: str, words: Words) -> str:
    """The text as HTML, said in the words; where it is missing there, in its own language, with the mark."""
    own = language_of(text, own)
    if own == words.language or not lacks(text, words.language):
        return escape(words.say(text))
    return markup_of(text, {"language": own, "mark": words.say(tongue(own)), "texts": []})


def markup_of(text: str, untold: Untold) -> str:
    """A text in another language as HTML, with its mark where it has one."""
    mark = f' <small class="tongue">{escape(untold["mark"])}</small>' if untold["mark"] else ""
    return f'<span lang="{escape(untold["language"])}" dir="auto">{escape(text)}</span>{mark}'


def markup_in(tour: Tour, text: str, words: Words) -> str:
    """A text of a tour as HTML; without its mark where one sentence says it of the whole tour (`all_in`)."""
    if not all_in(tour, words.language):
        return markup(text, tour.language, words)
    return markup_of(text, {"language": tour.language, "mark": "", "texts": []})


def summary(tour: Tour, words: Words) -> str:
    """The summary of a tour as HTML, and the sentence that nothing of the tour is in the language of the words."""
    said = markup_in(tour, tour.summary, words) if tour.summary else ""
    return " ".join(filter(None, (said, escape(words.say(all_in(tour, words.language))))))


def markups(found: Iterable[str], own: str, words: Words) -> str:
    """Texts that are not empty beside each other, each as `markup` has it."""
    return " ".join(markup(text, own, words) for text in found if text)
