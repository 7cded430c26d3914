"""Runs of live mode against the local server, as the provider makes them."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from clio.facets.definitions import BUILT_IN
from clio.models.client import make_client
from clio.models.health import Health
from clio.models.ledger import Entry, Ledger
from clio.models.live import fill_live
from clio.models.pacing import Pacer
from clio.models.questions import Extract, Message
from clio.models.rendering import Renderer
from clio.models.requests import Request
from clio.settings import LlmSettings

RENDERER = Renderer(BUILT_IN, "claude-haiku-5-5", "claude-sonnet-5-5")


def asked(text: str) -> Request:
    """The request that extracts from a conversation which says `text`."""
    return RENDERER.request(Extract("c", (Message("user", f"Please help me with this matter: {text}."),)))


async def filling(
    base_url: str,
    requests: Iterable[Request],
    ledger: Ledger,
    health: Health | None = None,
    may_spend: Callable[[], bool] = lambda: True,
    environment: dict[str, str] | None = None,
    **llm,
) -> None:
    """Fill `ledger`; `llm` are settings of their section."""
    settings = LlmSettings(**({"provider": "claude", "base_url": base_url, "max_in_flight": 10} | llm))
    pacer = Pacer(settings.requests_per_minute, settings.tokens_per_minute, settings.max_in_flight)
    health = health or Health()
    async with make_client(settings, environment or {}, pacer, health) as client:
        await fill_live(requests, client, ledger, pacer, health, may_spend, settings.max_in_flight)


def fill(server, requests: Iterable[Request], folder: Path, **options) -> dict[str, Entry]:
    """One run over `requests`; returns what the ledger of `folder` says of them."""
    requests = list(requests)
    ledger = Ledger(folder / "ledger.sqlite")
    try:
        asyncio.run(filling(server.base_url, requests, ledger, **options))
        return entries(ledger, requests)
    finally:
        ledger.close()


def entries(ledger: Ledger, requests: Iterable[Request]) -> dict[str, Entry]:
    """Every entry of `requests`, whatever its outcome."""
    return ledger.known((request.key for request in requests), final=False)
