"""What conversations say for the words of the groups that cut across clusters, under a policy that pays for them."""

import numpy as np
import polars as pl

from clio.clustering.assignment import is_covered
from clio.clustering.topics import nearest_phrases
from clio.facets.tags import MAX_CHARS, tags
from clio.keyed_hash import keyed_u64
from clio.models.rendering import TAG_LIMIT
from clio.privacy.redaction import redact
from clio.privacy.words import ACROSS
from clio.public.phrases import load_phrases
from clio.sae.utterances import utterances
from clio.stages import Work
from clio.workspace import WHOLE


def group_votes(work: Work, shard: str) -> pl.DataFrame:
    """One vote of each conversation of a shard that is in a group, as words.release_words takes it.

    For one group, drawn by a keyed hash of the conversation's own id where it is in several, and from one message: so a
    vote is a function of the conversation and of the groups it is in, whoever else there is.
    """
    chosen = one_group_each(work.whole("group_members"), work.key)
    said = utterances(work.read("conversations", shard, "conversation_id", "messages")).with_columns(
        message=pl.int_range(pl.len(), dtype=pl.UInt32).over("conversation_id")
    )
    read = said.with_row_index("at").join(chosen, on=["conversation_id", "message"]).sort("conversation_id")
    facets = work.read("facets", shard, "conversation_id", "language", "concern")
    told = read.join(facets, on="conversation_id", maintain_order="left")
    near = nearest_phrases(
        told["conversation_id"],
        np.asarray(work.array("utterances", shard)[told["at"].to_numpy()]),
        work.array("phrases", WHOLE),
        told.select(pl.col("language").is_not_null() & is_covered(work.embedder.languages)).to_series(),
        told["concern"].fill_null(1).to_numpy(),
        np.array(load_phrases().concern, np.int8),
    )
    own = [tags(redact(text[:MAX_CHARS]), TAG_LIMIT) for text in told["text"]]
    return near.with_columns(
        pl.Series("tags", own, dtype=pl.List(pl.String)),
        told["group_id"].alias("cluster_id"),
        facet=pl.lit(ACROSS),
    ).join(work.accounts(shard), on="conversation_id", maintain_order="left")


def one_group_each(members: pl.DataFrame, key: bytes) -> pl.DataFrame:
    """Of each conversation's rows in GROUP_MEMBERS the one with the smallest keyed hash of conversation and group."""
    draw = keyed_u64(
        key, "one group each", members["conversation_id"].to_list(), members["group_id"].to_list()
    )
    drawn = members.with_columns(draw=pl.Series(draw, dtype=pl.UInt64)).sort("draw", "group_id")
    return drawn.unique("conversation_id", keep="first", maintain_order=True).drop("draw")
