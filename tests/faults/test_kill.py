"""A run killed with -9 at any moment, and the same command again, give what an undisturbed run gives."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from fault_runs import forking, release_of, run_in_process, small_settings

from clio import pipeline

KILLS = 4


def start(out, settings, source):
    begun = forking().Event()
    process = forking().Process(
        target=run_in_process, args=(str(out), settings.model_dump_json(), [str(source)], begun)
    )
    process.start()
    assert begun.wait(120)
    return process


def kill_and_finish(out, settings, source, rng) -> int:
    """Kill runs at random moments, each later than the one before, then let one finish; returns the kills."""
    killed = 0
    for number in range(KILLS):
        process = start(out, settings, source)
        process.join(rng.uniform(0.2, 0.6 + number))
        if process.exitcode is None:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL)
    process = start(out, settings, source)
    process.join(240)
    assert process.exitcode == 0
    return killed


@pytest.mark.parametrize("seed", [1, 2])
def test_paper_release_is_byte_identical_after_kills(finished, source, tiny_encoder, tmp_path, seed):
    settings = small_settings(tiny_encoder, "paper")
    assert kill_and_finish(tmp_path / "out", settings, source, random.Random(seed)) > 0
    assert release_of(tmp_path / "out") == release_of(finished("paper"))


def test_guarded_release_after_kills_is_that_of_the_same_secret_and_noise(source, tiny_encoder, tmp_path):
    settings = small_settings(tiny_encoder, "guarded")
    out, again = tmp_path / "out", tmp_path / "again"
    assert kill_and_finish(out, settings, source, random.Random(5)) > 0
    (again / "workspace").mkdir(parents=True)
    shutil.copy(out / "workspace" / "secret", again / "workspace" / "secret")
    shutil.copytree(out / "workspace" / "noise", again / "workspace" / "noise")
    pipeline.run(again, settings, [str(source)])
    assert release_of(again) == release_of(out)


def test_a_kill_leaves_the_folder_free_and_nothing_half_written(source, tiny_encoder, tmp_path):
    settings, out = small_settings(tiny_encoder, "paper"), tmp_path / "out"
    process = start(out, settings, source)
    deadline = time.monotonic() + 60
    while not list(out.glob("workspace/facets/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert not (out / "release").exists()
    pipeline.run(out, settings, [str(source)])
    left = [path for path in Path(out).rglob("*") if path.name.endswith(".part") or path.suffix == ".arrow"]
    assert left == [], "what a killed run left half-written is still there"
