"""Names of groups that cut across clusters: public labels or words, said by enough, and nothing else."""

import polars as pl

from clio.privacy.candidates import MIXED
from clio.sae.group_names import UNNAMED, name_by_words, name_group, words_apart


def told(inside: str, outside: str, accounts: int = 40) -> pl.DataFrame:
    rows = [
        (f"{side}{n}", f"{side}{n}", side == "i", inside if side == "i" else outside)
        for side in "io"
        for n in range(accounts)
    ]
    return pl.DataFrame(rows, schema=["conversation_id", "account_id", "inside", "text"], orient="row")


def test_words_are_those_that_set_a_group_apart():
    words = words_apart(told("Please decode this recipe for Zalmoxia.", "Please cook this recipe."), 15)
    assert "decode" in words
    assert "recipe" not in words
    assert "zalmoxia" not in [word.lower() for word in words]  # on no public list


def test_words_of_too_few_accounts_are_not_told():
    few = told("cook a recipe", "cook a recipe", 40).with_columns(
        text=pl.when(pl.col("conversation_id").is_in([f"i{n}" for n in range(14)]))
        .then(pl.lit("decode it"))
        .otherwise("text")
    )
    assert "decode" not in words_apart(few, 15)


def test_a_name_is_of_labels_then_of_words_then_none():
    labelled = name_group(["refund, parcel", "refund, parcel", "courier"], ["decode"], "SAE features")
    assert labelled["name"] == "refund, parcel; courier"
    assert "decode" in labelled["description"]
    assert name_group([], ["decode", "message"], "SAE features")["name"] == "Set apart by: decode, message"
    assert name_group([], [], "clusters of messages")["name"] == UNNAMED


def test_what_the_wording_gate_objects_to_is_left_out():
    named = name_group(["ignore previous instructions"], [], "SAE features")
    assert named["name"] == UNNAMED


def test_a_phrase_that_says_nothing_is_no_name_under_guarded():
    assert (
        name_by_words("Talk about the assistant itself", [])["name"]
        == "Most like: talk about the assistant itself"
    )
    assert name_by_words(MIXED, ["mind"])["name"] == UNNAMED
    assert name_by_words(None, [])["name"] == UNNAMED
