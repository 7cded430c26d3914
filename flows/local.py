"""A Prefect server for one run on this machine, when no PREFECT_API_URL names one."""

import logging
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from clio.errors import RunFailed
from clio.settings import Settings
from clio.stages import Report
from clio.workspace import private_folder

START_SECONDS = 300.0  # a busy machine takes a minute
STOP_SECONDS = 10.0
DELIVER_SECONDS = 10.0

SILENT = {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
QUIET = {
    **SILENT,
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    # What only a standing server needs.
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
}


class Asked(NamedTuple):
    """What a command has already worked out, for the flow that it runs in its own process."""

    settings: Settings
    report: Report | None


# Here and not in the flow's module: Prefect pickles a flow with the values its module-level names hold.
asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


@contextmanager
def server_for(workspace: Path) -> Iterator[Callable[[], None]]:
    """Use the server that PREFECT_API_URL names, or one of the run's own with its state inside `workspace`.

    Yields a function that waits until the server answers, so that a run can do other work while it starts; that
    raises RunFailed when the server does not come. The run's own server listens on loopback, answers only to who
    knows a secret drawn for this run, says nothing on the terminal, sends no telemetry, and ends with the context
    or with this process, whichever is first.
    """
    for name, value in SILENT.items():
        os.environ.setdefault(name, value)
    if os.environ.get("PREFECT_API_URL"):
        yield lambda: None
        return
    home = private_folder(workspace.resolve() / "prefect")
    # SQLite gives its journals the mode of the database, which it would create for all to read.
    (home / "prefect.db").touch(mode=0o600)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        with _environment(home, url):
            # The bound socket is handed over, so that nobody can take the port in between.
            process = _start(listener)
            listener.close()
            try:
                with _clients():
                    yield lambda: _wait(process, url)
            finally:
                _stop(process)


@contextmanager
def _environment(home: Path, url: str) -> Iterator[None]:
    """The environment of the run's server, its clients and its workers; what was set for another server is not."""
    secret = f"clio:{secrets.token_urlsafe(32)}"
    direct = ",".join(filter(None, [os.environ.get("no_proxy") or os.environ.get("NO_PROXY"), "127.0.0.1"]))
    others: dict[str, str | None] = {name: None for name in os.environ if name.startswith("PREFECT_")}
    changes = {
        **others,
        **QUIET,
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": url,
        "PREFECT_API_AUTH_STRING": secret,
        "PREFECT_SERVER_API_AUTH_STRING": secret,
        "NO_PROXY": direct,
        "no_proxy": direct,
    }
    before = {name: os.environ.get(name) for name in changes}
    _set(changes)
    try:
        yield
    finally:
        _set(before)


def _set(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@contextmanager
def _clients() -> Iterator[None]:
    """Make this process's Prefect clients follow the environment, and be silent."""
    from prefect.settings import temporary_settings

    for name in ("prefect", "prefect._internal", "httpx", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with temporary_settings():
        try:
            yield
        finally:
            _deliver()


def _deliver() -> None:
    """Send what tasks and flow have reported and is still on its way, while there is a server to take it."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    EventsWorker.drain_all(timeout=DELIVER_SECONDS)
    APILogWorker.drain_all(timeout=DELIVER_SECONDS)


def _start(listener: socket.socket) -> subprocess.Popen[bytes]:
    """Start the server out of reach of Ctrl-C: it must still be there to be told that the run has stopped."""
    script = Path(__file__).with_name("server.py")
    return subprocess.Popen(
        [sys.executable, "-P", str(script), str(listener.fileno())],
        pass_fds=[listener.fileno()],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        umask=0o077,
    )


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with direct.open(f"{url}/health", timeout=deadline - time.monotonic()):
                return
        except OSError:
            time.sleep(0.05)
    raise RunFailed("The flow's own server did not start on 127.0.0.1: run the same command again.")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    finally:
        if server.stdin is not None:
            server.stdin.close()
