"""One request from its first call to the entry that the ledger keeps of it."""

import time
from collections.abc import Callable
from dataclasses import replace

from anthropic import AnthropicError, AsyncAnthropic

from clio.models import replies
from clio.models.client import TALLY, Tally
from clio.models.ledger import Entry, Mode, Outcome
from clio.models.replies import Answered, Reply
from clio.models.requests import Request


class Asker:
    """Asks requests one by one; the SDK retries what the server could not take.

    An answer cut short is asked for once more with twice the room, a malformed one repaired once. A server that
    rejects structured outputs is asked without them from then on.

    Args:
        validate: raises Malformed for an answer's text that is of no use.
        repair: a request that asks again for the JSON.
        unstructured: a request that asks without `output_config.format`.
    """

    def __init__(
        self,
        client: AsyncAnthropic,
        validate: Callable[[Request, str], None],
        repair: Callable[[Request], Request],
        unstructured: Callable[[Request], Request],
    ) -> None:
        self._client, self._validate = client, validate
        self._repair, self._unstructured = repair, unstructured
        self._structured: bool | None = None  # None until the server has answered one way or the other

    async def ask(self, request: Request, tally: Tally) -> Entry:
        """The request's outcome, whatever it is, with what all its attempts cost in `tally`.

        Raises:
            RunFailed: for an error that every further call would meet: key, model, credit.
            CallAbandoned: when `tally.abandoned` was set meanwhile.
        """
        TALLY.set(tally)
        reply = await self._once(request)
        if reply.outcome == "max_tokens":
            request = widened(request)
            reply = await self._once(request)
        if reply.outcome == "malformed":
            reply = await self._once(self._repair(request))
        return entry_of(request, tally, reply.outcome, reply.text, reply.code)

    async def _once(self, request: Request) -> Reply:
        """One call, in the form that the server is known to take."""
        if self._structured is False:
            request = self._unstructured(request)
        reply, error = await self._call(request)
        if "output_config" not in request.body:
            return reply
        if error is None:
            self._structured = True if self._structured is None else self._structured
        elif replies.blames_format(error, known_to_work=bool(self._structured)):
            reply, error = await self._call(self._unstructured(request))
            if error is None and not self._structured:
                self._structured = False
        return reply

    async def _call(self, request: Request) -> tuple[Reply, Exception | None]:
        """One call with the SDK's retries: its outcome, and the error if there was no message."""
        try:
            message: Answered = await self._client.messages.create(**request.body)
        except AnthropicError as failure:
            error: Exception = failure
        else:
            return replies.read(request, message, self._validate), None
        code = replies.failure_code(error)
        if code is None:
            raise error
        end = replies.fatal(error, str(request.body["model"]))
        if end is not None:
            raise end
        return replies.failed(error, code), error


def entry_of(
    request: Request,
    tally: Tally,
    outcome: Outcome,
    text: str | None = None,
    code: str | None = None,
    mode: Mode = "live",
) -> Entry:
    """The ledger's row for a call, or a batch's item, that ended now."""
    return Entry(
        key=request.key,
        kind=request.kind,
        model=str(request.body["model"]),
        outcome=outcome,
        text=text,
        code=code,
        input_tokens=tally.input_tokens,
        output_tokens=tally.output_tokens,
        cache_read_tokens=tally.cache_read_tokens,
        cache_write_tokens=tally.cache_write_tokens,
        latency_ms=tally.latency_ms,
        attempts=tally.attempts,
        mode=mode,
        at=time.time(),
    )


def widened(request: Request) -> Request:
    """The same request with room for an answer twice as long."""
    return replace(request, body={**request.body, "max_tokens": 2 * request.body["max_tokens"]})
