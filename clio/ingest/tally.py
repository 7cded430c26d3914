"""Counting what became of every record, and remembering where the quarantined ones are."""

from array import array
from collections import Counter
from collections.abc import Sequence

import polars as pl

from clio import tables
from clio.ingest.reasons import BLANK, QUARANTINE, REASONS, REPAIRS, Problem

OUTCOMES = ("accepted", "duplicate", "excluded", "outside_window", "not_sampled", "blank")
_PLACES = {problem: place for place, problem in enumerate(QUARANTINE)}


class Tally:
    """Counts by name, and 13 bytes for each quarantined record."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._sources = array("I")
        self._lines = array("q")
        self._problems = array("B")

    def problem(self, problem: Problem, source: int, line: int) -> None:
        """Count a record that cannot be loaded, and keep its place; a blank line is only counted."""
        if problem == BLANK:
            self.counts["blank"] += 1
            return
        self._sources.append(source)
        self._lines.append(line)
        self._problems.append(_PLACES[problem])

    def repaired(self, repairs: Sequence[str]) -> None:
        """Count each kind of repair once for the record."""
        for repair in set(repairs):
            self.counts[f"normalised:{repair}"] += 1

    def quarantine(self, sources: Sequence[str]) -> pl.DataFrame:
        """Return tables.QUARANTINE sorted by source and line; `sources` are the names by number."""
        names = pl.Series([*sources], dtype=pl.String)
        reasons = pl.Series([problem.reason for problem in QUARANTINE])
        details = pl.Series([problem.detail for problem in QUARANTINE])
        problems = pl.Series(self._problems.tolist(), dtype=pl.UInt32)
        frame = pl.DataFrame(
            {
                "source": names.gather(pl.Series(self._sources.tolist(), dtype=pl.UInt32)),
                "line": pl.Series(self._lines.tolist(), dtype=pl.Int64),
                "reason": reasons.gather(problems),
                "detail": details.gather(problems),
            },
            schema=dict(tables.QUARANTINE),
        )
        return frame.sort("source", "line", "reason")

    def table(self, quarantine: pl.DataFrame) -> pl.DataFrame:
        """Return tables.INGEST: `read`, every outcome, and those reasons and repairs that occurred."""
        by_reason = dict(quarantine.group_by("reason").len().iter_rows())
        rows = [(name, self.counts[name]) for name in ("read", *OUTCOMES)]
        rows += [(f"quarantined:{reason}", by_reason[reason]) for reason in REASONS if reason in by_reason]
        repairs = [f"normalised:{repair}" for repair in REPAIRS]
        rows += [(name, self.counts[name]) for name in repairs if self.counts[name]]
        rows.append(("without_account", self.counts["without_account"]))
        return pl.DataFrame(rows, schema=dict(tables.INGEST), orient="row")
