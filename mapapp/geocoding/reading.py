"""What a cell or a mention says besides the bare name: its container, a word of its kind."""

from itertools import permutations
from typing import NamedTuple

from mapapp.dates.names import months, weekdays
from mapapp.folding import fold
from mapapp.geocoding.parting import unbracketed
from mapapp.pattern import lazy

_NOISE = {"capital", "the capital", "virtual", "online", "столица", "г"}
_KIND_WORDS = {
    "area": "region oblast oblysy province provinsi governorate county district prefecture territory viloyati welayaty "
            "область край район округ rayon raion state parish canton department emirate voivodeship "
            "облысы областы облусу вилояти вилояты вилаяты обл oblysy",
    "place": "city town village municipality capital город г гор пос п пгт поселок село с деревня дер д аул shahri "
             "shahar shahr sh шахри шахар шаҳри шаары ш qalasy қаласы қ ауылы stadt gemeinde ville commune ciudad "
             "cidade municipio",
    "station": "station railway airport airfield вокзал станция аэропорт flughafen flugplatz aéroport aeropuerto "
               "aeroporto havalimanı havaalanı lotnisko luchthaven letiště lufthavn әуежайы аеропорт",
    "base": "base afb airbase авиабаза",
    "port": "port seaport harbour harbor порт",
    "island": "island isle остров аралы",
    "water": "озеро оз река р море залив водохранилище пролив көлі өзені теңізі шығанағы көлү дарыясы "
             "gölü nehri denizi körfezi ko'li daryosi dengizi річка",
    "mountain": "гора горы хребет пик перевал вулкан тауы таулары жотасы шыңы тоосу dağı dağları",
    "township": "township twp",  # no list has those of the United States; their towns often bear the name
}  # fmt: skip
_ABBREVIATED = lazy(r"(?i)\b(г|гор|пос|пгт|п|с|д|дер|қ|ш)\.(?=\w)")  # г.Ош is not Gosh
_IN_FULL = {"обл": "область", "респ": "республика", "окр": "округ"}  # which lists write out
_OF = {"of", "de", "da", "di", "do", "du", "del"}
_BASES = [(a, b) for a, b in permutations((" air base", " air force base", " afb", " airbase"), 2)]
_OF_FORCES = (
    *(f" {force} base" for force in ("air", "air force", "naval", "army", "military", "marine corps")),
    *(" afb", " airbase", " naval station", " naval air station", " army airfield"),
)
_WORD_KIND = {fold(word): kind for kind, words in _KIND_WORDS.items() for word in words.split()}
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
    "hotel": "hilton hyatt intercontinental kempinski marriott novotel radisson ramada rixos serena sheraton sofitel "
             "swissotel westin",
    "word": "big black blue el grand great green high la las little long los middle new old red royal saint san santa "
            "st white",
}  # fmt: skip
_BUILDINGS = """
    academy arena auditorium barracks bazaar campus cemetery chateau college consulate factory fairgrounds gallery
    guesthouse hq kremlin laboratory mausoleum mission opera palacio palais palazzo pavilion plant refinery restaurant
    schloss senate shipyard shrine synagogue temple terminal ambassade botschaft embajada ambasciata messe
    sarayi oteli merkezi universitat universite universidad universidade universita universitesi pałac zamek
    дворец отель гостиница университет резиденция посольство музей театр библиотека парк собор мечеть
"""
_VENUES = {
    *_KINDS_OF_SITES["venue"].split(), *_KINDS_OF_SITES["hotel"].split(),
    *fold(_BUILDINGS).split(),
}  # fmt: skip
_GENERAL = _AROUND | {word for words in _KINDS_OF_SITES.values() for word in words.split()}
_DISTRICT = lazy(r"(?i)(\w{3,}?)(?:[сц]к(?:ий|ая|ого|ой))\s+(?:район|р-н|округ|уезд|района)")
_ADDRESS = lazy(
    r"(?i)\d|\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ul|ulitsa|rue|calle|rua|via|prospekt|ko'chasi|kochasi"
    r"|ул|улица|проспект|пр|просп|пер|переулок|бульвар|шоссе|көшесі|даңғылы|кўчаси|дом|д)\b|(?:straße|strasse|platz|allee)\b"
)
_MISSION = lazy(r"\b(?:embass|consulate|legation|high commission|permanent mission)")
_NOTHING = {
    "none", "null", "nan", "n a", "na", "nil", "home", "airport", "train", "online", "virtual", "at sea", "tba", "tbc",
    "tbd", "unknown", "various", "several", "in transit", "transit",
}  # fmt: skip
_WORDS = {
    "rest", "port", "capital", "sea", "ocean", "holiday", "annex", "energy", "minister", "costa", "peace", "no",
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
}  # fmt: skip


class Reading(NamedTuple):
    """A name, what stands behind it as the place that contains it (or another name of it), and a word of its kind."""

    name: str
    container: str = ""
    bracket: str = ""
    kind: str = ""


def read(text: str) -> Reading:
    """Take a cell apart: "Colon, Panama" has a container, "Dostyk (Druzhba)" a bracket, "Almaty region" a kind."""
    outside, brackets = unbracketed(text)
    bracket = next((b for b in brackets if b and fold(b) not in _NOISE and not b.isdigit()), "")
    bare = outside.strip(" \t\n,;.\"“”«»'*†")
    name, _, container = bare.partition(",")
    return Reading(name.strip(), container.strip(), bracket, kind_of(name))


def is_nothing(text: str, *, stated: bool) -> bool:
    """Whether a cell says that there is no place (None, n/a), or only a word that some hamlet bears as well."""
    key = fold(text)
    return key in _NOTHING or (not stated and key in _WORDS)


def is_word(text: str) -> bool:
    """Whether a cell may be no name at all: of two or three letters, or a month or weekday in some language."""
    return len(fold(text)) <= 3 or bool(months(text) or weekdays(text))


def spellings(text: str) -> list[str]:
    """Folded keys to try for one name, the most literal first: without article, written together, without its kind."""
    key = fold(_ABBREVIATED.sub(r"\1 ", text))
    words = key.split()
    full = " ".join(_IN_FULL.get(word, word) for word in words)
    found = [key, full, *(key.removesuffix(one) + other for one, other in _BASES if key.endswith(one))]
    found += [key.removesuffix(site) for site in _OF_FORCES if key.endswith(site)]
    if words and words[0] in {"the", "al", "el", "la"}:
        found.append(" ".join(words[1:]))
    if " " in key and not any(len(word) < 4 and word in _WORD_KIND for word in words):  # г. Ош is not Gosh
        found.append(key.replace(" ", ""))
    behind = next((i for i, w in enumerate(reversed(words)) if not _kind_at(words, w)), 0)
    if behind:
        found.append(" ".join(words[:-behind]))  # Port of Spain Airport is of Port of Spain, not of Spain
    bare = [w for w in words if not _kind_at(words, w)]
    if bare and len(bare) < len(words):
        if bare[0] in _OF and words[0] in _WORD_KIND:  # not of Da Nang International Airport
            bare = bare[1:]
        found.append(" ".join(bare[:-1] if bare[-1:] == ["of"] else bare))
    return list(dict.fromkeys(f for f in found if f))


def towns_of_district(text: str) -> list[str]:
    """The towns after which a district may be called in Russian: Бурабай, of "Бурабайский район"; none elsewhere."""
    found = _DISTRICT.fullmatch(text.strip())
    return [found[1] + ending for ending in ("", "а", "ск", "ь", "ы")] if found else []


def _kind_at(words: list[str], word: str) -> bool:
    return word in _WORD_KIND or (word == "international" and "airport" in words)


def kind_alone(text: str) -> str:
    """The kind that a text tells which is nothing but words of kinds: "country", "the city", "U.S. state"; or ""."""
    words = [word for word in fold(text).split() if word not in {"the", "us", "a"}]
    kinds = {"country" if word == "country" else _WORD_KIND.get(word, "") for word in words}
    return kinds.pop() if len(kinds) == 1 else ""


def unkinded(name: str, matched: str) -> str:
    """The kind that a name tells by a word that the name under which a place was found does not have, or ""."""
    lost = set(fold(name).split()) - set(fold(matched).split())
    kinds = [_WORD_KIND[word] for word in sorted(lost) if word in _WORD_KIND]
    return next((kind for kind in kinds if kind != "place"), kinds[0] if kinds else "")  # "Port of Mexico City"


def is_venue(name: str) -> bool:
    """Whether a name tells of a building, an institution or a meeting rather than of a town."""
    return not _VENUES.isdisjoint(fold(name).split())


def is_address(name: str) -> bool:
    """Whether a part of a cell is a street or a number rather than a place: "ул. Достык", "52"."""
    return bool(_ADDRESS.search(name))


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


def kind_of(name: str) -> str:
    """The kind that a word in a name of several words tells: "area", "place", "station", "port", or ""."""
    words = fold(name).split()
    return next((_WORD_KIND[w] for w in words if w in _WORD_KIND), "") if len(words) > 1 else ""
