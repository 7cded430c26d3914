"""Layers behind published numbers: size rules, pooling of groups and cells, rounding and its coin."""

from datetime import timedelta
from typing import Any

import numpy as np
import polars as pl

from clio import steps
from clio.policies import GUARDED, PAPER, SizeRule
from clio.privacy import atoms, rounding
from clio.privacy.periods import period_start
from privacy_evals.gate_worlds import BIG, SMALL, START, gate_release, gate_rows
from privacy_evals.removal import Counted, Layer, Spot, in_use

BOTH = ("paper", "guarded")


def _pooled(rows: pl.DataFrame, rule: SizeRule, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows under the base clusters that pooling makes of their groups, and the pooling."""
    ids = rows["base_id"].unique().sort().to_list()
    centers = np.random.default_rng(seed).normal(size=(len(ids), 8)).astype(np.float32)
    centroids = pl.DataFrame(
        {
            "cluster_id": ids,
            "facet": ["request"] * len(ids),
            "centroid": centers.tolist(),
            "language": [None] * len(ids),
        },
        schema_overrides={"language": pl.String, "centroid": pl.List(pl.Float32)},
    )
    members = rows.group_by(cluster_id="base_id", account_id="account_id").agg(
        conversations=pl.len().cast(pl.Int64)
    )
    merged: pl.DataFrame = in_use(steps, "pool_clusters")(
        members.sort("cluster_id", "account_id"), centroids, rule
    )
    base = merged.select(base_id="cluster_id", new="base_id")
    return rows.join(base, on="base_id", how="left").drop("base_id").rename({"new": "base_id"}), merged


def _small_group(seed: int, trials: int) -> Counted:
    """A group under the size rule, in a table of the release."""
    got = 0
    for trial in range(trials):
        rows = gate_rows({"request-0-000": BIG, "request-0-001": SMALL + trial % 7}, b"k" * 32)
        counted, merged = _pooled(rows, PAPER.clusters, seed + trial)
        with gate_release(counted, PAPER, merged=merged) as release:
            got += bool((release.clusters["conversations"] < 2 * PAPER.clusters.min_accounts).any())
    return Counted(got, trials)


def _small_cell(seed: int, trials: int) -> Counted:
    """A value of few accounts, in a breakdown."""
    got = 0
    for trial in range(trials):
        plans = {"free": 20 + trial, "pro": 20, "team": 2}
        rows = gate_rows({"request-0-000": 42 + trial}, b"k" * 32, plans)
        with gate_release(rows, PAPER) as release:
            got += "team" in release.breakdowns["value"].to_list()
    return Counted(got, trials)


def _small_period(seed: int, trials: int) -> Counted:
    """A day of few accounts, in a timeline."""
    got = 0
    for trial in range(trials):
        rows = gate_rows({"request-0-000": 90 + trial}, b"k" * 32)
        late = pl.col("account_id").is_in(["request-0-000/0", "request-0-000/1"])
        moved = rows.with_columns(
            created_at=pl.when(late).then(START + timedelta(days=4)).otherwise("created_at")
        )
        with gate_release(moved, PAPER) as release:
            few = release.timeline["conversations"] < PAPER.cells.min_conversations
            got += bool(few.any())
    return Counted(got, trials)


def _one_more(seed: int, trials: int) -> Counted:
    """Whether the target is in a group of whose other accounts the attacker knows all: right guesses."""
    generator, got = np.random.default_rng(seed), 0
    for trial in range(trials):
        others, present = int(generator.integers(40, 80)), trial % 2 == 0
        rows = gate_rows({"request-0-000": others + present}, generator.bytes(32)).unique("account_id")
        policy_rows = rows.rename({"base_id": "cluster_id"}).lazy()
        base = atoms.count_atoms(policy_rows, GUARDED, [], generator.bytes(32)).base
        got += (base["accounts"].item() > others) == present
    return Counted(got, trials)


def _same_set_again(seed: int, trials: int) -> Counted:
    """The same cell published again and again: its exact count found from the mean of what was published."""
    generator, got = np.random.default_rng(seed), 0
    for _ in range(trials):
        count = int(generator.integers(4, 9) * 10 + generator.integers(1, 10))
        cells = pl.DataFrame({"conversations": [count], "key": [generator.integers(2**62)]}).cast(
            {"key": pl.UInt64}
        )
        told = [rounding.round_cells(cells, 10, b"k" * 32)["conversations"].item() for _ in range(250)]
        got += abs(float(np.mean(told)) - count) < 0.5 and len(set(told)) > 1
    return Counted(got, trials)


def _no_merging(members: pl.DataFrame, centroids: pl.DataFrame, rule: object) -> pl.DataFrame:
    return centroids.select("cluster_id", "facet", base_id="cluster_id", language="language")


def _every_value(rows: pl.DataFrame, *_: object) -> pl.DataFrame:
    return rows.select("cluster_id", "value", published_value="value").unique()


def _every_period(rows: pl.DataFrame, period: Any, *_: object) -> pl.DataFrame:
    starts = rows.select("cluster_id", period_start=period_start(period)).unique().drop_nulls()
    return starts.with_columns(published_start="period_start")


def _new_coin(key: bytes, purpose: str, names: list[str]) -> np.ndarray[Any, Any]:
    return np.random.default_rng().integers(0, 2**63, len(names)).astype(np.uint64) * 2


MERGING = (Spot(steps, "pool_clusters", _no_merging),)
OWN_LOOK = (Spot(atoms, "passes", lambda rule: pl.lit(True)),)
POOLING = (Spot(atoms, "pool_values", _every_value), Spot(atoms, "pool_periods", _every_period))
SOUND = (Spot(atoms, "_sound", lambda cells, rule: (cells, 0)),)

CELL_LAYERS = (
    Layer(
        "size rule: pooling of groups",
        "a group under the rule that the gate let through",
        MERGING,
        _small_group,
        BOTH,
        removed_too=OWN_LOOK,
    ),
    Layer(
        "size rule: the gate's own look",
        "a group under the rule that pooling let through",
        OWN_LOOK,
        _small_group,
        BOTH,
        removed_too=MERGING,
    ),
    Layer(
        "cell pooling: values",
        "a value that few accounts hold",
        POOLING[:1],
        _small_cell,
        BOTH,
        removed_too=SOUND,
    ),
    Layer(
        "cell pooling: periods", "a day of few accounts", POOLING[1:], _small_period, BOTH, removed_too=SOUND
    ),
    Layer(
        "cells: the gate's own look",
        "a cell that pooling let through",
        SOUND,
        _small_cell,
        BOTH,
        removed_too=POOLING,
    ),
    Layer(
        "rounding of cells",
        "whether one account is in a group, all others known",
        (Spot(atoms, "round_cells", lambda cells, *_: cells),),
        _one_more,
        ("guarded",),
        ceiling=0.55,
        repeats=5,
    ),
    Layer(
        "the coin of rounding belongs to the cell",
        "exact counts, from the mean of many releases",
        (Spot(rounding, "keyed_u64", _new_coin),),
        _same_set_again,
        ("guarded",),
        repeats=2,
    ),
)
