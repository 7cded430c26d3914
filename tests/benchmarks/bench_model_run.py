"""Calls and input tokens of whole runs with a model, naming to audit included, and how good the estimate was.

    python tests/benchmarks/bench_model_run.py [FILE ...] [--policy guarded paper]

The model is the local server of tests/model_server, which counts tokens as characters / 4, schema included. By
default on hh_harmless and sgd_train of the folder CLIO_SHARED_DATA. Figures of others: as measured on hh_harmless.
"""

import argparse
import os
import tempfile
from pathlib import Path

from clio import pipeline
from clio.cli.estimate import total
from clio.forecast import forecast
from clio.inputs import load_conversations
from clio.models.ledger import LEDGER, Ledger
from clio.models.prices import priced
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.workspace import Workspace
from tests.model_server.process import model_server

OTHERS = "Kura 0.5.2: 1.39 calls, 1,970 tokens; OpenClio: 6.5 calls, 5,018 tokens; paper: 1,300 in + 100 out a facet"


def estimated(folder: Path, settings: Settings, source: Path) -> float | None:
    """Dollars that a run is estimated to cost."""
    workspace = Workspace(folder)
    workspace.create()
    with workspace.lock():
        load_conversations(workspace, settings, [str(source)])
    return total(forecast(Work(workspace, settings)), "live")


def measure(source: Path, policy: str, base_url: str) -> str:
    """One run; returns a line of figures."""
    overrides = {
        "llm.provider": "claude",
        "llm.base_url": base_url,
        "llm.mode": "live",
        "privacy.policy": policy,
        "llm.max_in_flight": 50,
    }
    settings = load_settings(overrides=overrides)
    with tempfile.TemporaryDirectory(prefix="clio-model-run-") as name:
        folder = Path(name)
        expected = estimated(folder, settings, source)
        pipeline.run(folder, settings, [str(source)])
        workspace = Workspace(folder)
        usage = priced(Ledger(workspace.root / LEDGER).usage(), {})
        conversations = sum(workspace.rows("conversations", shard) for shard in workspace.shards())
    calls, into, out = (usage[column].sum() for column in ("attempts", "input_tokens", "output_tokens"))
    paid = float(usage["dollars"].sum())
    about = usage.filter(kind="extract")["input_tokens"].sum()
    return (
        f"{source.name:<24}{policy:<9}{conversations:>8,} conversations {calls / conversations:>7.3f} calls "
        f"{into / conversations:>7.0f} tokens in (extraction {about / conversations:.0f}) "
        f"{out / conversations:>5.0f} out; "
        f"estimated ${expected or 0:.4f}, paid ${paid:.4f} ({(expected or 0) / paid - 1:+.1%})"
    )


def main() -> None:
    """Print a line for each file and policy, and the figures of others."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--policy", nargs="+", default=["guarded", "paper"])
    given = parser.parse_args()
    folder = Path(os.environ.get("CLIO_SHARED_DATA", "../shared/data"))
    os.environ.setdefault("ANTHROPIC_API_KEY", "none")
    with model_server() as server:
        for source in given.files or [folder / "hh_harmless.jsonl.gz", folder / "sgd_train.parquet"]:
            for policy in given.policy:
                print(measure(source, policy, server.base_url), flush=True)
    print(OTHERS)


if __name__ == "__main__":
    main()
