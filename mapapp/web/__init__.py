"""The routes beside the app. Their query string is that of the app (`mapapp.view`)."""

from starlette.routing import BaseRoute

from mapapp.web import card, documents, files


def routes() -> list[BaseRoute]:
    """All routes, to be mounted beside the app."""
    return [*documents.routes(), *files.routes(), *card.routes()]
