"""The documents of the protocol: what there is, where it is, and one page of features with links to the next.

``here`` is the address of the landing page, without a slash at its end.
"""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from mapapp.errors import NotInCatalogue, clipped
from mapapp.exports.geometries import Json
from mapapp.message import series, tr
from mapapp.snapshot import Snapshot
from mapapp.web.ogc.asking import Wanted
from mapapp.web.ogc.collections import COLLECTIONS, Collection, extent, selected
from mapapp.words.contents import contents, credits_of, notices

JSON, GEOJSON = "application/json", "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
CONFORMANCE = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}" for name in ("core", "oas30", "geojson")
)


def landing(here: str, snapshot: Snapshot) -> Json:
    """What the service is about, and where to go on."""
    return {
        "title": snapshot.whole.title,
        "description": contents(snapshot),
        "attribution": series((*credits_of(snapshot), *notices(snapshot)), "; "),
        "links": [
            _link(here, "self", JSON, tr("This page")),
            _link(f"{here}/api", "service-desc", OPENAPI, tr("The interface, as OpenAPI")),
            _link(f"{here}/conformance", "conformance", JSON, tr("The parts of the standard that are kept")),
            _link(f"{here}/collections", "data", JSON, tr("The collections")),
        ],
    }


def conformance() -> Json:
    """The parts of the standard that are kept."""
    return {"conformsTo": list(CONFORMANCE)}


def collections(here: str, every: dict[str, Sequence[Json]]) -> Json:
    """All collections, with their features by their ids."""
    return {
        "links": [_link(f"{here}/collections", "self", JSON, tr("This list"))],
        "collections": [described(here, found, every[found.id]) for found in COLLECTIONS.values()],
    }


def described(here: str, found: Collection, features: Sequence[Json]) -> Json:
    """One collection."""
    own = f"{here}/collections/{found.id}"
    return {
        "id": found.id,
        "title": found.title,
        "description": found.description,
        "itemType": "feature",
        "crs": [CRS84],
        "extent": extent(features),
        "links": [
            _link(own, "self", JSON, tr("This collection")),
            _link(f"{own}/items", "items", GEOJSON, found.title),
        ],
    }


def items(here: str, found: Collection, features: Sequence[Json], wanted: Wanted, query: dict[str, str]) -> Json:
    """A page of features. ``query`` are the parameters of the request, which those of other pages share."""
    every = selected(features, wanted.box, wanted.span)
    page = every[wanted.offset : wanted.offset + wanted.limit]
    own = f"{here}/collections/{found.id}"
    links = [
        _link(_page(own, query, wanted.offset), "self", GEOJSON, tr("This page")),
        _link(own, "collection", JSON, found.title),
    ]
    if wanted.offset + wanted.limit < len(every):
        links.append(_link(_page(own, query, wanted.offset + wanted.limit), "next", GEOJSON, tr("The next page")))
    if wanted.offset:
        links.append(
            _link(_page(own, query, max(0, wanted.offset - wanted.limit)), "prev", GEOJSON, tr("The page before"))
        )
    return {
        "type": "FeatureCollection",
        "numberMatched": len(every),
        "numberReturned": len(page),
        "links": links,
        "features": page,
    }


def _page(own: str, query: dict[str, str], offset: int) -> str:
    parameters = {name: value for name, value in query.items() if name != "offset"}
    if offset:
        parameters["offset"] = str(offset)
    return f"{own}/items?{urlencode(parameters, safe=',:/')}" if parameters else f"{own}/items"


def item(here: str, found: Collection, features: Sequence[Json], id_: str) -> Json:
    """One feature. Raises NotInCatalogue."""
    feature = next((feature for feature in features if feature["id"] == id_), None)
    if feature is None:
        raise NotInCatalogue(
            tr(
                "There is no feature '{id}' in the collection '{collection}' of this view.",
                id=clipped(id_),
                collection=found.id,
            )
        )
    own = f"{here}/collections/{found.id}"
    links = [
        _link(f"{own}/items/{quote(id_, safe=':')}", "self", GEOJSON, tr("This feature")),
        _link(own, "collection", JSON, found.title),
    ]
    return feature | {"links": links}


def _link(href: str, rel: str, type_: str, title: str) -> Json:
    return {"href": href, "rel": rel, "type": type_, "title": title}
