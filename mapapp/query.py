"""Parameters of a link that hold several items: between commas, and a comma within one written as in a URL.

The rule is that of `mapapp/maps/assets/panel/query.js`, too.
"""

from collections.abc import Iterable


def items(value: str) -> list[str]:
    """The items of a parameter as they were before `joined`, without the blanks around them, empty ones too."""
    return [part.replace("%2C", ",").replace("%25", "%").strip() for part in value.split(",")]


def joined(texts: Iterable[str]) -> str:
    """The items between commas."""
    return ",".join(text.replace("%", "%25").replace(",", "%2C") for text in texts)
