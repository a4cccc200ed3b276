"""What a row tells of its event: a title and a summary, of all its texts."""

import re
from collections.abc import Sequence

from mapapp.folding import fold
from mapapp.foreign.headings import named
from mapapp.foreign.people import Met, is_activity, office_of
from mapapp.foreign.records import Column, Role
from mapapp.foreign.rows import Entry
from mapapp.tables.spoken import in_language

_LONGEST = 140  # characters of a title that is taken from a longer text
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ«“\"])")


class Telling:
    """Title and summary of rows under these columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._told: dict[str, tuple[Entry, tuple[str, str]]] = {}
        self._telling = any(c.role in (Role.TITLE, Role.PEOPLE) for c in columns)
        self._spoken = [(column.index, column.goes) for column in columns if column.goes]

    def words(self, entry: Entry) -> tuple[str, str]:
        """Title and summary of what the row tells; no title where it only tells of the stay."""
        held = self._told.get(entry.line.key)
        if held is None or held[0] is not entry:
            held = self._told[entry.line.key] = entry, self._words(entry)
        return held[1]

    def spoken(self, entry: Entry, *, event: bool) -> dict[str, str]:
        """What the row tells in other languages, by the column of its event or of its stay, such as "title@ru"."""
        texts: dict[str, list[str]] = {}
        title, summary = self.words(entry)
        for index, goes in self._spoken:
            text = " ".join(entry.line.text(index).split())
            column, language = in_language(goes)
            if column == "title" and not event:
                column = "summary"
            elif column == "summary" and event and title and not summary:
                column = "title"  # notes that tell what the event is
            if text and column != "place":
                texts.setdefault(f"{column}@{language}", []).append(text.rstrip(".") if column == "summary" else text)
        return {goes: ". ".join(found) for goes, found in texts.items()}

    def named(self, entry: Entry) -> dict[str, str]:
        """What the place of the row is called in other languages, by the column of its stay: "place@ru"."""
        told = ((goes, " ".join(entry.line.text(index).split())) for index, goes in self._spoken)
        return {goes: text for goes, text in told if text and in_language(goes)[0] == "place"}

    def _words(self, entry: Entry) -> tuple[str, str]:
        titles = self._cells(entry, Role.TITLE)
        people = self._cells(entry, Role.PEOPLE)
        venue = [
            text for text in self._cells(entry, Role.VENUE) if not entry.places or text != entry.places[0].spot.text
        ]
        notes = self._notes(entry)
        title = titles[0] if titles else ""
        rest = titles[1:]
        if not title and people:
            title = self._met(people[0], entry)
            rest = people[1:] if title == people[0] else rest
        elif people:
            rest = [*rest, *(f"{name}: {text}" for name, text in self._headed(entry, Role.PEOPLE))]
        if not title and notes and self._has_remarks():
            whole = notes[0]
            title = _SENTENCE.split(whole)[0].rstrip(".") if len(whole) > _LONGEST else whole.rstrip(".")
            title = _cut(title)
            notes = notes[1:] if title == whole.rstrip(".") else notes
        if not title and (venue or entry.timed.when or entry.open_time):
            title = venue.pop(0) if venue else (notes.pop(0) if notes else "")
        if len(title) > _LONGEST:
            rest, title = [title, *rest], _cut(_SENTENCE.split(title)[0])
        open_time = [f"{name}: {text}" for name, text in self._headed(entry, Role.TIME)] if entry.open_time else []
        summary = [*rest, *venue, *notes, *open_time]
        return " ".join(title.split()), ". ".join(" ".join(text.split()).rstrip(".") for text in summary if text)

    def _has_remarks(self) -> bool:
        """Whether a heading says that a column tells of the stay, and none tells of events."""
        return not self._telling and any(
            c.role == Role.NOTES and c.sure and Role.NOTES in named(c.heading) for c in self._columns
        )

    def _met(self, text: str, entry: Entry) -> str:
        """A title for whom somebody met: the activity itself, or the heading with the people behind it."""
        if is_activity(text) or not entry.people:
            return text
        heading = next(c.heading for c in self._columns if c.role == Role.PEOPLE and entry.line.text(c.index) == text)
        english = fold(heading) in ("meeting with", "met with", "meets with", "met", "met with whom", "meeting", "with")
        if not english:
            return f"{heading}: {text}"
        return f"Meeting with {' and '.join(map(_with_article, entry.people))}"

    def _cells(self, entry: Entry, role: Role) -> list[str]:
        return [text for column in self._columns if column.role == role and (text := entry.line.text(column.index))]

    def _headed(self, entry: Entry, role: Role) -> list[tuple[str, str]]:
        return [
            (c.heading or "note", text) for c in self._columns if c.role == role and (text := entry.line.text(c.index))
        ]

    def _notes(self, entry: Entry) -> list[str]:
        """The notes of a row; under headings that are no word for notes, with the heading before them."""
        found = []
        for column in self._columns:
            text = entry.line.text(column.index) if column.role == Role.NOTES else ""
            if text:
                found.append(text if _tells_itself(text, column) else f"{column.heading}: {text}")
        return found


def _tells_itself(text: str, column: Column) -> bool:
    """Whether a note needs no heading before it: one under a word for notes, unless it is a number alone."""
    worded = any(map(str.isalpha, text)) and Role.NOTES in named(column.heading)
    return not column.heading or (column.sure and worded)


def _with_article(met: Met) -> str:
    """Somebody in an English sentence: an office alone has an article, a name has none."""
    alone = not met.role and office_of(met.called)[0]
    return f"the {met.called}" if alone else met.called


def _cut(text: str) -> str:
    """The beginning of a text that is too long for a title, up to a whole word."""
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)].rstrip(" ,;:") + " …"
