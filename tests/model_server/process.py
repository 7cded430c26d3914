"""The server in a process of its own, and a handle on what it counted."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ModelServer:
    """A running server: `base_url` for clients, `options` and `counters` for tests."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def counters(self) -> dict[str, Any]:
        """requests, contents, answered, repeats, statuses, faults, usage, in_flight, peak, arrivals (seconds)."""
        found: dict[str, Any] = self._call("/admin/counters")
        return found

    def contents(self) -> dict[str, dict[str, int]]:
        """How often each content was `asked` and `answered`."""
        found: dict[str, dict[str, int]] = self._call("/admin/contents")
        return found

    def bodies(self) -> list[dict[str, Any]]:
        """The last `keep_bodies` requests."""
        found: list[dict[str, Any]] = self._call("/admin/bodies")
        return found

    def headers(self) -> list[dict[str, str]]:
        """The headers of the same requests."""
        found: list[dict[str, str]] = self._call("/admin/headers")
        return found

    def options(self, **changes: Any) -> None:
        """Change options from now on."""
        self._call("/admin/options", json.dumps(changes).encode())

    def reset(self) -> None:
        """Set the counters to zero."""
        self._call("/admin/reset", b"{}")

    def _call(self, path: str, data: bytes | None = None) -> Any:
        with _DIRECT.open(self.base_url + path, data=data, timeout=30) as response:
            return json.load(response)


@contextmanager
def model_server(**options: Any) -> Iterator[ModelServer]:
    """Start a server with these `faults.Options`, and end it afterwards."""
    command = [sys.executable, "-m", "tests.model_server", "--options", json.dumps(options)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield ModelServer(f"http://127.0.0.1:{json.loads(line)['port']}")
    finally:
        process.kill()
        process.wait()
