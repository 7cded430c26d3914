"""Rate limits as the real API has them: token buckets of requests and input tokens, told in headers."""

import time
from datetime import UTC, datetime, timedelta


class TokenBucket:
    """Refilled evenly with `per_minute` units; holds `burst_seconds` of them, and is full at the start."""

    def __init__(self, per_minute: int, burst_seconds: float) -> None:
        self.per_minute = per_minute
        self.most = per_minute * burst_seconds / 60
        self.level = self.most
        self._at = time.monotonic()

    def _refill(self) -> None:
        now = time.monotonic()
        self.level = min(self.most, self.level + (now - self._at) * self.per_minute / 60)
        self._at = now

    def wait(self, amount: float) -> float:
        """Seconds until `amount` could be taken; 0 when it can be now."""
        self._refill()
        return max(0.0, (min(amount, self.most) - self.level) * 60 / self.per_minute)

    def take(self, amount: float) -> None:
        self.level -= amount

    def headers(self, name: str) -> dict[str, str]:
        self._refill()
        full = datetime.now(UTC) + timedelta(seconds=(self.most - self.level) * 60 / self.per_minute)
        return {
            f"anthropic-ratelimit-{name}-limit": str(self.per_minute),
            f"anthropic-ratelimit-{name}-remaining": str(max(0, int(self.level))),
            f"anthropic-ratelimit-{name}-reset": full.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }


class Limits:
    """The buckets that are switched on."""

    def __init__(
        self, requests_per_minute: int | None, tokens_per_minute: int | None, burst_seconds: float = 60.0
    ) -> None:
        amounts = {"requests": requests_per_minute, "input-tokens": tokens_per_minute}
        self.buckets = {name: TokenBucket(rate, burst_seconds) for name, rate in amounts.items() if rate}

    def admit(self, tokens: int) -> float:
        """Take one request of `tokens`; returns 0, or the seconds to wait when a bucket is empty."""
        amounts = {"requests": 1, "input-tokens": tokens}
        wait = max((bucket.wait(amounts[name]) for name, bucket in self.buckets.items()), default=0.0)
        if wait == 0:
            for name, bucket in self.buckets.items():
                bucket.take(amounts[name])
        return wait

    def headers(self) -> dict[str, str]:
        return {
            key: value for name, bucket in self.buckets.items() for key, value in bucket.headers(name).items()
        }
