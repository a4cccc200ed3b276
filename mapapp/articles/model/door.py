"""The door for the answers of a model: every value must stand in the text and follow from its words by our own reader.

What does not is refused with a sentence. What does is a proposal in doubt, never a sure one: a model invents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mapapp import country, files
from mapapp.articles.clause import PLACES, Clause
from mapapp.articles.clauses import clauses
from mapapp.articles.datings import chosen
from mapapp.articles.languages.language import Language
from mapapp.articles.reading import Understood
from mapapp.articles.records import Field, Kind, Party, Proposal, Quote, Reason
from mapapp.articles.tokens import Sort, Token, sentences
from mapapp.errors import WhenError, clipped
from mapapp.folding import fold
from mapapp.message import tr
from mapapp.when import When

MOST_STOPS = 200
RULE = tr("Proposed by the language model; the words are those of the text.")
ALONE = tr("Only the language model takes this for a stop; no rule leads to it.")
_JSON = re.compile(r"\{.*\}", re.DOTALL)


class _Refused(Exception):
    """What a model says and the text does not bear out; its text is the reason."""


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A stop as the model states it, all of it text."""

    traveller: str
    place: str
    when: str
    status: str
    met: tuple[str, ...]
    quote: str


def let_in(own: Understood, answer: str, language: Language) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """The proposals that stand the test and are not those of the rules, and a sentence for each that does not."""
    found: list[Proposal] = []
    refused: list[str] = []
    for number, claimed in enumerate(_claimed(answer), start=1):
        try:
            proposal = _tested(own, claimed, language, f"m{number}")
        except _Refused as reason:
            what = clipped(f"{claimed.traveller} in {claimed.place}", 80)
            refused.append(tr("The model says '{what}', which is refused: {reason}", what=what, reason=reason))
            continue
        if not _known(proposal, (*own.reading.proposals, *found)):
            found.append(proposal)
    return tuple(found), tuple(refused)


def _claimed(answer: str) -> list[_Claimed]:
    """The stops of an answer, as far as they have the form that was asked for."""
    block = _JSON.search(answer)
    try:
        stops = files.json(block[0])["stops"] if block else []
    except (ValueError, LookupError, TypeError):
        return []
    stops = stops if isinstance(stops, list) else []
    return [_of(stop) for stop in stops[:MOST_STOPS] if isinstance(stop, dict)]


def _of(stop: dict[str, Any]) -> _Claimed:
    texts = {k: stop.get(k) for k in ("traveller", "place", "when", "status", "quote")}
    met = stop.get("met")
    names = tuple(name for name in met if isinstance(name, str)) if isinstance(met, list) else ()
    return _Claimed(**{k: text if isinstance(text, str) else "" for k, text in texts.items()}, met=names)


def _tested(own: Understood, claimed: _Claimed, language: Language, key: str) -> Proposal:
    """The stop as a proposal with our own values. Raises _Refused."""
    quote = _quote(own.reading.article.text, claimed.quote)
    clause, place = _place(own, claimed.place, quote, language)
    traveller = _person(own, claimed.traveller, quote)
    if clause.status.value != claimed.status:
        raise _Refused(
            tr(
                "the tense of the words says {value}, not {value2}.",
                value=clause.status.value,
                value2=clipped(claimed.status or "nothing"),
            )
        )
    when = _when(own, claimed.when, quote, clause)
    met = tuple(_person(own, name, quote, within=True) for name in claimed.met)
    assert place.spot is not None  # every token of a place has one
    title = language.visit_to.format(name=place.spot.place.title if place.spot.place else place.spot.toponym)
    if met:
        title = language.meeting_with.format(name=", ".join(party.label for party, _ in met))
    doubt = "" if place.sort == Sort.PLACE else tr("The text names no place in the country.")
    return Proposal(
        key, Kind.MEETING if met else Kind.VISIT, Field(title, (quote,), RULE, ALONE),
        Field(place.spot, (place.quote,), RULE, doubt), when, Field(clause.status, (quote,), RULE),
        (Field(traveller[0], (traveller[1],), RULE),), tuple(Field(p, (q,), RULE) for p, q in met), quote,
    )  # fmt: skip


def _quote(text: str, words: str) -> Quote:
    """Where the words stand in the text; blanks may be of another width."""
    parts = words.split()
    found = re.search(r"\s+".join(map(re.escape, parts)), text) if len(parts) > 2 else None
    if not found:
        raise _Refused(tr("its words do not stand in the text."))
    return Quote(found.start(), found.end())


def _place(own: Understood, name: str, quote: Quote, language: Language) -> tuple[Clause, Token]:
    """The place that the words name, in its clause; what the rules refuse for a reason stays refused."""
    for sentence in (s for tokens in own.paragraphs for s in sentences(tokens)):
        for clause in clauses(sentence, language):
            for token in clause.tokens:
                if token.sort in PLACES and _in(token, quote) and _is(token, name):
                    reason = next((r.reason for r in own.reading.refusals if r.quote == token.quote), None)
                    if reason not in (None, Reason.TOPIC):
                        raise _Refused(f"{reason.value}." if reason else "")
                    return clause, token
    raise _Refused(tr("the quoted words name no such place."))


def _is(token: Token, name: str) -> bool:
    spot = token.spot
    if spot is None or not name:
        return False
    own = {fold(spot.toponym), fold(spot.place.title) if spot.place else "", fold(token.text)}
    return fold(name) in own | ({fold(country.name(spot.country))} if token.sort == Sort.COUNTRY else set())


def _in(token: Token, quote: Quote) -> bool:
    return quote.start <= token.start and token.end <= quote.end


def _person(own: Understood, name: str, quote: Quote, *, within: bool = False) -> tuple[Party, Quote]:
    """Somebody whom the text names; ``within``: in the quoted words themselves."""
    party = own.cast.by_last_name(name.rsplit(maxsplit=1)[-1], name) if name.split() else None
    quotes = party.quotes if party else []
    inside = [q for q in quotes if quote.start <= q.start and q.end <= quote.end]
    if party is None or not (inside or (quotes and not within)):
        said = clipped(name) or tr("a traveller")
        raise _Refused(
            tr("the quoted words do not name {person}.", person=said)
            if within
            else tr("the text does not name {person}.", person=said)
        )
    return party, (inside or quotes)[0]


def _when(own: Understood, said: str, quote: Quote, clause: Clause) -> Field[When | None]:
    """The date that our reader finds in the words, where it is the one that the model says."""
    dates = [t for tokens in own.paragraphs for t in tokens if t.sort == Sort.DATE and t.when and _in(t, quote)]
    if not said:
        return Field(None, (quote,), RULE, tr("The text states no day."))
    published = own.reading.article.published
    for token in dates:
        assert token.when is not None
        when, doubt = chosen(token.when, clause.coming, published)
        if when and str(when) == _plain(said):
            return Field(when, (token.quote,), token.when.rule, doubt)
    raise _Refused(tr("the date {said} does not follow from the quoted words.", said=clipped(said)))


def _plain(said: str) -> str:
    try:
        return str(When.parse(said))
    except WhenError:
        return ""


def _known(proposal: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether somebody is already proposed to be there."""
    spot, people = proposal.spot.value, {f.value for f in proposal.travellers}
    there = [p for p in others if (p.spot.value.toponym, p.spot.value.country) == (spot.toponym, spot.country)]
    return any(people & {f.value for f in other.travellers} for other in there)
