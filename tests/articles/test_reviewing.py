"""What a reader changes is theirs, and without a doubt."""

import pytest

from mapapp.articles import reviewing
from mapapp.articles.records import Proposal
from mapapp.errors import ArticleError, WhenError
from mapapp.geocoding import offline_resolver
from mapapp.tour import Status
from tests.articles.own import reading


@pytest.fixture
def proposal() -> Proposal:
    """A meeting without day and place."""
    text = "During a meeting with Georgia’s President, Foreign Minister Testa Wendling spoke of trade."
    return reading(text).proposals[0]


def test_each_value_may_be_changed(proposal: Proposal) -> None:
    changed = reviewing.with_place(proposal, "Tbilisi", offline_resolver)
    changed = reviewing.with_when(changed, "2025-05-13")
    changed = reviewing.with_status(reviewing.with_title(changed, "Talks"), Status.CONFIRMED)
    assert changed.spot.value.place and changed.spot.value.place.title == "Tbilisi"
    assert (str(changed.when.value), changed.title.value, changed.status.value) == ("2025-05-13", "Talks", "confirmed")
    assert not proposal.sure and changed.sure and changed.when.rule == reviewing.RULE


def test_a_place_may_be_left_open_in_its_country(proposal: Proposal) -> None:
    changed = reviewing.with_place(reviewing.with_place(proposal, "Batumi", offline_resolver), "", offline_resolver)
    assert (changed.spot.value.place, changed.spot.value.country) == (None, "GE")
    assert reviewing.with_place(proposal, "Armenia", offline_resolver).spot.value.country == "AM"


def test_what_means_nothing_is_refused(proposal: Proposal) -> None:
    with pytest.raises(ArticleError, match="does not mean one place"):
        reviewing.with_place(proposal, "Zzyxqville", offline_resolver)
    with pytest.raises(WhenError):
        reviewing.with_when(proposal, "soon")
    with pytest.raises(ArticleError, match="title"):
        reviewing.with_title(proposal, " ")
