"""What is remembered is what would be answered: days make a difference only where a name or country ends or begins."""

import csv

import pytest

from mapapp.geocoding import offline_places, remembered
from mapapp.geocoding.gazetteer.index import DATA
from mapapp.geocoding.remembered import Remembered
from mapapp.place import Toponym
from mapapp.when import When


def dated_names() -> list[tuple[str, set[int]]]:
    """Names with years of their own, and these years."""
    with (DATA / "curated-names.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["since"] or row["until"]]
    return [(row["name"], {int(year) for year in (row["since"], row["until"]) if year}) for row in rows]


def test_the_years_of_names_and_countries_are_told_apart() -> None:
    """Each name with years is asked for around them, with one memory for all, as a long table asks."""
    resolver = offline_places()
    memory = Remembered(resolver)
    names = dated_names()
    assert len(names) > 20
    for name, years in [*names[::3], ("Moscow", {1991, 1922}), ("Prague", {1992, 1993}), ("Macao", {1999})]:
        for year in sorted({year + shift for year in years for shift in (-1, 0, 1)} | {2025}):
            for code in ("", "SU", "PT") if name in {"Moscow", "Macao"} else ("",):
                for when in (None, When.parse(str(year)), When.parse(f"{year}~"), When.parse(f"{year - 3}/{year}")):
                    toponym = Toponym(name, code, when)
                    assert memory(toponym) == resolver(toponym), toponym


def test_a_name_is_looked_up_once_for_all_days_of_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Toponym] = []
    resolver = offline_places()
    memory = Remembered(resolver)

    def counting(toponym: Toponym) -> object:
        asked.append(toponym)
        return resolver(toponym)

    monkeypatch.setattr(memory, "resolver", counting)
    monkeypatch.setattr(Remembered, "_beginnings", [1991])
    monkeypatch.setattr(Remembered, "_ends", [1990])
    for day in range(1, 29):
        memory(Toponym("Tashkent", "UZ", When.parse(f"2025-03-{day:02}")))
    assert len(asked) == 1


def test_only_so_many_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 3)
    memory = Remembered(offline_places())
    for name in ("Tashkent", "Almaty", "Baku", "Tbilisi", "Osh"):
        memory(Toponym(name))
    assert len(memory._answers) <= 3
