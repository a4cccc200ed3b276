"""The list beside the map of a comparison: both sides in one order, and as much of one as of the other."""

from matplotlib.text import Text

from mapapp.exports.sheet import SIZES, Sheet
from tests.exports.picture.snapshots import drawn

BOTH = "with=us-central-asia-2015"
SLIDE = Sheet(size="slide")


def lines(query: str) -> list[str]:
    """The words of the picture from top to bottom, without those of the map and below it."""
    scene = drawn(query, SLIDE)
    found = [text for text in scene.canvas.figure.findobj(Text) if text.get_text()]
    width = SIZES["slide"][0]
    return [
        t.get_text() for t in sorted(found, key=lambda t: t.get_position()[1]) if t.get_position()[0] < 0.28 * width
    ]


def test_by_date_the_older_tour_comes_first_and_nobodys_is_cut_alone() -> None:
    said = lines(BOTH)
    first, second = said.index("Sunday 1 November 2015"), said.index("Thursday 27 March 2025")
    assert first < second
    assert not any(line.startswith("B: Five") for line in said)  # events of both tours would stand below it
    assert any(line.endswith("more events") for line in said)
    assert "Talks with President Karimov" in said and "20th EU–Central Asia Ministerial Meeting" in said


def test_by_day_of_travel_both_sides_stand_below_the_same_days() -> None:
    said = lines(f"{BOTH}&align=travel")
    days = [line for line in said if line.startswith("Day ")]
    assert days[:4] == ["Day -23", "Day 1", "Day 3", "Day 4"]
    assert said.index("20th EU–Central Asia Ministerial Meeting") < said.index("Day 3") < said.index("Talks in Bishkek")
    assert "Sunday 1 November 2015" not in said
