"""What a request tells of where it comes from."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:/?#@\s]+)(?::(\d{1,5}))?", re.IGNORECASE)
_BY_PROXIES = re.compile(r"forwarded|via|x-forwarded-.*|x-real-ip|cf-connecting-ip|true-client-ip")


@dataclass(frozen=True, slots=True)
class Asking:
    """A request, or the handshake of a page. Names of headers are small; ``peer`` is the address of the other end.

    ``user`` is what an identity provider says of somebody who has signed in, checked by who hands it on.
    """

    peer: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    user: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def host(self) -> str:
        """The host and port that it was sent to, as it says."""
        return self.headers.get("host", "")

    @property
    def at_this_machine(self) -> bool:
        """Whether it comes from this machine, to a name that can only mean it, and through no proxy that says so.

        A page whose own name has been made to lead here (DNS rebinding) still sends its name. A proxy that tells
        nothing of itself cannot be told apart, and so this alone is never enough.
        """
        match = _HOST.fullmatch(self.host)
        name = match[1].strip("[]").lower() if match else ""
        proxied = any(_BY_PROXIES.fullmatch(header) for header in self.headers)
        return not proxied and _is_loopback(self.peer) and (name == "localhost" or _is_loopback(name))

    @property
    def from_own_page(self) -> bool:
        """Whether no other page, of another host or another port of this one, can have sent it and see the answer.

        A link of another page may open ours: what then fills the window is out of that page's sight.
        """
        opened = self.headers.get("sec-fetch-dest") == "document"
        return opened or self.headers.get("sec-fetch-site", "none") in ("none", "same-origin")

    @property
    def of_own_origin(self) -> bool:
        """Whether the page that sent it, where one says so, lies at the very host and port that it was sent to."""
        origin = self.headers.get("origin")
        return origin is None or (self.host != "" and origin.lower().partition("://")[2] == self.host.lower())


def _is_loopback(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback
