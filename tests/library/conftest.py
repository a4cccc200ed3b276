"""A library of its own for each test."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an empty library."""
    monkeypatch.setenv("MAPAPP_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"
