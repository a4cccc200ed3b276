"""What the reader asked of a corridor: a way from where to where, and its form in a URL beside the view.

``from`` and ``to`` are nodes, ``via`` nodes on the way in their order, ``allow`` branches that are otherwise not taken.
``beside`` are at most two ways that stand beside it: the id of another corridor, for its usual way, or "by:" and a
branch.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from mapapp.corridor import Corridor
from mapapp.errors import clipped
from mapapp.message import pattern, tr
from mapapp.position import distance_km
from mapapp.query import items, joined

NAMES = ("from", "to", "via", "allow", "beside")
BRANCH = "by:"  # begins what stands for another branch of the same corridor; no id of a corridor has a colon
MAX_BESIDE = 2
MAX_TEXT = 1000  # characters of one parameter
MAX_VIA = 6
_NO_NODE = pattern("The link asks for '{name}={missing}', which is no node here; that is left out.")
_NOT_BESIDE = pattern("The link asks for '{name}={missing}', which cannot stand beside this way; that is left out.")
_NO_WAY = pattern("The link asks for '{name}={missing}', which is no alternative here; that is left out.")


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A way through a corridor: ids of nodes, and names of the alternatives that it may take."""

    start: str
    end: str
    via: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def pairs(self) -> dict[str, str]:
        """Names and values of the query; both ends always, so that a link stays the same when a default changes."""
        pairs = {"from": self.start, "to": self.end, "via": joined(self.via), "allow": joined(self.allow)}
        pairs["beside"] = joined(self.beside)
        return {name: value for name, value in pairs.items() if value}

    def reversed(self) -> "Enquiry":
        """The way back."""
        return replace(self, start=self.end, end=self.start, via=self.via[::-1])


def usual(corridor: Corridor) -> Enquiry:
    """The way that is shown first: between the ends that the data name, else from the first node to the farthest.

    Raises ValueError for a corridor without nodes.
    """
    if not corridor.nodes:
        raise ValueError(tr("the corridor {id} has no nodes", id=str(corridor.id)))
    start = corridor.node.get(corridor.ends[0]) or corridor.nodes[0]
    farthest = max(corridor.nodes, key=lambda node: distance_km(start.position, node.position))
    return Enquiry(start.id, corridor.ends[1] or farthest.id)


def parse(
    query: Mapping[str, str], corridor: Corridor, others: Collection[str] | None = None
) -> tuple[Enquiry, tuple[str, ...]]:
    """Read the parameters; what cannot be meant is left at the default, with a sentence for each.

    Parameters that are not ours are passed over. ``others`` can stand beside it; None: nobody looks for that.
    """
    first, sentences = usual(corridor), list[str]()
    ends = {"from": first.start, "to": first.end}
    for name in ends:
        value = query.get(name, "").strip()
        if value in corridor.node:
            ends[name] = value
        elif value:
            default = corridor.node[ends[name]].name
            sentences.append(
                tr(
                    "The link asks for '{name}={value}', which is no node here; {default} is taken.",
                    name=name,
                    value=_short(value),
                    default=default,
                )
            )
    via, more = _known(query, "via", corridor.node, _NO_NODE)
    allow, wrong = _known(query, "allow", corridor.alternatives, _NO_WAY)
    sentences += more + wrong
    if len(via) > MAX_VIA:
        sentences.append(
            tr(
                "The link asks for more than {max_via} nodes on the way; the first {max_via} are taken.",
                max_via=MAX_VIA,
            )
        )
    beside, unknown = _known(query, "beside", others, _NOT_BESIDE) if others is not None else ((), [])
    return Enquiry(ends["from"], ends["to"], via[:MAX_VIA], allow, beside[:MAX_BESIDE]), (*sentences, *unknown)


def _known(query: Mapping[str, str], name: str, known: Collection[str], why: str) -> tuple[tuple[str, ...], list[str]]:
    value = query.get(name, "")
    if len(value) > MAX_TEXT:
        return (), [
            tr(
                "'{name}' in the link is longer than {max_text} characters and is left out.",
                name=name,
                max_text=MAX_TEXT,
            )
        ]
    asked = dict.fromkeys(filter(None, items(value)))
    missing = [item for item in asked if item not in known]
    if not missing:
        return tuple(asked), []
    said = tr(why, name=name, missing=_short(", ".join(missing)))
    return tuple(item for item in asked if item in known), [said]


def _short(text: str) -> str:
    return clipped(text, 40)
