"""The names of a tour for people who check them, and corrections made from their choices."""

import shutil
from pathlib import Path

import pytest

from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.drafts.names import (
    Entry,
    State,
    candidate_words,
    changed_cells,
    correctable,
    corrected_file,
    correction,
    entries,
    kind_words,
    question,
    typed,
    who_says,
)
from mapapp.errors import MapappError
from mapapp.geocoding import offline_resolver
from mapapp.place import Found, Place, Toponym
from mapapp.position import Position
from mapapp.tables.edits import Correction
from tests.fixtures import TOURS

FOLDER = TOURS / "names-in-doubt"
READ = load_tour(FOLDER, offline_resolver)
LISTED = entries(READ.names)


def entry(row: str) -> Entry:
    return next(e for e in LISTED if e.now.row == row)


def pick(row: str, id_: str) -> Correction:
    found = entry(row)
    place = next(c.place for c in found.candidates if c.place.id == id_)
    return correction(found.asked, place, offline_resolver)


def written_out(folder: Path, *corrections: Correction) -> LoadedTour:
    """The tour from a folder with the corrected files in it."""
    shutil.copytree(FOLDER, folder)
    for file in {c.file for c in corrections}:
        (folder / file).write_bytes(corrected_file(FOLDER, file, corrections))
    return load_tour(folder, offline_resolver)


def test_names_that_need_attention_come_first_and_none_is_left_out() -> None:
    assert [(e.state.value, e.now.file, e.now.row) for e in LISTED if e.needs_attention] == [
        ("unknown", "visits.csv", "other-country"),
        ("unknown", "visits.csv", "unknown"),
        ("unknown", "visits.csv", "near-miss"),
        ("unknown", "visits.csv", "empty"),
        ("unknown", "claims.csv", "dinner"),
        ("ambiguous", "visits.csv", "ambiguous"),
        ("ambiguous", "events.csv", "fair"),
        ("ambiguous", "claims.csv", "talks"),
        ("in doubt", "visits.csv", "misspelt"),
        ("in doubt", "visits.csv", "likely"),
    ]
    assert [e.state for e in LISTED[10:]] == [State.SURE] * 6
    assert len(LISTED) == len(READ.names) == 16


def test_each_says_who_says_so() -> None:
    said = {e.now.row: who_says(e.now) for e in LISTED if e.now.file == "visits.csv" and e.now.at}
    assert said["sure"] == "gazetteer (GeoNames)"
    assert said["coordinates"] == said["pinned-at"] == "coordinates in the file"
    assert said["pinned"] == "named by its id in the file"
    assert who_says(entry("unknown").now) == ""


def test_the_name_is_what_people_wrote() -> None:
    assert entry("pinned").written == "Алма-Ата"
    assert entry("empty").written == ""


def test_near_are_the_places_of_the_rows_around_in_the_same_file() -> None:
    assert {place.title for place in entry("unknown").near} == {"Tashkent", "Samarkand", "A new terminal", "Almaty"}
    assert entry("fair").near == ()


def test_a_candidate_in_one_line() -> None:
    found = entry("ambiguous")
    spanish = next(c for c in found.candidates if c.place.country == "ES")
    words = candidate_words(spanish, [Place("", "Madrid", "ES", "P", Position(-3.7, 40.42))])
    assert words.startswith("Valencia, ") and ", Spain · possible · city, " in words
    assert words.endswith(" people · 302 km from the stops beside it")
    assert kind_words(Place("", "A sea", "", "H", Position(0, 0))) == "water"


@pytest.mark.parametrize(
    ("row", "id_", "cell", "country"),
    [
        ("ambiguous", "geonames:2509954", "Valencia [geonames:2509954]", ""),
        ("misspelt", "geonames:1216265", "Samarkent [geonames:1216265]", ""),
        ("other-country", "geonames:1526384", "Almaty [geonames:1526384]", "KZ"),
        ("fair", "geonames:4049979", "Birmingham [geonames:4049979]", ""),
        ("pinned", "geonames:1526384", "Алма-Ата [geonames:1526384]", ""),
    ],
)
def test_a_choice_is_read_alike_from_memory_and_from_the_corrected_file(
    tmp_path: Path, row: str, id_: str, cell: str, country: str
) -> None:
    """The id stands behind the name, a stated country gives way, and the problem is gone."""
    made = pick(row, id_)
    assert (made.becomes, made.country) == (cell, country)
    now = load_tour(FOLDER, offline_resolver, (made,))
    again = written_out(tmp_path / "names-in-doubt", made)
    assert now.names == again.names
    assert now.problems == again.problems
    assert not [p for p in now.problems if (p.file, p.line) == (made.file, made.line)]
    chosen = next(n for n in now.names if (n.file, n.row) == (made.file, row))
    assert chosen.at is not None
    assert (chosen.at.place.id, chosen.at.sure, chosen.at.toponym) == (id_, True, entry(row).written)


def test_a_position_stands_where_no_list_has_the_place(tmp_path: Path) -> None:
    """Also over coordinates that the row gives, and with a country, which a position alone does not tell."""
    station = Place("osm:node/1", "A station", "KZ", "S", Position(71.123456, 51.5))
    made = [correction(entry(row).asked, station, offline_resolver) for row in ("unknown", "coordinates", "empty")]
    assert [(c.becomes, c.country) for c in made] == [
        ("Nowhereville [geo:51.5,71.12346]", "KZ"),
        ("A new terminal [geo:51.5,71.12346]", ""),
        ("A station [geo:51.5,71.12346]", "KZ"),
    ]
    now, again = load_tour(FOLDER, offline_resolver, tuple(made)), written_out(tmp_path / "names-in-doubt", *made)
    assert now.names == again.names
    assert again.tour.visit["unknown"].place.position == (71.12346, 51.5)
    assert again.tour.visit["coordinates"].place.position == (71.12346, 51.5)


def test_the_list_shows_the_choice_and_what_the_file_says() -> None:
    """A chosen name stays where it was in the list, with the candidates of the file; new names join it."""
    made = pick("ambiguous", "geonames:2509954")
    listed = entries(load_tour(FOLDER, offline_resolver, (made,)).names, READ.names, (made,))
    assert [e.key for e in listed] == [e.key for e in LISTED]
    chosen = next(e for e in listed if e.correction)
    assert (chosen.correction, chosen.state, chosen.written) == (made, State.SURE, "Valencia")
    assert chosen.candidates == entry("ambiguous").candidates
    assert correction(chosen.asked, chosen.candidates[0].place, offline_resolver).was == "Valencia"


@pytest.mark.parametrize(
    ("text", "id_", "position"),
    [
        ("geonames:1526384", "geonames:1526384", None),
        ("  Tbilisi ", "geonames:611717", None),
        ("41.69, 44.83", "", (44.83, 41.69)),
        ("-41.5;-7", "", (-7, -41.5)),
    ],
)
def test_what_a_reader_types(text: str, id_: str, position: tuple[float, float] | None) -> None:
    place = typed(text, entry("misspelt").asked, offline_resolver)
    assert place.id == id_
    assert position is None or place.position == position


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("91, 0", "latitude 91 is outside -90 to 90; write decimal degrees"),
        ("Birmingham", "'Birmingham' may be Birmingham, England, United Kingdom (geonames:2655603)"),
        ("geonames:0", "'geonames:0' is no known place. Type another name, an id, or latitude and longitude."),
        ("", "'' is no known place."),
        ("<b>\n{{7*7}}", "'<b> {{7*7}}' is no known place."),
    ],
)
def test_what_cannot_be_understood_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(MapappError) as raised:
        typed(text, entry("unknown").asked, offline_resolver)
    assert str(raised.value).startswith(sentence)


def test_a_bare_id_is_no_name() -> None:
    place = entry("sure").now.at.place  # type: ignore[union-attr]
    bare = load_tour(TOURS / "two-places-of-one-name", offline_resolver).names[1]
    assert correction(bare, place, offline_resolver).becomes == "Tashkent [geonames:1512569]"


@pytest.mark.parametrize("row", ["sure", "pinned-at"])
def test_another_correction_of_the_same_row_replaces_the_first(row: str) -> None:
    """What is made from the entry is made from the file, whatever was chosen before."""
    first = correction(entry(row).asked, entry("pinned").now.at.place, offline_resolver)  # type: ignore[union-attr]
    listed = entries(load_tour(FOLDER, offline_resolver, (first,)).names, READ.names, (first,))
    again = next(e for e in listed if e.correction)
    second = correction(again.asked, entry("likely").now.at.place, offline_resolver)  # type: ignore[union-attr]
    assert second.was == first.was
    assert second.becomes.endswith("[geonames:361058]")


def test_a_choice_takes_the_place_of_a_country_that_is_none(tmp_path: Path) -> None:
    """Texas is none; its name is looked for in it all the same, when typed and when asked for online."""
    folder = shutil.copytree(FOLDER, tmp_path / "own")
    file = folder / "visits.csv"
    file.write_bytes(
        file.read_bytes().replace(b"Valencia;;", b"Paris;Texas;").replace(b"Nukuss;;", b"Nukuss;Nonsense;")
    )
    names = {n.row: n for n in load_tour(folder, offline_resolver).names if n.file == "visits.csv"}
    texas, nonsense = names["ambiguous"], names["near-miss"]
    assert texas.at is not None and nonsense.at is None
    assert (texas.stated, texas.container, nonsense.container) == ("Texas", "Texas", "Nonsense")
    assert correction(texas, texas.at.place, offline_resolver).country == "US"
    assert typed("Dallas", texas, offline_resolver).region == "Texas"
    assert typed("Tbilisi", texas, offline_resolver).country == "GE"
    assert question(entries([texas])[0]).text == "Paris, Texas"


def test_two_places_in_one_cell_are_no_choice_between_them() -> None:
    with pytest.raises(
        MapappError, match=r"'Khiva, Bukhara' names several places, Khiva, .* and Bukhara, .* one of them"
    ):
        typed("Khiva, Bukhara", entry("ambiguous").asked, offline_resolver)


def test_a_tour_in_one_file_is_corrected_in_its_file(tmp_path: Path) -> None:
    """Only the cells of the choice differ, also in a line with an apostrophe before what looks like a formula."""
    file = tmp_path / "mine.csv"
    lines = [
        "table,id,name,traveller,place,country,latitude,longitude,arrival,title,source",
        "people,p,P,,,,,,,,",
        "sources,s,,,,,,,,S,",
        "visits,a,,p,'=Osh,,,,2025,,s",
        'visits,b,,p,"Khujand, or so",UZ,,,2025,,s',
    ]
    file.write_text("\r\n".join([*lines, ""]), encoding="utf-8", newline="")
    read = load_tour(file, offline_resolver)
    ids = ("geonames:1527534", "geonames:1514879")
    places = [answer.place for id_ in ids if isinstance(answer := offline_resolver(Toponym(id_)), Found)]
    made = tuple(correction(name, place, offline_resolver) for name, place in zip(read.names, places, strict=True))
    assert correctable(file, "mine.csv") and not correctable(tmp_path / "mine.xlsx", "visits")
    again = corrected_file(file, "mine.csv", made)
    lines[3] = lines[3].replace("'=Osh", "'=Osh [geonames:1527534]")
    lines[4] = lines[4].replace("Khujand, or so", "Khujand, or so [geonames:1514879]").replace("UZ", "TJ")
    assert again.decode().split("\r\n") == [*lines, ""]
    file.write_bytes(again)
    now, memory = load_tour(file, offline_resolver), load_tour(file, offline_resolver, made)
    assert [n.at.place.title if n.at else "" for n in now.names] == ["Osh", "Khujand"] and now.names == memory.names


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], ""),
        ([("misspelt", "geonames:1216265")], "place in line 3 (the id is added)"),
        (
            [("misspelt", "geonames:1216265"), ("ambiguous", "geonames:2509954")],
            "place in lines 3, 10 (the id is added)",
        ),
        (
            [("other-country", "geonames:1526384")],
            "place in line 4 (the id is added); country in line 4 (the country of the chosen place)",
        ),
    ],
)
def test_what_corrections_change_is_told_by_columns_and_lines(rows: list[tuple[str, str]], told: str) -> None:
    made = tuple(pick(row, id_) for row, id_ in rows)
    listed = entries(load_tour(FOLDER, offline_resolver, made).names, READ.names, made)
    assert changed_cells(listed, "visits.csv") == told
    assert changed_cells(listed, "events.csv") == ""


def test_coordinates_that_would_overrule_a_choice_are_told_as_emptied() -> None:
    station = Place("osm:node/1", "A station", "KZ", "S", Position(71.1, 51.5))
    made = (correction(entry("coordinates").asked, station, offline_resolver),)
    listed = entries(load_tour(FOLDER, offline_resolver, made).names, READ.names, made)
    assert changed_cells(listed, "visits.csv") == (
        "place in line 6 (the id is added); "
        "latitude, longitude in line 6 (emptied, because they would overrule the choice)"
    )
