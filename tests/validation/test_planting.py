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
