"""Addresses of servers, as people write them into settings and commands."""

from urllib.parse import SplitResult, urlsplit


def server(text: str, scheme: str) -> SplitResult | None:
    """The parts of a server's address, with that scheme where it names none; None for what is no such address."""
    try:
        parts = urlsplit(text if "://" in text else f"{scheme}://{text}")
        known = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
    except ValueError:  # brackets that are no IPv6 address, a port that is no number
        return None
    return parts if known and not (parts.query or parts.fragment or parts.username) else None
