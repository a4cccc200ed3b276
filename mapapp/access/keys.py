"""One-time keys, and the browsers that have exchanged one for a cookie. Both end with the program."""

import hashlib
import re
import secrets
import threading

PARAMETER = "key"  # of the address that is printed
MOST_BROWSERS = 20


class Keys:
    """The keys of one start of the program. Only their hashes are kept."""

    def __init__(self) -> None:
        self._keys: dict[str, None] = {}
        self._browsers: dict[str, None] = {}
        self._lock = threading.Lock()

    def issue(self) -> str:
        """A new key, which can be exchanged once."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            _add(self._keys, key)
        return key

    def exchange(self, key: str) -> str:
        """The value of a cookie for a key, "" for one that is none or was used. The oldest browsers give way."""
        with self._lock:
            if _hash(key) not in self._keys:
                return ""
            del self._keys[_hash(key)]
            value = secrets.token_urlsafe(32)
            _add(self._browsers, value)
        return value

    def holds(self, value: str) -> bool:
        """Whether a cookie has that value."""
        with self._lock:
            return bool(value) and _hash(value) in self._browsers


def _add(kept: dict[str, None], text: str) -> None:
    kept[_hash(text)] = None
    while len(kept) > MOST_BROWSERS:
        del kept[next(iter(kept))]


def _hash(text: str) -> str:
    """What is looked up instead of the text, so that the time it takes tells nothing of it."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


KEYS = Keys()


def cookie_name(host: str) -> str:
    """The name of the cookie at a host: browsers send it to every port of a host, so the port is in its name."""
    port = re.search(r":(\d{1,5})$", host)
    return f"mapapp_key_{port[1] if port else 'default'}"
