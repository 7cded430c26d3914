"""Groups that cut across clusters: whatever is published, nobody is left alone inside it or outside it."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.keyed_hash import keyed_u64
from clio.policies import CELLS, CLUSTERS, DP, GUARDED, PAPER
from clio.privacy.cells import cell_counts
from clio.privacy.groups import count_groups
from clio.privacy.rounding import round_cells
from clio.release.derive import derive_groups
from clio.release.schema import CLUSTERS as CLUSTER_SCHEMA
from clio.release.schema import OTHER
from privacy_evals.pinning import Margin, Published, pinned
from privacy_evals.pinning_across import Crossing, pinned_across

KEY = b"k" * 32


def world(*clusters: tuple[int, int], each: int = 2) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Clusters of (accounts in the group, accounts outside) with `each` conversations; one of a member's is in it."""
    rows = [
        (
            f"{cluster}-{account}-{n}",
            f"{cluster}-{account}",
            f"request-0-{cluster:03d}",
            n == 0 and account < inside,
        )
        for cluster, (inside, outside) in enumerate(clusters)
        for account in range(inside + outside)
        for n in range(each)
    ]
    frame = keyed(
        pl.DataFrame(rows, schema=["conversation_id", "account_id", "cluster_id", "inside"], orient="row")
    )
    members = frame.filter("inside").select("conversation_id", group_id=pl.lit("group-000"))
    return frame.drop("inside"), members


def keyed(rows: pl.DataFrame) -> pl.DataFrame:
    keys = keyed_u64(KEY, "account key", rows["account_id"].to_list())
    return rows.with_columns(account_key=pl.Series(keys, dtype=pl.UInt64))


def told(*clusters: tuple[int, int], each: int = 2, policy=PAPER, key: bytes = KEY) -> dict[str, int]:
    cells = count_groups(*world(*clusters, each=each), policy, key)
    return dict(cells.select("cluster_id", "accounts").iter_rows())


@pytest.mark.parametrize(
    ("clusters", "expected"),
    [
        (((40, 40), (30, 50)), {"request-0-000": 40, "request-0-001": 30}),
        (((40, 40), (0, 50)), {"request-0-000": 40}),  # nobody there: no cell, and none pooled
        (((40, 40), (6, 50), (5, 50)), {"request-0-000": 40, OTHER: 11}),  # two small ones together
        (((40, 40), (30, 40), (4, 50)), {"request-0-000": 40, OTHER: 34}),  # one small one takes the smallest in
        (((40, 40), (30, 3), (20, 40)), {"request-0-000": 40, OTHER: 50}),  # outside too few
        (((30, 25), (4, 4)), {OTHER: 34}),
        (((50, 2), (50, 3)), {}),  # all of everybody: the outside never passes
        (((14, 40),), {}),  # the group is too small in all
    ],
    ids=["plain", "absent", "pooled", "absorbed", "outside", "one cell", "everybody", "small"],
)  # fmt: skip
def test_cells(clusters, expected):
    assert told(*clusters, each=3 if expected else 2) == expected


def test_one_account_that_holds_most_of_a_cell_is_not_published_there():
    rows, members = world((40, 40), (30, 40))
    flood = keyed(
        pl.DataFrame({"conversation_id": [f"flood{n}" for n in range(200)]}).with_columns(
            account_id=pl.lit("1-0"), cluster_id=pl.lit("request-0-001")
        )
    )
    own = flood.select("conversation_id", group_id=pl.lit("group-000"))
    assert count_groups(pl.concat([rows, flood]), pl.concat([members, own]), PAPER, KEY).is_empty()


def test_unknown_accounts_count_for_nothing():
    rows, members = world((12, 30), each=3)
    unknown = rows.with_columns(
        account_id=pl.when(pl.col("account_id").str.ends_with("-0")).then(None).otherwise("account_id")
    )
    assert count_groups(unknown, members, PAPER, KEY).is_empty()


def test_dp_does_not_count_them():
    with pytest.raises(ValueError):
        count_groups(*world((40, 40)), DP, KEY)


def test_guarded_rounds_the_cells_of_paper_by_a_coin_of_their_accounts():
    """The same cells; each the multiple of ten below or above, up as often as it is near; the same set the same way."""
    clusters = ((43, 40), (37, 30), (5, 50), (8, 50))
    exact = told(*clusters)
    assert exact == {"request-0-000": 43, "request-0-001": 37, OTHER: 13}
    drawn = [told(*clusters, policy=GUARDED, key=bytes([n]) * 32) for n in range(60)]
    for cluster, accounts in exact.items():
        found = [rounded[cluster] for rounded in drawn]
        assert set(found) == {accounts // 10 * 10, accounts // 10 * 10 + 10}
        assert abs(sum(found) / len(found) - accounts) < 2.5
    assert told(*clusters, policy=GUARDED) == told(*clusters, each=3, policy=GUARDED), (
        "conversations change no coin"
    )


@st.composite
def populations(draw):
    """Conversations of accounts in clusters, and the members of overlapping groups."""
    clusters, accounts = draw(st.integers(1, 4)), draw(st.integers(15, 90))
    rng = draw(st.randoms(use_true_random=False))
    rows, members = [], []
    bias = [rng.random() for _ in range(clusters * 3)]
    for account in range(accounts):
        for n in range(rng.choice([1, 1, 2, 3, 8])):
            cluster, name = rng.randrange(clusters), f"{account}-{n}"
            rows.append((name, None if rng.random() < 0.05 else f"a{account}", f"request-0-{cluster:03d}"))
            members += [(name, f"group-{g:03d}") for g in range(3) if rng.random() < bias[3 * cluster + g]]
    names = ["conversation_id", "account_id", "cluster_id"]
    schema = dict.fromkeys(names, pl.String)
    return (
        keyed(pl.DataFrame(rows, schema=schema, orient="row")),
        pl.DataFrame(members, schema={"conversation_id": pl.String, "group_id": pl.String}, orient="row"),
    )


@given(populations())
@settings(max_examples=60)
def test_every_published_cell_hides_its_inside_and_its_outside(population):
    rows, members = population
    policy = replace(PAPER, clusters=replace(CLUSTERS, max_account_share=0.5))
    cells, known = count_groups(rows, members, policy, KEY), rows.drop_nulls("account_id")
    for (group,), own in cells.partition_by("group_id", as_dict=True).items():
        inside = known.join(members.filter(group_id=group), on="conversation_id", how="semi")
        shown, everyone = set(), set()
        for cluster, accounts in own.select("cluster_id", "accounts").iter_rows():
            listed = own["cluster_id"].implode()
            part = (
                pl.col("cluster_id").is_in(inside["cluster_id"].implode())
                & ~pl.col("cluster_id").is_in(listed)
                if cluster == OTHER
                else pl.col("cluster_id") == cluster
            )
            there, all_there = inside.filter(part), known.filter(part)
            within, without = (
                set(there["account_id"]),
                set(all_there["account_id"]) - set(there["account_id"]),
            )
            assert len(within) == accounts >= CELLS.min_accounts
            assert len(without) >= CELLS.min_accounts
            shares = there["account_id"].value_counts()["count"]
            assert shares.max() <= CELLS.max_account_share * shares.sum()
            shown |= within
            everyone |= set(there["conversation_id"])
        assert len(shown) >= policy.clusters.min_accounts
        assert len(everyone) >= policy.clusters.min_conversations


@given(populations(), st.sampled_from([PAPER, GUARDED]))
@settings(max_examples=20, deadline=None)
def test_no_solver_pins_down_few_accounts_from_sizes_and_overlapping_groups(population, policy):
    """By every published number of accounts in a cluster, and the rules that everybody knows."""
    rows, members = population
    cells, known = count_groups(rows, members, policy, KEY), rows.drop_nulls("account_id")
    margin = Margin(policy.rounding - 1, policy.rounding - 1)
    sizes = dict(
        round_cells(cell_counts(known, ["cluster_id"]), policy.rounding, KEY)
        .select("cluster_id", "accounts")
        .iter_rows()
    )
    for (cluster,), own in (
        cells.filter(pl.col("cluster_id") != OTHER).partition_by("cluster_id", as_dict=True).items()
    ):
        size = sizes[cluster]
        across = dict(own.select("group_id", "accounts").iter_rows())
        found, _ = pinned(Published(str(cluster), 10 * size, size, {}, {}, across=across), margin, 10, (1, 1))
        assert not [one for one in found if "accounts in" in one.what or "accounts not" in one.what]
    for (group,), own in cells.partition_by("group_id", as_dict=True).items():
        told_of = dict(own.select("cluster_id", "accounts").iter_rows())
        found, asked = pinned_across(Crossing(str(group), told_of, sizes), margin, CELLS.min_accounts)
        assert asked or len(told_of) == len(sizes)
        assert not found


@pytest.mark.parametrize(
    ("cells", "proof"),
    [
        ({"a": 40, OTHER: 4}, (4, 4)),  # a rest that the rule does not let through
        ({"a": 40, OTHER: 44}, None),  # b or c may have all of it
    ],
)
def test_the_solver_finds_a_rest_that_is_too_small(cells, proof):
    found, _ = pinned_across(Crossing("group-000", cells, {"a": 90, "b": 60, "c": 80}), Margin(0, 0), 10)
    assert [(one.low, one.high) for one in found] == ([] if proof is None else [proof])


def test_the_solver_finds_few_outside_where_one_cluster_must_hold_the_rest():
    found, _ = pinned_across(Crossing("g", {"a": 40, OTHER: 56}, {"a": 90, "b": 60}), Margin(0, 0), 10)
    assert [(one.what, one.low, one.high) for one in found] == [("accounts not in g of b", 4, 4)]


def test_sums_and_shares_come_of_published_cells():
    cells = count_groups(*world((40, 40), (30, 50), (3, 20)), PAPER, KEY)
    named = pl.DataFrame(
        {
            "group_id": ["group-000", "group-001"],
            "name": ["A", "B"],
            "description": ["C.", "D."],
            "z": [5.0, 6.0],
        }
    ).with_columns(z_null=pl.lit(4.0))
    base = {
        "cluster_id": ["request-0-000", "request-0-001"],
        "facet": ["request"] * 2,
        "level": [0, 0],
        "accounts": [80, 80],
    }
    clusters = pl.DataFrame(base, schema_overrides={"level": pl.Int32}).with_columns(
        pl.lit(None, kind).alias(name) for name, kind in CLUSTER_SCHEMA.items() if name not in base
    )
    (row,) = derive_groups(named, cells, clusters).to_dicts()
    assert row["accounts"] == cells["accounts"].sum()
    assert row["share"] == row["accounts"] / 160
