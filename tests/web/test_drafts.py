"""A programme that is not public yet does not leak: at no route, in no format, to nobody but those who may write."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from attacks.readers import laid_open
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from mapapp import library
from mapapp.catalogue.listing import tour_ids
from mapapp.cli import named
from mapapp.drafts import unsaved
from mapapp.exports import FORMATS
from mapapp.geocoding import offline_resolver
from mapapp.viewer import Viewer
from mapapp.web import routes
from mapapp.web.answers import VIEWER
from tests.fixtures import TOURS as SMALL

ANA = Viewer("Ana", writes=True)
SECRET = b"Xanadu"  # in the draft alone
REVIEWER, NOTE = b"Quentin Reviewer", b"the minister is ill"
PATHS = ["embed", "cards.json", "filters.json", "card", *(format_.name for format_ in FORMATS)]
every_path = pytest.mark.parametrize("path", PATHS)


class As:
    """Middleware that lets somebody ask."""

    def __init__(self, app: ASGIApp, viewer: Viewer) -> None:
        self._app, self._viewer = app, viewer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask as that viewer."""
        await self._app({**scope, VIEWER: self._viewer}, receive, send)


def client(viewer: Viewer | None = None) -> TestClient:
    app: ASGIApp = Starlette(routes=routes())
    return TestClient(As(app, viewer) if viewer else app)


def small() -> dict[str, bytes]:
    """The files of a tour of one stop and one event."""
    files = {path.name: path.read_bytes() for path in (SMALL / "one-visit").iterdir()}
    return files | {
        "events.csv": b"id,visit,when,title,topics,source\ntalks,stay,2025-03-27T19:30,Talks,trade,report\n"
    }


@pytest.fixture
def drafted(own_library: Path) -> Iterator[str]:
    """The id of a tour whose first version is published and whose second, a draft, has another title and topic.

    It is a small one: every format is made of it many times.
    """
    assert not own_library.exists()
    published = small()
    published["review.csv"] = b"row,column,text,note,by\n1,place,x," + NOTE + b"," + REVIEWER + b"\n"
    id_ = library.create("draft", published, by=REVIEWER.decode(), note=NOTE.decode())
    library.publish(id_, 1)
    new = {**published, "tour.toml": published["tour.toml"].replace(b'title = "', b'title = "' + SECRET + b" ", 1)}
    new["events.csv"] = new["events.csv"].replace(b",trade,", b",trade;" + SECRET + b",", 1)
    assert SECRET in new["tour.toml"] and SECRET in new["events.csv"]
    library.save(id_, new, began_from=1, by=REVIEWER.decode())
    yield id_


@every_path
def test_everybody_gets_what_was_published_and_who_writes_the_newest(path: str, drafted: str) -> None:
    """From the first version to the trash. What is dear to draw is asked for once in each state of the tour."""
    address = f"/{path}?tour={drafted}"
    published = client().get(address)
    assert published.status_code == 200
    told = laid_open(published.content) + str(published.headers).encode()
    assert not any(word in told for word in (SECRET, REVIEWER, NOTE, b"review.csv"))
    tag = published.headers["etag"]
    _asked_by_a_writer(address, tag)
    again = client().get(address)
    assert again.headers["etag"] and SECRET not in laid_open(again.content), "what a writer saw is kept for nobody"

    library.unpublish(drafted)
    _gone(path, drafted, tag)
    assert client(ANA).get(address).status_code == 200
    library.publish(drafted, 2)
    assert SECRET in laid_open(client().get(address).content), "or none of the above could fail"
    library.delete(drafted)
    assert client(ANA).get(address).status_code == 404


def _asked_by_a_writer(address: str, tag: str) -> None:
    """The draft, under the address and with the ETag of what is published; no browser and no proxy keeps it."""
    private = client(ANA).get(address, headers={"If-None-Match": tag})
    assert private.status_code == 200 and SECRET in laid_open(private.content)
    assert "no-store" in private.headers["cache-control"] and "private" in private.headers["cache-control"]
    assert "etag" not in private.headers and "access-control-allow-origin" not in private.headers


def _gone(path: str, id_: str, tag: str) -> None:
    """To everybody but those who write it is what a tour is that does not exist, also for who has it already."""
    refused, missing = (client().get(f"/{path}?tour={each}") for each in (id_, "nowhere"))
    assert refused.status_code == missing.status_code == 404
    assert refused.text.replace(id_, "") == missing.text.replace("nowhere", "")
    assert client().get(f"/{path}?tour={id_}", headers={"If-None-Match": tag}).status_code == 404


@every_path
def test_a_draft_beside_another_tour_is_there_for_writers_alone(path: str, drafted: str) -> None:
    """What is compared is read as whoever asks for it may read it, and kept by no browser where others would not."""
    other = library.create("other", small())
    library.publish(other, 1)
    query = f"tour={other}&with={drafted}"
    new, old = client(ANA).get(f"/{path}?{query}"), client().get(f"/{path}?{query}")
    assert new.status_code == old.status_code == 200
    assert new.headers["cache-control"] == "private, no-store"
    assert SECRET not in laid_open(old.content)
    library.unpublish(drafted)
    refused, missing = (client().get(f"/{path}?tour={other}&with={id_}") for id_ in (drafted, "nowhere"))
    assert refused.status_code == missing.status_code == 404
    assert refused.text.replace(drafted, "") == missing.text.replace("nowhere", "")


def test_a_list_of_tours_names_no_draft(drafted: str) -> None:
    assert drafted in tour_ids()
    library.unpublish(drafted)
    assert drafted not in tour_ids() and drafted in tour_ids(ANA)
    for viewer in (None, Viewer("Ben")):
        assert drafted not in client(viewer).get("/embed?tour=nowhere").text


@every_path
def test_what_is_not_saved_is_kept_by_nobody(path: str) -> None:
    """A tour that somebody is bringing is found under an id that nobody can guess, and leaves no trace on the way."""
    id_ = unsaved.put(small(), offline_resolver)
    answer = client().get(f"/{path}?tour={id_}")
    assert answer.status_code == 200 and "private, no-store" in answer.headers["cache-control"]
    assert "etag" not in answer.headers
    unsaved.drop(id_)
    assert client().get(f"/{path}?tour={id_}").status_code == 404


def test_the_command_line_publishes_no_draft(drafted: str) -> None:
    """Whoever may read the library's files may export a draft by its id; what is published has to be public."""
    assert named.folder(drafted).parent.name == "0002" and named.public_folder(drafted).parent.name == "0001"
    library.unpublish(drafted)
    assert named.folder(drafted).parent.name == "0002"
    with pytest.raises(argparse.ArgumentTypeError):
        named.public_folder(drafted)


def test_a_tour_of_the_catalogue_is_the_same_for_all() -> None:
    """With its ETag: nothing is made anew for those who write."""
    both = [client(viewer).get("/tour.geojson?tour=us-central-asia-2015") for viewer in (None, ANA)]
    assert both[0].headers["etag"] == both[1].headers["etag"] and both[0].content == both[1].content
