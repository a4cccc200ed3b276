"""Places within a few words: "в Ташкент", "Visit to Samarkand", "Depart Kathmandu", "Puerto de Valencia"."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from mapapp.folding import fold
from mapapp.foreign.people import is_activity
from mapapp.foreign.vocabulary import written
from mapapp.place import Ambiguous, Found, Resolve, Toponym

Known = Callable[[str], bool]
_SHORTEST = 3  # letters of a name that has the ending of another case
_WAYS = ("arriving", "going", "leaving")
_TWICE = 2  # journeys from which on a text is a programme; one may be a manner of speaking
_LONGEST = 60  # characters of a text with a name in it
_ONWARD = re.compile(
    r"\s+(?:para|rumo a|to|for|by|via|at|nach|mit|um|pour|vers|hacia|на|рейсом|в)\s+|[.,;:(\n]|\s[–—-]\s", re.IGNORECASE
)
_DEED = re.compile(r"\s+(?:and|und|et|y|e|и)\s+(?=[^\W\d_A-ZÀ-ÞА-ЯЁ])")  # what is done there
_WAY = re.compile(r"\s*(?:/|→|>|\s[–—-]\s|(?<=\w)[–—](?=\w))\s*")
_STOPS = re.compile(r"\s+(?:[–—-]+|→|->|>|/)\s+")
_MEASURED = re.compile(  # "(310 km)", ", 5 h drive"
    r"\s*(?:\(\s*[~≈]?|,\s*[~≈]?|\s[~≈]?)\d[\d.,]*\s?(?:km|kms|км|mi|miles|h|hrs?|hours?|min|mins|ч)\b[^(),]*\)?$",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(r"(?P<what>.{3,200}?)\s*\((?P<where>[^()]{2,60})\)")
_COMMA = re.compile(r"\s*,\s*")
_QUARTER = re.compile(  # "Paris 7e", "London W12", "Dublin 4", "Wien 1.", "Budapest V."
    r"(?<=[^\W\d])\s+(?:\d{1,2}(?:er|e|ème|ᵉ|\.)?(?:\sarr\w*\.?)?|[NSEW]{1,2}C?\d{1,2}[A-Z]?|[IVX]{1,5}\.)$"
)
_JOINED = re.compile(r"\s*,\s*|\s+(?:and|и|und|et|y|e)\s+")
_CYRILLIC = re.compile(r"[а-яё]$", re.IGNORECASE)
_CASES = (
    ("ию", "ия"), ("ии", "ия"), ("у", "а"), ("ю", "я"), ("е", "а"), ("е", ""), ("ы", "а"), ("и", "а"), ("и", "я"),
    ("и", "ь"), ("а", ""), ("я", "ь"),
)  # fmt: skip


def is_name(resolve: Resolve) -> Known:
    """Whether a text is the name of a place as lists write it, told by a resolver."""

    def tell(text: str) -> bool:
        answer = resolve(Toponym(text))
        if isinstance(answer, Ambiguous):
            return answer.candidates[0].match in ("title", "name", "several")
        return isinstance(answer, Found) and answer.candidates[0].match in ("title", "name")

    return tell


def place_in(text: str, known: Known) -> str:
    """The name of the place to which a text says that somebody goes, or that he leaves; "" where it says none."""
    return moved(text, known)[1]


def moved(text: str, known: Known) -> tuple[str, str]:
    """How somebody moves by a text, "arriving", "going", "leaving" or "visiting", and the place; "" for both otherwise.

    ``known`` tells whether a text is the name of a place.
    """
    for kind in ("arriving", "going", "leaving", "visiting"):
        match = _told(kind).match(text)
        if match and (name := _name(match["where"], known)):
            return kind, name
    match = _held().match(text)
    name = _name(match["where"], known) if match else ""
    return ("visiting", name) if name else ("", "")


def bare(text: str, known: Known) -> str:
    """A name without the preposition, or the words of a journey, before it; the text itself where it has none."""
    activity = _ACTIVITY.fullmatch(text)
    if activity and is_activity(activity["what"]) and known(_COMMA.split(activity["where"])[0]):
        return activity["where"]  # "Réunion (Vienne)" is no island
    if len(text) > _LONGEST or " " not in text:
        return text
    town = _QUARTER.sub("", text)
    if town != text and known(_COMMA.split(town)[-1]):
        text = town
    match = _preposition().match(text)
    name = (_name(match["where"], known) if match else "") or place_in(text, known)
    return text if not name or known(text) else name


def unmeasured(text: str) -> str:
    """A way without how far it is, or how long it takes: "Bishkek – Naryn (310 km)"."""
    return _MEASURED.sub("", text) if _STOPS.search(text) else text


def way_of(text: str) -> tuple[str, ...]:
    """The folded names of the stops of a way, or of a single one."""
    return tuple(map(fold, _STOPS.split(unmeasured(text))))


def without_home(text: str) -> str:
    """A way that ends where it begins without these two: nobody visits his home. Any other text as it is."""
    parts = _STOPS.split(text)
    there_and_back = len(parts) > 2 and fold(parts[0]) == fold(parts[-1]) and all(parts)
    return " – ".join(parts[1:-1]) if there_and_back else text


def filled(cells: Sequence[str], known: Known, *, timed: bool) -> list[str]:
    """The place of each text of a programme: that of its journey, and from an arrival on until somebody leaves.

    Where the programme is ``timed``, a line that goes on is where the one before it was, and the next one is where it
    went; without hours the day of a journey ends there. An empty text has none, as that of a line with a date alone.
    None at all unless at least two texts tell of an arrival or of leaving.
    """
    told = [moved(cell, known) for cell in cells]
    if not _are_journeys(told):
        return []
    places, here = [], ""
    for cell, (kind, name) in zip(cells, told, strict=True):
        here = here if kind == "going" and timed else name or here
        places.append(here if cell else "")
        here = "" if kind == "leaving" else name or here
    return places


def tell_journeys(cells: Sequence[str], known: Known) -> bool:
    """Whether at least two texts tell that somebody arrives, goes on or leaves: what happens rather than where."""
    return _are_journeys([moved(cell, known) for cell in cells])


def _are_journeys(told: Sequence[tuple[str, str]]) -> bool:
    return sum(kind in _WAYS for kind, _ in told) >= _TWICE


def led_to(text: str, known: Known) -> str:
    """The place at the end of a way that a text tells: "Flight Brasília/Geneva"; "" where it tells none."""
    match = _told("moving").match(text)
    ends = _WAY.split(match["where"].strip(" .")) if match else []
    return _name(ends[-1], known) if len(ends) > 1 and _name(ends[0], known) else ""


def _name(text: str, known: Known) -> str:
    """The place with which a text begins, in the case of a dictionary; "" where it is none."""
    whole = _DEED.split(text)[0].strip(" ,.")
    if site := _site().match(whole):
        whole = site["where"].strip()
    for part in dict.fromkeys(
        (_town_of(whole), whole.split("(")[0].strip(" ,."), _ONWARD.split(whole)[0].strip(" ,."))
    ):
        if len(part) > 1 and part[:1].isupper() and (found := next(filter(known, _cases(part)), "")):
            return found
    parts = _JOINED.split(whole)
    return whole if len(parts) > 1 and all(part and known(part) for part in parts) else ""


def _town_of(text: str) -> str:
    """The words before one for a building: "Tashkent" of "Tashkent Airport, welcomed by an envoy"; "" without it."""
    match = _building().search(text)
    return text[: match.start()].removesuffix(" International ").strip() if match else ""


def _cases(name: str) -> list[str]:
    """A name as it stands, and a Russian one as it may stand in a dictionary: "Москву" is Москва."""
    if not _CYRILLIC.search(name):
        return [name]
    ends = (pair for pair in _CASES if name.endswith(pair[0]) and len(name) > _SHORTEST)
    return [name, *(name.removesuffix(end) + plain for end, plain in ends)]


@cache
def _told(kind: str) -> re.Pattern[str]:
    """Texts that begin by telling of a journey, and where it leads or begins."""
    said = "|".join(map(re.escape, sorted(written(kind), key=len, reverse=True)))
    return re.compile(rf"\W*(?:{said})\s+(?P<where>\S.+)", re.IGNORECASE | re.DOTALL)


@cache
def _held() -> re.Pattern[str]:
    """Texts that begin with what happens and say in which place: "Press conference in Kaunas"."""
    said = "|".join(map(re.escape, sorted(written("activity"), key=len, reverse=True)))
    return re.compile(
        rf"\W*(?:[^\W\d_]+\s+){{0,2}}(?:{said})s?\s+(?:in|à|en|em|в|во)\s+(?P<where>[^\W\d_].+)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _site() -> re.Pattern[str]:
    """A site that is called after the place by which it lies: "the port of Liepāja"."""
    said = "|".join(map(re.escape, sorted(written("far off"), key=len, reverse=True)))
    return re.compile(
        rf"(?:the|la|le|el|il|o|a)?\s*(?:{said})\s+(?:of|de|di|da|do|von)\s+(?P<where>\S.+)", re.IGNORECASE
    )


@cache
def _building() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(written("venue"), key=len, reverse=True)))
    return re.compile(rf"(?<=\s)(?:{said})\b", re.IGNORECASE)


@cache
def _preposition() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(written("into"), key=len, reverse=True)))
    return re.compile(rf"(?:{said})\s+(?P<where>\S.+)", re.IGNORECASE)
