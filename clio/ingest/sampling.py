"""What the first pass learns of the kept conversations: how many fall in each bucket, and which are drawn."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.ingest.spill import BUCKETS
from clio.keyed_hash import keyed_u64

PURPOSE = "ingest sample"


class Survey:
    """Counts of the kept conversations by bucket, all of them or the `size` with the smallest keyed hashes.

    A conversation's hash depends on the key, its account and its id alone.
    Memory is 11 bytes for each conversation drawn, and nothing for the others.
    """

    def __init__(self, key: bytes, size: int | None) -> None:
        self.key = key
        self.size = size
        self.kept = 0
        self.kept_without_account = 0
        self._counts: NDArray[np.int64] = np.zeros(BUCKETS, np.int64)
        self._without_account = 0
        self._hashes: NDArray[np.uint64] = np.empty(0, np.uint64)
        self._buckets: NDArray[np.uint16] = np.empty(0, np.uint16)
        self._known: NDArray[np.bool_] = np.empty(0, np.bool_)

    def add(self, kept: pl.DataFrame) -> None:
        """Take the kept rows (columns of Spill.keys) of some buckets."""
        known = kept["account_id"].is_not_null().to_numpy()
        self.kept += kept.height
        self.kept_without_account += int((~known).sum())
        buckets = kept["bucket"].to_numpy()
        if self.size is None:
            self._counts += np.bincount(buckets, minlength=BUCKETS)
            return
        hashes = np.concatenate([self._hashes, self._hash(kept)])
        order = np.argsort(hashes, kind="stable")[: self.size]
        self._hashes = hashes[order]
        self._buckets = np.concatenate([self._buckets, buckets])[order]
        self._known = np.concatenate([self._known, known])[order]

    def _hash(self, kept: pl.DataFrame) -> NDArray[np.uint64]:
        return keyed_u64(self.key, PURPOSE, kept["account_id"].to_list(), kept["conversation_id"].to_list())

    @property
    def counts(self) -> NDArray[np.int64]:
        """Accepted conversations by bucket, int64 [65,536]."""
        return self._counts if self.size is None else np.bincount(self._buckets, minlength=BUCKETS)

    @property
    def without_account(self) -> int:
        """Accepted conversations that have no account."""
        return self.kept_without_account if self.size is None else int((~self._known).sum())

    def drawn(self, kept: pl.DataFrame) -> pl.DataFrame:
        """Return those rows of `kept` that are accepted; to be called after the last `add`."""
        if self.size is None or self.kept <= self.size:
            return kept
        return kept.filter(pl.Series(self._hash(kept) <= self._hashes[-1]))
