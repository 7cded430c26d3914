"""Finished small runs, shared by the tests of this folder: copy them before changing them."""

import shutil
from pathlib import Path

import pytest
from fault_runs import small_settings

from clio import pipeline
from clio.synthetic.generator import write_jsonl


@pytest.fixture(scope="session")
def source(once) -> Path:
    """360 generated conversations of 180 accounts."""
    return once("fault-input", lambda folder: write_jsonl(folder / "in.jsonl", 360, 180, seed=3)) / "in.jsonl"


@pytest.fixture(scope="session")
def finished(once, source, tiny_encoder):
    """finished(policy) -> DIR of an uninterrupted run."""

    def get(policy: str) -> Path:
        return once(
            f"fault-{policy}",
            lambda folder: pipeline.run(folder, small_settings(tiny_encoder, policy), [str(source)]),
        )

    return get


@pytest.fixture
def copy_of(finished, tmp_path):
    """copy_of(policy) -> DIR of its own, with a finished run that may be damaged."""

    def get(policy: str) -> Path:
        return Path(shutil.copytree(finished(policy), tmp_path / policy))

    return get
