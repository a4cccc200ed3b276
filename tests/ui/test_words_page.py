"""The page "In words": sentences in step with the filters, and a walk."""

from streamlit.testing.v1 import AppTest

from tests.ui.main_page import APP


def opened(**query: str) -> AppTest:
    test = AppTest.from_file(APP, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    link = next(link for link in test.get("page_link") if "in words" in link.proto.label)
    test._page_hash = link.proto.page_script_hash
    return test.run()


def words(test: AppTest) -> str:
    assert not test.exception
    html = "\n".join(element.proto.body for element in test.get("html"))
    return "\n".join([*(element.value for element in (*test.title, *test.markdown)), html])


def test_the_map_is_told() -> None:
    said = words(opened())
    assert "the map in words" in said
    assert "Farthest north is Astana, Kazakhstan" in said
    assert "It passes Tashkent." in said


def test_filters_of_the_map_count() -> None:
    said = words(opened(country="UZ"))
    assert "Only what the filters of the map leave is told here." in said
    assert "Almaty" not in said


def test_one_walks_by_buttons() -> None:
    test = opened()
    assert "You are at Ashgabat" in words(test)
    next(button for button in test.button if button.label == "Next place").click().run()
    assert "You are at Tashkent" in words(test)
    next(button for button in test.button if button.label == "Go east").click().run()
    assert "You are at Almaty" in words(test)
    east = next(button for button in test.button if button.label == "Go east")
    assert east.disabled


def test_a_button_stays_the_same_one_after_a_step() -> None:
    """A page that makes it anew takes the focus from whoever walks by keyboard."""
    test = opened()
    ids = {button.key: button.proto.id for button in test.button if (button.key or "").startswith("walk_")}
    assert len(ids) == 6
    test.button(key="walk_next").click().run()
    assert {button.key: button.proto.id for button in test.button if button.key in ids} == ids
