"""Writes docs/articles.md: what the reader of articles finds, on the articles seen and on those kept apart."""

import time
import tomllib
from pathlib import Path

from mapapp import files
from mapapp.articles.languages import language_of
from mapapp.articles.reading import read
from mapapp.articles.records import Article
from mapapp.when import When
from scoring.articles import FOLDER, LANGUAGES, SETS, Score, scored

PAGE = Path(__file__).parents[2] / "docs" / "articles.md"
MARK = "<!-- figures: written by scripts/score-articles --write -->\n"
TARGETS = {
    "precision": 0.95,
    "recall": 0.85,
    "sure precision": 0.95,
    "dates": 0.8,
    "met precision": 0.9,
    "met recall": 0.85,
}
_NAMES = {
    "precision": "stops: precision", "recall": "stops: recall",
    "sure precision": "taken as sure: precision",
    "sure recall": "taken as sure: recall", "dates": "dates right", "status": "status right",
    "met precision": "people met: precision", "met recall": "people met: recall",
}  # fmt: skip
_LANGUAGE = {"en": "English", "ru": "Russian"}
_LENGTH = 10_000  # characters of the text that is timed


def write_page() -> None:
    """Put the figures of today behind the mark in the page; what stands before it is written by people."""
    scores = {(name, language): scored(name, language) for name in SETS for language in LANGUAGES}
    scores = {key: score for key, score in scores.items() if score.articles}
    text = PAGE.read_text(encoding="utf-8")
    before = text.partition(MARK)[0]
    files.write(PAGE, before + MARK + "\n" + _table(scores) + "\n" + _missed(scores) + "\n" + _speed())


def _table(scores: dict[tuple[str, str], Score]) -> str:
    head = ["", *(f"{_LANGUAGE[language]}, {name}" for name, language in scores), "target, unseen"]
    rows = [head, ["---"] * len(head)]
    rows.append(["articles", *(str(s.articles) for s in scores.values()), ""])
    rows.append(["stops in the gold", *(str(s.stops) for s in scores.values()), ""])
    for key, name in _NAMES.items():
        target = f"{TARGETS[key]:.2f}" if key in TARGETS else ""
        rows.append([name, *(f"{s.share(key):.2f}" for s in scores.values()), target])
    rows.append(["places invented", *(str(s.invented) for s in scores.values()), "0"])
    rows.append(["events beside", *(f"{s.events_right} of {s.events}" for s in scores.values()), ""])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _missed(scores: dict[tuple[str, str], Score]) -> str:
    lines = [f"* {name}, {line}" for (name, _), score in scores.items() for line in score.misses]
    return "What is missed or wrong:\n\n" + ("\n".join(lines) if lines else "Nothing.") + "\n"


def _speed() -> str:
    """How long a text of 10,000 characters takes, when the models are there."""
    lines = []
    for language in LANGUAGES:
        text = _long(language)
        read(Article(text[:2000], published=When.parse("2025-05-16")), language_of(language))
        began = time.process_time()
        read(Article(text, published=When.parse("2025-05-16")), language_of(language))
        lines.append(f"* {_LANGUAGE[language]}: {time.process_time() - began:.2f} s")
    return (
        f"A text of {_LENGTH:,} characters takes so many seconds of the processor (two cores, models loaded):\n\n"
        + "\n".join(lines)
        + "\n"
    )


def _long(language: str) -> str:
    paths = sorted((FOLDER / "seen").glob(f"{language}-*.toml"))
    texts = [tomllib.loads(path.read_text(encoding="utf-8"))["text"].strip() for path in paths]
    text = "\n".join(line for one in texts for line in one.splitlines() if line)
    return ((text + "\n") * (_LENGTH // len(text) + 1))[:_LENGTH]
