"""Prefect's server as a process of its own, which ends with the run that started it.

It is a script, started by path and not imported, so that the folder a user stands in cannot stand in for a module.
It serves on a socket that it inherits, and standard input is a pipe that only the run holds open: however the run
ends, -9 included, the system closes the pipe and the server stops.
"""

import os
import socket
import sys
import threading

SHUTDOWN_SECONDS = 5


def serve(descriptor: int) -> None:
    """Answer on the bound socket `descriptor` until told to stop (SIGTERM) or left alone (end of input)."""
    threading.Thread(target=_end_with_the_run, daemon=True, name="end with the run").start()
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(
        create_app(ephemeral=True, final=True),
        log_config=None,
        lifespan="on",
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=descriptor)])


def _end_with_the_run() -> None:
    while os.read(0, 1):
        pass
    os._exit(0)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
