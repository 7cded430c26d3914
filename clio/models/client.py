"""The SDK's client as Clio uses it: paced, counted, silent, and talking to the configured server only."""

import asyncio
import logging
import time
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import anthropic
import httpx2
import orjson
from anthropic import APIRequest, AsyncAPIResponse, AsyncCallNext, Middleware

from clio.models import replies
from clio.models.credentials import credentials
from clio.models.health import Health
from clio.models.pacing import Attempt, Pacer
from clio.models.replies import AttemptFailed
from clio.settings import LlmSettings

MESSAGES = "/v1/messages"
CONNECT_SECONDS = 10.0
_TALKATIVE = ("anthropic", "httpx2", "httpcore2", "httpx", "httpcore", "aiohttp")


class CallAbandoned(Exception):
    """The run is ending: no further attempt is made at this call."""


@dataclass(slots=True)
class Tally:
    """What one call has cost so far, over all its attempts; `sending` while one is under way."""

    attempts: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    latency_ms: int = 0
    sending: bool = False
    abandoned: bool = False

    @property
    def paid(self) -> bool:
        """Whether an attempt reported tokens."""
        return bool(
            self.input_tokens or self.output_tokens or self.cache_read_tokens or self.cache_write_tokens
        )

    def add(self, counts: tuple[int, int, int, int]) -> None:
        """Count the tokens that an attempt reported."""
        self.input_tokens += counts[0]
        self.output_tokens += counts[1]
        self.cache_read_tokens += counts[2]
        self.cache_write_tokens += counts[3]


TALLY: ContextVar[Tally] = ContextVar("tally")
"""Where the attempts of the current task's call are counted."""


class Attempts(Middleware):
    """Runs around every HTTP attempt inside the SDK's retry loop: waits its turn, counts, and learns from it."""

    def __init__(self, pacer: Pacer, health: Health, timeout_seconds: float) -> None:
        self._pacer, self._health, self._timeout = pacer, health, timeout_seconds

    async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> Any:
        """One attempt: the message as `replies.Received`, or the error's response.

        Raises:
            AttemptFailed: it took too long, or its body is no message; the SDK tries again.
            CallAbandoned: the run is ending.
        """
        if request.url != MESSAGES:
            return await self._aside(request, call_next)
        tally = TALLY.get(None) or Tally()
        if tally.abandoned:
            raise CallAbandoned
        body = request.json if isinstance(request.json, dict) else {}
        attempt = await self._pacer.enter(str(body.get("model")), self._estimate(body))
        try:
            return await self._attempt(request, call_next, tally, attempt)
        except Exception as error:
            code = replies.failure_code(error)
            if code is not None:
                self._health.failed_attempt(code)
            if tally.abandoned:
                raise CallAbandoned from None
            raise

    async def _attempt(
        self, request: APIRequest, call_next: AsyncCallNext, tally: Tally, attempt: Attempt
    ) -> Any:
        """The response, or what it received: the SDK hands that on as it is."""
        status, headers, used = None, httpx2.Headers(), (0, 0, 0, 0)
        tally.sending, tally.attempts = True, tally.attempts + 1
        self._health.attempted(request.retries_taken > 0)
        try:
            async with asyncio.timeout(self._timeout):
                response = await call_next(request)
            status, headers = response.status_code, response.headers
            if response.http_response.is_success:
                message = replies.received(response.http_response.content)
                if message is None:
                    raise AttemptFailed("invalid_body")
                used = replies.tokens(message)
                tally.add(used)
                return message
        except TimeoutError:
            raise AttemptFailed("timeout") from None
        finally:
            tally.sending = False
            tally.latency_ms = round((time.monotonic() - attempt.sent_at) * 1000)
            self._pacer.leave(attempt, status, headers, used[0] + used[2] + used[3], used[1])
        self._health.failed_attempt(f"http_{status}")
        if tally.abandoned:
            raise CallAbandoned
        return response

    async def _aside(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncAPIResponse[Any]:
        """Requests that are no calls of the model (Message Batches): held back with the others, not paced."""
        await self._pacer.released()
        response = await call_next(request)
        if not response.http_response.is_success:
            self._health.failed_attempt(f"http_{response.status_code}")
            self._pacer.heed(response.headers)
        return response

    def _estimate(self, body: Mapping[str, Any]) -> float:
        return len(orjson.dumps(body)) / 4 if self._pacer.counts_tokens else 0.0


def make_client(
    llm: LlmSettings, environment: Mapping[str, str], pacer: Pacer, health: Health
) -> anthropic.AsyncAnthropic:
    """A client for the server that the settings name; close it in the loop that used it.

    The key is ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN) of `environment`; a server of one's own may need none.
    Proxies are those of the process's environment. Redirects are not followed, so no other host ever gets a prompt.

    Raises:
        UserError: without a key for Anthropic's server, or with a base_url that is no http(s) URL.
    """
    silence()
    key, token, base_url = credentials(llm, environment)
    seconds = llm.timeout_seconds
    timeout = anthropic.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
    limits = httpx2.Limits(max_connections=llm.max_in_flight + 8, keepalive_expiry=30.0)
    return anthropic.AsyncAnthropic(
        api_key=key,
        auth_token=token,
        base_url=base_url,
        timeout=timeout,
        max_retries=llm.max_retries,
        default_headers=llm.headers,
        open_telemetry=False,
        http_client=anthropic.DefaultAioHttpClient(timeout=timeout, limits=limits, follow_redirects=False),
        middleware=[Attempts(pacer, health, seconds)],
    )


def silence() -> None:
    """Shut the loggers of the SDK and of what it sends through: at debug level they hold prompts and answers.

    ANTHROPIC_LOG=debug switches them on when the SDK is imported, so their own switch is used against it.
    """
    for name in (*_TALKATIVE, *logging.root.manager.loggerDict):
        if name.partition(".")[0] in _TALKATIVE:
            logger = logging.getLogger(name)
            logger.setLevel(logging.CRITICAL)
            logger.disabled = True
