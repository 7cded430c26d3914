"""Cells of a `dp` release: a domain that no row changes, a bound on each account, decisions on noisy counts alone."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from words_data import KEY, MemoryStore

from clio.policies import DP
from clio.privacy import noisy_cells
from clio.privacy.atoms import Atoms
from clio.privacy.differential import plan_dp
from clio.privacy.dimensions import BUILT_IN, Dimension
from clio.privacy.noisy_cells import FLOOR, SCALE, Cells, _vector, count_noisy, periods_of
from clio.release.schema import OTHER

WINDOW = date(2026, 6, 1), date(2026, 7, 12)
PLAN = Dimension("plan", ("free", "pro"))
DIMENSIONS = [*BUILT_IN, PLAN]
SCALES = {"concern": (1, 5), "turns": (1, 50), "temper": (-3, 4)}
CLUSTERS = pl.DataFrame(
    {
        "cluster_id": ["request-0-000", "request-0-001", "request-0-002"],
        "facet": ["request"] * 3,
        "accounts": [400, 90, 20],
        "conversations": [700, 100, 31],
    }
)
IDS = [*CLUSTERS["cluster_id"]]
SCHEMA = {
    "conversation_id": pl.String,
    "account_id": pl.String,
    "cluster_id": pl.String,
    "created_at": pl.Datetime("us", "UTC"),
    "language": pl.String,
    "concern": pl.Int8,
    "turns": pl.Int32,
    "plan": pl.String,
    "temper": pl.Int64,
}


def cells(m: int = 2, window: tuple[date, date] | None = WINDOW, accounts: int = 50_000) -> Cells:
    plan = plan_dp(4.0, accounts, m, 2, 1, k=3)
    return Cells("request", CLUSTERS, DIMENSIONS, SCALES, window, plan)


@st.composite
def rows(draw, most: int = 60) -> pl.DataFrame:
    """Bounded conversations with values in and out of every list, bound and window, and without any."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))

    def one(options: list) -> object:
        return options[rng.integers(len(options))]

    start = datetime(2026, 5, 25, tzinfo=UTC)
    made = [
        (
            f"c{n}", f"a{rng.integers(9)}", one(IDS), one([None, start + timedelta(hours=int(rng.integers(1400)))]),
            one([None, "en", "de", "xx", OTHER]), one([None, 0, 1, 3, 5, 100]), one([None, 0, 1, 2, 9, 2_000]),
            one([None, "free", "pro", "Free", "secret words"]), one([None, -(10**9), -3, 0, 2, 4, 10**9]),
        )
        for n in range(draw(st.integers(0, most)))
    ]  # fmt: skip
    return pl.DataFrame(made, schema=SCHEMA, orient="row")


def counted(
    table: pl.DataFrame, asked: Cells, monkeypatch: pytest.MonkeyPatch, noise: np.ndarray | None = None
) -> Atoms:
    """Atoms with no noise at all, or with `noise` as the whole noisy answer."""

    def answer(values: np.ndarray, *plan: float) -> np.ndarray:
        return values.copy() if noise is None else noise

    with monkeypatch.context() as patch:
        patch.setattr(noisy_cells, "noisy_integers", answer)
        return count_noisy(table, asked, DP, KEY, MemoryStore())


@given(rows(), rows(), st.sampled_from([None, WINDOW]))
def test_what_is_counted_is_fixed_before_any_row_is_read(one, other, window):
    asked = cells(window=window)
    domain = _vector(one, asked)[0]
    assert domain.equals(_vector(other, asked)[0])
    assert domain.equals(_vector(one.clear(), asked)[0])
    assert not domain.select("cluster_id", "kind", "dimension", "value").is_duplicated().any()
    values = sum(len(dimension.values) + 1 for dimension in DIMENSIONS)
    periods = 0 if asked.timeline is None else len(asked.timeline[1])
    assert domain.height == len(IDS) * (values + periods + len(SCALES))
    assert (periods > 0) == (window is not None)


@given(rows(most=1))
def test_a_conversation_has_a_bounded_part_in_the_vector(row):
    """One of each dimension, one of the timeline, one of each mean, none above 1: L2 at most `touched`."""
    asked = cells(m=1)
    part = _vector(row, asked)[1]
    assert np.abs(part).max() <= SCALE
    assert sum(int(entry) ** 2 for entry in part) <= (asked.touched * SCALE) ** 2 * (1 + 1e-12)


@pytest.mark.parametrize("values", [("free", "pro", "free"), ("free", OTHER), (OTHER,)])
@pytest.mark.parametrize("said", ["free", "pro", "secret words", None])
def test_a_value_that_is_declared_twice_or_is_the_rest_has_one_cell(values, said):
    """Else a conversation would stand in two cells of one dimension, and its part be longer than the noise is for."""
    plain = cells(m=1)
    dimensions = [*BUILT_IN, Dimension("plan", values)]
    asked = Cells("request", CLUSTERS, dimensions, SCALES, WINDOW, plain.plan)
    day = datetime(2026, 6, 3, tzinfo=UTC)
    row = pl.DataFrame([("c", "a", IDS[1], day, "de", 5, 50, said, 4)], schema=SCHEMA, orient="row")
    domain, part = _vector(row, asked)
    assert not domain.is_duplicated().any()
    assert sum(int(entry) ** 2 for entry in part) <= (asked.touched * SCALE) ** 2 * (1 + 1e-12)


@given(rows(), st.integers(1, 4))
def test_an_account_moves_the_vector_by_at_most_its_sensitivity(table, m):
    """Of its m conversations, wherever they are; taking them away changes nothing else."""
    asked = cells(m=m)
    bounded = table.filter(pl.int_range(pl.len()).over("account_id") < m)
    whole = _vector(bounded, asked)[1]
    for account in bounded["account_id"].unique():
        own = pl.col("account_id") == account
        change = whole - _vector(bounded.filter(~own), asked)[1]
        assert np.array_equal(change, _vector(bounded.filter(own), asked)[1])
        assert sum(int(entry) ** 2 for entry in change) <= (asked.touched * SCALE) ** 2 * (1 + 1e-12)


@pytest.mark.parametrize("m", [1, 3])
def test_an_account_that_says_the_same_in_all_its_conversations_reaches_the_bound(m):
    """So the stated sensitivity is no larger than the true one either."""
    asked = cells(m=m)
    day = datetime(2026, 6, 3, tzinfo=UTC)
    same = [(f"c{n}", "a", IDS[1], day, "de", 5, 50, "pro", 4) for n in range(m)]
    part = _vector(pl.DataFrame(same, schema=SCHEMA, orient="row"), asked)[1]
    assert math.sqrt(sum(int(entry) ** 2 for entry in part)) == pytest.approx(asked.touched * SCALE)


def test_the_noise_is_asked_for_with_the_vectors_own_sensitivity(monkeypatch):
    found = []

    def noisy(values: np.ndarray, sensitivity: float, rho: float, scale: float) -> np.ndarray:
        found.append((len(values), sensitivity, rho, scale))
        return values

    asked = cells(m=3)
    monkeypatch.setattr(noisy_cells, "noisy_integers", noisy)
    count_noisy(pl.DataFrame(schema=SCHEMA), asked, DP, KEY, MemoryStore())
    domain = _vector(pl.DataFrame(schema=SCHEMA), asked)[0]
    assert found == [(domain.height, asked.touched * SCALE, asked.plan.rho_cells, asked.sigma * SCALE)]


def test_other_rows_domains_and_plans_are_drawn_anew_and_the_same_are_not():
    store, empty = MemoryStore(), pl.DataFrame(schema=SCHEMA)
    row = pl.DataFrame([("c", "a", IDS[0], None, "de", 3, 5, "pro", 4)], schema=SCHEMA, orient="row")
    plain = cells()
    renamed = CLUSTERS.with_columns(pl.col("cluster_id").str.replace("002", "009"))
    questions = [
        (empty, plain),
        (row, plain),
        (empty, replace(plain, facet="task")),
        (empty, replace(plain, clusters=renamed)),
        (empty, replace(plain, dimensions=[*BUILT_IN, Dimension("plan", ("free", "team"))])),
        (empty, cells(m=1)),
    ]
    for _ in range(2):
        for table, asked in questions:
            count_noisy(table, asked, DP, KEY, store)
    count_noisy(empty, plain, DP, bytes(32), store)
    assert len(store.kept) == len(set(store.kept)) == len(questions) + 1


def large(seed: int, n: int) -> pl.DataFrame:
    rng = np.random.default_rng(seed)
    start = datetime(2026, 6, 1, tzinfo=UTC)
    columns = (
        [f"c{at}" for at in range(n)],
        [f"a{at}" for at in range(n)],
        rng.choice(IDS[:2], n).tolist(),
        [start + timedelta(hours=hours) for hours in rng.integers(24 * 42, size=n).tolist()],
        rng.choice(["en", "de", "fr"], n).tolist(),
        rng.integers(1, 6, n).tolist(),
        rng.integers(1, 80, n).tolist(),
        rng.choice(["free", "pro", "none"], n).tolist(),
        rng.integers(-3, 5, n).tolist(),
    )
    return pl.DataFrame(dict(zip(SCHEMA, columns, strict=True)), schema=SCHEMA)


@settings(max_examples=6)
@given(st.integers(0, 2**32))
def test_without_noise_the_cells_means_and_periods_are_the_true_ones(seed):
    table = large(seed, 900)
    sizes = table.group_by("cluster_id").agg(n=pl.len().cast(pl.Int64))
    clusters = (
        CLUSTERS.head(2)
        .drop("conversations", "accounts")
        .join(sizes, on="cluster_id")
        .with_columns(conversations="n", accounts="n")
    )
    asked = Cells("request", clusters, DIMENSIONS, SCALES, WINDOW, cells(m=1, accounts=5_000).plan)
    with pytest.MonkeyPatch.context() as patch:
        atoms = counted(table, asked, patch)

    least = max(DP.cells.min_conversations, FLOOR * asked.sigma)
    plan = table.with_columns(value=pl.when(pl.col("plan") == "none").then(pl.lit(OTHER)).otherwise("plan"))
    true = plan.group_by("cluster_id", "value").agg(n=pl.len().cast(pl.Int64))
    assert true["n"].min() > least
    told = atoms.values.filter(dimension="plan").select("cluster_id", "value", n="conversations")
    assert told.sort("cluster_id", "value").equals(true.sort("cluster_id", "value"))
    assert set(atoms.values.filter(dimension="language")["value"]) == {"en", "de", "fr"}

    for name, (low, high) in SCALES.items():
        means = table.group_by("cluster_id").agg(mean=pl.col(name).cast(pl.Float64).clip(low, high).mean())
        both = atoms.base.select("cluster_id", f"mean_{name}").join(means, on="cluster_id")
        assert both.height == 2
        assert all(told == pytest.approx(mean, rel=0.06, abs=0.06) for _, told, mean in both.iter_rows())

    period, starts = asked.timeline
    every = {"day": "1d", "week": "1w", "month": "1mo"}[period]
    dated = table.group_by("cluster_id", period_start=pl.col("created_at").dt.truncate(every).dt.date())
    true = dated.agg(n=pl.len().cast(pl.Int64)).filter(
        (pl.col("n") >= math.ceil(least)) & pl.col("period_start").is_in(starts)
    )
    told = atoms.periods.select("cluster_id", "period_start", n="conversations")
    assert told.sort("cluster_id", "period_start").equals(true.sort("cluster_id", "period_start"))
    assert set(atoms.periods["period"]) == {period}


@settings(max_examples=25)
@given(rows(), st.integers(0, 2**32))
def test_every_decision_reads_the_noisy_answer_alone(one, seed):
    """A small and a large table with nothing in common and the same noisy answer give the same atoms."""
    asked, other = cells(), large(seed, 900)
    rng = np.random.default_rng(seed)
    length = _vector(one, asked)[0].height
    answer = (rng.normal(rng.choice([0, 20, 80]), 30, length) * SCALE).astype(np.int64)
    with pytest.MonkeyPatch.context() as patch:
        first, second = (counted(table, asked, patch, answer) for table in (one, other))
    for name in ("base", "values", "periods"):
        one, other = (getattr(atoms, name) for atoms in (first, second))
        assert one.sort(one.columns).equals(other.sort(one.columns))
    assert not first.pooled
    assert not second.pooled


@given(st.integers(0, 2**32))
def test_what_may_be_nobody_is_pooled_or_left_out(seed):
    """No value below the floor is told by itself, means stay within bounds, and pooled ones are kept in "other"."""
    asked = cells()
    empty = pl.DataFrame(schema=SCHEMA)
    domain = _vector(empty, asked)[0]
    rng = np.random.default_rng(seed)
    answer = (rng.normal(30, 40, domain.height) * SCALE).astype(np.int64)
    with pytest.MonkeyPatch.context() as patch:
        atoms = counted(empty, asked, patch, answer)
    least = max(DP.cells.min_conversations, FLOOR * asked.sigma)
    own = atoms.values.filter(pl.col("value") != OTHER)
    assert (own["conversations"] >= least).all()
    assert (atoms.values["conversations"] >= DP.cells.min_conversations).all()
    assert (atoms.periods["conversations"] >= least).all()
    assert (atoms.values.group_by("cluster_id", "dimension").len()["len"] > 1).all()
    for name, (low, high) in SCALES.items():
        assert atoms.base[f"mean_{name}"].is_between(low, high).all()
    noisy = domain.with_columns(n=pl.Series(answer / SCALE).round().cast(pl.Int64))
    small = noisy.filter(kind="value", dimension="plan").filter(
        (pl.col("n") < least) | (pl.col("value") == OTHER)
    )
    pooled = small.group_by("cluster_id").agg(pl.col("n").sum())
    told = atoms.values.filter(dimension="plan", value=OTHER).join(pooled, on="cluster_id")
    assert told["conversations"].equals(told["n"])


def test_a_facet_without_clusters_has_no_cells(monkeypatch):
    none = cells()
    none = Cells("request", CLUSTERS.clear(), DIMENSIONS, SCALES, WINDOW, none.plan)
    atoms = count_noisy(pl.DataFrame(schema=SCHEMA), none, DP, KEY, MemoryStore())
    assert atoms.base.is_empty()
    assert atoms.values.is_empty()
    assert atoms.periods.is_empty()


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 400))
def test_the_periods_of_a_window_are_those_its_days_fall_in(first, days):
    last = first + timedelta(days=days)
    each = pl.DataFrame({"created_at": [first + timedelta(days=n) for n in range(days + 1)]})
    each = each.with_columns(pl.col("created_at").cast(pl.Datetime("us", "UTC")))
    for period in noisy_cells.PERIODS:
        found = each.select(noisy_cells.period_start(period)).to_series().unique().sort()
        assert periods_of((first, last), period) == found.to_list()
