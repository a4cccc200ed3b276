"""Princes and sheikhs with their titles, whoever is called by an office before the name, and lists of other manners."""

import pytest

from tests.articles.own import reading, stops

PRINCE = "Prince Testal bin Probir Al Fictan"


def _met(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for proposal in reading(text).proposals:
        for traveller in proposal.travellers:
            found.setdefault(traveller.value.label, set()).update(o.value.label for o in proposal.others)
    return found


def test_houses_and_fathers_do_not_make_one_person_of_two() -> None:
    text = (
        "Emir of Kuwait Sheikh Mockal Al-Testan Al-Probar arrived in Riyadh on Monday. He was received by Minister of "
        "State and Cabinet Member Prince Quorral bin Fictan bin Testal and by Deputy Governor of Riyadh Region "
        f"{PRINCE}. Sheikh Samplar Testar Mockan Al-Testan Al-Probar, ambassador to Saudi Arabia, was present."
    )
    assert stops(text) == [("Al-Probar", "Riyadh", "2025-05-12", "held")]
    assert _met(text)["Mockal Al-Testan Al-Probar"] == {
        "Quorral bin Fictan bin Testal", "Testal bin Probir Al Fictan",
    }  # fmt: skip


@pytest.mark.parametrize(
    "office",
    [
        "Crown Prince, Deputy Premier and Minister of Defence",
        "Deputy Premier, Foreign Minister Prince",
        "State Councillor and Foreign Minister",
    ],
)
def test_offices_said_before_one_name_are_one_persons(office: str) -> None:
    text = f"{office} Testal bin Probir will visit Muscat on Monday."
    assert stops(text) == [("Probir", "Muscat", "2025-05-19", "announced")]


def test_offices_said_behind_a_name_are_that_persons() -> None:
    held = "Deputy Crown Prince, Second Deputy Premier and senior Envoy of the King"
    text = f"{PRINCE}, {held}, arrived in Muscat on Monday."
    assert [place for _, place, *_ in stops(text)] == ["Muscat"] and len(stops(text)) == 1


def test_an_airport_that_bears_a_kings_name_is_nobody() -> None:
    text = f"{PRINCE} arrived in Muscat on Monday. The minister received him at the King Quorral International Airport."
    assert len(stops(text)) == 1


def test_who_receives_is_listed_behind_included() -> None:
    text = (
        "President of Malta Ada Fictova arrived in Muscat on Monday. Those who received her also included Minister "
        "Quorral Testan and Governor Mockal Probar."
    )
    assert [who for who, *_ in stops(text)] == ["Fictova"]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("She is visiting Latvia, then Estonia and Finland.", ["LV", "EE", "FI"]),
        ("After Oslo, she will continue onto Latvia and Estonia.", ["LV", "EE"]),
        ("Next, we will head to Riga. Lastly, we’ll go to Tallinn.", ["Riga", "Tallinn"]),
        ("Riga is the first leg of a tour that will also include Estonia and Finland.", ["Riga", "EE", "FI"]),
        (
            "She will pay an official visit to Latvia and the Baltic League Headquarters in Oslo, Estonia and Finland.",
            ["LV", "Oslo", "EE", "FI"],
        ),
        ("A press briefing is scheduled at Probe House in Riga.", ["Riga"]),
    ],
)  # fmt: skip
def test_lists_of_stops_in_other_words(sentence: str, places: list[str]) -> None:
    text = f"Sworn in last week, Foreign Minister Testa Wendling is on tour. {sentence}"
    assert {place for _, place, *_ in stops(text)} == {*places}


@pytest.mark.parametrize(
    "sentence",
    [
        "She met the owners of a plant operated in Tartu.",
        "Tallinn helped arrange talks in Tartu.",
        "She spoke of the presence of observers and their role in Tartu.",
        "She had visited Tartu three years ago.",
        "An official of the harbour office told reporters in Tartu that ties are good.",
    ],
)
def test_what_is_no_stop_of_the_traveller(sentence: str) -> None:
    text = f"Foreign Minister Testa Wendling arrived in Riga on Monday. {sentence}"
    assert [place for _, place, *_ in stops(text)] == ["Riga"]


def test_the_guest_of_somebody_at_home_travels() -> None:
    text = (
        "Latvian President Ada Testova will meet on Friday with the Commissioner of the European Union, Olaf "
        "Mockensen, at the Castle in Riga. The President is also to meet with Finland’s Foreign Minister Quint Fictola."
    )
    assert {(who, place) for who, place, *_ in stops(text)} == {("Mockensen", "Riga"), ("Fictola", "LV")}
