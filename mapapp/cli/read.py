"""The command ``read``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import files
from mapapp.cli.ending import FINE, PROBLEMS, not_written
from mapapp.cli.saying import say
from mapapp.errors import MapappError, WhenError, clipped, why
from mapapp.message import plural, series, tr
from mapapp.terms import term
from mapapp.when import When

if TYPE_CHECKING:
    from mapapp.articles.records import Article, Proposal, Reading

MOST_QUOTED = 100  # characters of the text on the terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "file", metavar="FILE", help=tr("an article: text, a saved page (.html), .pdf or .docx; - is input")
    )
    parser.add_argument(
        "out",
        metavar="OUT",
        nargs="?",
        help=tr("the folder of a tour to write; an article is added to a tour that is there"),
    )
    parser.add_argument("--published", type=_date, default=None, metavar="DATE", help=tr("the day of its publication"))
    parser.add_argument("--title", default="", help=tr("its title, where the file states none"))
    parser.add_argument("--publisher", default="", help=tr("who published it, where the file does not state that"))
    parser.add_argument("--url", default="", help=tr("its address, where the file states none"))
    parser.add_argument("--sure", action="store_true", help=tr("write only what is sure"))


def _date(text: str) -> When:
    try:
        return When.parse(text)
    except WhenError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run(options: argparse.Namespace) -> int:
    """Print what an article says of a journey, with its words and doubts, and write it as a tour."""
    from mapapp.articles.languages import language_of
    from mapapp.articles.model import announcement, chosen_server, read_with_model
    from mapapp.articles.reading import read
    from mapapp.articles.tables import people as people_of

    article = _article(options)
    contents = _contents(Path(options.out)) if options.out else {}
    language, people, model = language_of(article.language), people_of(contents), chosen_server()
    if model:
        say(announcement(article, model), error=True)
    reading = read_with_model(article, language, model, people) if model else read(article, language, people)
    say(*_lines(reading))
    if not reading.proposals:
        say(tr("The article tells of no journey that the rules can find."), error=True)
        return PROBLEMS
    if options.out:
        _write(Path(options.out), reading, contents, sure=options.sure)
    return FINE


def _article(options: argparse.Namespace) -> "Article":
    from dataclasses import replace

    from mapapp.articles.opening import MAX_BYTES, opened

    try:
        data = (
            sys.stdin.buffer.read(MAX_BYTES + 1)
            if options.file == "-"
            else files.read(Path(options.file), MAX_BYTES + 1)
        )
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else tr("it is no path")
        raise MapappError(
            tr("'{file}' cannot be read ({reason}). Name another file.", file=clipped(options.file), reason=reason)
        ) from None
    article = opened(data, options.file)
    stated = {
        name: getattr(options, name) for name in ("title", "publisher", "url", "published") if getattr(options, name)
    }
    return replace(article, **stated)


def _contents(folder: Path) -> dict[str, bytes]:
    """The files of the tour that is there; none where there is no folder yet."""
    from mapapp.tables.csv import MAX_BYTES

    if not folder.exists():
        return {}
    if not folder.is_dir() or (any(folder.iterdir()) and not (folder / "visits.csv").exists()):
        raise MapappError(
            tr("'{folder}' is there and is no folder of a tour. Name another one.", folder=clipped(str(folder)))
        )
    return {path.name: files.read(path, MAX_BYTES) for path in sorted(folder.iterdir()) if path.is_file()}


def _lines(reading: "Reading") -> Iterator[str]:
    article = reading.article
    yield from reading.notes
    for proposal in reading.proposals:
        yield ""
        yield from _told(article, proposal)
    if reading.refusals:
        yield ""
        yield tr("Not taken:")
    for refusal in reading.refusals:
        yield tr(
            "  “{words}” (paragraph {number}): {reason}",
            words=clipped(article.words(refusal.quote), MOST_QUOTED),
            number=article.paragraph(refusal.quote.start),
            reason=refusal.reason.value,
        )


def _told(article: "Article", proposal: "Proposal") -> Iterator[str]:
    from mapapp.place import where_words

    spot, when = proposal.spot.value, proposal.when.value
    place = where_words(spot.place) if spot.place else spot.toponym or tr("place not stated")
    if spot.country and not spot.place:
        place = tr("{place} ({country})", place=place, country=_country(spot.country))
    yield tr(
        "{key}  {when} · {place} · {status}",
        key=proposal.key,
        when=when.heading if when else tr("day not stated"),
        place=place,
        status=term(proposal.status.value),
    )
    yield f"    {proposal.title.value}"
    people = [f.value.label for f in (*proposal.travellers, *proposal.others)]
    yield tr("    {people}", people=series(people)) if people else tr("    no traveller: an event beside the journey")
    for name, field in ((tr("place"), proposal.spot), (tr("when"), proposal.when)):
        if field.value is not None and field.quotes:
            words = clipped(article.words(field.quotes[0]), MOST_QUOTED)
            yield tr("    {field}: “{words}” {rule}", field=name, words=words, rule=field.rule)
    yield tr("    paragraph {number}", number=article.paragraph(proposal.quote.start))
    yield from (tr("    In doubt: {doubt}", doubt=doubt) for doubt in proposal.doubts)


def _country(code: str) -> str:
    from mapapp import country

    return country.name(code)


def _write(folder: Path, reading: "Reading", contents: dict[str, bytes], *, sure: bool) -> None:
    from mapapp.articles.drafting import folder as drafted

    taken = [p.key for p in reading.proposals if p.sure or not sure]
    made, notes = drafted(reading, taken, contents)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            if contents.get(name) != content:
                files.write(folder / name, content)
    except OSError as error:
        raise not_written(folder, error, folder=True) from None
    for note in notes:
        say(note, error=True)
    say(
        tr(
            "{counted} written to {folder}; look at them before they are published",
            counted=plural(len(taken), "{n} proposal", "{n} proposals"),
            folder=folder,
        ),
        error=True,
    )
