"""In a language that runs to the left, words that run to the right are shut off, whoever makes the sentence."""

from dataclasses import replace

from mapapp import assembly
from mapapp.exports.picture.typeface import Font, plain, wrapped
from mapapp.message import listed, plural, series, tr
from mapapp.publishing.addresses import Published, feed
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.when import When
from mapapp.words.direction import APART, LEFTWARD, TOGETHER, leftward
from mapapp.words.language import Words

ARABIC = Words("ar")


def _apart(text: str) -> str:
    return f"{APART}{text}{TOGETHER}"


def test_a_latin_name_does_not_turn_the_sentence_around_it() -> None:
    said = ARABIC.say(tr("{tour}: the map in words", tour="The EU's road to Samarkand"))
    assert said == f"{_apart('The EU’s road to Samarkand'.replace('’', chr(39)))}: الخريطة بالكلمات"


def test_numbers_and_words_of_the_language_stand_as_they_are() -> None:
    assert APART not in ARABIC.say(tr("{places} in one country: {countries}.", places="5", countries="كازاخستان"))
    assert ARABIC.say(plural(7, "{n} event", "{n} events")) == "7 فعاليات"


def test_parts_beside_each_other_are_apart_and_one_alone_is_not() -> None:
    names = ("Kaja Kallas", "كايا كالاس")
    assert ARABIC.say(series(names)) == f"{_apart(names[0])}، {names[1]}"
    assert ARABIC.say(series(names, "; ")) == f"{_apart(names[0])}؛ {names[1]}"
    assert _apart(names[0]) in ARABIC.say(listed(names))
    assert ARABIC.say(series(names[:1])) == names[0]


def test_what_is_within_a_sentence_within_is_shut_off_once() -> None:
    said = ARABIC.say(tr("{title}: {text}", title="Talks", text=series(["Talks"])))
    assert said == f"{LEFTWARD}{_apart('Talks')}: {_apart('Talks')}", "it runs as the language does"


def test_a_clock_beside_latin_names_is_read_from_the_right_in_every_line_of_a_picture() -> None:
    said = ARABIC.say(series(("Ashgabat", tr("{clock} ({zone})", clock="10:00–11:30", zone="UTC+5")), " · "))
    clock = f"{LEFTWARD}10:00–11:30 ({_apart('UTC+5')})"
    assert said == f"{LEFTWARD}{_apart('Ashgabat')} · {_apart(clock)}"
    assert plain(said) == said
    assert leftward(said)
    assert not leftward("14:30, Ashgabat")


def test_a_line_that_ends_within_a_name_shuts_it_off_and_the_next_does_so_again() -> None:
    lines = wrapped(f"{LEFTWARD}لقاء {_apart('Kaja Kallas Kaja Kallas')} 10:00–11:30", Font(10), 90)
    assert len(lines) > 1
    assert all(line.count(APART) == line.count(TOGETHER) for line in lines)
    assert all(leftward(line) for line in lines)


def test_the_hour_of_a_day_stands_behind_the_comma_of_the_language() -> None:
    assert ARABIC.when(When.parse("2025-03-27T14:30")) == "27 مارس 2025، 14:30"


def test_other_languages_have_no_unseen_signs() -> None:
    assert APART not in Words("ru").say(tr("{tour}: the map in words", tour="Talks"))
    assert APART not in Words("en").say(tr("{tour}: the map in words", tour="محادثات"))


def test_a_feed_is_in_the_language_of_its_tour() -> None:
    """A tour without a summary tells what it holds, and that, too."""
    snapshot = assembly.snapshot(View(tour="central-asia-2025", language="kk"))
    bare = replace(snapshot.whole, summary="")
    found = feed(
        "https://maps.example.org/", "Сапарлар", [Published("a", Snapshot(bare, bare, snapshot.view))]
    ).decode()
    assert "15 іс-шара" in found
    assert "events" not in found
