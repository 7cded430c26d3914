"""clio dashboard: the Streamlit pages over one release or a folder of them, on 127.0.0.1."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from clio.errors import UserError


def dashboard(
    folder: Annotated[
        str,
        typer.Argument(
            metavar="[RELEASE_OR_FOLDER]", help="A release, the DIR of a run, or a folder of them."
        ),
    ] = "out",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="Port on 127.0.0.1.", min=1, max=65535)] = 8501,
) -> int:
    """Serve the dashboard on 127.0.0.1; it reads releases only, never a workspace."""
    from clio.release.reader import find_releases

    if not find_releases(folder):
        raise UserError(
            f"{folder}: there is no release here; make one with clio run, or name another folder."
        )
    _check_port(port)
    import dashboards

    app = Path(dashboards.__file__).parent / "app.py"
    typer.echo(f"Dashboard: http://127.0.0.1:{port} (stop with Ctrl-C)")
    command = [
        sys.executable, "-m", "streamlit", "run", str(app),
        "--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true",
        "--browser.gatherUsageStats=false", "--server.fileWatcherType=none", "--client.toolbarMode=viewer",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "CLIO_RELEASES": str(Path(folder).resolve()) if "://" not in folder else folder,
    }
    try:
        return subprocess.run([*command], env=environment, cwd=app.parent, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _check_port(port: int) -> None:
    """Raise UserError where nothing can be served, which Streamlit would tell in a traceback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise UserError(
                f"--port {port}: nothing can be served there ({error.strerror}); choose another --port."
            ) from None
