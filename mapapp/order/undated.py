"""Stays without a date take their place in the order where a leg puts them, or else behind the line before."""

import heapq
import sys
from collections.abc import Iterable, Mapping, Sequence

from mapapp.order.stays import Stay

_LONG = 512  # members of a piece
_Place = tuple[int, int]  # a piece, and how many of its members stand before


class _Order:
    """A long list of ids in pieces, so that a new one moves few others. ``lines`` are those of all ids to come."""

    def __init__(self, ids: Sequence[str], lines: Mapping[str, int]) -> None:
        self._lines = lines
        self._pieces = [[*ids[i : i + _LONG]] for i in range(0, len(ids), _LONG)] or [[]]
        self._piece = {id_: piece for piece in self._pieces for id_ in piece}
        self._lowest = [self._lowest_of(piece) for piece in self._pieces]

    def __contains__(self, id_: str) -> bool:
        return id_ in self._piece

    def ids(self) -> list[str]:
        """All of them."""
        return [id_ for piece in self._pieces for id_ in piece]

    def place(self, id_: str) -> _Place:
        """Where one stands."""
        piece = self._piece[id_]
        return self._pieces.index(piece), piece.index(id_)

    def behind_lines_before(self, line: int) -> _Place:
        """Behind the last of those whose lines stand above this one."""
        for number in reversed(range(len(self._pieces))):
            if self._lowest[number] < line:
                piece = self._pieces[number]
                return number, max(at for at, id_ in enumerate(piece, start=1) if self._lines[id_] < line)
        return 0, 0

    def insert(self, place: _Place, id_: str) -> None:
        """Put one there."""
        number, at = place
        piece = self._piece[id_] = self._pieces[number]
        piece.insert(at, id_)
        self._lowest[number] = min(self._lowest[number], self._lines[id_])
        if len(piece) > 2 * _LONG:
            behind = piece[_LONG:]
            del piece[_LONG:]
            self._pieces.insert(number + 1, behind)
            self._lowest[number : number + 1] = map(self._lowest_of, (piece, behind))
            self._piece.update(dict.fromkeys(behind, behind))

    def _lowest_of(self, piece: Iterable[str]) -> int:
        return min((self._lines[id_] for id_ in piece), default=sys.maxsize)


def with_undated(timed: Sequence[Stay], stays: Sequence[Stay], ways: Iterable[tuple[str, str]]) -> list[str]:
    """The ids of the dated stays, given in their order, and of all that have no date. ``stays`` are all of them.

    First comes, of those that a leg leads to or from, the one that stands first in the file; if there is none, the
    first of the others.
    """
    order = _Order([stay.visit.id for stay in timed], {stay.visit.id: stay.line for stay in stays})
    waiting = [stay.visit.id for stay in stays if not stay.begins and not stay.day]
    if not waiting:
        return order.ids()
    legs = _Legs(ways)
    by_line = {stay.line: stay.visit.id for stay in stays}
    line = {stay.visit.id: stay.line for stay in stays}
    if not timed and not legs.starts:  # nothing but the file tells an order
        return sorted(waiting, key=line.__getitem__)
    rank = {id_: number for number, id_ in enumerate(waiting)}
    ready = [number for id_, number in rank.items() if any(near in order for near in legs.near(id_))]
    for id_ in waiting:
        while id_ not in order:
            while ready and waiting[ready[0]] in order:
                heapq.heappop(ready)
            next_ = waiting[ready[0]] if ready else id_
            order.insert(_place(order, legs, next_, line[next_], by_line), next_)
            for near in legs.near(next_):
                if near in rank and near not in order:
                    heapq.heappush(ready, rank[near])
    return order.ids()


class _Legs:
    """The starts of the legs that lead to a stay, and the ends of those that lead from it."""

    def __init__(self, ways: Iterable[tuple[str, str]]) -> None:
        self.starts: dict[str, list[str]] = {}
        self.ends: dict[str, list[str]] = {}
        for start, end in ways:
            self.starts.setdefault(end, []).append(start)
            self.ends.setdefault(start, []).append(end)

    def near(self, id_: str) -> list[str]:
        """Both."""
        return [*self.starts.get(id_, ()), *self.ends.get(id_, ())]


def _place(order: _Order, legs: _Legs, id_: str, line: int, by_line: Mapping[int, str]) -> _Place:
    """Where an undated stay belongs among those that have their place."""
    if before := [order.place(start) for start in legs.starts.get(id_, ()) if start in order]:
        number, at = max(before)
        return number, at + 1
    if behind := [order.place(end) for end in legs.ends.get(id_, ()) if end in order]:
        return min(behind)
    above = by_line.get(line - 1, "")
    if above in order:
        number, at = order.place(above)
        return number, at + 1
    return order.behind_lines_before(line)
