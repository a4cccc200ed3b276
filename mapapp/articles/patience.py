"""How long the rules look at one text: it is somebody's, and may be made to keep them busy."""

import time

from mapapp.errors import ArticleError
from mapapp.message import tr

MAX_SECONDS = 6.0  # of the processor, until the statements are put together; forty pages take some five
MAX_STATEMENTS = 1600  # each is held against each; forty pages of news have some 1,500
TOO_LONG = tr("The text takes too long to read. Paste the part about the journey.")


class Patience:
    """Counts the time of this thread from here on."""

    def __init__(self) -> None:
        self._ends = time.thread_time() + MAX_SECONDS

    def __call__(self, statements: int = 0) -> None:
        """Raise ArticleError where the time is up, or for more statements than are put together in time."""
        if statements > MAX_STATEMENTS or time.thread_time() > self._ends:
            raise ArticleError(TOO_LONG)
