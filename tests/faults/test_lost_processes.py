"""`clio run` when its processes are killed: nothing outlives it, and a lost worker's shard is made again."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from fault_runs import release_of
from started_processes import family, left

from clio.pipeline import LOST_WORKER
from clio.release.verify import verify

pytestmark = pytest.mark.slow  # minutes, on a machine of two processors

MARK = "CLIO_TEST_LOST"
DYING = """
import multiprocessing, os, signal, sys
from pathlib import Path
from clio.stages import Stage

make, mark = Stage.make, Path(os.environ["CLIO_TEST_LOST"]) / "died"

def dying(stage, work):
    times = int(os.environ["CLIO_TEST_DEATHS"])
    if stage.name == "extract" and multiprocessing.parent_process() is not None:
        died = len(mark.read_bytes()) if mark.exists() else 0
        if died < times:
            with mark.open("ab") as log:
                log.write(b"x")
            os.kill(os.getpid(), signal.SIGKILL)
    make(stage, work)

# Workers import this file as __mp_main__, so they die.
Stage.make = dying
if __name__ == "__main__":
    from clio.cli.main import main
    main(sys.argv[1:])
"""


def has_workers(folder: Path) -> bool:
    found = False
    for process in family(MARK, folder):
        with suppress(psutil.Error):  # it may have ended since
            found |= "spawn_main" in " ".join(process.cmdline())
    return found


def wait_until(what, seconds: float, why: str) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, why
        time.sleep(0.1)


@pytest.fixture
def start(source, tiny_encoder, tmp_path) -> Iterator:
    """start(code or none, deaths) -> a running `clio run` over three shards; all of its processes end with the test."""

    def started(script: str | None = None, deaths: int = 0) -> subprocess.Popen:
        command = [sys.executable, "-m", "clio"]
        if script is not None:
            (tmp_path / "dying.py").write_text(script)
            command = [sys.executable, str(tmp_path / "dying.py")]
        command += ["run", str(source), "--out", "out", "--policy", "paper", "--k", "6"]
        command += ["--embedder", str(tiny_encoder), "--set", "run.shard_size=120", "--set", "run.workers=2"]
        command += ["--set", 'breakdowns.metadata={plan=["free", "pro"]}']
        environment = {**os.environ, MARK: str(tmp_path), "CLIO_TEST_DEATHS": str(deaths)}
        with (tmp_path / "log").open("wb") as log:
            return subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=log)

    try:
        yield started
    finally:
        started_here = family(MARK, tmp_path)
        for process in started_here:
            process.kill()
        psutil.wait_procs(started_here, timeout=20)


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_outlives_a_killed_run_and_the_same_command_finishes_it(start, finished, tmp_path, seed):
    run = start()
    wait_until(lambda: run.poll() is not None or has_workers(tmp_path), 240, "no worker was started")
    assert run.poll() is None, (tmp_path / "log").read_text()
    time.sleep(random.Random(seed).uniform(0, 5))
    assert len(family(MARK, tmp_path)) >= 3  # the command, its server and a worker
    os.kill(run.pid, signal.SIGKILL)
    run.wait(10)
    # A worker that still loads its libraries sees it only then, which takes a busy machine longer.
    wait_until(lambda: not family(MARK, tmp_path), 30, "the server or a worker outlived the run")
    again = start()
    assert again.wait(300) == 0, (tmp_path / "log").read_text()
    assert release_of(tmp_path / "out") == release_of(finished("paper"))
    assert not left(MARK, tmp_path)


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_killed_workers_shard_is_made_again(start, finished, tmp_path, deaths):
    run = start(DYING, deaths)
    assert run.wait(300) == 0, (tmp_path / "log").read_text()
    assert (tmp_path / "died").read_bytes()
    assert verify(tmp_path / "out").ok
    assert release_of(tmp_path / "out") == release_of(finished("paper"))
    assert not left(MARK, tmp_path)


def test_when_workers_keep_dying_the_run_ends_with_one_sentence(start, tmp_path):
    run = start(DYING, 1000)
    assert run.wait(300) == 1, (tmp_path / "log").read_text()
    *steps, last = (tmp_path / "log").read_text().splitlines()
    assert last == f"clio: {LOST_WORKER}"
    assert len(steps) == 1  # the conversations that were read
    assert 3 <= len((tmp_path / "died").read_bytes()) <= 6
    assert not left(MARK, tmp_path)
    assert start().wait(300) == 0, (tmp_path / "log").read_text()
