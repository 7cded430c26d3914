"""What comes next where a feature fires: the tokens that its output is made of, told from public text alone.

A label is made of the words on which a feature fires, its input. What it does to a decoder shows in the tokens that
follow, which seldom are those words (Gur-Arieh et al. 2025, "Enhancing Automated Interpretability with Output-Centric
Feature Descriptions"). So each feature also gets the tokens that come after its firings more often than elsewhere.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.sae.activations import CONVERSATIONS_AT_ONCE
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.token_states import TokenReader, Window

MOST_TOKENS = 5
LEAST_FIRINGS = 50
"""Firings that are followed by a token; a feature with fewer has no tokens."""
LEAST_TIMES = 5
"""Of them, those that a token of the feature must follow."""

_COUNTED = {"feature_id": pl.UInt32, "token": pl.Int64, "n": pl.Int64}


def following_tokens(
    texts: Iterable[str], reader: TokenReader, autoencoder: SparseAutoencoder, q95: NDArray[np.float32]
) -> dict[int, list[int]]:
    """Of each feature at most MOST_TOKENS tokens that follow where it is above `q95` [F], the most telling first.

    A token's weight is its part of the Kullback-Leibler divergence of what follows the feature from what follows any
    token: p log(p / q), q with one added to every count. Raises UserError when the model cannot be read.
    """
    after = pl.DataFrame(schema=_COUNTED)
    anywhere = pl.DataFrame(schema={name: _COUNTED[name] for name in ("token", "n")})
    remaining = iter(texts)
    while chunk := list(islice(remaining, CONVERSATIONS_AT_ONCE)):
        for batch in reader.batches(chunk):
            fired, following = _fired(batch, reader, autoencoder, q95)
            after = _summed(pl.concat([after, fired.with_columns(n=pl.lit(1, pl.Int64))]))
            anywhere = _summed(pl.concat([anywhere, following.with_columns(n=pl.lit(1, pl.Int64))]))
    total, kinds = anywhere["n"].sum(), anywhere.height
    share = pl.col("n") / pl.col("n").sum().over("feature_id")
    usual = (pl.col("everywhere") + 1) / (total + kinds)
    told = (
        after.filter(pl.col("n").sum().over("feature_id") >= LEAST_FIRINGS)
        .join(anywhere.rename({"n": "everywhere"}), on="token")
        .with_columns(weight=share * (share / usual).log())
        .filter(pl.col("n") >= LEAST_TIMES, pl.col("weight") > 0)
        .sort("feature_id", "weight", "token", descending=[False, True, False])
        .group_by("feature_id", maintain_order=True).head(MOST_TOKENS)
        .group_by("feature_id", maintain_order=True).agg("token")
    )  # fmt: skip
    return dict(told.iter_rows())


def _fired(
    batch: Sequence[Window], reader: TokenReader, autoencoder: SparseAutoencoder, q95: NDArray[np.float32]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """feature_id and the token that follows, of each firing; and the token that follows, of each token read."""
    states = reader.read(batch).states
    following = np.concatenate([_next(window) for window in batch])
    indices, values = (part.cpu().numpy() for part in autoencoder.encode(states))
    fires = (values > q95[indices.astype(np.int64)]) & (values > 0) & (following >= 0)[:, None]
    rows, columns = np.nonzero(fires)
    fired = {"feature_id": indices[rows, columns].astype(np.uint32), "token": following[rows]}
    return (
        pl.DataFrame(fired, schema={name: _COUNTED[name] for name in fired}),
        pl.DataFrame({"token": following[following >= 0]}, schema={"token": _COUNTED["token"]}),
    )


def _next(window: Window) -> NDArray[np.int64]:
    """The token after each one of a window that is read; -1 where none or a special one is."""
    ids, read = np.array(window.ids, np.int64), np.array(window.read, bool)
    after = np.full(len(ids), -1, np.int64)
    after[:-1] = np.where(read[1:], ids[1:], -1)
    own: NDArray[np.int64] = after[read]
    return own


def _summed(counted: pl.DataFrame) -> pl.DataFrame:
    return counted.group_by(pl.exclude("n")).agg(pl.col("n").sum())
