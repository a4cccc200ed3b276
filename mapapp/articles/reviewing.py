"""What a reader changes in a proposal: another title, place, time or status, which then is theirs."""

from collections.abc import Callable
from dataclasses import replace

from mapapp import country
from mapapp.articles.records import Field, Proposal, Spot
from mapapp.errors import ArticleError, clipped
from mapapp.message import tr
from mapapp.place import Found, Resolution, Toponym
from mapapp.tour import Status
from mapapp.when import When

RULE = tr("Chosen by the reader.")


def with_title(proposal: Proposal, words: str) -> Proposal:
    """The proposal under another title. Raises ArticleError for an empty one."""
    if not words.strip():
        raise ArticleError(tr("A proposal needs a title. Write what happened in a few words."))
    return replace(proposal, title=Field(clipped(words, 200), proposal.title.quotes, RULE))


def with_when(proposal: Proposal, text: str) -> Proposal:
    """The proposal at another time; "" leaves the day open, without a doubt about it. Raises WhenError."""
    when = When.parse(text) if text.strip() else None
    return replace(proposal, when=Field(when, proposal.when.quotes, RULE))


def with_place(proposal: Proposal, name: str, resolve: Callable[[Toponym], Resolution]) -> Proposal:
    """The proposal at another place, by a name that means one place; "" leaves it open, drawn in the country.

    Raises ArticleError for a name that means several places or none.
    """
    spot = proposal.spot.value
    if not name.strip():
        return replace(proposal, spot=Field(Spot(country=spot.country), proposal.spot.quotes, RULE))
    answer = resolve(Toponym(name.strip()))
    if not isinstance(answer, Found):
        raise ArticleError(
            tr(
                "'{name}' does not mean one place. Write it with its country, such as Valencia, Spain.",
                name=clipped(name),
            )
        )
    place = answer.place
    chosen = Spot(
        "" if place.is_country else place.title,
        None if place.is_country else place,
        place.country,
        answer.candidates[:1],
    )
    return replace(proposal, spot=Field(chosen, proposal.spot.quotes, RULE))


def with_status(proposal: Proposal, status: Status) -> Proposal:
    """The proposal with another status."""
    return replace(proposal, status=Field(status, proposal.status.quotes, RULE))


def place_words(spot: Spot) -> str:
    """The place as a card says it."""
    if spot.place:
        return f"{spot.toponym or spot.place.title}, {country.name(spot.country)}"
    land = f" ({country.name(spot.country)})" if spot.country else ""
    return f"{spot.toponym or 'place not stated'}{land}"
