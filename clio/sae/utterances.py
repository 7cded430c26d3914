"""Utterances for the contrast: which conversations have a message in which fine cluster of message embeddings.

Features see how something is said, embeddings what is said: each finds behaviours that the other misses. Clusters are
much finer than those of topics, and are fitted on messages of batch and reference alike, so that a kind of message that
only the batch has gets clusters of its own.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.clustering.assignment import nearest
from clio.clustering.kmeans import fit_kmeans
from clio.keyed_hash import keyed_order

FINE = 400
"""Fine clusters at most."""
PER_CLUSTER = 10
"""Messages a fine cluster should have at least, where there are few."""
SAMPLED = 100
"""Messages that the fit sees at most of each fine cluster."""
MOST_MESSAGES = 8
"""Messages of a conversation that are read: the first and the last."""
ROLES = ("user", "assistant")

Array = NDArray[np.float32]


def utterances(conversations: pl.DataFrame) -> pl.DataFrame:
    """The messages of users and assistant, in order: conversation_id, text; of long conversations both ends."""
    said = (
        conversations.select("conversation_id", "messages").explode("messages").drop_nulls("messages")
        .unnest("messages").filter(pl.col("role").is_in(ROLES) & (pl.col("content").str.strip_chars() != ""))
    )  # fmt: skip
    at, of = pl.int_range(pl.len()).over("conversation_id"), pl.len().over("conversation_id")
    kept = said.filter((at < MOST_MESSAGES // 2) | (at >= of - MOST_MESSAGES // 2))
    return kept.select("conversation_id", text="content")


def fit_utterances(ids: list[str], rows: Array, key: bytes, seed: int) -> Array:
    """Centroids float32 [k, d] of fine clusters.

    Args:
        ids: a name for each of `rows` [n, d], which decides by its keyed hash whether the fit sees it.
    """
    k = min(FINE, len(ids) // PER_CLUSTER)
    if k < 2:
        return np.zeros((0, rows.shape[1]), np.float32)
    return fit_kmeans(rows[keyed_order(key, "utterances", ids)[: SAMPLED * k]], k, seed)


def utterance_marks(said: pl.DataFrame, rows: Array, centers: Array) -> pl.DataFrame:
    """Which conversations have a message in which cluster: conversation_id, mark (u32), without repetition.

    `said` as `utterances` gives it, `rows` [n, d] the embeddings of its texts, `centers` [k, d].
    """
    if not len(centers) or said.is_empty():
        return pl.DataFrame(schema={"conversation_id": pl.String, "mark": pl.UInt32})
    index, _ = nearest(rows, centers)
    marked = said.select("conversation_id", mark=pl.Series(index, dtype=pl.UInt32))
    return marked.unique().sort("mark", "conversation_id")
