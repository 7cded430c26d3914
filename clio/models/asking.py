"""One request from its first call to the entry that the ledger keeps of it."""

import time

from anthropic import AnthropicError, AsyncAnthropic

from clio.models import replies
from clio.models.amending import repaired, unstructured, widened
from clio.models.client import TALLY, Tally
from clio.models.ledger import Entry, Mode, Outcome
from clio.models.replies import Answered, Reply
from clio.models.requests import Request
from clio.models.structured import StructuredOutputs


class Asker:
    """Asks requests one by one; the SDK retries what the server could not take.

    An answer cut short is asked for once more with twice the room, a malformed one repaired once. A server that
    rejects structured outputs is asked without them from then on.
    """

    def __init__(self, client: AsyncAnthropic, outputs: StructuredOutputs) -> None:
        self._client, self._outputs = client, outputs

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
            reply = await self._once(repaired(request))
        return entry_of(request, tally, reply.outcome, reply.text, reply.code)

    async def _once(self, request: Request) -> Reply:
        """One call, in the form that the server is known to take."""
        request = self._outputs.form(request)
        reply, error = await self._call(request)
        if error is None and "output_config" in request.body:
            self._outputs.taken(request)
        elif error is not None and self._outputs.blamed(request, error):
            reply, error = await self._call(unstructured(request))
            if error is None:
                self._outputs.refused(request)
        return reply

    async def _call(self, request: Request) -> tuple[Reply, Exception | None]:
        """One call with the SDK's retries: its outcome, and the error if there was no message."""
        try:
            message: Answered = await self._client.messages.create(**request.body)
        except AnthropicError as failure:
            error: Exception = failure
        else:
            return replies.read(request, message), None
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
