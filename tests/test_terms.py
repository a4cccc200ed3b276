"""Words that data and program share can be said in every language, and stay what they are in files."""

from mapapp.dates.partial import Order
from mapapp.foreign.records import Role, RowState
from mapapp.geocoding.gazetteer.entries import KINDS
from mapapp.message import Message
from mapapp.terms import term
from mapapp.tour import Status

VOCABULARIES = (Role, RowState, KINDS, Status)


def test_every_word_of_the_vocabularies_is_a_message() -> None:
    words = [str(word) for vocabulary in VOCABULARIES for word in vocabulary]
    words += [order.value for order in Order if order is not Order.NAMED]
    assert [word for word in words if not isinstance(term(word), Message)] == []


def test_other_words_stay_as_they_are() -> None:
    assert term("Hilton") == "Hilton"
    assert not isinstance(term("Hilton"), Message)
