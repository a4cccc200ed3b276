"""Problems as they are collected: each once, in order, and of a file with very many only the first."""

from mapapp.errors import Problem, Problems, clipped
from mapapp.message import Text
from mapapp.words.language import Words


def found(file: str, count: int, *, left_out: bool = False) -> Problems:
    problems = Problems()
    for line in range(count, 0, -1):
        problems.append(Problem(file, line, "", "wrong; mend it", left_out))
    return problems


def test_a_few_problems_are_told_in_order_and_each_once() -> None:
    problems = found("a.csv", 3)
    problems.append(Problem("a.csv", 2, "", "wrong; mend it"))
    problems.append(Problem("Z.csv", 9, "", "wrong; mend it"))
    assert [(p.file, p.line) for p in problems.told()] == [("Z.csv", 9), ("a.csv", 1), ("a.csv", 2), ("a.csv", 3)]


def test_of_very_many_the_first_are_told_and_the_others_counted() -> None:
    told = found("a.csv", Problems.MOST + 7).told()
    assert len(told) == Problems.MOST + 1
    assert str(told[-1]) == "a.csv: 7 more problems are not listed; mend those that are, and check again"
    assert sum(problem.count for problem in told) == Problems.MOST + 7
    assert "1 more problem is not listed" in str(found("a.csv", Problems.MOST + 1).told()[-1])


def test_a_file_with_many_does_not_hide_those_of_another() -> None:
    problems = found("a.csv", 1000, left_out=True)
    problems.append(Problem("b.csv", 1, "", "wrong; mend it"))
    told = problems.told()
    assert told[-1].file == "b.csv"
    assert sum(problem.count for problem in told if problem.left_out) == 1000


def test_a_text_that_is_short_enough_still_knows_itself_in_other_languages() -> None:
    text = Text.of("The road", {"ru": "Путь"})
    assert Words("ru").say(clipped(text)) == "Путь"
    assert clipped(Text.of("x" * 99, {"ru": "Путь"}), 10) == "x" * 9 + "…"
