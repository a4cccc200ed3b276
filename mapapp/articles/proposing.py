"""Statements as proposals: each value with its words, its rule, and the doubt that is left."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from mapapp.articles.gathering import LENT
from mapapp.articles.geography import geography
from mapapp.articles.languages.language import Language
from mapapp.articles.records import Article, Field, Party, Proposal, Quote, Spot
from mapapp.articles.statements import Statement
from mapapp.articles.tokens import Sort
from mapapp.errors import clipped
from mapapp.message import tr
from mapapp.tour import Status
from mapapp.when import When

FAINT = tr("Perhaps not their journey.")
MOST_TITLE = 90  # characters
_STATUS_RULES = {
    Status.HELD: tr("The sentence is told in the past."),
    Status.ANNOUNCED: tr("The sentence tells of what is to come."),
    Status.POSTPONED: tr("The sentence says that it was put off."),
    Status.CANCELLED: tr("The sentence says that it was called off."),
    Status.CONFIRMED: tr("The sentence says that it is settled."),
}


def proposed(
    article: Article, statements: Sequence[Statement], language: Language, told: "Told"
) -> tuple[Proposal, ...]:
    """The proposals, in the order of the text."""
    ordered = sorted(statements, key=lambda s: s.quote)
    return tuple(_proposal(f"p{n}", article, s, language, told) for n, s in enumerate(ordered, start=1))


class Told(NamedTuple):
    """What else the text tells, from which a reader might choose.

    ``lands`` are the countries of which it names a town, ``days`` whether a date in it is that of no proposal,
    ``named`` whether it names anybody who is not met and does not only speak for others.
    """

    lands: Container[str]
    days: bool
    named: bool


def _proposal(key: str, article: Article, statement: Statement, language: Language, told: Told) -> Proposal:
    unnamed = told.named and not any(t.name for t in statement.travellers)  # it may be whoever is named
    faint = FAINT if statement.faint or unnamed else ""
    travellers = tuple(
        Field(p, _of(statement.subject, p, statement.quote), tr("Who acts in the sentence."), faint)
        for p in statement.travellers
    )
    others = tuple(Field(p, (q,), tr("Who is met or takes part.")) for p, q in statement.others)
    status = Field(statement.status, (statement.quote,), _STATUS_RULES[statement.status])
    title, when = _title(article, statement, language), _when(article, statement, told)
    spot = _spot(statement, told)
    return Proposal(key, statement.kind, title, spot, when, status, travellers, others, statement.quote)


def _of(quotes: tuple[Quote, ...], party: Party, sentence: Quote) -> tuple[Quote, ...]:
    """The words that name somebody: those of the sentence, with the name itself where they are a pronoun."""
    named = tuple(q for q in party.quotes if sentence.start <= q.start < sentence.end)[:1]
    return named or (quotes[:1] + tuple(party.quotes[:1])) or (sentence,)


def _title(article: Article, statement: Statement, language: Language) -> Field[str]:
    if statement.event:
        return Field(clipped(statement.event.text, MOST_TITLE), (statement.event.quote,), tr("The name of the event."))
    if statement.title:
        words = article.words(statement.title)
        title = clipped(words[:1].upper() + words[1:], MOST_TITLE)
        return Field(title, (statement.title,), tr("The words of the text."))
    if statement.others:
        names = ", ".join(p.label for p, _ in statement.others)
        quotes = tuple(q for _, q in statement.others)
        return Field(
            clipped(language.meeting_with.format(name=names), MOST_TITLE),
            quotes,
            tr("From whom the text says was met."),
        )
    spot = statement.place.spot if statement.place else None
    title = spot.place.title if spot and spot.place and (language.latin or not spot.toponym) else ""
    name = title or (spot.toponym if spot else "")
    quotes = (statement.place.quote,) if statement.place else (statement.quote,)
    return Field(language.visit_to.format(name=name), quotes, tr("From where the text says that they were."))


def _spot(statement: Statement, told: Told) -> Field[Spot]:
    token = statement.place
    if token is None or token.spot is None:
        doubt: str = (
            tr("The sentence names no place; it is drawn in the country.")
            if statement.country
            else tr("The text states no place.")
        )
        quotes = tuple(q for _, q in statement.others) or (statement.quote,)
        return Field(
            Spot(country=statement.country),
            quotes,
            tr("Place not stated; the country is that of the host or of the visit."),
            doubt,
        )
    if token.sort == Sort.COUNTRY:
        rule = tr("The sentence names the country alone.")
        town = token.spot.country in told.lands or geography().may_be_town(token)  # that it could be
        plain = statement.moved and not town
        doubt = "" if plain else tr("The text names no place in the country.")
        return Field(Spot(country=token.spot.country), (token.quote,), rule, doubt)
    spot = token.spot
    doubt = ""
    if spot.place is None:
        doubt = tr("No list knows a place named {toponym}.", toponym=clipped(spot.toponym))
    elif not spot.clear:
        doubt = tr("There are several places named {toponym}.", toponym=clipped(spot.toponym))
    elif statement.inherited and not statement.quote.start <= token.start < statement.quote.end:
        doubt = tr("The place stands in a sentence before.")
    return Field(spot, (token.quote,), tr("The place to which the words of travel or meeting lead."), doubt)


def _when(article: Article, statement: Statement, told: Told) -> Field[When | None]:
    if statement.when is None or statement.date is None:
        doubt = statement.doubt if statement.date else tr("The text states no day.") if told.days else ""
        return Field(
            None, (statement.date.quote,) if statement.date else (statement.quote,), tr("Day not stated."), doubt
        )
    rule = statement.date.when.rule if statement.date.when else ""
    wide = tr("The text tells only roughly when.") if statement.when.about else ""
    far = not statement.headed and article.paragraph(statement.date.start) != article.paragraph(statement.quote.start)
    lent = LENT if far and not statement.stay else ""
    return Field(statement.when, (statement.date.quote,), rule, statement.doubt or wide or lent)
