"""A tour has its texts in several languages, in columns such as title@ru, and keeps all of them on its way."""

from pathlib import Path

import pytest

from mapapp.catalogue.tours import LoadedTour, load_tour
from mapapp.exports import FORMAT
from mapapp.exports.json import document
from mapapp.message import listed, others_of, plural, tr
from mapapp.selection import select
from mapapp.snapshot import Snapshot
from mapapp.view import View
from mapapp.words.language import Words
from mapapp.words.untranslated import lacking, share
from tests.fixtures.places import KnownPlaces

FILES = {
    "tour.toml": """title = "A tour"
"title@ru" = "Поездка"
"summary@kk" = "Сапар"
travellers = ["a"]
[labels]
energy = "Power"
"energy@ru" = "Энергетика"
"trade-ties@ru" = "Торговля"
""",
    "people.csv": "id,name,name@ru,role,role@kk\na,Ann,Анна,Minister,Министр\n",
    "visits.csv": "id,traveller,place,place@ru,country,arrival,source,locator,locator@ru\n"
    "v,a,Tashkent,г. Ташкент,UZ,2025-03-27,s,paragraph 1,абзац 1\n",
    "events.csv": "id,visit,when,title,title@ru,summary@ru,topics,source,locator,locator@ru\n"
    "e,v,2025-03-27,Talks,Переговоры,,energy;trade-ties,s;s,one;two,;второй\n",
    "sources.csv": "id,title\ns,Paper\n",
}
RUSSIAN = Words("ru")


def read(folder: Path, **changed: str) -> LoadedTour:
    folder.mkdir()
    for name, text in (FILES | {f"{stem}.csv": text for stem, text in changed.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_tour(folder, KnownPlaces())


def seen(loaded: LoadedTour) -> Snapshot:
    return Snapshot(select(loaded.tour, View()), loaded.tour, View())


def told(loaded: LoadedTour) -> dict[str, object]:
    """What a reader of each language may come to see."""
    tour = loaded.tour
    person, visit, event = tour.people[0], tour.visits[0], tour.events[0]
    texts = [
        *(tour.title, tour.summary, person.name, person.role, visit.at.toponym, event.title),
        *(tour.label(topic) for topic in event.topics),
        *(citation.locator for citation in (*visit.citations, *event.citations)),
    ]
    return {str(text): dict(others_of(text)) for text in texts}


def test_a_reader_gets_the_text_of_the_language(tmp_path: Path) -> None:
    """Where a text is missing, it is that of the tour's own language."""
    tour = read(tmp_path / "t").tour
    said = RUSSIAN.said([tour.title, tour.people[0].name, tour.people[0].role, tour.visits[0].place.title])
    assert said == ["Поездка", "Анна", "Minister", "г. Ташкент"]
    assert [RUSSIAN.say(tour.label(topic)) for topic in ("energy", "trade-ties")] == ["Энергетика", "Торговля"]
    assert [Words("kk").say(tour.label(topic)) for topic in ("energy", "trade-ties")] == ["Power", "Trade ties"]
    assert (tour.title, tour.people[0].name) == ("A tour", "Ann")


def test_what_a_sentence_names_is_said_in_its_language(tmp_path: Path) -> None:
    person = read(tmp_path / "t").tour.people[0]
    assert RUSSIAN.say(tr("{name}, stop", name=person.name)) == "Анна, остановка"
    assert RUSSIAN.say(listed([person.name, plural(2, "{n} visit", "{n} visits")])) == "Анна и 2 визита"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_files_that_are_read_back_keep_every_language(suffix: str, tmp_path: Path) -> None:
    loaded = read(tmp_path / "t")
    file = tmp_path / f"again.{suffix}"
    file.write_bytes(FORMAT[f"tour.{suffix}"].write(seen(loaded)))
    again = load_tour(file, KnownPlaces())
    assert not again.problems
    assert told(again) == told(loaded)


def test_json_has_the_other_languages_beside_the_own(tmp_path: Path) -> None:
    found = document(seen(read(tmp_path / "t")))
    assert (found["title"], found["title@ru"], found["language"]) == ("A tour", "Поездка", "en")
    assert found["events"][0]["title@ru"] == "Переговоры"
    assert found["labels"] == {
        **{"energy": "Power", "energy@ru": "Энергетика"},
        **{"trade-ties": "Trade ties", "trade-ties@ru": "Торговля"},
    }


def test_a_column_of_no_language_is_a_problem(tmp_path: Path) -> None:
    people = "id,name,name@qq,country@ru,colour@ru\na,Ann,Anne,KZ,red\n"
    said = [f"{p.column}: {p.sentence}" for p in read(tmp_path / "t", people=people).problems]
    assert sorted(line.partition(";")[0] for line in said) == [
        "colour@ru: the column is not known and is left out",
        "country@ru: 'country' is the same in every language",
        "name@qq: no language 'qq' is known here, and what stands there is left out",
    ]


def test_the_tour_may_be_in_another_language_than_english(tmp_path: Path) -> None:
    """Then English is one of the others."""
    folder = tmp_path / "t"
    read(folder)
    (folder / "tour.toml").write_text('title = "Поездка"\nlanguage = "ru"\n"title@en" = "A tour"\n', encoding="utf-8")
    title = load_tour(folder, KnownPlaces()).tour.title
    assert (Words("en").say(title), RUSSIAN.say(title)) == ("A tour", "Поездка")
    assert Words("en").say(tr("{name}, stop", name=title)) == "A tour, stop"


def test_what_is_missing_in_a_language_is_told(tmp_path: Path) -> None:
    tour = read(tmp_path / "t").tour
    assert lacking(tour, "en") == []
    assert lacking(tour, "ru") == [("events", "e", "locator"), ("people", "a", "role")]
    assert share(tour, "ru") == (7, 9)
