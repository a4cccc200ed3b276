"""The names of a tour, or one alone, looked up and put into words for the command line."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import country
from mapapp.catalogue.coordinates import GEO
from mapapp.catalogue.stops import Naming
from mapapp.catalogue.tours import load_tour
from mapapp.errors import GeocodingError, Problem, QueryRefused, ServiceBusy, ServiceRefused, clipped
from mapapp.geocoding import SERVICES, offline_resolver
from mapapp.geocoding.reasons import AUTHORITIES
from mapapp.message import in_context, plural, series, tr
from mapapp.place import Ambiguous, Candidate, Found, Resolution, where_words

if TYPE_CHECKING:
    from mapapp.geocoding.online.geocoder import Online  # which loads geopy, and most look-ups do without

_SHOWN = 5  # candidates for each row of a tour
Answer = Resolution | GeocodingError | None  # to a name; None where nobody was asked
_ONLINE = {facts.name for facts in SERVICES}


def names(folder: Path) -> tuple[tuple[Naming, ...], tuple[Problem, ...]]:
    """The place names in the rows of a tour, each with what is known offline, and the problems of its files.

    Rows with coordinates have no name.
    """
    read = load_tour(folder, offline_resolver)
    return tuple(name for name in read.names if name.answer is not None), read.problems


def in_doubt(every: Iterable[Naming]) -> tuple[Naming, ...]:
    """Those that are ambiguous or unknown offline."""
    return tuple(name for name in every if not isinstance(name.answer, Found))


def announcement(service: "Online", wanted: Sequence[Naming]) -> str:
    """What is going to be sent where, in lines: each name once, with the country that goes along."""
    every = {(n.toponym.text, n.toponym.country): n.toponym for n in wanted}
    sent = [toponym for toponym in every.values() if service.sends(toponym)]
    if not wanted:
        return tr(
            "Every name is found offline. Nothing is sent to {domain}; --all would look all of them up.",
            domain=service.domain,
        )
    lines: list[str] = [tr("Nothing is sent to {domain}.", domain=service.domain)]
    if sent:
        lines = [
            tr(
                "To {domain} ({title}) these names go, at most one a second, and nothing else:",
                domain=service.domain,
                title=service.facts.title,
            ),
            *("  " + ", ".join((clipped(toponym.text), *service.countries(toponym))) for toponym in sent),
        ]
    if len(sent) < len(every):
        lines.append(tr("Answered before, or no names to ask for: {n}.", n=len(every) - len(sent)))
    return "\n".join(
        [
            *lines,
            tr(
                "Its answers: {attribution}. {licence}.",
                attribution=service.facts.attribution,
                licence=service.facts.licence,
            ),
        ]
    )


def look_up(service: "Online | None", wanted: Sequence[Naming]) -> Iterator[tuple[Naming, Answer]]:
    """Look the names up, in order; what went wrong with one stands in the place of its answer. None is offline.

    Where it makes no sense to go on, because the service refuses or wants a pause, the names that are left have the
    answer None. Then it raises GeocodingError, with what to do.
    """
    for done, name in enumerate(wanted):
        try:
            answer = service.resolve(name.toponym) if service else name.answer
        except GeocodingError as error:
            if isinstance(error, ServiceBusy | ServiceRefused) and not isinstance(error, QueryRefused):
                yield from ((late, None) for late in wanted[done:])
                raise type(error)(_ended(str(error), len(wanted) - done)) from None
            yield name, error
        else:
            if answer is not None:
                yield name, answer


def _ended(why: str, left: int) -> str:
    return plural(
        left,
        "{why}. {n} name is left; what was answered is kept, and the same command goes on from there",
        "{why}. {n} names are left; what was answered is kept, and the same command goes on from there",
        why=why,
    )


def headline(name: Naming, answer: Answer) -> str:
    """Where the name stands, as "visits.csv:3: place: Almaty, Kazakhstan: found"."""
    stated = country.name(name.toponym.country) or clipped(name.stated)
    said = (
        tr("could not be looked up: {answer}", answer=answer)
        if isinstance(answer, GeocodingError)
        else _in_short(answer)
    )
    return series([f"{name.file}:{name.line}", name.column, series([clipped(name.cell), stated]), said], ": ")


def described(answer: Resolution) -> list[str]:
    """An answer in lines: what came of it, then the candidates, the surest first, with what to write into a file."""
    return [_in_short(answer), *map(_line, _candidates(answer))]


def candidates(answer: Answer) -> list[str]:
    """The candidates of an answer in lines, those of little weight only counted; none where it is an error.

    Of what was found, only the place itself and what a service has elsewhere are of interest.
    """
    if answer is None or isinstance(answer, GeocodingError):
        return []
    every = _candidates(answer)
    if isinstance(answer, Found):
        every = (*every[:1], *(c for c in every[1:] if c.says in _ONLINE))
    more = [tr("  … and {n} more", n=len(every) - _SHOWN)] if len(every) > _SHOWN else []
    return [*map(_line, every[:_SHOWN]), *more]


def _in_short(answer: Resolution | None) -> str:
    if answer is None:
        return tr("left, not looked up yet")
    if isinstance(answer, Found):
        return in_context("how a name is understood", "found")
    if isinstance(answer, Ambiguous) and answer.several:
        return tr("the cell names several places: write a line for each, with its own dates")
    if isinstance(answer, Ambiguous):
        return tr("ambiguous: write the id of the one that is meant into the file")
    return (
        tr("unknown: these have similar names")
        if answer.near_misses
        else in_context("how a name is understood", "unknown")
    )


def _candidates(answer: Resolution) -> tuple[Candidate, ...]:
    return answer.candidates if isinstance(answer, Found | Ambiguous) else answer.near_misses


def _line(candidate: Candidate) -> str:
    place = candidate.place
    where = f"{place.position.latitude:.4f}, {place.position.longitude:.4f}"
    head = series((f"  {candidate.confidence:.2f}", where_words(place), f"({where})", _to_write(candidate)), "  ")
    says = series((AUTHORITIES.get(candidate.says, candidate.says), place.id if candidate.says in _ONLINE else ""))
    told = series((series(("        ", says), ""), series(candidate.reasons, "; ")), ": ")
    return series((head, told), "\n") if candidate.reasons else head


def _to_write(candidate: Candidate) -> str:
    """What names the place in a file: its id, or its position where the gazetteer does not know it."""
    at = candidate.place.position
    return f"[{GEO}{at.latitude:.5f},{at.longitude:.5f}]" if candidate.says in _ONLINE else candidate.place.id
