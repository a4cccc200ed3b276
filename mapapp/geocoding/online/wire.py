"""How online services are reached: server, key and user agent, careful HTTP for geopy, geopy's errors as ours."""

import http.client
import os
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from functools import partial
from typing import IO, Any, TypeVar
from urllib.parse import urlsplit

from geopy.adapters import AdapterHTTPError, URLLibAdapter, get_retry_after
from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
    GeopyError,
)

from mapapp import __version__, addresses
from mapapp.errors import (
    GeocodingError,
    QueryRefused,
    ServiceBusy,
    ServiceRefused,
    ServiceUnavailable,
    clipped,
)
from mapapp.geocoding.online.facts import Facts
from mapapp.message import pattern, tr

USER_AGENT = f"mapapp/{__version__} (itineraries of diplomatic tours)"
TIMEOUT = 15.0  # seconds for a whole answer; the public Nominatim takes up to 10 when it is busy
MAX_BYTES = 2_000_000  # an answer with ten places has about 20,000
LANGUAGE = "en"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a service is asked: scheme, host with port and path, the key ("" without), the seconds to wait."""

    scheme: str
    domain: str
    key: str = ""
    timeout: float = TIMEOUT

    def options(self, form: type = dict) -> dict[str, Any]:
        """What the geocoders of geopy take. ``form`` is what an answer is as a whole; no other passes for one."""
        return {
            "scheme": self.scheme,
            "domain": self.domain,
            "timeout": self.timeout,
            "user_agent": USER_AGENT,
            "adapter_factory": partial(Wire, form=form),
        }


def server(facts: Facts, address: str = "") -> Server:
    """The server of a service: the address given, else MAPAPP_<SERVICE>_URL, else its public one; with the key.

    Raises ServiceRefused where a key is needed and missing, GeocodingError where the address is none.
    """
    variable = f"MAPAPP_{facts.name.upper()}_URL"
    text = address or os.environ.get(variable, "") or f"https://{facts.host}"
    parts = addresses.server(text, "https")
    if parts is None:
        raise GeocodingError(
            tr("'{text}' is no address of a server; write it like https://nominatim.example.org", text=clipped(text))
        )
    key = os.environ.get(facts.key_variable, "") if facts.needs_key else ""
    if facts.needs_key and not key:
        raise ServiceRefused(
            tr(
                "{title} needs a key: get one at {policy} and put it into the environment variable {variable}, or name "
                "another service",
                title=facts.title,
                policy=facts.policy,
                variable=facts.key_variable,
            )
        )
    return Server(parts.scheme, parts.netloc + parts.path.rstrip("/"), key)


def asked(facts: Facts, domain: str, call: Callable[[], T]) -> T:
    """The result of a call of geopy to a domain.

    Raises GeocodingError of the kind that fits, in a sentence without the key.
    """
    try:
        return call()
    except Exception as error:
        cause = error.__cause__ or error.__context__
        status = cause.status_code if isinstance(cause, AdapterHTTPError) else 0
        raise _ours(f"{facts.title} ({domain})", facts, error, status, cause) from None


_FAILED = pattern("{who} answered with an error ({status}); check network and address, or try again later")
_UNREACHED = pattern("{who} cannot be reached; check network and address, or try again later")
# From geopy's errors, the special before the general, to ours, each with a sentence and its remedy.
_TABLE: tuple[tuple[type[Exception], type[GeocodingError], str], ...] = (
    (GeocoderRateLimited, ServiceBusy, pattern("{who} asks for a pause (429); try again later")),
    (
        GeocoderQuotaExceeded,
        ServiceRefused,
        pattern("{who} says that the quota is used up ({status}); wait until it is renewed, or name another service"),
    ),
    (GeocoderAuthenticationFailure, ServiceRefused, pattern("{who} does not accept the key ({status}); correct {key}")),
    (
        GeocoderInsufficientPrivileges,
        ServiceRefused,
        pattern("{who} refuses to answer ({status}); read its rules at {policy}, or name another service"),
    ),
    (
        GeocoderQueryError,
        QueryRefused,
        pattern("{who} cannot read this query ({status}); look the name up under another spelling"),
    ),
    (ConfigurationError, ServiceRefused, pattern("{who} cannot be asked with these settings; correct its address")),
    (
        GeocoderTimedOut,
        ServiceUnavailable,
        pattern("{who} did not answer in time; try again later, or name another service"),
    ),
    (
        GeocoderParseError,
        ServiceUnavailable,
        pattern("{who} gave an answer that cannot be read; check its address, or try again later"),
    ),
    (
        GeocoderUnavailable,
        ServiceUnavailable,
        pattern("{who} cannot be reached; check the network, or name another service"),
    ),
    (GeocoderServiceError, ServiceUnavailable, _FAILED),
    (GeopyError, ServiceUnavailable, pattern("{who} could not be asked; try again later, or name another service")),
)


def _ours(who: str, facts: Facts, error: Exception, status: int, cause: object) -> GeocodingError:
    if isinstance(cause, AdapterHTTPError) and status in {429, 503}:
        pause = get_retry_after(cause.headers)
        return ServiceBusy(tr("{who} asks for a pause ({status}); try again later", who=who, status=str(status)), pause)
    if isinstance(cause, TimeoutError):
        error = GeocoderTimedOut()
    if isinstance(cause, http.client.HTTPException):
        error = GeocoderParseError()
    if status == 407:
        return ServiceUnavailable(
            tr("{who} is behind a proxy that wants a password (407); put it into HTTPS_PROXY", who=who)
        )
    for theirs, kind, words in _TABLE:
        if isinstance(error, theirs):
            words = _UNREACHED if words == _FAILED and not status else words  # noqa: PLW2901  # geopy says so little
            told = str(status) if status else tr("no code")
            key = facts.key_variable or tr("its address")
            return kind(tr(words, who=who, status=told, policy=facts.policy, key=key))
    return _ours(who, facts, GeocoderParseError(), 0, None)  # geopy lets through what stumbles over an odd answer


class Wire(URLLibAdapter):  # type: ignore[misc]  # geopy publishes no types
    """geopy's adapter without surprises: an answer has an end in time and size, and comes from the host that was asked.

    It is not the one over requests, which asks again by itself where a connection fails, and so breaks the pace.
    """

    def __init__(self, *, proxies: Any, ssl_context: Any, form: type) -> None:  # noqa: ANN401
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._form = form
        handlers = urllib.request.HTTPSHandler(context=ssl_context), urllib.request.ProxyHandler(proxies)
        self._opener = urllib.request.build_opener(*handlers, _SameHost())
        self.urlopen = self._open

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ANN401
        """The answer. Raises GeocoderParseError for JSON of another form, which geopy would take for an empty one."""
        answer = super().get_json(url, timeout=timeout, headers=headers)
        if not isinstance(answer, self._form):
            raise GeocoderParseError("The answer has another form.")
        return answer

    def _open(self, request: urllib.request.Request, timeout: float) -> "_Bounded":
        return _Bounded(self._opener.open(request, timeout=timeout), time.monotonic() + timeout)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows no way to another host: the user was told where the name goes."""

    def redirect_request(  # noqa: PLR0913, PLR0917  # as the standard library has it
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """The new request, or None, which ends in an error with the code."""
        if urlsplit(newurl).netloc != urlsplit(req.full_url).netloc:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Bounded:
    """An answer that is read up to MAX_BYTES and a moment of the monotonic clock."""

    def __init__(self, answer: http.client.HTTPResponse, until: float) -> None:
        self._answer = answer
        self._until = until
        self.headers = answer.headers
        self.getcode = answer.getcode

    def read(self) -> bytes:
        """The whole body. Raises GeocoderServiceError where there is no end to it."""
        parts: list[bytes] = []
        size = 0
        with self._answer:
            while part := self._answer.read1(65_536):
                parts.append(part)
                size += len(part)
                if size > MAX_BYTES or time.monotonic() > self._until:
                    raise GeocoderTimedOut("The answer does not end.")
            if self._answer.length:
                raise http.client.IncompleteRead(b"", self._answer.length)
        return b"".join(parts)
