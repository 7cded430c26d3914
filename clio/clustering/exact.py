"""Arithmetic on vectors that gives the same bits whatever else is computed beside a row.

Floating-point products depend on how a library cuts a matrix into blocks, and so on the other rows. Here every
number is a whole multiple of 2⁻²⁰, small enough that each product and each sum of products is a whole number below
2⁵³: float64 holds it exactly, and no order of summation can change it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GRID = 2**20
"""Steps of a unit: a vector of length 1 has length GRID in whole numbers."""

Whole = NDArray[np.float64]
"""Whole numbers, held as float64 so that products run at full speed."""


def to_grid(rows: NDArray[np.floating]) -> Whole:
    """Truncate `rows` [n, d], clipped to ±1, toward zero to whole multiples of 1 / GRID.

    A row with NaN or Inf becomes 0.
    """
    given = np.asarray(rows, np.float64)
    finite = np.isfinite(given).all(-1, keepdims=True)
    whole: Whole = np.trunc(np.clip(np.where(finite, given, 0), -1, 1) * GRID)
    return whole


def unit_rows(rows: Whole) -> Whole:
    """Scale whole rows [n, d] of entries below 2²² to length GRID, truncated so that none is longer; 0 stays 0."""
    lengths = np.sqrt((rows * rows).sum(1, keepdims=True))
    # One step less than GRID outweighs the rounding of root and quotient, which is below 2⁻⁵⁰ of a row's length.
    units: Whole = np.trunc(rows * (GRID - 1) / np.maximum(lengths, 1))
    return units


@dataclass(frozen=True)
class Projection:
    """The principal axes of public vectors: whole mean [d] and axes [d, p], both on the grid."""

    mean: Whole
    axes: Whole

    @classmethod
    def of(cls, public: NDArray[np.float32], dimensions: int) -> "Projection":
        """The `dimensions` axes of largest variance of public unit rows [n, d] (fewer where d or n is smaller)."""
        rows = np.asarray(public, np.float64)
        mean = rows.mean(0)
        _, _, axes = np.linalg.svd(rows - mean, full_matrices=False)
        return cls(to_grid(mean), to_grid(axes[:dimensions].T))

    def __call__(self, rows: NDArray[np.float32]) -> Whole:
        """Unit rows [n, p] on the grid of `rows` [n, d]: centred, projected, scaled to length one; 0 stays 0."""
        whole = to_grid(rows)
        moved = np.where(whole.any(1, keepdims=True), whole - self.mean, 0)
        return unit_rows(np.floor(moved @ self.axes / GRID))


def nearest_whole(rows: Whole, centers: Whole) -> NDArray[np.int64]:
    """The nearest of whole `centers` [k, p] for each of whole `rows` [n, p] by distance, the first of equals."""
    squared: Whole = (centers * centers).sum(1) - 2 * (rows @ centers.T)
    index: NDArray[np.int64] = squared.argmin(1).astype(np.int64)
    return index
