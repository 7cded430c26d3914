"""Cluster centres from noisy sums alone: public cells first, then a few noisy rounds of Lloyd's algorithm.

After Su et al. 2016 and Stemmer & Kaplan 2018 in outline: what private rows say enters through `sums` only, whose
entries are whole numbers of bounded length per account; everything else is computed from noisy answers.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from clio.clustering.exact import GRID, Whole, unit_rows

CELLS = 800
"""Public cells that the first sums are taken over."""

DIMENSIONS = 96
STARTS = 5
FLOOR = 3  # times the noise on a count: fewer than that is taken for nobody


class Sums(NamedTuple):
    """Weighted sums of unit rows [k, p] and of ones [k] per part, in whole multiples of 1 / GRID."""

    rows: NDArray[np.int64]
    counts: NDArray[np.int64]


class Noise(NamedTuple):
    """Scales of the noise on `Sums`, in units (not in steps of the grid)."""

    rows: float
    counts: float


Ask = Callable[[str, Whole, Noise], Sums]
"""Noisy sums of all rows over the nearest of these centres; the text names the question."""


def sum_rows(parts: Iterable[tuple[Whole, NDArray[np.int64], NDArray[np.float64]]], k: int, p: int) -> Sums:
    """Sum unit rows on the grid [n, p] by part [n] with weights in (0, 1] [n]; exact, so in any order.

    Each weighted entry is truncated toward zero, so no row is longer than its weight.
    """
    rows, counts = np.zeros((k, p), np.int64), np.zeros(k, np.int64)
    for units, part, weight in parts:
        if not len(part):
            continue
        order = np.argsort(part, kind="stable")
        present, first = np.unique(part[order], return_index=True)
        weighted = np.trunc(units * weight[:, None]).astype(np.int64)
        rows[present] += np.add.reduceat(weighted[order], first, axis=0)
        counts[present] += np.add.reduceat(np.trunc(weight * GRID).astype(np.int64)[order], first)
    return Sums(rows, counts)


def public_cells(public: Whole, seed: int) -> Whole:
    """At most CELLS centres [c, p] of public unit rows [n, p], on the grid and of length one."""
    with threadpool_limits(1):
        model = KMeans(min(CELLS, len(public)), n_init=1, random_state=seed).fit(public / GRID)
    return unit_rows(np.trunc(model.cluster_centers_ * GRID))


def find_centers(cells: Whole, k: int, first: Noise, each: Noise, rounds: int, seed: int, ask: Ask) -> Whole:
    """Find `k` unit centres on the grid [<= k, p] from noisy answers and public `cells` [c, p] alone."""
    centers = _from_cells(cells, ask("centers0", cells, first), first, k, seed)
    for number in range(rounds):
        centers = _moved(centers, ask(f"centers{number + 1}", centers, each), each)
    return centers


def _from_cells(cells: Whole, noisy: Sums, noise: Noise, k: int, seed: int) -> Whole:
    """Weighted k-means on the cells' noisy means; cells that may be empty count for nothing."""
    counts = noisy.counts / GRID
    weight = np.where(counts >= FLOOR * noise.counts, counts, 0.0)
    if not weight.any():
        weight = np.ones(len(cells))
    means = _shrunk(cells, noisy, noise)
    with threadpool_limits(1):
        model = KMeans(min(k, len(cells)), n_init=STARTS, random_state=seed)
        model.fit(means / GRID, sample_weight=weight)
    return unit_rows(np.trunc(model.cluster_centers_ * GRID))


def _moved(centers: Whole, noisy: Sums, noise: Noise) -> Whole:
    """Each centre at its noisy mean; one that may have nobody stays where it was."""
    known = noisy.counts / GRID >= FLOOR * noise.counts
    return np.where(known[:, None], _shrunk(centers, noisy, noise), centers)


def _shrunk(prior: Whole, noisy: Sums, noise: Noise) -> Whole:
    """Unit means, each entry drawn to the public or earlier centre as far as noise outweighs what was counted.

    The posterior mean of a centre whose entries vary by 1 / p about the prior's: the prior weighs p sigma² / n
    rows beside the n that were counted.
    """
    count = np.maximum(noisy.counts / GRID, 1.0)[:, None]
    weight = prior.shape[1] * noise.rows**2 / count / SPREAD
    mean = (noisy.rows + weight * prior) / (count + weight)
    return unit_rows(np.trunc(np.clip(mean, -GRID, GRID)))


SPREAD = 0.3
"""Squared distance that a true centre is expected to have from the one before."""
