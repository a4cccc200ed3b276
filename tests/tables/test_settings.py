"""A setting of tour.toml is changed where it stands; nothing else of the file is."""

import pytest

from mapapp.tables.settings import with_value


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ("", "A", 'title = "A"\n'),
        ("# by hand\n", "A", '# by hand\ntitle = "A"\n'),
        ('title = "Old" # ours\nid = "x"\n', "A", 'title = "A"\nid = "x"\n'),
        ('id = "x"\n[kinds]\ntitle = "Title"\n', "A", 'id = "x"\ntitle = "A"\n[kinds]\ntitle = "Title"\n'),
        ("title = [\n  'a',\n  'b',\n]\nid = 'x'\n", ["c", "d"], 'title = ["c", "d"]\nid = \'x\'\n'),
        ('"title" = "Old"\n', 'A "quoted" one\n', '"title" = "Old"\n'),
    ],
)
def test_the_rest_of_the_file_stays(before: str, said: str | list[str], after: str) -> None:
    told = with_value(before.encode(), "title", said).decode()
    if before.startswith('"title"'):
        assert told == 'title = "A \\"quoted\\" one\\n"\n'
    else:
        assert told == after


@pytest.mark.parametrize("broken", ["title = [\n", "title = 'a\nid = 'x'\n", "= 1\n"])
def test_a_file_that_cannot_be_read_stays_as_it_is(broken: str) -> None:
    assert with_value(broken.encode(), "title", "A") == broken.encode()
