"""Every published cell passes its size rules, and no conversation falls between cells."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.policies import CELLS, CLUSTERS, SizeRule
from clio.privacy.pooling import (
    cell_counts,
    choose_period,
    passes,
    period_start,
    pool_clusters,
    pool_periods,
    pool_values,
)

RULE = SizeRule(min_accounts=3, min_conversations=4, max_account_share=0.5)
START = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday


@st.composite
def random_rows(draw) -> list[tuple]:
    """(cluster, value, account, day) of up to 300 conversations: cells that pass, fail and nearly fail."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    size = draw(st.integers(0, 300))
    skew, unknown = draw(st.sampled_from([1, 2, 4])), draw(st.sampled_from([0.0, 0.05, 0.3]))

    def column(most: int, gaps: float) -> list[int | None]:
        picked = (most * rng.random(size) ** skew).astype(int)
        return [None if gap else int(pick) for pick, gap in zip(picked, rng.random(size) < gaps, strict=True)]

    clusters, values = draw(st.integers(1, 4)), draw(st.integers(1, 6))
    accounts, days = draw(st.integers(1, 40)), draw(st.integers(1, 60))
    columns = column(clusters, 0), column(values, unknown), column(accounts, unknown), column(days, unknown)
    return list(zip(*columns, strict=True))


conversations = random_rows()


def table(drawn) -> pl.DataFrame:
    rows = [
        {
            "cluster_id": f"c{cluster}",
            "value": None if value is None else f"v{value}",
            "account_id": None if account is None else f"a{account}",
            "account_key": (7919 * (row if account is None else account) + 2**63) % 2**64,
            "created_at": None if day is None else START + timedelta(days=day, hours=3),
        }
        for row, (cluster, value, account, day) in enumerate(drawn)
    ]
    schema = {
        "cluster_id": pl.String,
        "value": pl.String,
        "account_id": pl.String,
        "account_key": pl.UInt64,
        "created_at": pl.Datetime("us", "UTC"),
    }
    return pl.DataFrame(rows, schema=schema)


def allowed(accounts: list[str | None], rule: SizeRule) -> bool:
    """The size rule in plain Python, independent of the code under test."""
    held = Counter(account for account in accounts if account is not None)
    known = sum(held.values())
    return (
        len(held) >= rule.min_accounts
        and known >= rule.min_conversations
        and max(held.values()) <= rule.max_account_share * known + 1e-9
    )


def accounts_by(rows: pl.DataFrame, by: list[str]) -> dict:
    cells: dict = {}
    for row in rows.iter_rows(named=True):
        cells.setdefault(tuple(row[column] for column in by), []).append(row["account_id"])
    return cells


@given(conversations)
def test_cell_counts_are_right_and_do_not_depend_on_row_order(drawn):
    rows = table(drawn)
    counted = cell_counts(rows, ["cluster_id", "value"])
    assert counted.equals(cell_counts(rows.reverse().lazy(), ["cluster_id", "value"]))
    expected = accounts_by(rows, ["cluster_id", "value"])
    assert counted.height == len(expected)
    for row in counted.with_columns(passes=passes(RULE)).iter_rows(named=True):
        accounts = expected[row["cluster_id"], row["value"]]
        assert row["conversations"] == len(accounts)
        assert row["accounts"] == len({account for account in accounts if account is not None})
        assert row["passes"] == allowed(accounts, RULE)
    sums: Counter = Counter()
    for row in rows.iter_rows(named=True):
        cell = row["cluster_id"], row["value"]
        sums[cell] = (sums[cell] + row["account_key"]) % 2**64
    assert {(r["cluster_id"], r["value"]): r["key"] for r in counted.iter_rows(named=True)} == dict(sums)


@pytest.mark.parametrize(
    ("sizes", "unknown", "expected"),
    [
        ([2] * 15, 0, True),
        ([2] * 14 + [10], 0, False),  # 10 of 38 is over 20 %
        ([1] * 15, 15, False),  # unknown accounts do not help to reach 30 conversations
        ([2] * 14 + [9], 100, False),  # nor do they dilute an account's share
        ([3] * 14, 0, False),  # 14 accounts
        ([7] + [2] * 14, 0, True),  # exactly 20 %
    ],
)
def test_unknown_accounts_count_for_no_threshold(sizes, unknown, expected):
    accounts = [f"a{i}" for i, n in enumerate(sizes) for _ in range(n)] + [None] * unknown
    rows = pl.DataFrame(
        {
            "account_id": pl.Series(accounts, dtype=pl.String),
            "account_key": pl.Series([1] * len(accounts), dtype=pl.UInt64),
        }
    ).with_columns(cluster_id=pl.lit("c"))
    assert cell_counts(rows, ["cluster_id"]).select(passes(CLUSTERS)).item() is expected


def mapped(rows: pl.DataFrame, mapping: pl.DataFrame, on: str) -> pl.DataFrame:
    return rows.join(mapping, on=["cluster_id", on], how="left", nulls_equal=True)


@given(conversations, st.randoms())
def test_values_partition_each_published_cluster_into_cells_that_pass(drawn, random):
    rows = table(drawn)
    mapping = pool_values(rows, RULE)
    shuffled = list(range(rows.height))
    random.shuffle(shuffled)
    assert mapping.equals(pool_values(rows[shuffled].lazy(), RULE)), "row order must not matter"
    assert not mapping.select("cluster_id", "value").is_duplicated().any()
    pooled = mapped(rows, mapping, "value")
    assert pooled.height == rows.height
    published = pooled.filter(pl.col("published_value").is_not_null())
    # A cluster is wholly in or wholly out: nothing is found by subtraction.
    inside, everything = published["cluster_id"].value_counts(), rows["cluster_id"].value_counts()
    assert inside.join(everything, on=["cluster_id", "count"], how="anti").height == 0
    cells = accounts_by(published, ["cluster_id", "published_value"])
    assert all(allowed(accounts, RULE) for accounts in cells.values())
    per_cluster = Counter(cluster for cluster, _ in cells)
    assert all(n >= 2 for n in per_cluster.values())
    changed = published.filter(pl.col("value").fill_null("other") != pl.col("published_value"))
    assert set(changed["published_value"]) <= {"other"}


@given(conversations)
def test_values_that_all_pass_are_left_alone(drawn):
    rows = table(drawn)
    cells = accounts_by(rows, ["cluster_id", "value"])
    mapping = pool_values(rows, RULE)
    for cluster in {cluster for cluster, _ in cells}:
        own = {value: accounts for (c, value), accounts in cells.items() if c == cluster}
        if len(own) >= 2 and all(allowed(accounts, RULE) for accounts in own.values()):
            got = dict(mapping.filter(cluster_id=cluster).select("value", "published_value").iter_rows())
            assert got == {value: value or "other" for value in own}


def crowd(cluster: str, value: str, first: int, accounts: int, each: int = 1) -> pl.DataFrame:
    drawn = [(0, 0, account, 0) for account in range(first, first + accounts) for _ in range(each)]
    return table(drawn).with_columns(cluster_id=pl.lit(cluster), value=pl.lit(value))


def test_other_absorbs_the_smallest_value_until_it_passes():
    rows = pl.concat(
        [
            crowd("c", "big", 0, 50),
            crowd("c", "mid", 0, 20),
            crowd("c", "low", 50, 12),
            crowd("c", "tiny", 80, 2),
        ]
    )
    mapping = dict(pool_values(rows, CELLS).select("value", "published_value").iter_rows())
    assert mapping == {"big": "big", "mid": "mid", "low": "other", "tiny": "other"}


def test_a_dimension_of_one_cell_is_not_published():
    assert pool_values(crowd("c", "only", 0, 50), CELLS).is_empty()
    assert pool_values(pl.concat([crowd("c", "a", 0, 50), crowd("c", "b", 50, 3)]), CELLS).is_empty()


@given(conversations, st.sampled_from(["day", "week", "month"]))
def test_periods_pool_into_contiguous_runs_that_pass(drawn, period):
    rows = table(drawn)
    mapping = pool_periods(rows, period, RULE)
    assert mapping.equals(pool_periods(rows.reverse().lazy(), period, RULE))
    dated = mapped(rows.with_columns(period_start=period_start(period)), mapping, "period_start")
    published = dated.filter(pl.col("published_start").is_not_null())
    cells = accounts_by(published, ["cluster_id", "published_start"])
    assert all(allowed(accounts, RULE) for accounts in cells.values())
    assert all(n >= 2 for n in Counter(cluster for cluster, _ in cells).values())
    known = mapping.filter(pl.col("period_start").is_not_null()).sort("cluster_id", "period_start")
    assert known.filter(pl.col("published_start") > pl.col("period_start")).is_empty()
    for _, runs in known.group_by("cluster_id", maintain_order=True):
        assert runs["published_start"].is_sorted(), "runs are contiguous"
        starts = runs.group_by("published_start").agg(pl.col("period_start").min())
        assert starts["published_start"].equals(starts["period_start"], check_names=False)
    # What a published cluster leaves out (conversations without a time) is itself a cell that passes.
    left = dated.filter(
        pl.col("published_start").is_null() & pl.col("cluster_id").is_in(mapping["cluster_id"].implode())
    )
    assert left["period_start"].null_count() == left.height
    assert all(allowed(accounts, RULE) for accounts in accounts_by(left, ["cluster_id"]).values())


def test_the_finest_period_at_which_most_cells_pass_is_chosen():
    def daily(accounts_a_day: int) -> pl.DataFrame:
        drawn = [(0, 0, 100 * day + a, day) for day in range(28) for a in range(accounts_a_day)]
        return table(drawn)

    assert choose_period(daily(10), CELLS) == "day"
    assert choose_period(daily(3), CELLS) == "week"
    assert choose_period(daily(1), CELLS) == "month"
    assert choose_period(table([]), CELLS) == "month"


def undated(accounts: list[int]) -> list[tuple]:
    return [(0, 0, account, None) for account in accounts]


def test_conversations_without_a_time_cannot_be_found_by_subtraction():
    days = [(0, 0, 100 * day + a, day) for day, n in {0: 12, 1: 30, 2: 15}.items() for a in range(n)]
    assert pool_periods(table(days), "day", CELLS).height == 3
    few = pool_periods(table(days + undated([900, 901])), "day", CELLS)
    assert few.filter(pl.col("period_start").is_null())["published_start"].to_list() == [date(2026, 3, 3)]
    many = pool_periods(table(days + undated(list(range(900, 912)))), "day", CELLS)
    assert many["period_start"].null_count() == 0
    assert many.height == 3
    # One account's 40 undated conversations would dominate any run, so there is no timeline at all.
    assert pool_periods(table(days + undated([900] * 40)), "day", CELLS).is_empty()
    # Its 20 are too many for the runs of 12 and 15, but not for that of 30.
    some = pool_periods(table(days + undated([900] * 20)), "day", CELLS)
    assert some.filter(pl.col("period_start").is_null())["published_start"].to_list() == [date(2026, 3, 3)]


def test_an_account_in_both_merged_cells_is_one_account_with_all_its_conversations():
    # Value "b" fails. With "a" account 1 holds 12 of 21, over half, so "other" must absorb "c" too.
    big, small = [(0, 0, account, 0) for account in range(1, 11)], [(0, 1, 1, 0)] * 11
    rest = [(0, 2, account, 0) for account in range(20, 60)]
    kept = [(0, 3, account, 0) for account in range(100, 170)]
    mapping = dict(
        pool_values(table(big + small + rest + kept), CELLS).select("value", "published_value").iter_rows()
    )
    assert mapping == {"v0": "other", "v1": "other", "v2": "other", "v3": "v3"}


def test_a_failing_period_joins_its_smaller_neighbour():
    sizes = {0: 30, 1: 2, 2: 20, 3: 25}
    rows = table([(0, 0, 100 * day + a, day) for day, n in sizes.items() for a in range(n)])
    runs = dict(pool_periods(rows, "day", CELLS).select("period_start", "published_start").iter_rows())
    assert runs == {date(2026, 3, d): date(2026, 3, s) for d, s in {2: 2, 3: 3, 4: 3, 5: 5}.items()}


def test_weeks_start_on_monday():
    rows = table([(0, 0, 0, 6), (0, 0, 0, 7)])
    assert rows.select(period_start("week")).to_series().to_list() == [date(2026, 3, 2), date(2026, 3, 9)]


@st.composite
def random_members(draw) -> list[tuple]:
    """(cluster, account, conversations) over ten clusters, some of them empty, small or held by few."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    size, accounts = draw(st.integers(0, 200)), draw(st.integers(1, 60))
    clusters = (10 * rng.random(size) ** draw(st.sampled_from([1, 3]))).astype(int)
    picked = [None if rng.random() < 0.05 else int(a) for a in rng.integers(0, accounts, size)]
    heavy = np.minimum(rng.zipf(draw(st.sampled_from([1.5, 3.0])), size), 40)
    return list(zip(clusters.tolist(), picked, heavy.tolist(), strict=True))


members_drawn = random_members()


def fitted(drawn, seed: int, languages: int = 0) -> tuple[pl.DataFrame, pl.DataFrame]:
    rng = np.random.default_rng(seed)
    names = [f"request-0-{row:03}" for row in range(10)]
    speaks = [None] * (10 - languages) + [f"l{row}" for row in range(languages)]
    centroids = pl.DataFrame(
        {
            "cluster_id": names,
            "facet": ["request"] * 10,
            "language": pl.Series(speaks, dtype=pl.String),
            "centroid": pl.Series(
                [[] if lang else rng.normal(size=3).tolist() for lang in speaks], dtype=pl.List(pl.Float32)
            ),
        }
    )
    held = Counter()
    for cluster, account, n in drawn:
        held[names[cluster], None if account is None else f"a{account}"] += n
    members = pl.DataFrame(
        [(cluster, account, n) for (cluster, account), n in held.items()],
        schema={"cluster_id": pl.String, "account_id": pl.String, "conversations": pl.Int64},
        orient="row",
    )
    return members, centroids


def expand(members: pl.DataFrame, pooling: pl.DataFrame) -> dict:
    based = members.join(pooling, on="cluster_id").filter(pl.col("base_id").is_not_null())
    return accounts_by(
        based.select(pl.exclude("conversations").repeat_by("conversations").explode()), ["base_id"]
    )


@given(members_drawn, st.integers(0, 5), st.integers(0, 4))
def test_base_clusters_pass_and_every_fitted_cluster_has_one_row(drawn, seed, languages):
    members, centroids = fitted(drawn, seed, languages)
    pooling = pool_clusters(members, centroids, RULE)
    assert pooling.equals(pool_clusters(members.reverse(), centroids.reverse(), RULE))
    assert sorted(pooling["cluster_id"]) == sorted(centroids["cluster_id"])
    assert all(allowed(accounts, RULE) for accounts in expand(members, pooling).values())
    kept = pooling.filter(pl.col("base_id").is_not_null())
    assert set(kept["base_id"]) <= set(kept["cluster_id"])
    spoken = dict(centroids.select("cluster_id", "language").iter_rows())
    for row in kept.iter_rows(named=True):
        assert (spoken[row["cluster_id"]] is None) == (spoken[row["base_id"]] is None), (
            "topics and languages apart"
        )
        assert row["language"] in {spoken[row["cluster_id"]], "und"}


@given(members_drawn, st.integers(0, 5))
def test_nothing_is_left_out_when_everything_together_passes(drawn, seed):
    members, centroids = fitted(drawn, seed)
    pooling = pool_clusters(members, centroids, RULE)
    together = [
        account for account, n in members.select("account_id", "conversations").iter_rows() for _ in range(n)
    ]
    if allowed(together, RULE):
        assert pooling["base_id"].null_count() == 0
    by_cluster = accounts_by(members.select(pl.all().repeat_by("conversations").explode()), ["cluster_id"])
    if len(by_cluster) == 10 and all(allowed(accounts, RULE) for accounts in by_cluster.values()):
        assert pooling["base_id"].equals(pooling["cluster_id"], check_names=False)


def topics(centroids: list[list[float]]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "cluster_id": [f"request-0-{row:03}" for row in range(len(centroids))],
            "facet": "request",
            "language": pl.Series([None] * len(centroids), dtype=pl.String),
            "centroid": pl.Series(centroids, dtype=pl.List(pl.Float32)),
        }
    )


def line(positions: list[float], sizes: list[int]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Clusters on a line, each of `sizes` accounts with two conversations."""
    centroids = topics([[position] for position in positions])
    names = centroids["cluster_id"]
    members = pl.DataFrame(
        [(name, f"{name}-{i}", 2) for name, n in zip(names, sizes, strict=True) for i in range(n)],
        schema=["cluster_id", "account_id", "conversations"],
        orient="row",
    )
    return members, centroids


def test_the_smallest_failing_cluster_joins_the_nearest_first():
    # 5 accounts at 1.0 join the 12 at 1.9; together they pass, so the 12 need not join a larger one.
    members, centroids = line([0.0, 1.0, 1.9, 9.0], [40, 5, 12, 20])
    got = pool_clusters(members, centroids, CLUSTERS)["base_id"].to_list()
    assert got == ["request-0-000", "request-0-002", "request-0-002", "request-0-003"]


@pytest.mark.parametrize(
    ("positions", "sizes", "joined"),
    [
        # The mean is .57: had the centroid stayed at 1, 2.4 would be nearer than -1.05.
        ([-1.05, 0.0, 1.0, 2.4], [40, 6, 8, 40], 0),
        # The mean is .42: had the two weighed alike (.49), 1.97 would be nearer than -1.06.
        ([-1.06, 0.0, 0.98, 1.97], [40, 8, 6, 40], 0),
    ],
)
def test_the_merged_centroid_is_the_weighted_mean(positions, sizes, joined):
    members, centroids = line(positions, sizes)
    got = pool_clusters(members, centroids, CLUSTERS)["base_id"].to_list()
    assert got == ["request-0-000", f"request-0-{joined:03}", f"request-0-{joined:03}", "request-0-003"]


def test_one_heavy_account_does_not_take_every_cluster_with_it():
    members, centroids = line([0.0, 1.0, 2.0], [40, 40, 40])
    spam = pl.DataFrame(
        {"cluster_id": ["request-0-001"], "account_id": ["spammer"], "conversations": [10_000]}
    )
    got = pool_clusters(pl.concat([members, spam]), centroids, CLUSTERS)["base_id"].to_list()
    assert got == ["request-0-000", None, "request-0-002"]


def test_small_languages_form_one_cluster():
    sizes = {"de": 40, "fi": 8, "is": 9, "zh": 30}
    names = [f"request-0-{row:03}" for row in range(4)]
    centroids = topics([[]] * 4).with_columns(language=pl.Series(list(sizes)))
    members = pl.DataFrame(
        [(name, f"{name}-{i}", 2) for name, n in zip(names, sizes.values(), strict=True) for i in range(n)],
        schema=["cluster_id", "account_id", "conversations"],
        orient="row",
    )
    pooling = pool_clusters(members, centroids, CLUSTERS)
    assert pooling["base_id"].to_list() == [names[0], names[1], names[1], names[3]]
    assert pooling["language"].to_list() == ["de", "und", "und", "zh"]
    lonely = pool_clusters(members.filter(pl.col("cluster_id") != names[1]), centroids, CLUSTERS)
    assert lonely["base_id"].to_list() == [names[0], None, None, names[3]]


def test_nothing_fitted_gives_an_empty_table():
    members, centroids = line([0.0], [3])
    assert pool_clusters(members.clear(), centroids.clear(), CLUSTERS).columns == [
        "cluster_id",
        "facet",
        "base_id",
        "language",
    ]
    assert pool_clusters(members, centroids, CLUSTERS)["base_id"].to_list() == [None]


def test_two_thousand_clusters_pool_in_seconds():
    rng = np.random.default_rng(1)
    n, k = 400_000, 2_000
    names = np.array([f"request-0-{row:03}" for row in range(k)])
    cluster = names[np.minimum(rng.geometric(3 / k, n) - 1, k - 1)]
    members = (
        pl.DataFrame({"cluster_id": cluster, "account_id": rng.integers(0, 100_000, n)})
        .with_columns(pl.col("account_id").cast(pl.String))
        .group_by("cluster_id", "account_id")
        .agg(conversations=pl.len().cast(pl.Int64))
    )
    centroids = topics(rng.normal(size=(k, 64)).tolist())
    pooling = pool_clusters(members, centroids, CLUSTERS)
    assert pooling["base_id"].null_count() == 0
    assert pooling["base_id"].n_unique() > 100
