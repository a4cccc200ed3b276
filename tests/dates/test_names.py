"""The table of months and days of the week."""

import subprocess
import sys

from mapapp.dates.names import COLUMNS, months, weekdays


def test_months_are_known_in_many_languages() -> None:
    """In whatever case, with or without accents and dots."""
    for word in ("March", "mar.", "MÄRZ", "marz", "марта", "наурыз", "mart", "março", "Μαρτίου", "মার্চ"):
        assert months(word) == (3,), word


def test_a_word_may_name_two_months() -> None:
    """Poles and Croats do not mean the same by it."""
    assert months("listopad") == (10, 11)


def test_days_of_the_week_are_known() -> None:
    assert weekdays("Donnerstag") == weekdays("четверг") == weekdays("Perşembe") == (3,)
    assert len(COLUMNS) == 19


def test_reading_a_date_imports_no_library() -> None:
    """Least of all Babel, from which the table is derived."""
    code = "import sys; from mapapp.dates.reading import read; read('27 марта 2025'); print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
