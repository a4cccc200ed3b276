"""English: the words of travel and meeting, forms of verbs, and how dates are written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from mapapp.articles.languages.capitals import mentions
from mapapp.articles.languages.english_dates import EXPRESSIONS
from mapapp.articles.languages.english_names import BODIES, INSTITUTIONS, LINKS, PAIRED, SITES, SMALL, TOPICS
from mapapp.articles.languages.english_verbs import ACTS, PHRASES, first_form
from mapapp.articles.languages.language import Act, Language, Paragraph
from mapapp.articles.tokens import Form, Sort, Token, words

_SHORTEST = 4  # letters that a verb of the past has more than
_WAY = 4  # words from "left" to "for"
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr gov sen st lt gen prof rep mt adm cmdr capt col maj "
    "brig hon rev sgt".split()
)


class English(Language):
    """The language of the first articles."""

    code = "en"
    latin = True
    bound = frozenset({"bound-for"})
    towards = frozenset("to into onto toward towards".split())
    visiting = frozenset({"visiting"})
    taking = frozenset("bring take make lead spend".split())
    phases = frozenset("conclude end begin wrap complete start finish continue proceed stop reach".split())
    making = frozenset("make bring take".split())
    no = frozenset("not never n’t".split())
    agreeing = frozenset({"agree"})
    begins = frozenset("begin start kick".split())
    starting = frozenset("starting beginning commencing".split())
    reports = frozenset("announce confirm disclose reveal".split())
    aside = frozenset("for about on of against behind under".split())
    doers = frozenset({"by"})
    indefinite = frozenset({"a", "an"})
    like = frozenset({"as"})
    remote = frozenset("video virtually online videoconference virtual phone telephone".split())
    sent = frozenset("ambassador envoy chargé director representative".split())
    rulers = frozenset("president premier king queen emir sultan chancellor".split())
    unseated = frozenset("union european eu un nations nato osce envoy representative commissioner".split())
    former = frozenset("last previously previous recent once-before".split())
    behind = frozenset("after following".split())
    speakers = frozenset("spokesperson spokesman spokeswoman".split())
    links = LINKS
    partners = frozenset("sister twin partner".split())
    earlier = frozenset("earlier previously".split())
    attending = frozenset({"present"})
    born = frozenset({"born"})
    once = frozenset("former ex".split())
    press = frozenset("press-conference briefing".split())
    spans = frozenset("hours day days week weeks month months year years".split())
    pairs: Mapping[str, str] = {f"{office}s": office for office in PAIRED} | {"leaders": ""}
    housing = frozenset({"at"})
    chiefs = frozenset("leader diplomat counterpart".split())
    heads = frozenset("head chief".split())
    inviting = frozenset("invitation invite".split())
    ways = frozenset("way route".split())
    sites = SITES
    regarding = frozenset("on about for".split())
    signing = frozenset({"sign"})
    generic = frozenset(
        "minister secretary commissioner envoy representative official diplomat chief governor mayor senator "
        "ambassador speaker chairman lawmaker congressman director".split()
    )
    capital = "capital"
    capitals = frozenset("capital city town".split())
    institutions = INSTITUTIONS
    missions = frozenset("delegation mission representation".split())
    bodies = BODIES
    ever = frozenset({"since"})
    topics = TOPICS
    lead = frozenset("bound-for in at to into onto through via towards near outside across throughout inside".split())
    away = frozenset({"from"})
    company = frozenset("with by alongside".split())
    between = frozenset({"between"})
    ahead = frozenset("ahead-of before upcoming coming next forthcoming".split())
    joins = frozenset("and or as well".split())
    clauses = frozenset("where who which while before after but that because when although whose having".split())
    leading = frozenset({"lead", "head"})
    relative = frozenset({"who"})
    which = frozenset({"which", "that"})
    where = frozenset({"where"})
    then = frozenset("having then lastly finally later afterwards subsequently next earlier previously".split())
    there = frozenset({"there", "here", "sidelines"})
    home = frozenset({"home", "back"})
    spoken = frozenset({"including", "include", "includes", "namely"})
    halts = frozenset("stop(n) stopover(n) leg(n) itinerary(n) stop leg destination itinerary".split())
    stations = frozenset(
        "countries country cities city towns states nations capitals stops places destinations region republics "
        "neighbours neighbors economies".split()
    )
    further = frozenset("other remaining others".split())
    airports = frozenset("airport airbase aerodrome".split())
    of = frozenset({"of"})
    arrivals = frozenset("arrival arrive".split())
    departures = frozenset("departure depart leave".split())
    he = frozenset("he she him her his hers".split())
    forerunners = frozenset("predecessor predecessors successor".split())
    denying = frozenset("deny decline refuse".split())
    wondering = frozenset({"whether", "if"})
    genders = (frozenset("he him his".split()), frozenset("she her hers".split()))
    they = frozenset("they them their".split())
    joining = frozenset("join accompany".split())
    latter = frozenset({"latter"})
    groups = frozenset(
        "plane aircraft jet delegation group team mission party couple pair duo trio singers musicians dancers choir "
        "orchestra ensemble squad".split()
    )
    future = frozenset(
        "will shall would due expected schedule scheduled slated planned planning plans plan intends intend set going "
        "may hopes to-come".split()
    )
    skipped = frozenset(
        "also the a an sister twin partner neighbouring neighboring nearby both capital city town of port central "
        "northern southern eastern western historic downtown beautiful".split()
    )
    expressions = EXPRESSIONS
    date_joins: Mapping[str, str] = dict.fromkeys(("and", "to", "until", "through", "till"), "–")
    meeting_with = "Meeting with {name}"
    visit_to = "Visit to {name}"
    nouns = frozenset(f"{word}(n)" for act in (Act.TRIP, Act.TALKS) for word in ACTS[act].split())
    unstated = "The article names no place in the country."

    def __init__(self) -> None:
        self.acts = {}
        for act, lemmas in ACTS.items():
            for lemma in lemmas.split():
                self.acts.setdefault(lemma, act)
        self.acts |= {f"{lemma}(n)": act for act in (Act.TRIP, Act.TALKS) for lemma in ACTS[act].split()}
        self.acts |= {"proceed-planned": Act.TAKE_PLACE}

    def is_thing(self, before: Sequence[Token]) -> bool:
        """A noun that is led by no preposition, or "it"; a journey and talks are none, nor are adverbs."""
        led = False
        pairs = list(pairwise([*before, None]))
        told = [(t, behind) for t, behind in pairs if t and (self.acts.get(t.lemma) in _TOLD or t.lemma in self.press)]
        if any(not _of_others(behind) for _, behind in told):
            return False
        for token in before:
            if token.text == ",":
                led = False
            if token.sort in (Sort.COUNTRY, Sort.PLACE) and not led:
                return True
            if token.sort != Sort.WORD or not token.text.isalpha():
                continue
            led = led or token.lemma in self.lead | self.away | self.of | self.company | self.aside | self.ahead
            small = token.lemma in SMALL | self.joins | self.then | self.clauses | self.no or token.text.endswith("ly")
            if not (led or small or token.form):
                return True
        return False

    def is_attribute(self, noun: Token, word: Token) -> bool:
        """A participle behind a noun in small letters that is neither a group nor a journey."""
        plain = noun.sort == word.sort == Sort.WORD and noun.text.isalpha() and noun.text.islower() and not noun.form
        acts = noun.lemma in self.groups | self.he | self.they | self.joins | self.which | self.relative | _NEAR
        ends = word.text.endswith(("ed", "ing")) and len(word.text) > _SHORTEST and word.text.islower()
        return plain and ends and not (acts or word.form or word.lemma in self.acts or noun.text.endswith("ly"))

    def is_several(self, verb: Token) -> bool:  # noqa: ARG002
        """No form tells it."""
        return False

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
        told = [_told(found, i) for i in range(len(found))]
        told = [_no_verb(told, i) for i in range(len(told))]
        return [_as_noun(_bound(told, i), told[:i]) for i in range(len(told))]

    def mentions(self, paragraph: Paragraph) -> list[Token]:
        """People, places and events, by capital letters, offices and the gazetteer."""
        return mentions(paragraph, self.lead)


_TOLD = (Act.TRIP, Act.TALKS)
_NEAR = frozenset("also then to will would be have has had was were is are not it".split())
_OWN = frozenset(
    "i we me us my our mine ours you your i’m i’ll we’re we’ll i've we've i’ve we’ve i'll we'll let".split()
)
_DETERMINERS = frozenset("a an the his her their this that its first second third last final planned working official "
                         "two-day three-day five-day whose and busy short brief state joint separate bilateral with "
                         "during for of hold held after before following amid".split())  # fmt: skip


_IS = frozenset("he she it that there who".split())  # "she’s" is no genitive
_ENDINGS = {"ll": "will", "d": "would", "re": "are", "ve": "have"}


def _written_out(found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The words, "she’ll" as "she" and "will", each where it stands."""
    for at, end, word in found:
        left, mark, right = word.replace("'", "’").partition("’")
        if mark and right == "s" and left.casefold() in _IS:
            yield at, at + len(left), left
            yield at + len(left), end, "is"
        elif mark and right in _ENDINGS:
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
    if not single or word == "missions":  # of NATO; the mission to Mexico is a journey
        return replace(token, lemma=f"{word}(ns)") if word == "missions" else token
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


def _of_others(token: Token | None) -> bool:
    """Whether talks are told to be those of others: "talks between the rebels and the army"."""
    return token is not None and token.lemma in English.between


_SUBJECTS = frozenset("he she they it we who which and also then later has have had not never".split())
_OBJECTS = frozenset("the a an this that these those his her its their our all both how what why to him them".split())
_NO_VERBS = frozenset("indeed hundred speed united need exceed proceed succeed beloved naked sacred wicked".split())


def _told(found: Sequence[Token], at: int) -> Token:
    """A word such as "endorsed" as a verb of the past that tells of nothing of ours; as what it is where it is none."""
    token, before = found[at], found[at - 1] if at else None
    behind = found[at + 1] if at + 1 < len(found) else None
    word = token.text
    past = word.islower() and word.endswith("ed") and len(word) > _SHORTEST and word not in _NO_VERBS
    if token.form or not past or not before or not behind:
        return token
    acts = before.lemma in _SUBJECTS or before.text.endswith("ly") or before.form in (Form.PAST, Form.PRESENT)
    plain = before.text.isalpha() and before.lemma not in _DETERMINERS and before.lemma not in English.lead
    takes = behind.lemma in _OBJECTS or behind.text[:1].isupper() or behind.text in '“"'
    if (acts and before.lemma != "be") or (plain and takes):
        return replace(token, form=Form.PAST)
    return token


_COUNTED = frozenset("the a his her their its several new some three two joint other any these those".split())


def _no_verb(found: Sequence[Token], at: int) -> Token:
    """A word such as "the transit" or "heads of" as a noun, which its form alone tells to be a verb."""
    token, word = found[at], found[at].text.casefold()
    before = found[at - 1].text.casefold() if at else ""
    behind = found[at + 1].text.casefold() if at + 1 < len(found) else ""
    noun = token.form == Form.BASE and before in ("the", "a", "an", "his", "her", "their", "its")
    noun = noun or (token.form == Form.PRESENT and before == "the" and word in ("hosts", "stops", "visits", "tours"))
    noun = noun or (word in ("plan", "plans") and before in _COUNTED)
    noun = noun or (token.form == Form.PRESENT and behind == "of" and word.endswith("s"))
    return replace(token, lemma=f"{word}(n)", form=Form.NONE) if noun and f"{word}(n)" not in English.nouns else token


def _phrase(plain: Sequence[Token], at: int) -> tuple[int, str]:
    for size in (4, 3, 2):
        if lemma := PHRASES.get(tuple(t.lemma for t in plain[at : at + size])):
            return size, lemma
    return 1, plain[at].lemma
