"""From the active features of tokens to those of conversations: the maximum, then only what tells something.

Everything is sparse: lists of (conversation, feature, value), never a matrix of conversations by features.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clio.sae.reference import Reference

MOST_FEATURES = 64
"""Features that a conversation keeps."""


class Pooled(NamedTuple):
    """Features of texts, by text and then by feature; no pair of the two stands twice."""

    texts: NDArray[np.int64]
    """int64 [m], the number of the text"""
    features: NDArray[np.uint32]
    """uint32 [m]"""
    values: NDArray[np.float32]
    """float32 [m], above 0"""

    def chosen(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> "Pooled":
        """Only some rows, by mask or place."""
        return Pooled(self.texts[rows], self.features[rows], self.values[rows])


def pool_max(texts: NDArray[np.int64], features: NDArray[np.uint32], values: NDArray[np.float32]) -> Pooled:
    """The largest value of every feature in every text, of three columns [m] in any order; others than > 0 are none."""
    active = values > 0  # also drops what is no number
    texts, features, values = texts[active], features[active], values[active]
    order = np.lexsort((features, texts))
    texts, features, values = texts[order], features[order], values[order]
    first = np.ones(len(texts), bool)
    first[1:] = (texts[1:] != texts[:-1]) | (features[1:] != features[:-1])
    starts = np.flatnonzero(first)
    largest = np.maximum.reduceat(values, starts) if len(starts) else values
    return Pooled(texts[starts], features[starts], largest)


def joined(parts: list[Pooled]) -> Pooled:
    """One pooling of several, which may hold parts of the same texts."""
    if not parts:
        return Pooled(np.zeros(0, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.float32))
    return pool_max(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def telling(pooled: Pooled, reference: Reference, most: int = MOST_FEATURES) -> Pooled:
    """Keep what is above the feature's 95th percentile; of that at most `most` a text, the rarest features first.

    Rare is what few conversations of the reference have (inverse document frequency); of equally rare ones the
    lower id is kept, so that a row depends on nothing else.
    """
    above = pooled.chosen(pooled.values > reference.q95[pooled.features])
    rarest = np.lexsort((above.features, -reference.idf[above.features], above.texts))
    texts = above.texts[rarest]
    rank = np.arange(len(texts)) - np.searchsorted(texts, texts)
    return above.chosen(np.sort(rarest[rank < most]))
