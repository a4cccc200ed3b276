"""An audit never passes in silence: it tells faults, or that there are none, or why nobody could look."""

import json
from pathlib import Path

import auditing
import pytest

ROOT = Path(__file__).parents[2]


def test_every_package_that_is_installed_has_a_licence_that_we_may_use() -> None:
    names = {
        n for lock in ("requirements.lock", "requirements-dev.lock") for n in auditing.pinned((ROOT / lock).read_text())
    }
    licences = {name: auditing.licence(name) for name in names}
    assert len(licences) > 60
    assert sum(text is None for text in licences.values()) < 5  # those of other systems
    assert auditing.unfree(licences) == []


def test_every_tool_from_npm_has_a_licence_that_we_may_use() -> None:
    licences = auditing.of_node(json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8")))
    assert "typescript" in licences
    assert auditing.unfree(licences) == []


@pytest.mark.parametrize("text", ["GPL-3.0-only", "GNU General Public License v3 (GPLv3)", "AGPL-3.0", "Secret", ""])
def test_a_licence_that_does_not_fit_is_told(text: str) -> None:
    (line,) = auditing.unfree({"left-pad": text, "fine": "MIT", "elsewhere": None})
    assert line.startswith("left-pad: its licence is ")


@pytest.mark.parametrize("text", ["LGPL-3.0-or-later", "BSD-3-Clause AND MIT", "Apache License 2.0", "PSF-2.0"])
def test_a_licence_that_fits_is_not(text: str) -> None:
    assert auditing.unfree({"fine": text}) == []


def test_faults_and_skipped_packages_of_pip_audit_are_both_told() -> None:
    told = {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1", "2.0"]}]},
            {"name": "b", "version": "2", "vulns": []},
            {"name": "c", "skip_reason": "nobody knows c"},
        ]
    }
    faults, unchecked = auditing.of_pip_audit(json.dumps(told))
    assert faults == ["a 1: PYSEC-1, mended in 1.1, 2.0"]
    assert unchecked == "1 of 3 packages, the first: nobody knows c"


def test_an_answer_that_is_none_is_no_all_clear() -> None:
    with pytest.raises(ValueError):
        auditing.of_pip_audit("")
    with pytest.raises(ValueError):
        auditing.of_npm_audit("<html>")


def test_npm_tells_faults_or_why_it_could_not_ask() -> None:
    assert auditing.of_npm_audit('{"vulnerabilities": {"x": {"severity": "high"}}}') == (["x: high"], "")
    assert auditing.of_npm_audit('{"message": "405 Method Not Allowed"}') == ([], "405 Method Not Allowed")
    assert auditing.of_npm_audit('{"vulnerabilities": {}}') == ([], "")


def test_nothing_found_and_not_checked_are_two_sentences() -> None:
    assert auditing.lines([], "", "npm audit") == ["npm audit: checked, nothing found"]
    assert auditing.lines([], "no\nnetwork", "npm audit") == ["npm audit: not checked: no network"]
    assert auditing.lines(["a: bad"], "b", "npm audit") == ["npm audit: a: bad", "npm audit: not checked: b"]
