"""How a query is written: names with values, within limits, and the kinds of values that it can have.

What is read here is what anybody may send. A reader of a value takes the name of the parameter beside it and raises
ViewError, which names the parameter, for a value that cannot be meant. ``maps/assets/panel/query.js`` is its like in
the browser; both are held to tests/fixtures/queries.json.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from mapapp.errors import ViewError, clipped
from mapapp.message import series, tr

MAX_QUERY = 8000  # characters; browsers and proxies cut longer addresses
MAX_PARAMETERS = 100
MAX_ITEMS = 200
MAX_TEXT = 200


def read_pairs(query: str | Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """The names and values of a query string (with or without "?"), or of a mapping of names to values."""
    if not isinstance(query, str):
        given = [(name, value) for name, values in query.items() for value in _several(values)]
        query = write_pairs(given)
    query = query.encode("utf-8", "replace").decode()  # a lone surrogate is no letter, and cannot be sent again
    if len(query) > MAX_QUERY:
        raise ViewError("", tr("The link is longer than {max_query} characters.", max_query=MAX_QUERY))
    try:
        return parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=MAX_PARAMETERS)
    except ValueError:
        raise ViewError(
            "", tr("The link has more than {max_parameters} parameters.", max_parameters=MAX_PARAMETERS)
        ) from None


def write_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """The query string of names and values, without "?"."""
    return urlencode(list(pairs), safe=",:", errors="replace")


def _several(values: Iterable[str]) -> Iterable[str]:
    return [values] if isinstance(values, str) else values  # a text is an iterable of texts too


def short(text: str) -> str:
    """A value as sentences repeat it."""
    return clipped(text, 40)


def read_text(name: str, value: str) -> str:
    """The text without the blanks around it."""
    if len(value) > MAX_TEXT:
        raise ViewError(
            name, tr("'{name}' in the link is longer than {max_text} characters.", name=name, max_text=MAX_TEXT)
        )
    return value.strip()


def read_date(name: str, value: str) -> dt.date:
    """A day, written YYYY-MM-DD."""
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise ViewError(
            name, tr("'{name}={value}' in the link is not a date; write YYYY-MM-DD.", name=name, value=short(value))
        ) from None


def items(value: str) -> list[str]:
    """The items of a parameter as they were before `joined`, without the blanks around them, empty ones too."""
    return [part.replace("%2C", ",").replace("%25", "%").strip() for part in value.split(",")]


def joined(texts: Iterable[str]) -> str:
    """The items between commas; a comma within one is written as in a URL, so that it does not split it."""
    return ",".join(text.replace("%", "%25").replace(",", "%2C") for text in texts)


def read_list(name: str, value: str) -> tuple[str, ...]:
    """Items, each once."""
    found = tuple(dict.fromkeys(item for part in items(value) if (item := read_text(name, part))))
    if len(found) > MAX_ITEMS:
        raise ViewError(
            name, tr("'{name}' in the link has more than {max_items} items.", name=name, max_items=MAX_ITEMS)
        )
    return found


def read_flag(name: str, value: str) -> bool:
    """Yes or no, written 1 or 0."""
    if value not in ("0", "1"):
        raise ViewError(name, tr("'{name}={value}' in the link is neither 1 nor 0.", name=name, value=short(value)))
    return value == "1"


def one_of(known: tuple[str, ...]) -> Callable[[str, str], str]:
    """The reader of one of a few words."""

    def read(name: str, value: str) -> str:
        if value in known:
            return value
        sentence = tr(
            "'{name}={value}' in the link is not one of {known}.", name=name, value=short(value), known=series(known)
        )
        raise ViewError(name, sentence)

    return read
