"""Regular expressions that are compiled when they are first used.

All those of the modules that a short command imports take a tenth of its time, and it uses one in four of them.
"""

import re
from typing import AnyStr, Generic, cast


def lazy(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives for the same, except that a mistake in it is found by its first use."""
    return cast("re.Pattern[AnyStr]", _Waiting(text, flags))


class _Waiting(Generic[AnyStr]):
    """A pattern that is compiled when one of its methods is asked for; what was asked for once costs nothing again."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._text, self._flags), name)  # which remembers what it compiled
        setattr(self, name, found)
        return found
