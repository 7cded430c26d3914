"""Live mode: a fixed number of calls in flight over all requests, each freed by the commit of its answer."""

import asyncio
import gc
import math
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from anthropic import AsyncAnthropic

from clio.errors import SpendStopped
from clio.models.asking import Asker, entry_of
from clio.models.client import CallAbandoned, Tally
from clio.models.health import Health
from clio.models.ledger import Entry, Ledger
from clio.models.pacing import Pacer
from clio.models.requests import Request, pull
from clio.models.spending import SPENT
from clio.models.structured import StructuredOutputs

PULLED_AT_ONCE = 64
PULL_SECONDS = 0.02
"""A thread makes so many requests, or for so long, before it hands them over."""

COMMIT_SECONDS_AN_ENTRY = 0.00015
"""What a commit may take of the event loop for each of its entries, before the loop's turn ends."""


async def fill_live(
    requests: Iterable[Request],
    client: AsyncAnthropic,
    ledger: Ledger,
    pacer: Pacer,
    health: Health,
    may_spend: Callable[[], bool],
    max_in_flight: int,
    found: Callable[[Iterable[Entry]], None] = lambda entries: None,
) -> None:
    """Ask what the ledger does not know yet; returns when every request has an outcome there.

    `requests` is pulled lazily, in a thread, a little ahead of the calls. `client` must be made with the same
    `pacer` and `health`. `may_spend` is asked before each new request, and
    `found` told of the outcomes that need no asking.

    Raises:
        SpendStopped: `may_spend` is false, or raised it; what was in flight has ended and is committed.
        RunFailed: no further call can succeed (key, model, credit), or `may_spend` raised it. As with any
            exception and with cancellation, what was answered by then is committed.
    """
    asker = Asker(client, StructuredOutputs(ledger, client))
    with _heap_frozen():
        async with health.reporting():
            await _Pool(requests, asker, ledger, health, may_spend, found, max_in_flight).run()


class _Pool:
    """Workers, each with one request at a time, over one lazy source."""

    def __init__(
        self,
        requests: Iterable[Request],
        asker: Asker,
        ledger: Ledger,
        health: Health,
        may_spend: Callable[[], bool],
        found: Callable[[Iterable[Entry]], None],
        size: int,
    ) -> None:
        self._asker, self._ledger, self._health = asker, ledger, health
        self._may_spend, self._found, self._size = may_spend, found, size
        self._requests = iter(requests)
        self._queue: asyncio.Queue[Request | None] = asyncio.Queue(maxsize=size + PULLED_AT_ONCE)
        self._pending: set[str] = set()  # keys that were pulled and are not committed
        self._calls: dict[asyncio.Task[None], Tally] = {}
        self._stopped: SpendStopped | None = None
        self._error: Exception | None = None
        self._workers: list[asyncio.Task[None]] = []

    async def run(self) -> None:
        """Until the source is empty, or the first failure."""
        self._commits = GroupCommit(self._ledger)
        with ThreadPoolExecutor(1) as puller:
            feeder = asyncio.create_task(self._feed(puller))
            self._workers = [asyncio.create_task(self._work()) for _ in range(self._size)]
            try:
                await asyncio.wait(self._workers)
                if self._stopped is not None and self._error is None and await self._queue.get() is not None:
                    self._error = self._stopped
            finally:
                for task in (feeder, *self._workers):
                    task.cancel()
                await asyncio.wait([feeder, *self._workers])
                self._commits.flush()
        if self._error is not None:
            raise self._error

    def _fail(self, error: Exception) -> None:
        """Take the first failure as the run's, and let only attempts that are under way end."""
        if self._error is not None:
            return
        self._error = error
        for worker in self._workers:
            tally = self._calls.get(worker)
            if tally is not None and tally.sending:
                tally.abandoned = True
            elif worker is not asyncio.current_task():
                worker.cancel()

    async def _work(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        try:
            while (request := await self._next()) is not None:
                await self._one(request, task)
        except CallAbandoned:
            return
        except Exception as error:
            self._fail(error)

    async def _one(self, request: Request, task: asyncio.Task[None]) -> None:
        """Ask one request; its slot is free when its row is committed."""
        tally = self._calls[task] = Tally()
        self._health.in_flight += 1
        try:
            entry = await self._entry(request, tally)
            self._health.answered(entry)
            await self._commits.committed(entry)
        finally:
            self._health.in_flight -= 1
            self._pending.discard(request.key)
            del self._calls[task]

    async def _entry(self, request: Request, tally: Tally) -> Entry:
        """The request's outcome; what was paid for a call that is broken off is committed as well."""
        try:
            return await self._asker.ask(request, tally)
        except BaseException:
            if tally.paid:
                self._commits.add(entry_of(request, tally, "unavailable", code="stopped"))
            raise

    async def _next(self) -> Request | None:
        if self._stopped is not None or self._error is not None:
            return None
        try:
            if not self._may_spend():
                raise SpendStopped(SPENT)
        except SpendStopped as stopped:
            self._stopped = stopped
            return None
        request = await self._queue.get()
        if request is None:
            self._queue.put_nowait(None)  # for the next worker
        return request

    async def _feed(self, thread: Executor) -> None:
        """Hand on what is neither in the ledger nor on its way there."""
        loop = asyncio.get_running_loop()
        try:
            while chunk := await loop.run_in_executor(
                thread, pull, self._requests, PULLED_AT_ONCE, PULL_SECONDS
            ):
                new = {request.key: request for request in chunk if request.key not in self._pending}
                self._pending |= new.keys()  # before the ledger is asked, so that no commit falls in between
                known = await loop.run_in_executor(thread, self._ledger.known, list(new))
                self._pending -= known.keys()
                for key in known:
                    del new[key]
                self._found(known.values())
                self._health.expect(len(new) - len(chunk))
                for request in new.values():
                    await self._queue.put(request)
        except Exception as error:
            self._fail(error)
        else:
            await self._queue.put(None)


class GroupCommit:
    """Commits entries together: all that arrive in one turn of the event loop, sooner where many do.

    It commits in the loop itself. A thread would have to win the interpreter's lock from the loop, and the loop to
    come round to its result, and an answer would wait for its disk several times longer than the disk takes.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._loop = asyncio.get_running_loop()
        self._entries: list[Entry] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._enough = 1  # entries for which a commit is worth its time

    async def committed(self, entry: Entry) -> None:
        """Return when the entry is committed; raise what the ledger raised."""
        self.add(entry)
        done = self._loop.create_future()
        self._waiting.append(done)
        if len(self._entries) >= self._enough:
            self.flush()
        await done

    def add(self, entry: Entry) -> None:
        """Have the entry committed with the next ones; nobody waits for it."""
        if not self._entries:
            self._loop.call_soon(self.flush)
        self._entries.append(entry)

    def flush(self) -> None:
        """Commit what there is; an error goes to those who wait."""
        if not self._entries:
            return
        entries, self._entries = self._entries, []
        waiting, self._waiting = self._waiting, []
        began = time.perf_counter()
        try:
            self._ledger.commit(entries)
        except Exception as error:
            _end(waiting, error)
        else:
            _end(waiting, None)
        self._enough = math.ceil((time.perf_counter() - began) / COMMIT_SECONDS_AN_ENTRY)


def _end(waiting: Iterable[asyncio.Future[None]], error: Exception | None) -> None:
    for done in waiting:
        if done.done():  # cancelled with its worker
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)


@contextmanager
def _heap_frozen() -> Iterator[None]:
    """Keep what is loaded by now out of garbage collection: millions of objects that outlive every call."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
