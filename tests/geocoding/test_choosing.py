"""Weighing: what makes a candidate surer, what less, and when nobody chooses."""

from dataclasses import replace

from mapapp.geocoding.choosing import choose, rank, weigh
from mapapp.place import Ambiguous, Candidate, Found, Place, Toponym, Unknown
from mapapp.position import Position
from mapapp.when import When


def place(key: str, population: int = 0, kind: str = "city", longitude: float = 0.0, title: str = "Name") -> Place:
    return Place(f"test:{key}", title, "KZ", "P", Position(longitude, 45.0), "", population, kind)


def candidate(key: str, population: int = 0, **more: object) -> Candidate:
    where = {name: more.pop(name) for name in ("kind", "longitude", "title") if name in more}
    return Candidate(place(key, population, **where), more.pop("says", "gazetteer"), "name", **more)  # type: ignore[arg-type]


def test_nothing_is_unknown_one_is_found_two_alike_are_ambiguous() -> None:
    assert choose(Toponym("Name"), []) == Unknown()
    assert isinstance(choose(Toponym("Name"), [candidate("a", 9000)]), Found)
    assert isinstance(choose(Toponym("Name"), [candidate("a", 9000), candidate("b", 9000, longitude=10.0)]), Ambiguous)


def test_neighbours_are_no_rivals() -> None:
    assert isinstance(choose(Toponym("Name"), [candidate("a", 9000), candidate("b", 9000, longitude=0.1)]), Found)


def test_a_neighbour_over_the_border_is_a_rival() -> None:
    """Khorgos in China lies five kilometres from Khorgos in Kazakhstan."""
    here, abroad = candidate("a", 9000), candidate("b", 9000, longitude=0.1)
    abroad = replace(abroad, place=replace(abroad.place, country="CN"))
    assert isinstance(choose(Toponym("Name"), [here, abroad]), Ambiguous)
    sea = replace(abroad, place=replace(abroad.place, country=""))
    assert isinstance(choose(Toponym("Name"), [here, sea]), Found)


def test_the_place_s_own_name_outweighs_another_name() -> None:
    own, other = candidate("a", 9000), candidate("b", 9000, match="name", longitude=10.0, title="Elsewhere")
    assert [c.place.id for c in rank(Toponym("Name"), [other, own])] == ["test:a", "test:b"]


def test_another_spelling_counts_nearly_as_the_title() -> None:
    spelling = weigh(Toponym("Name"), candidate("a", 9000, match="name", title="Nahme"))[0]
    alias = weigh(Toponym("Name"), candidate("a", 9000, match="name", title="Elsewhere"))[0]
    assert alias < spelling < weigh(Toponym("Name"), candidate("a", 9000))[0]


def test_an_obscure_other_name_alone_is_not_enough() -> None:
    """And it is no ambiguity: there is one place, which is like the name, and no more."""
    alone = choose(Toponym("Name"), [candidate("a", 300, match="name", title="Elsewhere")])
    assert isinstance(alone, Unknown) and [c.place.id for c in alone.near_misses] == ["test:a"]
    assert alone.near_misses[0].confidence <= 0.5
    assert isinstance(choose(Toponym("Name"), [candidate("a", 300)]), Found)


def test_a_misspelt_city_leads_over_a_like_name_by_its_root_only() -> None:
    other = place("b", 40_000, longitude=10.0, title="Nama")
    slips = [candidate("a", 400_000, match="misspelt", edits=1), Candidate(other, "gazetteer", "nama", match="misspelt",
                                                                          edits=1)]  # fmt: skip
    assert isinstance(choose(Toponym("Nome"), slips), Ambiguous)
    same_name = [slips[0], candidate("b", 4_000, match="misspelt", edits=1, longitude=10.0)]
    assert isinstance(choose(Toponym("Nome"), same_name), Found)


def test_a_name_out_of_use_is_set_back_unless_the_row_is_of_its_time() -> None:
    old = candidate("a", 9000, says="curated", until=1991)
    now = weigh(Toponym("Name"), old)[0]
    assert now < weigh(Toponym("Name", when=When.parse("1985")), old)[0]
    assert now < weigh(Toponym("Name", "SU"), old)[0]
    assert weigh(Toponym("Name", when=When.parse("2020")), old)[1].right_date is False


def test_what_is_near_the_journey_is_likelier() -> None:
    far = weigh(Toponym("Name"), candidate("a", 9000))
    near = weigh(Toponym("Name", near=(Position(1.0, 45.0),)), candidate("a", 9000))
    assert near[0] > far[0]
    assert near[1].distance_km is not None and far[1].distance_km is None
    assert any("km from the nearest other stop" in reason for reason in near[1].reasons)


def test_a_sea_that_was_entered_by_hand_outweighs_a_town() -> None:
    sea = candidate("a", kind="sea", says="curated")
    assert rank(Toponym("Name"), [candidate("b", 50_000, longitude=10.0), sea])[0].place.id == "test:a"
