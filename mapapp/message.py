"""What the program says, before it is said in a language: a text in English that remembers what it was made of.

::

    tr("No tour here has the id “{id}”.", id=id_)
    plural(count, "{n} visit", "{n} visits")
    listed(names, "or")

Each gives a `Message`, which is a ``str`` and reads in English. Whatever shows it to people asks the words of their
language for it (`mapapp.words.language.Words.say`). The language goes no other way, so that what is read, checked or
raised once can be said to readers of several languages. A message that is joined, cut or formatted into another text is
a plain ``str`` from then on, and stays English: sentences are whole, and what they name stands in their values.

Patterns are found by ``scripts/extract-words``, which wants them as literals.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Self

MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


class Message(str):
    """A text of the program. Two messages are equal where their English is.

    ``patterns`` are what catalogues translate: one, or the one for a single thing and the one for several, of which
    ``number`` chooses. ``values`` stand at the names in braces; ``context`` tells equal English words apart ("").
    A value that is a message, a text of a tour, a date or a number is said in the same language as the whole.
    """

    __slots__ = ("context", "number", "patterns", "values")  # a long table has many, one for each reason of a place
    patterns: tuple[str, ...]
    number: int | None
    values: dict[str, object]
    context: str

    def __str__(self) -> str:
        return self  # so that the text of an error, str(error), is still the message that it was raised with

    @classmethod
    def made(
        cls, patterns: tuple[str, ...], values: dict[str, object], number: int | None = None, context: str = ""
    ) -> Self:
        """The message with its English text."""
        pattern = in_english(patterns, number)
        said = {name: value if isinstance(value, str) else english(value) for name, value in values.items()}
        message = cls(filled(pattern, said))
        message.patterns, message.values, message.number, message.context = patterns, values, number, context
        return message


class Series(Message):
    """Texts beside each other: between commas, with "and" or "or" before the last one, or with a sign between them.

    ``style`` is ``", "``, ``"and"``, ``"or"``, or the sign.
    """

    __slots__ = ("parts", "style")
    parts: tuple[object, ...]
    style: str

    @classmethod
    def of(cls, parts: Iterable[object], style: str) -> Self:
        """The series with its English text; parts that are empty are left out."""
        kept = tuple(part for part in parts if part)
        series = cls(joined([english(part) for part in kept], style))
        series.parts, series.style = kept, style
        return series


class Sentence(Message):
    """A message that stands by itself: it begins with a capital and ends with a full stop, in every language."""

    __slots__ = ("part",)
    part: str

    @classmethod
    def of(cls, part: str) -> Self:
        """The sentence with its English text."""
        sentence = cls(as_sentence(part))
        sentence.part = part
        return sentence


class CountryName(str):
    """The name of a country as English has it, which knows the ``code`` that names it in every language."""

    __slots__ = ("code",)
    code: str

    @classmethod
    def of(cls, code: str, english_name: str) -> Self:
        """The name; an empty one for an empty code."""
        name = cls(english_name)
        name.code = code
        return name

    def __str__(self) -> str:
        return self


class Text(str):
    """A text of a tour in the tour's own language, which knows what it is in ``others``, by their codes.

    ``language`` is that of its own words where they stand in a tour of another language, else "". Two texts are equal
    where their own words are.
    """

    __slots__ = ("language", "others")
    others: Mapping[str, str]
    language: str

    def __str__(self) -> str:
        return self

    @classmethod
    def of(cls, own: str, others: Mapping[str, str]) -> str:
        """The text; a plain one where no other language is known."""
        if not others:
            return own
        text = cls(own)
        text.others, text.language = others, ""
        return text


class PlaceName(Text):
    """The name of a place as the tour has it. ``id`` is that of the place: lists know it in other languages.

    ``gazetteer`` is what the gazetteer calls it, ``country`` the code of a place that is a country itself.
    """

    __slots__ = ("country", "gazetteer", "id")
    id: str
    gazetteer: str
    country: str

    @classmethod
    def at(cls, id_: str, own: str, others: Mapping[str, str], gazetteer: str = "", country: str = "") -> Self:
        """The name of a place; ``others`` is what the tour itself calls it in other languages."""
        name = cls(own)
        name.others, name.language = others, ""
        name.id, name.gazetteer, name.country = id_, gazetteer or own, country
        return name


class Lettered(Message):
    """The name of a place, with a word about its letters for whoever reads others."""

    name: PlaceName

    @classmethod
    def of(cls, name: PlaceName) -> Self:
        """The name with its English text, which is the name alone."""
        lettered = cls(name)
        lettered.name = name
        return lettered


def others_of(text: str) -> Mapping[str, str]:
    """What a text of a tour is in other languages, by their codes; nothing for one that knows none."""
    return text.others if isinstance(text, Text) else {}


def spoken(text: str, language: str) -> str:
    """The text in a language that is not that of the tour around it; it goes on knowing what it is in others."""
    if not lacks(text, language) or isinstance(text, PlaceName):
        return text
    said = Text(text)
    said.others, said.language = {language: text, **others_of(text)}, language
    return said


def language_of(text: str, own: str) -> str:
    """The language of an author's own words; ``own`` is that of the tour."""
    return (text.language if isinstance(text, Text) else "") or own


def lacks(text: str, language: str) -> bool:
    """Whether an author's text has to be read in another language than this one, for want of a translation.

    Texts of the program are said in every language, and what has no letters is the same in all.
    """
    own = not isinstance(text, Message | CountryName) and any(map(str.isalpha, text))
    return own and language not in others_of(text)


def tr(pattern: str, /, **values: object) -> Message:
    """The message of a pattern, whose names in braces are filled with the values.

    Whole numbers and fractions are counts and written with their thousands apart; what is no count (a line, a year) is
    given as text.
    """
    return Message.made((pattern,), values)


def pattern(text: str) -> str:
    """The text as it is: marks a pattern that stands in a table, and is filled by `tr` later."""
    return text


def plural(number: int, one: str, several: str, /, **values: object) -> Message:
    """The message about so many things; ``{n}`` in the patterns is the number."""
    return Message.made((one, several), {"n": number, **values}, number)


def in_context(context: str, pattern: str, /, **values: object) -> Message:
    """The message of a pattern whose English is ambiguous: the context tells translators what is meant."""
    return Message.made((pattern,), values, context=context)


def listed(parts: Iterable[object], last: str = "and") -> Message:
    """The parts between commas, with "and" or "or" before the last one."""
    return Series.of(parts, last)


def series(parts: Iterable[object], sign: str = ", ") -> Message:
    """The parts that are not empty, beside each other with a sign between them."""
    return Series.of(parts, sign)


def as_sentence(text: str) -> str:
    """A text that begins with a capital and ends with a full stop."""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def joined(texts: Sequence[str], style: str) -> str:
    """English texts beside each other, in a style of `Series`."""
    if style in ("and", "or"):
        return f" {style} ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))
    return style.join(texts)


def in_english(patterns: tuple[str, ...], number: int | None) -> str:
    """The pattern that English takes, for so many things where it is about a number."""
    return patterns[0] if number in (None, 1) else patterns[-1]


def filled(pattern: str, values: dict[str, str]) -> str:
    """The pattern with values at its names in braces; a value is never read as a pattern.

    A value that ends with a full stop (a Russian date does) ends a sentence with that one.
    """
    first, rest = _parts(pattern)
    said = [first]
    for name, after, ends in rest:
        value = values[name]
        said += value, after[1:] if ends and value.endswith(".") else after
    return "".join(said)


@lru_cache(maxsize=4096)
def _parts(pattern: str) -> tuple[str, tuple[tuple[str, str, bool], ...]]:
    """What stands before the first name in braces; each name, what stands behind it, and whether a full stop does."""
    first, *rest = pattern.split("{")
    named = [(name, after) for name, _, after in (part.partition("}") for part in rest)]
    return first, tuple((name, after, after == "." or after.startswith(". ")) for name, after in named)


def english(value: object) -> str:
    """A value as it stands in an English sentence."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise TypeError("a truth value has no words")
    if isinstance(value, int | float):
        return english_number(value)
    if isinstance(value, dt.date):
        return f"{value.day} {MONTHS[value.month]} {value.year}"
    describe = getattr(value, "describe", None)  # a When or Moment
    return str(describe() if describe else value)


def english_number(value: float) -> str:
    """A number with its thousands apart, with three decimals at most: ``12,500``, ``0.25``."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3f}".rstrip("0").rstrip(".")
