"""How the words before a place tie it to its clause: led to, listed, or only spoken of."""

from collections.abc import Sequence

from mapapp.articles.clause import FINITE, PLACES, TRIPS, Clause, Tie
from mapapp.articles.languages.language import Act, Language
from mapapp.articles.tokens import Sort, Token

GENITIVE = ("’s", "'s")
_DASHES = frozenset("-–—:")
_HOUSE = 7  # tokens with which a house is named
_SHORTEST = 4  # letters and more of an institution; Mr and Mrs are none


def tie(clause: Clause, language: Language) -> None:
    """Say of each place in the clause how it is tied to it."""
    for i, token in enumerate(clause.tokens):
        if token.sort in PLACES | {Sort.AREA}:
            clause.ties[i] = _tied(clause, i, language)


def _tied(clause: Clause, at: int, language: Language) -> Tie:  # noqa: PLR0911
    """What the word before a place, or before the list that it belongs to, says of it."""
    tokens, before = clause.tokens, _leading(clause.tokens, at, language)
    if _is_halt(clause, at, language):
        return Tie.AT
    behind = _past_manner(tokens, at, language)
    if behind.lemma in language.reached and behind.form in FINITE and (before < 0 or tokens[before].text != ","):
        led = before >= 0 and tokens[before].lemma in language.lead | language.away | language.company
        return Tie.OBJECT if not led else Tie.BARE
    if _in_house(tokens, at, language) or _ends_house(tokens, at, language):
        return Tie.AT
    behind = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    partner = tokens[at].text.endswith(GENITIVE) and behind.lemma in language.partners
    if before < 0 or partner or _attribute(tokens, at) or _compound(tokens, at):
        return Tie.BARE
    token = tokens[before]
    if token.sort == Sort.WORD:
        for words, tie in ((language.lead, Tie.AT), (language.away, Tie.FROM), (language.between, Tie.BETWEEN),
                           (language.spoken, Tie.LISTED)):  # fmt: skip
            if token.lemma in words:
                return tie
        if token.lemma in language.of:
            behind_trip = before > 0 and language.acts.get(tokens[before - 1].lemma) in TRIPS
            return Tie.AT if behind_trip else Tie.OF
        if language.acts.get(token.lemma) == Act.TRIP and token.lemma in language.visits:
            return Tie.OBJECT
        if token.text in _DASHES and before > 0 and tokens[before - 1].lemma in language.stations:
            return Tie.AT  # "a visit to three countries - Fiji, Samoa and Tonga"
        if token.text in ",–;" or token.lemma in language.joins:
            return Tie.AT if _of_house(clause, before, language) else _in_list(clause, before, language)
        if language.acts.get(token.lemma) in (Act.TRAVEL, Act.ACT, Act.LEAVE) and token.lemma not in language.taking:
            return Tie.FROM if language.acts[token.lemma] == Act.LEAVE else Tie.OBJECT
    return Tie.BARE


def _in_house(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a town stands straight behind what is in it, to which "in" leads: "в аэропорту «Имя» Риги"."""
    if tokens[at].sort != Sort.PLACE or not language.houses:
        return False
    house = next((i for i in range(at - 1, max(-1, at - _HOUSE), -1) if tokens[i].lemma in language.houses), -1)
    inside = tokens[house + 1 : at]
    named = all(
        t.sort == Sort.WORD and not t.form and (t.capital or t.text in '"«»“”' or t.lemma in language.settlements)
        for t in inside
    )
    first = house - 1
    while first > 0 and tokens[first].sort == Sort.WORD and tokens[first].text.isalpha() and not tokens[first].form:
        if tokens[first].lemma in language.lead:
            break
        first -= 1
    return house > 0 and named and tokens[first].lemma in language.lead


def _ends_house(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a town ends the name of a house to which "at" leads: "at the Hilton Riga"."""
    if tokens[at].sort != Sort.PLACE or language.houses:
        return False
    first = at
    while (
        first > 0
        and tokens[first - 1].sort == Sort.WORD
        and tokens[first - 1].capital
        and tokens[first - 1].text.isalpha()
    ):
        first -= 1
    led = first - 1 - (first > 1 and tokens[first - 1].lemma == "the")
    return first < at and led >= 0 and tokens[led].lemma in language.housing


def _leading(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The number of the word that leads to a place, past what describes it and past how and when it was reached."""
    before = at - 1
    while before >= 0 and (
        tokens[before].sort == Sort.PEOPLE
        or (tokens[before].sort == Sort.WORD and language.describes(tokens[before].lemma))
    ):
        if tokens[before].lemma in language.of and before and language.acts.get(tokens[before - 1].lemma) in TRIPS:
            break
        before -= 1
    if before > 0 and tokens[before].lemma in language.then and _joins(tokens[before - 1], language):
        before -= 1  # "Fiji, then Samoa"
    verb = before
    while verb >= 0 and (start := _manner(tokens, verb, language)) < verb:
        verb = start
    way = verb >= 0 and tokens[verb].form in FINITE and language.acts.get(tokens[verb].lemma) in (Act.TRAVEL, Act.ACT)
    return verb if way else before


def _manner(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The number before "on Monday" or "с рабочим визитом", where such words end at ``at``; else ``at``."""
    if tokens[at].sort == Sort.DATE:
        led = at > 0 and tokens[at - 1].sort == Sort.WORD and len(tokens[at - 1].text) < _SHORTEST
        return at - 1 - led
    if language.acts.get(tokens[at].lemma) != Act.TRIP:
        return at
    start = at - 1
    while start >= 0 and tokens[start].lemma not in language.company:
        if tokens[start].sort != Sort.WORD or tokens[start].form:
            return at
        start -= 1
    return start - 1 if start >= 0 else at


def _past_manner(tokens: Sequence[Token], at: int, language: Language) -> Token:
    """The word behind a place, past how it was reached: "столицу с рабочим визитом посетит"."""
    trip = next((i for i in range(at + 2, min(at + 5, len(tokens)))
                 if language.acts.get(tokens[i].lemma) == Act.TRIP), 0)  # fmt: skip
    led = trip and tokens[at + 1].lemma in language.company
    first = trip + 1 if led else at + 1
    return tokens[first] if first < len(tokens) else tokens[at]


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place is part of "Russia-Ukraine" or "US–Latvia": that is a matter between them."""
    sides = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    ends = tokens[at].start, tokens[at].end
    return any(t.text in "-–‑" and (t.end in ends or t.start in ends) for t in sides)


def _attribute(tokens: Sequence[Token], at: int) -> bool:
    """Whether a country stands before what bears its name: "at the U.S. Embassy"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or behind.sort != Sort.WORD or tokens[at].sort != Sort.COUNTRY or len(behind.text) <= _SHORTEST:
        return False
    code = tokens[at].text.replace(".", "").isupper() and behind.text.islower() and not behind.form
    return behind.capital or code  # "at the U.S. Embassy", "in U.S. foreign policy"


def _is_halt(clause: Clause, at: int, language: Language) -> bool:
    """Whether a place, or the list it stands in, is said to be a stop: "Riga and Oslo are the last stops"."""
    tokens = clause.tokens
    first = end = at
    while first > 1 and _joins(tokens[first - 1], language) and tokens[first - 2].sort in PLACES:
        first -= 2
    while end < len(tokens) and (tokens[end].sort in PLACES or _joins(tokens[end], language)):
        end += 1
    opens = first == 0 or tokens[first - 1].text in ",:–—" or tokens[first - 1].lemma in language.then
    verb = end < len(tokens) and tokens[end].sort == Sort.WORD and tokens[end].lemma not in language.lead | language.of
    return opens and verb and any(t.lemma in language.halts for t in tokens[end:])


def _joins(token: Token, language: Language) -> bool:
    return token.text == "," or token.lemma in language.joins


def _of_house(clause: Clause, comma: int, language: Language) -> bool:
    """Whether the town of a house stands behind the comma: "at the Naval Academy, Riga"."""
    at = comma - 1
    while (
        at > 0
        and clause.tokens[at].sort == Sort.WORD
        and (
            clause.tokens[at].capital
            or clause.tokens[at].text == "&"
            or clause.tokens[at].lemma in language.of | language.joins
        )
    ):
        at -= 1
    article = clause.tokens[at].lemma in language.skipped and at > 0
    led = clause.tokens[at - article].lemma in language.lead
    return led and clause.tokens[comma].text == "," and comma - at > 1 and clause.tokens[comma - 1].capital


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Whether an area stands behind the town that lies in it, with a word between: "Чанша провинции Хунань"."""
    return (
        at > 1 and tokens[at].sort == Sort.AREA and tokens[at - 1].sort == Sort.WORD and tokens[at - 2].sort in PLACES
    )


def _in_list(clause: Clause, before: int, language: Language) -> Tie:
    """The tie of the place before it in the list; dates between them do not break it."""
    at = before
    marks, tokens = {",", ";", "on", "—", "–"} | language.joins | language.then, clause.tokens
    while at >= 0 and (tokens[at].sort == Sort.DATE or tokens[at].lemma in marks or _is_within(tokens, at)):
        at -= 1 + _is_within(tokens, at)
    return clause.ties.get(at, Tie.BARE)
