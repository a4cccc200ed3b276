"""A little French, to show that the reader takes a third language: a table of words and a way to find names."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mapapp.articles.datings import Expression
from mapapp.articles.languages.language import Act, Language, Paragraph
from mapapp.articles.languages.scan import Found, Scan
from mapapp.articles.records import Quote, Spot
from mapapp.articles.tokens import Form, Sort, Token, words

_ACTS = {
    "visiter": Act.TRAVEL, "arriver": Act.TRAVEL, "rendre": Act.TRAVEL, "être": Act.TRAVEL, "visite": Act.TRIP,
    "rencontrer": Act.MEET, "entretien": Act.TALKS, "recevoir": Act.HOST, "inaugurer": Act.ACT, "déclarer": Act.SAY,
    "quitter": Act.LEAVE, "rentrer": Act.RETURN, "né": Act.ORIGIN, "annuler": Act.CANCEL,
}  # fmt: skip
_FORMS = {
    "visité": ("visiter", Form.PAST), "visitera": ("visiter", Form.FUTURE), "arrivé": ("arriver", Form.PAST),
    "arrivée": ("arriver", Form.PAST), "arrivera": ("arriver", Form.FUTURE), "rendue": ("rendre", Form.PAST),
    "rendra": ("rendre", Form.FUTURE), "rencontré": ("rencontrer", Form.PAST), "inauguré": ("inaugurer", Form.PAST),
    "rencontrera": ("rencontrer", Form.FUTURE), "rentrée": ("rentrer", Form.PAST), "née": ("né", Form.PAST),
    "annulée": ("annuler", Form.PAST), "déclaré": ("déclarer", Form.PAST), "quitté": ("quitter", Form.PAST),
    "est": ("avoir", Form.PRESENT), "a": ("avoir", Form.PRESENT), "été": ("avoir", Form.PAST),
}  # fmt: skip
_MONTH = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_HEADS = frozenset(["ministre", "président", "présidente", "ambassadeur", "maire"])
_ROLE = frozenset(
    ["des", "de", "du", "la", "le", "affaires", "étrangères", "commerce", "défense", "première", "premier"]
)


class French(Language):
    """Enough of it for a handful of sentences."""

    code, latin, capital = "fr", True, "capitale"
    acts: Mapping[str, Act] = _ACTS
    lead = frozenset(["à", "en", "au", "aux", "dans", "via"])
    away = frozenset({"depuis"})
    company = frozenset(["avec", "par"])
    between = frozenset({"entre"})
    joins = frozenset(["et", "ou"])
    clauses = frozenset(["où", "qui", "mais"])
    relative, which, where = frozenset({"qui"}), frozenset({"qui"}), frozenset({"où"})
    then, there = frozenset(["puis", "ensuite"]), frozenset({"là"})
    he, they = frozenset(["il", "elle"]), frozenset(["ils", "elles"])
    home, of = frozenset({"chez"}), frozenset(["de", "du", "d’"])
    future, skipped = frozenset({"doit"}), frozenset(["la", "le", "les", "capitale", "ville"])
    generic, groups = frozenset({"ministre"}), frozenset({"délégation"})
    born = frozenset({"né"})
    pairs: Mapping[str, str] = {"ministres": "ministre"}
    date_joins: Mapping[str, str] = {"et": "–", "au": "–"}
    expressions = (
        Expression("calendar", re.compile(rf"\b(?P<date>\d\d?(?:er)? (?:et|au) \d\d? {_MONTH}(?: \d{{4}})?)")),
        Expression("calendar", re.compile(rf"\b(?P<date>\d\d?(?:er)? {_MONTH}(?: \d{{4}})?)")),
        Expression("weekday", re.compile(r"\b(?P<name>lundi|mardi|mercredi|jeudi|vendredi)\b")),
    )
    meeting_with, visit_to, unstated = "Rencontre avec {name}", "Visite : {name}", "Aucun lieu n’est nommé."

    def words(self, text: str, start: int) -> list[Token]:
        """The words with the lemmas of the table."""
        return [Token(a, b, w, *_FORMS.get(w.casefold(), (w.casefold(), Form.NONE))) for a, b, w in _cut(text, start)]

    def mentions(self, paragraph: Paragraph) -> list[Token]:
        """Offices with names, names that are known, and places."""
        scan, found, at = Scan(paragraph), list(paragraph.dates), 0
        while at < len(scan.words):
            mention = (_person(scan, at) or _place(scan, at)) if scan.free(at) else None
            found += [mention.token] if mention else []
            at = mention.last + 1 if mention else at + 1
        return found

    def is_thing(self, before: Sequence[Token]) -> bool:
        """A noun behind an article."""
        return any(t.sort == Sort.WORD and t.text.islower() and len(t.text) > 3 and not t.form for t in before)

    def is_several(self, verb: Token) -> bool:
        """Plurals of the future."""
        return verb.text.endswith("ront")

    def is_own(self, word: Token) -> bool:
        """Je, nous."""
        return word.lemma in ("je", "nous", "notre")


def _cut(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The words, "l’" and "d’" apart."""
    for at, end, word in words(text, start, frozenset({"m"})):
        cut = 2 if word[1:2] == "’" and len(word) > 2 else 0
        if cut:
            yield at, at + cut, word[:cut]
        yield at + cut, end, word[cut:]


def _person(scan: Scan, at: int) -> Found | None:
    head = next((i for i in range(at, at + 2) if scan.low(i) in _HEADS), -1)
    if head != at:
        known = scan.cast.by_last_name(scan.words[at].text) if scan.capital(at) else None
        return scan.person(at, at, known) if known else None
    last, country = head, ""
    while scan.low(last + 1) in _ROLE or (country == "" and scan.capital(last + 1) and scan.country_at(last + 1)[1]):
        last += 1
        country = country or scan.country_at(last)[1]
    end = last
    while scan.capital(end + 1) and not scan.geography.named(scan.words[end + 1].text):
        end += 1
    role = scan.text(at, last)
    if end == last:
        return scan.found(at, last, f"<office>{scan.low(head)}|{role}", Sort.PERSON, Spot(country=country))
    quote = Quote(scan.words[at].start, scan.words[end].end)
    return scan.person(at, end, scan.cast.named(scan.text(last + 1, end), role, country, quote))


def _place(scan: Scan, at: int) -> Found | None:
    for last in range(at + 2, at - 1, -1):
        whole = all(scan.capital(i) for i in range(at, last + 1)) and scan.low(at) not in _ROLE
        if whole and (named := scan.geography.named(scan.text(at, last))):
            return scan.found(at, last, f"<{named.sort}>", named.sort, Spot(scan.text(at, last), None, named.country))
    return None
