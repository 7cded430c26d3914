"""Fitting base clusters: seeded k-means on a keyed sample of the rows (paper, appendix G)."""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from clio.keyed_hash import keyed_order
from clio.tables import CENTROIDS

ROWS_PER_CLUSTER = 100  # the fit sees at most this many rows per cluster; more change centroids little
# Starts by rows x clusters: one poor start costs several points of ARI, and each costs about a second per million.
STARTS = ((2_000_000, 10), (20_000_000, 3))


def fit_kmeans(rows: NDArray[np.float32], k: int, seed: int) -> NDArray[np.float32]:
    """Fit at most `k` centroids on `rows` [n, d]; returns float32 [<= k, d], empty clusters left out.

    One thread: partial sums of several threads would be added in an order that depends on their number.
    """
    distinct = min(k, len(np.unique(rows, axis=0)))
    if distinct == 0:
        return np.zeros((0, rows.shape[1]), np.float32)
    size = rows.shape[0] * distinct
    starts = next((count for limit, count in STARTS if size <= limit), 1)
    with threadpool_limits(1):
        model = KMeans(distinct, n_init=starts, random_state=seed).fit(rows)
    used = np.unique(model.labels_)
    centers: NDArray[np.float32] = model.cluster_centers_[used].astype(np.float32)
    return centers


def number_clusters(
    facet: str, centers: NDArray[np.float32], languages: list[str], key: bytes
) -> pl.DataFrame:
    """Give each centroid and each language cluster an id `<facet>-0-<nnn>` in an order that tells nothing.

    The number follows a keyed hash of the centroid's bytes or the language, never size or position.

    Returns:
        Table CENTROIDS, sorted by id.
    """
    names = [center.tobytes().hex() for center in centers] + [f"language {code}" for code in languages]
    order = keyed_order(key, f"cluster ids of {facet}", names)
    number = np.empty(len(names), np.int64)
    number[order] = np.arange(len(names))
    width = max(3, len(str(len(names))))
    return pl.DataFrame(
        {
            "cluster_id": [f"{facet}-0-{n:0{width}d}" for n in number],
            "facet": [facet] * len(names),
            "language": [None] * len(centers) + languages,
            "centroid": [center.tolist() for center in centers] + [[] for _ in languages],
        },
        schema=dict(CENTROIDS),
    ).sort("cluster_id")


def sample_order(ids: list[str], count: int, key: bytes) -> NDArray[np.int64]:
    """Rows [<= count] of `ids` with the smallest keyed hashes, in that order: the same for any input order."""
    return keyed_order(key, "k-means sample", ids)[:count]
