"""Clock times become instants only where everything that this needs is known."""

import pytest

from mapapp.instants import instant
from mapapp.when import Moment


@pytest.mark.parametrize(
    ("text", "zone", "iso"),
    [
        ("2025-03-27T19:30", "Asia/Bishkek", "2025-03-27T19:30:00+06:00"),
        ("2024-02-29T00:00", "Asia/Almaty", "2024-02-29T00:00:00+06:00"),
        ("2024-03-01T12:00", "Asia/Almaty", "2024-03-01T12:00:00+05:00"),
        ("2025-07-01T12:00", "Europe/Vienna", "2025-07-01T12:00:00+02:00"),
    ],
)
def test_a_clock_in_a_zone_is_an_instant(text: str, zone: str, iso: str) -> None:
    """Kazakhstan has had one zone since 1 March 2024: the offset belongs to zone and day, not to the place."""
    local = instant(Moment.parse(text), zone)
    assert local is not None
    assert local.isoformat() == iso


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2025-03-27", "Asia/Bishkek"),
        ("2025-03-27T19:30~", "Asia/Bishkek"),
        ("2025-03-27T19:30?", "Asia/Bishkek"),
        ("2025-03-27T19:30", ""),
        ("2025-03-27T19:30", "Mars/Olympus"),
        ("2025-03-27T19:30", "../etc/passwd"),
        ("0001-01-01T00:00", "Asia/Bishkek"),
        ("9999-12-31T23:59", "America/Anchorage"),
        ("1900-01-01T12:00", "Asia/Bishkek"),
    ],
)
def test_anything_less_is_none(text: str, zone: str) -> None:
    assert instant(Moment.parse(text), zone) is None
