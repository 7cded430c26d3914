"""What an ingest is asked to do, and what it hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import polars as pl

from clio.errors import UserError
from clio.ingest.times import microseconds


@dataclass(frozen=True)
class IngestOptions:
    """Options of one ingest. Naive times are UTC; `now` is the clock that future times are judged by."""

    format: str | None = None  # a reader's name; None = detected from content
    columns: Mapping[str, str] = field(
        default_factory=dict
    )  # a field -> the input's column, as columns.column_map takes
    missing_account: Literal["refuse", "keep"] = "refuse"
    exclude_accounts: str | None = None  # path or URL of a file with one account per line
    since: datetime | None = None  # inclusive; with since or until, undated records are outside
    until: datetime | None = None  # exclusive
    sample: int | None = None  # conversations to keep, by keyed hash
    unit: Literal["account", "conversation"] = "account"
    now: datetime | None = None

    def __post_init__(self) -> None:
        """Raise UserError for a sample of nothing, and for a window that ends before it begins."""
        if self.sample is not None and self.sample < 1:
            raise UserError("ingest.sample must be at least 1.")
        if (
            self.since is not None
            and self.until is not None
            and microseconds(self.until) <= microseconds(self.since)
        ):
            raise UserError(
                "ingest.until is not after ingest.since: give the first day that is no longer included."
            )


@dataclass(frozen=True)
class IngestResult:
    """Counts (tables.INGEST), quarantine (tables.QUARANTINE), and the buckets (first, last) of each shard.

    The counts `accepted`, `duplicate`, `excluded`, `outside_window`, `not_sampled`, `blank` and
    `quarantined:<reason>` add up to `read`. The others are no outcomes: `normalised:<repair>` says in how
    many loadable records a repair was made, `without_account` how many of the accepted have no account.
    """

    counts: pl.DataFrame
    quarantine: pl.DataFrame
    shards: dict[str, tuple[int, int]]
