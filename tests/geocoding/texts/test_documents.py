"""Names in running text: resolved with the help of each other, scored on texts of our own."""

import json
from pathlib import Path

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.geocoding.texts.documents import DocumentReader
from mapapp.geocoding.texts.mentions import Mention
from mapapp.place import Candidate
from mapapp.position import Position, distance_km

GOLD = Path(__file__).parents[3] / "data" / "gazetteer" / "gold-documents.jsonl"
READ = DocumentReader(OfflineResolver())


def test_most_names_in_texts_are_put_where_they_belong() -> None:
    """A name without an answer counts as wrong; right is within 161 km, as the published corpora count."""
    right = total = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        mentions = [Mention(t["start"], t["end"], t["name"]) for t in document["toponyms"]]
        home = Position(document["home"][1], document["home"][0]) if document.get("home") else None
        for toponym, candidates in zip(document["toponyms"], READ(document["text"], mentions, home), strict=True):
            total += 1
            place = candidates[0].place.position if candidates else None
            right += place is not None and distance_km(place, Position(toponym["lon"], toponym["lat"])) <= 161
    assert total > 150
    assert right / total > 0.9, f"{right} of {total}"


def test_a_region_in_the_text_tips_the_balance() -> None:
    text = "PARIS, Texas - Residents of Paris came."
    mentions = [Mention(0, 5, "PARIS"), Mention(7, 12, "Texas"), Mention(28, 33, "Paris")]
    paris = READ(text, mentions)[2][0].place
    assert paris.country == "US"


def test_a_name_like_no_place_has_no_candidates() -> None:
    assert READ("Xqzwvk is not a place.", [Mention(0, 6, "Xqzwvk")]) == [()]


def best(text: str, *names: str, home: Position | None = None) -> list[str]:
    """The titles that the names of a text are resolved to, with the country; the first occurrence of each name."""
    mentions = [Mention(text.index(name), text.index(name) + len(name), name) for name in names]
    return [f"{found[0].place.title}, {found[0].place.country}" for found in READ(text, mentions, home)]


def test_a_hamlet_that_no_list_has_lies_amid_the_others() -> None:
    """A namesake on another continent is no better an answer than the places that the text speaks of."""
    text = "A trailer burned in Shadwell Bottoms. Crews came from Charlottesville, Staunton and Waynesboro, Virginia."
    mentions = [Mention(text.index(n), text.index(n) + len(n), n) for n in
                ("Shadwell Bottoms", "Charlottesville", "Staunton", "Waynesboro")]  # fmt: skip
    answers = READ(text, mentions)
    assert answers[0][0].match == "nearby" and answers[0][0].confidence < 0.3
    assert distance_km(answers[0][0].place.position, Position(-78.48, 38.03)) < 161


def test_home_decides_between_namesakes() -> None:
    text = "The mayor of Springfield spoke in Columbus."
    assert best(text, "Springfield", home=Position(-83.8, 39.9))[0] == "Springfield, US"
    ohio = READ(text, [Mention(13, 24, "Springfield")], Position(-83.8, 39.9))[0][0].place
    assert distance_km(ohio.position, Position(-83.8, 39.92)) < 25


def test_abbreviations_are_told_from_names() -> None:
    assert best("He left La. for Me. and Calif on Sunday.", "La.", "Me.", "Calif") == [
        "Louisiana, US",
        "Maine, US",
        "California, US",
    ]
    assert best("He left LA on Sunday.", "LA") == ["Los Angeles, US"]


def test_peoples_stand_for_their_places() -> None:
    names = ("Scottish", "Londoners", "US-led", "Syrian-Lebanese")
    assert best("Scottish fans, Londoners, a US-led force, Syrian-Lebanese talks", *names) == [
        "Scotland, GB",
        "London, GB",
        "United States, US",
        "Syria, SY",
    ]


def test_a_container_may_be_a_part_of_the_name() -> None:
    assert best("In Paris, Texas, it rained.", "Paris, Texas") == ["Paris, US"]


def test_a_region_does_not_yield_to_a_town_that_once_bore_its_name() -> None:
    assert best("Cases rose in Paraíba.", "Paraíba") == ["Paraíba, BR"]


def test_words_that_look_like_abbreviations_are_no_evidence() -> None:
    """Mass is a service here; were it Massachusetts, Springfield would lie there."""
    text = "After Mass the bishop left Dayton for Springfield."
    springfield = READ(text, [Mention(27, 33, "Dayton"), Mention(38, 49, "Springfield")], Position(-84.2, 39.76))[1][0]
    assert springfield.place.region == "Ohio"


def test_the_home_town_is_meant_by_its_own_name() -> None:
    """What a local paper calls Paris or Lebanon is mostly the town that it is made in; Baghdad stays Baghdad."""
    for name, home in (("Paris", Position(-95.55, 33.66)), ("Lebanon", Position(-84.2, 39.43))):
        town = READ(f"The council of {name} met.", [Mention(15, 15 + len(name), name)], home)[0][0].place
        assert distance_km(town.position, home) < 15
    assert best("The council of Baghdad met.", "Baghdad", home=Position(-95.55, 33.66)) == ["Baghdad, IQ"]


def first(text: str, name: str) -> Candidate:
    """What a name of a text is most likely to be."""
    return READ(text, [Mention(text.index(name), text.index(name) + len(name), name)])[0][0]


def test_one_point_is_less_sure_the_wider_a_place_is() -> None:
    """All are clear in what they mean, and differ in how well a point can stand for it."""
    text = "From Luxembourg to Kazakhstan, across Russia and Central Asia"
    sure = [first(text, name).confidence for name in ("Luxembourg", "Kazakhstan", "Russia", "Central Asia")]
    assert sure == sorted(sure, reverse=True) and len(set(sure)) == 4
    assert sure[0] > 0.95 and sure[-1] <= 0.5


def test_a_state_is_a_rival_of_the_city_that_bears_its_name() -> None:
    assert first("He flew to New York.", "New York").confidence < first("He flew to Boston.", "Boston").confidence


def test_a_name_that_holds_a_place_s_name_is_less_sure_than_the_place() -> None:
    academy = first("Liverpool Academy won.", "Liverpool Academy")
    assert (academy.place.title, academy.match) == ("Liverpool", "part")
    assert academy.confidence < first("Liverpool won.", "Liverpool").confidence


def test_words_for_buildings_are_no_places() -> None:
    """GeoNames knows a Center in Benin and a Hall County; a text on Tashkent means neither."""
    text = "In Tashkent the City Hall, the Congress Center and the Town Hall were lit."
    names = ("Tashkent", "City Hall", "Congress Center", "Town Hall")
    assert best(text, *names) == ["Tashkent, UZ"] * 4


def test_an_embassy_is_not_in_the_country_whose_name_it_bears() -> None:
    assert best("The British Embassy in Tokyo", "British Embassy", "Tokyo") == ["Tokyo, JP", "Tokyo, JP"]


def test_capitals_are_read_as_a_region_s_code() -> None:
    text = "Fires in NSW, BC and WA"
    titles = [first(text, code).place.title for code in ("NSW", "BC", "WA")]
    assert titles == ["State of New South Wales", "British Columbia", "Washington"]


def test_peoples_of_parts_of_continents_are_no_americans() -> None:
    assert best("Central American and Central Asian talks", "Central American", "Central Asian") == [
        "Central America, ",
        "Central Asia, ",
    ]


def test_a_name_like_another_yields_to_the_places_of_the_text() -> None:
    """Ghouta is a letter or two from Utah; in a text on Damascus it is not there."""
    assert best("Shells fell on Ghouta near Damascus, Syria.", "Damascus", "Ghouta")[1].endswith(", SY")


def test_the_point_of_the_united_states_is_agreed_upon() -> None:
    """It is as wide as others, but its point is the surveyed centre of the contiguous states."""
    assert first("He flew to the United States.", "United States").confidence > 0.95
    assert first("He flew to Canada.", "Canada").confidence < 0.9


def test_a_part_of_a_name_is_a_well_known_place_or_none() -> None:
    """Nobody means the Sullivan in Missouri by a gallery of that name."""
    text = "Sullivan Goss is a gallery in Toronto, Canada."
    gallery, _ = READ(text, [Mention(0, 13, "Sullivan Goss"), Mention(30, 37, "Toronto")])
    assert (gallery[0].match, gallery[0].place.title) == ("nearby", "Toronto")


def test_a_part_says_that_it_is_one() -> None:
    assert "only 'Liverpool' in the name is known" in first("Liverpool Academy won.", "Liverpool Academy").reasons


def test_names_of_many_common_words_are_known_as_they_are() -> None:
    names = ("Cape Town Stadium", "downtown Little Rock", "the Middle East")
    text = "From Cape Town Stadium to downtown Little Rock and the Middle East"
    assert best(text, *names) == ["Cape Town, ZA", "Little Rock, US", "Middle East, "]


def test_an_embassy_of_any_name_is_not_in_its_country() -> None:
    text = "The Embassy of Georgia and the Indian High Commission in Riga"
    assert best(text, "Embassy of Georgia", "Indian High Commission", "Riga") == ["Riga, LV"] * 3


def test_a_code_in_capitals_is_not_the_town_that_is_written_like_it() -> None:
    text = "Wa is a town in Ghana. Fires in WA burn."
    wa = [c[0].place.title for c in READ(text, [Mention(0, 2, "Wa"), Mention(32, 34, "WA")])]
    assert wa == ["Wa", "Washington"]


def test_the_city_leads_over_the_state_of_its_name() -> None:
    assert best("The bank has offices in New York, Chicago and Buffalo.", "New York", "Chicago") == [
        "New York City, US",
        "Chicago, US",
    ]
