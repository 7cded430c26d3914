"""What `clio run` makes of whole files: counts, levels, shares, how specific names are, time and memory.

    python tests/benchmarks/bench_releases.py FILE... [--policies guarded paper] [--keep DIR]

Each file and policy is run by the command line in a folder of its own, so every wall time is that of a whole run.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import polars as pl
import psutil

from clio.release.reader import read_release
from clio.release.verify import verify
from clio.workspace import Workspace

TAGGED = "Words that many of them used"


def run(source: Path, policy: str, out: Path) -> tuple[float, int]:
    """Run the command; returns wall seconds and the peak proportional memory of all its processes in MB."""
    command = [sys.executable, "-m", "clio", "run", str(source), "--out", str(out), "--policy", policy]
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watched, peak = psutil.Process(process.pid), 0
        errors: list[str] = []
        reader = threading.Thread(
            target=lambda: errors.append(process.stderr.read() if process.stderr else "")
        )
        reader.start()
        while process.poll() is None:
            total = 0
            for one in [watched, *_children(watched)]:
                try:
                    total += one.memory_full_info().pss
                except psutil.NoSuchProcess:
                    continue
            peak = max(peak, total)
            time.sleep(0.5)
        reader.join()
    if process.returncode:
        raise SystemExit(f"{source.name} under {policy} failed: {errors}")
    return time.monotonic() - started, round(peak / 2**20)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def _share(those: pl.Series, digits: int) -> float:
    return round(float(those.to_numpy().mean()), digits)


def describe(out: Path) -> dict[str, object]:
    """Figures of a finished run, from its release and, for exact shares, its workspace."""
    release, workspace = read_release(out), Workspace(out)
    base = release.base()
    pooling = workspace.read("pooling")
    assigned = workspace.scan("assignments").collect().join(pooling, on="cluster_id", how="left")
    published = set(base["cluster_id"])
    counted = assigned["base_id"].is_in(list(published)).fill_null(False)
    merged = (assigned["cluster_id"] != assigned["base_id"]).fill_null(False) & counted
    topics = base.filter(~pl.col("name").str.starts_with("Conversations in"))
    tagged = topics["description"].str.contains(TAGGED, literal=True)
    suffixed = topics["name"].str.contains(r": | \(\d+\)$")
    checks = verify(out).checks
    return {
        "conversations": assigned.height,
        "levels": release.clusters.group_by("level").len().sort("level")["len"].to_list(),
        "published_share": _share(counted, 4),
        "merged_share": _share(merged, 4),
        "left_out": int((~counted).sum()),
        "names_with_tags_share": _share(tagged, 3) if topics.height else None,
        "names_suffixed_share": _share(suffixed, 3) if topics.height else None,
        "verify_failed": sum(not check.ok for check in checks),
        "ten_names": random.Random(0).sample(base["name"].to_list(), min(10, base.height)),
    }


def main() -> None:
    """Print one JSON object per file and policy."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--policies", nargs="+", default=["guarded", "paper"])
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    for source in arguments.files:
        for policy in arguments.policies:
            with tempfile.TemporaryDirectory(prefix="clio-bench-") as folder:
                out = (arguments.keep or Path(folder)) / f"{source.name.split('.')[0]}-{policy}"
                wall, peak = run(source, policy, out)
                found = {"file": source.name, "policy": policy, "wall_s": round(wall, 1), "peak_mb": peak}
                print(json.dumps({**found, **describe(out)}, ensure_ascii=False, indent=1), flush=True)


if __name__ == "__main__":
    main()
