"""aimock, a server with the Messages API that was written by others, in a process of its own.

It answers by fixtures: what a request must hold, and what is said then. package.json pins its version.
"""

import ctypes
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock

HERE = Path(__file__).resolve().parent
_LISTENING = re.compile(r"listening on (http://127\.0\.0\.1:\d+)")
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))

NODE = (20, 15)
"""The oldest Node.js that the server runs on."""

Fixture = dict[str, Any]


def installed() -> Path:
    """The folder with the packages of package-lock.json; installed once, beside the Python environment.

    Raises:
        RuntimeError: without Node.js and npm, or when they cannot install.
    """
    _check_node()
    manifests = [HERE / "package.json", HERE / "package-lock.json"]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in manifests)).hexdigest()[:16]
    folder = Path(sys.prefix) / "test-servers" / digest
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.parent / f"{digest}.lock"):
        if not (folder / "complete").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for path in manifests:
                shutil.copy(path, folder)
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
            done = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, timeout=300, check=False
            )
            if done.returncode:
                raise RuntimeError(f"npm could not install the server: {done.stderr.strip()[-500:]}")
            (folder / "complete").touch()
    return folder


def _check_node() -> None:
    """Raises RuntimeError where the server could not run."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise RuntimeError(
            "These tests need node and npm: install them, for instance with apt-get install npm."
        )
    told = subprocess.run(
        ["node", "--version"], capture_output=True, text=True, timeout=30, check=True
    ).stdout
    if tuple(map(int, re.findall(r"\d+", told)[:2])) < NODE:
        raise RuntimeError(f"The server needs Node.js {NODE[0]}.{NODE[1]} or later; here is {told.strip()}.")


class AiMock:
    """A running server: `base_url` for clients, the rest for tests."""

    def __init__(self, base_url: str, key: str | None) -> None:
        self.base_url, self._key = base_url, key

    def says(self, fixtures: Sequence[Fixture]) -> None:
        """Forget everything, and answer by these fixtures: the first that matches counts."""
        self._call("/reset", {})
        self._call("/fixtures", {"fixtures": list(fixtures)})

    def troubles(self, **rates: float) -> None:
        """Let a share of the requests fail: dropRate (500), rateLimitRate, malformedRate, disconnectRate."""
        self._call("/chaos", rates)

    def journal(self) -> list[dict[str, Any]]:
        """Every request since the last `says`, with the answer's status."""
        return [entry for entry in self._call("/journal") if entry["path"].startswith("/v1/")]

    def statuses(self) -> list[int]:
        """The statuses of the answers; 0 where the connection was cut."""
        return [entry["response"]["status"] for entry in self.journal()]

    def _call(self, path: str, data: Any = None) -> Any:
        headers = {"content-type": "application/json"} | ({"x-api-key": self._key} if self._key else {})
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(f"{self.base_url}/__aimock{path}", body, headers)
        with _DIRECT.open(request, timeout=30) as answer:
            return json.load(answer)


@contextmanager
def aimock(folder: Path, key: str | None = None) -> Iterator[AiMock]:
    """Start the server, and end it afterwards whatever happens; `key`: the only one that it takes."""
    fixtures, log = folder / "no-fixtures.json", folder / "aimock.log"
    fixtures.write_text('{"fixtures": []}')
    script = installed() / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
    command = ["node", str(script), "--host", "127.0.0.1", "--port", "0", "--journal-max", "0"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)} | (
        {"AIMOCK_API_KEYS": key} if key else {}
    )
    with log.open("w") as told:
        process = subprocess.Popen(
            [*command, "--fixtures", str(fixtures)],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=told,
            preexec_fn=_end_with_parent,
        )  # fmt: skip
        try:
            yield AiMock(_address(process, log), key)
        finally:
            process.kill()
            process.wait()


def _end_with_parent() -> None:
    """Have the kernel end this process when the tests are killed and cannot do it themselves."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Where it listens, which it tells its log."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := _LISTENING.search(log.read_text()):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"the server did not start: {log.read_text()[-500:]}")
