"""A Prefect server for one run on this machine, when no PREFECT_API_URL names one."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

from clio.errors import RunFailed
from clio.pipeline import Report
from clio.settings import Settings
from clio.workspace import private_folder
from flows.workers import interrupt_held_back

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


class Asked(NamedTuple):
    """What a command has already worked out, for the flow that it runs in its own process."""

    settings: Settings
    report: Report | None


# Here and not in the flow's module: Prefect pickles a flow with the values its module-level names hold.
asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


@contextmanager
def server_for(workspace: Path) -> Iterator[None]:
    """Use the server that PREFECT_API_URL names, or an ephemeral one with its state inside `workspace`.

    The ephemeral server listens on loopback, says nothing on the terminal, sends no telemetry and ends with
    the context.
    """
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    home = private_folder(workspace.resolve() / "prefect")
    # SQLite gives its journals the mode of the database, which it would create for all to read.
    (home / "prefect.db").touch(mode=0o600)
    before = {name: os.environ.get(name) for name in (*QUIET, "PREFECT_HOME")}
    os.environ.update(QUIET, PREFECT_HOME=str(home))
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import temporary_settings

    for name in ("prefect", "httpx", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with temporary_settings():
            _start(SubprocessASGIServer())
            yield
    finally:
        for server in list(SubprocessASGIServer._instances.values()):
            server.stop()
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _start(server: Any) -> None:
    """Start the server out of reach of Ctrl-C: it must still be there to be told that the run has stopped."""
    failed: list[BaseException] = []

    def begin() -> None:
        try:
            with interrupt_held_back():
                server.start()
        except Exception as error:
            failed.append(error)

    # In a thread of its own, so that Ctrl-C still stops this one while it waits.
    thread = threading.Thread(target=begin, daemon=True, name="start the server")
    thread.start()
    while thread.is_alive():
        thread.join(0.2)
    if failed:
        raise RunFailed("The flow's own server did not start on 127.0.0.1: run the same command again.")
