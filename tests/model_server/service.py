"""The server's state and its answers, apart from HTTP: the batch endpoints use it too."""

import hashlib
import json
import time
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.model_server.answers import answer, find_schema
from tests.model_server.faults import Options


@dataclass
class Counters:
    """What was asked; `asked` and `answered` by the hash of a request's content, `peak` requests at once."""

    asked: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    usage: Counter[str] = field(default_factory=Counter)
    arrivals: list[float] = field(default_factory=list)
    refused_arrivals: list[float] = field(default_factory=list)
    in_flight: int = 0
    peak: int = 0

    def told(self) -> dict[str, Any]:
        """The counters as JSON; `repeats` counts answers given to a content beyond its first."""
        return {
            "requests": self.asked.total(),
            "contents": len(self.asked),
            "answered": self.answered.total(),
            "repeats": sum(count - 1 for count in self.answered.values()),
            "statuses": dict(self.statuses),
            "faults": dict(self.faults),
            "usage": dict(self.usage),
            "in_flight": self.in_flight,
            "peak": self.peak,
            "arrivals": self.arrivals,
            "refused_arrivals": self.refused_arrivals,
        }


class Service:
    """Answers bodies of POST /v1/messages; `body` is what a client sent, or a batch item's params."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.counters = Counters()
        self.bodies: deque[Any] = deque()
        self.headers: deque[Mapping[str, str]] = deque()
        self._met: Counter[bytes] = Counter()
        self._number = 0

    def reset(self) -> None:
        """Forget what was asked."""
        self.counters = Counters()  # requests under way end in the counters that they began in
        self._met.clear()
        self.bodies.clear()
        self.headers.clear()

    def content_of(self, body: Mapping[str, Any]) -> str:
        """The hash of what a request asks: model, system and messages."""
        parts = [body.get("model"), body.get("system"), body.get("messages")]
        return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()[:24]

    def arrive(self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> tuple[str, int]:
        """Count a request; returns its content's hash and how often it was asked before."""
        content = self.content_of(body)
        attempt = self.counters.asked[content]
        self.counters.asked[content] += 1
        self.counters.arrivals.append(time.time())
        for kept, item in ((self.bodies, body), (self.headers, headers or {})):
            kept.append(item)
            while len(kept) > self.options.keep_bodies:
                kept.popleft()
        return content, attempt

    def fault(self, body: Mapping[str, Any], raw: bytes, content: str, attempt: int) -> str | None:
        """The fault that a request meets; `rules` count the requests with the same messages, whatever their system."""
        messages = hashlib.sha256(orjson.dumps(body.get("messages"))).digest()
        met, self._met[messages] = self._met[messages], self._met[messages] + 1
        return self.options.fault_of(content, raw, attempt, met)

    def input_tokens(self, body: Mapping[str, Any]) -> int:
        """Characters of all text and of the schema, divided by four."""
        schema = (body.get("output_config") or {}).get("format") or {}
        characters = len(_text(body.get("system"))) + sum(
            len(_text(message.get("content"))) for message in body.get("messages", [])
        )
        return (characters + (len(json.dumps(schema["schema"])) if "schema" in schema else 0)) // 4

    def message(self, body: Mapping[str, Any], fault: str | None = None) -> dict[str, Any]:
        """The JSON of a message that answers `body`, with a fault of its content if one is named."""
        content, self._number = self.content_of(body), self._number + 1
        text, stop = self._text(body, content, fault), "end_turn"
        blocks: list[dict[str, Any]] = [{"type": "text", "text": text}]
        if fault == "refusal":
            text, stop, blocks = "", "refusal", []
        elif fault == "max_tokens":
            text, stop = text[: len(text) // 2], "max_tokens"
            blocks = [{"type": "text", "text": text}]
        elif fault == "thinking":
            thought = {"type": "thinking", "thinking": '{"request": "a thought"}', "signature": "c2ln"}
            blocks = [thought, *blocks]
        usage = {
            "input_tokens": self.input_tokens(body),
            "output_tokens": max(1, len(text) // 4),
            "cache_creation_input_tokens": 0,
            "cache_read_input_tokens": 0,
            "service_tier": "standard",
        }
        for name in ("input_tokens", "output_tokens"):
            self.counters.usage[name] += usage[name]
        self.counters.answered[content] += 1
        return {
            "id": f"msg_{self._number:08d}", "type": "message", "role": "assistant", "model": body.get("model"),
            "content": blocks, "stop_reason": stop, "stop_sequence": None, "usage": usage,
        }  # fmt: skip

    def _text(self, body: Mapping[str, Any], content: str, fault: str | None) -> str:
        if fault == "wrong_json":
            return 'Certainly! Here is what you asked for: {"request": '
        if fault == "schema":
            return '{"unexpected": [1, 2, 3]}'
        schema = ((body.get("output_config") or {}).get("format") or {}).get("schema")
        system = _text(body.get("system"))
        schema = schema or find_schema(system) or {}
        data = "\n".join(_text(message.get("content")) for message in body.get("messages", []))
        return json.dumps(answer(self.options.model, schema, data, int(content, 16), system))


def _text(content: Any) -> str:
    """The text of a system prompt or a message: a string, or its text blocks."""
    if isinstance(content, str):
        return content
    return "\n".join(block.get("text", "") for block in content or () if isinstance(block, dict))
