"""What tour.toml says, for somebody who edits it. A new value stands in the line where the old one stood."""

import json
import re
from collections.abc import Sequence

from mapapp import files


def values(toml: bytes) -> dict[str, object]:
    """The keys of a tour.toml; none of one that cannot be read."""
    try:
        return files.toml(toml.decode("utf-8-sig"))
    except ValueError:
        return {}


def texts(toml: bytes) -> dict[str, str]:
    """The keys and what they say, in one text each."""
    return {key: said if isinstance(said, str) else _value(said) for key, said in values(toml).items()}


def with_value(toml: bytes, key: str, said: str | Sequence[str]) -> bytes:
    """The file with a text or a list under a key of its first table, all else as it was.

    Where the old value cannot be told from its surroundings, all keys are written anew. A file that cannot be read
    stays as it is.
    """
    text = toml.decode("utf-8-sig", "replace")
    if text.strip() and not values(toml) and not _is_bare(text):
        return toml
    line = f"{_key(key)} = {_value(said)}"
    pattern = re.compile(rf'^"?{re.escape(key)}"?[ \t]*=[ \t]*(?:\[[^\]]*\][ \t]*$|.*$)', re.MULTILINE)
    head, mark, rest = _parted(text)
    changed = pattern.sub(lambda _: line, head, count=1) if pattern.search(head) else f"{head}{line}\n"
    wanted = {**values(toml), key: list(said) if not isinstance(said, str) else said}
    written = (changed + mark + rest).encode()
    return written if values(written) == wanted else _anew(wanted)


def _is_bare(text: str) -> bool:
    """Whether there are comments alone."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def line(name: str, text: str) -> bytes:
    """A text under a name, as a line of TOML."""
    return f"{_key(name)} = {_value(text)}\n".encode()


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the first table, and what follows."""
    match = re.search(r"^\[", text, re.MULTILINE)
    if not match:
        return text and text.rstrip("\n") + "\n", "", ""
    return text[: match.start()], "[", text[match.end() :]


def _anew(told: dict[str, object]) -> bytes:
    plain = [f"{_key(key)} = {_value(said)}" for key, said in told.items() if not isinstance(said, dict)]
    tables = [
        "\n".join((f"\n[{_key(key)}]", *(f"{_key(name)} = {_value(text)}" for name, text in said.items())))
        for key, said in told.items()
        if isinstance(said, dict)
    ]
    return ("\n".join((*plain, *tables)) + "\n").encode()


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name, re.ASCII) else _value(name)


def _value(said: object) -> str:
    """A value as TOML; its strings are written as those of JSON are, with each control character as an escape."""
    if isinstance(said, (list, tuple)):
        return f"[{', '.join(map(_value, said))}]"
    if isinstance(said, dict):
        return f"{{{', '.join(f'{_key(key)} = {_value(text)}' for key, text in said.items())}}}"
    if isinstance(said, bool):
        return str(said).lower()
    return json.dumps(said, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(said, str) else str(said)
