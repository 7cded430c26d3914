"""Cells of features: each passes, they partition what is counted, no order matters, and nothing small is pinned."""

import itertools
from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.keyed_hash import keyed_u64
from clio.policies import GUARDED, SizeRule
from clio.privacy import feature_cells
from clio.privacy.cells import cell_counts, passes
from clio.privacy.feature_cells import count_features

KEY = b"k" * 32
RULE = SizeRule(3, 4, 0.5)
EXACT = replace(GUARDED, cells=RULE, rounding=1)


def drawn(seed: int, clusters: int, conversations: int = 160) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows in two facets with skewed accounts, some unknown, and features that are rare, common or near everywhere."""
    draw = np.random.default_rng(seed)
    ids = [f"c{number}" for number in range(conversations)]
    accounts = [None if draw.random() < 0.1 else f"a{int(40 * draw.beta(0.6, 2))}" for _ in ids]
    owner = [name if one is None else one for name, one in zip(ids, accounts, strict=True)]
    rows = [
        pl.DataFrame({
            "conversation_id": ids,
            "facet": facet,
            "cluster_id": [f"{facet}-0-{int(clusters * draw.beta(0.8, 1.2)):03d}" for _ in ids],
            "account_id": accounts,
            "account_key": keyed_u64(KEY, "test", owner),
        }, schema_overrides={"account_id": pl.String, "account_key": pl.UInt64})
        for facet in ("request", "task")
    ]  # fmt: skip
    often = draw.beta(0.5, 0.8, 12)
    active = [np.flatnonzero(draw.random(12) < often).astype(np.uint32).tolist() for _ in ids]
    shape = {"conversation_id": pl.String, "features": pl.List(pl.UInt32)}
    return pl.concat(rows), pl.DataFrame({"conversation_id": ids, "features": active}, schema=shape)


def split(rows: pl.DataFrame, activations: pl.DataFrame, feature: int) -> pl.DataFrame:
    """Rows with whether the feature is active."""
    active = activations.select("conversation_id", on=pl.col("features").list.contains(feature))
    return rows.join(active, on="conversation_id")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_cells_pass_by_a_count_of_their_own_and_partition_what_is_counted(seed, clusters):
    rows, activations = drawn(seed, clusters)
    cells = count_features(rows.lazy(), [activations.lazy()], EXACT, KEY)
    for (facet, feature), own in cells.group_by("facet", "feature_id"):
        both = split(rows.filter(facet=facet), activations, feature)
        alone = own["cluster_id"].drop_nulls()
        both = both.with_columns(
            cluster_id=pl.when(pl.col("cluster_id").is_in(alone.implode())).then("cluster_id")
        )
        counted = cell_counts(both, ["cluster_id", "on"])
        told = counted.join(own, on="cluster_id", nulls_equal=True)
        assert told.select(passes(RULE).all()).item()
        expected = told.select(
            pl.when("on").then("conversations_right").otherwise("rest") == pl.col("conversations")
        )
        assert expected.to_series().all()
        assert told.height == 2 * own.height
        left = counted.filter(pl.col("cluster_id").is_null() & pl.col("on"))["conversations"].sum()
        if own["cluster_id"].null_count() == 0:
            assert left < RULE.min_conversations
    assert cells["cluster_id"].drop_nulls().len() or cells.is_empty()


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_cells_that_pass_are_told_wherever_the_others_let_them_be(seed):
    """Of features that are active in all clusters in cells that pass, every cell is told."""
    rows, activations = drawn(seed, 3)
    cells = count_features(rows.lazy(), [activations.lazy()], EXACT, KEY)
    for facet in ("request", "task"):
        own = rows.filter(facet=facet)
        for feature in range(12):
            counted = cell_counts(split(own, activations, feature), ["cluster_id", "on"])
            whole = counted.height == 2 * own["cluster_id"].n_unique()
            if whole and counted.select(passes(RULE).all()).item():
                told = cells.filter(facet=facet, feature_id=feature)
                assert told["cluster_id"].to_list() == sorted(own["cluster_id"].unique())


def test_order_shards_and_blocks_change_nothing(monkeypatch):
    rows, activations = drawn(7, 4, 900)
    first = count_features(rows.lazy(), [activations.lazy()], GUARDED, KEY)
    assert first.height > 20
    assert (first["conversations"] % 10 == 0).all()
    monkeypatch.setattr(feature_cells, "ROWS_AT_ONCE", 700)
    mixed = activations.sample(fraction=1, shuffle=True, seed=2)
    shards = [mixed[start : start + 130].lazy() for start in range(0, 900, 130)]
    again = count_features(rows.sample(fraction=1, shuffle=True, seed=3).lazy(), shards, GUARDED, KEY)
    assert again.equals(first)
    assert not count_features(rows.lazy(), shards, GUARDED, b"o" * 32).equals(first)


def test_without_activations_there_are_no_cells():
    rows, activations = drawn(1, 3)
    silent = activations.with_columns(features=pl.lit([], pl.List(pl.UInt32)))
    assert count_features(rows.lazy(), [silent.lazy()], EXACT, KEY).is_empty()
    assert count_features(rows.clear().lazy(), [activations.lazy()], EXACT, KEY).is_empty()


def all_worlds(sizes: tuple[int, ...], least: int) -> tuple[np.ndarray, list[tuple]]:
    """In how many conversations of each cluster a feature may be active, int [worlds, clusters]; and what is told.

    Each world is a feature of its own. Accounts have one conversation each, which tells an attacker most.
    """
    policy = replace(GUARDED, cells=SizeRule(least, least, 0.5), rounding=1)
    worlds = np.array(list(itertools.product(*(range(size + 1) for size in sizes))))
    members = [(cluster, at) for cluster, size in enumerate(sizes) for at in range(size)]
    ids, clusters = ([form.format(*pair) for pair in members] for form in ("{}.{}", "request-0-{:03d}"))
    rows = pl.DataFrame({
        "conversation_id": ids, "facet": "request", "cluster_id": clusters,
        "account_id": ids, "account_key": keyed_u64(KEY, "test", ids),
    }, schema_overrides={"account_key": pl.UInt64})  # fmt: skip
    active = [np.flatnonzero(worlds[:, cluster] > at).astype(np.uint32).tolist() for cluster, at in members]
    shape = {"conversation_id": pl.String, "features": pl.List(pl.UInt32)}
    shard = pl.DataFrame({"conversation_id": ids, "features": active}, schema=shape).lazy()
    told: list[tuple] = [() for _ in worlds]
    for _, cluster, world, on, off in count_features(rows.lazy(), [shard], policy, KEY).iter_rows():
        told[world] += ((cluster or "", on, off),)
    return worlds, told


def roundings(told: tuple, base: int) -> itertools.product:
    """Everything that may be published in place of exact cells."""
    ways = []
    for cluster, on, off in told:
        near = [{count // base * base, -(-count // base) * base} for count in (on, off)]
        ways.append([(cluster, *counts) for counts in itertools.product(*near)])
    return itertools.product(*ways)


@pytest.mark.parametrize(
    ("sizes", "least", "base"),
    [((8, 7, 9), 3, 3), ((8, 7, 9), 3, 1), ((6, 5, 6, 5), 2, 2), ((12, 12, 11), 4, 4), ((6, 6, 6, 6), 2, 1)],
    ids=["three", "three-exact", "four", "large", "four-exact"],
)
def test_nobody_can_bound_a_set_below_the_rule(sizes, least, base):
    """No sum of clusters' active or other conversations is sure to lie between one and `least` - 1.

    Seen are the clusters' sizes, every cell that is counted (more than is published) and all rules; sure is what holds
    in all worlds that agree with what is seen.
    """
    worlds, told = all_worlds(sizes, least)
    chosen = [
        list(some) for n in range(1, len(sizes) + 1) for some in itertools.combinations(range(len(sizes)), n)
    ]
    sums = np.stack(
        [part[:, some].sum(1) for part in (worlds, np.array(sizes) - worlds) for some in chosen], 1
    )
    seen: dict[tuple, tuple[np.ndarray, np.ndarray]] = {}
    for world, cells in enumerate(told):
        for published in roundings(tuple(sorted(cells)), base):
            low, high = seen.setdefault(published, (sums[world].copy(), sums[world].copy()))
            np.minimum(low, sums[world], out=low)
            np.maximum(high, sums[world], out=high)
    assert len(seen) > 10
    caught = {cells: None for cells, (low, high) in seen.items() if ((low >= 1) & (high < least)).any()}
    assert list(caught) == []
