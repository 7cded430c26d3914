"""Finding the batch of an intent: by its name, or, where a run ended before it had one, by what the server holds."""

import asyncio
import time
from functools import partial

from anthropic.types.messages import MessageBatch

from clio.models.batch_server import BatchServer
from clio.models.batch_source import BatchLimits, OpenBatch, in_thread
from clio.models.ledger import Intent, Ledger


class Search:
    """Tells which batch of the server is that of an intent, and claims it in the ledger."""

    def __init__(self, server: BatchServer, ledger: Ledger, limits: BatchLimits) -> None:
        self._server, self._ledger, self._limits = server, ledger, limits

    async def name(self, batch: OpenBatch) -> str | None:
        """The server's name of the batch; None when its intent is closed, here or by another process.

        A batch that no intent has claimed, of the right size and time, may be the one. Custom ids decide, which a
        batch shows once it has ended; until then it is waited for. The intent is closed as lost only when the server
        lists no such batch after the grace period.
        """
        strangers: set[str] = set()
        while True:
            intent = next((one for one in self._ledger.open_intents() if one.id == batch.intent), None)
            if intent is None or intent.batch_id is not None:
                return None if intent is None else intent.batch_id
            late = time.time() > intent.at + self._limits.grace_seconds
            found = await self._candidates(intent, strangers)
            for candidate in found:
                if candidate.processing_status != "ended":
                    continue
                if await self._server.holds(candidate.id, batch.keys):
                    await in_thread(self._ledger.submitted, intent.id, candidate.id)
                    return candidate.id
                strangers.add(candidate.id)
            if late and not found:
                await in_thread(partial(self._ledger.close_intent, intent.id, lost=True))
                return None
            await asyncio.sleep(self._server.poll_seconds)

    async def _candidates(self, intent: Intent, strangers: set[str]) -> list[MessageBatch]:
        """Batches that may be the intent's, by time and number of items."""
        listed = await self._server.created_since(intent.at - self._limits.skew_seconds)
        others = strangers | self._ledger.claimed_batches()
        return [one for one in listed if one.id not in others and size_of(one) == intent.items]


def size_of(batch: MessageBatch) -> int:
    """The number of a batch's items, whatever their state."""
    counts = batch.request_counts
    return counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired
