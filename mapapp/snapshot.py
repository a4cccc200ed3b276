"""What is shown at a moment: the one input of every map and every export."""

from dataclasses import dataclass

from mapapp import languages
from mapapp.corridor import Corridor
from mapapp.tour import Tour
from mapapp.view import View


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A tour, the corridors drawn with it, and the view through which they are seen.

    ``tour`` is already filtered by the view; ``whole`` is the tour before that, for "4 of 11 events". ``available`` are
    all corridors that can be switched on; ``corridors`` those that the view shows.
    """

    tour: Tour
    whole: Tour
    view: View
    corridors: tuple[Corridor, ...] = ()
    available: tuple[Corridor, ...] = ()

    @property
    def language(self) -> str:
        """The code of the language in which it is said: the view's; else the tour's own, English where we lack that."""
        own = self.whole.language
        return self.view.language or (own if languages.known(own) else languages.ENGLISH)
