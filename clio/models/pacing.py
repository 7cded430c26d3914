"""How fast calls may go out: rates, the server's own limits, waits it asks for, and how many at once.

One pacer is shared by all calls of a run. It sees every HTTP attempt, so retries keep to it as well.
"""

import asyncio
import math
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

OVERLOADED = frozenset((429, 529))
"""Statuses that say: too many at once."""

_LIMITED = (
    "requests",
    "input-tokens",
    "output-tokens",
    "tokens",
)  # the families of anthropic-ratelimit-* headers
_OUTPUT_TOKENS = 200.0  # taken for an answer's length until answers have been seen
_SLICE_SECONDS = 1.0  # how much of a minute's rate may go out at once


class Rate:
    """At most `per_minute` units a minute, evenly, and at most `burst` of them at once.

    The generic cell rate algorithm (ITU-T I.371, annex A): one number, the moment at which all units would be
    free again, says everything. Times are seconds of one clock, given by the caller.
    """

    def __init__(self, per_minute: float, burst: float) -> None:
        self.per_minute = per_minute
        self._interval = 60 / per_minute
        self._burst = burst
        self._free_at = -math.inf

    def reserve(self, amount: float, now: float) -> float:
        """Take `amount` units; returns the time from which they may be used, which `now` has reached or not.

        More than `burst` at once waits until all units are free, and delays those that follow.
        """
        self._free_at = max(now, self._free_at) + amount * self._interval
        return self._free_at - max(amount, self._burst) * self._interval

    def correct(self, amount: float) -> None:
        """Count `amount` units more than were reserved, or fewer when negative."""
        self._free_at += amount * self._interval

    def learn(self, remaining: float, now: float) -> None:
        """Believe a server that says how many of `burst` units are left."""
        self._free_at = max(self._free_at, now + (self._burst - remaining) * self._interval)


@dataclass(slots=True)
class Attempt:
    """One HTTP attempt under way: what was reserved for it, and when it was sent."""

    model: str
    tokens: float
    sent_at: float = 0.0


class Pacer:
    """Lets attempts out.

    Args:
        requests_per_minute, tokens_per_minute: the user's own limits, None for none; tokens are input tokens.
        max_in_flight: most attempts at once. Halved by a 429 or 529, once per round trip, and doubled by each
            round trip of successes, as in TCP's slow start.
    """

    def __init__(
        self, requests_per_minute: int | None, tokens_per_minute: int | None, max_in_flight: int
    ) -> None:
        self.limit = float(max_in_flight)
        self.in_flight = 0
        self._most = float(max_in_flight)
        self._own = {
            name: Rate(rate, max(1.0, rate * _SLICE_SECONDS / 60))
            for name, rate in (("requests", requests_per_minute), ("input-tokens", tokens_per_minute))
            if rate
        }
        self._learned: dict[tuple[str, str], Rate] = {}
        self._output_tokens = _OUTPUT_TOKENS
        self._held_until = self._cut_at = -math.inf
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def counts_tokens(self) -> bool:
        """Whether any limit is in tokens, so that callers need to estimate them."""
        return "input-tokens" in self._own or any(name != "requests" for _, name in self._learned)

    async def enter(self, model: str, tokens: float) -> Attempt:
        """Wait until an attempt of `tokens` input tokens may be sent; `leave` must follow."""
        await self._slot()
        attempt = Attempt(model, tokens)
        try:
            at = self._reserve(attempt)
            while (wait := max(at, self._held_until) - time.monotonic()) > 0:
                await asyncio.sleep(wait)
        except BaseException:
            self._free_slot()
            raise
        attempt.sent_at = time.monotonic()
        return attempt

    def leave(
        self,
        attempt: Attempt,
        status: int | None,
        headers: Mapping[str, str],
        input_tokens: int,
        output_tokens: int,
    ) -> None:
        """Learn from an attempt that ended.

        `status` is None where there was no response; the tokens are those that the response reported, or 0.
        """
        self._free_slot()
        if input_tokens and self.counts_tokens:
            for name, rate in self._rates(attempt.model):
                if name in ("input-tokens", "tokens"):
                    rate.correct(input_tokens - attempt.tokens)
        if output_tokens:
            self._output_tokens += (output_tokens - self._output_tokens) / 20
        if status in OVERLOADED:
            self._cut(attempt)
        elif status is not None and status < 400 and attempt.sent_at >= self._cut_at:
            self.limit = min(self._most, self.limit + 1)
        if headers:
            self._read(attempt.model, headers)
        if self._waiting:
            self._wake()

    async def released(self) -> None:
        """Wait out what the server asked for; for requests that are no calls of the model."""
        while (wait := self._held_until - time.monotonic()) > 0:
            await asyncio.sleep(wait)

    def heed(self, headers: Mapping[str, str]) -> None:
        """Hold everything back for as long as `retry-after` says."""
        seconds = _seconds(headers)
        if seconds:
            self._held_until = max(self._held_until, time.monotonic() + seconds)

    def _cut(self, attempt: Attempt) -> None:
        if attempt.sent_at >= self._cut_at:
            self.limit = max(1.0, min(self.limit, self.in_flight + 1) / 2)
            self._cut_at = time.monotonic()

    def _read(self, model: str, headers: Mapping[str, str]) -> None:
        self.heed(headers)
        now = time.monotonic()
        for name in _LIMITED:
            limit = _number(headers.get(f"anthropic-ratelimit-{name}-limit"))
            remaining = _number(headers.get(f"anthropic-ratelimit-{name}-remaining"))
            if limit is None or remaining is None or limit <= 0:
                continue
            rate = self._learned.get((model, name))
            if rate is None or rate.per_minute != limit:
                rate = self._learned[model, name] = Rate(limit, burst=limit)
            rate.learn(max(0.0, min(remaining, limit)), now)

    def _rates(self, model: str) -> list[tuple[str, Rate]]:
        learned = [(name, rate) for (owner, name), rate in self._learned.items() if owner == model]
        return [*self._own.items(), *learned] if learned else list(self._own.items())

    def _reserve(self, attempt: Attempt) -> float:
        at, now = -math.inf, time.monotonic()
        for name, rate in self._rates(attempt.model):
            amount = {
                "requests": 1.0,
                "input-tokens": attempt.tokens,
                "output-tokens": self._output_tokens,
                "tokens": attempt.tokens + self._output_tokens,
            }[name]
            at = max(at, rate.reserve(amount, now))
        return at

    async def _slot(self) -> None:
        if not self._waiting and self._may_go():
            self.in_flight += 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._wake()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._free_slot()
                self._wake()
            raise

    def _free_slot(self) -> None:
        self.in_flight -= 1

    def _may_go(self) -> bool:
        return self.in_flight < int(self.limit) and time.monotonic() >= self._held_until

    def _wake(self) -> None:
        """Let those who wait in, first come first served; come back when a hold ends."""
        while self._waiting and (self._waiting[0].done() or self._may_go()):
            turn = self._waiting.popleft()
            if not turn.done():
                self.in_flight += 1
                turn.set_result(None)
        held = self._held_until - time.monotonic()
        if self._waiting and held > 0:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_later(held, self._wake)


def _seconds(headers: Mapping[str, str]) -> float | None:
    """The wait that a response asks for: `retry-after-ms`, or `retry-after` in seconds."""
    milliseconds = _number(headers.get("retry-after-ms"))
    return milliseconds / 1000 if milliseconds is not None else _number(headers.get("retry-after"))


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
