"""The page "Edit": who may, forms and their problems, undo, save, and two editors at once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from mapapp import library
from mapapp.catalogue.listing import TOURS
from mapapp.viewer import ANYBODY, Viewer
from tests.ui.editor import SCRIPT, Opened, field, words


@pytest.fixture
def tour(own_library: Path) -> str:
    """The id of a tour of an own library."""
    assert not own_library.exists()
    shipped = {file.name: file.read_bytes() for file in (TOURS / "us-central-asia-2015").iterdir()}
    return library.create("Mine", shipped, by="Ana")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open the page for a tour, as somebody."""

    def page(tour: str, viewer: Viewer | None = None, event: str = "") -> AppTest:
        asking = viewer or Viewer("Ben", writes=True)
        monkeypatch.setattr("mapapp.ui.who.viewer", lambda: asking)
        monkeypatch.setattr("mapapp.ui.menu.draw", lambda *_: None)
        test = AppTest.from_string(SCRIPT, default_timeout=60)
        test.query_params["tour"] = tour
        if event:
            test.query_params["event"] = event
        test.run()
        assert not test.exception
        return test

    return page


def test_others_are_told_who_may(tour: str, opened: Opened) -> None:
    library.publish(tour, 1)
    test = opened(tour, ANYBODY)
    assert "Open the address with the key" in words(test) and not test.button


def test_a_tour_outside_the_library_is_copied_first(tour: str, opened: Opened) -> None:
    test = opened("central-asia-2025")
    test.button(key="edit_copy").click().run()
    assert not test.exception and "This is your copy" in words(test)
    copy = next(kept for kept in library.kept_tours() if kept.id != tour)
    assert copy.draft and library.versions(copy.id)[0].by == "Ben"
    assert "visits.csv" in library.contents(copy.id)
    options = test.selectbox(key="tour").options
    assert len(set(options)) == len(options), "copies have the title of what they were copied from"


def test_what_the_pencil_of_the_map_names_is_open(tour: str, opened: Opened) -> None:
    """A stop or an event, the copy's own where the tour is copied first; what is not there any more is said."""
    first = library.contents(tour, 1)["events.csv"].decode().splitlines()[1].split(",")[0]
    test = opened(tour, event=first)
    assert test.segmented_control[0].value == "events.csv" and field(test, "Title").value
    assert "What you chose" in words(opened(tour, event="visit:nowhere"))
    test = opened("central-asia-2025", event="visit:kallas-tashkent")
    test.button(key="edit_copy").click().run()
    assert field(test, "Place").value == "Tashkent" and "This is your copy" in words(test)


def test_a_cell_is_changed_undone_and_saved(tour: str, opened: Opened) -> None:
    test = opened(tour)
    test.button(key="edit_open_visits.csv_1").click().run()
    field(test, "Arrival").set_value("3 May").run()
    assert "names no year" in words(test) and "1 problem" in words(test)
    test.button(key="edit_undo").click().run()
    assert "no problems" in words(test) and field(test, "Arrival").value == "2015-10-31"
    field(test, "What happened").set_value("Talks.").run()
    test.button(key="edit_save").click().run()
    assert not test.exception and "Saved as version 2" in words(test)
    assert b"Talks." in library.contents(tour)["visits.csv"] and library.versions(tour)[0].by == "Ben"
    assert library.kept(tour).draft


def test_the_second_of_two_editors_is_told_and_saves_on_top(tour: str, opened: Opened) -> None:
    test = opened(tour)
    test.button(key="edit_open_visits.csv_1").click().run()
    field(test, "What happened").set_value("Mine.").run()
    theirs = {**library.contents(tour), "figures.csv": b"label,value,unit\n"}
    library.save(tour, theirs, began_from=1, by="Ana")
    test.button(key="edit_save").click().run()
    assert "Ana saved version 2" in words(test) and library.kept(tour).newest == 2
    test.button(key="edit_over").click().run()
    assert [v.by for v in library.versions(tour)] == ["Ben", "Ana", "Ana"]
    assert b"Mine." in library.contents(tour)["visits.csv"] and "figures.csv" in library.contents(tour, 2)


def test_what_may_not_be_written_any_more_is_not(tour: str, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for at the moment of writing, whatever the page showed."""
    test = opened(tour)
    test.button(key="edit_open_visits.csv_1").click().run()
    field(test, "What happened").set_value("Mine.").run()
    answers = iter([ANYBODY])
    monkeypatch.setattr("mapapp.ui.who.viewer", lambda: next(answers, Viewer("Ben", writes=True)))
    test.button(key="edit_save").click().run()
    assert "You may no longer write" in words(test) and library.kept(tour).newest == 1


def test_another_place_has_its_own_name(tour: str, opened: Opened) -> None:
    test = opened(tour)
    test.button(key="edit_open_visits.csv_1").click().run()
    field(test, "Another place").set_value("Osh").run()
    assert field(test, "Place").value == "Osh", "without the id behind it, which the file has"
    test.button(key="edit_save").click().run()
    assert b",Osh [geonames:" in library.contents(tour)["visits.csv"]
    field(test, "Another place").set_value("Nowhereville").run()
    assert "is no known place" in words(test)


def test_publishing_and_the_trash(tour: str, opened: Opened) -> None:
    test = opened(tour)
    test.button(key="edit_publish").click().run()
    assert library.kept(tour).published == 1
    test.button(key="edit_unpublish").click().run()
    assert library.kept(tour).draft
    test.button(key="edit_delete").click().run()
    assert not test.exception and library.trash()[0].id == tour
    test.button(key=f"undelete_{tour}").click().run()
    assert library.kept(tour).draft


def test_what_is_not_saved_is_saved_and_published_unless_somebody_else_saved(tour: str, opened: Opened) -> None:
    test = opened(tour, event="visit:samarkand")
    assert not test.button(key="edit_publish").disabled and test.button(key="edit_publish").label == "Publish"
    field(test, "What happened").set_value("One").run()
    assert test.button(key="edit_publish").label == "Save and publish"
    test.button(key="edit_publish").click().run()
    assert library.kept(tour).published == library.kept(tour).newest == 2
    assert test.button(key="edit_publish").disabled, "everybody sees it"
    field(test, "What happened").set_value("Two").run()
    library.save(tour, library.contents(tour, 1), began_from=2)
    test.button(key="edit_publish").click().run()
    assert library.kept(tour).published == 2 and library.kept(tour).newest == 3
    assert test.button(key="edit_over").label == "Save mine as the newest"


@pytest.mark.parametrize("event", ["visit:samarkand", "visit:vienna", "karimov"])
def test_the_record_that_is_open_is_marked_on_the_map(
    tour: str, opened: Opened, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop by the first of its events, which has the card; with the list open nothing is marked."""
    seen: list[str] = []
    monkeypatch.setattr("mapapp.ui.frame.edit_frame", lambda _, view, *__, **___: seen.append(view.event))
    test = opened(tour)
    assert seen[-1] == ""
    opened(tour, event=event)
    assert seen[-1] == {"visit:samarkand": "karimov"}.get(event, event)
    assert not test.exception


def test_versions_are_compared_and_opened_again(tour: str, opened: Opened) -> None:
    old = library.contents(tour)
    library.save(tour, {**old, "visits.csv": old["visits.csv"].replace(b"Samarkand", b"Bukhara")}, began_from=1)
    test = opened(tour)
    test.session_state["edit_part"] = "versions"
    test.run()
    assert "Bukhara" in words(test) and "Samarkand" in words(test)
    test.button(key="edit_restore").click().run()
    test.button(key="edit_save").click().run()
    assert library.contents(tour) == old and library.kept(tour).newest == 3


def test_an_author_sees_which_texts_lack_which_language(tour: str, opened: Opened) -> None:
    test = opened(tour)
    test.session_state["edit_languages"] = True
    test.run()
    text = words(test)
    assert 'lang="kk">Қазақша</strong>' in text
    assert 'lang="en"' not in text  # its own


def test_the_story_is_a_table_and_begins_with_the_scenes_of_the_stops(opened: Opened) -> None:
    """Where it is written already, the grid has its rows and nothing begins anew."""
    shipped = {file.name: file.read_bytes() for file in (TOURS / "us-central-asia-2015").iterdir()}
    told = library.create("Told", shipped, by="Ana")
    untold = library.create("Untold", {k: v for k, v in shipped.items() if k != "story.csv"}, by="Ana")
    for tour, begins in ((told, False), (untold, True)):
        test = opened(tour)
        test.segmented_control(key="edit_part").set_value("tables").run()
        test.segmented_control(key="edit_table").set_value("story.csv").run()
        begin = [b for b in test.button if b.label == "Write down the scenes that the stops give"]
        assert bool(begin) == begins and not test.exception
        if begin:
            begin[0].click().run()
            assert not test.exception and "Nothing is wrong in this table." in words(test)
            test.button(key="edit_save").click().run()
            assert library.contents(tour)["story.csv"].startswith(b"scene,title,text,events,view,corridor")
