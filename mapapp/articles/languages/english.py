"""English: the words of travel and meeting, forms of verbs, and how dates are written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mapapp.articles.languages.capitals import mentions
from mapapp.articles.languages.english_dates import EXPRESSIONS
from mapapp.articles.languages.english_verbs import ACTS, first_form
from mapapp.articles.languages.language import Act, Language, Paragraph
from mapapp.articles.tokens import Token, words

_PHRASES = {
    ("take", "part"): "attend", ("call", "off"): "cancel", ("fall", "through"): "cancel", ("depart", "for"): "reach",
    ("leave", "for"): "reach",
    ("head", "for"): "reach", ("set", "off", "for"): "reach", ("set", "out", "for"): "reach",
    ("put", "off"): "postpone", ("put", "back"): "postpone",
    ("take", "place"): "convene", ("come", "from"): "hail", ("go", "ahead"): "proceed-planned",
    ("ahead", "of"): "ahead-of", ("in", "advance", "of"): "ahead-of", ("on", "the", "eve", "of"): "ahead-of",
    ("the", "day", "before"): "before", ("call", "on"): "meet", ("meet", "up"): "meet", ("set", "off"): "leave",
    ("side", "event"): "side-event", ("preparation", "for"): "ahead-of", ("pay", "a", "visit"): "visit",
    ("to", "come"): "to-come", ("come", "as"): "follow", ("come", "amid"): "follow", ("come", "after"): "follow",
    ("come", "ahead", "of"): "follow", ("come", "days", "after"): "follow",
}  # fmt: skip
_WAY = 4  # words from "left" to "for"
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr gov sen st lt gen prof rep mt".split()
)


class English(Language):
    """The language of the first articles."""

    code = "en"
    latin = True
    bound = frozenset({"bound-for"})
    towards = frozenset("to into toward towards".split())
    visiting = frozenset({"visiting"})
    taking = frozenset("bring take make lead spend".split())
    making = frozenset({"make"})
    no = frozenset("not never n’t".split())
    agreeing = frozenset({"agree"})
    begins = frozenset("begin start kick".split())
    starting = frozenset("starting beginning commencing".split())
    reports = frozenset("announce confirm disclose reveal".split())
    aside = frozenset("for about on of against behind under".split())
    doers = frozenset({"by"})
    indefinite = frozenset({"a", "an"})
    like = frozenset({"as"})
    remote = frozenset("virtually online videoconference virtual phone telephone".split())
    sent = frozenset("ambassador envoy chargé director representative".split())
    unseated = frozenset("union european eu un nations nato osce envoy representative commissioner".split())
    former = frozenset("last previously".split())
    behind = frozenset("after following".split())
    reached: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    chiefs = frozenset("leader diplomat counterpart".split())
    heads = frozenset("head chief".split())
    inviting = frozenset("invitation invite".split())
    ways = frozenset("way route".split())
    sites = frozenset(
        "plant factory mine smelter school hospital bridge road railway station dam project terminal port".split()
    )
    regarding = frozenset("on about for".split())
    signing = frozenset({"sign"})
    generic = frozenset(
        "minister secretary commissioner envoy representative official diplomat chief governor mayor senator "
        "ambassador speaker chairman lawmaker congressman director".split()
    )
    capital = "capital"
    capitals = frozenset({"capital"})
    institutions = frozenset(
        "embassy consulate envoys ambassadors office headquarters university college academy museum "
        "hospital centre center institute chamber ambassador".split()
    )
    missions = frozenset("delegation mission representation".split())
    topics = frozenset(
        "situation situations war conflict crisis crises peace unrest developments development fighting ceasefire "
        "elections election violence progress reforms investment investments interests troops stability security "
        "projects attack attacks escalation events democracy rights companies investors partners diaspora operation "
        "operations terrorism extremism piracy invasion aggression occupation famine drought floods based "
        "headquartered located".split()
    )
    lead = frozenset("bound-for in at to into through via towards near outside across throughout inside".split())
    away = frozenset({"from"})
    company = frozenset("with by alongside".split())
    between = frozenset({"between"})
    ahead = frozenset("ahead-of before upcoming coming next forthcoming".split())
    joins = frozenset("and or as well".split())
    clauses = frozenset("where who which while before after but that because when although whose".split())
    leading = frozenset({"lead", "head"})
    relative = frozenset({"who"})
    which = frozenset({"which", "that"})
    where = frozenset({"where"})
    then = frozenset("then later afterwards subsequently next earlier previously".split())
    there = frozenset({"there", "here", "sidelines"})
    home = frozenset({"home", "back"})
    spoken = frozenset({"including", "include", "includes", "namely"})
    halts = frozenset("stop(n) stopover(n) leg(n) itinerary(n) stop leg destination itinerary".split())
    stations = frozenset(
        "countries country cities city towns states nations capitals stops places destinations region republics "
        "neighbours neighbors economies".split()
    )
    airports = frozenset("airport airbase aerodrome".split())
    of = frozenset({"of"})
    arrivals = frozenset("arrival arrive".split())
    departures = frozenset("departure depart leave".split())
    he = frozenset("he she him her his hers".split())
    they = frozenset("they them their".split())
    joining = frozenset("join accompany".split())
    latter = frozenset({"latter"})
    against: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()
    settlements: frozenset[str] = frozenset()
    recalls: frozenset[str] = frozenset()
    groups = frozenset(
        "plane aircraft jet delegation group team mission party couple choir orchestra ensemble squad".split()
    )
    future = frozenset(
        "will shall would due expected schedule scheduled planned planning plans plan intends intend set going may "
        "hopes to-come".split()
    )
    skipped = frozenset(
        "also the a an neighbouring neighboring nearby both capital city town of port central northern "
        "southern eastern western historic downtown beautiful".split()
    )
    expressions = EXPRESSIONS
    date_joins: Mapping[str, str] = dict.fromkeys(("and", "to", "until", "through", "till"), "–")
    meeting_with = "Meeting with {name}"
    visit_to = "Visit to {name}"
    unstated = "The article names no place in the country."

    def __init__(self) -> None:
        self.acts = {}
        for act, lemmas in ACTS.items():
            for lemma in lemmas.split():
                self.acts.setdefault(lemma, act)
        self.acts |= {f"{lemma}(n)": act for act in (Act.TRIP, Act.TALKS) for lemma in ACTS[act].split()}
        self.acts |= {"proceed-planned": Act.TAKE_PLACE}

    def is_noun(self, word: Token) -> bool:
        """A plural, which no adverb is, but for a few: "cars", not "also" or "always"."""
        plural = word.text.endswith("s") and not word.text.endswith(("ss", "us", "is")) and word.text.islower()
        return plural and not word.form and word.lemma not in self.acts and word.lemma not in _ADVERBIAL

    def is_own(self, word: Token) -> bool:
        """I, our, you."""
        return word.lemma in _OWN

    def words(self, text: str, start: int) -> list[Token]:
        """The words with lemma and form; several that are one word to us, such as "took part", as one."""
        found: list[Token] = []
        plain = [Token(at, end, word, *first_form(word)) for at, end, word in _written_out(words(text, start, _SHORT))]
        at = 0
        while at < len(plain):
            size, lemma = _phrase(plain, at)
            token = plain[at]
            last = plain[at + size - 1]
            if size > 1:
                token = Token(token.start, last.end, text[token.start - start : last.end - start], lemma, token.form)
            found.append(token)
            at += size
        return [_as_noun(_bound(found, i), found[:i]) for i in range(len(found))]

    def mentions(self, paragraph: Paragraph) -> list[Token]:
        """People, places and events, by capital letters, offices and the gazetteer."""
        return mentions(paragraph, self.lead)


_OWN = frozenset(
    "i we me us my our mine ours you your i’m i’ll we’re we’ll i've we've i’ve we’ve i'll we'll let".split()
)
_ADVERBIAL = frozenset(
    "always sometimes besides towards afterwards perhaps its his hers theirs days weeks months".split()
)
_DETERMINERS = frozenset("a an the his her their this that its first second third last final planned working official "
                         "two-day three-day five-day whose and busy short brief state joint separate bilateral with "
                         "during for of hold held after before following amid".split())  # fmt: skip


_ENDINGS = {"ll": "will", "d": "would", "re": "are", "ve": "have"}


def _written_out(found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The words, "she’ll" as "she" and "will", each where it stands."""
    for at, end, word in found:
        left, mark, right = word.replace("'", "’").partition("’")
        if mark and right in _ENDINGS:
            yield at, at + len(left), left
            yield at + len(left), end, _ENDINGS[right]
        else:
            yield at, end, word


_ADVERBS = frozenset("also then later first now not next again likely formally officially briefly".split())


def _as_noun(token: Token, before: Sequence[Token]) -> Token:
    """A word such as "visit" as a noun, where a word for nouns stands before it or its form is one."""
    word = token.text.casefold()
    nouns = (*ACTS[Act.TRIP].split(), *ACTS[Act.TALKS].split())
    single = word if word in nouns else word.removesuffix("s") if word.removesuffix("s") in nouns else ""
    if not single:
        return token
    last = next((t for t in reversed(before) if t.lemma not in _ADVERBS), None)
    led = last is not None and (last.text.casefold() in _DETERMINERS or last.text.casefold().endswith(("’s", "'s")))
    adjective = (
        last is not None
        and (not last.form or last.lemma not in ("be", "have", "due"))
        and last.lemma not in ("to", "will", "would")
        and last.text[:1].islower()
    )
    verbal = token.form and (word.endswith("ed") or (last is not None and last.lemma in ("to", "will", "would", "and")))
    if (led or adjective or not token.form or last is None or not last.text[:1].isalpha()) and not verbal:
        return Token(token.start, token.end, token.text, f"{single}(n)")
    return token


def _bound(found: Sequence[Token], at: int) -> Token:
    """The word, which is another one where it is the "for" of "left Riga today for Oslo"."""
    token, leaves = found[at], range(max(0, at - _WAY), at)
    if token.lemma != "for" or not any(found[i].lemma in ("leave", "depart") and found[i].form for i in leaves):
        return token
    return replace(token, lemma="bound-for") if at + 1 < len(found) and found[at + 1].capital else token


def _phrase(plain: Sequence[Token], at: int) -> tuple[int, str]:
    for size in (4, 3, 2):
        if lemma := _PHRASES.get(tuple(t.lemma for t in plain[at : at + size])):
            return size, lemma
    return 1, plain[at].lemma
