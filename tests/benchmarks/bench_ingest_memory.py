"""Peak memory and speed of an ingest of a small and a ten times larger file, side by side.

    python tests/benchmarks/bench_ingest_memory.py [--megabytes 100 1000] [--folder DIR]

Each file of synthetic JSON lines is ingested in a process of its own. The peak must not grow with the file.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import polars as pl

from clio.ingest import IngestOptions, Source, ingest

SYLLABLES = ["ba", "do", "ke", "lin", "mu", "nar", "pos", "ri", "su", "tel", "vor", "wen", "yak", "zo"]


def make_file(path: Path, megabytes: int, seed: int = 0) -> int:
    """Write conversations of about 900 characters until the file has that size; return how many."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(5000)]
    written = number = 0
    with path.open("wb") as file:
        while written < megabytes << 20:
            turns = rng.choice((2, 4, 6))
            texts = [" ".join(rng.choices(words, k=130 // turns)) for _ in range(turns)]
            record = {
                "conversation_id": f"bench-{number:09d}",
                "account_id": f"acct-{int(rng.random() ** 2 * 1e6):07d}",
                "created_at": f"2026-06-{1 + number % 28:02d}T12:00:00Z",
                "messages": [
                    {"role": "assistant" if turn % 2 else "user", "content": text}
                    for turn, text in enumerate(texts)
                ],
                "metadata": {"locale": "en"},
            }
            written += file.write(orjson.dumps(record) + b"\n")
            number += 1
    return number


def measure(path: Path, folder: Path) -> None:
    """Ingest one file, writing shards to disk, and print the figures as JSON."""
    start, used = time.perf_counter(), time.process_time()
    imported = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def write(name: str, conversations: pl.DataFrame) -> None:
        conversations.write_parquet(folder / f"{name}.parquet")

    result = ingest(
        [Source(str(path), str(path))], IngestOptions(), b"k" * 32, folder / "scratch", 10_000, write
    )
    figures = {
        "conversations": dict(result.counts.iter_rows())["accepted"],
        "shards": len(result.shards),
        "seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(time.process_time() - used, 1),
        "mib_before": imported // 1024,
        "mib_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures))


def main() -> None:
    """Make each file, ingest it in a subprocess, and print a line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        measure(chosen.measure, chosen.folder)
        return
    for megabytes in chosen.megabytes:
        with TemporaryDirectory(dir=chosen.folder) as name:
            folder = Path(name)
            make_file(folder / "input.jsonl", megabytes)
            command = [sys.executable, __file__, "--measure", str(folder / "input.jsonl"), "--folder", name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print(f"{megabytes:5d} MB: {done.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
