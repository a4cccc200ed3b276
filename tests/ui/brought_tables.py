"""Tables that somebody brings, read in tests as the page New tour reads them."""

from mapapp import foreign
from mapapp.foreign import Answers, Asked, Reading
from mapapp.geocoding import offline_resolver
from mapapp.ui.new_tour.session import Work
from tests.fixtures.minister import workbook

VISIT = Work("visit.xlsx", workbook())


NAMES = Asked(offline_resolver)


def read(data: bytes = VISIT.data, name: str = VISIT.name, answers: Answers | None = None) -> Reading:
    return foreign.read(data, name, answers or Answers(), NAMES)


def table(*rows: str) -> bytes:
    return "\n".join(("Date,City,Notes", *rows)).encode()
