"""A receiver on this machine that misbehaves as it is told."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Receiver:
    """`ways` names what it does now: slow, dead, a status, or ok. `taken` is what it honoured."""

    def __init__(self) -> None:
        self.way: str | int = 200
        self.taken: dict[str, str] = {}
        self.seen: list[str] = []
        self.asked: list[dict[str, str]] = []
        self.url = ""
        self.stop = threading.Event()

    def honour(self, uid: str, body: str) -> None:
        """Takes a message once, as `webhook-id` tells."""
        self.seen.append(uid)
        self.taken.setdefault(uid, body)


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.asked.append({**headers, "body": body, "path": self.path})
            way = receiver.way
            if way == "slow":
                # It takes the message, and says so too late.
                receiver.honour(headers["webhook-id"], body)
                receiver.stop.wait(3)
                return
            if way == "dead":
                return
            if way == 200:
                receiver.honour(headers["webhook-id"], body)
            self.send_response(int(way))
            if way == 302:
                self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            """Says nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_args: Any) -> None:
        """Callers that hang up are part of the tests."""


@contextmanager
def receiving(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver, on a port of its own, as long as the block lasts."""
    receiver = Receiver()
    server = _Server(("127.0.0.1", 0), _handler(receiver))
    if tls:
        # The hand is shaken where a request is read, so that one bad caller stops no other.
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    receiver.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}/hook?x=1"
    try:
        yield receiver
    finally:
        receiver.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()
