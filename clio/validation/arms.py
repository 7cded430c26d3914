"""Ways to find what rose from a reference to a batch, each by the same account-level test of its own marks."""

from typing import NamedTuple

import polars as pl

from clio.contrast_steps import OF_MESSAGES
from clio.sae.blocks import Block, cut_blocks
from clio.sae.contrast import contrast, feature_marks
from clio.validation.clusterings import Clusterings, Corpus

ARMS: dict[str, str] = {
    "topics": "base clusters of the requests' embeddings; a cluster is a group",
    "join": "base clusters of those embeddings joined with SAE features; a cluster is a group",
    "features": "contrast by SAE features",
    "utterances": "contrast by fine clusters of messages",
    "both": "contrast by features and utterances, cut together",
    "words": "contrast by the words of all messages, a control",
}
"""Each arm in a few words, in the order of the report."""
FOUND_BY = {
    "features": ("SAE features",),
    "utterances": ("clusters of messages",),
    "both": ("SAE features", "clusters of messages"),
    "words": ("words",),
}


class Found(NamedTuple):
    """Groups of each arm, strongest first, and which mark is of which feature (mark, feature_id, level)."""

    groups: dict[str, list[Block]]
    told: pl.DataFrame


def find(corpus: Corpus, cut: Clusterings, batch: pl.Series, key: bytes) -> Found:
    """What each arm finds in `corpus`, cut as `cut`, when `batch` (bool [n]) is compared with the rest."""
    sides = corpus.conversations.select("conversation_id", "account_id", batch=batch)
    features, told = feature_marks(sides, corpus.activations)
    messages = cut.messages.with_columns(pl.col("mark") + OF_MESSAGES)
    marks = {"features": features, "utterances": messages, "words": _words(corpus.conversations)}
    tests = {arm: contrast(sides, own, key) for arm, own in marks.items()}
    for tables in (marks, tests):
        tables["both"] = pl.concat([tables["features"], tables["utterances"]])
    places = {OF_MESSAGES + number: center for number, center in enumerate(cut.centers)}
    groups = {
        "topics": _clusters(sides, cut.topics, key),
        "join": _clusters(sides, cut.joined, key),
        **{arm: cut_blocks(sides, marks[arm], tests[arm], places) for arm in marks},
    }
    return Found({arm: groups[arm] for arm in ARMS}, told)


def _clusters(sides: pl.DataFrame, marks: pl.DataFrame, key: bytes) -> list[Block]:
    """Every cluster that rose by more than chance reaches, as a group."""
    test = contrast(sides, marks, key)
    risen = test.filter(pl.col("z") > pl.col("z_null")).sort("z", "mark", descending=[True, False])
    return [
        Block(
            pl.Series("mark", [row["mark"]], pl.UInt32),
            marks.filter(pl.col("mark") == row["mark"]).select("conversation_id"),
            row["z"],
            row["z_null"],
            row["batch"] - row["reference"],
        )
        for row in risen.iter_rows(named=True)
    ]


def _words(conversations: pl.DataFrame) -> pl.DataFrame:
    """Which conversations hold which word, in lower case."""
    said = pl.col("messages").list.eval(pl.element().struct.field("content")).list.join(" ")
    found = conversations.select("conversation_id", word=said.str.to_lowercase().str.extract_all(r"\w+"))
    held = found.explode("word").drop_nulls("word").unique().sort("word", "conversation_id")
    return held.select("conversation_id", mark=pl.col("word").rank("dense").cast(pl.UInt32))
