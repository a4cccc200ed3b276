"""Published corpora of toponym resolution, as documents: the XML of Gritta, Pilehvar and Collier's collection.

Their "A pragmatic guide to geoparsing evaluation" (2019; the repository
milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation on GitHub) comes with LGL, TR-News, GeoWebNews and GeoVirus in
one shape with four dialects: articles with a text, and names with start, end and a position under differing tags. Some
offsets are off; such a name is taken where it stands next.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree

from mapapp.errors import PositionError, Problem, clipped
from mapapp.position import Position
from scoring.gold import GoldDocument, GoldMention

_NAMES = ("phrase", "extractedName", "name")
_LATITUDES = ("gaztag/lat", "lat", "latitude")
_LONGITUDES = ("gaztag/lon", "lon", "longitude")
_FARTHEST = 100  # characters by which an offset may be wrong


def read_corpus(path: Path) -> tuple[list[GoldDocument], list[Problem]]:
    """The documents of a corpus. Names without a position are no part of it; others that cannot be used are told."""
    try:
        root = ElementTree.parse(path).getroot()
        articles = list(root.iter("article")) if root is not None else []
    except OSError as error:
        return [], [Problem(path.name, 0, "", f"the file cannot be opened ({error.strerror}); check its name")]
    except (ParseError, ValueError, LookupError) as error:  # the last two for encodings that nobody knows
        return [], [Problem(path.name, 0, "", f"this is not XML that can be read ({error}); fetch the corpus again")]
    problems: list[Problem] = []
    documents = [_document(article, i, path.name, problems) for i, article in enumerate(articles, 1)]
    return [document for document in documents if document.mentions], problems


def _document(article: Element, number: int, file: str, problems: list[Problem]) -> GoldDocument:
    text = article.findtext("text") or ""
    id = article.get("docid") or article.get("file") or str(number)
    mentions = []
    for tag in (*article.iter("toponym"), *article.iter("location")):
        name, latitude, longitude = _first(tag, _NAMES), _first(tag, _LATITUDES), _first(tag, _LONGITUDES)
        if not (name and latitude and longitude):
            continue
        try:
            start = _start(text, name, tag.findtext("start") or "")
            position = Position.checked(longitude, latitude)
        except (ValueError, PositionError) as error:
            problems.append(Problem(file, 0, f"article {id}, {clipped(name)}", f"{error}; the name is left out"))
            continue
        mentions.append(GoldMention(start, start + len(name), name, position))
    return GoldDocument(id, text, None, tuple(sorted(mentions, key=lambda m: m.start)))


def _first(tag: Element, paths: tuple[str, ...]) -> str:
    return next((found for path in paths if (found := (tag.findtext(path) or "").strip())), "")


def _start(text: str, name: str, stated: str) -> int:
    """Where the name begins, at the stated offset or next to it. Raises ValueError if it is not there."""
    if not stated.strip().isdecimal():
        raise ValueError(f"start '{clipped(stated)}' is not a number")
    start = int(stated)
    places = [match.start() for match in re.finditer(re.escape(name), text) if abs(match.start() - start) <= _FARTHEST]
    if not places:
        raise ValueError(f"the name does not stand at {start}")
    return min(places, key=lambda place: abs(place - start))
