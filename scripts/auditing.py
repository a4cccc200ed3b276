"""What is known about the packages that the program needs: their licences, and faults that others have published."""

import json
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

# Parts of licences, as packages name them, under which anybody may use, change and pass on the program.
FREE = re.compile(
    r"\b(MIT|BSD|0BSD|ISC|Apache|MPL|Mozilla Public|LGPL|Lesser General Public|PSF|Python Software Foundation|HPND|"
    r"Zlib|CC0|CC-BY|Unlicense|BlueOak|Python-2\.0)"
)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_LICENCES = "License :: "


def pinned(lock: str) -> list[str]:
    """The names of the packages in a lock file of pip."""
    return _PINNED.findall(lock)


def licence(package: str) -> str | None:
    """The licence that an installed Python package names, "" where it names none, None where it is not installed.

    Packages name it in one of three fields; old ones put the whole text into one of them, whose head is enough.
    """
    try:
        told = distribution(package).metadata
    except PackageNotFoundError:
        return None
    named = [line.removeprefix(_LICENCES) for line in told.get_all("Classifier", []) if line.startswith(_LICENCES)]
    single = [" ".join(told.get_all(name, [])) for name in ("License-Expression", "License")]
    fields = [single[0], *named, single[1]]
    return next((text for text in fields if text and FREE.search(text[:200])), next(filter(None, fields), "")[:200])


def unfree(licences: Mapping[str, str | None]) -> list[str]:
    """A line for each package whose licence is none of `FREE`. Those that are not installed are passed over."""
    return [
        f"{package}: its licence is {text or 'not named'}, which is not among those we may use"
        for package, text in sorted(licences.items())
        if text is not None and not FREE.search(text)
    ]


def of_node(lock: Mapping[str, Any]) -> dict[str, str | None]:
    """The licences in a lock file of npm, by package."""
    found = lock.get("packages", {})
    return {path.rpartition("node_modules/")[2]: entry.get("license", "") for path, entry in found.items() if path}


def of_pip_audit(answer: str) -> tuple[list[str], str]:
    """Faults that pip-audit tells of, a line each, and why packages were not checked ("" where all were).

    Raises ValueError for an answer that is none.
    """
    told = json.loads(answer)["dependencies"]
    faults = [
        f"{package['name']} {package.get('version', '')}: {fault['id']}, mended in {_versions(fault)}"
        for package in told
        for fault in package.get("vulns", [])
    ]
    skipped = [package["skip_reason"] for package in told if package.get("skip_reason")]
    return faults, f"{len(skipped)} of {len(told)} packages, the first: {skipped[0]}" if skipped else ""


def _versions(fault: Mapping[str, Any]) -> str:
    return ", ".join(fault.get("fix_versions") or ()) or "no version yet"


def of_npm_audit(answer: str) -> tuple[list[str], str]:
    """Faults that npm tells of, a line each, and why nothing was checked ("" where it was). Raises ValueError."""
    told = json.loads(answer)
    if "vulnerabilities" not in told:
        return [], str(told.get("message") or told.get("error") or "npm gave no answer")
    return [f"{name}: {fault['severity']}" for name, fault in sorted(told["vulnerabilities"].items())], ""


def lines(faults: Iterable[str], unchecked: str, what: str) -> list[str]:
    """What is said about an audit: its faults, or that nothing was found, and what was not checked."""
    found = [f"{what}: {fault}" for fault in faults]
    if unchecked:
        found.append(f"{what}: not checked: {' '.join(unchecked.split())}")
    return found or [f"{what}: checked, nothing found"]
