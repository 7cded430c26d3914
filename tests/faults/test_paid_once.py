"""Calls that were answered are never paid for again: counted at the server, over processes that die at any moment."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.model_server.process import model_server

SCRIPT = Path(__file__).with_name("filling_live.py")
COUNT, IN_FLIGHT, KILLS = 600, 20, 4


def start(server, ledger: Path) -> subprocess.Popen:
    """A filling process that has begun to ask."""
    before = server.counters()["requests"]
    process = subprocess.Popen([sys.executable, SCRIPT, server.base_url, ledger, str(COUNT), str(IN_FLIGHT)])
    deadline = time.monotonic() + 60
    while server.counters()["requests"] == before and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


def end(process: subprocess.Popen, how: signal.Signals) -> None:
    process.send_signal(how)
    process.wait(30)


def rows(ledger: Path) -> int:
    """How many keys have an answer on disk."""
    with sqlite3.connect(ledger) as connection:
        keys = connection.execute("SELECT key, outcome FROM answers").fetchall()
    assert len({key for key, _ in keys}) == len(keys)
    assert {outcome for _, outcome in keys} <= {"ok"}
    return len(keys)


@pytest.mark.parametrize(
    "seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)]
)
def test_a_kill_repeats_at_most_what_was_in_flight(tmp_path, seed):
    rng, ledger, lost, killed = random.Random(seed), tmp_path / "ledger.sqlite", 0, 0
    with model_server(latency=0.05) as server:
        for _ in range(KILLS):
            process = start(server, ledger)
            time.sleep(rng.uniform(0.0, 0.3))
            killed += process.poll() is None
            end(process, signal.SIGKILL)
            asked = server.counters()["contents"]
            assert asked - rows(ledger) <= IN_FLIGHT, "answers that had come are not in the ledger"
            lost += asked - rows(ledger)
        process = start(server, ledger)
        assert process.wait(120) == 0
        told = server.counters()
    assert killed >= 2
    assert rows(ledger) == told["contents"] == COUNT
    assert told["requests"] - COUNT <= lost, "what was in the ledger was asked again"


def test_an_interrupt_keeps_every_answer_that_has_come_and_repeats_only_the_rest(tmp_path):
    ledger = tmp_path / "ledger.sqlite"
    with model_server(latency=0.05) as server:
        process = start(server, ledger)
        time.sleep(0.3)
        end(process, signal.SIGINT)
        assert process.returncode == 130
        kept, asked = rows(ledger), server.counters()["requests"]
        assert 0 < asked - kept <= IN_FLIGHT
        assert start(server, ledger).wait(120) == 0
        assert server.counters()["requests"] - COUNT <= asked - kept
    assert rows(ledger) == COUNT
