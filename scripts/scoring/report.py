"""The measures of a score in words, for the screen."""

from collections.abc import Iterator, Sequence

from mapapp.errors import clipped
from mapapp.geocoding.resolver import OfflineResolver
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
    share,
)

CURVE = f"mean of the curve of ln(error + 1) / ln({FARTHEST_KM}), 0 to 1, less is better"


def report_rows(score: RowScore, resolver: OfflineResolver, worst: int, unanswered: bool) -> list[str]:
    """Every measure with its denominator, then the worst rows."""
    asked, errors = len(score.asked), score.errors
    lines = [f"{len(score.answers)} rows, {asked} of them with a position"]
    lines += [f"{name:<22}{_part(len(score.of(name)), asked)}" for name in ("found", "ambiguous", "unknown")]
    lines += [
        f"{'wrong country':<22}{_part(len(score.wrong_country), score.stated)} that state a country",
        *(
            f"{f'within {km} km':<22}{share(errors, km):.2%} of the {len(errors)} found, "
            f"{share(errors, km, asked):.2%} of all {asked}"
            for km in (NEAR_KM, REGION_KM)
        ),
        f"{'median error':<22}{median(errors):.1f} km, of those found",
        f"{'AUC of the error':<22}{auc(errors):.4f} of those found ({CURVE})",
        f"{'look-ups a second':<22}{score.rate:,.0f}",
    ]
    if score.traps:
        answered = [a for a in score.traps if a.outcome == "found"]
        lines.append(f"{'no place to find':<22}{len(score.traps)} rows; {len(answered)} got one all the same")
    strange = sorted(
        {a.row.country for a in score.answers if a.row.country and not resolver.countries_of(a.row.country)}
    )
    if strange:
        lines.append("not known as a country, read as a container of the name: " + "; ".join(map(clipped, strange)))
    lines += ["", "worst rows", *_worst(score, worst)]
    if unanswered:
        lines += ["", "without an answer"]
        lines += [_line(a) for a in score.asked if a.outcome != "found"]
    return lines


def _part(count: int, of: int) -> str:
    return f"{count} of {of}" + (f" ({count / of:.1%})" if of else "")


def _worst(score: RowScore, count: int) -> Iterator[str]:
    """First those in a wrong country, then places that are none, then the largest errors beyond 25 km."""
    far = [a for a in score.asked if (a.error_km or 0) > NEAR_KM]
    bad = [*score.wrong_country, *(a for a in score.traps if a.outcome == "found")]
    bad += sorted(far, key=lambda a: -(a.error_km or 0))
    listed = list(dict.fromkeys(bad))[:count]
    yield from map(_line, listed)
    if not listed:
        yield "  none: every place that was found is where the file says"


def _line(answer: RowAnswer) -> str:
    row = answer.row
    asked = f"  line {row.line}: {clipped(row.name)}" + (f" [{clipped(row.country)}]" if row.country else "")
    if answer.place is None:
        others = [f"{c.place.title} {c.place.country} {c.place.id}" for c in answer.others[:3]]
        return f"{asked}: {answer.outcome}" + (f", such as {'; '.join(others)}" if others else "")
    far = "no place was expected" if answer.error_km is None else f"{answer.error_km:,.0f} km off"
    place = answer.place
    return f"{asked}: {place.title}, {place.country or '–'} ({place.id}), {far}, confidence {answer.confidence:.2f}"


def report_documents(score: DocumentScore, worst: int) -> list[str]:
    """Every measure over all names, answered or not, then the worst names."""
    total, errors = len(score.answers), score.errors
    return [
        f"{score.documents} documents, {total} names; a name without an answer counts as wrong",
        f"{'answered':<22}{_part(score.answered, total)}",
        *(f"{f'within {km} km':<22}{share(errors, km):.4f} of all {total}" for km in (NEAR_KM, REGION_KM)),
        f"{f'surest {SUREST:.0%}':<22}{share(score.surest, REGION_KM):.4f} within {REGION_KM} km, "
        f"of the {len(score.surest)} whose answers are surest",
        f"{'median error':<22}{median(errors):.1f} km, of all",
        f"{'AUC of the error':<22}{auc(errors):.4f} of all ({CURVE})",
        f"{'names a second':<22}{score.rate:,.0f}",
        "",
        "worst names",
        *_worst_names(score.answers, worst),
    ]


def _worst_names(answers: Sequence[MentionAnswer], count: int) -> Iterator[str]:
    far = [a for a in answers if a.error_km is None or a.error_km > REGION_KM]
    listed = sorted(far, key=lambda a: -(FARTHEST_KM if a.error_km is None else a.error_km))[:count]
    for answer in listed:
        where = f"  {clipped(answer.document)}, {answer.mention.start}: {clipped(answer.mention.name)}: "
        if answer.candidate is None or answer.error_km is None:
            yield where + "no answer"
            continue
        place = answer.candidate.place
        yield where + (
            f"{place.title}, {place.country or '–'} ({place.id}), {answer.error_km:,.0f} km off, "
            f"confidence {answer.confidence:.2f}"
        )
    if not listed:
        yield "  none"
