"""What stands beside the run of a sentence: brackets, and the office behind a name."""

from collections.abc import Callable, Container, Sequence

from mapapp.articles.records import Party, Spot
from mapapp.articles.tokens import Sort, Token
from mapapp.place import Candidate, Place

_KEPT = frozenset({Sort.DATE, Sort.PLACE, Sort.COUNTRY})
_BRACKETS = {"(": ")", "[": "]"}
_LONGEST = 40  # tokens between brackets; what is longer lacks its closing one
_MEANT = frozenset({Sort.PERSON, Sort.PLACE})
_BODY = 13  # tokens with which a body is named
_NAMED = 3  # tokens of a name between marks
_ARTICLE = 4  # letters of "the" and "into"; what describes a town is longer
_JOINS = frozenset({",", "and"})
_ADJECTIVES = frozenset({"official", "senior", "special", "acting"})
_SEVERAL = ("deputy", "prince")  # who bears such an office mostly bears another one
_CLOSES = frozenset({",", ".", ";", "/", "and", "at", "in", "who", "и", "в"})


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without brackets; of what these hold, the dates stay, and a place alone: "Geneva (Switzerland)"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at) if tokens[at].text in _BRACKETS else at
        if end > at:
            inside = tokens[at + 1 : end]
            alone = len(inside) == 1 and inside[0].sort in _KEPT
            found += [t for t in inside if t.sort == Sort.DATE or alone]
        else:
            found.append(tokens[at])
        at = end + 1
    return found


def _closing(tokens: Sequence[Token], at: int) -> int:
    close = _BRACKETS[tokens[at].text]
    return next((i for i in range(at + 1, min(len(tokens), at + _LONGEST)) if tokens[i].text == close), at)


def apposed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the office behind a name and a comma, which goes to the person: "Ada Testa, Minister"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if _counterpart(tokens, at):
            office, at = token.text, next(i for i in range(at + 1, len(tokens)) if tokens[i].sort == Sort.PERSON)
            _hold_too(tokens[at].party, office, joined=tokens[at - 1].text == "and")
            continue
        found.append(token)
        end = _office_behind(tokens, at)
        if end > at and token.party:
            _give(token.party, tokens[at + 1 : end])
            at = end - 1
        at += 1
    return found


def _hold_too(party: Party | None, office: str, *, joined: bool) -> None:
    """Give somebody a second office, said before the one with the name: "State Councillor and Minister Ada Testa"."""
    if joined and party and party.role and office.casefold() not in party.role.casefold() and not party.known:
        party.role = f"{office} and {party.role}"


def _counterpart(tokens: Sequence[Token], at: int) -> bool:
    """Whether an office stands there that goes to the name behind: "his counterpart, Ada Testa"; one of several."""
    if at + 2 >= len(tokens) or tokens[at].sort != Sort.PERSON:
        return False
    body = next((i for i in range(at + 1, min(at + _BODY, len(tokens))) if tokens[i].text == ","), at)
    inside = tokens[at + 1 : body]
    plain = all(t.sort not in _MEANT and not t.form and t.text[:1].isalpha() for t in inside)
    if body - at > 1 and plain and not any(t.lemma in ("and", "at", "in", "и", "в") for t in inside):
        named = tokens[body + 1 : body + 3]
        closed = len(named) == 1 or (len(named) > 1 and named[1].text in (",", "."))
        return tokens[at].party is None and bool(named) and named[0].party is not None and closed
    behind = tokens[at + 1]
    led = at > 0 and tokens[at - 1].lemma in ("the", "a", "an", "his", "her", "their")
    held = behind.party is not None and (bool(behind.party.role) or "<office>counterpart" in tokens[at].lemma)
    counterpart = tokens[at].party is None and held and not tokens[at].text.endswith(("’s", "'s"))
    if counterpart or _called_by_name(tokens, at) or _chained(tokens, at, led=led):
        return True  # "his counterpart Ada Testa"
    double = _double(tokens, at, led=led) and _has_office(tokens, at)
    if not double and (tokens[at + 1].text != "," or not tokens[at].lemma.startswith("<office>counterpart")):
        return False
    return tokens[at].party is None and tokens[at + 2].sort == Sort.PERSON and tokens[at + 2].party is not None


def _double(tokens: Sequence[Token], at: int, *, led: bool) -> bool:
    """Whether what stands between two offices leaves them to one person: "State Councillor and Minister"."""
    several = any(word in tokens[at].text.casefold() for word in _SEVERAL)
    mark = tokens[at + 1].text
    return (mark == "and" and (several or not led)) or (mark == "," and several and not led)


def _chained(tokens: Sequence[Token], at: int, *, led: bool) -> bool:
    """Whether two more offices of the same person follow: "Crown Prince, Deputy Premier and Minister Ada Testa"."""
    return tokens[at].party is None and _double(tokens, at, led=led) and _counterpart(tokens, at + 2)


def _called_by_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of whoever holds an office follows: "the spokesman, Ada Testa, said"."""
    behind = tokens[at + 1 : at + 4]
    if len(behind) < _NAMED or tokens[at].party is not None or behind[0].text != ",":
        return False
    named = behind[1].party
    return named is not None and not named.role and behind[2].text in (",", ".")


def _has_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody with an office follows, as in "State Councillor and Foreign Minister Testa"."""
    named = tokens[at + 2].party if at + 2 < len(tokens) else None
    return named is not None and bool(named.role)


def _office_behind(tokens: Sequence[Token], at: int) -> int:
    """Where what follows the office behind a name begins; ``at`` where none stands there."""
    named = tokens[at].sort == Sort.PERSON and tokens[at].party
    if not named or at + 2 >= len(tokens) or tokens[at + 1].text != ",":
        return at
    first = at + 2
    article = tokens[first].lemma in ("the", "a", "an")
    first += article
    first += tokens[first].lemma == "<name’s>" and first + 1 < len(tokens)  # "Ada Testa, Oda Fiktiv’s envoy"
    end = first
    end += _is_joint(tokens, end)
    while end < len(tokens) and tokens[end].sort == Sort.PERSON and tokens[end].party is None:
        joined = end + 2 < len(tokens) and (
            tokens[end + 1].text == "/" or (tokens[end + 1].text in _JOINS and _is_office(tokens[end + 2]))
        )
        official = end + 3 < len(tokens) and tokens[end + 1].text == "and" and _is_office(tokens[end + 3])
        end += 2 if joined else 3 if official and tokens[end + 2].text in _ADJECTIVES else 1
    while (
        first < end < len(tokens) and tokens[end].sort == Sort.WORD and tokens[end].capital
    ):  # "of the Interim Council"
        end += 1
    end += _body(tokens, end) if end > first and not article else 0
    if end == first or (end < len(tokens) and tokens[end].text not in _CLOSES):
        return at
    if article and (tokens[at].party.role or end >= len(tokens) or tokens[end].text not in (",", ".", "who")):  # type: ignore[union-attr]
        return at
    listed = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text in ("and", "и")
    return end if end >= len(tokens) or tokens[end].text != "," or listed else end + 1


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective of an office stands there: "joint secretary"."""
    return at + 1 < len(tokens) and tokens[at].text == "joint" and _is_office(tokens[at + 1])


def _is_office(token: Token) -> bool:
    return token.sort == Sort.PERSON and token.party is None


def _body(tokens: Sequence[Token], at: int) -> int:
    """How many tokens name the body of an office up to a comma: "at the FCDO", "of Trade and Industry"."""
    if at >= len(tokens) or tokens[at].lemma not in ("at", "in", "of", "for"):
        return 0
    size = next((i for i in range(1, _BODY) if at + i < len(tokens) and tokens[at + i].text == ","), 0)
    named = all(t.capital or t.lemma in ("the", "of", "and", "for") for t in tokens[at + 1 : at + size])
    return size if named else 0


def _give(party: Party, tokens: Sequence[Token]) -> None:
    """The office and its country, where the person has none yet."""
    for office in (t for t in tokens if t.sort == Sort.PERSON and t.party is None):
        party.role = party.role or office.text
        party.country = party.country or (office.spot.country if office.spot else "")


def with_capitals(tokens: Sequence[Token], words: Container[str]) -> list[Token]:
    """The tokens without the country in "the capital of Latvia, Riga", which says no more than the city."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        town = _town_behind(tokens, at)
        if town and _led_by(tokens, at, words):
            at = town
            continue
        found.append(token)
        at += 1
    return found


def called_capitals(tokens: Sequence[Token], word: str, capital: Callable[[str], Place | None]) -> list[Token]:
    """The tokens with "the Latvian capital" and "the capital of Latvia" as the town that they mean."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end, country = _called(tokens, at, word)
        town = capital(country) if country else None
        if town:
            text = " ".join(t.text for t in tokens[at : end + 1])
            candidate = Candidate(town, "gazetteer", text)
            spot = Spot(text, town, country, (candidate,))
            found.append(Token(tokens[at].start, tokens[end].end, text, "<place>", sort=Sort.PLACE, spot=spot))
            at = end
        else:
            found.append(tokens[at])
        at += 1
    return found


def _called(tokens: Sequence[Token], at: int, word: str) -> tuple[int, str]:
    """Where such words end that begin there, and the country; "" where none do, or where the town itself follows."""
    names = tokens[at].sort == Sort.PEOPLE
    if not names and tokens[at].lemma != word:
        return at, ""
    end = at + 1
    while not names and end < len(tokens) and tokens[end].text.casefold() in ("of", "the", "республики"):
        end += 1
    if end >= len(tokens) or (names and tokens[end].lemma != word):
        return at, ""
    told = tokens[at] if names else tokens[end]
    behind = tokens[end + 1 : end + 3]
    if (not names and told.sort != Sort.COUNTRY) or any(t.sort == Sort.PLACE for t in behind):
        return at, ""
    return end, told.spot.country if told.spot else ""


def named_towns(tokens: Sequence[Token], words: Container[str]) -> list[Token]:
    """The tokens without what a town is called before its name: "the Latvian capital, Riga" is Riga."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].lemma in words and _then_town(tokens, at):
            while found and _describes_town(found[-1]):
                found.pop()
            at += 1 + (tokens[at + 1].text == ",")
            continue
        found.append(tokens[at])
        at += 1
    return found


def _then_town(tokens: Sequence[Token], at: int) -> bool:
    behind = tokens[at + 1 : at + 3]
    if behind and behind[0].sort == Sort.PLACE:
        return at > 0 and _describes_town(tokens[at - 1])  # "Latvia’s capital Riga"
    return len(behind) == 2 and behind[0].text == "," and behind[1].sort == Sort.PLACE


def _describes_town(token: Token) -> bool:
    whose = token.sort == Sort.COUNTRY and token.text.endswith(("’s", "'s"))
    plain = token.sort == Sort.WORD and token.text.islower() and not token.form and len(token.text) > _ARTICLE
    return token.sort == Sort.PEOPLE or whose or plain


def _town_behind(tokens: Sequence[Token], at: int) -> int:
    """Where the town stands that follows a country, with a mark and one word between at most; 0 where none does."""
    if tokens[at].sort != Sort.COUNTRY:
        return 0
    for i in range(at + 1, min(at + 4, len(tokens))):
        if tokens[i].sort == Sort.PLACE:
            town, country = tokens[i].spot, tokens[at].spot
            return i if town and country and town.country == country.country else 0
        if tokens[i].sort != Sort.WORD or tokens[i].form:
            return 0
    return 0


def _led_by(tokens: Sequence[Token], at: int, words: Container[str]) -> bool:
    return any(t.sort == Sort.WORD and t.lemma in words for t in tokens[max(0, at - 2) : at])
