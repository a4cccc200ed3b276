"""A site that is published once for all tests: a tour that ships, and one whose every text tries to break out."""

import fcntl
import os
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
    """Both of them."""
    return of_the_site(tmp_path_factory)


def of_the_site(tmp_path_factory: pytest.TempPathFactory) -> list[Published]:
    """The tours that it has."""
    injected = hostile(tmp_path_factory.mktemp("injections") / "hostile")
    return [Published("central-asia-2025", assembly.snapshot(View())), Published("hostile", injected)]


@pytest.fixture(scope="session")
def site(tours: list[Published], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, with an address."""
    return published(tours, tmp_path_factory)


def published(tours: list[Published], factory: pytest.TempPathFactory) -> Path:
    """The folder, written by the first process of a run that wants it: it has every picture in three languages."""
    of_run = factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else factory.getbasetemp()
    done = of_run / "published.done"
    with (of_run / "published.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        into = Folder(of_run / "published")
        if not done.exists():
            for tour in tours:
                into.put(tour_files(tour, ADDRESS))
            into.put(shared_files(tours, ADDRESS))
            into.finish()
            done.touch()
    return into.path
