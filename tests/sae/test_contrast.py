"""What rose from a reference to a batch: the statistic, its null, and the groups that are cut without labels."""

import numpy as np
import polars as pl
import pytest

from clio.sae.blocks import cut_blocks
from clio.sae.contrast import LEAST_ACCOUNTS, contrast, feature_marks
from clio.sae.utterances import fit_utterances, utterance_marks, utterances
from clio.tables import ACTIVATIONS, MESSAGES

KEY = b"0123456789abcdef"
ABOVE = pl.col("z") > pl.col("z_null")


def people(reference: int, batch: int, each: int = 1) -> pl.DataFrame:
    """Accounts of each side with `each` conversations."""
    rows = [
        (f"{side}{account}-{n}", f"{side}{account}", side == "b")
        for side, count in (("r", reference), ("b", batch))
        for account in range(count)
        for n in range(each)
    ]
    return pl.DataFrame(rows, schema=["conversation_id", "account_id", "batch"], orient="row")


def random_marks(conversations: pl.DataFrame, shares: list[float], seed: int) -> pl.DataFrame:
    """Each mark in its share of the conversations, whichever side they are on."""
    draw, ids = np.random.default_rng(seed), conversations["conversation_id"]
    parts = [
        pl.DataFrame({"conversation_id": ids.filter(pl.Series(draw.random(len(ids)) < share))}).with_columns(
            mark=pl.lit(mark, pl.UInt32)
        )
        for mark, share in enumerate(shares)
    ]
    return pl.concat(parts)


def planted(conversations: pl.DataFrame, kinds: int, share: float, seed: int) -> tuple[pl.DataFrame, dict]:
    """40 marks at 5 %, of which each kind has ten in seven of ten of its own conversations of the batch."""
    draw = np.random.default_rng(seed)
    ids = draw.permutation(conversations.filter("batch")["conversation_id"].to_numpy())
    size, parts, truth = round(share * len(ids)), [random_marks(conversations, [0.05] * 40, seed)], {}
    for kind in range(kinds):
        own = truth[kind] = set(ids[kind * size : (kind + 1) * size])
        parts += [
            pl.DataFrame(
                {"conversation_id": [name for name in sorted(own) if draw.random() < 0.7]}
            ).with_columns(mark=pl.lit(10 * kind + mark, pl.UInt32))
            for mark in range(10)
        ]
    return pl.concat(parts).unique(), truth


def test_with_one_conversation_an_account_it_is_the_two_proportion_test():
    conversations = people(300, 200)
    marks = random_marks(conversations, [0.1, 0.3], 0)
    found = contrast(conversations, marks, KEY)
    for mark, batch, reference, z, _ in found.iter_rows():
        has = conversations.join(marks.filter(mark=mark), on="conversation_id", how="semi")
        x, y = has["batch"].sum(), (~has["batch"]).sum()
        pooled = (x + y) / 500
        assert batch == pytest.approx(x / 200)
        assert reference == pytest.approx(y / 300)
        assert z == pytest.approx((x / 200 - y / 300) / np.sqrt(pooled * (1 - pooled) * (1 / 200 + 1 / 300)))


def test_an_account_counts_once_however_much_it_writes():
    conversations = people(200, 200)
    marks = random_marks(conversations, [0.1], 1)
    before = contrast(conversations, marks, KEY)["batch"].item()
    flood = pl.DataFrame({"conversation_id": [f"flood{n}" for n in range(5000)]}).with_columns(
        account_id=pl.lit("b0"), batch=pl.lit(True)
    )
    more = pl.concat([marks, flood.select("conversation_id", mark=pl.lit(0, pl.UInt32))])
    after = contrast(pl.concat([conversations, flood]), more, KEY)["batch"].item()
    assert abs(after - before) <= 1 / 200 + 1e-9


def test_marks_of_few_accounts_are_not_tested():
    conversations = people(100, 100)
    few = (
        conversations.filter("batch")
        .head(LEAST_ACCOUNTS - 1)
        .select("conversation_id", mark=pl.lit(7, pl.UInt32))
    )
    assert contrast(conversations, few, KEY).is_empty()


def test_no_order_of_rows_changes_anything():
    conversations = people(150, 120, each=2)
    marks, _ = planted(conversations, 1, 0.2, 2)
    first = contrast(conversations, marks, KEY)
    turned = (
        conversations.sample(fraction=1, shuffle=True, seed=5),
        marks.sample(fraction=1, shuffle=True, seed=6),
    )
    again = contrast(*turned, KEY)
    assert again.equals(first)
    ids = [block.members["conversation_id"].to_list() for block in cut_blocks(conversations, marks, first)]
    assert ids == [block.members["conversation_id"].to_list() for block in cut_blocks(*turned, again)]


def test_chance_alone_hardly_ever_clears():
    """Nothing planted: a hundred marks, of which the largest z may pass the null once in a hundred runs."""
    conversations = people(250, 150)
    shares = [0.5, 0.2, *[0.05] * 50, *[0.01] * 48]
    false = sum(
        contrast(conversations, random_marks(conversations, shares, 100 + seed), KEY).filter(ABOVE).height > 0
        for seed in range(40)
    )
    assert false <= 3


def test_a_reference_that_cannot_be_split_clears_nothing():
    conversations = people(1, 100)
    marks = random_marks(conversations, [0.5], 3)
    assert contrast(conversations, marks, KEY).filter(ABOVE).is_empty()
    assert contrast(conversations.clear(), marks.clear(), KEY).filter(ABOVE).is_empty()


@pytest.mark.parametrize("kinds", [1, 2])
def test_groups_are_the_planted_conversations_and_kinds_stay_apart(kinds):
    conversations = people(600, 600)
    marks, truth = planted(conversations, kinds, 0.12, 4)
    blocks = cut_blocks(conversations, marks, contrast(conversations, marks, KEY))
    assert len(blocks) == kinds
    inside = set(conversations.filter("batch")["conversation_id"])
    for own in truth.values():
        best = max(
            2 * len(own & members) / (len(own) + len(members))
            for members in (inside & set(block.members["conversation_id"]) for block in blocks)
        )
        assert best > 0.9


def test_nothing_planted_gives_no_group():
    conversations = people(400, 400)
    marks, _ = planted(conversations, 0, 0.1, 6)
    assert cut_blocks(conversations, marks, contrast(conversations, marks, KEY)) == []


def test_levels_are_quantiles_of_the_reference_alone():
    conversations = people(500, 500)
    draw, ids = np.random.default_rng(7), conversations["conversation_id"]
    values = np.where(conversations["batch"], 10.0, 1.0) * draw.random(1000)
    activations = pl.DataFrame(
        {
            "conversation_id": ids,
            "features": [[4_000_000_000]] * 1000,
            "values": [[value] for value in values],
        },
        schema=dict(ACTIVATIONS),
    )
    marks, told = feature_marks(conversations, activations)
    assert told["feature_id"].unique().to_list() == [4_000_000_000]
    assert told["level"].to_list() == ["q95", "q99", "q998"]
    above = marks.join(conversations, on="conversation_id").group_by("mark").agg(
        reference=(~pl.col("batch")).sum(), batch=pl.col("batch").sum()
    )  # fmt: skip
    for mark, least in ((0, 0.05), (1, 0.01), (2, 0.002)):
        row = (
            above.filter(mark=mark).row(0, named=True)
            if mark in above["mark"]
            else {"reference": 0, "batch": 0}
        )
        assert row["reference"] <= least * 500
        assert row["batch"] > 400


def talk(*texts: str) -> list[dict[str, str]]:
    return [
        {"role": "user" if at % 2 == 0 else "assistant", "content": text} for at, text in enumerate(texts)
    ]


def test_utterances_are_what_users_and_assistant_said_of_long_conversations_both_ends():
    frame = pl.DataFrame(
        {"conversation_id": ["a", "b", "c"], "messages": [talk("hi", " "), talk(*"0123456789"), []]},
        schema={"conversation_id": pl.String, "messages": MESSAGES},
    )
    said = utterances(frame)
    assert said.filter(conversation_id="a")["text"].to_list() == ["hi"]
    assert said.filter(conversation_id="b")["text"].to_list() == list("01236789")
    assert "c" not in said["conversation_id"]


def test_fine_clusters_mark_each_conversation_once_and_do_not_depend_on_order():
    draw = np.random.default_rng(8)
    rows = np.repeat(np.eye(4, 16, dtype=np.float32), 25, axis=0) + 0.01 * draw.random((100, 16), np.float32)
    said = pl.DataFrame({"conversation_id": [f"c{n // 2}" for n in range(100)], "text": ["x"] * 100})
    names = [f"{n}" for n in range(100)]
    centers = fit_utterances(names, rows, KEY, 0)
    order = draw.permutation(100)
    again = fit_utterances([names[at] for at in order], rows[order], KEY, 0)
    assert np.array_equal(centers, again)
    marks = utterance_marks(said, rows, centers)
    assert not marks.is_duplicated().any()
    assert marks["mark"].n_unique() == len(centers) <= 10
    assert utterance_marks(said, rows, centers[:0]).is_empty()
