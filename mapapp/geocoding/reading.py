"""What a cell or a mention says besides the bare name: its container, its kind, several places at once."""

import re
from dataclasses import dataclass

from mapapp.folding import fold

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_NOISE = {"capital", "the capital", "city", "town", "tbc", "tbd", "virtual", "online", "столица", "г"}
_SEVERAL = re.compile(r"\s*(?:;|/|\n|\s\+\s|\s&\s|\s[–—→-]\s|\band\b|\bи\b)\s*")
_KIND_WORDS = {
    "area": "region oblast oblysy province provinsi governorate county district prefecture territory viloyati welayaty "
            "область край район rayon raion state",
    "place": "city town village municipality capital город г пос shahri qalasy",
    "station": "station railway airport airfield вокзал станция аэропорт",
    "port": "port seaport harbour harbor порт",
}  # fmt: skip
_WORD_KIND = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
_AROUND = {
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower",
    "inner", "outer", "downtown", "uptown", "midtown", "greater", "metropolitan", "metro", "mid", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
    "area", "region", "the",
}  # fmt: skip
_KINDS_OF_SITES = {
    "venue": "airport base building castle center centre cathedral chancellery church complex congress embassy forum "
             "hall headquarters hospital hotel house institute library memorial ministry monument mosque museum palace "
             "park parliament residence school square stadium summit theatre theater tower university villa",
    "site": "academy arena avenue bank basilica boulevard bridge camp chapel clinic club college company court field "
            "foundation garden gardens gate home hotels inn lane mall market medical office plaza police port prison "
            "resort road schools seminary shop station store street studio temple terminal trust unit zone zoo",
    "land": "bay beach cape city county creek district falls fort highway hill hills international island islands lake "
            "mount mountain national parish point republic river rock springs state town township valley village",
    "word": "big black blue el grand great green high la las little long los middle new old red royal saint san santa "
            "st white",
}  # fmt: skip
_VENUES = set(_KINDS_OF_SITES["venue"].split())
_GENERAL = _AROUND | {word for words in _KINDS_OF_SITES.values() for word in words.split()}
_MISSION = re.compile(r"\b(?:embass|consulate|legation|high commission|permanent mission)")
_NOTHING = {
    "none", "null", "nan", "n a", "na", "nil", "home", "airport", "train", "online", "virtual", "at sea", "tba", "tbc",
    "tbd", "unknown", "various", "several", "in transit", "transit",
}  # fmt: skip
_WORDS = {
    "port", "capital", "sea", "ocean", "holiday", "annex", "energy", "minister", "costa", "peace", "no", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip
_MIRROR = re.compile(r"[,:|/]|\s[–—-]\s")
_NOTE_MARK = re.compile(r"\s*(?:,|:|;|\s[–—-]\s|[(\[])\s*|\s+(?=\d)")
_NOTES = {
    "visit", "visits", "summit", "transit", "meeting", "meetings", "via", "expo", "forum", "talks", "ceremony",
    "conference", "refuelling", "stopover", "overnight", "departure", "arrival", "briefing", "official",
}  # fmt: skip
_LOOSELY = re.compile(
    r"(?:near|outside|off|greater|central|downtown|the city of|city of|area of)\s+(.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A name, what stands behind it as the place that contains it (or another name of it), and a word of its kind."""

    name: str
    container: str = ""
    bracket: str = ""
    kind: str = ""


def read(text: str) -> Reading:
    """Take a cell apart: "Colon, Panama" has a container, "Dostyk (Druzhba)" a bracket, "Almaty region" a kind."""
    brackets = [b.strip() for b in _BRACKETS.findall(text)]
    bracket = next((b for b in brackets if b and fold(b) not in _NOISE and not b.isdigit()), "")
    bare = _BRACKETS.sub(" ", text).strip(" \t\n,;.\"“”«»'*†")
    name, _, container = bare.partition(",")
    return Reading(name.strip(), container.strip(), bracket, _kind(name))


def several(text: str) -> list[str]:
    """The places that one cell lists, by separators that no single name contains; one item where it names one."""
    parts = [part.strip() for part in _SEVERAL.split(_BRACKETS.sub(" ", text)) if part.strip()]
    return parts if len(parts) > 1 else [text]


def is_nothing(text: str, *, stated: bool) -> bool:
    """Whether a cell says that there is no place (None, n/a), or only a word that some hamlet bears as well."""
    key = fold(text)
    return key in _NOTHING or (not stated and key in _WORDS)


def mirrored(text: str) -> tuple[str, str]:
    """The two parts of a cell that may name the country first: "Kazakhstan: Almaty"; "" for both where not two."""
    parts = [part.strip() for part in _MIRROR.split(text.strip())]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else ("", "")


def plain(text: str) -> str:
    """The name without a word that only places it loosely: Astana, for "near Astana"; "" where there is none."""
    match = _LOOSELY.match(text.strip())
    return match[1] if match else ""


def with_country_behind(text: str) -> list[tuple[str, str]]:
    """The ways in which the last words may be a country that no comma parts from the name: "Tashkent Uzbekistan"."""
    words = text.split()
    splits = [(" ".join(words[:-count]), " ".join(words[-count:])) for count in range(1, min(4, len(words)))]
    return [(name, behind) for name, behind in splits if len(behind) > 3 or behind.isupper()]


def without_note(text: str) -> tuple[str, str]:
    """A cell's name and the note that stands with it: "Bishkek" and "official visit"; no note where there is none."""
    for mark in _NOTE_MARK.finditer(text):
        name, note = text[: mark.start()].strip(" ,"), text[mark.end() :].strip(" )]")
        if name and (any(c.isdigit() for c in note) or not _NOTES.isdisjoint(fold(note).split())):
            return name, note
    return text, ""


def spellings(text: str) -> list[str]:
    """Folded keys to try for one name, the most literal first: without article, written together, without its kind."""
    key = fold(text)
    words = key.split()
    found = [key]
    if words and words[0] in {"the", "al", "el", "la"}:
        found.append(" ".join(words[1:]))
    if " " in key:
        found.append(key.replace(" ", ""))
    bare = [w for w in words if w not in _WORD_KIND and not (w == "international" and "airport" in words)]
    if bare and len(bare) < len(words):
        found.append(" ".join(w for i, w in enumerate(bare) if w != "of" or i not in {0, len(bare) - 1}))
    return list(dict.fromkeys(f for f in found if f))


def is_venue(name: str) -> bool:
    """Whether a name tells of a building, an institution or a meeting rather than of a town."""
    return not _VENUES.isdisjoint(fold(name).split())


def is_general(name: str) -> bool:
    """Whether all its words are of the kind that many names have: City Hall, though also Cape Town."""
    words = fold(name).split()
    return bool(words) and _GENERAL.issuperset(words)


def is_mission(name: str) -> bool:
    """Whether it is an embassy or the like, which lies outside the country whose name it bears."""
    return bool(_MISSION.search(fold(name)))


def parts_of(name: str) -> list[str]:
    """Shorter names that a long one may be built on: "northern Iraq", "downtown Dallas", "University of Texas"."""
    words = name.replace("-", " ").split()
    keep = [w for w in words if fold(w) not in _AROUND]
    found = [" ".join(keep)] if keep and len(keep) < len(words) else []
    if " of " in name:
        found.append(name.rsplit(" of ", 1)[1])
    found += [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
    found += [" ".join(words[-count:]) for count in range(len(words) - 1, 0, -1)]
    return [f for f in dict.fromkeys(found) if (len(f) > 3 or f in {"US", "UK", "EU"}) and fold(f) not in _GENERAL]


def _kind(name: str) -> str:
    words = fold(name).split()
    return next((_WORD_KIND[w] for w in words if w in _WORD_KIND), "") if len(words) > 1 else ""
