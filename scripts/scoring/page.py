"""docs/geocoding.md, written from the scores of the gold files that ship."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import fill

from mapapp import country, files
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.place import Place
from scoring.drawn import section
from scoring.gold import read_documents, read_rows
from scoring.measures import (
    FARTHEST_KM,
    NEAR_KM,
    REGION_KM,
    SUREST,
    DocumentScore,
    MentionAnswer,
    RowAnswer,
    RowScore,
    auc,
    median,
    score_documents,
    score_rows,
    share,
)

AREA_KM = 100  # by which points of one area may differ, where nothing tells how wide it is
HEAD = f"""# How well names become places

Written by `scripts/score-geocoding --write`; do not edit it by hand. Everything here is resolved offline, by the
curated names and the index in `data/gazetteer/`. The same script scores any other file:

    scripts/score-geocoding FILE

FILE is a CSV with the columns `name,country,latitude,longitude` (country: a code, a name, a former country, or empty),
or JSON lines of documents whose names are resolved together: `{{"id", "text", "home": [lat, lon], "toponyms":
[{{"start", "end", "name", "lat", "lon"}}]}}`, where `home`, the place where the author sits, may be left out. It may
also be the XML of a published corpus.

The error is the great-circle distance to the position in the gold file. {REGION_KM} km are the 100 miles that the
literature on toponym resolution counts as right. "AUC of the error" is the area under the sorted curve of
ln(error + 1) / ln({FARTHEST_KM}), from 0 to 1, the less the better, where {FARTHEST_KM} km is about half the equator. A
gold file of our own tells whether a change helps; it does not tell how well other texts fare, because whoever writes it
knows the program.
"""
CORPORA = f"""
## Published corpora

Four corpora of news are usual for comparing systems. They are not in this repository; fetch the collection that
`scripts/scoring/corpora.py` names, and `scripts/score-geocoding --write lgl.xml TR-News.xml GWN.xml GeoVirus.xml`
writes the first table. Every name that has a position counts, and one without an answer is wrong. Surest means the
{SUREST:.0%} of the names whose answers have the highest confidence. The corpora were at hand when the rules were
written, so other texts may fare worse.
"""
BEGIN, END = "<!-- corpora -->", "<!-- end of corpora -->"
PUBLISHED = """
Published figures of others for the same corpora, the share of all names within 161 km; taken over as they stand, not
measured by us:

| system | LGL | TR-News | GeoWebNews (GWN) | GeoVirus |
|---|---|---|---|---|
| an ensemble of seven systems | .773 | .717 | .674 | .821 |
| CLAVIN | .595 | .726 | .666 | .793 |
| CamCoder | .606 | .672 | .587 | .769 |

What is wrong there is mostly one of three things: a namesake of a large city in a local paper that never says where it
is made (Paris, Dublin, London); a venue or street that no list has, for which a place amid the others of the text
stands; and a wide country or state, whose point the corpus places elsewhere. How sure an answer is follows how wide the
place is, but for one: the point of the United States is the surveyed centre of the contiguous states, as all have it.
"""


def write_page(root: Path, resolver: OfflineResolver, corpora: Mapping[str, DocumentScore]) -> None:
    """Score data/gazetteer/gold.csv and gold-documents.jsonl, and write docs/geocoding.md. Raises GeocodingError.

    The table of corpora is the one of the scores given by name; where none are, the one that is there stays.
    """
    folder, path = root / "data" / "gazetteer", root / "docs" / "geocoding.md"
    rows, _ = read_rows(folder / "gold.csv")
    documents, _ = read_documents(folder / "gold-documents.jsonl")
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    table = "\n".join(_corpora(corpora)) if corpora else old.partition(BEGIN)[2].partition(END)[0].strip()
    scores = score_rows(rows, resolver), score_documents(documents, resolver)
    files.write(path, page(*scores, table, section(folder)))


def page(rows: RowScore, documents: DocumentScore, corpora: str, drawn: Iterable[str] = ()) -> str:
    """The whole page; ``corpora`` is the table of the published corpora, ``drawn`` what is said of rows run once."""
    measured = [*drawn, CORPORA, BEGIN, corpora, END, PUBLISHED]
    return "\n".join([HEAD, *_rows(rows), "", *_documents(documents), *measured, *_failures(rows, documents), ""])


def _corpora(scores: Mapping[str, DocumentScore]) -> Iterator[str]:
    yield f"| corpus | texts | names | within {NEAR_KM} km | within {REGION_KM} km | surest | median error | AUC |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, score in scores.items():
        shares = [
            share(e, km) for e, km in ((score.errors, NEAR_KM), (score.errors, REGION_KM), (score.surest, REGION_KM))
        ]
        cells = [name, f"{score.documents:,}", f"{len(score.answers):,}", *(f"{part:.3f}" for part in shares)]
        yield f"| {' | '.join(cells)} | {median(score.errors):.1f} km | {auc(score.errors):.4f} |"


def _rows(score: RowScore) -> Iterator[str]:
    asked, errors = len(score.asked), score.errors
    answered = sum(a.outcome == "found" for a in score.traps)
    yield "## Names in tables\n"
    yield _prose(
        f"`data/gazetteer/gold.csv` holds {len(score.answers)} rows, each with its kind of difficulty and where its "
        f"position comes from. {asked} have a position; for the other {len(score.traps)} the right answer is no place, "
        f"because the name is doubtful, lies in another country than the stated one, or names no place. {answered} of "
        "these got a place all the same."
    )
    yield from ("| measure | value |", "|---|---|")
    for name in ("found", "ambiguous", "unknown"):
        yield f"| {name}, of all {asked} with a position | {_percent(len(score.of(name)), asked)} |"
    yield f"| wrong country, of {score.stated} that state one | {len(score.wrong_country)} |"
    for km in (NEAR_KM, REGION_KM):
        yield f"| within {km} km, of the {len(errors)} found | {share(errors, km):.2%} |"
        yield f"| within {km} km, of all {asked} | {share(errors, km, asked):.2%} |"
    yield f"| median error of those found | {median(errors):.1f} km |"
    yield f"| AUC of the error of those found | {auc(errors):.4f} |"
    yield from (
        "",
        f"| case | rows | found | ambiguous | unknown | within {NEAR_KM} km, of those found |",
        "|---|---|---|---|---|---|",
    )
    cases: dict[str, list[RowAnswer]] = defaultdict(list)
    for answer in score.answers:
        cases[answer.row.case or "–"].append(answer)
    for case, answers in sorted(cases.items()):
        counts = [sum(a.outcome == name for a in answers) for name in ("found", "ambiguous", "unknown")]
        far = [a.error_km for a in answers if a.error_km is not None]
        near = f"{sum(e <= NEAR_KM for e in far)} of {len(far)}" if far else "no place is right"
        yield f"| {case} | {len(answers)} | {counts[0]} | {counts[1]} | {counts[2]} | {near} |"


def _prose(text: str) -> str:
    return fill(text, 120, break_long_words=False, break_on_hyphens=False) + "\n"


def _percent(count: int, of: int) -> str:
    return f"{count} ({count / of:.1%})" if of else str(count)


def _documents(score: DocumentScore) -> Iterator[str]:
    total, errors = len(score.answers), score.errors
    yield "## Names in running text\n"
    yield _prose(
        f"`data/gazetteer/gold-documents.jsonl` holds {score.documents} short texts in the manner of local papers, "
        f"world news and reports of outbreaks, written for this project, with {total} names. A name without an answer "
        "counts as wrong."
    )
    yield from ("| measure | value |", "|---|---|")
    yield f"| answered | {_percent(score.answered, total)} |"
    for km in (NEAR_KM, REGION_KM):
        yield f"| within {km} km, of all | {share(errors, km):.4f} |"
    yield f"| within {REGION_KM} km, of the surest {SUREST:.0%} | {share(score.surest, REGION_KM):.4f} |"
    yield f"| median error | {median(errors):.1f} km |"
    yield f"| AUC of the error | {auc(errors):.4f} |"


def _failures(rows: RowScore, documents: DocumentScore) -> Iterator[str]:
    yield "## What fails, and why\n"
    yield "| name | stated country | answer | why |"
    yield "|---|---|---|---|"
    wrong = [a for a in rows.asked if a.outcome != "found" or (a.error_km or 0) > NEAR_KM]
    for answer in [*wrong, *(a for a in rows.traps if a.outcome == "found")]:
        yield f"| {answer.row.name} | {answer.row.country or '–'} | {_answer(answer)} | {_why(answer)} |"
    yield "\nIn running text:\n"
    yield "| text | name | answer | why |"
    yield "|---|---|---|---|"
    for mention in documents.answers:
        if mention.error_km is None or mention.error_km > REGION_KM:
            yield f"| {mention.document} | {mention.mention.name} | {_text_answer(mention)} |"


def _answer(answer: RowAnswer) -> str:
    if answer.place is None:
        return answer.outcome
    far = "" if answer.error_km is None else f", {answer.error_km:,.0f} km off"
    return f"{answer.place.title}, {country.name(answer.place.country) or 'no country'}{far}"


def _why(answer: RowAnswer) -> str:
    """What kept the row from being right, told from the answer itself."""
    if answer.outcome == "ambiguous":
        return "several places of this name are plausible, and nothing in the row tells them apart"
    if answer.outcome == "unknown" and any(c.right_country is False for c in answer.others):
        return "the name is known in other countries only"
    if answer.outcome == "unknown":
        near = answer.others[0].place.title if answer.others else ""
        return (
            f"no list has the name; the nearest spelling, {near}, is not sure enough"
            if near
            else "no list has the name"
        )
    if answer.error_km is None:
        return "a place bears the name, though none is meant"
    if answer.place and _middling(answer.place, answer.error_km):
        return "an area: its middle is a matter of choice"
    return "another place of the name is larger or better known"


def _middling(place: Place, error_km: float) -> bool:
    """Whether the error is one of where in an area its point is, and not of which place is meant."""
    return place.is_area and error_km <= max(2 * place.spread_km, AREA_KM)


def _text_answer(mention: MentionAnswer) -> str:
    if mention.candidate is None or mention.error_km is None:
        return "none | no list has the name"
    place = mention.candidate.place
    why = "the text says more for another place"
    if mention.candidate.match == "nearby":
        why = "no list has the name; this place is amid the others of the text"
    elif _middling(place, mention.error_km):
        why = "an area: its middle is a matter of choice"
    return f"{place.title}, {country.name(place.country) or 'no country'}, {mention.error_km:,.0f} km off | {why}"
