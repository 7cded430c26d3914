"""The map: two coordinates per cluster from the published names and descriptions only (paper, appendix G)."""

import warnings

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA

UMAP_LEAST = 15  # clusters; UMAP's neighbourhoods are of 15
EMPTY = 0.15
"""Of what an axis spans without its widest empty stretch: the most that a stretch without any point may take."""


def project(embeddings: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """Place rows [n, d] in the plane: UMAP (15 neighbours, min_dist 0, cosine), PCA below 15 rows.

    Islands are brought nearer, since how far apart UMAP puts them says nothing and leaves the map empty.

    Returns:
        float32 [n, 2], rounded to 2 decimals, centred on 0.
    """
    n = embeddings.shape[0]
    if n == 0:
        return np.zeros((0, 2), np.float32)
    if n < UMAP_LEAST:
        flat = np.zeros((n, 2))
        if n > 1:
            parts = min(2, n - 1)
            flat[:, :parts] = PCA(parts, svd_solver="full").fit_transform(embeddings.astype(np.float64))
    else:
        flat = np.stack([_closer(axis) for axis in _umap(embeddings, seed).T], axis=1)
    centred = flat - flat.mean(axis=0)
    rounded: NDArray[np.float32] = np.round(centred, 2).astype(np.float32)
    return rounded


def _closer(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """The places [n] along one axis in the same order, empty stretches cut to EMPTY."""
    order = np.argsort(places, kind="stable")
    steps = np.diff(places[order])
    steps = np.minimum(steps, EMPTY * (steps.sum() - steps.max()))
    closer = np.zeros_like(places)
    closer[order[1:]] = np.cumsum(steps)
    return closer


def _umap(embeddings: NDArray[np.float32], seed: int) -> NDArray[np.float64]:
    # Imported here: numba compiles for seconds, and only this stage needs it.
    from umap import UMAP

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "n_jobs overridden": one thread is what a seed asks for
        fitted = UMAP(
            n_neighbors=15, min_dist=0.0, metric="cosine", random_state=seed, n_jobs=1
        ).fit_transform(embeddings)
    flat: NDArray[np.float64] = np.asarray(fitted, np.float64)
    return flat
