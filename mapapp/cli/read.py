"""The command ``read``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp import files
from mapapp.cli.ending import FINE, PROBLEMS
from mapapp.errors import MapappError, WhenError, clipped, counted
from mapapp.when import When

if TYPE_CHECKING:
    from mapapp.articles.records import Article, Proposal, Reading
    from mapapp.tour import Person

MOST_QUOTED = 100  # characters of the text on the terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "file", metavar="FILE", help="an article: text, a saved page (.html), .pdf or .docx; - is input"
    )
    parser.add_argument(
        "out",
        metavar="OUT",
        nargs="?",
        help="the folder of a tour to write; an article is added to a tour that is there",
    )
    parser.add_argument("--published", type=_date, default=None, metavar="DATE", help="the day of its publication")
    parser.add_argument("--title", default="", help="its title, where the file states none")
    parser.add_argument("--publisher", default="", help="who published it, where the file does not state that")
    parser.add_argument("--url", default="", help="its address, where the file states none")
    parser.add_argument("--sure", action="store_true", help="write only what is sure")


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

    article = _article(options)
    contents = _contents(Path(options.out)) if options.out else {}
    language, people, model = language_of(article.language), _people(contents), chosen_server()
    if model:
        print(announcement(article, model), file=sys.stderr)
    reading = read_with_model(article, language, model, people) if model else read(article, language, people)
    print(*_lines(reading), sep="\n")
    if not reading.proposals:
        print("The article tells of no journey that the rules can find.", file=sys.stderr)
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
        reason = error.strerror if isinstance(error, OSError) else "it is no path"
        raise MapappError(f"'{clipped(options.file)}' cannot be read ({reason}). Name another file.") from None
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
        raise MapappError(f"'{clipped(str(folder))}' is there and is no folder of a tour. Name another one.")
    return {path.name: files.read(path, MAX_BYTES) for path in sorted(folder.iterdir()) if path.is_file()}


def _people(contents: dict[str, bytes]) -> list["Person"]:
    from mapapp.articles.tables import Tables
    from mapapp.tour import Person

    return [
        Person(*(row.get(name, "") for name in ("id", "name", "role", "organisation", "country")))
        for row in Tables(contents).rows["people.csv"]
    ]


def _lines(reading: "Reading") -> Iterator[str]:
    article = reading.article
    yield from reading.notes
    for proposal in reading.proposals:
        yield ""
        yield from _told(article, proposal)
    if reading.refusals:
        yield ""
        yield "Not taken:"
    for refusal in reading.refusals:
        where = f"paragraph {article.paragraph(refusal.quote.start)}"
        yield f"  “{clipped(article.words(refusal.quote), MOST_QUOTED)}” ({where}): {refusal.reason.value}"


def _told(article: "Article", proposal: "Proposal") -> Iterator[str]:
    from mapapp.place import where_words

    spot, when = proposal.spot.value, proposal.when.value
    place = where_words(spot.place) if spot.place else spot.toponym or "place not stated"
    land = "" if spot.place or not spot.country else f" ({_country(spot.country)})"
    yield f"{proposal.key}  {when.heading if when else 'day not stated'} · {place}{land} · {proposal.status.value}"
    yield f"    {proposal.title.value}"
    people = [f.value.label for f in (*proposal.travellers, *proposal.others)]
    yield f"    {', '.join(people) if people else 'no traveller: an event beside the journey'}"
    for name, field in (("place", proposal.spot), ("when", proposal.when)):
        if field.value is not None and field.quotes:
            yield f"    {name}: “{clipped(article.words(field.quotes[0]), MOST_QUOTED)}” {field.rule}"
    yield f"    paragraph {article.paragraph(proposal.quote.start)}"
    yield from (f"    In doubt: {doubt}" for doubt in proposal.doubts)


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
        raise MapappError(
            f"'{clipped(str(folder))}' cannot be written ({error.strerror}). Name another folder."
        ) from None
    for note in notes:
        print(note, file=sys.stderr)
    print(
        f"{counted(len(taken), 'proposal')} written to {folder}; look at them before they are published",
        file=sys.stderr,
    )
