"""What a folder's calls have cost and how they went, and when a run must stop."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from clio.errors import RunFailed, SpendStopped
from clio.models.ledger import PENDING, TOKENS, Entry
from clio.models.prices import BATCH_SHARE, Prices, priced, prices

UNUSABLE = frozenset(("malformed", "max_tokens", "rejected", "unavailable"))
"""Outcomes that count as failures; a refusal is an answer of its own kind."""

SPENT = (
    "The dollars that may be spent are spent; what was answered is kept: run the same command with a higher --max-usd "
    "to go on."
)

LEAST_OUTCOMES = 200
"""So many outcomes are seen before a share of failures can end a run that is under way."""


class Spending:
    """A meter over committed entries; `watch` it from the ledger, ask `may_go_on` before each new call."""

    def __init__(
        self,
        paid: pl.DataFrame,
        given: Mapping[str, tuple[float, float]],
        max_usd: float | None,
        max_failed_share: float,
    ) -> None:
        """Start from what was `paid` before (as `Ledger.usage` gives it).

        `given` are the settings' prices, `max_usd` the most that all runs in the folder may cost together.
        """
        self._given, self._max_usd, self._max_failed_share = given, max_usd, max_failed_share
        self._prices: dict[str, Prices | None] = {}
        self.outcomes: Counter[str] = Counter()
        self._before: Counter[str] = Counter()  # outcomes of earlier runs that this one takes over
        self._codes: Counter[str] = Counter()
        self.dollars = 0.0
        self.by_kind: dict[str, Counter[str]] = {}
        """Calls, tokens and dollars of each kind of question, all runs of the folder together."""
        self.recount(paid)

    def recount(self, paid: pl.DataFrame) -> None:
        """Take what was `paid` so far from the ledger: other processes may have paid as well."""
        known = priced(paid, self._given)
        self.dollars = float(known["dollars"].sum())
        sums = known.group_by("kind").agg(pl.col("calls", *TOKENS, "dollars").sum()).sort("kind")
        self.by_kind = {row.pop("kind"): Counter(row) for row in sums.iter_rows(named=True)}

    def begin(self) -> None:
        """Count outcomes anew: what an earlier fill met says nothing of the server now."""
        for counter in (self.outcomes, self._before, self._codes):
            counter.clear()

    def found(self, entries: Iterable[Entry]) -> None:
        """Count outcomes that the ledger held before: they stand, and are answers of this run as well."""
        for entry in entries:
            self._count(entry, self._before)

    def watch(self, entries: Sequence[Entry]) -> None:
        """Count entries that were just committed."""
        for entry in entries:
            self._count(entry, self.outcomes)
            cost = self.dollars_of(entry)
            self.dollars += cost
            paid = {name: getattr(entry, name) for name in TOKENS}
            self.by_kind.setdefault(entry.kind, Counter()).update({"calls": 1, **paid, "dollars": cost})

    def _count(self, entry: Entry, outcomes: Counter[str]) -> None:
        if entry.outcome != PENDING:
            outcomes[entry.outcome] += 1
        if entry.outcome in UNUSABLE:
            self._codes[entry.code or entry.outcome] += 1

    def dollars_of(self, entry: Entry) -> float:
        """What an entry's tokens cost; nothing where the model's price is unknown."""
        if entry.model not in self._prices:
            self._prices[entry.model] = prices(entry.model, self._given)
        price = self._prices[entry.model]
        if price is None:
            return 0.0
        tokens = (entry.input_tokens, entry.output_tokens, entry.cache_read_tokens, entry.cache_write_tokens)
        return price.dollars(*tokens) * (BATCH_SHARE if entry.mode == "batch" else 1)

    def told(self) -> dict[str, dict[str, float]]:
        """`by_kind` as plain numbers, dollars to the millionth."""
        return {
            kind: {**counts, "dollars": round(counts["dollars"], 6)} for kind, counts in self.by_kind.items()
        }

    @property
    def room(self) -> float:
        """Dollars that are left to spend."""
        return math.inf if self._max_usd is None else self._max_usd - self.dollars

    @property
    def failed_share(self) -> float:
        """Share of outcomes that are of no use, those of earlier runs included."""
        return _unusable(self.outcomes + self._before)

    def may_go_on(self) -> bool:
        """Whether another call may be made.

        Raises:
            SpendStopped: when the dollars are spent.
            RunFailed: when too many calls fail to go on paying for more.
        """
        if self._max_usd is not None and self.dollars >= self._max_usd:
            raise SpendStopped(
                f"Stopped at ${self.dollars:,.4f} of the ${self._max_usd:,.4f} that llm.max_usd allows this folder; "
                "what was answered is kept: run the same command with a higher --max-usd to go on."
            )
        # While many outcomes are still to come, earlier ones end nothing: only a server that fails now does.
        if self.outcomes.total() >= LEAST_OUTCOMES and _unusable(self.outcomes) > self._max_failed_share:
            self.check_failures()
        return True

    def check_failures(self) -> None:
        """Raise RunFailed when more than the allowed share of outcomes is of no use."""
        if self.failed_share > self._max_failed_share:
            counts = ", ".join(f"{count:,} {code}" for code, count in self._codes.most_common())
            raise RunFailed(
                f"{self.failed_share:.1%} of the model's answers are of no use ({counts}), more than "
                f"llm.max_failed_share = {self._max_failed_share:.0%}: what was answered is kept; the same command "
                "asks again for what did not come, and with a higher llm.max_failed_share it goes on without the rest."
            )


def _unusable(outcomes: Counter[str]) -> float:
    total = outcomes.total()
    return sum(outcomes[name] for name in UNUSABLE) / total if total else 0.0
