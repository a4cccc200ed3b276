"""The words about the ways between stops."""

from dataclasses import replace

import pytest

from mapapp import assembly
from mapapp.tour import MODES, Status
from mapapp.words.cards import cards
from mapapp.words.legs import leg_words

TOUR = assembly.loaded("us-central-asia-2015").tour


def test_a_leg_says_from_where_to_where_how_how_far_when_and_who_says_so() -> None:
    leg = cards(TOUR)["legs"][0]
    assert leg == {
        "title": "Vienna – Bishkek",
        "facts": [
            ("Travelled", "John Kerry"),
            ("From", "Vienna, 31 October 2015"),
            ("To", "Bishkek, 31 October 2015"),
            ("Mode", "No source states the mode"),
            ("Distance", "4,463 km along the great circle, as drawn"),
        ],
        "cites": [(1, "records 3591 and 3592")],
    }


def test_a_way_ahead_is_not_said_to_be_travelled_and_an_unknown_day_is_not_made_up() -> None:
    leg = TOUR.legs[0]
    ahead = [replace(v, status=Status.ANNOUNCED, arrival=None) if v.id == leg.end else v for v in TOUR.visits]
    facts = leg_words(replace(TOUR, visits=tuple(ahead)), leg, [])["facts"]
    assert facts[0] == ("To travel", "John Kerry")
    assert facts[2] == ("To", "Bishkek, arrival not stated")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_has_words(mode: str) -> None:
    facts = dict(leg_words(TOUR, replace(TOUR.legs[0], mode=mode), [])["facts"])
    assert facts["Mode"].startswith("By " if mode != "unknown" else "No source")
