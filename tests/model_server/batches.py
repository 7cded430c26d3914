"""Message Batches as the real API has them: create, list, retrieve, cancel, results; and their misbehaviour.

Every item is answered, and counted as paid, once when its batch is taken. Items meet the faults of
`Options.fault_of`, those of an answer and `BATCH_ITEMS`; endpoints those of `Options.batch_script` and
`Options.batch_rates`, by the names create, list, retrieve and results:

429, 500, ...   the error of that name
drop            the connection closes before anything is done
taken_drop      (create) the batch is taken, and the connection closes before the response
taken_500       (create) the batch is taken, and the response is an error
cut, cut_clean  (results) the stream ends half-way: with an error, or as if it were whole
cut_lines       (results) half of the lines are missing
"""

import asyncio
import itertools
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from aiohttp import web

from tests.model_server.faults import ERRORS, Options
from tests.model_server.service import Service

MOST_ITEMS, MOST_BYTES = 100_000, 256_000_000

_KINDS = {"succeeded", "errored", "canceled", "expired"}


@dataclass
class Batch:
    """One batch with its result lines in random order."""

    id: str
    created: float
    ends: float
    lines: list[bytes]
    counts: Mapping[str, int]
    canceling: bool = False

    @property
    def ended(self) -> bool:
        return time.time() >= self.ends

    def told(self, base: str) -> dict[str, Any]:
        done = self.ended
        counts = dict.fromkeys(("processing", *sorted(_KINDS)), 0)
        counts |= self.counts if done else {"processing": sum(self.counts.values())}
        return {
            "id": self.id,
            "type": "message_batch",
            "processing_status": "ended" if done else "canceling" if self.canceling else "in_progress",
            "request_counts": counts,
            "created_at": _iso(self.created),
            "expires_at": _iso(self.created + 86400),
            "ended_at": _iso(self.ends) if done else None,
            "archived_at": None,
            "cancel_initiated_at": None,
            "results_url": f"{base}/v1/messages/batches/{self.id}/results" if done else None,
        }


class BatchEndpoints:
    """HTTP around the batches of a `Service`."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.batches: dict[str, Batch] = {}
        self._numbers = itertools.count(1)
        self._random = random.Random(service.options.seed)

    @property
    def options(self) -> Options:
        return self.service.options

    async def create(self, request: web.Request) -> web.StreamResponse:
        fault = self._fault("create")
        raw = await request.content.read()
        if fault == "drop":
            return _hang_up(request)
        if fault in ERRORS:
            return self._error(*ERRORS[fault])
        items = orjson.loads(raw)["requests"]
        names = [item["custom_id"] for item in items]
        if len(raw) > MOST_BYTES or len(raw) > self.options.batch_bytes:
            return self._error(*ERRORS["413"])
        if not 0 < len(items) <= MOST_ITEMS or len(set(names)) < len(names):
            return self._error(400, "invalid_request_error", "requests: invalid number or custom_id")
        batch = self._take(items)
        if fault == "taken_drop":
            return _hang_up(request)
        if fault == "taken_500":
            return self._error(*ERRORS["500"])
        await asyncio.sleep(self.options.batch_response_delay)
        return self._json(batch.told(_base(request)))

    async def list(self, request: web.Request) -> web.StreamResponse:
        fault = self._fault("list")
        if fault is not None:
            return self._misbehave(request, fault)
        newest = sorted(self.batches.values(), key=lambda batch: (batch.created, batch.id), reverse=True)
        ids = [batch.id for batch in newest]
        limit = int(request.query.get("limit", 20))
        if "before_id" in request.query:
            stop = ids.index(request.query["before_id"])
            start = max(0, stop - limit)
            page, more = newest[start:stop], start > 0
        else:
            start = ids.index(request.query["after_id"]) + 1 if "after_id" in request.query else 0
            page, more = newest[start : start + limit], start + limit < len(newest)
        return self._json(
            {
                "data": [batch.told(_base(request)) for batch in page],
                "has_more": more,
                "first_id": page[0].id if page else None,
                "last_id": page[-1].id if page else None,
            }
        )

    async def retrieve(self, request: web.Request) -> web.StreamResponse:
        fault = self._fault("retrieve")
        if fault is not None:
            return self._misbehave(request, fault)
        batch = self.batches.get(request.match_info["id"])
        if batch is None:
            return self._error(404, "not_found_error", "Not found")
        return self._json(batch.told(_base(request)))

    async def cancel(self, request: web.Request) -> web.StreamResponse:
        batch = self.batches[request.match_info["id"]]
        batch.canceling = not batch.ended
        return self._json(batch.told(_base(request)))

    async def results(self, request: web.Request) -> web.StreamResponse:
        fault = self._fault("results")
        batch = self.batches.get(request.match_info["id"])
        if batch is None or not batch.ended:
            return self._error(404, "not_found_error", "Not found")
        if fault is not None and not fault.startswith("cut"):
            return self._misbehave(request, fault)
        response = web.StreamResponse(headers={"content-type": "application/x-jsonl"})
        await response.prepare(request)
        data = b"".join(batch.lines[: len(batch.lines) // 2] if fault == "cut_lines" else batch.lines)
        if fault in ("cut", "cut_clean"):
            data = data[: len(data) // 2]
        for start in range(0, len(data), 65536):
            await response.write(data[start : start + 65536])
            await asyncio.sleep(self.options.batch_chunk_delay)
        return _hang_up(request, response) if fault == "cut" else response

    async def told(self, _request: web.Request) -> web.Response:
        """For tests: id, size and seconds of every batch."""
        rows = [{"id": b.id, "items": len(b.lines), "created": b.created} for b in self.batches.values()]
        return self._json(rows)

    async def forget(self, _request: web.Request) -> web.Response:
        """For tests: no batch is known any more."""
        self.batches.clear()
        return self._json({})

    def _take(self, items: Sequence[Mapping[str, Any]]) -> Batch:
        lines, counts = [], dict.fromkeys(_KINDS, 0)
        for item in items:
            content, attempt = self.service.arrive(item["params"])
            fault = self.service.fault(item["params"], orjson.dumps(item["params"]), content, attempt)
            if fault:
                self.service.counters.faults[fault] += 1
            result = self._result(item["params"], fault)
            counts[result["type"]] += 1
            line = orjson.dumps({"custom_id": item["custom_id"], "result": result})
            lines.append((line[: len(line) // 3] if fault == "unreadable" else line) + b"\n")
        self._random.shuffle(lines)
        now = time.time()
        batch = Batch(
            f"msgbatch_{next(self._numbers):06d}", now, now + self.options.batch_delay, lines, counts
        )
        self.batches[batch.id] = batch
        return batch

    def _result(self, body: Mapping[str, Any], fault: str | None) -> dict[str, Any]:
        if fault in ("expired", "canceled"):
            return {"type": fault}
        form = (body.get("output_config") or {}).get("format")
        fault = "output_config" if form is not None and not self.options.structured else fault
        if fault == "errored":
            return _errored(*ERRORS["500"])
        if fault == "invalid":
            return _errored(400, "invalid_request_error", "messages: roles must alternate")
        if fault in ERRORS:
            return _errored(*ERRORS[fault])
        return {"type": "succeeded", "message": self.service.message(body, fault)}

    def _fault(self, endpoint: str) -> str | None:
        script = self.options.batch_script.get(endpoint)
        if script:
            return script.pop(0)
        drawn = self._random.random()
        for name, share in self.options.batch_rates.get(endpoint, {}).items():
            if drawn < share:
                return name
            drawn -= share
        return None

    def _misbehave(self, request: web.Request, fault: str) -> web.StreamResponse:
        return self._error(*ERRORS[fault]) if fault in ERRORS else _hang_up(request)

    def _error(self, status: int, kind: str, message: str) -> web.Response:
        return self._json({"type": "error", "error": {"type": kind, "message": message}}, status)

    def _json(self, value: Any, status: int = 200) -> web.Response:
        self.service.counters.statuses[str(status)] += 1
        return web.Response(status=status, body=orjson.dumps(value), content_type="application/json")


def add_routes(app: web.Application, service: Service) -> None:
    """Serve Message Batches from `app`."""
    endpoints = BatchEndpoints(service)
    app.router.add_post("/v1/messages/batches", endpoints.create)
    app.router.add_get("/v1/messages/batches", endpoints.list)
    app.router.add_get("/v1/messages/batches/{id}", endpoints.retrieve)
    app.router.add_post("/v1/messages/batches/{id}/cancel", endpoints.cancel)
    app.router.add_get("/v1/messages/batches/{id}/results", endpoints.results)
    app.router.add_get("/admin/batches", endpoints.told)
    app.router.add_post("/admin/batches/forget", endpoints.forget)


def _errored(_status: int, kind: str, message: str) -> dict[str, Any]:
    return {"type": "errored", "error": {"type": "error", "error": {"type": kind, "message": message}}}


def _base(request: web.Request) -> str:
    return f"http://{request.host}"


def _iso(seconds: float) -> str:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def _hang_up(request: web.Request, response: web.StreamResponse | None = None) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return response or web.Response()
