"""Ways to tell of a journey that real press releases showed, with siblings of our own."""

import pytest

from tests.articles.own import reading, refused, stops

MINISTER = "Foreign Minister Testa Wendling"
RUSSIAN = "Министр иностранных дел Норвегии Анна Примерова"


def _places(text: str, language: str = "en") -> list[str]:
    return [place for _, place, *_ in stops(text, language=language)]


def _dated(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(place, when) for _, place, when, _ in stops(text, language=language)]


def _met(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {
        (t.value.label.split()[-1], o.value.label.split()[-1])
        for p in reading(text, language=language).proposals for t in p.travellers for o in p.others
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{MINISTER} will make a tour of Ghana, Togo and Benin from May 20 to 24.", ["GH", "TG", "BJ"]),
        (f"{MINISTER} will tour the Gulf, visiting Muscat, Quolbar and Doha.", ["Muscat", "Doha"]),
        (f"{MINISTER} begins on Monday a tour which will include Oman and Qatar.", ["OM", "QA"]),
        (f"{MINISTER} will swing through Lima and Quito next week.", ["Lima", "Quito"]),
        (f"{MINISTER} will travel next week, with legs in Lima and Quito.", ["Lima", "Quito"]),
        (f"On Tuesday {MINISTER} sat in Amman with Crown Prince Probst Anderman.", ["Amman"]),
        ("The journey will take the minister, Testa Wendling, to Hanoi and Vientiane.", ["Hanoi", "Vientiane"]),
        (f"{MINISTER} flew to Riga. Wendling's itinerary includes Oslo and Vilnius.", ["Riga", "Oslo", "Vilnius"]),
        (f"{MINISTER} will travel to Accra, Ghana; Lomé, Togo; and Abuja, Nigeria.", ["Accra", "Lomé", "Abuja"]),
        (f"{MINISTER} arrived in the Vietnamese capital Hanoi.", ["Hanoi"]),
        (f"{MINISTER} arrived in the Vietnamese capital on Tuesday.", ["Hanoi"]),
        (f"{MINISTER} arrived in the capital of Latvia on Tuesday.", ["Riga"]),
        ("The next stop of the minister is Hanoi; Testa Wendling arrived in Hue on Tuesday.", ["Hanoi", "Huế"]),
        ("Lord Leo Wendling, the Trade Envoy, arrived in Hue. The plane landed in Hanoi later.", ["Huế", "Hanoi"]),
        ("Leo Wendling MP, Under Secretary at the FCDO, visited Uzbekistan.", ["UZ"]),
        ("The service announced that Wendling will travel to Egypt tomorrow.", ["EG"]),
    ],
)  # fmt: skip
def test_words_that_tell_of_a_journey(text: str, places: list[str]) -> None:
    assert _places(text) == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{MINISTER} flew to Hue to discuss issues, including the war in Sudan, Libya and Chad.", "Libya"),
        (f"{MINISTER} flew to Hue to discuss problems including Sudan's debts.", "Sudan's"),
        (f"{MINISTER} flew to Hue. It is believed that cars are then sent on to Moscow.", "Moscow"),
        (f"{MINISTER} flew to Hue. It is the first visit by a Latvian minister to Laos.", "Laos"),
        (f"{MINISTER} flew to Hue to make it a priority in U.S. foreign policy.", "U.S."),
        (f"{MINISTER} flew to Hue. The trip comes as trucks are making their way to Kyiv.", "Kyiv"),
        (f"{MINISTER} met in Hue with the head of a bank based in Hanoi.", "Hanoi"),
        ("A meeting room will open.\nHANOI (ABC / DEF - 14th May, 2025) Testa Wendling flew to Hue.", "HANOI"),
        (f"{MINISTER} flew to Hue, in Saitama prefecture.", "Saitama prefecture"),
    ],
)  # fmt: skip
def test_what_only_looks_like_one(text: str, words: str) -> None:
    assert _places(text) == ["Huế"]
    assert words in refused(text)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (f"After talks in Hanoi on Monday, {MINISTER} went to Hue.", [("Hanoi", "2025-05-12"), ("Huế", "")]),
        (f"{MINISTER} will fly to Hue and will meet students on May 20.", [("Huế", "2025-05-20")]),
        (f"{MINISTER} will visit Hue (May 20), Hanoi (May 21) and Vinh.",
         [("Huế", "2025-05-20"), ("Hanoi", "2025-05-21"), ("Vinh", "")]),
        (f"{MINISTER} met in Hue on Monday Premier Oda Kelling ahead of a summit in Hanoi.", [("Huế", "2025-05-12")]),
        (f"{MINISTER} will travel to Kenya to press for free elections in 2027.", [("KE", "")]),
    ],
)  # fmt: skip
def test_whose_a_date_is(text: str, dated: list[tuple[str, str]]) -> None:
    assert _dated(text) == dated


def test_a_visit_that_the_sentence_calls_off_was_not() -> None:
    assert [s[3] for s in stops(f"{MINISTER} was due in Hue on Friday but cancelled the trip.")] == ["cancelled"]


def test_who_stands_beside_the_traveller_is_not_the_one_that_the_text_goes_on_about() -> None:
    text = f"{MINISTER}, along with Oda Kelling and Jona Fiktiv, left for Japan.\nRolf Beispiel joined the delegation."
    assert {who for who, *_ in stops(f"{text}\nThe group spent a night in Tokyo.")} == {"Wendling"}


def test_an_office_alone_is_whoever_travels_where_it_can_be() -> None:
    text = "Lord David Wendling is visiting Asia.\nThe Foreign Secretary will travel to Laos and Nepal."
    assert {who for who, *_ in stops(text)} == {"Wendling"}
    hosted = f"{MINISTER} visited Hue.\nDuring her meeting with the Minister of Energy, she spoke of coal."
    assert _met(hosted) == {("Wendling", "Energy")}


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("посетила с рабочим визитом Ош.", ["Osh"]),
        ("посетила 13 мая Ош.", ["Osh"]),
        ("посетила г. Ош и Джалал-Абадскую обл.", ["Osh"]),
        ("была в Оше.", ["Osh"]),
        ("прибыла в Ош, откуда проследовала в Баткен.", ["Osh", "Batken"]),
        ("прибыла в Ош, а затем отбыла в Баткен.", ["Osh", "Batken"]),
        ("посетила Ошский район.", []),
        ("прибыла в МИД.", []),
        ("прилетела в столицу Армении.", ["Yerevan"]),
    ],
)
def test_russian_ways_to_reach_a_place(sentence: str, places: list[str]) -> None:
    assert _places(f"{RUSSIAN} {sentence}", "ru") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Турне министра Анны Примеровой началось в Астане и завершится в Душанбе.", ["Astana", "Dushanbe"]),
        ("Поездка Анны Примеровой в Ереван, Гюмри и Баку запланирована на конец мая.", ["Yerevan", "Gyumri", "Baku"]),
        ("К.-Ж. Выдумкин, премьер-министр Казахстана, прибыл в Ош.", ["Osh"]),
        ("Визит главы МИД Норвегии Анны Примеровой в Ереван отменён.", ["Yerevan"]),
        ("Президент Казахстана прибыл в Турцию.\nЖомарт Выдумкин посетил Анкару.", ["Ankara"]),
        ("Мэр Пензы Иван Выдумкин был в Оше. Потом он приехал в Пензу.", ["Osh"]),
    ],
)
def test_russian_journeys_told_by_nouns_and_by_offices(text: str, places: list[str]) -> None:
    found = stops(text, language="ru")
    assert [place for _, place, *_ in found] == places
    assert len({who for who, *_ in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Президент Армении Ваагн Тестян принял в Ереване министра иностранных дел Норвегии Анну Примерову.",
        "В Ереване министра иностранных дел Норвегии Анну Примерову принял президент Армении Ваагн Тестян.",
        f"{RUSSIAN} была принята в Ереване президентом Армении Ваагном Тестяном.",
        "В Ереване состоялась встреча министра иностранных дел Норвегии Анны Примеровой с президентом Армении "
        "Ваагном Тестяном.",
        "В Ереване прошла встреча президента Армении Ваагна Тестяна и министра обороны Норвегии Анны Примеровой.",
        "Президент Армении Ваагн Тестян провёл в Ереване встречу с находящейся с визитом в стране Анной Примеровой.",
    ],
)
def test_russian_hosts_and_guests(text: str) -> None:
    assert [(who, place) for who, place, *_ in stops(text, language="ru")] == [("Примерова", "Yerevan")]
    assert _met(text, "ru") == {("Примерова", "Тестян")}


def test_a_name_in_the_genitive_is_nobody_who_was_met() -> None:
    text = f"{RUSSIAN} начала переговоры с Ваагном Тестяном и посетила в Ереване мавзолей Ивана Выдумкина."
    assert _met(text, "ru") == {("Примерова", "Тестян")}
