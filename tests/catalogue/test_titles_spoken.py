"""A list of tours knows their titles in every language that they have."""

from mapapp.catalogue.listing import tour_titles
from mapapp.words.language import Words


def test_titles_are_said_in_the_language_of_the_list() -> None:
    said = Words("ru").said(tour_titles())
    assert said["central-asia-2025"] == "Путь ЕС в Самарканд"
    assert tour_titles()["central-asia-2025"] == "The EU's road to Samarkand"
