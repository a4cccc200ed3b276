"""Readings of short texts of our own, for the tests."""

from mapapp.articles.languages import language_of
from mapapp.articles.reading import read
from mapapp.articles.records import Article, Reading
from mapapp.tour import Person
from mapapp.when import When

THURSDAY = "2025-05-15"


def reading(
    text: str, published: str | None = THURSDAY, language: str = "en", people: tuple[Person, ...] = (), title: str = ""
) -> Reading:
    """What is read from a text with one paragraph a line."""
    when = When.parse(published) if published else None
    return read(Article(text, title, published=when, language=language), language_of(language), people)


def stops(text: str, published: str | None = THURSDAY, language: str = "en") -> list[tuple[str, str, str, str]]:
    """Last name, place (or the code of the country alone), date and status of each stop."""
    return [
        (s.traveller.label.split()[-1], s.spot.place.title if s.spot.place else s.spot.toponym or s.spot.country,
         str(s.when or ""), s.status.value)
        for s in reading(text, published, language).stops
    ]  # fmt: skip


def refused(text: str, language: str = "en") -> dict[str, str]:
    """The reason for each refused mention, by its words."""
    found = reading(text, language=language)
    return {found.article.words(r.quote): r.reason.name for r in found.refusals}
