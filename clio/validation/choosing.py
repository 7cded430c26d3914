"""In which conversations a behaviour is planted: orders of a corpus, of which a plant takes the head.

Every order is a function of ids, accounts, times and languages, never of the order of the rows, and a larger share
goes on where a smaller one ended.
"""

from collections.abc import Callable

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.facets.language import detect
from clio.keyed_hash import keyed_u64

Places = NDArray[np.int64]
Choose = Callable[[pl.DataFrame, str, bytes], Places]
"""(conversations [n], kind, key) -> all row numbers [n], those to be planted first."""

RING_LEAST = 2
"""Conversations that an account of a ring has at least."""


def anywhere(conversations: pl.DataFrame, kind: str, key: bytes) -> Places:
    """Drawn by a hash of the conversation's id: whoever it is, whenever."""
    return np.lexsort((_drawn(conversations, kind, key),))


def few_days(conversations: pl.DataFrame, kind: str, key: bytes) -> Places:
    """Around one moment, the nearest first, but only every other conversation (by hash), so that life goes on beside.

    A larger share is a longer burst: one of a share s of n conversations takes the time in which about 2·s·n fell.
    Unknown times come last. Reads created_at.
    """
    drawn = _drawn(conversations, kind, key)
    times = conversations["created_at"].cast(pl.Int64)
    known = times.is_not_null().to_numpy()
    if not known.any():
        return np.lexsort((drawn,))
    peak = times[int(np.lexsort((drawn, ~known))[0])]
    apart = (times - peak).abs().fill_null(np.iinfo(np.int64).max).to_numpy()
    return np.lexsort((drawn, apart, drawn % 2, ~known))


def few_accounts(conversations: pl.DataFrame, kind: str, key: bytes) -> Places:
    """Account by account (by hash), each with all that it wrote; accounts with a single conversation come last.

    A larger share is a ring of more accounts; the last one is cut so that the share is kept. Reads account_id.
    """
    own = conversations.select(known=pl.len().over("account_id")).to_series().to_numpy()
    unknown = conversations["account_id"].is_null().to_numpy()
    account = keyed_u64(key, f"accounts of {kind}", conversations["account_id"].to_list())
    return np.lexsort((_drawn(conversations, kind, key), account, unknown | (own < RING_LEAST)))


def one_language(conversations: pl.DataFrame, kind: str, key: bytes) -> Places:
    """Language by language (by hash), the corpus's main one last: where others are too few, it makes up the rest."""
    language = pl.Series("language", [detect(_asked(turns)) for turns in conversations["messages"]])
    counted = language.value_counts().sort("count", "language", descending=[True, False])
    main = counted["language"][0] if len(counted) else ""
    by_language = keyed_u64(key, f"languages of {kind}", language.to_list())
    return np.lexsort((_drawn(conversations, kind, key), by_language, (language == main).to_numpy()))


def _asked(turns: pl.Series) -> str:
    """The first thing that a user says."""
    return next((turn["content"] for turn in turns if turn["role"] == "user"), "")


def _drawn(conversations: pl.DataFrame, kind: str, key: bytes) -> NDArray[np.uint64]:
    return keyed_u64(key, f"planting {kind}", conversations["conversation_id"].to_list())
