"""What is sure: nothing is left to decide, neither about the place nor about the day."""

import pytest

from tests.articles.own import reading

WHO = "Foreign Minister Testa Wendling"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (f"{WHO} will visit Latvia on Monday.", True),
        (f"{WHO} will visit Latvia on Monday. The ministry in Riga announced it.", False),  # it may be Riga
        (f"{WHO} will visit Djibouti on Monday.", False),  # the country, or the town
        (f"{WHO} visited Riga.", True),  # there is no day to choose
        (f"{WHO} visited Riga. The fair opens on 3 June.", False),
        (f"{WHO} visited Riga, a spokesman said on Monday.", True),
        (f"{WHO} will visit Latvia on 19–20 May.\nIn Riga she will meet Mayor Ada Testova.", True),
        (f"{WHO} will visit Latvia and Estonia on 19–20 May.\nIn Riga she will meet Mayor Ada Testova.", False),
        (f"{WHO} arrived in Riga on Monday.\nIn Riga she met Mayor Ada Testova.", False),  # perhaps on another day
        (f"On Monday {WHO} arrived in Riga, where she met Mayor Ada Testova.", True),
    ],
)
def test_a_stop_is_sure_where_nothing_is_left_to_decide(text: str, sure: bool) -> None:
    proposals = [p for p in reading(text).proposals if p.travellers]
    assert all(p.sure for p in proposals) == sure and proposals, [p.doubts for p in proposals]
