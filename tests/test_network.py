"""The tests cannot leave this machine; see conftest.py."""

import http.server
import socket
import threading
import urllib.request
from collections.abc import Callable

import pytest

from tests.conftest import NetworkClosed

OUTSIDE = ("192.0.2.1", 80)  # an address that RFC 5737 keeps for documentation: nobody answers there


@pytest.mark.parametrize(
    "leave",
    [
        lambda: socket.create_connection(OUTSIDE),
        lambda: socket.socket().connect(OUTSIDE),
        lambda: socket.socket().connect_ex(OUTSIDE),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", OUTSIDE),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", 0, OUTSIDE),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.getaddrinfo(b"example.org", 80),
        lambda: socket.gethostbyname("example.org"),
        lambda: urllib.request.urlopen("http://example.org/"),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_every_way_out_is_closed_with_a_sentence(leave: Callable[[], object]) -> None:
    with pytest.raises(NetworkClosed, match="tests run without a network"):
        leave()


def test_this_machine_is_reachable() -> None:
    """Tests may start a server of their own and talk to it."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with socket.create_connection(("localhost", server.server_port)) as connection:
            connection.sendall(b"BREW / HTTP/1.0\r\n\r\n")
            assert b"501" in connection.recv(100)
        thread.join()
