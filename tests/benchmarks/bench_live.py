"""Live mode beside a bare loop over the SDK's aiohttp client, against a local server with latency.

    python tests/benchmarks/bench_live.py [--in-flight 50 200 500] [--repeat 3] [--rounds 30] [--together]

The server and both sides run in processes of their own. Both sides send the same rendered extractions; ours also
validates every answer and commits it to a ledger. Per repetition it prints calls per second, CPU milliseconds per
call (all threads), and our memory at the start, half-way and at the end; then the medians of our share of the bare
loop's. With --together both run at the same time, so that whatever else the machine does falls on both.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import anthropic
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from clio.facets.definitions import BUILT_IN
from clio.models.client import make_client
from clio.models.health import Health
from clio.models.ledger import Ledger
from clio.models.live import fill_live
from clio.models.pacing import Pacer
from clio.models.questions import Extract, Message
from clio.models.rendering import Renderer
from clio.models.requests import Request
from clio.settings import LlmSettings
from tests.model_server.process import model_server

TEXT = "My order number is wrong and I would like to change the address before it ships next week. " * 6


class Figures(NamedTuple):
    """One measurement."""

    rate: float
    cpu_ms: float
    rss_mib: tuple[int, ...] = ()


def requests(renderer: Renderer, count: int, seed: str) -> Iterator[Request]:
    """Extractions that differ in one number, rendered once so that rendering is no part of the figures."""
    messages = (Message("user", f"Question MARK: {TEXT}"), Message("assistant", TEXT))
    first = renderer.request(Extract("c", messages))
    content = first.body["messages"][0]["content"]
    for number in range(count):
        body = {
            **first.body,
            "messages": [{"role": "user", "content": content.replace("MARK", f"{seed}-{number}")}],
        }
        yield replace(first, key=f"{seed}-{number:08d}", body=body)


async def bare(base_url: str, source: Iterator[Request], size: int) -> None:
    """What anyone would write over the SDK: workers that call and drop the answer."""
    http = anthropic.DefaultAioHttpClient()
    async with anthropic.AsyncAnthropic(api_key="key", base_url=base_url, http_client=http) as client:

        async def work() -> None:
            for request in source:
                await client.messages.create(**request.body)

        await asyncio.gather(*(work() for _ in range(size)))


async def ours(base_url: str, source: Iterator[Request], size: int, folder: Path, rss: list[int]) -> None:
    """The pool, with ledger, validation, pacing and health."""
    llm = LlmSettings(provider="claude", base_url=base_url, max_in_flight=size)
    health, pacer = Health(folder / "health.json"), Pacer(None, None, size)
    ledger = Ledger(folder / "ledger.sqlite")

    async def watch() -> None:
        while True:
            rss.append(psutil.Process().memory_info().rss >> 20)
            await asyncio.sleep(1)

    watching = asyncio.create_task(watch())
    async with make_client(llm, {}, pacer, health) as client:
        await fill_live(source, client, ledger, pacer, health, lambda: True, size)
    watching.cancel()
    ledger.close()


def measure(side: str, base_url: str, size: int, count: int, seed: str) -> None:
    """One side in this process: prints its figures as JSON."""
    renderer = Renderer(BUILT_IN, "claude-haiku-5-5", "claude-sonnet-5-5")
    rss: list[int] = []
    source = requests(renderer, count, seed)
    with TemporaryDirectory() as folder:
        mine = partial(ours, folder=Path(folder), rss=rss)
        work = bare(base_url, source, size) if side == "bare" else mine(base_url, source, size)
        start, used = time.perf_counter(), time.process_time()
        asyncio.run(work)
        wall, cpu = time.perf_counter() - start, time.process_time() - used
    print(json.dumps([count / wall, 1000 * cpu / count, rss]))


def both(base_url: str, size: int, count: int, number: int, together: bool) -> tuple[Figures, Figures]:
    """The bare loop and the pool, each in a process of its own, one after the other or at the same time."""
    running, figures = [], []
    for side in ("bare", "clio") if number % 2 else ("clio", "bare"):
        command = [
            sys.executable,
            __file__,
            "--side",
            side,
            base_url,
            str(size),
            str(count),
            f"{side}{number}-{size}",
        ]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append((side, process))
        if not together:
            process.wait()
    for side, process in running:
        rate, cpu_ms, rss = json.loads(process.communicate()[0])
        figures.append((side, Figures(rate, cpu_ms, tuple(rss))))
    found = dict(figures)
    return found["bare"], found["clio"]


def main() -> None:
    if sys.argv[1:2] == ["--side"]:
        side, base_url, size, count, seed = sys.argv[2:]
        measure(side, base_url, int(size), int(count), seed)
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--in-flight", type=int, nargs="+", default=[50, 200, 500])
    parser.add_argument("--latency", type=float, default=0.3)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=30, help="calls per slot in each measurement")
    parser.add_argument("--together", action="store_true", help="both sides at the same time")
    given = parser.parse_args()
    with model_server(latency=given.latency) as server:
        for size in given.in_flight:
            pairs = []
            for number in range(given.repeat):
                server.reset()
                count = size * given.rounds
                plain, pool = both(server.base_url, size, count, number, given.together)
                assert server.counters()["answered"] == 2 * count
                pairs.append((plain, pool))
                rss = pool.rss_mib
                print(
                    f"{size:4} in flight: bare {plain.rate:6.1f}/s {plain.cpu_ms:.2f} ms CPU; clio {pool.rate:6.1f}/s "
                    f"{pool.cpu_ms:.2f} ms CPU; {pool.rate / plain.rate:.1%} of the rate, "
                    f"{pool.cpu_ms / plain.cpu_ms:.2f} x the CPU; memory {rss[0]}, {rss[len(rss) // 2]}, {rss[-1]} MiB",
                    flush=True,
                )
            share = statistics.median(pool.rate / plain.rate for plain, pool in pairs)
            cpu = statistics.median(pool.cpu_ms / plain.cpu_ms for plain, pool in pairs)
            print(f"{size:4} in flight: median {share:.1%} of the bare rate, {cpu:.2f} x its CPU", flush=True)


if __name__ == "__main__":
    main()
