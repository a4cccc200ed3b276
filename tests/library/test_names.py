"""Names that every system takes."""

import pytest

from mapapp import library
from mapapp.library.names import MOST_ID, checked_contents, is_id, new_id

TOML = {"tour.toml": b"title = 'a'"}


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Visit to Astana", "visit-to-astana"),
        ("Визит в Казахстан", "vizit-v-kazahstan"),
        ("Қазақстан сапары", "kazakstan-sapary"),
        ("Çankırı’ya gezi", "cankiriya-gezi"),
        ("..\\CON", "tour-con"),
        ("aux", "tour-aux"),
        ("COM1", "tour-com1"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本訪問", "tour"),
        ("", "tour"),
        ("a. ", "a"),
        ("x" * 300, "x" * 40),
    ],
)
def test_an_id_is_made_from_the_title(title: str, id_: str) -> None:
    assert new_id(title, ()) == id_ and is_id(id_)


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"x" * 40}
    for _ in range(20):
        taken.add(new_id("x" * 50, taken))
    assert len(taken) == 21 and all(is_id(id_) and len(id_) <= MOST_ID for id_ in taken)


@pytest.mark.parametrize(
    "id_", ["", "A", "a.", "a ", "-a", "a-", "nul", "com1", "a/b", "a\\b", "..", "é", "a" * 49, "a\n"]
)
def test_what_a_system_does_not_take_is_no_id(id_: str) -> None:
    assert not is_id(id_)
    with pytest.raises(library.LibraryError):
        library.save(id_, TOML, began_from=0)


@pytest.mark.parametrize(
    "name",
    ["../a", "a/b", "a\\b", "/etc/passwd", "C:a", "a:b", "NUL", "nul.csv", "Com1.txt", "a.", "a ", ".hidden", "", "a\0",
     "a\n", "a" * 65, "é.csv", "a?.csv", "~$a.xlsx"],
)  # fmt: skip
def test_a_file_has_a_name_that_every_system_takes(name: str) -> None:
    with pytest.raises(library.LibraryError, match="name of a file"):
        checked_contents({**TOML, name: b""})


def test_contents_are_a_tour_and_not_too_much() -> None:
    assert checked_contents({**TOML, "visits.csv": b"", "review.csv": b""}) == {
        **TOML,
        "visits.csv": b"",
        "review.csv": b"",
    }
    with pytest.raises(library.LibraryError, match=r"tour\.toml"):
        checked_contents({"visits.csv": b""})
    with pytest.raises(library.LibraryError, match="capital letters"):
        checked_contents({**TOML, "Tour.toml": b""})
    with pytest.raises(library.LibraryError, match="100 files"):
        checked_contents(TOML | {f"{n}.csv": b"" for n in range(100)})
    with pytest.raises(library.LibraryError, match="50 MB"):
        checked_contents({**TOML, "a.csv": bytes(50_000_001)})
