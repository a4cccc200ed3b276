"""The settings of a corridor: each that is of another kind is named, and costs nothing else."""

import shutil
from pathlib import Path

import pytest

from mapapp.catalogue.corridors import load_corridor

GOOD = Path(__file__).parents[1] / "fixtures" / "corridors" / "alpha-to-delta"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('title = "Alpha to Delta"', "title = 7", "corridor.toml: title: this is not a text; put it in quotes"),
        (
            'topics = ["the-ferry"]',
            'topics = "the-ferry"',
            "corridor.toml: topics: this is not a list of texts; write topics = ['...', '...']",
        ),
        (
            '[display]\nshown = true\nlabels = ["alpha", "delta"]',
            "display = 3",
            "corridor.toml: display: this is not a table; write it under a line of its own, in brackets",
        ),
        (
            'from = "gamma"\nto = "delta"',
            'from = "gamma"',
            "corridor.toml:34: transit_time.to: a time needs both ends or none; add the other node",
        ),
        (
            "days_high = 2",
            "days_high = 0.5",
            "corridor.toml:34: transit_time.days_high: it is less than days_low; swap the two",
        ),
    ],
)
def test_a_setting_of_another_kind_is_named_and_the_rest_is_kept(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    shutil.copytree(GOOD, tmp_path / "c")
    file = tmp_path / "c" / "corridor.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    corridor, problems = load_corridor(tmp_path / "c")
    assert problem in [str(each) for each in problems]
    assert len(corridor.nodes) == 4 and len(corridor.sections) == 5
