"""Requests on their way into batches: pulled, kept for batches that hold them already, or gathered for the next."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from clio.models.batch_items import amended, faults_of
from clio.models.health import Health
from clio.models.held import Held, item_size
from clio.models.ledger import Entry, Ledger
from clio.models.requests import Request, pull
from clio.models.structured import StructuredOutputs

PULLED_AT_ONCE = 1_000
PULL_SECONDS = 0.5
"""A thread makes so many requests, or for so long, before it hands them over."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """Size of a batch, and how a lost one is told from a late one.

    `items` and `bytes` bound one batch, `in_progress` the batches of one run at the server. A batch without a
    name is lost when the server does not list it `grace_seconds` after the intent: longer than a submission
    lasts. `skew_seconds` is how far the clocks may differ.
    """

    items: int = 100_000
    bytes: int = 250_000_000
    in_progress: int = 4
    grace_seconds: float = 900.0
    skew_seconds: float = 900.0


@dataclass(slots=True)
class OpenBatch:
    """A batch whose results are not all in the ledger.

    `keys` are those of its intent; `faults` what was wrong with earlier answers to some. `held` are the requests
    that this run wants, `settled` those of them that need nothing more from this batch, `again` those that are
    asked once more, with what to change.
    """

    intent: int
    keys: set[str]
    faults: dict[str, tuple[str, ...]]
    held: Held
    settled: set[str] = field(default_factory=set)
    again: dict[str, str | None] = field(default_factory=dict)

    def awaits(self, key: str) -> bool:
        """Whether this run still wants the key's result."""
        return key in self.held and key not in self.settled

    @property
    def wanted(self) -> list[str]:
        """The keys whose results this run still wants."""
        return [key for key in self.held.keys if key not in self.settled]


class Source:
    """The requests of one run that have no outcome yet; each is in one place at a time."""

    def __init__(
        self,
        requests: Iterable[Request],
        ledger: Ledger,
        outputs: StructuredOutputs,
        limits: BatchLimits,
        health: Health,
        found: Callable[[Iterable[Entry]], None],
    ) -> None:
        self._requests, self._ledger, self._outputs = iter(requests), ledger, outputs
        self._health, self._found = health, found
        self._limits, self._most_bytes = limits, limits.bytes
        self._exhausted = False
        self._under_way: set[str] = set()  # pulled, and without an outcome
        self._left: list[Request] = []  # pulled, and too many for the last batch
        self._again: dict[str, tuple[Held, str | None]] = {}
        self._adopted: dict[int, OpenBatch] = {}  # until they are followed
        self._owners: dict[str, OpenBatch] = {}
        self._seen: set[int] = set()

    async def adopt(self) -> None:
        """Take note of batches of earlier runs and of other processes that the ledger knows."""
        for intent in self._ledger.open_intents():
            if intent.id in self._seen:
                continue
            batch = await in_thread(self.opened, intent.id, Held(self._ledger.path.parent))
            if not batch.keys:  # a run was killed before it could close it
                await in_thread(self._ledger.close_intent, intent.id)
                continue
            self._adopted[intent.id] = batch
            self._owners |= dict.fromkeys(batch.keys, batch)

    def opened(self, intent: int, held: Held) -> OpenBatch:
        """The batch of an open intent, of which this run wants the requests in `held`."""
        self._seen.add(intent)
        keys = self._ledger.intended(intent)
        pending = self._ledger.pending(keys)
        faults = {key: found for key, entry in pending.items() if (found := faults_of(entry))}
        return OpenBatch(intent, set(keys), faults, held)

    def complete(self) -> list[OpenBatch]:
        """Adopted batches of which all requests are here, or will be no more; each is given once."""
        if self._exhausted:
            found = [batch for batch in self._adopted.values() if len(batch.held)]
            self._adopted.clear()
        else:
            found = [batch for batch in self._adopted.values() if len(batch.held) == len(batch.keys)]
            for batch in found:
                del self._adopted[batch.intent]
        return found

    async def next(self) -> Held | None:
        """The requests of a further batch; None when there are none now."""
        held = Held(self._ledger.path.parent)
        while len(held) < self._limits.items and (chunk := await self._chunk()):
            for place, request in enumerate(chunk):
                full = len(held) and held.size + item_size(request) > self._most_bytes
                if full or len(held) == self._limits.items:
                    self._left = chunk[place:]
                    return held
                held.put(request)
        return held if len(held) else None

    async def drain(self) -> None:
        """Pull only until the adopted batches have their requests."""
        while not self._exhausted and any(
            len(batch.held) < len(batch.keys) for batch in self._adopted.values()
        ):
            await self._pulled()

    def smaller(self, size: int) -> None:
        """The server takes no body of `size` bytes: make the next ones at most half as large."""
        self._most_bytes = size // 2

    async def left_out(self, batch: OpenBatch) -> None:
        """Find the place of requests that were gathered for a batch but may not be in it."""
        out = [key for key in batch.held.keys if key not in batch.keys]
        batch.settled |= set(out)
        if not out:
            return
        await self.adopt()
        known = await in_thread(self._ledger.known, out)
        for key in out:
            owner = self._owners.get(key)
            if key in known:
                self._under_way.discard(key)
            elif owner is not None and key not in owner.held:
                owner.held.put(batch.held.get(key))
            else:
                self._again[key] = batch.held, None

    def release(self, batch: OpenBatch) -> None:
        """Take back what a batch of this run, or one that is followed, leaves to be asked."""
        for key in batch.keys:
            self._owners.pop(key, None)
        for key in batch.held.keys:
            if key in batch.again or key not in batch.settled:
                self._again[key] = batch.held, batch.again.get(key)

    def ended(self, key: str) -> None:
        """A request has its outcome."""
        self._under_way.discard(key)

    async def _chunk(self) -> list[Request]:
        """Some of the requests that are to be submitted; none when there are none now."""
        if self._left:
            chunk, self._left = self._left, []
            return chunk
        while True:
            if self._again:
                return self._retries()
            if self._exhausted:
                return []
            if chunk := await self._pulled():
                return chunk

    def _retries(self) -> list[Request]:
        keys = list(islice(self._again, PULLED_AT_ONCE))
        taken = [(key, *self._again.pop(key)) for key in keys]
        return [
            self._outputs.form(amended(held.get(key), () if remedy is None else (remedy,)))
            for key, held, remedy in taken
        ]

    async def _pulled(self) -> list[Request]:
        """The next requests that are not in an adopted batch, as they are to be asked after earlier answers."""
        chunk = await in_thread(pull, self._requests, PULLED_AT_ONCE, PULL_SECONDS)
        self._exhausted = not chunk
        new = {request.key: request for request in chunk if request.key not in self._under_way}
        self._under_way |= new.keys()
        known, pending = await in_thread(lambda: (self._ledger.known(new), self._ledger.pending(new)))
        self._under_way -= known.keys()
        self._found(known.values())
        self._health.expect(len(new) - len(known) - len(chunk))
        free = []
        for key in new.keys() - known.keys():
            request = new[key]
            if key in pending:
                request = amended(request, faults_of(pending[key]))
            if key in self._owners:
                self._owners[key].held.put(request)
            else:
                free.append(self._outputs.form(request))
        return free


async def in_thread(call: Callable[..., T], *arguments: object) -> T:
    """What `call` returns; when cancelled, the thread has ended all the same."""
    thread = asyncio.ensure_future(asyncio.to_thread(call, *arguments))
    try:
        return await asyncio.shield(thread)
    except asyncio.CancelledError:
        await asyncio.wait([thread])
        raise
