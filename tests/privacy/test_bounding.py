"""Bounding limits each account's influence on words, and may itself depend on nobody else's rows."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.policies import GUARDED, PAPER
from clio.privacy.bounding import bound_conversations, default_k, tags_per_conversation
from clio.privacy.budget import plan_words

KEY = bytes(range(32))
rows_drawn = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(0, 5)), st.integers(0, 30)), max_size=80, unique=True
)


def table(drawn):
    return pl.DataFrame(
        {
            "account_id": pl.Series([None if a is None else f"a{a}" for a, _ in drawn], dtype=pl.String),
            "conversation_id": pl.Series([f"c{a}-{c}" for a, c in drawn], dtype=pl.String),
            "row": range(len(drawn)),
        },
        schema_overrides={"row": pl.Int64},
    )


@given(rows_drawn, st.integers(1, 4))
def test_each_account_keeps_its_most_or_all(drawn, per_account):
    kept = bound_conversations(table(drawn), per_account, KEY)
    had = table(drawn)["account_id"].drop_nulls().value_counts()
    got = dict(kept["account_id"].value_counts().iter_rows())
    assert got == {account: min(n, per_account) for account, n in had.iter_rows()}
    assert kept["row"].is_sorted()


@given(rows_drawn, st.integers(1, 3), st.integers(0, 5))
def test_what_is_kept_depends_on_the_accounts_own_rows_alone(drawn, per_account, account):
    rows = table(drawn)
    own = rows.filter(account_id=f"a{account}")
    kept = bound_conversations(rows, per_account, KEY).filter(account_id=f"a{account}")
    assert kept.equals(bound_conversations(own, per_account, KEY))
    backwards = bound_conversations(rows.reverse(), per_account, KEY)
    assert set(backwards["row"]) == set(bound_conversations(rows, per_account, KEY)["row"])


def test_every_row_of_a_kept_conversation_stays():
    rows = table([(1, 1), (1, 2)])
    facets = pl.concat([rows.with_columns(facet=pl.lit(name)) for name in ("request", "task")])
    kept = bound_conversations(facets, 1, KEY)
    assert kept.height == 2
    assert kept["conversation_id"].n_unique() == 1


def test_which_conversation_is_kept_depends_on_the_secret():
    rows = table([(account, c) for account in range(5) for c in range(6)])
    kept = [frozenset(bound_conversations(rows, 1, bytes([k]) * 32)["row"]) for k in range(5)]
    assert len(set(kept)) > 1


@pytest.mark.parametrize(("accounts", "tags"), [(0, 1), (9_999, 1), (10_000, 2), (49_999, 2), (50_000, 3)])
def test_tags_per_conversation_grow_with_accounts(accounts, tags):
    assert tags_per_conversation(accounts) == tags


def test_default_k_keeps_twelve_thresholds_of_accounts_in_a_cluster():
    plan = plan_words(4, 14_000, 1, 1, 1)
    k = default_k(GUARDED, 14_000, 42_000, plan)
    assert k == int(14_000 / (12 * plan.tau))
    assert default_k(GUARDED, 10**9, 10**10, plan) == 2_000
    assert default_k(PAPER, 14_000, 42_000, None) == 420
    assert default_k(PAPER, 14_000, 42_000, None, k_max=50) == 50
    assert default_k(PAPER, 30, 60, None) == 2
    assert default_k(PAPER, 29, 1_000, None) == 10
    assert default_k(GUARDED, 3, 5, plan) == 1
