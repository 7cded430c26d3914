"""Wall time, CPU by stage and peak memory of a run at several sizes, in one go.

    python tests/benchmarks/bench_scale.py FILE... [--policy guarded] [--workers 2]

Each FILE is analysed into a temporary folder by `pipeline.run` over a pool of processes.
"""

import argparse
import json
import tempfile
import threading
import time
from pathlib import Path

import psutil

from clio import pipeline
from clio.settings import load_settings
from clio.workspace import Workspace


class Meter:
    """CPU seconds of this process and its children, and the peak of their proportional memory together."""

    def __init__(self) -> None:
        self.process = psutil.Process()
        self.peak = 0
        self.gone = 0.0
        self.running = True
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def cpu(self) -> float:
        """CPU seconds so far."""
        total = 0.0
        for process in [self.process, *self.process.children(recursive=True)]:
            try:
                times = process.cpu_times()
                total += times.user + times.system
            except psutil.NoSuchProcess:
                continue
        return total

    def _watch(self) -> None:
        while self.running:
            memory = 0
            for process in [self.process, *self.process.children(recursive=True)]:
                try:
                    # Proportional: pages that several processes share count once.
                    memory += process.memory_full_info().pss
                except psutil.NoSuchProcess:
                    continue
            self.peak = max(self.peak, memory)
            time.sleep(0.5)


def measure(source: Path, policy: str, workers: int) -> dict[str, object]:
    """Run one file; returns conversations, wall, CPU and wall by stage, and peak MB."""
    meter, marks = Meter(), []
    settings = load_settings(overrides={"privacy.policy": policy})
    with tempfile.TemporaryDirectory(prefix="clio-scale-") as folder:
        started = time.monotonic()
        with pipeline.processes(workers) as each:
            pipeline.run(
                Path(folder), settings, [str(source)], each,
                lambda step: marks.append((step.stage, step.done == step.total, time.monotonic(), meter.cpu())),
            )  # fmt: skip
            end = (time.monotonic(), meter.cpu())
        conversations = sum(
            Workspace(Path(folder)).rows("conversations", s) for s in Workspace(Path(folder)).shards()
        )
    meter.running = False
    stages: dict[str, tuple[float, float]] = {}
    names = list(dict.fromkeys(stage for stage, *_ in marks))
    for name in names:
        first = next(mark for mark in marks if mark[0] == name)
        last = [mark for mark in marks if mark[0] == name][-1]
        stages[name] = (last[2] - first[2], last[3] - first[3])
    cpu = sum(stage[1] for stage in stages.values())
    embedding = stages["embed"][1] + stages["phrases"][1]
    return {
        "file": source.name,
        "policy": policy,
        "conversations": conversations,
        "wall_s": round(end[0] - started, 1),
        "cpu_s": round(cpu, 1),
        "cpu_ms_per_conversation_outside_embedding": round(1000 * (cpu - embedding) / conversations, 2),
        "peak_mb_all_processes": round(meter.peak / 2**20),
        "stages_wall_cpu_s": {name: [round(value, 1) for value in pair] for name, pair in stages.items()},
    }


def main() -> None:
    """Print one JSON line per file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--policy", default="guarded")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    for source in arguments.files:
        print(json.dumps(measure(source, arguments.policy, arguments.workers)), flush=True)


if __name__ == "__main__":
    main()
