"""From marks that rose to groups of conversations, without any label.

Marks that rose together in the same conversations are a block. What a conversation of the block's behaviour looks like
is taken from the excess of the batch over the reference: if a share s of the batch behaves so and the rest is as the
reference, a mark with shares b and r is found in a = (b - (1 - s) r) / s of the behaviour's own conversations. A
conversation's score is the log-likelihood ratio of its marks, and where to cut is read from the two sides alone: above
a cut with shares b and r, b - r are right and r are there by chance, which estimates precision and recall (learning
from positive and unlabelled examples: Elkan & Noto 2008, KDD).
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage

MOST_MARKS = 200
"""Marks of the largest z that are cut into blocks; the work grows with the square."""
TOGETHER = 0.1
"""Mean correlation, over conversations of the batch, from which two sets of marks are one block."""
ALIKE = 0.4
"""Mean cosine from which two sets of places are one block."""
SAME = 0.2
"""Correlation of two blocks' conversations in the batch from which they are one."""
ROUNDS = 2
FLOOR = 1e-3
PRECISION = 0.5
"""Least share of a group's conversations in the batch that are there by more than chance."""

Floats = NDArray[np.float64]


class Block(NamedTuple):
    """One group of conversations that share what rose."""

    marks: pl.Series
    """u32, strongest first"""
    members: pl.DataFrame
    """conversation_id of every conversation, on both sides, that scores above the cut"""
    z: float
    """The largest z of its marks, and what chance reached in that mark's test."""
    z_null: float
    share: float
    """Estimated share of the batch's conversations that behave so."""


def cut_blocks(
    conversations: pl.DataFrame,
    marks: pl.DataFrame,
    found: pl.DataFrame,
    places: Mapping[int, NDArray[np.float32]] | None = None,
) -> list[Block]:
    """The blocks of the cleared marks of a contrast, strongest first.

    Args:
        conversations: conversation_id, account_id, batch.
        marks: conversation_id, mark.
        found: contrast.TESTED of them; of several tests of different marks, one after the other.
        places: where marks lie, a row [d] by mark. Those that have one are cut by nearness among themselves, the
            others by correlation; blocks of either kind that hold the same conversations are one.
    """
    cleared = (
        found.filter(pl.col("z") > pl.col("z_null"))
        .sort("z", "mark", descending=[True, False])
        .head(MOST_MARKS)
    )
    if cleared.is_empty():
        return []
    order = conversations.sort("conversation_id").with_row_index("row")
    held = _matrix(order, marks, cleared["mark"])
    sides = _Sides(order, order["batch"].to_numpy(), _weights(order))
    sets = _first_sets(cleared["mark"], held[sides.batch], places or {})
    while True:
        blocks = [(columns, _block(held[:, columns], cleared[columns.tolist()], sides)) for columns in sets]
        kept = [(columns, block) for columns, block in blocks if block is not None]
        sets, merged = _merged(kept, sides)
        if not merged:
            return sorted((block for _, block in kept), key=lambda block: (-block.z, block.marks[0]))


class _Sides(NamedTuple):
    """Conversations [n] in order: whether of the batch, and what each counts."""

    order: pl.DataFrame
    batch: NDArray[np.bool_]
    weight: Floats


def _matrix(order: pl.DataFrame, marks: pl.DataFrame, names: pl.Series) -> sparse.csc_matrix:
    """Conversations by the given marks, sparse float64 of ones [n, m]."""
    columns = pl.DataFrame({"mark": names}).with_row_index("column")
    placed = marks.join(columns, on="mark").join(order.select("conversation_id", "row"), on="conversation_id")
    at = (placed["row"].to_numpy(), placed["column"].to_numpy())
    return sparse.csc_matrix((np.ones(placed.height), at), shape=(order.height, len(names)))


def _weights(order: pl.DataFrame) -> Floats:
    """What each conversation [n] counts: all of one account and side together count 1."""
    return order.select(1 / pl.len().over("batch", "account_id")).to_series().to_numpy()


def _first_sets(
    marks: pl.Series, held: sparse.csc_matrix, places: Mapping[int, NDArray[np.float32]]
) -> list[NDArray[np.int64]]:
    """Numbers of `marks` cut into sets: those with a place by nearness, the columns of `held` [n, m] by correlation."""
    lies = np.array([mark in places for mark in marks])
    sets = []
    if (~lies).any():
        sets += [np.flatnonzero(~lies)[own] for own in _together(_correlated(held[:, ~lies]))]
    if lies.any():
        rows = np.stack([places[mark] for mark in marks.filter(pl.Series(lies))])
        sets += [np.flatnonzero(lies)[own] for own in _together(_near(rows))]
    return sets


def _correlated(held: sparse.csc_matrix) -> Floats:
    """1 - correlation of the columns of `held` [n, m], in units of the largest at which they are one block [m, m]."""
    share = np.asarray(held.mean(0)).ravel()
    joint = np.asarray((held.T @ held).todense()) / max(held.shape[0], 1)
    spread = np.sqrt(np.maximum(share * (1 - share), 1e-12))
    apart: Floats = (1 - (joint - np.outer(share, share)) / np.outer(spread, spread)) / (1 - TOGETHER)
    return apart


def _near(rows: NDArray[np.float32]) -> Floats:
    """1 - cosine of `rows` [m, d], in units of the largest at which they are one block [m, m]."""
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return np.asarray(1 - unit @ unit.T, np.float64) / (1 - ALIKE)


def _together(apart: Floats) -> list[NDArray[np.int64]]:
    """Marks cut by average linkage of their distances [m, m] into sets less than 1 apart."""
    m = len(apart)
    if m == 1:
        return [np.zeros(1, np.int64)]
    near = linkage(np.clip(apart[np.triu_indices(m, 1)], 0, None), "average")
    label = fcluster(near, 1, "distance")
    first = sorted(set(label.tolist()), key=lambda one: int(np.flatnonzero(label == one)[0]))
    return [np.flatnonzero(label == one) for one in first]


def _merged(
    found: list[tuple[NDArray[np.int64], Block]], sides: _Sides
) -> tuple[list[NDArray[np.int64]], bool]:
    """Sets of marks of blocks, with the first two joined that hold the same conversations; whether there were any.

    Marks that exclude each other, as utterance clusters do, are brought together by what they both go with.
    """
    inside = [sides.order["conversation_id"].is_in(block.members.to_series().implode()) for _, block in found]
    own = np.array([row.to_numpy()[sides.batch] for row in inside], float)
    for first in range(len(found)):
        for second in range(first + 1, len(found)):
            if _correlation(own[first], own[second]) >= SAME:
                kept = [columns for at, (columns, _) in enumerate(found) if at not in (first, second)]
                return [np.sort(np.concatenate([found[first][0], found[second][0]])), *kept], True
    return [columns for columns, _ in found], False


def _correlation(first: Floats, second: Floats) -> float:
    spread = float(first.std() * second.std())
    return float(((first - first.mean()) * (second - second.mean())).mean() / spread) if spread > 0 else 0.0


def _block(held: sparse.csc_matrix, marks: pl.DataFrame, sides: _Sides) -> Block | None:
    """The conversations that score above the best cut; None where chance explains half of any."""
    score = np.asarray(held.sum(1)).ravel()
    for _ in range(ROUNDS):
        _, share = _best_cut(score, sides)
        if share <= 0:
            return None
        score = _scores(held, marks, share)
    cut, share = _best_cut(score, sides)
    inside = score >= cut
    if share <= 0 or _precision(inside, sides) < PRECISION:
        return None
    members = sides.order.filter(pl.Series(inside)).select("conversation_id")
    return Block(marks["mark"], members, float(marks["z"][0]), float(marks["z_null"][0]), share)


def _scores(held: sparse.csc_matrix, marks: pl.DataFrame, share: float) -> Floats:
    """Log-likelihood ratio of each conversation's marks [n]: of what behaves so, to the reference."""
    batch, reference = marks["batch"].to_numpy(), marks["reference"].to_numpy()
    usual = np.clip(reference, FLOOR, 1 - FLOOR)
    own = np.clip((batch - (1 - share) * reference) / share, FLOOR, 0.98)
    present, absent = np.log(own / usual), np.log((1 - own) / (1 - usual))
    score: Floats = np.asarray(held @ (present - absent)).ravel() + absent.sum()
    return score


def _best_cut(score: Floats, sides: _Sides) -> tuple[float, float]:
    """The cut of largest estimated F1, and the largest excess of the batch above any cut: what behaves so at all."""
    levels, place = np.unique(score, return_inverse=True)
    shares = [
        np.bincount(place, sides.weight * side, len(levels))[::-1].cumsum()[::-1]
        / (sides.weight * side).sum()
        for side in (sides.batch, ~sides.batch)
    ]
    excess = shares[0] - shares[1]
    most = float(excess.max())
    if most <= 0:
        return float(levels[-1]), 0.0
    precision = np.divide(excess, shares[0], out=np.zeros_like(excess), where=shares[0] > 0).clip(0)
    recall = (excess / most).clip(0)
    f1 = np.divide(2 * precision * recall, precision + recall, out=np.zeros_like(recall), where=recall > 0)
    return float(levels[int(f1.argmax())]), most


def _precision(inside: NDArray[np.bool_], sides: _Sides) -> float:
    first, second = (
        float((sides.weight * side * inside).sum() / (sides.weight * side).sum())
        for side in (sides.batch, ~sides.batch)
    )
    return (first - second) / first if first > 0 else 0.0
