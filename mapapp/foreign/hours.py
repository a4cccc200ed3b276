"""The hour with which a cell or a line of a programme begins: "09:30", "9h", "14.10–15.00", "9 am"."""

import re

CLOCK = re.compile(
    r"(?:(?:[01]?\d|2[0-4])\s?(?:[:.hH]\s?[0-5]\d(?::\d\d)?|-(?:00|2[5-9]|[3-5]\d)(?!\d)|[0-5]\d\s?(?:hrs?\b|hours\b))|"
    r"(?:[01]?\d|2[0-4])\s?(?:hrs\b|hours\b|noon\b|часов\b|часа\b|час\b|[hH]|uhr|am|pm|a\.m\.|p\.m\.)|noon\b)"
    r"(?:\s?(?:am|pm|a\.m\.|p\.m\.|h|uhr))?", re.IGNORECASE)  # fmt: skip


_AT = re.compile(
    r"(?:ore|alle|alle ore|a las|às|as|um|at|à|в|о|klo|kl|kl\.|godz\.?|saat|сағат|соат|soat|from|ab)\s+(?=\d)",
    re.IGNORECASE,
)


def is_clock(cell: str) -> bool:
    """Whether a cell begins with an hour, with or without a word before it: "ore 10.30"."""
    word = _AT.match(cell)
    return bool(CLOCK.match(cell[word.end() :] if word else cell) or (word and cell[word.end() :].isdigit()))


def parted(cell: str) -> tuple[str, str]:
    """The hour with which a cell begins, and what stands behind it."""
    match = CLOCK.match(cell)
    if not match:
        return "", cell
    last = re.match(rf"\s*[-–—]\s*{CLOCK.pattern}", cell[match.end() :], re.IGNORECASE)
    end = match.end() + (last.end() if last else 0)
    return cell[:end], cell[end:].strip(" \t\n-–—:,.")
