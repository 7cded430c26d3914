"""The calls of Message Batches: each as often as it takes, but for the one that spends."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from contextlib import aclosing
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import quote

import httpx2
import orjson
from anthropic import AnthropicError, APIStatusError, AsyncAnthropic
from anthropic._decoders.jsonl import AsyncJSONLDecoder
from anthropic.types.messages import MessageBatch, MessageBatchIndividualResponse

from clio.errors import RunFailed
from clio.models import replies
from clio.models.batch_items import parse

BATCHES = "/v1/messages/batches"
SUBMIT_SECONDS = 600.0
"""A submission that has not ended by then is given up; the server may have taken it."""

FAILURES = 24
"""A call is given up after so many failures in a row, with up to 5 minutes in between: about an hour and a half."""

_LONGEST_WAIT = 300.0
_PAGE = 100
_PEEK = 100
_CHUNK = 1 << 16
_PASSING = frozenset((408, 409, 425, 429))
FAILED: tuple[type[Exception], ...] = (AnthropicError, httpx2.HTTPError, OSError, ValueError)

T = TypeVar("T")


class NotTaken(Exception):
    """The server has surely not taken a batch; `end` unless it may take it, or a smaller one, later."""

    def __init__(self, status: int, end: RunFailed | None) -> None:
        super().__init__(status)
        self.status, self.end = status, end


class Uncertain(Exception):
    """No word from the server: it may have taken the batch or not."""


class Interrupted(Exception):
    """A stream of results ended before its last line; `error` is the reason."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class BatchServer:
    """One server's Message Batches. Waits between polls last `poll_seconds`, those after failures double."""

    def __init__(self, client: AsyncAnthropic, poll_seconds: float) -> None:
        self._client, self.poll_seconds = client, poll_seconds

    async def submit(self, body: AsyncIterable[bytes], size: int) -> str:
        """Create a batch from the JSON of its body, `size` bytes, in one attempt, and return its name.

        Raises:
            NotTaken, Uncertain.
        """
        # The SDK's own retries would submit again what a broken connection may have delivered.
        once = self._client.with_options(max_retries=0, timeout=SUBMIT_SECONDS)
        headers = {"Content-Type": "application/json", "Content-Length": str(size)}
        try:
            async with asyncio.timeout(SUBMIT_SECONDS):
                batch = await once.post(
                    BATCHES, cast_to=MessageBatch, content=body, options={"headers": headers}
                )
        except APIStatusError as error:
            if error.status_code >= 500 or error.status_code in _PASSING - {429}:
                raise Uncertain from None
            end = None if error.status_code in (413, 429) else _fatal(error)
            raise NotTaken(error.status_code, end) from None
        except FAILED:
            raise Uncertain from None
        if not isinstance(batch, MessageBatch) or not isinstance(batch.id, str):
            raise Uncertain
        return batch.id

    async def created_since(self, at: float) -> list[MessageBatch]:
        """All batches created at `at` (seconds since 1970) or later, newest first."""
        return await self.patiently(lambda: self._list(datetime.fromtimestamp(at, UTC)))

    async def retrieve(self, name: str) -> MessageBatch | None:
        """A batch; None when the server knows none of that name."""
        try:
            return await self.patiently(lambda: self._retrieve(name))
        except _Unknown:
            return None

    async def ended(self, name: str) -> MessageBatch | None:
        """A batch once it has ended; None when the server has it, or its results, no longer."""
        while (batch := await self.retrieve(name)) is not None:
            if batch.processing_status == "ended":
                return batch if batch.archived_at is None else None
            await asyncio.sleep(self.poll_seconds)
        return None

    async def holds(self, name: str, keys: set[str]) -> bool:
        """Whether the items of an ended batch are those of `keys`, by the first of its results."""
        try:
            return await self.patiently(lambda: self._holds(name, keys))
        except _Unknown:
            return False

    async def lines(self, name: str) -> AsyncGenerator[bytes, None]:
        """The lines of an ended batch's results, as they arrive.

        Raises:
            Interrupted: when the stream ends before its last line.
        """
        # By its path, not by the URL that the server names: no other host gets the key. The SDK's decoder reads
        # 64 bytes at a time and cannot go on after a line that is no JSON.
        path, rest = f"{BATCHES}/{quote(name, safe='')}/results", b""
        try:
            decoder = await self._client.get(
                path,
                cast_to=AsyncJSONLDecoder[MessageBatchIndividualResponse],
                options={"headers": {"Accept": "application/binary"}},
                stream=True,
            )
            try:
                async for chunk in decoder.http_response.aiter_bytes(_CHUNK):
                    *lines, rest = (rest + chunk).split(b"\n")
                    for line in filter(bytes.strip, lines):
                        yield line
            finally:
                await decoder.close()
            if rest.strip():
                orjson.loads(rest)  # half a line is no line that cannot be read
        except FAILED as error:
            broken = Interrupted(error)
        else:
            if rest.strip():
                yield rest
            return
        raise broken

    async def patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        """What `call` returns, as soon as it does not fail.

        Raises:
            RunFailed: when it fails for good, or too often.
        """
        failures = 0
        while True:
            failure: Exception
            try:
                return await call()
            except FAILED as error:
                failure = error
            except Interrupted as broken:
                failure = broken.error
            if isinstance(failure, APIStatusError) and failure.status_code == 404:
                raise _Unknown
            give_up_on(failure)
            failures += 1
            await self.pause(failures)

    async def pause(self, failures: int) -> None:
        """Wait after the given number of failures in a row.

        Raises:
            RunFailed: when they are too many.
        """
        if failures >= FAILURES:
            raise RunFailed(
                "The model server's Message Batches cannot be reached: see workspace/health.json for its codes; "
                "what was submitted is noted, and the same command goes on from there."
            )
        await asyncio.sleep(min(_LONGEST_WAIT, min(1.0, self.poll_seconds) * 2.0 ** (failures - 1)))

    async def _list(self, since: datetime) -> list[MessageBatch]:
        found = []
        async for batch in self._client.messages.batches.list(limit=_PAGE):
            if _sound(batch).created_at < since:
                break
            found.append(batch)
        return found

    async def _retrieve(self, name: str) -> MessageBatch:
        return _sound(await self._client.messages.batches.retrieve(name))

    async def _holds(self, name: str, keys: set[str]) -> bool:
        seen = 0
        async with aclosing(self.lines(name)) as lines:
            async for line in lines:
                item = parse(line)
                if item is not None and item.key not in keys:
                    return False
                seen += item is not None
                if seen == _PEEK:
                    break
        return seen > 0


class _Unknown(RunFailed):
    """The server knows nothing of that name."""

    def __init__(self) -> None:
        super().__init__(
            "The model server has no Message Batches (404): use --mode live; what was answered is kept."
        )


def _sound(batch: MessageBatch) -> MessageBatch:
    """The batch itself; ValueError when the server's JSON is not one."""
    counts = getattr(batch, "request_counts", None)
    if not isinstance(getattr(batch, "created_at", None), datetime) or counts is None:
        raise ValueError("not a batch")
    return batch


def give_up_on(error: Exception) -> None:
    """Raise RunFailed for an error that every further call would meet."""
    if (
        isinstance(error, APIStatusError)
        and error.status_code < 500
        and error.status_code not in _PASSING | {404}
    ):
        raise _fatal(error)


def _fatal(error: APIStatusError) -> RunFailed:
    if error.status_code == 404:
        return _Unknown()
    return replies.fatal(error, "Message Batches") or RunFailed(
        f"The model server does not take Message Batches ({error.status_code}): use --mode live; what was answered "
        "is kept."
    )
