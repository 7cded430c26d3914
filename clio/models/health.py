"""How the calls are going, for one line on a terminal, a file beside the ledger and the log: numbers only."""

import asyncio
import json
import logging
import os
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from clio.models.ledger import PENDING, TOKENS, Entry
from clio.storage import write_atomically

log = logging.getLogger("clio.health")

HEALTH = "health.json"
"""The file in the private folder that says how the calls go."""

HEALTH_LOG = "health.jsonl"
"""The same beside it, a line every LOG_SECONDS and at the end of every stage that asks."""

WRITE_SECONDS = 0.5
LOG_SECONDS = 30.0
RATE_SECONDS = 30.0
"""The rate is that of so many last seconds."""


class Health:
    """Counts attempts and answers; holds no key, id or text.

    Args:
        path: file to keep up to date, at most twice a second; None for none.
        price: dollars of one entry; None leaves dollars out.
        spent: dollars that were paid before.
        paid: what was paid so far by kind of question, earlier runs included, for file and log.
    """

    def __init__(
        self,
        path: Path | None = None,
        price: Callable[[Entry], float] | None = None,
        paid: Callable[[], Mapping[str, Any]] | None = None,
        spent: float = 0.0,
    ) -> None:
        self.outcomes: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()
        self.attempts = self.retries = self.in_flight = self.expected = 0
        self.dollars: float | None = None if price is None else spent
        self._path, self._price, self._paid = path, price, paid
        self._started = self._logged = time.monotonic()
        self._marks: deque[tuple[float, int]] = deque([(self._started, 0)])

    def expect(self, calls: int) -> None:
        """That many more answers are wanted, as far as is known; fewer where it is negative."""
        self.expected += calls

    def attempted(self, again: bool) -> None:
        """An HTTP attempt was sent; `again` when it repeats one of the same call."""
        self.attempts += 1
        self.retries += again

    def failed_attempt(self, code: str) -> None:
        """An HTTP attempt gave no message; the code is from a closed list."""
        self.failures[code] += 1

    def answered(self, entry: Entry) -> None:
        """A call has its outcome, or was paid for while a further one is due."""
        if entry.outcome != PENDING:
            self.outcomes[entry.outcome] += 1
            if entry.code is not None:
                self.codes[entry.code] += 1
        for name in TOKENS:
            self.tokens[name] += getattr(entry, name)
        if self._price is not None and self.dollars is not None:
            self.dollars += self._price(entry)

    def snapshot(self) -> dict[str, Any]:
        """The numbers now: rate in calls a second, `left` calls and `seconds_left` where it is known how many."""
        rate, answered = self._rate(), self.outcomes.total()
        left = max(0, self.expected - answered) if self.expected else None
        return {
            "answered": answered,
            "rate": round(rate, 2),
            "in_flight": self.in_flight,
            "attempts": self.attempts,
            "retries": self.retries,
            "outcomes": dict(self.outcomes),
            "codes": dict(self.codes),
            "failed_attempts": dict(self.failures),
            "tokens": {name: self.tokens[name] for name in TOKENS},
            "dollars": None if self.dollars is None else round(self.dollars, 6),
            "left": left,
            "seconds_left": round(left / rate) if left is not None and rate > 0 else None,
            "seconds": round(time.monotonic() - self._started, 1),
            "paid": {} if self._paid is None else dict(self._paid()),
        }

    def line(self) -> str:
        """The same in one line for a terminal."""
        now = self.snapshot()
        failed = "".join(f", {count} {code}" for code, count in sorted(self.failures.items()))
        spent = "" if self.dollars is None else f", ${self.dollars:,.2f}"
        left = "" if now["left"] is None else f" of {self.expected:,}"
        wait = "" if now["seconds_left"] is None else f", {_duration(now['seconds_left'])} left"
        return (
            f"{now['answered']:,}{left} answered, {now['rate']:.1f}/s, {self.in_flight} in flight, "
            f"{self.retries:,} retries{failed}{spent}{wait}"
        )

    @asynccontextmanager
    async def reporting(self) -> AsyncIterator[None]:
        """Keep the file and the log up to date while the block runs, and once more at its end."""
        task = asyncio.create_task(self._report())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])
            self._write()
            self._log()

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(WRITE_SECONDS)
            self._mark()
            await asyncio.to_thread(self._write)
            if time.monotonic() - self._logged >= LOG_SECONDS:
                self._logged = time.monotonic()
                await asyncio.to_thread(self._log)

    def _write(self) -> None:
        if self._path is not None:
            write_atomically(self._path, json.dumps({**self.snapshot(), "line": self.line()}).encode())

    def _log(self) -> None:
        """One line of JSON for the logger, and for the log beside the file: who asks may be no terminal's process."""
        line = json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **self.snapshot()})
        log.info(line)
        if self._path is not None:
            with open(self._path.with_name(HEALTH_LOG), "a", opener=_private) as file:
                file.write(line + "\n")

    def _mark(self) -> None:
        now = time.monotonic()
        self._marks.append((now, self.outcomes.total()))
        while now - self._marks[0][0] > RATE_SECONDS and len(self._marks) > 1:
            self._marks.popleft()

    def _rate(self) -> float:
        at, answered = self._marks[0]
        seconds = time.monotonic() - at
        return (self.outcomes.total() - answered) / seconds if seconds > 0 else 0.0


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _duration(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}h {minutes:02}m" if hours else f"{minutes}m {seconds:02}s" if minutes else f"{seconds}s"
