"""Reading and joining SAE activations of many conversations: processor time and peak memory, size by size.

    python tests/benchmarks/bench_joining.py [--sizes 100000 1000000]

Activations are drawn at random, 30 features of 4,096 a conversation, and written to a file first; embeddings are drawn
for each shard as it is joined. Each size is measured in a process of its own.
"""

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow.parquet as pq

from clio.clustering.joining import fit_joining, join
from clio.ingest.activations import read_activations
from clio.steps import JOINING_ROWS

FEATURES, ACTIVE, SHARD, DIMENSIONS = 4096, 30, 10_000, 384


def write_file(path: Path, conversations: int) -> None:
    """Random activations, features with a long tail of rare ones, a shard's worth of rows at a time."""
    rng, writer = np.random.default_rng(0), None
    for start in range(0, conversations, SHARD):
        count = min(SHARD, conversations - start)
        features = (FEATURES * rng.random((count, ACTIVE)) ** 3).astype(np.uint32)
        table = pl.DataFrame(
            {
                "conversation_id": np.repeat([f"c{start + row:08d}" for row in range(count)], ACTIVE),
                "feature_id": features.ravel(),
                "value": rng.random(count * ACTIVE, np.float32) + 0.1,
            }
        ).to_arrow()
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def measure(path: Path, conversations: int, folder: Path, found: "multiprocessing.Queue[str]") -> None:
    """Read `path` into shards, fit on the usual sample of rows, join every shard; put a line of figures."""
    ids = {
        f"{start // SHARD:05d}": pl.Series(
            [f"c{row:08d}" for row in range(start, min(start + SHARD, conversations))]
        )
        for start in range(0, conversations, SHARD)
    }
    began, cpu = time.perf_counter(), time.process_time()
    read_activations(path, ids, folder, lambda name, table: table.write_parquet(folder / f"{name}.parquet"))
    read = time.process_time() - cpu
    rng, each = np.random.default_rng(1), max(1, JOINING_ROWS // len(ids))
    sample = pl.concat(pl.read_parquet(folder / f"{name}.parquet")["features"].head(each) for name in ids)
    joining = fit_joining(rng.random((len(sample), DIMENSIONS), np.float32), sample, 0.2, 0)
    fitted = time.process_time() - cpu - read
    for name, own in ids.items():
        features = pl.read_parquet(folder / f"{name}.parquet")["features"]
        join(joining, rng.random((len(own), DIMENSIONS), np.float32), features)
    joined = time.process_time() - cpu - read - fitted
    figures = {
        "conversations": conversations,
        "rows": conversations * ACTIVE,
        "wall_s": round(time.perf_counter() - began, 1),
        "cpu_s": {"read": round(read, 1), "fit": round(fitted, 1), "join": round(joined, 1)},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    found.put(json.dumps(figures))


def main() -> None:
    """Print one JSON line per size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", type=int, default=[100_000, 1_000_000])
    context = multiprocessing.get_context("spawn")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory(prefix="clio-joining-") as name:
            folder, found = Path(name), context.Queue()
            write_file(folder / "activations.parquet", size)
            process = context.Process(
                target=measure, args=(folder / "activations.parquet", size, folder, found)
            )
            process.start()
            print(found.get(), flush=True)
            process.join()


if __name__ == "__main__":
    main()
