"""A language model that somebody plugs in: what is sent where, and the door through which its answers have to pass.

Off unless MAPAPP_MODEL_URL names a server with the interface of OpenAI (``.../v1``). MAPAPP_MODEL names the model,
MAPAPP_MODEL_KEY holds its key where it needs one.
"""

import os
from collections.abc import Iterable
from dataclasses import replace

from mapapp.articles.languages.language import Language
from mapapp.articles.model.door import let_in
from mapapp.articles.model.wire import Server, ask, server
from mapapp.articles.reading import understood
from mapapp.articles.records import Article, Reading
from mapapp.articles.stays import stops
from mapapp.message import tr
from mapapp.tour import Person

VARIABLE = "MAPAPP_MODEL_URL"


def chosen_server() -> Server | None:
    """The server that the environment names; None, as a rule. Raises ArticleError for what is no address."""
    address = os.environ.get(VARIABLE, "").strip()
    return server(address) if address else None


def announcement(article: Article, at: Server) -> str:
    """What is sent where, for the user to read before it is."""
    return tr(
        "The text of the article ({n} characters) is sent to {domain}, and nothing else.",
        n=len(article.text),
        domain=at.domain,
    )


def read_with_model(article: Article, language: Language, at: Server, people: Iterable[Person] = ()) -> Reading:
    """What the rules read, and what the model adds to it: only what stands the test, always in doubt.

    What it says and the text does not bear out is listed in the notes with the reason. Raises ArticleError where the
    server cannot be asked.
    """
    own = understood(article, language, people)
    added, refused = let_in(own, ask(at, article.text), language)
    proposals = (*own.reading.proposals, *added)
    return replace(own.reading, proposals=proposals, stops=stops(proposals), notes=(*own.reading.notes, *refused))
