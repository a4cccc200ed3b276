"""What stands above a table says what it is about: a title, the traveller, the year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

_LONGEST = 200  # characters of a title
_SUFFIX = re.compile(r"[\s_-]+")
_GENERAL = re.compile(
    r"(sheet|table|лист|tabelle|blatt|feuil|feuille|hoja|planilha|sayfa|парақ|varaq|foglio|arkusz|аркуш|ورقة)\s*\d*",
    re.IGNORECASE,
)
_JOURNEY = r"(?:visits?|trips?|travels?(?: abroad)?|tours?|journeys?|programme|program|itinerary|schedule)"
_TRAVELLERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_JOURNEY} (?:(?:made |undertaken )?by|of|for) (?P<who>.+?)(?: to | in | through | from |,|:|\(|$)",
        rf"^(?P<who>.+?)['’]s? (?:official |working |state )?{_JOURNEY}\b",
        r"\b(?:визит|поездка|поездки|визиты|рабочая поездка) (?P<who>.+?)(?: в | во | по | на |,|:|\(|$)",
        r"\b(?:besuch|reisen?|programm) (?P<who>(?:der|des) .+?)(?: in | nach | durch |,|:|\(|$)",
        r"\b(?:visites?|déplacements?|voyages?) (?:de |du |de la |des )(?P<who>.+?)(?: en | au | aux | à |,|:|\(|$)",
        r"\b(?:visitas?|viajes?|gira|agenda) (?:de |del |de la )(?P<who>.+?)(?: a | en | por |,|:|\(|$)",
        r"\b(?:visitas?|viagens?|agenda) (?:do |da |de )(?P<who>.+?)(?: a | à | ao | em | por | no | na |,|:|\(|$)",
    )
)


@dataclass(frozen=True, slots=True)
class Said:
    """A title and a traveller to propose, "" where nothing tells them; ``from_row``: a line above says the title."""

    title: str
    traveller: str
    from_row: bool


def said_above(above: Sequence[str], sheet: str, file: str) -> Said:
    """What the lines above a table, the name of its sheet, or that of its file tell."""
    line = next((text for text in above if len(text) <= _LONGEST and any(c.isalpha() for c in text)), "")
    stem = _SUFFIX.sub(" ", PurePath(str.__str__(file)).stem).strip()  # a path takes no message
    title = line or ("" if is_general(sheet) else sheet) or stem or "Tour"
    return Said(title, next(filter(None, map(traveller_in, (*above, sheet, stem))), ""), bool(line))


def is_general(sheet: str) -> bool:
    """Whether the name of a sheet is what a program calls it."""
    return not sheet or bool(_GENERAL.fullmatch(sheet))


def traveller_in(text: str) -> str:
    """Whose journey a title speaks of, "" where it does not say."""
    for pattern in _TRAVELLERS:
        if match := pattern.search(text):
            who = match["who"].strip(" .,:–—-")
            if 1 < len(who) < 80 and not who[:1].isdigit():
                return who
    return ""
