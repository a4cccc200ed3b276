"""What the service says of itself."""

from mapapp import __version__
from mapapp.message import tr
from mapapp.reconciliation.queries import MOST_QUERIES
from mapapp.reconciliation.vocabulary import PLACE, TYPES, Json

NAME = tr("Places ({program})", program="mapapp")
FRAME = (320, 150)  # pixels of a preview


def manifest(root: str) -> Json:
    """The manifest; ``root`` is the address below which the routes lie, with a slash at its end."""
    here = f"{root}reconcile"
    preview = f"{here}/preview?id={{{{id}}}}"

    def at(path: str) -> Json:
        return {"service_url": here, "service_path": path}

    return {
        "versions": ["0.2"],
        "name": NAME,
        "identifierSpace": "https://sws.geonames.org/",
        "schemaSpace": "https://www.geonames.org/ontology#",
        "serviceVersion": __version__,
        "defaultTypes": [{"id": PLACE, "name": TYPES[PLACE]}],
        "batchSize": MOST_QUERIES,
        "view": {"url": preview},
        "preview": {"url": preview, "width": FRAME[0], "height": FRAME[1]},
        "suggest": {
            "entity": at("/suggest/entity"),
            "type": at("/suggest/type"),
            "property": at("/suggest/property"),
        },
        "extend": {"propose_properties": at("/properties"), "property_settings": []},
    }
