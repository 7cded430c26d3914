"""The membership attack reaches certainty on a mechanism without noise, and not on the real one."""

import json
import shutil

import numpy as np
import polars as pl
import pytest

from clio.privacy import words
from clio.release.reader import read_release
from clio.settings import Settings
from clio.workspace import WHOLE, Workspace
from privacy_evals.distinguishing import auc_bound, distinguish
from privacy_evals.leaving_out import leave_out
from privacy_evals.membership import everything_in, words_in, words_of
from privacy_evals.targets import ACCOUNTS, AWAY, FULL, WITHOUT_ORDINARY, windows

READ = ("conversations", "topics", "assignments")
DRAWS = 12


@pytest.fixture
def folders(guarded_run, tmp_path):
    """Two copies of a finished run, the second without one account, whose only tag nobody else in its group has."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    shutil.copytree(guarded_run, inside)
    shutil.copytree(guarded_run, outside)
    workspace = Workspace(outside)
    pooling = workspace.read("pooling", WHOLE).filter(pl.col("language").is_null())
    rows = pl.concat(
        workspace.read("conversations", shard, "conversation_id", "account_id")
        .join(workspace.read("topics", shard, "conversation_id", "tags"), on="conversation_id")
        .join(workspace.read("assignments", shard, "conversation_id", "cluster_id"), on="conversation_id")
        .join(pooling.select("cluster_id", "base_id"), on="cluster_id", how="left")
        for shard in workspace.shards()
    ).with_columns(tag=pl.col("tags").list.first())
    lonely = (pl.len().over("account_id") == 1) & (pl.len().over("base_id", "tag") == 1)
    account = rows.filter(lonely & pl.col("base_id").is_not_null() & pl.col("tag").is_not_null())[
        "account_id"
    ].min()
    leave_out(workspace, rows.filter(pl.col("account_id") != account)["conversation_id"], READ)
    settings = Settings(**json.loads((inside / "workspace" / "settings.json").read_text()))
    return settings, inside, outside


@pytest.mark.attacks
def test_words_without_noise_betray_an_account_and_words_with_it_stay_within_the_claim(folders, monkeypatch):
    settings, inside, outside = folders
    real = [words_of(folder, settings, DRAWS) for folder in (inside, outside)]
    assert distinguish(*real)[0] < auc_bound(settings.epsilon or 0.0, 1e-6)
    monkeypatch.setattr(
        words, "noisy_counts", lambda counts, sigma: np.asarray(counts * 1000, dtype=np.int64)
    )
    monkeypatch.setattr(words, "MAX_TAGS", 1000)
    leaky = [words_of(folder, settings, DRAWS) for folder in (inside, outside)]
    assert distinguish(*leaky)[0] > 0.95


def test_the_adversary_reads_every_count_and_word_of_a_release(guarded_run):
    release = read_release(guarded_run)
    found = everything_in(release)
    assert found["conversations"] == release.base()["conversations"].sum()
    assert words_in(release).items() <= found.items()
    for name in release.clusters["name"]:
        assert f"name {name}" in found
    assert sum(name.startswith("language ") for name in found) > 1
    assert any(name.startswith("from ") for name in found)


def test_the_windows_differ_in_one_account_and_nothing_else():
    made = windows(0)
    sizes = {name: table["account_id"].n_unique() for name, table in made.items()}
    assert sizes[FULL] == sizes[AWAY] + 1 == sizes[WITHOUT_ORDINARY] + 2
    assert sizes[AWAY] <= ACCOUNTS
    for larger, smaller in ((FULL, AWAY), (AWAY, WITHOUT_ORDINARY)):
        gone = made[larger].join(made[smaller], on="conversation_id", how="anti")
        assert gone["account_id"].n_unique() == 1
        assert gone.height == made[larger].height - made[smaller].height
