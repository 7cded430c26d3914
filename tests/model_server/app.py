"""The endpoints: POST /v1/messages as the real API answers it, and /admin for tests.

Endpoints of Message Batches are in `batches.py`.
"""

import asyncio
import itertools
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import orjson
from aiohttp import web

from tests.model_server import batches
from tests.model_server.faults import ERRORS, Options
from tests.model_server.limits import Limits
from tests.model_server.service import Service

LARGEST_BODY = 32 << 20


class Endpoints:
    """HTTP around a `Service`."""

    def __init__(self, options: Options) -> None:
        self.service = Service(options)
        self.limits = Limits(options.requests_per_minute, options.tokens_per_minute, options.burst_seconds)
        self._ids = itertools.count(1)

    @property
    def options(self) -> Options:
        return self.service.options

    async def messages(self, request: web.Request) -> web.StreamResponse:
        counters = self.service.counters
        counters.in_flight += 1
        counters.peak = max(counters.peak, counters.in_flight)
        try:
            response = await self._answer(request)
        finally:
            counters.in_flight -= 1
        counters.statuses[str(response.status)] += 1
        return response

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        try:
            body = orjson.loads(raw)
        except orjson.JSONDecodeError:
            return self._error(400, "invalid_request_error", "The request body is not valid JSON")
        content, attempt = self.service.arrive(
            body, {str(name): value for name, value in request.headers.items()}
        )
        fault = self.service.fault(body, raw, content, attempt)
        if fault:
            self.service.counters.faults[fault] += 1
        wrong = self._wrong(request, body)
        if wrong:
            return self._error(*wrong)
        wait = self.limits.admit(self.service.input_tokens(body))
        if wait:
            self.service.counters.refused_arrivals.append(self.service.counters.arrivals[-1])
            return self._error(*ERRORS["429"], {"retry-after": str(int(wait) + 1)})
        if fault == "429" or (fault in ERRORS and self.options.retry_after is not None):
            after = self.options.retry_after
            return self._error(*ERRORS[fault], {"retry-after": str(after)} if after is not None else {})
        if fault in ERRORS:
            return self._error(*ERRORS[fault])
        await asyncio.sleep(self.options.latency * (10 if fault == "slow" else 1))
        if fault == "hang":
            await _hang(request, self.options.hang_seconds)
            return _hang_up(request)
        return await self._send(request, body, fault)

    async def _send(
        self, request: web.Request, body: Mapping[str, Any], fault: str | None
    ) -> web.StreamResponse:
        if fault == "drop":
            return _hang_up(request)
        if fault == "redirect":
            return web.Response(status=307, headers={"location": "/v1/messages", **self._headers()})
        if fault == "non_json":
            return web.Response(
                text="<html>502 upstream</html>", content_type="text/html", headers=self._headers()
            )
        data = orjson.dumps(self.service.message(body, fault))
        if fault == "torn_json":
            data = data[: len(data) // 2]
        if fault == "half":
            half = web.StreamResponse(
                headers={"content-type": "application/json", "content-length": str(len(data))}
            )
            await half.prepare(request)
            await half.write(data[: len(data) // 2])
            return _hang_up(request, half)
        return web.Response(body=data, content_type="application/json", headers=self._headers())

    def _wrong(self, request: web.Request, body: Mapping[str, Any]) -> tuple[int, str, str] | None:
        """What the real API refuses, with the words it uses."""
        options, invalid = self.options, "invalid_request_error"
        key = request.headers.get("x-api-key") or request.headers.get("authorization", "").removeprefix(
            "Bearer "
        )
        if not key or (options.key is not None and key != options.key):
            return ERRORS["401"]
        if "anthropic-version" not in request.headers:
            return 400, invalid, "anthropic-version: header is required"
        if options.models is not None and body.get("model") not in options.models:
            return 404, "not_found_error", f"model: {body.get('model')}"
        if not isinstance(body.get("max_tokens"), int) or not body.get("messages"):
            return 400, invalid, "max_tokens: Field required"
        if body.keys() & {"temperature", "top_p", "top_k"}:
            return 400, invalid, "temperature is not supported for this model"
        if body["messages"][-1].get("role") != "user":
            return 400, invalid, "This model does not support assistant message prefill."
        form = (body.get("output_config") or {}).get("format")
        if form is not None and not options.structured:
            return ERRORS["output_config"]
        if form is not None and not _closed(form.get("schema", {})):
            return (
                400,
                invalid,
                "output_config.format.schema: For 'object' type, 'additionalProperties' must be false",
            )
        return None

    def _error(
        self, status: int, kind: str, message: str, headers: Mapping[str, str] | None = None
    ) -> web.Response:
        data = orjson.dumps(
            {
                "type": "error",
                "error": {"type": kind, "message": message},
                "request_id": f"req_{next(self._ids)}",
            }
        )
        return web.Response(
            status=status,
            body=data,
            content_type="application/json",
            headers={**self._headers(), **(headers or {})},
        )

    def _headers(self) -> dict[str, str]:
        limits = self.limits.headers() if self.options.rate_headers else {}
        return {"request-id": f"req_{next(self._ids):08d}", "anthropic-organization-id": "org", **limits}

    # Admin

    async def counters(self, _request: web.Request) -> web.Response:
        return web.json_response(self.service.counters.told(), dumps=_dumps)

    async def contents(self, _request: web.Request) -> web.Response:
        told = {"asked": self.service.counters.asked, "answered": self.service.counters.answered}
        return web.json_response(told, dumps=_dumps)

    async def bodies(self, _request: web.Request) -> web.Response:
        return web.json_response(list(self.service.bodies), dumps=_dumps)

    async def headers(self, _request: web.Request) -> web.Response:
        return web.json_response(list(self.service.headers), dumps=_dumps)

    async def configure(self, request: web.Request) -> web.Response:
        changes = orjson.loads(await request.read())
        names = {field.name for field in fields(Options)}
        if changes.keys() - names:
            return web.json_response({"unknown": sorted(changes.keys() - names)}, status=400, dumps=_dumps)
        for name, value in changes.items():
            setattr(self.options, name, value)
        if changes.keys() & {"requests_per_minute", "tokens_per_minute", "burst_seconds"}:
            options = self.options
            self.limits = Limits(
                options.requests_per_minute, options.tokens_per_minute, options.burst_seconds
            )
        return web.json_response({}, dumps=_dumps)

    async def reset(self, _request: web.Request) -> web.Response:
        self.service.reset()
        return web.json_response({}, dumps=_dumps)


def make_app(options: Options) -> web.Application:
    """The whole server as an aiohttp application."""
    endpoints = Endpoints(options)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post("/v1/messages", endpoints.messages)
    batches.add_routes(app, endpoints.service)
    app.router.add_get("/admin/counters", endpoints.counters)
    app.router.add_get("/admin/contents", endpoints.contents)
    app.router.add_get("/admin/bodies", endpoints.bodies)
    app.router.add_get("/admin/headers", endpoints.headers)
    app.router.add_post("/admin/options", endpoints.configure)
    app.router.add_post("/admin/reset", endpoints.reset)
    return app


def _closed(schema: Any) -> bool:
    """Whether every object of a schema forbids further properties, as structured outputs ask."""
    if isinstance(schema, list):
        return all(_closed(part) for part in schema)
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        return False
    return all(_closed(part) for part in schema.values())


async def _hang(request: web.Request, seconds: float) -> None:
    """Say nothing until the client has gone."""
    until = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < until and request.transport is not None:
        await asyncio.sleep(0.05)


def _hang_up(request: web.Request, response: web.StreamResponse | None = None) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return response or web.Response()


def _dumps(value: Any) -> str:
    return orjson.dumps(value).decode()
