"""A library of its own for each test."""

import pytest


@pytest.fixture(autouse=True)
def each_with_its_own(own_library: object) -> None:
    """Every test of this folder has one."""
