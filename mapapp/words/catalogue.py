"""Catalogues of translations in the format of gettext: ``mapapp/locale/ru.po`` has what the program says in Russian.

They are read as they are kept, once in a process. A language is there as soon as its catalogue is; English needs none,
and reading one is the only place that loads Babel for them.
"""

import gettext
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from mapapp import languages
from mapapp.languages import PSEUDO, translated
from mapapp.message import filled, in_english

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_BEHIND_CONTEXT = "\x04"
_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")


@cache
def catalogue(language: str) -> "Catalogue | Pseudo":
    """The catalogue of a language. Raises KeyError where there is none."""
    if language == PSEUDO:
        return Pseudo()
    if language not in translated():
        raise KeyError(language)
    return Catalogue(language)


@dataclass(frozen=True)
class Catalogue:
    """The translations of one language."""

    language: str

    @cached_property
    def file(self) -> "Catalog":
        """All messages as they stand in the file, with those that are not translated yet."""
        from babel.messages.pofile import read_po

        with (languages.FOLDER / f"{self.language}.po").open("rb") as file:
            return read_po(file, locale=self.language, abort_invalid=True)

    @cached_property
    def _translations(self) -> gettext.GNUTranslations:
        from babel.messages.mofile import write_mo

        compiled = io.BytesIO()
        write_mo(compiled, self.file)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    def said(self, patterns: tuple[str, ...], number: int | None, context: str) -> str:
        """The translated pattern, for so many things where it is about a number; the English one where it has none."""
        if number is None:
            return self._translations.pgettext(context, patterns[0]) if context else self._one(patterns[0])
        return self._translations.ngettext(patterns[0], patterns[-1], number)

    def _one(self, pattern: str) -> str:
        return self._translations.gettext(pattern) if pattern else ""

    def of_scripts(self, files: str | tuple[str, ...]) -> dict[str, dict[str, str]]:
        """What scripts say: by pattern, then by category of number in CLDR.

        ``files`` is what their paths in the project begin with: a folder, or some of them.

        A pattern that is not about a number has its translation under ``other``. One with a context has that before it,
        and the sign between that gettext puts there.
        """
        return dict(self._of_scripts(files))

    def _of_scripts(self, files: str | tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
        for message in self.of_files(files):
            if isinstance(message.id, str):
                if message.string:
                    yield _in_context(message.context, message.id), {"other": str(message.string)}
            else:
                forms = tuple(message.string or ())
                yield message.id[0], {category: forms[i] for category, i in self._categories.items()}

    def of_files(self, files: str | tuple[str, ...]) -> Iterator["Message"]:
        """The messages of such scripts, translated or not."""
        for message in self.file:
            if any(str(file).startswith(files) and str(file).endswith(".js") for file, _ in message.locations):
                yield message

    @cached_property
    def _categories(self) -> dict[str, int]:
        """Which form of the catalogue is that of a category of number."""
        from babel import Locale

        index = gettext.c2py(self.file.plural_expr)
        rule = Locale.parse(self.language).plural_form
        found = {str(rule(n)): int(index(n)) for n in range(200, -1, -1)}
        return {"other": self.file.num_plurals - 1} | found


def _in_context(context: str | None, pattern: str) -> str:
    return f"{context}{_BEHIND_CONTEXT}{pattern}" if context else pattern


class Pseudo:
    """Catalogue of no language: every pattern accented, longer and in brackets."""

    def said(self, patterns: tuple[str, ...], number: int | None, context: str) -> str:  # noqa: ARG002
        """The pattern in brackets."""
        return pseudo(in_english(patterns, number))

    def of_scripts(self, files: str | tuple[str, ...]) -> dict[str, dict[str, str]]:
        """What scripts say, as `Catalogue.of_scripts` has it."""
        found = {}
        for language in translated():
            for message in catalogue(language).of_files(files):
                patterns = (message.id,) if isinstance(message.id, str) else tuple(message.id)
                forms = {"one": pseudo(patterns[0])} if len(patterns) > 1 else {}
                found[_in_context(message.context, patterns[0])] = {**forms, "other": pseudo(patterns[-1])}
        return found

    def of_files(self, files: str | tuple[str, ...]) -> Iterator["Message"]:  # noqa: ARG002
        """None: it has no file."""
        return iter(())


def pseudo(pattern: str) -> str:
    """The pattern accented and longer by a third, its names in braces as they are."""
    names = {name: f"{{{name}}}" for name in (part.partition("}")[0] for part in pattern.split("{")[1:])}
    bare = pattern.translate(_ACCENTED)
    accented = {name.translate(_ACCENTED): text for name, text in names.items()}
    return f"[{filled(bare, accented)}{'·' * max(1, len(pattern) // 3)}]" if pattern.strip() else pattern
