"""Batch mode: Message Batches at half the price, submitted once and found again whatever happens to the run.

A batch's keys are in the ledger as an intent before it is submitted, and stay there until what came of each is
committed. While a key is in an open intent, no process submits it.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from functools import partial

from anthropic import AsyncAnthropic
from anthropic.types.messages import MessageBatch

from clio.errors import RunFailed, SpendStopped
from clio.models.batch_items import Items, Verdict, parse
from clio.models.batch_search import Search, size_of
from clio.models.batch_server import BatchServer, Interrupted, NotTaken, Uncertain, give_up_on
from clio.models.batch_source import BatchLimits, OpenBatch, Source, in_thread
from clio.models.health import Health
from clio.models.held import Held
from clio.models.ledger import PENDING, Entry, Ledger
from clio.models.requests import Request
from clio.models.spending import SPENT
from clio.models.structured import StructuredOutputs

READ_AT_ONCE = 1_000
"""Results that are committed together."""

WHOLE_READINGS, SHORT_READINGS = 3, 10
"""Results are read so often before an item that is not among them is given up: with as many lines as the batch has
items, or with fewer."""


async def fill_batches(
    requests: Iterable[Request],
    client: AsyncAnthropic,
    ledger: Ledger,
    health: Health,
    may_spend: Callable[[], bool],
    poll_seconds: float = 30.0,
    limits: BatchLimits = BatchLimits(),  # noqa: B008 - frozen
    found: Callable[[Iterable[Entry]], None] = lambda entries: None,
) -> None:
    """Have every request's outcome in the ledger; waits for batches of earlier runs, and then pays for the rest.

    `requests` is pulled lazily, in a thread, and held on disk while a batch is in progress. `may_spend` is asked
    before each submission, and `found` told of the outcomes that need none.

    Raises:
        SpendStopped: `may_spend` is false, or raised it; what was in progress has ended and is committed.
        RunFailed: no batch can be submitted or read, an error will be every item's, or `may_spend` raised it. As
            with any exception and with cancellation, batches in progress are found again by the next run.
    """
    server, outputs = BatchServer(client, poll_seconds), StructuredOutputs(ledger, client)
    source = Source(requests, ledger, outputs, limits, health, found)
    async with health.reporting():
        await _Filling(source, server, Items(outputs), ledger, health, may_spend, limits).run()


class _Filling:
    """The batches of one run: some adopted from earlier runs, some its own."""

    def __init__(
        self,
        source: Source,
        server: BatchServer,
        items: Items,
        ledger: Ledger,
        health: Health,
        may_spend: Callable[[], bool],
        limits: BatchLimits,
    ) -> None:
        self._source, self._server, self._items = source, server, items
        self._ledger, self._health, self._may_spend, self._limits = ledger, health, may_spend, limits
        self._stopped: SpendStopped | None = None
        self._search = Search(server, ledger, limits)
        self._end: RunFailed | None = None  # met by items of a batch
        self._refusals = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until nothing is left to submit and nothing in progress, or the first failure."""
        try:
            await self._source.adopt()
            while True:
                if len(self._tasks) < self._limits.in_progress and await self._begin():
                    continue
                if not self._tasks:
                    break
                done, self._tasks = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in self._tasks:
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks)
        if self._stopped is not None:
            raise self._stopped

    async def _begin(self) -> bool:
        """Submit a further batch, or follow adopted ones; False when there is nothing to begin now."""
        held = None
        if self._stopped is None:
            held = await self._source.next()
        else:
            await self._source.drain()
        complete = self._source.complete()
        for batch in complete:
            self._follow(batch)
        if held is None:
            return bool(complete)
        try:
            if not self._may_spend():
                raise SpendStopped(SPENT)
        except SpendStopped as stopped:
            self._stopped = stopped
        else:
            await self._submit(held)
        return True

    async def _submit(self, held: Held) -> None:
        """Note the intent, submit, and follow what the server took or may have taken."""
        ledger, source = self._ledger, self._source
        number = await in_thread(ledger.intend, list(held.keys))
        batch = await in_thread(source.opened, number, held)
        await source.left_out(batch)
        if not batch.keys:
            await in_thread(ledger.close_intent, number)
            return
        try:
            keys = batch.wanted
            name = await self._server.submit(held.body(keys), held.body_size(keys))
        except NotTaken as refusal:
            await self._refused(batch, refusal)
            return
        except Uncertain:
            pass
        else:
            self._refusals = 0
            await in_thread(ledger.submitted, number, name)
        self._follow(batch)

    async def _refused(self, batch: OpenBatch, refusal: NotTaken) -> None:
        """Have the requests asked again, later or in smaller batches.

        Raises:
            RunFailed: when the server will take no batch.
        """
        if refusal.status == 413 and len(batch.keys) == 1:
            (key,) = batch.keys
            await self._settle(batch, [self._items.too_large(batch.held.get(key))])
        elif refusal.status == 413:
            self._source.smaller(batch.held.size)
        await in_thread(partial(self._ledger.close_intent, batch.intent, lost=True))
        self._source.release(batch)
        if refusal.end is not None:
            raise refusal.end
        if refusal.status != 413:
            self._refusals += 1
            await self._server.pause(self._refusals)

    def _follow(self, batch: OpenBatch) -> None:
        self._tasks.add(asyncio.create_task(self._to_the_end(batch)))

    async def _to_the_end(self, batch: OpenBatch) -> None:
        """Wait for a batch and read it; what it leaves to be asked goes back to the source."""
        count = len(batch.wanted)
        self._health.in_flight += count
        try:
            name = await self._search.name(batch)
            ended = None if name is None else await self._server.ended(name)
            if ended is not None:
                await self._read(batch, ended)
            elif name is not None:
                await in_thread(partial(self._ledger.close_intent, batch.intent, lost=True))
        finally:
            self._health.in_flight -= count
        self._source.release(batch)
        if self._end is not None:
            raise self._end

    async def _read(self, batch: OpenBatch, ended: MessageBatch) -> None:
        """Commit what came of every item that is wanted, and close the intent when none is left."""
        seconds = ((ended.ended_at or ended.created_at) - ended.created_at).total_seconds()
        whole = short = failures = 0
        while whole < WHOLE_READINGS and short < SHORT_READINGS and (before := len(batch.wanted)):
            if whole or short or failures:
                await self._server.pause(max(1, failures, short))
            try:
                lines = await self._read_once(batch, ended.id, seconds)
            except Interrupted as broken:
                failures = 1 if len(batch.wanted) < before else failures + 1
                give_up_on(broken.error)
            else:
                failures = 0
                whole, short = (whole + 1, short) if lines >= size_of(ended) else (whole, short + 1)
        lost = [
            self._items.unreadable(batch.held.get(key), batch.faults.get(key, ())) for key in batch.wanted
        ]
        await self._settle(batch, lost)
        if not await in_thread(self._ledger.intended, batch.intent):
            await in_thread(self._ledger.close_intent, batch.intent)

    async def _read_once(self, batch: OpenBatch, name: str, seconds: float) -> int:
        """Read the results and commit what is wanted of them; returns the number of lines."""
        lines: list[bytes] = []
        count = 0
        async with aclosing(self._server.lines(name)) as stream:
            try:
                async for line in stream:
                    lines.append(line)
                    if len(lines) == READ_AT_ONCE:
                        await self._settle(batch, await in_thread(self._judged, batch, lines, seconds))
                        count, lines = count + len(lines), []
            finally:
                await self._settle(batch, await in_thread(self._judged, batch, lines, seconds))
        return count + len(lines)

    def _judged(self, batch: OpenBatch, lines: list[bytes], seconds: float) -> list[Verdict]:
        """What came of the items of some lines that are wanted and not settled."""
        verdicts: dict[str, Verdict] = {}
        for line in lines:
            item = parse(line)
            if item is None:
                self._health.failed_attempt("unreadable")
            elif batch.awaits(item.key) and item.key not in verdicts:
                request, faults = batch.held.get(item.key), batch.faults.get(item.key, ())
                verdicts[item.key] = self._items.judge(request, item, faults, seconds)
        return list(verdicts.values())

    async def _settle(self, batch: OpenBatch, verdicts: Sequence[Verdict]) -> None:
        """Commit verdicts, and note what is asked once more."""
        if not verdicts:
            return
        entries = [verdict.entry for verdict in verdicts]
        written = {entry.key for entry in await in_thread(self._ledger.settle, batch.intent, entries)}
        for verdict in verdicts:
            entry = verdict.entry
            batch.settled.add(entry.key)
            if (
                entry.key not in written
            ):  # another process was faster; the ledger knows whether it is answered
                batch.again[entry.key] = None
                continue
            self._health.answered(entry)
            if verdict.end is not None:
                self._end = self._end or verdict.end
            elif entry.outcome == PENDING:
                self._health.failed_attempt(verdict.code or "unreadable")
                batch.again[entry.key] = verdict.remedy
            else:
                self._source.ended(entry.key)
