"""An article read: its text becomes sentences, these statements, and those proposals, stops and refusals."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mapapp.articles.asides import apposed, called_capitals, named_towns, with_capitals, without_asides
from mapapp.articles.cast import Cast
from mapapp.articles.clause import TRIPS
from mapapp.articles.datings import Calendar, chosen
from mapapp.articles.furniture import furniture
from mapapp.articles.gathering import Gathering
from mapapp.articles.geography import geography
from mapapp.articles.languages.language import Act, Language, Paragraph
from mapapp.articles.patience import Patience
from mapapp.articles.programmes import Programme
from mapapp.articles.proposing import Told, proposed
from mapapp.articles.records import Article, Party, Quote, Reading, Reason, Refusal
from mapapp.articles.statements import Scene, Statement
from mapapp.articles.stays import stops
from mapapp.articles.telling import reminds, told
from mapapp.articles.tokens import Sort, Token, laid, sentences, without_speech
from mapapp.dates.anchored import is_day
from mapapp.folding import fold
from mapapp.message import tr
from mapapp.tour import Person
from mapapp.when import When

_DATELINE = 14  # tokens at the head of the first paragraph in which a dateline ends
_HEADED = 3  # paragraphs, one of which begins with the dateline: a teaser may stand before it
_NO_DATE = tr("The date of publication is not stated, so dates without a year stay without one.")
_DATELINE_DATE = tr("The date of publication is not stated; dates are told from that of the dateline.")
_BEFORE = dt.timedelta(days=31)  # the publication; an older date in a dateline is not that of the text
_DATED = 25  # characters before the day of a dateline or programme; one behind them is that of a headline
_HEAD = 200  # characters in which a dateline ends
_PLACES = frozenset({Sort.PLACE, Sort.COUNTRY})


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading with what it was made from: the words and mentions of each paragraph, and the people of the text."""

    reading: Reading
    paragraphs: list[list[Token]]
    cast: Cast


def read(article: Article, language: Language, people: Iterable[Person] = ()) -> Reading:
    """Everything that the article states of journeys. ``people`` are those of the tour that it may speak of.

    Raises GeocodingError where the gazetteer's index cannot be had, and ArticleError where it takes too long.
    """
    return understood(article, language, people).reading


def understood(article: Article, language: Language, people: Iterable[Person] = ()) -> Understood:
    """The same, with what it was made from."""
    patience = Patience()
    refused: dict[Quote, Reason] = {}
    written = _written(article, language)
    scene = Scene(language, Cast(people), written, refused)
    programme = Programme(scene, article, _of_title(article, scene))
    paragraphs = _paragraphs(article, scene, patience)
    statements: list[Statement] = []
    for quote, tokens in zip(article.paragraphs, paragraphs, strict=True):
        planned = programme(tokens, quote)
        statements += planned or ()
        recalled = False
        for sentence in sentences(_plain(tokens, language)) if planned is None else ():
            recalled = recalled or reminds(sentence, language)  # and so does all behind it
            statements += told(scene, sentence, recalled=recalled)
            patience(len(statements))
    kept = Gathering(replace(article, published=written), statements, refused, language, _lands(article, scene))()
    proposals = proposed(article, kept, language, _told(paragraphs, kept, scene))
    used = {s.place.quote for s in statements if s.place}
    refused |= {s.place.quote: Reason.LATER for s in kept if s.place and not s.travellers}
    refusals = _refusals([t for tokens in paragraphs for t in tokens], refused, used)
    notes = () if article.published else (_DATELINE_DATE if written else _NO_DATE,)
    return Understood(Reading(article, proposals, stops(proposals), refusals, notes), paragraphs, scene.cast)


def _told(paragraphs: Sequence[Sequence[Token]], kept: Sequence[Statement], scene: Scene) -> Told:
    """The countries of the towns in the text, and whether a day in it is that of no statement, nor of a saying."""
    language, used = scene.language, {s.date.quote for s in kept if s.date}
    lands, spare = {scene.home}, False
    for tokens in paragraphs:
        lands |= {t.spot.country for t in tokens if t.sort == Sort.PLACE and t.spot}
        for i, token in enumerate(tokens):
            said = any(t.form and language.acts.get(t.lemma) == Act.SAY for t in tokens[max(0, i - 2) : i])
            spare = spare or (token.sort == Sort.DATE and token.quote not in used and not said)
    met = {party for s in kept for party, _ in s.others}
    others = [p for p in scene.cast.parties if p.name and p.quotes and p not in met]
    named = any(not {*fold(p.role).split()} & language.speakers for p in others)
    return Told(lands, spare, named)


def _paragraphs(article: Article, scene: Scene, patience: Patience) -> list[list[Token]]:
    """The words and mentions of each paragraph, without the dateline; each name of a place with the place it means."""
    language = scene.language
    calendar = Calendar(language.expressions, language.date_joins, scene.published)
    dates = [list(calendar(article.words(quote), quote.start)) for quote in article.paragraphs]
    headed = [n for n, told in enumerate(dates) if told and told[0].start - article.paragraphs[n].start <= _DATED]
    beside = furniture(article, language.links, headed)
    found = []
    for number, quote in enumerate(article.paragraphs):
        patience()
        words = language.words(article.words(quote), quote.start)
        cast = Cast() if number in beside else scene.cast
        tokens = laid(words, language.mentions(Paragraph(article.text, words, dates[number], cast, geography())))
        if number in beside:
            scene.refused |= {t.quote: Reason.HEADLINE for t in tokens if t.sort in _PLACES}
            tokens = []
        order = number - sum(n < number for n in beside)
        head = order == 0 or (order < _HEADED and tokens and tokens[0].sort == Sort.PLACE and tokens[0].text.isupper())
        found.append(_without_dateline(tokens, scene, _before_text(article)) if head else tokens)
    placed = iter(geography().placed(article.text, [t for tokens in found for t in tokens]))
    return [[next(placed) for _ in tokens] for tokens in found]


def _plain(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The run of the sentences alone."""
    plain = with_capitals(apposed(without_asides(without_speech(tokens, language.is_own))), language.capitals)
    plain = named_towns(plain, language.capitals)
    return called_capitals(plain, language.capital, geography().capital)


def _before_text(article: Article) -> bool:
    """Whether the first paragraph stands before one that begins with words, as no line of a programme does."""
    behind = [article.words(quote) for quote in article.paragraphs[1:2]]
    return bool(behind) and behind[0][:1].isalpha()


def _without_dateline(tokens: list[Token], scene: Scene, before_text: bool) -> list[Token]:
    """The first paragraph without "OSLO, May 16 -", which says where it was written."""
    at, end = _dateline(tokens[:_DATELINE], before_text)
    if end < 0:
        return tokens
    scene.refused[tokens[at].quote] = Reason.DATELINE
    scene.home = scene.home or geography().country_of(tokens[at].text)
    return tokens[end + 1 :]


def _dateline(head: list[Token], before_text: bool) -> tuple[int, int]:
    """The number of the place and of the mark behind a dateline; -1 for the latter where there is none.

    A place and a day alone are one where they stand ``before_text``.
    """
    at = next((i for i, t in enumerate(head) if t.sort in _PLACES), -1)
    if at < 0 or any(t.sort not in (Sort.DATE, Sort.WORD) or t.form for t in head[:at]):
        return at, -1
    if before_text and len(head) < _DATELINE and _only_place_and_day(head):
        return at, len(head)
    end = _end_of_dateline(head, at)
    hour = [t.text for t in head[end + 1 : end + 3]]
    if len(hour) == 2 and hour[0].isdigit() and hour[1] in ":.":
        return at, -1  # a day of a programme
    said = _before_brackets(head[:end])
    return at, -1 if end < 0 or any(t.form or t.sort == Sort.PERSON for t in said) else end


def _only_place_and_day(head: Sequence[Token]) -> bool:
    """Whether a paragraph is a dateline by itself: "Oslo, 16 May 2025"."""
    said = [t.sort for t in head if any(map(str.isalnum, t.text))]
    return Sort.DATE in said and said.count(Sort.DATE) + sum(map(said.count, _PLACES)) == len(said)


def _before_brackets(head: Sequence[Token]) -> Sequence[Token]:
    """What stands before the bracket of an agency: "WASHINGTON (ABC News) -"."""
    return head[: next((i for i, t in enumerate(head) if t.text in "(/"), len(head))]


def _written(article: Article, language: Language) -> When | None:
    """The day from which dates are told: that of the dateline, if it lies shortly before the publication; else this."""
    text, published = article.words(article.paragraphs[0])[:_HEAD], article.published
    dates = list(Calendar(language.expressions, language.date_joins, published)(text, 0))
    words = language.words(text, 0)
    tokens = laid(words, language.mentions(Paragraph(text, words, dates, Cast(), geography())))[:_DATELINE]
    end = _dateline(tokens, _before_text(article))[1]
    for token in tokens[: max(end, 0)]:
        when = chosen(token.when, False, published)[0] if token.when else None
        if when and is_day(when) and (not published or dt.timedelta() <= published.latest - when.earliest <= _BEFORE):
            return when
    return published


def _of_title(article: Article, scene: Scene) -> Party | None:
    """Whom the title names first; its words are no part of the text."""
    words = scene.language.words(article.title, 0)
    named = scene.language.mentions(Paragraph(article.title, words, (), scene.cast, geography()))
    # a title may write every word with a capital: "Testa Visits Riga" names nobody called Visits Riga
    scene.cast.parties = [p for p in scene.cast.parties if p.known or p.name in article.text or not _mixed(p.name)]
    party = next((t.party for t in sorted(named, key=lambda t: t.start) if t.party in scene.cast.parties), None)
    for token in named:
        if token.party:
            token.party.quotes.clear()
    return party


def _lands(article: Article, scene: Scene) -> set[str]:
    """The countries of the dateline and of the title, where "in" or the like leads to them."""
    language = scene.language
    words = language.words(article.title, 0)
    tokens = laid(words, language.mentions(Paragraph(article.title, words, (), Cast(), geography())))
    led = language.lead | language.visits | {lemma for lemma, act in language.acts.items() if act in TRIPS}
    named = (t for before, t in pairwise(tokens) if t.sort in _PLACES and before.lemma in led)
    return {scene.home, *(geography().country_of(t.text) for t in named)} - {""}


def _mixed(name: str) -> bool:
    """Whether what looks like a name ends with a place."""
    named = geography().named(name.rpartition(" ")[2])
    return named is not None and (named.sort == Sort.COUNTRY or geography().known(named))


def _end_of_dateline(head: list[Token], at: int) -> int:
    """The number of the mark behind a dateline whose place stands at ``at``; -1 where none ends there."""
    slashes = [i for i, t in enumerate(head) if t.text == "/"]
    if len(slashes) > 1 and slashes[0] > at:  # "Минск, 27 мая. /ТАСС/."
        behind = slashes[1] + 1
        return behind if behind < len(head) and head[behind].text == "." else slashes[1]
    ahead = [t.text if t.sort == Sort.WORD else t.sort for t in head[at + 1 : at + 4]]
    if at == 0 and ahead == [",", Sort.DATE, "."]:
        return at + 3  # "Рим, 13 сентября."
    capitals = head[at].text.isupper() and len(head[at].text) > 3
    bracket = next((i for i, t in enumerate(head) if t.text == ")"), -1)
    if capitals and bracket > at and head[at + 1].text == "(" and head[bracket - 1].sort == Sort.DATE:
        return bracket  # "WASHINGTON (ABC - 21st May, 2021)"
    ends = ("-", "–", "—", "−", ":") + ((".",) if capitals else ())
    early = at > 0 and any(t.sort == Sort.WORD and t.text.isalpha() for t in head[:at])
    found = next((i for i, t in enumerate(head) if i > at and t.text in ends), -1)
    if found < 0 and capitals and len(head) > at + 2 and head[at + 1].text == "," and head[at + 2].sort == Sort.PERSON:
        return at + 1
    return -1 if early else found


def _refusals(tokens: Sequence[Token], refused: dict[Quote, Reason], used: set[Quote]) -> tuple[Refusal, ...]:
    """A reason for every place of the text that no proposal comes from."""
    found = dict(refused)
    for token in tokens:
        if token.sort == Sort.PEOPLE:
            found.setdefault(token.quote, Reason.NATIONALITY)
        elif token.sort in _PLACES and token.quote not in used:
            found.setdefault(token.quote, Reason.TOPIC)
    return tuple(Refusal(quote, reason) for quote, reason in sorted(found.items()))
