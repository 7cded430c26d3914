"""Ways to find what rose from a reference to a batch, each as marks of conversations for the same test."""

from collections.abc import Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.sae.blocks import Block, cut_blocks
from clio.sae.contrast import contrast, feature_marks
from clio.sae.utterances import fit_utterances, utterance_marks, utterances

ARMS = ("features", "utterances", "both", "words")
"""SAE features, fine clusters of messages, the marks of either cut together; and, as a control, words."""
APART = 2**31
"""Added to marks of utterances, to stand beside those of features."""


def find(
    conversations: pl.DataFrame,
    activations: pl.DataFrame,
    embeddings: Mapping[str, NDArray[np.float32]],
    key: bytes,
    seed: int = 0,
) -> dict[str, tuple[pl.DataFrame, list[Block]]]:
    """What each arm finds: the tests of its marks (contrast.TESTED), and the blocks cut of them.

    Args:
        conversations: conversation_id, account_id, messages, batch (bool; false = reference).
        activations: conversation_id, features, values.
        embeddings: the unit row [d] of every message's text.
    """
    sides = conversations.select("conversation_id", "account_id", "batch")
    said = utterances(conversations)
    rows = np.stack([embeddings[text] for text in said["text"]])
    names = said.select(pl.format("{}/{}", "conversation_id", pl.int_range(pl.len()).over("conversation_id")))
    centers = fit_utterances(names.to_series().to_list(), rows, key, seed)
    marks = {
        "features": feature_marks(sides, activations)[0],
        "utterances": utterance_marks(said, rows, centers).with_columns(pl.col("mark") + APART),
        "words": _words(conversations),
    }
    tests = {arm: contrast(sides, own, key) for arm, own in marks.items()}
    for tables in (marks, tests):
        tables["both"] = pl.concat([tables["features"], tables["utterances"]])
    places = {APART + number: center for number, center in enumerate(centers)}
    return {arm: (tests[arm], cut_blocks(sides, marks[arm], tests[arm], places)) for arm in ARMS}


def _words(conversations: pl.DataFrame) -> pl.DataFrame:
    """Which conversations hold which word, in lower case."""
    said = pl.col("messages").list.eval(pl.element().struct.field("content")).list.join(" ")
    found = conversations.select("conversation_id", word=said.str.to_lowercase().str.extract_all(r"\w+"))
    held = found.explode("word").drop_nulls("word").unique().sort("word", "conversation_id")
    return held.select("conversation_id", mark=pl.col("word").rank("dense").cast(pl.UInt32))


def best_f1(blocks: list[Block], batch: set[str], planted: set[str]) -> float:
    """The largest F1 that any group, within the batch, reaches against the planted conversations; 0 without either."""
    found = [set(block.members["conversation_id"]) & batch for block in blocks]
    return max((2 * len(own & planted) / (len(own) + len(planted)) for own in found if own), default=0.0)
