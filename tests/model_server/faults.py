"""Misbehaviour on command: which fault a request meets, and the error bodies of the real API."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ERRORS: dict[str, tuple[int, str, str]] = {
    "429": (429, "rate_limit_error", "This request would exceed your organization's rate limit."),
    "529": (529, "overloaded_error", "Overloaded"),
    "500": (500, "api_error", "Internal server error"),
    "503": (503, "api_error", "Service unavailable"),
    "401": (401, "authentication_error", "invalid x-api-key"),
    "403": (403, "permission_error", "Your API key does not have permission to use the specified resource."),
    "404": (404, "not_found_error", "model: no-such-model"),
    "402": (402, "billing_error", "Your organization's billing is not set up."),
    "credit": (
        400, "invalid_request_error",
        "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.",
    ),
    "400": (400, "invalid_request_error", "Bad request"),
    "413": (413, "request_too_large", "Request exceeds the maximum size"),
    "too_long": (400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum"),
    "output_config": (400, "invalid_request_error", "output_config: Extra inputs are not permitted"),
}  # fmt: skip

BROKEN = ("hang", "drop", "half", "non_json", "torn_json", "redirect")
ANSWERS = ("wrong_json", "schema", "max_tokens", "refusal", "thinking", "slow")
BATCH_ITEMS = ("errored", "invalid", "expired", "canceled", "unreadable")
FAULTS = (*ERRORS, *BROKEN, *ANSWERS, *BATCH_ITEMS)


@dataclass
class Options:
    """What the server does; every field can be changed while it runs (POST /admin/options).

    `script` is met by the next requests in order of arrival (null: none); `rules` are lists of
    {"contains": text, "faults": [...]}: the requests with the same messages, where these hold the text, meet the
    list's faults in turn, and none afterwards; `rates` are shares of all other requests, drawn by content and attempt.
    A limit of so many a minute lets `burst_seconds` of it through at once.
    """

    latency: float = 0.0
    model: str = "plausible"
    key: str | None = None
    models: tuple[str, ...] | None = None
    structured: bool = True
    rates: Mapping[str, float] = field(default_factory=dict)
    rules: list[Mapping[str, Any]] = field(default_factory=list)
    script: list[str | None] = field(default_factory=list)
    retry_after: float | None = None
    hang_seconds: float = 3600.0
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    burst_seconds: float = 60.0
    rate_headers: bool = True
    seed: int = 0
    keep_bodies: int = 0
    batch_delay: float = 0.0
    batch_response_delay: float = 0.0
    batch_chunk_delay: float = 0.0
    batch_bytes: int = 256_000_000
    batch_script: Mapping[str, list[str | None]] = field(default_factory=dict)
    batch_rates: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def fault_of(self, content: str, body: bytes, attempt: int, met: int) -> str | None:
        """The fault of an attempt (0, 1, ...) at a content, whose messages were met so many times before."""
        if self.script:
            return self.script.pop(0)
        for rule in self.rules:
            if rule["contains"].encode() in body:
                faults = rule["faults"]
                return faults[met] if met < len(faults) else None
        if self.rates:
            drawn = (
                int(hashlib.sha256(f"{self.seed}/{attempt}/{content}".encode()).hexdigest()[:12], 16) / 16**12
            )
            for name, share in self.rates.items():
                if drawn < share:
                    return name
                drawn -= share
        return None
