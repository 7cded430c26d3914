"""The run's own Prefect server: on loopback, for who knows the secret, and gone with the run."""

import os
import stat
import subprocess
import sys
import time

import httpx
import psutil
import pytest

from clio.errors import RunFailed
from flows import local

HOLDS_A_SERVER = """
import os, sys, time
from pathlib import Path
from flows import local

with local.server_for(Path("run")) as wait:
    if sys.argv[1] == "ready":
        wait()
    print(os.environ["PREFECT_API_URL"], os.environ["PREFECT_API_AUTH_STRING"], flush=True)
    time.sleep(600)
"""


def servers_of(process: psutil.Process) -> list[psutil.Process]:
    return [below for below in process.children() if "server.py" in " ".join(below.cmdline())]


@pytest.fixture
def held(tmp_path):
    """held(when) -> a process that holds a server, the server's process, its URL and its secret."""
    started: list[psutil.Process] = []

    def hold(when: str) -> tuple[subprocess.Popen, psutil.Process, str, str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        # What names another server and another database must not count.
        environment["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = f"sqlite+aiosqlite:///{tmp_path}/elsewhere.db"
        run = subprocess.Popen(
            [sys.executable, "-c", HOLDS_A_SERVER, when],
            cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        started.append(psutil.Process(run.pid))
        url, secret = run.stdout.readline().split()
        [server] = servers_of(psutil.Process(run.pid))
        started.append(server)
        return run, server, url, secret

    yield hold
    for process in started:
        if process.is_running():
            process.kill()
    psutil.wait_procs(started, timeout=20)


def test_only_who_knows_the_secret_is_answered(held, tmp_path):
    _, server, url, secret = held("ready")
    path = "/flow_runs/count"
    assert httpx.post(f"{url}{path}", json={}).status_code == 401
    assert httpx.post(f"{url}{path}", json={}, auth=("clio", "guess")).status_code == 401
    assert httpx.post(f"{url}{path}", json={}, auth=tuple(secret.split(":", 1))).json() == 0
    assert len(secret) > 32
    listening = [one.laddr.ip for one in server.net_connections() if one.status == psutil.CONN_LISTEN]
    assert listening == ["127.0.0.1"]
    assert secret not in " ".join(server.cmdline())
    kept = list((tmp_path / "run").rglob("*"))
    assert tmp_path / "run" / "prefect" / "prefect.db" in kept
    for one in kept:
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one
        assert one.is_dir() or secret.encode() not in one.read_bytes()
    assert not (tmp_path / "elsewhere.db").exists()


@pytest.mark.parametrize("when", ["starting", "ready"])
def test_the_server_ends_when_its_run_is_killed(held, when):
    run, server, _, _ = held(when)
    run.kill()
    run.wait(10)
    psutil.wait_procs([server], timeout=10)
    assert not server.is_running()


def test_the_environment_is_as_before_and_nothing_runs_after(tmp_path):
    before = dict(os.environ) | local.SILENT
    with local.server_for(tmp_path):
        [server] = servers_of(psutil.Process())
        assert os.environ["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert not server.is_running()
    assert dict(os.environ) == before


def test_a_server_that_was_named_is_used_and_none_is_started(tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    with local.server_for(tmp_path) as wait:
        wait()
        assert os.environ["PREFECT_API_URL"] == "http://127.0.0.1:9/api"
        assert not servers_of(psutil.Process())
    assert not (tmp_path / "prefect").exists()


def test_a_server_that_cannot_start_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "prefect").mkdir(mode=0o700)
    (tmp_path / "prefect" / "prefect.db").write_bytes(b"no database" * 1000)
    begun = time.monotonic()
    with local.server_for(tmp_path) as wait, pytest.raises(RunFailed, match="did not start"):
        wait()
    assert time.monotonic() - begun < 120


def test_servers_at_once_have_ports_of_their_own(tmp_path):
    ports = set()
    with local.server_for(tmp_path / "a"):
        ports.add(os.environ.pop("PREFECT_API_URL"))
        with local.server_for(tmp_path / "b"):
            ports.add(os.environ["PREFECT_API_URL"])
    assert len(ports) == 2
