"""Small runs to be interrupted, damaged and repeated, and what to compare of them."""

import json
import multiprocessing
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from clio import pipeline
from clio.privacy.charges import default_file
from clio.settings import Settings, load_settings
from clio.stages import Stage

PRELOADED = [
    "clio.pipeline",
    "tests.models.batching",
    "torch",
    "sentence_transformers",
    "presidio_analyzer",
    "spacy",
    "py3langid",
]


def small_settings(encoder: Path, policy: str = "paper", **changes) -> Settings:
    """Settings of a run over a few hundred conversations in three shards; `changes` as section__name."""
    overrides = {
        "privacy.policy": policy,
        "embedding.model": str(encoder),
        "clustering.k": 6,
        "run.shard_size": 120,
        "breakdowns.metadata": {"plan": ["free", "pro"]},
        # Processes started here inherit the environment of the test that started the first one.
        "privacy.budget_file": str(default_file()),
    } | {name.replace("__", "."): value for name, value in changes.items()}
    return load_settings(overrides=overrides)


def release_of(out: Path) -> dict[str, object]:
    """The bytes of a release's tables, and its manifest but for the time of the run."""
    files = {path.name: path.read_bytes() for path in sorted((out / "release").glob("*.parquet"))}
    assert files
    manifest = json.loads((out / "release" / "manifest.json").read_bytes())
    del manifest["created_at"]
    # These grow with what a test charges; tests/cli/test_budget_use.py looks at them.
    del manifest["budget"]["cumulative"]
    manifest["policy"]["parameters"].pop("epsilon_in_all", None)
    manifest["policy"]["parameters"].pop("delta_in_all", None)
    manifest["policy"]["claim"] = manifest["policy"]["claim"].partition(" Releases made of these days")[0]
    return {**files, "manifest": manifest}


@contextmanager
def stages_made():
    """Yield a list that gathers (stage, shard) for every stage that is run in this process."""
    made: list[tuple[str, str]] = []
    make = Stage.make

    def recording(stage, work):
        made.append((stage.name, work.shard))
        make(stage, work)

    with patch.object(Stage, "make", recording):
        yield made


def forking() -> multiprocessing.context.BaseContext:
    """Processes that start with Clio's libraries loaded, so that a kill falls into the run and not before it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def run_in_process(out: str, settings: str, inputs: list[str], begun) -> None:
    """What a process that may be killed does: one serial run. Sets `begun` once everything is loaded."""
    begun.set()
    pipeline.run(Path(out), Settings.model_validate_json(settings), inputs)
