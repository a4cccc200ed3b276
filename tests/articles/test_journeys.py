"""Journeys that are only asked about, denied or called off; whose they are; and weeks that the text speaks of."""

import pytest

from tests.articles.own import reading, stops

WHO = "Foreign Minister Testa Wendling"
RU = "Министр иностранных дел Латвии Анна Тестова"


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} arrived in Riga on Monday. Asked whether she would go to Oslo, the minister said no.",
        f"{WHO} arrived in Riga on Monday. She denied that she had planned to travel to Oslo.",
        f"{WHO} arrived in Riga on Monday. She declined to visit Oslo.",
        f"{WHO} arrived in Riga on Monday. She met investors of Nordbahn AG, which is based in Oslo.",
        f"{WHO} arrived in Riga on Monday. Wendling briefed reporters on her recent visit to Oslo.",
        f"{WHO} arrived in Riga on Monday. Her 2019 trip to Oslo cost a lot.",
        f"{WHO} arrived in Riga on Monday. She has visited Norway once before.",
        f"{WHO} arrived in Riga on Monday. The city’s other partner towns are Oslo and Bergen.",
        f"{WHO} arrived in Riga on Monday. Her predecessor was in Oslo in March.",
    ],
)
def test_what_is_asked_denied_or_told_of_others_is_no_stop(text: str) -> None:
    assert [place for _, place, _, _ in stops(text)] == ["Riga"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{WHO} spoke. A visit to Oslo, originally set for June 2, has been postponed at the request of the hosts.",
         "postponed"),
        (f"{WHO} spoke. A meeting with Mayor Ada Fiktiv, planned for Thursday in Oslo, fell through.", "cancelled"),
        (f"{WHO} spoke. She skipped a planned stop in Oslo because of a strike.", "cancelled"),
        (f"{WHO} was also to have travelled to Oslo on Friday.", "announced"),
    ],
)  # fmt: skip
def test_what_fell_through_is_said_to_have_done_so(text: str, status: str) -> None:
    assert [(place, said) for _, place, _, said in stops(text)] == [("Oslo", status)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"On Wednesday {WHO} was in Oslo for talks with her counterpart, Oda Fiktiv, and with Mayor Kai Probe.",
         [("Wendling", "Oslo")]),
        (f"{WHO} and Foreign Minister Kai Probe arrived in Riga on Monday. Both ministers will take part in a summit "
         "in Oslo on Friday, where they will meet Mayor Oda Fiktiv.",
         [("Wendling", "Riga"), ("Probe", "Riga"), ("Wendling", "Oslo"), ("Probe", "Oslo")]),
        ("The ministers for energy of Latvia and Estonia, Testa Wendling and Kai Probe, met in Oslo on Monday.",
         [("Probe", "Oslo"), ("Wendling", "Oslo")]),
        (f"{WHO} arrived in Riga. Finance Minister Oda Fiktiv, who is accompanying her, will fly to Oslo.",
         [("Wendling", "Riga")]),
        ("Urs Probe, chief executive of Alpina Bahn, travelled to Oslo on Monday.", [("Probe", "Oslo")]),
        (f"{WHO} flew to Riga, where Mayor Oda Fiktiv will be her host, before flying to Oslo.",
         [("Wendling", "Riga"), ("Wendling", "Oslo")]),
    ],
)  # fmt: skip
def test_whose_journey_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((who, place) for who, place, _, _ in stops(text)) == sorted(expected)


def test_days_of_another_week_are_those_of_that_week_and_in_doubt() -> None:
    text = f"{WHO} took the night train last week. She arrived in Oslo on Thursday."
    proposals = [p for p in reading(text).proposals if p.travellers]
    assert [(str(p.when.value), p.sure) for p in proposals] == [("2025-05-08", False)]


def test_days_of_another_week_go_on_within_a_sentence() -> None:
    text = f"{WHO} toured schools last week. She visited Oslo on Monday and Tuesday and Bergen on Thursday."
    assert [(place, when) for _, place, when, _ in stops(text)] == [
        ("Oslo", "2025-05-05/2025-05-06"),
        ("Bergen", "2025-05-08"),
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{WHO} has called off a visit to Oslo planned for next Tuesday.", "2025-05-20"),
        (f"{WHO} spoke. In June she will fly to Oslo.", "2025-06"),
        (f"{WHO} spoke. A visit to Oslo has been rescheduled for June.", "2025-06"),
        (f"{WHO} and eight residents leave Saturday for Oslo.", "2025-05-17"),
        (f"{WHO} returned on Wednesday from a trade mission to Oslo.", ""),
        (f"{WHO} concluded her visit to Asia today, having held meetings in Tokyo.", ""),
    ],
)
def test_which_day_is_meant(text: str, when: str) -> None:
    assert [said for _, _, said, _ in stops(text)] == [when]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RU} прибыла в Осло в понедельник. Поездка в Вену, о которой писала газета, не планируется.", ["Oslo"]),
        (f"{RU} прибыла в Осло в понедельник. В июле в Вену приедет хор из Бергена.", ["Oslo"]),
        (f"{RU} прибыла в Осло в понедельник. Она отказалась посетить Вену.", ["Oslo"]),
    ],
)
def test_journeys_of_nobody_in_russian(text: str, expected: list[str]) -> None:
    assert [place for _, place, _, _ in stops(text, language="ru")] == expected
