"""Stops: what was proposed about one traveller at one place, put together as a stay."""

from collections.abc import Iterable, Sequence

from mapapp.articles.records import Party, Proposal, Quote, Spot, Stop
from mapapp.folding import fold
from mapapp.tour import Status
from mapapp.when import Precision, When

_FURTHEST = (Status.HELD, Status.CONFIRMED, Status.ANNOUNCED, Status.POSTPONED, Status.CANCELLED)


def stops(proposals: Iterable[Proposal]) -> tuple[Stop, ...]:
    """The stays, in the order of the text. What has no place counts to the only stop in its country."""
    proposals = tuple(proposals)
    groups: dict[tuple[int, str], list[Proposal]] = {}
    parties: dict[int, Party] = {}
    for proposal in proposals:
        for traveller in proposal.travellers:
            parties[id(traveller.value)] = traveller.value
            groups.setdefault((id(traveller.value), _key(proposal.spot.value)), []).append(proposal)
    for (party, key), group in list(groups.items()):
        spot = group[0].spot.value
        towns = [
            k
            for k, g in groups.items()
            if k[0] == party and g[0].spot.value.stated and g[0].spot.value.country == spot.country
        ]
        if not spot.stated and towns:
            if len(towns) == 1 and _yet_to_come(group, groups[towns[0]]):
                continue
            if len(towns) == 1:
                groups[towns[0]] += group
            elif _elsewhere(group, [p for k in towns for p in groups[k]]):
                continue
            del groups[(party, key)]
        elif not spot.stated and not spot.country:
            del groups[(party, key)]
    spread = _spread(proposals)
    return tuple(_stop(parties[party], group, spread) for (party, _), group in groups.items())


def _spread(proposals: Iterable[Proposal]) -> set[tuple[Quote, ...]]:
    """The words of dates that hold for several places: the days of a tour, not of one of its stops."""
    spots: dict[tuple[Quote, ...], list[Spot]] = {}
    for proposal in proposals:
        if proposal.when.value and (proposal.spot.value.stated or proposal.spot.value.country):
            spots.setdefault(proposal.when.quotes, []).append(proposal.spot.value)
    return {quotes for quotes, found in spots.items() if _several(found)}


def _several(spots: Sequence[Spot]) -> bool:
    """Whether these are several places; a country and a town in it are one."""
    towns = {_key(s) for s in spots if s.stated}
    around = {s.country for s in spots if s.stated}
    return len(towns) + len({s.country for s in spots if not s.stated} - around) > 1


def _yet_to_come(group: Sequence[Proposal], town: Sequence[Proposal]) -> bool:
    """Whether somebody is in the country and the only town of it is still to be visited, on another day."""
    held, ahead = {p.status.value for p in group}, {p.status.value for p in town}
    days = any(p.when.value for p in group)
    return Status.HELD in held and Status.HELD not in ahead and (not days or _elsewhere(group, town))


def _elsewhere(group: Sequence[Proposal], others: Sequence[Proposal]) -> bool:
    """Whether it has a day of its own that lies in the time of none of the towns: then it may have been anywhere."""
    days = [p.when.value.reach for p in group if p.when.value]
    stays = [p.when.value.reach for p in others if p.when.value]
    return bool(days) and not any(a <= c and d <= b for a, b in stays for c, d in days)


def _key(spot: Spot) -> str:
    return spot.place.id if spot.place else f"?{fold(spot.toponym)}" if spot.toponym else spot.country


def _stop(party: Party, group: Sequence[Proposal], spread: set[tuple[Quote, ...]]) -> Stop:
    spot = next((p.spot.value for p in group if p.spot.value.stated), group[0].spot.value)
    stated = {p.status.value for p in group}
    off = stated & {Status.POSTPONED, Status.CANCELLED}
    status = next(iter(off)) if off and Status.HELD not in stated else min(stated, key=_FURTHEST.index)
    dated = [p for p in group if p.when.value]
    dated = [p for p in dated if p.when.quotes not in spread] or dated
    return Stop(party, spot, _span([p.when.value for p in dated if p.when.value]), status, tuple(group))


def _span(dates: Sequence[When]) -> When | None:
    """The time from the first to the last of the exact days; where there are none, the narrowest of the rough ones."""
    exact = [d for d in dates if not d.about and d.precision >= Precision.DAY]
    if not exact:
        return min(dates, key=lambda d: d.reach[1] - d.reach[0]) if dates else None
    first, last = min(exact, key=lambda d: d.earliest), max(exact, key=lambda d: d.latest)
    end = last.end or last.start
    return (
        first
        if first.latest == last.latest and first.earliest == last.earliest
        else When(first.start, end if end != first.start else None)
    )
