"""The figures of a tour: units said once, a bar only beside another, and words for what no source states."""

import html

from streamlit.testing.v1 import AppTest

from tests.ui.main_page import APP


def charts() -> list[str]:
    """The markup of each chart of the default tour."""
    test = AppTest.from_file(APP, default_timeout=60)
    test.session_state["figures"] = True
    test.run()
    assert not test.exception
    return [html.unescape(e.proto.body) for e in test.get("html") if "<figure" in e.proto.body]


def test_figures_of_one_group_and_unit_are_compared_and_one_alone_has_no_bar() -> None:
    trade, investment, companies, *_ = charts()
    assert trade.count('class="bar"') == trade.count('class="row"') == 3
    assert "Trade, billion USD" in trade
    assert "(+16.9%)" in trade
    assert "Period not stated; according to the Ministry of Foreign Affairs of Kazakhstan" in trade
    assert 'class="bar"' not in investment
    assert "<figcaption>Companies</figcaption>" in companies
