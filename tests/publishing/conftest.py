"""A site that is published once for all tests: a tour that ships, and one whose every text tries to break out."""

from pathlib import Path

import pytest

from mapapp import assembly
from mapapp.publishing.addresses import Published
from mapapp.publishing.folder import Folder
from mapapp.publishing.site import shared_files, tour_files
from mapapp.view import View
from tests.exports.picture.snapshots import hostile

ADDRESS = "https://maps.example.org/eu/"


@pytest.fixture(scope="session")
def tours(tmp_path_factory: pytest.TempPathFactory) -> list[Published]:
    injected = hostile(tmp_path_factory.mktemp("injections") / "hostile")
    return [Published("central-asia-2025", assembly.snapshot(View())), Published("hostile", injected)]


@pytest.fixture(scope="session")
def site(tours: list[Published], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, with an address."""
    into = Folder(tmp_path_factory.mktemp("published") / "site")
    for tour in tours:
        into.put(tour_files(tour, ADDRESS))
    into.put(shared_files(tours, ADDRESS))
    into.finish()
    return into.path
