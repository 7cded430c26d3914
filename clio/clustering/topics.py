"""The computed facet topic: the public phrase nearest a request or another text, and those almost as near.

A cluster's requests rarely agree on one of thousands of phrases, but they agree on a neighbourhood. So each
request backs every phrase that is nearly as close as its nearest, in proportion; how close depends on the
request and on public phrases alone.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from clio.clustering.exact import GRID, to_grid
from clio.tables import TOPICS, Schema

NEAR: Schema = {name: TOPICS[name] for name in ("conversation_id", "topic", "near", "closeness")}
FULL = 100  # closeness of the nearest phrase
REACH = 0.1  # cosine below the nearest at which closeness reaches 0; chosen on generated conversations
CHUNK = 1000  # requests compared with all phrases at once, so that memory stays small beside a shard
MOST = 16  # phrases that one request can back
HARMFUL = 4  # a phrase of this concern or more names abuse
MARGIN = 0.05  # cosine by which such a phrase must lead for a request whose own words are of no concern


def nearest_phrases(
    conversations: pl.Series,
    requests: NDArray[np.float32],
    phrases: NDArray[np.float32],
    has_topic: pl.Series,
    concern: NDArray[np.int8],
    phrase_concern: NDArray[np.int8],
    *,
    exact: bool = False,
) -> pl.DataFrame:
    """Find the phrases near each request.

    Args:
        conversations: their ids [n].
        requests: unit rows [n, d].
        phrases: unit rows [p, d].
        has_topic: booleans [n]; a row without gets null and empty lists.
        concern, phrase_concern: 1..5 of each request [n] and phrase [p]. To take an ordinary request for abuse
            hurts more than the reverse, so a harmful phrase is held to a margin there.
        exact: compare in whole numbers, so that no row depends on the others in any bit.

    Returns:
        The columns NEAR of table TOPICS, rows as given.
    """
    harmful = phrase_concern >= HARMFUL
    parts = [
        _near(requests[start : start + CHUNK], phrases, concern[start : start + CHUNK] <= 1, harmful, exact)
        for start in range(0, len(requests), CHUNK)
    ]
    width = min(MOST, len(phrases))
    near = np.concatenate([part[0] for part in parts] or [np.zeros((0, width), np.int32)])
    closeness = np.concatenate([part[1] for part in parts] or [np.zeros((0, width), np.int32)])
    table = pl.DataFrame({"conversation_id": conversations, "has_topic": has_topic}).with_columns(
        pl.Series("near", near).arr.to_list(),
        pl.Series("closeness", closeness).arr.to_list(),
    )
    # Lists run from near to far, so those that still count are a head of each.
    counting = (
        pl.when("has_topic").then((pl.col("closeness").list.eval(pl.element() > 0)).list.sum()).otherwise(0)
    )
    kept = table.with_columns(pl.col("near", "closeness").list.head(counting))
    return kept.select(
        "conversation_id", pl.col("near").list.first().alias("topic"), "near", "closeness"
    ).match_to_schema(dict(NEAR))


def _exact_cosine(requests: NDArray[np.float32], phrases: NDArray[np.float32]) -> NDArray[np.float64]:
    """Cosines [c, p] of unit rows truncated to the grid."""
    cosine: NDArray[np.float64] = (to_grid(requests) @ to_grid(phrases).T) / GRID**2
    return cosine


def _near(
    requests: NDArray[np.float32],
    phrases: NDArray[np.float32],
    ordinary: NDArray[np.bool_],
    harmful: NDArray[np.bool_],
    exact: bool,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Rows of the phrases nearest each of `requests` [c, d], nearest first, and how close: int32 [c, MOST]."""
    with threadpool_limits(1):
        cosine = _exact_cosine(requests, phrases) if exact else np.asarray(requests) @ np.asarray(phrases).T
    cosine -= MARGIN * np.outer(ordinary, harmful).astype(np.float32)
    count = min(MOST, cosine.shape[1])
    near = np.argpartition(-cosine, count - 1, axis=1)[:, :count]
    values = np.take_along_axis(cosine, near, 1)
    order = np.lexsort((near, -values), axis=1)
    near, values = np.take_along_axis(near, order, 1), np.take_along_axis(values, order, 1)
    closeness = np.rint(FULL * (1 - (values[:, :1] - values) / REACH))
    return near.astype(np.int32), closeness.astype(np.int32)
