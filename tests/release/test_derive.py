"""The derivation against numbers worked out by hand, and its rounding noise against simulated rounding."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from clio.release.derive import BASE_CELLS, PERIOD_CELLS, TREE, VALUE_CELLS, derive
from clio.statistics import benjamini_hochberg, prevalence_ratio

BASE = pl.DataFrame(
    [("r-0-000", 100, 50, 2.0, 3.0), ("r-0-001", 300, 60, 3.0, None), ("r-0-002", 600, 300, None, 12.0)],
    schema=dict(BASE_CELLS), orient="row",
)  # fmt: skip
VALUES = pl.DataFrame(
    [
        ("r-0-000", "language", "en", 60), ("r-0-000", "language", "other", 40),
        ("r-0-001", "language", "en", 200), ("r-0-001", "language", "de", 100),
        ("r-0-002", "language", "en", 450), ("r-0-002", "language", "other", 150),
    ],
    schema=dict(VALUE_CELLS), orient="row",
)  # fmt: skip
PERIODS = pl.DataFrame(
    [
        ("r-0-000", date(2026, 3, 2), "week", 40), ("r-0-000", date(2026, 3, 9), "week", 60),
        ("r-0-001", date(2026, 3, 9), "week", 100), ("r-0-001", date(2026, 3, 16), "week", 200),
    ],
    schema=dict(PERIOD_CELLS), orient="row",
)  # fmt: skip
TREE_ROWS = pl.DataFrame(
    [
        ("r-0-000", "r-1-000", "r", 0, "a", "", 0.0, 0.0), ("r-0-001", "r-1-000", "r", 0, "b", "", 0.0, 0.0),
        ("r-0-002", "r-1-001", "r", 0, "c", "", 0.0, 0.0), ("r-0-003", "r-1-002", "r", 0, "d", "", 0.0, 0.0),
        ("r-1-000", None, "r", 1, "ab", "", 0.0, 0.0), ("r-1-001", None, "r", 1, "c", "", 0.0, 0.0),
        ("r-1-002", None, "r", 1, "unpublished", "", 0.0, 0.0),
    ],
    schema=dict(TREE), orient="row",
)  # fmt: skip


@pytest.fixture
def tables():
    return derive(BASE, VALUES, PERIODS, TREE_ROWS)


def row(table, **keys):
    found = table.filter(**keys)
    assert found.height == 1
    return found.row(0, named=True)


def test_clusters(tables):
    assert tables.clusters["cluster_id"].to_list() == ["r-0-000", "r-0-001", "r-0-002", "r-1-000", "r-1-001"]
    parent = row(tables.clusters, cluster_id="r-1-000")
    assert (parent["conversations"], parent["accounts"], parent["share"]) == (400, None, 0.4)
    assert parent["mean_concern"] == 2.8  # (100·2 + 300·3) / 400 = 2.75
    assert parent["mean_turns"] == 3.0  # known for the first child only
    assert row(tables.clusters, cluster_id="r-1-001")["mean_concern"] is None
    assert row(tables.clusters, cluster_id="r-1-001")["mean_turns"] == 12.0
    assert row(tables.clusters, cluster_id="r-0-001")["accounts"] == 60


def test_breakdowns(tables):
    parent = row(tables.breakdowns, cluster_id="r-1-000", value="en")
    assert parent["conversations"] == 260
    assert parent["share"] == pytest.approx(260 / 400)
    assert parent["base_share"] == pytest.approx(710 / 1000)
    assert parent["ratio"] == pytest.approx((260 / 400) / (710 / 1000))
    assert row(tables.breakdowns, cluster_id="r-1-000", value="other")["conversations"] == 40
    cell = row(tables.breakdowns, cluster_id="r-0-001", value="de")
    expected = prevalence_ratio(
        100, 300, 100, 1000, design_effect=300 / 60, base_design_effect=1000 / 410, nested=True
    )  # fmt: skip
    assert cell["ratio"] == pytest.approx(10 / 3)
    assert (cell["ci_low"], cell["ci_high"]) == pytest.approx((expected.ci_low[0], expected.ci_high[0]))


def test_q_values_are_adjusted_within_a_level(tables):
    english = tables.breakdowns.filter(pl.col("cluster_id").str.contains("-0-"), pl.col("value") != "other")
    totals = {"r-0-000": (100, 2), "r-0-001": (300, 5), "r-0-002": (600, 2)}
    p_values = [
        prevalence_ratio(
            cell["conversations"], totals[cell["cluster_id"]][0], {"en": 710, "de": 100}[cell["value"]], 1000,
            design_effect=totals[cell["cluster_id"]][1], base_design_effect=1000 / 410, nested=True,
        ).p_value[0]
        for cell in english.iter_rows(named=True)
    ]  # fmt: skip
    assert english["q_value"].to_list() == pytest.approx(benjamini_hochberg(pl.Series(p_values)).to_list())


def test_other_is_compared_with_nothing(tables):
    other = tables.breakdowns.filter(value="other")
    assert other.height == 4
    assert other.select(pl.col("ratio", "ci_low", "ci_high", "q_value").is_null().all()).row(0) == (True,) * 4


def test_timeline(tables):
    rows = tables.timeline.filter(cluster_id="r-1-000").select("period_start", "conversations").rows()
    assert rows == [(date(2026, 3, 2), 40), (date(2026, 3, 9), 160), (date(2026, 3, 16), 200)]


def test_facets_do_not_mix():
    """The same numbers in a second facet change nothing in the first."""

    def second(frame):
        return frame.with_columns(
            pl.col("^(cluster_id|parent_id|facet)$").str.replace("r", "s", literal=True)
        )

    both = derive(*(pl.concat([frame, second(frame)]) for frame in (BASE, VALUES, PERIODS, TREE_ROWS)))
    for table, alone in zip(both[:3], derive(BASE, VALUES, PERIODS, TREE_ROWS)[:3], strict=True):
        assert table.filter(pl.col("cluster_id").str.starts_with("r")).equals(alone)


def test_rounding_widens_intervals_by_its_variance():
    """The variance that is added for rounding is the one that random rounding has."""
    generator = np.random.default_rng(0)
    clusters, values, runs = 8, ["de", "en", "fr"], 4_000
    counts = generator.integers(30, 400, (runs, clusters, 3))
    counts[:] = counts[0] // 10 * 10 + generator.integers(0, 10, (runs, clusters, 3))
    rounded = counts - counts % 10 + 10 * (generator.random(counts.shape) * 10 < counts % 10)

    def log_ratio(cells):
        return np.log(cells[:, 0, 1] / cells[:, 0].sum(1) / (cells[:, :, 1].sum(1) / cells.sum((1, 2))))

    simulated = (log_ratio(rounded) - log_ratio(counts)).var()

    ids = [f"r-0-{number:03d}" for number in range(clusters)]
    typical = counts[0] // 10 * 10
    base = pl.DataFrame(
        [(name, int(n), int(n), None, None) for name, n in zip(ids, typical.sum(1), strict=True)],
        schema=dict(BASE_CELLS), orient="row",
    )  # fmt: skip
    cells = pl.DataFrame(
        [
            (name, "language", value, int(n))
            for name, row in zip(ids, typical, strict=True) for value, n in zip(values, row, strict=True)
        ],
        schema=dict(VALUE_CELLS), orient="row",
    )  # fmt: skip
    tree = pl.DataFrame(
        [(name, None, "r", 0, name, "", None, None) for name in ids], schema=dict(TREE), orient="row"
    )

    def variance(rounding):
        cell = row(
            derive(base, cells, PERIODS.clear(), tree, (rounding**2 - 1) / 6).breakdowns,
            cluster_id=ids[0],
            value="en",
        )
        return (np.log(cell["ci_high"] / cell["ci_low"]) / (2 * 1.959964)) ** 2

    assert variance(10) - variance(1) == pytest.approx(simulated, rel=0.1)


def test_counts_rounded_down_to_nothing_give_nulls():
    """A rule below the rounding base can leave cells of 0: no share of nothing, and no NaN anywhere."""
    nothing = [frame.with_columns(conversations=pl.lit(0, pl.Int64)) for frame in (BASE, VALUES, PERIODS)]
    for table in derive(*nothing, TREE_ROWS, 16.5)[:3]:
        assert table.height
        assert not any(column.is_nan().any() for column in table.select(pl.col(pl.Float64)))
    assert derive(*nothing, TREE_ROWS, 16.5).clusters["share"].is_null().all()
