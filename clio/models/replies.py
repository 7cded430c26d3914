"""What a response of the Messages API comes to: an outcome of the ledger, or the end of the run.

Errors of the SDK carry the server's words, which may quote a prompt: they are looked at here and never passed on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import orjson
from anthropic import APIConnectionError, APIStatusError, APITimeoutError, RetryableError

from clio.errors import RunFailed
from clio.models import schemas
from clio.models.ledger import Outcome
from clio.models.requests import Malformed, Request

_REJECTED = frozenset((400, 413, 422))
"""Statuses that say that this request, as it is, will never be answered."""

_MOST_TOKENS = 10**9  # a server that reports more does not know, and a sum of them would not fit the ledger

_CUT_SHORT = frozenset(("max_tokens", "model_context_window_exceeded"))
_FORMAT_WORDS = ("output_config", "output_format", "json_schema", "response_format", "structured output")


class AttemptFailed(RetryableError):
    """An attempt that gave no usable response for a reason that the SDK does not know; it tries again."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reply:
    """An outcome with its text (when ok) or its code from a closed list."""

    outcome: Outcome
    text: str | None = None
    code: str | None = None


class Answered(Protocol):
    """What is looked at of a message: the SDK's or `Received`."""

    @property
    def stop_reason(self) -> str | None: ...
    @property
    def content(self) -> Sequence[Any]: ...
    @property
    def usage(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A text block."""

    text: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Used:
    """The tokens that a message reports, 0 where it does not."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_input_tokens: int = 0
    cache_creation_input_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """A message's text blocks, stop reason and tokens: no field that some server leaves out can be missed."""

    stop_reason: str | None
    content: tuple[Piece, ...]
    usage: Used


def received(body: bytes) -> Received | None:
    """The message in a response's body; None when it holds none.

    The SDK's own model of it takes as much CPU as sending, and hands on a body that is no message.
    """
    try:
        return message_of(orjson.loads(body))
    except orjson.JSONDecodeError:
        return None


def message_of(data: Any) -> Received | None:
    """The message that JSON data hold; None when they hold none."""
    blocks = data.get("content") if isinstance(data, dict) else None
    if not isinstance(blocks, list):
        return None
    texts = [block.get("text") for block in blocks if isinstance(block, dict) and block.get("type") == "text"]
    pieces = tuple(Piece(text) for text in texts if isinstance(text, str))
    told = data.get("usage") if isinstance(data.get("usage"), dict) else {}
    counts = [told.get(name) for name in Used.__dataclass_fields__]
    stop = data.get("stop_reason")
    return Received(stop if isinstance(stop, str) else None, pieces, Used(*map(_count, counts)))


def _count(told: Any) -> int:
    return told if isinstance(told, int) and 0 < told < _MOST_TOKENS else 0


def read(request: Request, message: Answered) -> Reply:
    """The outcome of a message. Its text is that of its text blocks: thinking may stand before them."""
    if message.stop_reason == "refusal":
        return Reply("refused", code="refusal")
    if message.stop_reason in _CUT_SHORT:
        return Reply("max_tokens", code="stop_max_tokens")
    text = "".join(block.text for block in message.content if block.type == "text")
    try:
        schemas.read(text, request.schema)
    except Malformed as malformed:
        return Reply("malformed", code=malformed.fault)
    return Reply("ok", text=text)


def tokens(message: Answered) -> tuple[int, int, int, int]:
    """Input, output, cache-read and cache-write tokens; 0 where a server does not report them."""
    into, out, cached, written = (
        _count(getattr(message.usage, name, None)) for name in Used.__dataclass_fields__
    )
    return into, out, cached, written


def failure_code(error: Exception) -> str | None:
    """The code of an error of the SDK: http_529, timeout, connection, invalid_body; None for other exceptions."""
    match error:
        case APIStatusError():
            return f"http_{error.status_code}"
        case APITimeoutError():
            return "timeout"
        case APIConnectionError():
            return "connection"
        case AttemptFailed():
            return error.code
    return None


def failed(error: Exception, code: str) -> Reply:
    """The outcome of a call whose last attempt ended in an error of the SDK."""
    if isinstance(error, APIStatusError) and error.status_code in _REJECTED:
        return Reply("rejected", code=code)
    return Reply("unavailable", code=code)


def fatal(error: Exception, model: str) -> RunFailed | None:
    """The end of the run, where an error will be every call's: key, permission, model or credit."""
    if not isinstance(error, APIStatusError):
        return None
    again = "then run the same command again; what was answered is kept."
    if error.status_code == 402 or _kind(error) == "billing_error" or "credit balance" in _words(error):
        return RunFailed(f"The account at the model server has no credit left: add credit, {again}")
    match error.status_code:
        case 401:
            return RunFailed(
                f"The model server refused the API key (401): set ANTHROPIC_API_KEY to a valid one, {again}"
            )
        case 403:
            return RunFailed(
                f"The model server does not let this API key use {model} (403): use another key or model, {again}"
            )
        case 404:
            return RunFailed(
                f"The model server knows no {model} (404): correct llm.facet_model, llm.naming_model or llm.base_url, "
                f"{again}"
            )
    return None


def blames_format(error: Exception, *, known_to_work: bool) -> bool:
    """Whether a rejection may be due to structured outputs; once they are `known_to_work`, only if it says so."""
    if not isinstance(error, APIStatusError) or error.status_code not in (400, 422):
        return False
    words = _words(error)
    named = any(word in words for word in _FORMAT_WORDS)
    return named or not (known_to_work or "too long" in words)


def _error(error: Exception) -> dict[str, Any]:
    body = getattr(error, "body", None)
    inner = body.get("error") if isinstance(body, dict) else None
    return inner if isinstance(inner, dict) else {}


def _kind(error: Exception) -> str:
    return str(_error(error).get("type", ""))


def _words(error: Exception) -> str:
    return str(_error(error).get("message") or getattr(error, "message", "")).lower()
