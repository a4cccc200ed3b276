"""What cannot be together in a table is told with its line, in review and command."""

from mapapp.foreign import Answers, read
from mapapp.foreign.unlikely import unlikely
from mapapp.geocoding import offline_resolver

TABLE = """Date,Time,City,Event
1 March 2025,09:00,Astana,Breakfast
1 March 2025,08:00,Brussels,Lunch
2 March 2025,10:00,Brussels,Talks
"""


def test_two_towns_too_far_apart_for_the_hours_between_are_told_with_their_line() -> None:
    (said,) = unlikely(read(TABLE.encode(), "a.csv", Answers(), offline_resolver).tour)
    assert said.startswith("Line 3: Astana and Brussels lie") and "too far for the 3 hours" in said


def test_a_table_that_holds_together_has_none() -> None:
    later = TABLE.replace("08:00", "21:00").encode()
    assert unlikely(read(later, "a.csv", Answers(), offline_resolver).tour) == []
