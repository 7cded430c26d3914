"""Subtracting two releases finds what moved; a guarded release of the same data does not move at all."""

import json
import shutil

import numpy as np
import polars as pl
import pytest

from clio.privacy import atoms
from clio.settings import Settings
from privacy_evals.differencing import cells, changed, slide, withdraw
from privacy_evals.leaving_out import conversations_of, publish_again


def copied(run, folder):
    """A copy of a finished run, and its settings."""
    shutil.copytree(run, folder)
    return folder, Settings(**json.loads((folder / "workspace" / "settings.json").read_text()))


def test_a_change_of_one_count_and_a_cell_that_goes_are_both_found():
    rows = {
        "cluster_id": ["a", "a", "b"],
        "dimension": ["plan"] * 3,
        "value": ["free", "pro", "free"],
        "n": [20, 30, 40],
    }
    before = pl.DataFrame(rows)
    after = before.with_columns(n=pl.Series([19, 30, 40])).head(2)
    moved = changed(before, after)
    assert moved.rows() == [("a", "plan", "free", 1), ("b", "plan", "free", 40)]
    assert changed(before, before).is_empty()


def test_the_truth_that_attacks_are_held_against_is_what_was_counted(paper_run, tmp_path):
    out, settings = copied(paper_run, tmp_path / "run")
    truth = conversations_of(out)
    told = cells(publish_again(out, settings)).filter(pl.col("dimension") == "size")
    counted = (
        truth.group_by("cluster_id").len().filter(pl.col("cluster_id").is_in(told["cluster_id"].implode()))
    )
    assert dict(counted.iter_rows()) == dict(told.select("cluster_id", "n").iter_rows())


def test_paper_tells_everything_of_a_withdrawn_conversation(paper_run, tmp_path):
    out, settings = copied(paper_run, tmp_path / "run")
    found = withdraw(out, settings, trials=3, seed=0)
    assert found.held >= 3
    assert found.leaked >= 0.9 * found.held  # pooling may move a cell's neighbours
    assert found.wrong == 0


def test_guarded_stands_still_where_nothing_changed_and_exposes_no_small_difference(guarded_run, tmp_path):
    out, settings = copied(guarded_run, tmp_path / "run")
    first = cells(publish_again(out, settings))
    assert changed(first, cells(publish_again(out, settings))).is_empty()
    assert slide(out, settings, tmp_path / "slid")["slid: exposed"] == 0
    found = withdraw(out, settings, trials=3, seed=0)
    assert found.foreign == 0
    assert found.leaked < found.held


def test_a_coin_that_is_tossed_again_is_noticed(guarded_run, tmp_path, monkeypatch):
    out, settings = copied(guarded_run, tmp_path / "run")
    first = cells(publish_again(out, settings))
    tossed, round_cells = np.random.default_rng(0), atoms.round_cells

    def anew(rows: pl.DataFrame, base: int, key: bytes) -> pl.DataFrame:
        return round_cells(rows, base, tossed.bytes(32))

    monkeypatch.setattr(atoms, "round_cells", anew)
    assert changed(first, cells(publish_again(out, settings))).height > 0


@pytest.mark.slow
def test_exact_counts_expose_the_small_differences_that_rounding_hides(paper_run, tmp_path):
    out, settings = copied(paper_run, tmp_path / "run")
    slid = slide(out, settings, tmp_path / "slid")
    assert slid["slid: small differences"] > 0
    assert slid["slid: exposed"] > 0.5 * slid["slid: small differences"]
