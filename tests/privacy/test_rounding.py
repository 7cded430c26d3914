"""Rounding must not bias totals, must not be averaged out by asking again, and must hide one conversation."""

from itertools import pairwise

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from clio.privacy.pooling import cell_counts
from clio.privacy.rounding import round_cells

KEY = bytes(range(32))
counts = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 2**64 - 1)), max_size=30)
bases = st.sampled_from([2, 5, 10, 100])


def cells(conversations, keys, accounts=None):
    accounts = conversations if accounts is None else accounts
    return pl.DataFrame(
        {"conversations": conversations, "accounts": accounts, "key": pl.Series(keys, dtype=pl.UInt64)},
        schema_overrides={"conversations": pl.Int64, "accounts": pl.Int64},
    )


@given(counts, bases)
def test_a_count_moves_to_a_neighbouring_multiple(drawn, base):
    exact = cells([n for n, _ in drawn], [key for _, key in drawn])
    rounded = round_cells(exact, base, KEY)
    for before, after in zip(exact["conversations"], rounded["conversations"], strict=True):
        assert after % base == 0
        assert abs(after - before) < base
    assert round_cells(exact, 1, KEY).equals(exact)


@given(st.integers(0, 99), bases)
def test_it_is_unbiased_over_keys(n, base):
    many = 10_000
    keys = np.random.default_rng(n).integers(0, 2**64, many, dtype=np.uint64)
    rounded = round_cells(cells([n] * many, keys), base, KEY)["conversations"].to_numpy()
    deviation = np.sqrt((n % base) * (base - n % base) / many)
    assert abs(rounded.mean() - n) <= 6 * deviation


@given(counts, bases)
def test_accounts_never_exceed_conversations(drawn, base):
    exact = cells([n for n, _ in drawn], [key for _, key in drawn], [n - n // 3 for n, _ in drawn])
    rounded = round_cells(exact, base, KEY)
    assert (rounded["accounts"] <= rounded["conversations"]).all()


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.randoms())
def test_the_same_set_rounds_the_same_way_under_any_name_and_order(accounts, random):
    hashed = {account: random.getrandbits(64) for account in range(10)}
    rows = pl.DataFrame(
        {
            "account_id": [f"a{account}" for account in accounts],
            "account_key": pl.Series([hashed[account] for account in accounts], dtype=pl.UInt64),
        }
    ).with_columns(cluster_id=pl.lit("c"), language=pl.lit("en"), concern=pl.lit("1"))
    seen = set()
    for dimension in ("language", "concern", "cluster_id"):
        order = list(range(rows.height))
        random.shuffle(order)
        cell = round_cells(cell_counts(rows[order], [dimension]), 10, KEY)
        seen.add(cell.select("conversations", "accounts").row(0))
    assert len(seen) == 1


def test_a_coin_belongs_to_the_set_and_not_to_its_row():
    exact = cells(range(1_000, 1_200), range(200))
    rounded = round_cells(exact, 10, KEY)
    assert round_cells(exact.reverse(), 10, KEY).equals(rounded.reverse())
    assert round_cells(exact[17:60], 10, KEY).equals(rounded[17:60])


def test_another_secret_tosses_other_coins():
    exact = cells([15] * 200, range(200))
    ours, theirs = (round_cells(exact, 10, key)["conversations"] for key in (KEY, bytes(32)))
    assert 50 < (ours == theirs).sum() < 150


def test_one_conversation_changes_the_distribution_by_a_tenth_at_most():
    many, base = 40_000, 10
    keys = np.random.default_rng(0).integers(0, 2**64, many, dtype=np.uint64)
    shares = []
    for n in range(40, 52):
        rounded = round_cells(cells([n] * many, keys), base, KEY)["conversations"]
        shares.append({value: count / many for value, count in rounded.value_counts().iter_rows()})
    for before, after in pairwise(shares):
        values = before.keys() | after.keys()
        distance = sum(abs(before.get(value, 0) - after.get(value, 0)) for value in values) / 2
        assert distance <= 1 / base + 0.01
