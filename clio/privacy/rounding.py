"""Unbiased rounding of counts by a coin that belongs to the set counted."""

import numpy as np
import polars as pl

from clio.keyed_hash import keyed_u64


def round_cells(cells: pl.DataFrame, base: int, key: bytes) -> pl.DataFrame:
    """Replace `conversations` and `accounts` by neighbouring multiples of `base`; base 1 changes nothing.

    `cells` comes from `pooling.cell_counts`: its `key` names the set of conversations. A count n goes up with
    probability (n mod base) / base, so that E[rounded] = n over random keys and |rounded - n| < base. The
    coin is a hash of the set's key under the secret `key`: the same set rounds the same way in every
    dimension and every release, so asking again tells nothing new. One coin serves both counts of a cell: it
    keeps accounts at or below conversations, and a set's counts never change without its key.
    """
    if base == 1:
        return cells
    coin = keyed_u64(key, "rounding", cells["key"].cast(pl.String).to_list()).astype(np.float64) / 2.0**64
    columns = [column for column in ("conversations", "accounts") if column in cells.columns]
    return cells.with_columns(_rounded(pl.col(column), base, pl.Series(coin)) for column in columns)


def _rounded(count: pl.Expr, base: int, coin: pl.Series) -> pl.Expr:
    rest = count % base
    return count - rest + base * (pl.lit(coin) * base < rest).cast(pl.Int64)
