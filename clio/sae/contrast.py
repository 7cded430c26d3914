"""Contrast: what more accounts do in this batch of conversations than in a reference, whatever they talk about.

A *mark* is something that a conversation has or has not: a feature above one of its reference quantiles, an utterance
in a fine cluster, a word. An account's share of a mark is the share of its conversations that have it, so that who
writes much counts as much as who writes little; where each account has one conversation, the statistic is the pooled
two-proportion z. Its null is not looked up: reference accounts are split at random, again and again, in the sizes of
batch and reference, and the largest |z| over all marks of each split says what chance alone reaches (the max-statistic
permutation test, Westfall & Young 1993, Resampling-Based Multiple Testing).

Conversations by marks is only ever a sparse matrix.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse

from clio.sae.reference import LEVELS, measure

SPLITS = 99
"""Random splits of the reference: chance exceeds the largest of all their z once in a hundred contrasts."""
LEAST_ACCOUNTS = 15
"""Accounts that a mark needs, of both sides together, to be tested; rarer ones can make no group that is published."""
SPLITS_AT_ONCE = 11

Floats = NDArray[np.float64]


TESTED: dict[str, pl.DataType | type[pl.DataType]] = {
    "mark": pl.UInt32,
    "batch": pl.Float64,  # mean share of the batch's accounts
    "reference": pl.Float64,
    "z": pl.Float64,
    "z_null": pl.Float64,  # the largest |z| of any mark in any split; infinite where the reference cannot be split
}


def feature_marks(
    conversations: pl.DataFrame, activations: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Which conversations have which feature above which of the reference's quantiles (95, 99 and 99.8 %).

    Args:
        conversations: conversation_id, account_id, batch (bool; false = reference).
        activations: conversation_id, features, values, as tables.ACTIVATIONS.

    Returns:
        (conversation_id, mark u32) without repetition, and (mark, feature_id u32, level) for every mark.
    """
    names = list(LEVELS)
    long = (
        activations.explode("features", "values").drop_nulls("features")
        .join(conversations.select("conversation_id", "batch"), on="conversation_id")
    )  # fmt: skip
    ids = long["features"].unique().sort()
    code = np.searchsorted(ids.to_numpy(), long["features"].to_numpy())
    of_reference = ~long["batch"].to_numpy()
    count = int((~conversations["batch"]).sum())
    known = measure(
        code[of_reference].astype(np.uint32), long["values"].to_numpy()[of_reference], count, len(ids)
    )
    levels = known.features.select("feature_id", *names)
    above = long.select("conversation_id", "values", feature_id=pl.Series(code, dtype=pl.UInt32)).join(
        levels, on="feature_id"
    )
    marks = pl.concat(
        above.filter(pl.col("values") > pl.col(name)).select(
            "conversation_id", mark=pl.col("feature_id") * len(names) + at
        )
        for at, name in enumerate(names)
    ).sort("mark", "conversation_id")
    mark = pl.Series("mark", np.arange(len(ids) * len(names)), pl.UInt32)
    told = pl.DataFrame({"mark": mark}).with_columns(
        feature_id=pl.Series(np.repeat(ids.to_numpy(), len(names)), dtype=pl.UInt32),
        level=pl.Series(np.tile(np.array(names, dtype=object), len(ids)), dtype=pl.String),
    )
    return marks, told


def contrast(
    conversations: pl.DataFrame, marks: pl.DataFrame, key: bytes, splits: int = SPLITS
) -> pl.DataFrame:
    """Test every mark that enough accounts have for a rise from the reference to the batch.

    Args:
        conversations: conversation_id, account_id (none null), batch (bool; false = reference).
        marks: conversation_id, mark (u32), without repetition; marks of other conversations are passed over.
        key: what the splits are drawn by; of accounts in the order of their ids, so that no input order can matter.

    An account with conversations on both sides counts on both.

    Returns:
        TESTED, one row per mark that was tested, by mark; those above their z_null rose by more than chance reaches.
    """
    shares, names, batch = account_shares(conversations, marks)
    enough = np.diff(shares.tocsc().indptr) >= LEAST_ACCOUNTS
    shares, names = shares[:, enough], names[enough]
    z, means = _z(shares, batch)
    own = shares[np.flatnonzero(~batch)]
    null = _chance(own, float(batch.mean()) if len(batch) else 0.0, key, splits)
    columns = {
        "mark": names,
        "batch": means[0],
        "reference": means[1],
        "z": z,
        "z_null": np.full(len(z), null),
    }
    return pl.DataFrame(columns, schema=TESTED)


def account_shares(
    conversations: pl.DataFrame, marks: pl.DataFrame
) -> tuple[sparse.csr_matrix, NDArray[np.uint32], NDArray[np.bool_]]:
    """Accounts by marks: sparse float64 [u, m] of shares in (0, 1], the marks u32 [m], and who is of the batch [u].

    Rows go by side and then by account id; an account on both sides has two.
    """
    units = (
        conversations.group_by("batch", "account_id").agg(own=pl.len()).sort("batch", "account_id")
    ).with_row_index("unit")  # fmt: skip
    names = marks["mark"].unique().sort()
    held = (
        marks.join(conversations.select("conversation_id", "account_id", "batch"), on="conversation_id")
        .group_by("batch", "account_id", "mark").agg(n=pl.len())
        .join(units, on=["batch", "account_id"])
    )  # fmt: skip
    column = np.searchsorted(names.to_numpy(), held["mark"].to_numpy())
    values = held["n"].to_numpy() / held["own"].to_numpy()
    shape = (units.height, len(names))
    matrix = sparse.csr_matrix((values, (held["unit"].to_numpy(), column)), shape=shape)
    return matrix, names.to_numpy(), units["batch"].to_numpy()


def _z(shares: sparse.csr_matrix, batch: NDArray[np.bool_]) -> tuple[Floats, tuple[Floats, Floats]]:
    """z of every column [m], and the mean shares of batch and reference [m]; zeros where a side has no account."""
    sizes = np.array([[batch.sum()], [(~batch).sum()]], float)
    chosen = np.stack([batch, ~batch]).astype(float)
    sums, squares = chosen @ shares, np.asarray(shares.multiply(shares).sum(0))
    means = (sums[0] / max(sizes[0, 0], 1), sums[1] / max(sizes[1, 0], 1))
    return _statistic(sums[:1], sums[1:], squares, sizes[0], sizes[1])[0], means


def _statistic(first: Floats, second: Floats, squares: Floats, n: Floats, m: Floats) -> Floats:
    """The pooled z [s, m] of sums of shares over n and m accounts; squares [1, m] of all of them together."""
    if min(n.min(), m.min()) < 1:
        return np.zeros_like(first)
    mean = (first + second) / (n + m)[:, None]
    variance = squares / (n + m)[:, None] - mean**2
    error = np.sqrt(np.maximum(variance, 0) * (1 / n + 1 / m)[:, None])
    difference = first / n[:, None] - second / m[:, None]
    return np.divide(difference, error, out=np.zeros_like(difference), where=error > 0)


def _chance(reference: sparse.csr_matrix, share: float, key: bytes, splits: int) -> float:
    """The largest |z| in `splits` random splits of accounts [r, m], `share` of which stand for the batch."""
    accounts = reference.shape[0]
    size = round(share * accounts)
    if not 0 < size < accounts or not reference.shape[1]:
        return float("inf")
    total = np.asarray(reference.sum(0))
    squares = np.asarray(reference.multiply(reference).sum(0))
    draw = np.random.default_rng(int.from_bytes(key[:8], "little"))
    n, m = np.array([float(size)]), np.array([float(accounts - size)])
    largest = 0.0
    for start in range(0, splits, SPLITS_AT_ONCE):
        chosen = np.zeros((min(SPLITS_AT_ONCE, splits - start), accounts))
        for row in chosen:
            row[draw.choice(accounts, size, replace=False)] = 1
        sums = chosen @ reference
        largest = max(largest, float(np.abs(_statistic(sums, total - sums, squares, n, m)).max()))
    return largest
