"""What a reader marks by hand: selected words become a stop, an event, or the place, date or person of a proposal.

Each mark keeps the words that were selected and their position, as everything does that is read by rules.
"""

from collections.abc import Iterator
from dataclasses import replace

from mapapp.articles.clause import PLACES, Clause
from mapapp.articles.clauses import clauses
from mapapp.articles.datings import Calendar, chosen
from mapapp.articles.geography import geography
from mapapp.articles.languages import language_of
from mapapp.articles.quotes import MOST_QUOTED
from mapapp.articles.reading import Understood
from mapapp.articles.records import Article, Field, Kind, Party, Proposal, Quote, Spot
from mapapp.articles.tokens import Sort, Token, sentences
from mapapp.errors import ArticleError, clipped
from mapapp.message import tr
from mapapp.tour import Status
from mapapp.when import When

RULE = tr("Marked by the reader.")
MARKED = "h"  # begins the keys of proposals that a reader has marked
_NO_DAY = tr("The text states no day.")
_NEAREST = tr("The date is that of the sentence. Look whether it belongs to these words.")


def snapped(article: Article, start: int, end: int) -> Quote:
    """The selected words as whole ones, without blanks and marks around them.

    Raises ArticleError for no words, words of several paragraphs, and more than a short quote.
    """
    text = article.text
    start, end = (max(0, min(len(text), at)) for at in sorted((start, end)))
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if start == end:
        raise ArticleError(tr("Select some words of the text first."))
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    if "\n" in text[start:end]:
        raise ArticleError(tr("Select words of one paragraph."))
    if end - start > MOST_QUOTED:
        raise ArticleError(tr("Select fewer words; a quote has {n} characters at most.", n=MOST_QUOTED))
    return Quote(start, end)


def stop(own: Understood, quote: Quote, key: str) -> Proposal:
    """A stop at the place that the words name, on the date of their sentence, of who travels there."""
    spot = _spot(own, quote)
    named = spot.value.place.title if spot.value.place else own.reading.article.words(quote)
    title = language_of(own.reading.article.language).visit_to.format(name=named)
    made = _proposal(own, quote, key, Kind.VISIT)
    traveller = _traveller(own, quote)
    return replace(made, title=Field(title, (quote,), RULE), spot=spot, travellers=(traveller,) if traveller else ())


def event(own: Understood, quote: Quote, key: str) -> Proposal:
    """An event called by these words, at the place and on the date of their sentence; beside the journey."""
    words = own.reading.article.words(quote)
    made = _proposal(own, quote, key, Kind.CONFERENCE)
    return replace(made, title=Field(words[:1].upper() + words[1:], (quote,), RULE))


def with_place(own: Understood, proposal: Proposal, quote: Quote) -> Proposal:
    """The proposal at the place that the words name."""
    return replace(proposal, spot=_spot(own, quote))


def with_date(own: Understood, proposal: Proposal, quote: Quote) -> Proposal:
    """The proposal on the date that the words state. Raises ArticleError where they state none."""
    article, language = own.reading.article, language_of(own.reading.article.language)
    calendar = Calendar(language.expressions, language.date_joins, article.published)
    token = next(iter(calendar(article.words(quote), quote.start)), None)
    coming = None if proposal.status.value == Status.CONFIRMED else proposal.status.value != Status.HELD
    when, doubt = chosen(token.when, coming, article.published) if token and token.when else (None, "")
    if when is None:
        said = clipped(article.words(quote), 80)
        raise ArticleError(
            tr("“{words}” {doubt}", words=said, doubt=doubt)
            if doubt
            else tr("“{words}” states no date that can be read. Write the date under Change.", words=said)
        )
    return replace(proposal, when=Field(when, (quote,), RULE, doubt))


def with_person(own: Understood, proposal: Proposal, quote: Quote) -> Proposal:
    """The proposal with the person whom the words name among those who took part."""
    party = _party(own, quote)
    if any(f.value is party for f in (*proposal.travellers, *proposal.others)):
        return proposal
    return replace(proposal, others=(*proposal.others, Field(party, (quote,), RULE)))


def _proposal(own: Understood, quote: Quote, key: str, kind: Kind) -> Proposal:
    """A proposal with what the sentence around the words says of place, date and tense."""
    sentence, clause = _around(own, quote)
    place = next((t for t in sentence if t.sort == Sort.PLACE and t.spot), None)
    spot = Field(place.spot, (place.quote,), RULE) if place and place.spot else _country(own, quote)
    when = _when(own, sentence, clause)
    status = Field(_status(own, clause, when.value), (quote,), RULE)
    return Proposal(key, kind, Field("", (quote,), RULE), spot, when, status, (), (), quote)


def _status(own: Understood, clause: Clause | None, when: When | None) -> Status:
    """That of the tense; what is to come has not been."""
    status, published = clause.status if clause else Status.HELD, own.reading.article.published
    ahead = when is not None and published is not None and when.earliest > published.latest
    return Status.ANNOUNCED if ahead and status == Status.HELD else status


def _country(own: Understood, quote: Quote) -> Field[Spot]:
    """The last country or town before the words, as a country without a place in it."""
    before = [t for t in _tokens(own) if t.sort in PLACES and t.spot and t.start < quote.start]
    spot = before[-1].spot if before else None
    country = (spot.country or (spot.place.country if spot.place else "")) if spot else ""
    doubt = (
        tr("The sentence names no place; it is drawn in the country.") if country else tr("The text states no place.")
    )
    return Field(Spot(country=country), (quote,), RULE, doubt)


def _when(own: Understood, sentence: list[Token], clause: Clause | None) -> Field[When | None]:
    date = next((t for t in (clause.tokens if clause else []) if t.when), None)
    date = date or next((t for t in sentence if t.when), None)
    coming = clause.coming if clause else None
    when, doubt = chosen(date.when, coming, own.reading.article.published) if date and date.when else (None, _NO_DAY)
    quotes = (date.quote,) if date else ()
    return Field(when, quotes, RULE, doubt or _NEAREST)


def _spot(own: Understood, quote: Quote) -> Field[Spot]:
    """The place of the words, as the whole text makes it most likely."""
    article = own.reading.article
    token = next((t for t in _tokens(own) if t.sort in PLACES and _overlap(t.quote, quote)), None)
    token = token or _unread(own, quote)
    if token and token.sort == Sort.COUNTRY and token.spot:
        return Field(Spot(country=token.spot.country), (quote,), RULE, tr("The text names no place in the country."))
    spot = token.spot if token else None
    said = clipped(article.words(quote), 80)
    if spot is None or spot.place is None:
        return Field(Spot(said), (quote,), RULE, tr("No list knows a place named {toponym}.", toponym=said))
    doubt: str = "" if spot.clear else tr("There are several places named {toponym}.", toponym=said)
    return Field(spot, (quote,), RULE, doubt)


def _unread(own: Understood, quote: Quote) -> Token | None:
    """A place or country that the rules did not take for one."""
    words = own.reading.article.words(quote)
    named = geography().named(words)
    if named is None or named.sort not in PLACES:
        return None
    token = Token(quote.start, quote.end, words, words, sort=named.sort, spot=Spot(words, country=named.country))
    around = [t for t in _tokens(own) if not _overlap(t.quote, quote)]
    found = geography().placed(own.reading.article.text, [*around, token])
    return next(t for t in found if t.quote == quote)


def _traveller(own: Understood, quote: Quote) -> Field[Party] | None:
    """Who travels: whoever of the travellers was named last before the words, else the one of most proposals."""
    travellers = [f.value for p in own.reading.proposals for f in p.travellers]
    before = [t for t in _tokens(own) if t.party and t.start < quote.start]
    named = next((t for t in reversed(before) if t.party in travellers), before[-1] if before else None)
    if named and named.party:
        return Field(named.party, (named.quote,), RULE)
    most = max(travellers, key=travellers.count) if travellers else None
    return Field(most, tuple(most.quotes[:1]), RULE) if most else None


def _party(own: Understood, quote: Quote) -> Party:
    """The person of the words: one of the text where it is known there, else somebody new."""
    token = next((t for t in _tokens(own) if t.party and _overlap(t.quote, quote)), None)
    if token and token.party:
        return token.party
    words = own.reading.article.words(quote)
    known = own.cast.by_last_name(words.rsplit(maxsplit=1)[-1], words)
    return known or own.cast.named(words, "", "", quote)


def _around(own: Understood, quote: Quote) -> tuple[list[Token], Clause | None]:
    """The sentence in which the words stand, and the clause in it."""
    language = language_of(own.reading.article.language)
    for tokens in own.paragraphs:
        for sentence in sentences(tokens):
            if sentence[0].start <= quote.start < sentence[-1].end:
                found = [c for c in clauses(sentence, language) if c.tokens and c.tokens[0].start <= quote.start]
                return sentence, found[-1] if found else None
    return [], None


def _tokens(own: Understood) -> Iterator[Token]:
    return (token for tokens in own.paragraphs for token in tokens)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
