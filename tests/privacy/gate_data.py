"""Random private rows and taxonomies for tests of the gate."""

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl

from clio import tables
from clio.keyed_hash import keyed_u64
from clio.policies import GUARDED, SizeRule
from clio.privacy.gate import Dimension, GateInput, Provenance

KEY = b"k" * 32
PLAN = Dimension("plan", ("free", "pro", "team"))
START = datetime(2026, 3, 2, tzinfo=UTC)
SMALL = SizeRule(min_accounts=3, min_conversations=5, max_account_share=0.6)
"""A rule that small random tables can pass, so that tests stay fast."""


def gate_input(
    seed: int,
    *,
    bases: int = 5,
    conversations: int = 900,
    accounts: int = 200,
    unknown: float = 0.05,
    facets: tuple[str, ...] = ("request",),
) -> GateInput:
    """Rows with skewed accounts, clusters, values and days; some without account, time or cluster."""
    generator = np.random.default_rng(seed)
    frames = [_rows(generator, facet, bases, conversations, accounts, unknown) for facet in facets]
    trees = [_taxonomy(facet, bases) for facet in facets]
    taxonomy = pl.concat(trees)
    positions = pl.DataFrame(
        {
            "cluster_id": taxonomy["cluster_id"],
            "facet": taxonomy["facet"],
            "x": generator.normal(size=taxonomy.height).round(2),
            "y": generator.normal(size=taxonomy.height).round(2),
        },
        schema=dict(tables.POSITIONS),
    )
    return GateInput(pl.concat(frames).lazy(), taxonomy, positions)


def _rows(
    generator: np.random.Generator, facet: str, bases: int, n: int, accounts: int, unknown: float
) -> pl.DataFrame:
    skewed = (accounts * generator.beta(0.7, 1.5, n)).astype(int)
    account = [None if generator.random() < unknown else f"account-{number}" for number in skewed]
    ids = [f"conversation-{number}" for number in range(n)]
    cluster = (bases * generator.beta(0.8, 1.2, n)).astype(int)
    days = generator.integers(0, 40, n)
    who = [ids[row] if name is None else name for row, name in enumerate(account)]
    return pl.DataFrame(
        {
            "conversation_id": ids,
            "account_id": account,
            "account_key": keyed_u64(KEY, "test", who),
            "created_at": [
                None if generator.random() < 0.05 else START + timedelta(days=int(day)) for day in days
            ],
            "facet": facet,
            "base_id": [
                None if generator.random() < 0.03 else f"{facet}-0-{number:03d}" for number in cluster
            ],
            "language": _draw(generator, n, {"en": 60, "de": 20, "fr": 10, "xx": 5, None: 5}),
            "concern": _draw(generator, n, {1: 50, 2: 20, 3: 10, 4: 10, 5: 5, None: 5}),
            "turns": generator.geometric(0.3, n),
            "plan": _draw(generator, n, {"free": 60, "pro": 25, "secret plan": 10, None: 5}),
        },
        schema={
            "conversation_id": pl.String, "account_id": pl.String, "account_key": pl.UInt64,
            "created_at": tables.UTC_TIME, "facet": pl.String, "base_id": pl.String, "language": pl.String,
            "concern": pl.Int8, "turns": pl.Int32, "plan": pl.String,
        },
    )  # fmt: skip


def _draw(generator: np.random.Generator, n: int, percent: dict[object, int]) -> list[object]:
    values = [value for value, times in percent.items() for _ in range(times)]
    return [values[row] for row in generator.integers(0, 100, n)]


def _taxonomy(facet: str, bases: int) -> pl.DataFrame:
    parents = max(1, bases // 3)
    rows = [
        (f"{facet}-0-{n:03d}", f"{facet}-1-{n % parents:03d}", facet, 0, f"Task {n}", "Users asked.", None)
        for n in range(bases)
    ]
    rows += [(f"{facet}-1-{n:03d}", None, facet, 1, f"Area {n}", "Tasks.", None) for n in range(parents)]
    return pl.DataFrame(rows, schema=dict(tables.TAXONOMY), orient="row")


def provenance(**changes: object) -> Provenance:
    """A plausible provenance; `changes` replaces fields."""
    known: dict[str, object] = {
        "window": (date(2026, 3, 2), date(2026, 4, 11)),
        "provider": "extractive",
        "models": {"embedder": "test"},
        "settings": {
            "privacy": {
                "policy": "guarded",
                "unit": changes.get("unit", "account"),
                **asdict(GUARDED.clusters),
            },
            "breakdowns": {"metadata": {PLAN.name: list(PLAN.values or ())}},
        },
        "unit": "account",
        "code_version": "0.1.0",
        "created_at": datetime(2026, 5, 1, tzinfo=UTC),
        "epsilon": GUARDED.epsilon,
        "delta": 1e-6,
        "budget_parts": {"phrases": 2.0, "tags": 2.0},
    }
    return Provenance(**(known | changes))  # type: ignore[arg-type]
