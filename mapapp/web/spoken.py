"""In which language a request is answered where no tour has a say: that of its query, or of the browser, or English."""

from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Scope

from mapapp import languages
from mapapp.words.language import Words


def words_of(scope: Scope) -> Words:
    """The words of the language; a query that cannot be read names none."""
    try:
        given = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"), max_num_fields=100))
    except ValueError:
        given = {}
    asked = given.get("lang", "").lower()
    accepted = Headers(scope=scope).get("accept-language", "")
    return Words(asked if languages.known(asked) else languages.wanted(accepted) or languages.ENGLISH)
