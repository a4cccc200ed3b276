"""The table to begin a tour with: the reader of tables knows it in every language in which it is given."""

import pytest

from mapapp import foreign, languages
from mapapp.exports.template import template_csv, template_xlsx
from mapapp.foreign.records import Role
from mapapp.geocoding import offline_resolver
from mapapp.words.language import Words

ROLES = [Role.DAY, Role.PLACE, Role.COUNTRY, Role.PEOPLE, Role.TITLE, Role.TIME, Role.NOTES, Role.STATUS, Role.SOURCE]


@pytest.mark.parametrize("code", languages.offered())
@pytest.mark.parametrize(("template", "name"), [(template_csv, "tour.csv"), (template_xlsx, "tour.xlsx")])
def test_a_template_is_read_without_a_question(code: str, template: type, name: str) -> None:
    reading = foreign.read(template(Words(code)), name, foreign.Answers(), offline_resolver)
    assert [(column.role, column.sure) for column in reading.columns] == [(role, True) for role in ROLES]
    assert not reading.questions
    assert [stop.visit.place.id for stop in reading.tour.stops] == ["geonames:1526273", "geonames:1526384"]
    assert (reading.counts.rows, reading.counts.read, reading.counts.events) == (2, 2, 2)


def test_a_template_is_in_the_language_of_whom_it_is_for() -> None:
    assert template_csv(Words("ru")).decode("utf-8-sig").startswith("Дата,Город,Страна,Встреча с,")
    assert "Астана,Казахстан" in template_csv(Words("ru")).decode()
