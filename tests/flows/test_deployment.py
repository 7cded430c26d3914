"""The deployment of prefect.yaml on a real Prefect server and a worker, both on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import psutil
import pytest

from clio.pipeline import stages_for
from clio.release.verify import verify
from clio.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
CANARIES = ("Zyxquorth", "vilda.quorn@zyxmail.example", "acct-zyx-9917")


class Prefect:
    """A server on loopback with its state in `home`, and its command line."""

    def __init__(self, home: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.home, self.url = home, f"http://127.0.0.1:{self.port}/api"
        self.environment = {
            **os.environ,
            "PREFECT_HOME": str(home),
            "PREFECT_API_URL": self.url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        self.running: list[subprocess.Popen] = []

    def start(self, *arguments: str) -> subprocess.Popen:
        with (self.home / f"{arguments[0]}.log").open("wb") as log:
            command = [sys.executable, "-m", "prefect", *arguments]
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        self.running.append(process)
        return process

    def call(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, method: str, path: str, body: object = None) -> object:
        return httpx.request(method, f"{self.url}{path}", json=body, timeout=60).raise_for_status().json()

    def task_processes(self) -> int:
        """How many processes for tasks there are below the server and the worker."""
        count = 0
        for process in self.running:
            for below in psutil.Process(process.pid).children(recursive=True):
                with suppress(psutil.Error):
                    count += any("multiprocessing.spawn" in word for word in below.cmdline())
        return count

    def end(self) -> None:
        for process in reversed(self.running):
            family = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
            for one in family:
                one.terminate()
            _, alive = psutil.wait_procs(family, timeout=15)
            for one in alive:
                one.kill()
            process.wait(15)


def wait_for(what, seconds: float = 150):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if (found := what()) is not None:
                return found
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError("it took too long")


@pytest.fixture
def prefect(tmp_path) -> Iterator[Prefect]:
    home = tmp_path / "prefect"
    home.mkdir()
    server = Prefect(home)
    server.start("server", "start", "--host", "127.0.0.1", "--port", str(server.port), "--no-ui")
    try:
        wait_for(lambda: server.ask("GET", "/health") or None)
        yield server
    finally:
        server.end()


@pytest.fixture
def planted(conversations, tmp_path) -> Path:
    """The generated conversations, in some of which stand words that must be found nowhere else."""
    lines = [json.loads(line) for line in conversations.read_text().splitlines()]
    for number, line in enumerate(lines):
        if number % 7 == 0:
            line["account_id"] = f"{CANARIES[2]}{line['account_id']}"
            line["messages"][0]["content"] += f" Write to {CANARIES[1]} about {CANARIES[0]}."
    path = tmp_path / "planted.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_worker_runs_the_deployment_and_the_server_learns_nothing_private(
    prefect, planted, tiny_encoder, tmp_path
):
    config, out = tmp_path / "clio.toml", tmp_path / "out"
    config.write_text(
        f'[clustering]\nk = 6\n[embedding]\nmodel = "{tiny_encoder}"\n[run]\nworkers = 1\nshard_size = 250\n'
    )
    prefect.ask("POST", "/work_pools/", {"name": "clio", "type": "process"})
    prefect.call("deploy", "--name", "insights")
    prefect.start("worker", "start", "--pool", "clio", "--type", "process")
    deployment = prefect.ask("GET", "/deployments/name/insights/insights")
    assert deployment["global_concurrency_limit"]["limit"] == 1
    assert [schedule["active"] for schedule in deployment["schedules"]] == [False]
    parameters = {"inputs": [str(planted)], "out": str(out), "config": str(config)}
    run = prefect.ask("POST", f"/deployments/{deployment['id']}/create_flow_run", {"parameters": parameters})

    most = 0

    def ended():
        nonlocal most
        most = max(most, prefect.task_processes())
        state = prefect.ask("GET", f"/flow_runs/{run['id']}")["state"]
        return state if state["type"] in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"} else None

    state = wait_for(ended, 300)
    assert state["type"] == "COMPLETED", state["message"] + (prefect.home / "worker.log").read_text()[-3000:]
    assert verify(out).ok
    assert most == 1  # the settings file's run.workers, where the default is one per processor
    [artifact] = prefect.ask("POST", "/artifacts/filter", {})
    assert artifact["key"] == "clio-release"
    assert (
        json.loads((out / "release" / "manifest.json").read_text())["release_id"] in artifact["description"]
    )
    shards = len(list((out / "workspace" / "conversations").glob("*.parquet")))
    assert shards > 1
    tasks = sum(shards if stage.scope == "shard" else 1 for stage in stages_for(Settings()))
    assert prefect.ask("POST", "/task_runs/count", {}) == tasks
    prefect.end()
    prefect.running.clear()
    kept = b"".join(path.read_bytes() for path in prefect.home.rglob("*") if path.is_file())
    assert len(kept) > 100_000
    for canary in CANARIES:
        assert canary.encode() in planted.read_bytes()
        assert canary.encode() not in kept
