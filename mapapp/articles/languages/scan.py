"""One paragraph while names are looked for in it: what every way to find them needs."""

import re
from dataclasses import dataclass, replace

from mapapp.articles.languages.language import Paragraph
from mapapp.articles.records import Party, Spot
from mapapp.articles.tokens import Sort, Token
from mapapp.geocoding.texts.mentions import without_genitive

_ARABIC = frozenset("al el an ar as ash at ad".split())


def with_article(word: str) -> bool:
    """Whether it is a name with the Arabic article: al-Testi."""
    article, mark, name = word.partition("-")
    return bool(mark) and article in _ARABIC and name[:1].isupper()


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, and the number of the last word of it."""

    last: int
    token: Token


class Scan:
    """The words of a paragraph and the dates among them, with the people known so far and the gazetteer."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.words, self.cast, self.geography = paragraph.words, paragraph.cast, paragraph.geography
        self._article = paragraph.article
        self._free = _free(paragraph)

    def free(self, at: int) -> bool:
        """Whether there is such a word, and it is part of no date."""
        return 0 <= at < len(self.words) and self._free[at]

    def low(self, at: int) -> str:
        """The word in small letters, without a genitive's ending; "" where there is none."""
        if not self.free(at):
            return ""
        word = self.words[at]
        return word.lemma if " " in word.text else without_genitive(word.text).casefold().rstrip(".")

    def capital(self, at: int) -> bool:
        """Whether there is a word with a capital letter."""
        return self.free(at) and self.words[at].capital

    def text(self, first: int, last: int) -> str:
        """The words from one to another, as they stand but for the width of blanks."""
        text = ""
        for i in range(first, last + 1):
            gap = " " if i > first and self.words[i].start > self.words[i - 1].end else ""
            text += gap + self.words[i].text
        return text

    def country_at(self, at: int) -> tuple[int, str]:
        """How many words from here name a country, and its code; 1 and "" where they name none."""
        for size in (4, 3, 2, 1):
            inside = self.words[at : at + size]
            if len(inside) == size and inside[0].capital and all(w.text[0].isalpha() for w in inside):
                code = self.geography.country(self.text(at, at + size - 1))
                if code:
                    return size, code
        return 1, ""

    def repeated(self, word: str) -> bool:
        """Whether the article writes a word with a capital within sentences, more than once, and never small."""
        within = re.search(rf"[a-z,] {word}\b", self._article)
        return (
            bool(within)
            and len(re.findall(rf"\b{word}\b", self._article)) > 1
            and not re.search(rf"\b{word.casefold()}\b", self._article)
        )

    def found(self, first: int, last: int, lemma: str, sort: Sort, spot: Spot | None = None) -> Found:
        """The words from one to another as a mention."""
        start, end = self.words[first].start, self.words[last].end
        return Found(last, Token(start, end, self.text(first, last), lemma, sort=sort, spot=spot))

    def person(self, first: int, last: int, party: Party, case: str = "") -> Found:
        """The words from one to another as somebody known."""
        whose = self.words[last].text.endswith(("’s", "'s", "s’", "s'"))
        found = self.found(first, last, "<name’s>" if whose else "<name>", Sort.PERSON, Spot(country=party.country))
        return Found(last, replace(found.token, text=party.name, party=party, case=case))


def _free(paragraph: Paragraph) -> list[bool]:
    """Which of the words are part of no date; both stand in the order of the text."""
    found, at = [], 0
    dates = sorted(paragraph.dates, key=lambda d: d.start)
    for word in paragraph.words:
        while at < len(dates) and dates[at].end <= word.start:
            at += 1
        found.append(at == len(dates) or dates[at].start >= word.end)
    return found
