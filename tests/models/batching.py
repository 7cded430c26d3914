"""Runs of batch mode against the local server, and what it has counted."""

import asyncio
import json
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

from clio.models.batch_source import BatchLimits
from clio.models.batches import fill_batches
from clio.models.client import make_client
from clio.models.health import Health
from clio.models.ledger import TOKENS, Entry, Ledger
from clio.models.pacing import Pacer
from clio.models.requests import Request
from clio.settings import LlmSettings
from tests.models.filling import asked, entries

POLL = 0.02
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
LIMITS = BatchLimits(items=10, grace_seconds=0.6, skew_seconds=60)


def wanted(count: int, word: str = "number") -> list[Request]:
    """So many different requests."""
    return [asked(f"{word} {index}") for index in range(count)]


async def filling_batches(
    base_url: str,
    requests: Iterable[Request],
    ledger: Ledger,
    health: Health | None = None,
    may_spend: Callable[[], bool] = lambda: True,
    limits: BatchLimits = LIMITS,
    poll_seconds: float = POLL,
    **llm,
) -> None:
    """Fill `ledger` in batch mode; `llm` are settings of their section."""
    settings = LlmSettings(**({"provider": "claude", "base_url": base_url, "max_retries": 0} | llm))
    pacer = Pacer(max_in_flight=10, requests_per_minute=None, tokens_per_minute=None)
    health = health or Health()
    async with make_client(settings, {}, pacer, health) as client:
        await fill_batches(requests, client, ledger, health, may_spend, poll_seconds, limits)


def fill_in_batches(server, requests: Iterable[Request], folder: Path, **options) -> dict[str, Entry]:
    """One run over `requests`; returns what the ledger of `folder` says of them."""
    requests = list(requests)
    ledger = Ledger(folder / "ledger.sqlite")
    try:
        asyncio.run(filling_batches(server.base_url, iter(requests), ledger, **options))
        return entries(ledger, requests)
    finally:
        ledger.close()


def call(server, path: str, body: object = None) -> object:
    """What the server answers: to a POST where there is a body."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(server.base_url + path, data, {"x-api-key": "k"})
    with _DIRECT.open(request, timeout=30) as response:
        return json.load(response)


def batches_at(server) -> list[dict]:
    """id and number of items of every batch that the server took."""
    return call(server, "/admin/batches")


def forget_batches(server) -> None:
    """Have the server forget every batch."""
    call(server, "/admin/batches/forget", {})


def submit(server, requests: Iterable[Request]) -> str:
    """Have the server take a batch of `requests`; returns its name."""
    items = [{"custom_id": request.key, "params": request.body} for request in requests]
    return call(server, "/v1/messages/batches", {"requests": items})["id"]


def submit_elsewhere(server, custom_ids: Iterable[str]) -> str:
    """Have the server take a batch that no ledger knows; returns its name."""
    params = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "elsewhere"}]}
    items = [{"custom_id": name, "params": params} for name in custom_ids]
    return call(server, "/v1/messages/batches", {"requests": items})["id"]


def paid(folder: Path) -> dict[str, int]:
    """The tokens that the ledger of `folder` counts."""
    ledger = Ledger(folder / "ledger.sqlite")
    try:
        usage = ledger.usage()
        return {name: int(usage[name].sum()) for name in TOKENS[:2]}
    finally:
        ledger.close()


def agree(server, folder: Path) -> bool:
    """Whether the ledger counts exactly the tokens that the server does."""
    counted = server.counters()["usage"]
    return paid(folder) == {name: counted.get(name, 0) for name in TOKENS[:2]}
