"""Cells: conversations counted together, and whether they may be published."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.policies import SizeRule

EPSILON = 1e-9  # 0.29 * 100 is below 29 in floating point


def cell_counts(rows: pl.DataFrame | pl.LazyFrame, by: Sequence[str]) -> pl.DataFrame:
    """Count the conversations of each cell; returns one row per cell, sorted by `by`.

    `rows` has one row per conversation: account_id (null = unknown), account_key (u64, a secret key of the
    account; of the conversation where the account is unknown) and the columns `by`. The columns returned:

    - conversations: all of them;
    - known: those with a known account, the only ones that count for a size rule;
    - accounts: distinct known accounts;
    - largest_account: conversations of the largest known account;
    - key: wrapping u64 sum of account_key, so the same set of conversations has the same key in any order.
    """
    accounts = rows.lazy().group_by(*by, "account_id")
    per_account = accounts.agg(n=pl.len().cast(pl.Int64), key=pl.col("account_key").sum())
    known = pl.col("account_id").is_not_null()
    held = pl.col("n").filter(known)
    counted = per_account.group_by(*by).agg(
        conversations=pl.col("n").sum(),
        known=held.sum(),
        accounts=known.sum().cast(pl.Int64),
        largest_account=held.max().fill_null(0),
        key=pl.col("key").sum(),
    )
    return counted.sort(*by, nulls_last=True).collect()


def passes(rule: SizeRule, suffix: str = "") -> pl.Expr:
    """Whether a row of `cell_counts` may be published under `rule`; its columns may end in a `suffix`."""
    accounts, known, largest = (pl.col(name + suffix) for name in ("accounts", "known", "largest_account"))
    return (
        (accounts >= rule.min_accounts)
        & (known >= rule.min_conversations)
        & (largest <= rule.max_account_share * known + EPSILON)
    )


@dataclass(frozen=True)
class Cell:
    """The accounts of one cell: sorted distinct codes [n], their conversations [n], and unknown ones."""

    codes: NDArray[np.int64]
    held: NDArray[np.int64]
    unknown: int

    @property
    def conversations(self) -> int:
        """All conversations of the cell."""
        return int(self.held.sum()) + self.unknown

    @property
    def size(self) -> tuple[int, int]:
        """Accounts, then conversations: the order in which the smallest cell is pooled first."""
        return len(self.codes), self.conversations

    def passes(self, rule: SizeRule) -> bool:
        """Whether the cell may be published under `rule`; the same test as `passes` on counts."""
        known = int(self.held.sum())
        largest = int(self.held.max()) if len(self.held) else 0
        return (
            len(self.codes) >= rule.min_accounts
            and known >= rule.min_conversations
            and largest <= rule.max_account_share * known + EPSILON
        )

    def merged(self, other: "Cell") -> "Cell":
        """The cell of both sets; an account in both is one account."""
        big, small = (self, other) if self.size >= other.size else (other, self)
        at = np.searchsorted(big.codes, small.codes)
        shared = np.isin(small.codes, big.codes, assume_unique=True)
        held = big.held.copy()
        held[at[shared]] += small.held[shared]
        codes = np.insert(big.codes, at[~shared], small.codes[~shared])
        held = np.insert(held, at[~shared], small.held[~shared])
        return Cell(codes, held, self.unknown + other.unknown)

    def share_of(self, code: int) -> float:
        """Share of the cell's known conversations that one account holds."""
        held = self.held[self.codes == code].sum()
        return float(held / self.held.sum()) if held else 0.0


EMPTY = Cell(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)


def split_cells(holdings: pl.DataFrame, by: Sequence[str]) -> dict[tuple[object, ...], Cell]:
    """Split holdings into cells keyed by the values of `by`.

    `holdings` has one row per (`by`, account): account_id (null = unknown) and n, its conversations.
    Accounts are coded once for the whole table, so that cells of one call can be merged.
    """
    coded = (
        holdings.with_columns(code=pl.col("account_id").rank("dense").cast(pl.Int64))
        .group_by(*by, "code")
        .agg(pl.col("n").sum())
        .sort(*by, "code", nulls_last=True)
    )
    if coded.is_empty():
        return {}
    runs = coded.select(pl.struct(*by).rle_id()).to_series().to_numpy()
    starts = np.flatnonzero(np.diff(runs, prepend=-1))
    stops = np.append(starts[1:], len(runs))
    unknown = coded["code"].is_null().to_numpy()
    codes, held = coded["code"].fill_null(-1).to_numpy(), coded["n"].to_numpy()
    keys = coded.select(*by)[starts.tolist()].rows()
    cells = {}
    for key, start, stop in zip(keys, starts, stops, strict=True):
        last = stop - 1 if unknown[stop - 1] else stop  # nulls sort last within a cell
        cells[key] = Cell(codes[start:last], held[start:last], int(held[last:stop].sum()))
    return cells
