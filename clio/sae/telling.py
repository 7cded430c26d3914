"""Which message of a conversation tells of a group that cuts across clusters: the one that is most like its block.

A group is not about what its conversations are about, so its words are taken from one message of each, not from the
request. Which one is part of what a group *is*, as its conversations are.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

Array = NDArray[np.float32]

TELLING: dict[str, pl.DataType | type[pl.DataType]] = {
    "conversation_id": pl.String,
    "group": pl.Int64,
    "message": pl.UInt32,  # its number among those that utterances.utterances keeps
}


class Said(NamedTuple):
    """The messages of some conversations: conversation_id of each [n], in order, and their unit rows [n, d]."""

    conversations: pl.Series
    rows: Array


def directions(marked: Sequence[Array], members: Sequence[pl.Series], shards: Iterable[Said]) -> list[Array]:
    """What a group's messages are alike, unit rows [c, d] of each group.

    Args:
        marked: of each group the centroids [c, d] of its clusters of messages; [0, d] where features alone found it.
        members: of each group the ids of its conversations.
        shards: all messages; read only where a group has no centroid: it is then told by how the mean message of its
            members differs from that of all.
    """
    if all(len(rows) for rows in marked):
        return [_unit(rows) for rows in marked]
    sums, counts = [0.0] * (len(members) + 1), [0] * (len(members) + 1)
    for said in shards:
        inside = [
            np.ones(len(said.rows), bool),
            *(said.conversations.is_in(own.implode()).to_numpy() for own in members),
        ]
        for at, chosen in enumerate(inside):
            sums[at] = sums[at] + said.rows[chosen].sum(0, dtype=np.float64)
            counts[at] += int(chosen.sum())
    means = [total / max(count, 1) for total, count in zip(sums, counts, strict=True)]
    return [
        _unit(rows if len(rows) else np.atleast_2d(mean - means[0]).astype(np.float32))
        for rows, mean in zip(marked, means[1:], strict=True)
    ]


def telling_messages(said: Said, members: Sequence[pl.Series], alike: Sequence[Array]) -> pl.DataFrame:
    """The message nearest any of a group's directions, of each conversation of `said` in it: TELLING, sorted.

    `members` and `alike` as `directions` has them; of equals the first message. A conversation without a message in a
    group has no row.
    """
    found = [pl.DataFrame(schema=TELLING)]
    frame = pl.DataFrame({"conversation_id": said.conversations}).with_columns(
        message=pl.int_range(pl.len(), dtype=pl.UInt32).over("conversation_id")
    )
    for group, (own, rows) in enumerate(zip(members, alike, strict=True)):
        inside = np.flatnonzero(said.conversations.is_in(own.implode()).to_numpy())
        near = (np.asarray(said.rows[inside]) @ rows.T).max(1, initial=-np.inf)
        found.append(
            frame[inside.tolist()].with_columns(near=pl.Series(near, dtype=pl.Float32), group=pl.lit(group, pl.Int64))
            .sort("near", "message", descending=[True, False])
            .unique("conversation_id", keep="first", maintain_order=True)
            .select(TELLING.keys())
        )  # fmt: skip
    return pl.concat(found).sort("group", "conversation_id")


def _unit(rows: Array) -> Array:
    unit: Array = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-12))
    return unit
