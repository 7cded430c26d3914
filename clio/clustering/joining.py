"""Joining SAE activations with the embedding: two blocks of one row, before the fit and every distance after it.

Which features are active is binarised and weighed by idf, each row scaled to length 1, and brought to 128 dimensions by
a truncated SVD (latent semantic analysis, Deerwester et al. 1990). Of the codes tried on labelled utterances, binarised
x idf separated topics best and raw maxima worst, for features that are always on drown the others. Rows stay sparse up
to the 128 columns.
"""

from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from threadpoolctl import threadpool_limits

from clio.tables import JOINING

DIMENSIONS = 128
LEAST_ROWS = 2
"""Rows with activations below which there is nothing to decompose."""

Array = NDArray[np.float32]


class Joining(NamedTuple):
    """How one facet's rows are joined: feature ids u32 [f] ascending, their idf [f] and loadings [f, p]."""

    features: NDArray[np.uint32]
    idf: Array
    loadings: Array
    """Directions of the SVD, scaled so that a row's p columns stand beside its embedding as they are."""


def fit_joining(embeddings: Array, active: pl.Series, weight: float, seed: int) -> Joining:
    """Fit how activations stand beside `embeddings`, on a sample of rows.

    Args:
        embeddings: float32 [n, d] of the sample.
        active: list[u32] of length n, the features of each row; empty where a conversation has none.
        weight: share of the activations in the variance of the joined rows, 0 < weight < 1.

    Returns:
        Loadings of p <= 128 directions; none where fewer than two rows have activations.
    """
    counts = active.explode().drop_nulls().value_counts(name="rows").sort(active.name)
    features = counts[active.name].to_numpy().astype(np.uint32)
    idf = (np.log((1 + active.len()) / (1 + counts["rows"].to_numpy())) + 1).astype(np.float32)
    rows = _weighted(features, idf, active)
    parts = min(DIMENSIONS, len(features), rows.shape[0] - 1)
    if parts < 1 or (active.list.len() > 0).sum() < LEAST_ROWS:
        return Joining(features[:0], idf[:0], np.zeros((0, 0), np.float32))
    with threadpool_limits(1):
        _, _, directions = randomized_svd(rows, parts, random_state=seed)
        block = rows @ directions.T
    spread = float(block.var(axis=0).sum())
    if spread <= 0:
        return Joining(features[:0], idf[:0], np.zeros((0, 0), np.float32))
    wanted = weight / (1 - weight) * float(embeddings.var(axis=0, dtype=np.float64).sum())
    scale = np.sqrt(wanted / spread)
    return Joining(features, idf, (directions.T * scale).astype(np.float32))


def join(joining: Joining, embeddings: Array, active: pl.Series) -> Array:
    """The rows that are clustered, float32 [n, d + p]: each embedding, and beside it what its features amount to.

    A conversation without activations, or with none that the sample had, stands at zero in the p columns.
    """
    block = np.asarray(_weighted(joining.features, joining.idf, active) @ joining.loadings, np.float32)
    return np.hstack([np.asarray(embeddings, np.float32), block])


def _weighted(features: NDArray[np.uint32], idf: Array, active: pl.Series) -> sparse.csr_matrix:
    """Sparse float32 [n, f]: idf where a feature is active, each row of length 1; unknown features are passed over."""
    exploded = active.to_frame("feature").with_row_index("row").explode("feature").drop_nulls("feature")
    known = exploded.filter(pl.col("feature").is_in(pl.Series(features).implode())).unique()
    row, column = known["row"].to_numpy(), np.searchsorted(features, known["feature"].to_numpy())
    values = idf[column]
    norms = np.sqrt(np.bincount(row, values.astype(np.float64) ** 2, minlength=active.len()))
    scaled = (values / norms[row]).astype(np.float32)
    return sparse.csr_matrix((scaled, (row, column)), shape=(active.len(), len(features)))


def as_table(facet: str, joining: Joining) -> pl.DataFrame:
    """One facet's rows of table JOINING."""
    return pl.DataFrame(
        {
            "facet": [facet] * len(joining.features),
            "feature_id": joining.features,
            "idf": joining.idf,
            "loading": joining.loadings.tolist(),
        },
        schema=dict(JOINING),
    )


def from_table(table: pl.DataFrame, facet: str) -> Joining:
    """What `as_table` stored of one facet."""
    own = table.filter(pl.col("facet") == facet)
    loadings = np.array(own["loading"].to_list(), np.float32).reshape(own.height, -1 if own.height else 0)
    return Joining(own["feature_id"].to_numpy(), own["idf"].to_numpy(), loadings)
