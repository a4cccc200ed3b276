"""The hour with which a cell or a line of a programme begins: "09:30", "9h", "14.10–15.00", "9 am"."""

import re

CLOCK = re.compile(
    r"(?:(?:[01]?\d|2[0-4])\s?(?:[:.hH]\s?[0-5]\d(?::\d\d)?|-(?:00|2[5-9]|[3-5]\d)(?!\d)|[0-5]\d\s?(?:hrs?\b|hours\b))|"
    r"(?:[01]?\d|2[0-4])\s?(?:hrs\b|hours\b|noon\b|часов\b|часа\b|час\b|[hH]|uhr|am|pm|a\.m\.|p\.m\.)|noon\b)"
    r"(?:\s?(?:am|pm|a\.m\.|p\.m\.|h|uhr))?", re.IGNORECASE)  # fmt: skip


_AT = re.compile(
    r"(?:(?:dalle|alle|de la|la)(?:\sore|\sora)?|ore|ora|orele|hora|horas|heure|a las|às|as|das|um|at|à|в|о|с|"
    r"klo|kl|kl\.|godz\.?|od|saat|сағат|соат|soat|from|ab)\s+(?=\d)",
    re.IGNORECASE,
)


_WHOLE = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-4])(?![\d:.hH]|\s?[ap]\.?m)", re.IGNORECASE)


def as_clock(cell: str) -> str:
    """An hour without the word before it, and with minutes: "ore 9" is 9:00; any other cell as it is."""
    word = _AT.match(cell)
    if not word:
        return cell
    bare = re.sub(r"(?<=\d),(?=[0-5]\d(?!\d))", ":", cell[word.end() :].strip())
    return f"{bare}:00" if _WHOLE.fullmatch(bare) else bare


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
