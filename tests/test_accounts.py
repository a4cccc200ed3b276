"""What counts as a disagreement between sources, and what does not."""

import pytest

from mapapp.accounts import Account, accounts
from mapapp.tour import CLAIM_FIELDS, Claim
from mapapp.when import When


def claim(field: str, value: str, kind: str = "statement") -> Claim:
    return Claim("talks", field, value, (), when=When.parse(value) if field == "when" else None, kind=kind)


def account(field: str, *values: str, kinds: tuple[str, ...] = ()) -> Account:
    padded = (*kinds, *["statement"] * len(values))
    return Account(field, tuple(claim(field, value, kind) for value, kind in zip(values, padded, strict=False)))


@pytest.mark.parametrize(
    "dates",
    [
        ("2026", "2026-04-22/2026-04-24"),
        ("2025-04-04", "2025-04-03/2025-04-04"),
        ("2025-04-03/2025-04-04", "2025-04-03"),
        ("2025-03", "2025-03-27", "2025", "2025-03-27T19:30"),
        ("2025-03-27~", "2025-03-28"),
        ("2025-03-27", "2025-03-27"),
    ],
)
def test_a_date_within_another_is_more_exact_and_no_disagreement(dates: tuple[str, ...]) -> None:
    assert not account("when", *dates).differ
    assert not account("when", *reversed(dates)).differ


@pytest.mark.parametrize(
    "dates",
    [
        ("2025-03-27", "2025-03-28"),
        ("2025-03-26/2025-03-27", "2025-03-27/2025-03-28"),
        ("2025", "2025-03-27", "2025-04"),
        ("2025-03-27T10:00", "2025-03-27T12:00"),
        ("2025-03-27~", "2025-03-30"),
    ],
)
def test_dates_that_exclude_each_other_differ(dates: tuple[str, ...]) -> None:
    assert account("when", *dates).differ
    assert account("when", *reversed(dates)).differ


@pytest.mark.parametrize("kind", ["superseded", "unstated"])
@pytest.mark.parametrize(("field", "values"), [("when", ("2025-03-04", "2025-03-27")), ("place", ("Astana", "Almaty"))])
def test_what_was_changed_or_left_open_contradicts_nobody(field: str, values: tuple[str, ...], kind: str) -> None:
    """A postponement, a former name, a report that names no city."""
    told = account(field, *values, kinds=(kind,))
    assert not told.differ
    assert accounts(told.claims) == (told,)
    assert account(field, *values).differ


def test_one_answer_is_nothing_to_tell_and_fields_stand_apart() -> None:
    claims = [claim("title", "Talks"), claim("title", "Talks"), claim("status", "held"), claim("status", "announced")]
    assert [(told.field, told.differ) for told in accounts(claims)] == [("status", True)]
    assert accounts([]) == ()
    assert [told.field for field in CLAIM_FIELDS[2:] for told in accounts([claim(field, "x"), claim(field, "y")])] == [
        *CLAIM_FIELDS[2:]
    ]


def test_a_date_that_nobody_could_read_is_compared_as_it_is_written() -> None:
    unread = Claim("talks", "when", "some day", ())
    assert Account("when", (claim("when", "2025"), unread)).differ
