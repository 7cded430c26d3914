"""Small worlds behind the gate: generated rows of groups, and the release that the gate makes of them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl

from clio import tables
from clio.keyed_hash import keyed_u64
from clio.policies import Policy
from clio.privacy.dimensions import Dimension
from clio.privacy.gate import GateInput, Provenance, build_release
from clio.release.reader import Release, read_release

PLAN = Dimension("plan", ("free", "pro", "team"))
START = datetime(2026, 3, 2, tzinfo=UTC)
BIG, SMALL = 60, 4
"""Accounts of an ordinary group or cell, and of one that is under every rule."""

SECRET = "Zalmoxia's merger"
"""Private text that must not come out."""


def gate_rows(groups: dict[str, int], key: bytes, plans: dict[str, int] | None = None) -> pl.DataFrame:
    """Two conversations an account: groups by id with their accounts; plans likewise, dealt out in each group."""
    dealt = [plan for plan, count in (plans or {"free": 1, "pro": 1}).items() for _ in range(count)]
    ids = [(name, f"{name}/{number}", number) for name, size in groups.items() for number in range(size)]
    rows = [
        (f"{account}/{copy}", account, START + timedelta(days=number % 4), name, dealt[number % len(dealt)])
        for name, account, number in ids
        for copy in range(2)
    ]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
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
    kinds = tables.POSITIONS
    positions = taxonomy.select(
        "cluster_id", "facet", *(pl.lit(0.0, kinds[name]).alias(name) for name in ("x", "y"))
    )
    return taxonomy, positions


@contextmanager
def gate_release(
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
