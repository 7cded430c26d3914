"""Layers of the gate: size rules, pooling, rounding, declared values, clean text, and failing closed."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from clio import steps, tables
from clio.keyed_hash import keyed_u64
from clio.policies import GUARDED, PAPER, Policy, SizeRule
from clio.privacy import atoms, gate, rounding
from clio.privacy.dimensions import Dimension, published_value
from clio.privacy.gate import GateInput, Provenance, build_release
from clio.privacy.periods import period_start
from clio.release.reader import Release, read_release
from clio.release.text import HIDDEN
from privacy_evals.removal import Counted, Layer, Spot

PLAN = Dimension("plan", ("free", "pro", "team"))
START = datetime(2026, 3, 2, tzinfo=UTC)
BIG, SMALL = 60, 4
"""Accounts of an ordinary group or cell, and of one that is under every rule."""

SECRET = "Zalmoxia's merger"
BOTH = ("paper", "guarded")


def _rows(groups: dict[str, int], key: bytes, plans: dict[str, int] | None = None) -> pl.DataFrame:
    """Two conversations an account: groups by id with their accounts; plans likewise, dealt out in each group."""
    dealt = [plan for plan, count in (plans or {"free": 1, "pro": 1}).items() for _ in range(count)]
    ids = [(name, f"{name}/{number}", number) for name, size in groups.items() for number in range(size)]
    rows = [
        (f"{account}/{copy}", account, START + timedelta(days=number % 4), name, dealt[number % len(dealt)])
        for name, account, number in ids
        for copy in range(2)
    ]
    schema = {
        "conversation_id": pl.String, "account_id": pl.String, "created_at": tables.UTC_TIME, "base_id": pl.String,
        "plan": pl.String,
    }  # fmt: skip
    table = pl.DataFrame(rows, schema=schema, orient="row")
    keys = pl.Series("account_key", keyed_u64(key, "layers", table["account_id"].to_list()), pl.UInt64)
    constant = {"facet": "request", "language": "en"}
    return table.with_columns(
        keys,
        *(pl.lit(value).alias(name) for name, value in constant.items()),
        concern=pl.lit(1, pl.Int8),
        turns=pl.lit(1, pl.Int32),
    )


def _tree(names: dict[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    rows = [(cluster, None, "request", 0, name, "People asked.", None) for cluster, name in names.items()]
    taxonomy = pl.DataFrame(rows, schema=dict(tables.TAXONOMY), orient="row")
    positions = taxonomy.select("cluster_id", "facet", x=pl.lit(0.0), y=pl.lit(0.0))
    return taxonomy, positions.cast(dict(tables.POSITIONS))  # type: ignore[arg-type]


@contextmanager
def _release(
    rows: pl.DataFrame,
    policy: Policy,
    names: dict[str, str] | None = None,
    merged: pl.DataFrame | None = None,
) -> Iterator[Release]:
    """The release that the gate makes of `rows`, in a folder that is removed afterwards."""
    ids = rows["base_id"].drop_nulls().unique().sort().to_list()
    taxonomy, positions = _tree(names or {name: f"Group {name[-1]}" for name in ids})
    settings = {
        "privacy": {"policy": policy.name},
        "breakdowns": {"metadata": {PLAN.name: list(PLAN.values or ())}},
    }
    told = Provenance(
        window=(date(2026, 3, 2), date(2026, 3, 6)), provider="extractive", models={}, settings=settings,
        unit="account", code_version="0", created_at=START, epsilon=policy.epsilon, delta=1e-6,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        data = GateInput(rows.lazy(), taxonomy, positions, merged)
        build_release(data, policy, [PLAN], told, b"k" * 32, Path(folder))
        yield read_release(Path(folder))


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
    merged = steps.pool_clusters(members.sort("cluster_id", "account_id"), centroids, rule)
    base = merged.select(base_id="cluster_id", new="base_id")
    return rows.join(base, on="base_id", how="left").drop("base_id").rename({"new": "base_id"}), merged


def _small_group(seed: int, trials: int) -> Counted:
    """A group under the size rule: its exact size, from a table or from what the manifest says was left out."""
    got = 0
    for trial in range(trials):
        size = SMALL + trial % 7
        rows = _rows({"request-0-000": BIG, "request-0-001": BIG + 9, "request-0-002": size}, b"k" * 32)
        counted, merged = _pooled(rows, PAPER.clusters, seed + trial)
        with _release(counted, PAPER, merged=merged) as release:
            left_out = release.manifest.pooled.get("conversations_left_out")
            got += 2 * size in [*release.clusters["conversations"].to_list(), left_out]
    return Counted(got, trials)


def _small_group_published(seed: int, trials: int) -> Counted:
    """A group under the size rule, in a table of the release."""
    got = 0
    for trial in range(trials):
        rows = _rows({"request-0-000": BIG, "request-0-001": SMALL + trial % 7}, b"k" * 32)
        counted, merged = _pooled(rows, PAPER.clusters, seed + trial)
        with _release(counted, PAPER, merged=merged) as release:
            got += bool((release.clusters["conversations"] < 2 * PAPER.clusters.min_accounts).any())
    return Counted(got, trials)


def _small_cell(seed: int, trials: int) -> Counted:
    """A value of few accounts, in a breakdown."""
    got = 0
    for trial in range(trials):
        plans = {"free": 20 + trial, "pro": 20, "team": 2}
        rows = _rows({"request-0-000": 42 + trial}, b"k" * 32, plans)
        with _release(rows, PAPER) as release:
            got += "team" in release.breakdowns["value"].to_list()
    return Counted(got, trials)


def _small_period(seed: int, trials: int) -> Counted:
    """A day of few accounts, in a timeline."""
    got = 0
    for trial in range(trials):
        rows = _rows({"request-0-000": 90 + trial}, b"k" * 32)
        late = pl.col("account_id").is_in(["request-0-000/0", "request-0-000/1"])
        moved = rows.with_columns(
            created_at=pl.when(late).then(START + timedelta(days=4)).otherwise("created_at")
        )
        with _release(moved, PAPER) as release:
            few = release.timeline["conversations"] < PAPER.cells.min_conversations
            got += bool(few.any())
    return Counted(got, trials)


def _one_more(seed: int, trials: int) -> Counted:
    """Whether the target is in a group of whose other accounts the attacker knows all: right guesses."""
    generator, got = np.random.default_rng(seed), 0
    for trial in range(trials):
        others, present = int(generator.integers(40, 80)), trial % 2 == 0
        rows = _rows({"request-0-000": others + present}, generator.bytes(32)).unique("account_id")
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


def _undeclared(seed: int, trials: int) -> Counted:
    """A metadata value that nobody declared, held by enough accounts for every size rule, in a breakdown."""
    got = 0
    for trial in range(trials):
        with _release(
            _rows({"request-0-000": BIG + trial}, b"k" * 32, {"free": 1, SECRET: 1}), PAPER
        ) as release:
            got += SECRET in release.breakdowns["value"].to_list()
    return Counted(got, trials)


def _hidden_text(seed: int, trials: int) -> Counted:
    """Characters that no reader sees, which can carry a message, in a published name."""
    got = 0
    for trial in range(trials):
        names = {
            "request-0-000": "Plan " + "".join(chr(0xE0061 + trial % 20) for _ in range(3)) + "trips\x1b[2J"
        }
        with _release(_rows({"request-0-000": BIG}, b"k" * 32), PAPER, names) as release:
            got += bool(release.clusters["name"].str.contains(HIDDEN).any())
    return Counted(got, trials)


def _words_of_an_error(seed: int, trials: int) -> Counted:
    """Private text that an error quotes, on its way out of the gate."""
    got = 0
    rows = _rows({"request-0-000": BIG}, b"k" * 32)

    def fails(*_: object) -> pl.DataFrame:
        raise ValueError(SECRET)

    real = atoms.pool_periods
    atoms.pool_periods = fails
    try:
        for _ in range(trials):
            try:
                with _release(rows, PAPER) as release:
                    got += SECRET in release.manifest.model_dump_json()
            except ValueError as error:
                got += SECRET in str(error)
    finally:
        atoms.pool_periods = real
    return Counted(got, trials)


def _no_merging(members: pl.DataFrame, centroids: pl.DataFrame, rule: object) -> pl.DataFrame:
    return centroids.select("cluster_id", "facet", base_id="cluster_id", language="language")


def _every_value(rows: pl.DataFrame, *_: object) -> pl.DataFrame:
    return rows.select("cluster_id", "value", published_value="value").unique()


def _every_period(rows: pl.DataFrame, period: Any, *_: object) -> pl.DataFrame:
    starts = rows.select("cluster_id", period_start=period_start(period)).unique().drop_nulls()
    return starts.with_columns(published_start="period_start")


def _any_value(dimension: Dimension) -> pl.Expr:
    free = pl.col(dimension.name).cast(pl.String)
    return published_value(dimension) if dimension.name == "turns" else free.fill_null("other")


def _without_net(count: Callable[[], pl.DataFrame], *_: object) -> pl.DataFrame:
    return count()


def _new_coin(key: bytes, purpose: str, names: list[str]) -> np.ndarray[Any, Any]:
    return np.random.default_rng().integers(0, 2**63, len(names)).astype(np.uint64) * 2


MERGING = (Spot(steps, "pool_clusters", _no_merging),)
OWN_LOOK = (Spot(atoms, "passes", lambda rule: pl.lit(True)),)
POOLING = (Spot(atoms, "pool_values", _every_value), Spot(atoms, "pool_periods", _every_period))
SOUND = (Spot(atoms, "_sound", lambda cells, rule: (cells, 0)),)

CELL_LAYERS = (
    Layer(
        "size rule: pooling of groups",
        "the exact size of a group under the rule",
        MERGING,
        _small_group,
        BOTH,
    ),
    Layer(
        "size rule: the gate's own look",
        "a group under the rule that pooling let through",
        OWN_LOOK,
        _small_group_published,
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
    Layer(
        "declared values only",
        "text from metadata that many accounts share",
        (Spot(atoms, "published_value", _any_value),),
        _undeclared,
        BOTH,
    ),
    Layer(
        "cleaning of text",
        "hidden characters in a name",
        (Spot(gate, "clean", lambda text: text),),
        _hidden_text,
    ),
    Layer(
        "the gate fails closed",
        "private text that an error quotes",
        (Spot(atoms, "_unless_it_fails", _without_net),),
        _words_of_an_error,
    ),
)
