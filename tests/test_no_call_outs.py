"""Clio opens no connection beyond loopback: the demo, the dashboard and a flow, refused and recorded."""

import socket
import subprocess
import sys
import time
import urllib.request

import psutil
import pytest
from calling_out import alone, call_outs, can_be_alone, guarded_environment, guarded_processes

from clio.release.reader import read_release


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket().connect(('192.0.2.1', 80))",
        "import socket; socket.socket().connect_ex(('192.0.2.1', 80))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import urllib.request; urllib.request.urlopen('http://example.org')",
        "import asyncio; asyncio.run(asyncio.open_connection('192.0.2.1', 80))",
        "import httpx; httpx.get('http://example.org')",
    ],
)
def test_the_guard_refuses_and_records(tmp_path, attempt):
    record = tmp_path / "call-outs"
    code = f"try:\n    {attempt}\nexcept Exception: pass"
    subprocess.run([sys.executable, "-c", code], env=guarded_environment(record), check=True)
    assert len(call_outs(record)) == 1


def test_the_guard_lets_loopback_pass(tmp_path):
    record = tmp_path / "call-outs"
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"import socket; socket.create_connection(('localhost', {server.getsockname()[1]}))"
        subprocess.run([sys.executable, "-c", code], env=guarded_environment(record), check=True)
    assert call_outs(record) == []


@pytest.mark.skipif(not can_be_alone(), reason="this kernel lets no user make a network namespace")
def test_a_command_can_be_left_alone():
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
    done = subprocess.run(alone([sys.executable, "-c", code]), capture_output=True, check=False)
    assert b"Network is unreachable" in done.stderr


def test_the_demo_and_its_flow_call_nobody(demo_run):
    assert call_outs(demo_run / "call-outs") == []
    # The command, the flow's server and its workers.
    assert guarded_processes(demo_run / "call-outs") >= 3
    assert read_release(demo_run / "demo").clusters.height > 0


def test_the_dashboard_calls_nobody(guarded_run, tmp_path):
    record, port = tmp_path / "call-outs", _free_port()
    command = [sys.executable, "-m", "clio", "dashboard", str(guarded_run), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, env=guarded_environment(record), stdout=log, stderr=log)
    try:
        page = _fetch(f"http://127.0.0.1:{port}/", server)
        assert b"<html" in page
        assert _fetch(f"http://127.0.0.1:{port}/_stcore/health", server) == b"ok"
    finally:
        _end(server)
    assert call_outs(record) == []
    assert guarded_processes(record) >= 2


def test_the_pages_call_nobody(guarded_run, tmp_path):
    code = (
        "import dashboards, pathlib\n"
        "from streamlit.testing.v1 import AppTest\n"
        "app = AppTest.from_file(str(pathlib.Path(dashboards.__file__).parent / 'app.py'), default_timeout=120)\n"
        "app.run()\n"
        "assert not app.exception, app.exception\n"
    )
    record = tmp_path / "call-outs"
    environment = guarded_environment(record, CLIO_RELEASES=str(guarded_run))
    subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, timeout=240
    )
    assert call_outs(record) == []


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _fetch(url: str, server: subprocess.Popen, seconds: float = 120) -> bytes:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.3)
    raise AssertionError(f"{url} did not answer")


def _end(server: subprocess.Popen) -> None:
    below = psutil.Process(server.pid).children(recursive=True)
    for process in [*below, psutil.Process(server.pid)]:
        process.terminate()
    psutil.wait_procs(below, timeout=20)
    server.wait(20)
