"""The names of a tour are asked for once each, and no more of them than there is time for."""

import time

from mapapp.place import Resolution, Resolve, Toponym, Unknown

MAX_UNKNOWN = 2_000  # names of a tour that nobody knows; a thousandth of a second goes into the near misses of each
MAX_SECONDS = 2.5  # of the processor, for all names of a tour: some 20,000 that differ
MAX_BESIDE = 0.5  # of it, for names of rows that have a position: they only tell a slip of the numbers
NOT_ASKED = Unknown()  # the answer to a name that comes too late


class Asking:
    """Asks for names, each once, until those that nobody knows are too many or all together have taken too long.

    ``patient``: somebody waits for them all and may stop it.
    """

    def __init__(self, resolve: Resolve, *, patient: bool = False, seconds: float = MAX_SECONDS) -> None:
        self._resolve = resolve
        self._patient = patient
        self._most = seconds
        self._answers: dict[Toponym, Resolution] = {}
        self._unknown = 0
        self._seconds = 0.0

    def __call__(self, toponym: Toponym, instead: Resolution | None = None) -> Resolution:
        """The answer; where no more is asked, the one ``instead`` of it, or NOT_ASKED."""
        answer = self._answers.get(toponym)
        if answer is not None:
            return answer
        if not self._patient and (self._unknown >= MAX_UNKNOWN or self._seconds >= self._most):
            return instead or NOT_ASKED
        start = time.thread_time()
        answer = self._answers[toponym] = self._resolve(toponym)
        self._seconds += time.thread_time() - start
        self._unknown += isinstance(answer, Unknown)
        return answer
