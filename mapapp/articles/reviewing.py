"""What a reader changes in a proposal: another title, place, time or status, which then is theirs."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from mapapp.articles import marking
from mapapp.articles.marking import MARKED
from mapapp.articles.records import Field, Party, Proposal, Reading, Spot
from mapapp.errors import ArticleError, clipped
from mapapp.folding import fold
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
        return _there(proposal, Spot(country=spot.country))
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
    return _there(proposal, chosen)


def with_spot(proposal: Proposal, spot: Spot) -> Proposal:
    """The proposal at a place that was offered, one of several of its name, or at none in the country."""
    return _there(proposal, spot)


def _there(proposal: Proposal, spot: Spot) -> Proposal:
    """The proposal there; who says where it was has no doubt left that it was their journey."""
    travellers = tuple(replace(field, doubt="") for field in proposal.travellers)
    return replace(proposal, spot=Field(spot, proposal.spot.quotes, RULE), travellers=travellers)


def with_status(proposal: Proposal, status: Status) -> Proposal:
    """The proposal with another status."""
    return replace(proposal, status=Field(status, proposal.status.quotes, RULE))


def with_travellers(proposal: Proposal, names: str) -> Proposal:
    """The proposal with these travellers, names between semicolons; "" makes it an event beside the journey."""
    return replace(proposal, travellers=_people(proposal, names))


def with_others(proposal: Proposal, names: str) -> Proposal:
    """The proposal with these people met or taking part, names between semicolons."""
    return replace(proposal, others=_people(proposal, names))


def people_words(people: Iterable[Field[Party]]) -> str:
    """Their names between semicolons, as `with_travellers` reads them."""
    return "; ".join(field.value.label for field in people)


def _people(proposal: Proposal, names: str) -> tuple[Field[Party], ...]:
    """Those of the proposal who are called so, and somebody new for each other name."""
    known = {fold(f.value.label): f for f in (*proposal.travellers, *proposal.others)}
    wanted = {fold(name): clipped(" ".join(name.split()), 120) for name in names.split(";") if name.strip()}
    return tuple(known.get(key) or Field(Party(name), (proposal.quote,), RULE) for key, name in wanted.items())


def renewed(old: Reading, new: Reading) -> Reading:
    """What was read anew, with what a reader has changed or marked in the reading before."""
    changed = {(p.quote, p.kind): p for p in old.proposals}
    kept = [_with_changes(p, changed.get((p.quote, p.kind))) for p in new.proposals]
    marked = [p for p in old.proposals if p.key.startswith(MARKED)]
    return replace(new, proposals=tuple(sorted((*kept, *marked), key=lambda p: p.quote)))


def _with_changes(new: Proposal, old: Proposal | None) -> Proposal:
    if old is None:
        return new
    values = {name: getattr(old, name) for name in ("title", "spot", "when", "status")}
    mine = {name: value for name, value in values.items() if value.rule in (RULE, marking.RULE)}
    people = {name: getattr(old, name) for name in ("travellers", "others")}
    mine |= {name: value for name, value in people.items() if any(f.rule in (RULE, marking.RULE) for f in value)}
    return replace(new, **mine)
