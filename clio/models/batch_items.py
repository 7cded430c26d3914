"""What an item of a batch's results comes to: an entry of the ledger, and whether it is asked once more."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx2
import orjson
from anthropic import APIStatusError

from clio.errors import RunFailed
from clio.models import replies
from clio.models.amending import repaired, unstructured, widened
from clio.models.asking import entry_of
from clio.models.client import Tally
from clio.models.ledger import PENDING, Entry
from clio.models.replies import Reply
from clio.models.requests import Request
from clio.models.structured import StructuredOutputs

TRIES = 3
"""An item that expired, was cancelled or met an error of the server is submitted so often in one run."""

_CUT, _FORMAT = "stop_max_tokens", "output_config"
_MALFORMED = frozenset(("invalid_json", "schema"))
_REMEDIED = _MALFORMED | {_CUT, _FORMAT}
_STATUS = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "timeout_error": 504,
    "overloaded_error": 529,
}


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a results file."""

    key: str
    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The entry of an item, and the code of what was wrong with it.

    Where the entry is pending, `remedy` is what to change when it is asked again, or `end` why the run must end.
    """

    entry: Entry
    code: str | None
    remedy: str | None = None
    end: RunFailed | None = None


def parse(line: bytes) -> Item | None:
    """The item of a line; None when it cannot be read."""
    try:
        found = orjson.loads(line)
        key, result = found["custom_id"], found["result"]
        readable = isinstance(key, str) and isinstance(result["type"], str)
    except (ValueError, KeyError, TypeError):
        return None
    return Item(key, result) if readable else None


def faults_of(entry: Entry) -> tuple[str, ...]:
    """What was wrong with earlier answers to a pending entry's request, and is remedied when it is asked again."""
    return tuple(code for code in (entry.code or "").split("+") if code in _REMEDIED)


def amended(request: Request, faults: tuple[str, ...]) -> Request:
    """The request as it is asked after such answers."""
    for fault in faults:
        change = widened if fault == _CUT else unstructured if fault == _FORMAT else repaired
        request = change(request)
    return request


class Items:
    """Judges items of one run."""

    def __init__(self, outputs: StructuredOutputs) -> None:
        self._outputs = outputs
        self._tries: Counter[str] = Counter()

    def judge(self, request: Request, item: Item, faults: tuple[str, ...], seconds: float) -> Verdict:
        """What came of `request`, as it was sent after `faults`, in a batch that took so many seconds."""
        tally = Tally(attempts=1, latency_ms=round(1000 * seconds))
        error: APIStatusError | None = None
        if item.result["type"] == "succeeded":
            reply = self._read(request, item.result.get("message"), faults, tally)
        elif item.result["type"] == "errored":
            error = _as_live(item.result)
            reply = replies.failed(error, f"http_{error.status_code}")
        else:
            reply = Reply("unavailable", code="canceled" if item.result["type"] == "canceled" else "expired")
        end = None if error is None else replies.fatal(error, str(request.body["model"]))
        if end is not None:
            return Verdict(self._pending(request, tally, faults, reply), reply.code, end=end)
        remedy = self._remedy(request, reply, error, faults)
        if remedy is not None:
            return Verdict(self._pending(request, tally, (*faults, remedy), reply), reply.code, remedy)
        return self._ended(request, reply, faults, tally)

    def unreadable(self, request: Request, faults: tuple[str, ...]) -> Verdict:
        """What comes of a request whose line is not, or not readably, among the results."""
        return self._ended(request, Reply("unavailable", code="unreadable"), faults, Tally(attempts=1))

    def too_large(self, request: Request) -> Verdict:
        """What comes of a request that the server does not take even as a batch of its own."""
        return self._ended(request, Reply("rejected", code="http_413"), (), Tally(attempts=1))

    def _ended(self, request: Request, reply: Reply, faults: tuple[str, ...], tally: Tally) -> Verdict:
        if reply.outcome == "unavailable":
            self._tries[request.key] += 1
            if self._tries[request.key] < TRIES:
                return Verdict(self._pending(request, tally, faults, reply), reply.code)
        return Verdict(entry_of(request, tally, reply.outcome, reply.text, reply.code, "batch"), reply.code)

    def _read(self, request: Request, found: Any, faults: tuple[str, ...], tally: Tally) -> Reply:
        message = replies.message_of(found)
        if message is None:
            return Reply("unavailable", code="invalid_body")
        tally.add(replies.tokens(message))
        if _FORMAT in faults:
            self._outputs.refused(request)
        elif "output_config" in self._outputs.form(request).body:
            # Once a refusal is known, an earlier run may have submitted the item without.
            self._outputs.taken(request)
        return replies.read(request, message)

    def _remedy(
        self, request: Request, reply: Reply, error: APIStatusError | None, faults: tuple[str, ...]
    ) -> str | None:
        """As in live mode: one more try with more room, one repair, one without structured outputs."""
        repaired = bool(_MALFORMED & set(faults))
        if reply.outcome == "max_tokens" and not repaired and _CUT not in faults:
            return _CUT
        if reply.outcome == "malformed" and not repaired:
            return reply.code
        if error is not None and _FORMAT not in faults and self._outputs.blamed(request, error):
            return _FORMAT
        return None

    def _pending(self, request: Request, tally: Tally, faults: tuple[str, ...], reply: Reply) -> Entry:
        return entry_of(request, tally, PENDING, code="+".join(faults) or reply.code, mode="batch")


def _as_live(result: dict[str, Any]) -> APIStatusError:
    """The error that a live call would have met."""
    body = result.get("error") if isinstance(result.get("error"), dict) else {}
    inner = body.get("error") if isinstance(body, dict) else None
    status = _STATUS.get(str(inner.get("type")) if isinstance(inner, dict) else "", 500)
    response = httpx2.Response(status, request=httpx2.Request("POST", "http://batch"))
    return APIStatusError("errored", response=response, body=body)
