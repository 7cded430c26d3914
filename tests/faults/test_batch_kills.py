"""Batch runs killed with -9 at any moment: no item is submitted twice, none is lost, and the tokens add up exactly."""

import asyncio
import os
import random
import signal
from pathlib import Path

import pytest
from fault_runs import forking

from clio.models.batch_server import BatchServer
from clio.models.batch_source import BatchLimits
from clio.models.ledger import Ledger
from tests.model_server.fixtures import one_model_server, server  # noqa: F401
from tests.models.batching import agree, fill_in_batches, filling_batches, forget_batches, paid, wanted

pytestmark = pytest.mark.slow  # minutes, on a machine of two processors

COUNT = 60
LIMITS = BatchLimits(items=6, in_progress=2, grace_seconds=1.5, skew_seconds=60)
FAULTS = {
    "expired": 0.08,
    "errored": 0.08,
    "canceled": 0.04,
    "wrong_json": 0.08,
    "max_tokens": 0.05,
    "refusal": 0.03,
}

# where the run dies: an object, its method, on which call of it, before or after
POINTS = {
    "before the intent": (Ledger, "intend", 2, "before"),
    "after the intent": (Ledger, "intend", 2, "after"),
    "before the submission": (BatchServer, "submit", 2, "before"),
    "after the submission": (BatchServer, "submit", 2, "after"),
    "before the first name is kept": (Ledger, "submitted", 1, "before"),
    "before the second name is kept": (Ledger, "submitted", 2, "before"),
    "after the name is kept": (Ledger, "submitted", 1, "after"),
    "while waiting": (BatchServer, "retrieve", 2, "before"),
    "before results are kept": (Ledger, "settle", 1, "before"),
    "between two groups of results": (Ledger, "settle", 2, "after"),
    "before a batch is closed": (Ledger, "close_intent", 1, "before"),
    "after a batch is closed": (Ledger, "close_intent", 2, "after"),
}


def run_batches(base_url: str, folder: str, seed: int, point: str | None, begun) -> None:
    """What a process that may be killed does: one run over all requests."""
    requests = wanted(COUNT)
    random.Random(seed).shuffle(requests)
    if point is not None:
        die_at(*POINTS[point])
    begun.set()
    asyncio.run(
        filling_batches(base_url, iter(requests), Ledger(Path(folder) / "ledger.sqlite"), limits=LIMITS)
    )


def die_at(owner: type, name: str, call: int, when: str) -> None:
    """Have this process killed around a call of a method, and results committed four at a time."""
    method, calls = getattr(owner, name), []

    def due() -> bool:
        calls.append(name)
        return len(calls) == call

    if asyncio.iscoroutinefunction(method):

        async def dying(*arguments, **options):
            dies = due()
            if dies and when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = await method(*arguments, **options)
            if dies:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

    else:

        def dying(*arguments, **options):
            dies = due()
            if dies and when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = method(*arguments, **options)
            if dies:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

    setattr(owner, name, dying)
    from clio.models import batches

    batches.READ_AT_ONCE = 4


@pytest.fixture
def batch_server(server):  # noqa: F811
    """Slow enough to be killed in every phase; without the batches of earlier tests."""
    forget_batches(server)
    server.options(batch_delay=0.1, batch_response_delay=0.04, batch_chunk_delay=0.02)
    return server


def start(server, folder: Path, seed: int, point: str | None = None):  # noqa: F811
    begun = forking().Event()
    process = forking().Process(
        target=run_batches, args=(server.base_url, str(folder), seed, point, begun), daemon=True
    )
    process.start()
    assert begun.wait(120)
    return process


def check(server, folder: Path) -> None:  # noqa: F811
    """Finish the run; every submission of an item was read once, and no item but those that failed had a second."""
    rows = fill_in_batches(server, wanted(COUNT), folder, limits=LIMITS)
    assert len(rows) == COUNT
    counters = server.counters()
    assert sum(row.attempts for row in rows.values()) == counters["requests"]
    assert agree(server, folder)
    ledger = Ledger(folder / "ledger.sqlite")
    assert ledger.open_intents() == []
    assert ledger.pending(rows) == {}
    ledger.close()
    assert paid(folder)["output_tokens"] > 0


@pytest.mark.parametrize("point", POINTS)
def test_a_run_killed_at_one_point_submits_nothing_twice(batch_server, tmp_path, point):
    process = start(batch_server, tmp_path, 1, point)
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    check(batch_server, tmp_path)
    assert set(batch_server.contents()["asked"].values()) == {1}


@pytest.mark.parametrize("point", ["after the submission", "between two groups of results"])
def test_runs_killed_at_the_same_point_again_and_again(batch_server, tmp_path, point):
    for number in range(4):
        process = start(batch_server, tmp_path, number, point)
        process.join(60)
    check(batch_server, tmp_path)
    assert set(batch_server.contents()["asked"].values()) == {1}


@pytest.mark.parametrize("seed", range(3))
def test_runs_killed_at_random_points_pay_for_no_item_twice(batch_server, tmp_path, seed):
    rng = random.Random(seed)
    if seed:
        batch_server.options(
            rates=FAULTS,
            seed=seed,
            batch_rates={
                "create": {"taken_drop": 0.1, "taken_500": 0.1, "429": 0.1},
                "retrieve": {"500": 0.1, "drop": 0.1},
                "list": {"500": 0.1, "drop": 0.1},
                "results": {"cut": 0.2, "cut_clean": 0.1, "429": 0.1},
            },
        )
    killed = 0
    for number in range(8):
        process = start(batch_server, tmp_path, number, None)
        process.join(rng.uniform(0.02, 0.25))
        if process.exitcode is None:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL)
    assert killed >= 4, "too few runs were long enough to be killed"
    check(batch_server, tmp_path)
    if not seed:
        assert set(batch_server.contents()["asked"].values()) == {1}
