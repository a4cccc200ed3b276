"""What a link asks of a corridor comes back as it went; what cannot be meant gets a sentence and the default."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.corridor import Corridor
from mapapp.routing.enquiry import MAX_TEXT, MAX_VIA, NAMES, Enquiry, parse, usual
from tests.fixtures.alpha import alpha_to_delta

CORRIDOR = replace(alpha_to_delta(), alternatives=("Old line", "100 %, or less"))
nodes = st.sampled_from(sorted(CORRIDOR.node))
enquiries = st.builds(
    Enquiry,
    nodes,
    nodes,
    st.lists(nodes, unique=True, max_size=MAX_VIA).map(tuple),
    st.lists(st.sampled_from(CORRIDOR.alternatives), unique=True).map(tuple),
)


@given(enquiries)
def test_a_link_gives_back_what_was_asked(enquiry: Enquiry) -> None:
    assert parse(enquiry.pairs(), CORRIDOR) == (enquiry, ())


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=80)))
def test_whatever_a_link_says_a_way_between_nodes_is_asked_for(query: dict[str, str]) -> None:
    enquiry, sentences = parse(query, CORRIDOR)
    assert {enquiry.start, enquiry.end, *enquiry.via} <= set(CORRIDOR.node)
    assert set(enquiry.allow) <= set(CORRIDOR.alternatives)
    assert all(len(sentence) < 200 and sentence.isprintable() for sentence in sentences)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"from": "<script>"}, "The link asks for 'from=<script>', which is no node here; Alpha is taken."),
        ({"to": "omega"}, "The link asks for 'to=omega', which is no node here; Delta is taken."),
        ({"via": "beta,omega"}, "The link asks for 'via=omega', which is no node here; that is left out."),
        ({"allow": "New line"}, "The link asks for 'allow=New line', which is no alternative here; that is left out."),
        ({"via": "x" * (MAX_TEXT + 1)}, "'via' in the link is longer than 1,000 characters and is left out."),
    ],
)
def test_each_bad_value_gets_one_sentence(query: dict[str, str], sentence: str) -> None:
    enquiry, sentences = parse(query, CORRIDOR)
    assert sentences == (sentence,)
    assert (enquiry.start, enquiry.end) == ("alpha", "delta")


def test_good_values_beside_bad_ones_are_kept() -> None:
    enquiry, sentences = parse({"from": "beta", "to": "omega", "via": "gamma,omega"}, CORRIDOR)
    assert (enquiry.start, enquiry.via, len(sentences)) == ("beta", ("gamma",), 2)


def test_no_more_nodes_on_the_way_than_a_page_can_show() -> None:
    many = [f"n{i}" for i in range(MAX_VIA + 2)]
    corridor = replace(CORRIDOR, nodes=(*CORRIDOR.nodes, *(replace(CORRIDOR.nodes[0], id=id_) for id_ in many)))
    enquiry, sentences = parse({"via": ",".join(many)}, corridor)
    assert enquiry.via == tuple(many[:MAX_VIA])
    assert len(sentences) == 1


def test_the_way_back_passes_the_same_nodes_in_turn() -> None:
    assert Enquiry("a", "d", ("b", "c")).reversed() == Enquiry("d", "a", ("c", "b"))


def test_the_usual_way_is_that_of_the_data_or_leads_to_the_farthest_node() -> None:
    assert usual(replace(CORRIDOR, ends=("", ""))) == Enquiry("alpha", "delta")
    assert usual(replace(CORRIDOR, ends=("beta", "gamma"))) == Enquiry("beta", "gamma")


def test_without_nodes_there_is_nothing_to_ask() -> None:
    with pytest.raises(ValueError, match="no nodes"):
        usual(Corridor("empty", "Empty"))
