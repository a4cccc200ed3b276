"""What a clause states, and what is known while a text is read on."""

from dataclasses import dataclass, field

from mapapp.articles.cast import Cast
from mapapp.articles.languages.language import Language
from mapapp.articles.records import Kind, Party, Quote, Reason
from mapapp.articles.tokens import Token
from mapapp.tour import Status
from mapapp.when import When


@dataclass(slots=True)
class Statement:
    """One thing that a clause says. ``place`` is the token of a place or country, None where it names none.

    ``inherited`` tells that the place stands in a sentence before, ``event`` is the token of an event, ``subject`` are
    the words that say who acts, ``sources`` other sentences on the same, ``country`` where it was without a place.
    ``headed`` tells that the day stands above it as a heading, ``came`` that a verb says that they have been there,
    ``moved`` that it is told with a verb of travel, ``faint`` that it is perhaps not their journey,
    ``recalled`` that its sentence turns to what was before, ``stay`` that its days are those of a stay at this place.
    """

    kind: Kind
    travellers: tuple[Party, ...]
    others: tuple[tuple[Party, Quote], ...]
    place: Token | None
    when: When | None
    status: Status
    quote: Quote
    sources: tuple[Quote, ...] = ()
    date: Token | None = None
    doubt: str = ""
    inherited: bool = False
    event: Token | None = None
    subject: tuple[Quote, ...] = ()
    title: Quote | None = None
    country: str = ""
    headed: bool = False
    came: bool = False
    moved: bool = False
    faint: bool = False
    recalled: bool = False
    stay: bool = False

    @property
    def land(self) -> str:
        """The country of its place, or in which it was without one, as ISO 3166-1 alpha-2; "" where not known."""
        spot = self.place.spot if self.place else None
        return spot.country if spot else self.country


@dataclass(slots=True)
class Scene:
    """Who acts, where they last were, which date was last told; and what has been refused so far.

    ``focus`` are those who acted last, ``group`` the last ones who acted together, ``person`` is who was named last.
    ``home`` is the country of the dateline, as ISO 3166-1 alpha-2. ``planned`` tells that the last
    journey was one to come. ``hosts`` are the ids of those who received somebody at home.
    """

    language: Language
    cast: Cast
    published: When | None
    refused: dict[Quote, Reason] = field(default_factory=dict)
    focus: tuple[Party, ...] = ()
    history: list[Party] = field(default_factory=list)
    place: dict[Party, Token] = field(default_factory=dict)
    date: When | None = None
    person: Party | None = None
    group: tuple[Party, ...] = ()
    home: str = ""
    planned: bool = False
    hosts: set[int] = field(default_factory=set)
