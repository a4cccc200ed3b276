"""The interface as OpenAPI 3.0, for programs that want it described."""

from mapapp import __version__
from mapapp.exports.geometries import Json
from mapapp.message import tr
from mapapp.web.ogc.asking import MOST, USUAL
from mapapp.web.ogc.collections import COLLECTIONS

_NUMBERS = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}


def description(here: str, title: str) -> Json:
    """The document; ``here`` is the address of the landing page."""
    collection = _parameter("collectionId", "path", {"type": "string", "enum": list(COLLECTIONS)})
    items = [
        collection,
        _parameter("bbox", "query", _NUMBERS, tr("west,south,east,north in decimal degrees"), explode=False),
        _parameter("datetime", "query", {"type": "string"}, tr("A time, or two of them with / between; .. is open")),
        _parameter("limit", "query", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}),
        _parameter("offset", "query", {"type": "integer", "minimum": 0, "default": 0}),
    ]
    feature = _parameter("featureId", "path", {"type": "string"})
    return {
        "openapi": "3.0.3",
        "info": {"title": title or tr("Tour"), "version": __version__},
        "servers": [{"url": here}],
        "paths": {
            "/": _get("landingPage", tr("What there is"), "application/json"),
            "/conformance": _get("conformance", tr("The parts of the standard that are kept"), "application/json"),
            "/collections": _get("collections", tr("The collections"), "application/json"),
            "/collections/{collectionId}": _get("collection", tr("One collection"), "application/json", collection),
            "/collections/{collectionId}/items": _get("items", tr("Features"), "application/geo+json", *items),
            "/collections/{collectionId}/items/{featureId}": _get(
                "item", tr("One feature"), "application/geo+json", collection, feature
            ),
        },
    }


def _get(id_: str, summary: str, media_type: str, *parameters: Json) -> Json:
    said = {
        "description": tr("One sentence on what is wrong"),
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
    answers = {
        "200": {"description": summary, "content": {media_type: {"schema": {"type": "object"}}}},
        "400": said,
        "404": said,
    }
    return {"get": {"operationId": id_, "summary": summary, "parameters": list(parameters), "responses": answers}}


def _parameter(name: str, where: str, schema: Json, words: str = "", *, explode: bool | None = None) -> Json:
    told: Json = {"name": name, "in": where, "required": where == "path", "schema": schema}
    told |= {"description": words} if words else {}
    return told if explode is None else told | {"style": "form", "explode": explode}
