"""A forward proxy on loopback that keeps what is sent through it: what a client says on the wire, answers untouched."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

OF_ONE_HOP = frozenset(
    ("connection", "proxy-connection", "keep-alive", "transfer-encoding", "proxy-authorization")
)


class Passed(NamedTuple):
    """One request that came to the proxy; `status` is the answer's, 0 while there is none."""

    method: str
    target: str
    headers: dict[str, str]  # names in lower case
    body: bytes
    status: int

    @property
    def json(self) -> dict[str, Any]:
        """The body as JSON."""
        return json.loads(self.body)


class RecordingProxy:
    """A running proxy: `url` for clients, `passed` in the order of their answers.

    `hosts`: addresses ("127.0.0.1:80") by host names that only the proxy knows.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.passed: list[Passed] = []
        self.hosts: dict[str, str] = {}

    def asked(self, status: int = 200) -> list[dict[str, Any]]:
        """The JSON bodies of requests that were answered with `status`."""
        return [one.json for one in self.passed if one.status == status]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    record: RecordingProxy

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        url = urlsplit(self.path)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OF_ONE_HOP}
        address = self.record.hosts.get(url.netloc, url.netloc)
        connection = http.client.HTTPConnection(address, timeout=60)
        try:
            connection.request("POST", url.path, body, headers)
            answer = connection.getresponse()
            status, content, kept = answer.status, answer.read(), answer.getheaders()
        except (OSError, http.client.HTTPException):
            status, content, kept = 502, b"", []
            self.close_connection = True
        finally:
            connection.close()
        self._keep(body, status)
        self.send_response(status)
        for name, value in kept:
            if name.lower() not in OF_ONE_HOP | {"content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_CONNECT(self) -> None:
        """Tunnels are noted and refused: what they would hold is not for a proxy to read."""
        self._keep(b"", 403)
        self.send_error(403)

    def do_GET(self) -> None:
        """A client of the Messages API has nothing to get."""
        self.do_CONNECT()

    def _keep(self, body: bytes, status: int) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.record.passed.append(Passed(self.command, self.path, headers, body, status))

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the terminal."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error here."""


@contextmanager
def recording_proxy() -> Iterator[RecordingProxy]:
    """Run a proxy on a free port, and end it afterwards."""
    handler = type("Handler", (_Handler,), {})
    server = _Server(("127.0.0.1", 0), handler)
    handler.record = RecordingProxy(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield handler.record
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
