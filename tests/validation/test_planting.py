"""Planted behaviours: as many as asked, nested by share, the rest untouched, and each what it says it is."""

import base64

import polars as pl
import pytest

from clio.errors import UserError
from clio.synthetic.generator import generate
from clio.validation.planting import KINDS, plant


@pytest.fixture(scope="module")
def conversations() -> pl.DataFrame:
    return generate(300, 150, 5)[0]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_share_is_planted_and_the_rest_is_as_it_was(conversations, kind):
    made = plant(conversations, kind, 0.2, 1)
    assert made.planted.sum() == 60
    assert made.conversations.schema == conversations.schema
    assert made.conversations.filter(~made.planted).equals(conversations.filter(~made.planted))
    assert made.conversations.drop("messages").equals(conversations.drop("messages"))
    changed = made.conversations.filter(made.planted)["messages"].to_list()
    before = conversations.filter(made.planted)["messages"].to_list()
    assert all(one != other for one, other in zip(changed, before, strict=True))


def test_a_smaller_share_is_part_of_a_larger_one_in_any_order(conversations):
    few, many = plant(conversations, "flattery", 0.05, 1), plant(conversations, "flattery", 0.15, 1)
    assert (few.planted & many.planted).sum() == few.planted.sum() == 15
    mixed = conversations.sample(fraction=1, shuffle=True, seed=2)
    turned = plant(mixed, "flattery", 0.15, 1)
    assert turned.conversations.sort("conversation_id").equals(many.conversations.sort("conversation_id"))
    assert plant(conversations, "flattery", 0.15, 2).planted.to_list() != many.planted.to_list()


def test_base64_is_the_request_itself(conversations):
    made = plant(conversations, "base64", 0.1, 3)
    at = made.planted.arg_true().to_list()
    for row in at:
        was, now = (
            conversations["messages"][row][0]["content"],
            made.conversations["messages"][row][0]["content"],
        )
        assert base64.b64decode(now.split(" ")[-1]).decode() == was


@pytest.mark.parametrize(("kind", "share"), [("magic", 0.1), ("flattery", 1.5)])
def test_what_cannot_be_planted_is_refused(conversations, kind, share):
    with pytest.raises(UserError):
        plant(conversations, kind, share)


def test_a_burst_falls_into_few_days_and_leaves_others_beside(conversations):
    made = plant(conversations, "burst", 0.1, 1)
    days = made.conversations.filter(made.planted)["created_at"]
    window = conversations["created_at"].is_between(days.min(), days.max())
    assert 30 < window.sum() <= 90 < len(conversations) / 2
    smaller = plant(conversations, "burst", 0.05, 1)
    assert (smaller.planted & made.planted).sum() == 15
    shorter = conversations.filter(smaller.planted)["created_at"]
    assert shorter.max() - shorter.min() < days.max() - days.min()


def test_a_ring_is_of_few_accounts_that_do_nothing_else(conversations):
    made = plant(conversations, "account_ring", 0.1, 1)
    own = (
        made.conversations.with_columns(made.planted)
        .group_by("account_id")
        .agg(pl.col("planted").sum(), n=pl.len())
    )
    ring = own.filter(pl.col("planted") > 0)
    assert ring["n"].min() >= 2
    assert (ring["planted"] < ring["n"]).sum() <= 1  # the last account, so that the share is kept
    assert len(ring) <= 15


def test_a_quality_drop_strikes_one_language_after_the_other(conversations):
    truth = generate(300, 150, 5)[1]["language"]
    made = plant(conversations, "quality_drop", 0.03, 1)
    assert set(truth.filter(made.planted)) <= {"es", "fr", "de", "pt", "zh"}
    assert truth.filter(made.planted).n_unique() <= 2


@pytest.mark.parametrize("kind", ["burst", "account_ring", "quality_drop"])
def test_what_is_chosen_by_time_account_or_language_is_nested_in_any_order(conversations, kind):
    few, many = plant(conversations, kind, 0.05, 1), plant(conversations, kind, 0.15, 1)
    assert (few.planted & many.planted).sum() == few.planted.sum() == 15
    turned = plant(conversations.sample(fraction=1, shuffle=True, seed=2), kind, 0.15, 1)
    assert turned.conversations.sort("conversation_id").equals(many.conversations.sort("conversation_id"))


def test_unknown_times_and_accounts_are_planted_last(conversations):
    unknown = conversations.with_columns(
        pl.when(pl.int_range(pl.len()) % 2 == 0).then(pl.col("created_at")).alias("created_at"),
        pl.when(pl.int_range(pl.len()) % 2 == 0).then(pl.col("account_id")).alias("account_id"),
    )
    burst, ring = plant(unknown, "burst", 0.1, 1), plant(unknown, "account_ring", 0.05, 1)
    assert unknown.filter(burst.planted)["created_at"].null_count() == 0
    assert unknown.filter(ring.planted)["account_id"].null_count() == 0
    nowhere = conversations.with_columns(created_at=pl.lit(None, pl.Datetime("us", "UTC")))
    assert plant(nowhere, "burst", 0.1, 1).planted.sum() == 30
