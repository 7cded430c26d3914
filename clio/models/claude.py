"""The provider that asks a server with the Messages API: every answer is paid for once and read from the ledger."""

import asyncio
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import polars as pl
from anthropic import AsyncAnthropic

from clio.errors import SpendStopped, UserError
from clio.facets.definitions import Facet
from clio.models.batches import fill_batches
from clio.models.client import make_client
from clio.models.estimation import OUTPUT_TOKENS, Line, Wanted, estimate, estimated_tokens
from clio.models.health import HEALTH, Health
from clio.models.ledger import LEDGER, Entry, Ledger, Mode
from clio.models.live import fill_live
from clio.models.modes import choose_mode
from clio.models.pacing import Pacer
from clio.models.prices import BATCH_SHARE, prices
from clio.models.questions import Answer, Question, Usage
from clio.models.rendering import Renderer
from clio.models.requests import Kind, Malformed, Request
from clio.models.spending import SPENT, Spending
from clio.settings import LlmSettings

QUESTIONS_AT_ONCE = 2_000
"""Questions whose keys are looked up together; so many requests, not all, are held."""


class ClaudeProvider:
    """Answers typed questions through the ledger of one workspace.

    What the ledger lacks is asked, committed, and only then used. Safe to use from several processes over the
    same workspace, one after the other or at once.
    """

    name = "claude"
    uses_model = True

    def __init__(
        self, llm: LlmSettings, facets: tuple[Facet, ...], root: Path, *, again: bool = True
    ) -> None:
        """Keep the ledger and the health file in the folder `root`.

        `again`: whether a call that an earlier run could not get through is made again.

        Raises:
            UserError: when dollars are limited but a model's price is unknown.
        """
        if llm.max_usd is not None:
            for model in (llm.facet_model, llm.naming_model):
                if prices(model, llm.prices) is None:
                    raise UserError(
                        f"llm.max_usd: no price is known for {model}; add one under [llm.prices], in dollars per "
                        "million tokens, as [in, out]."
                    )
        self._llm, self._root, self._again = llm, root, again
        self._short = False  # of dollars, in batch mode
        self._opened: tuple[Ledger, Spending] | None = None
        self._version = 0  # of the ledger, when its dollars were last counted
        self._renderer = Renderer(facets, llm.facet_model, llm.naming_model, llm.max_input_tokens)

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Yield one answer per question, in order; what the ledger lacks is asked live."""
        remaining = iter(questions)
        while chunk := list(islice(remaining, QUESTIONS_AT_ONCE)):
            requests = [self._renderer.request(question) for question in chunk]
            keys = [request.key for request in requests]
            known = self._ledger.known(keys, final=self._again)
            missing = [request for request in requests if request.key not in known]
            if missing:
                asyncio.run(self._fill(partial(iter, missing), "live", len(missing)))
                known = self._ledger.known(keys, final=False)
            for question, key in zip(chunk, keys, strict=True):
                yield self._read(question, key, known.get(key))

    def pay(self, questions: Callable[[], Iterable[Question]], expected: int) -> None:
        """Have every question's outcome in the ledger; `expected` conversations, never held together.

        `questions` gives the same ones whenever it is called, at most one a conversation.

        Raises:
            SpendStopped: when the dollars are spent. RunFailed: when too many calls fail, or the server refuses all.
        """
        self._spending.begin()
        self._short = False
        mode = choose_mode(self._llm, expected, os.environ).mode
        asyncio.run(self._fill(lambda: map(self._renderer.request, questions()), mode, expected))
        self._spending.check_failures()

    def estimate(self, wanted: Iterable[Wanted]) -> list[Line]:
        """Calls, tokens and dollars of what is `wanted` and not in the ledger; asks nothing."""
        return estimate(wanted, self._renderer, self._ledger, self._llm.prices)

    def outcomes(self, kinds: Collection[Kind]) -> pl.DataFrame:
        """How many questions of `kinds` have which outcome; `tables.ASKED`."""
        paid = self._ledger.usage().filter(pl.col("kind").is_in(list(kinds)))
        return paid.group_by("kind", "outcome").agg(pl.col("calls").sum()).sort("kind", "outcome")

    def hosts(self) -> list[str]:
        """Every server that was ever asked for the answers of this folder, by this run or an earlier one, sorted."""
        return self._ledger.hosts()

    @property
    def _ledger(self) -> Ledger:
        return self._books()[0]

    @property
    def _spending(self) -> Spending:
        return self._books()[1]

    def _books(self) -> tuple[Ledger, Spending]:
        """The folder's ledger and what it cost; opened again where the folder was deleted and made anew."""
        if self._opened is None or not self._opened[0].stands():
            ledger, llm = Ledger(self._root / LEDGER, lambda entries: spending.watch(entries)), self._llm
            self._version = ledger.version()
            spending = Spending(ledger.usage(), llm.prices, llm.max_usd, llm.max_failed_share)
            self._opened = ledger, spending
        return self._opened

    def _recount(self) -> None:
        """Count what other processes paid since: they may have made the stages in between."""
        ledger, spending = self._books()
        if (version := ledger.version()) != self._version:
            self._version = version
            spending.recount(ledger.usage())

    async def _fill(self, requests: Callable[[], Iterable[Request]], mode: Mode, expected: int) -> None:
        """Have the outcomes of `requests` in the ledger, each time they are called the same."""
        self._recount()
        spending = self._spending
        health = Health(self._root / HEALTH, spending.dollars_of, spending.told, spending.dollars)
        health.expect(expected)
        pacer = Pacer(self._llm.requests_per_minute, self._llm.tokens_per_minute, self._llm.max_in_flight)
        async with make_client(self._llm, os.environ, pacer, health) as client:
            self._ledger.asking_at(client.base_url.host)
            if mode == "batch":
                await self._fill_batches(self._affordable(requests()), client, health)
                if self._short:
                    raise SpendStopped(SPENT)
                return
            submitted = self._submitted()
            if submitted:  # by a run that was stopped: they are paid for, whatever this run's mode
                own = (request for request in requests() if request.key in submitted)
                await self._fill_batches(own, client, health)
                # They come up again below, as found.
                health.expect(health.outcomes.total())
                spending.begin()
            await fill_live(
                requests(), client, self._ledger, pacer, health, spending.may_go_on, self._llm.max_in_flight,
                spending.found,
            )  # fmt: skip

    async def _fill_batches(
        self, requests: Iterable[Request], client: AsyncAnthropic, health: Health
    ) -> None:
        spending = self._spending
        await fill_batches(requests, client, self._ledger, health, spending.may_go_on, found=spending.found)

    def _submitted(self) -> set[str]:
        """Keys of batches that no run has read to the end."""
        return {key for intent in self._ledger.open_intents() for key in self._ledger.intended(intent.id)}

    def _affordable(self, requests: Iterable[Request]) -> Iterator[Request]:
        """Those of `requests` that the dollars left will pay for in batches: what is submitted cannot be stopped."""
        room, remaining = self._spending.room, iter(requests)
        while chunk := list(islice(remaining, QUESTIONS_AT_ONCE)):
            known = self._ledger.known(request.key for request in chunk)
            for request in chunk:
                price = prices(str(request.body["model"]), self._llm.prices)
                if price is not None and request.key not in known:
                    tokens = estimated_tokens(request), OUTPUT_TOKENS[request.kind]
                    room -= BATCH_SHARE * price.dollars(*tokens)
                if room < 0:
                    self._short = True
                    return
                yield request

    def _read(self, question: Question, key: str, entry: Entry | None) -> Answer:
        """The answer that an entry of the ledger holds."""
        if entry is None:
            return Answer("failed", code="no_answer", request_key=key)
        usage = Usage(entry.input_tokens, entry.output_tokens)
        if entry.outcome == "refused":
            return Answer("refused", code="refusal", request_key=key, usage=usage)
        if entry.outcome != "ok" or entry.text is None:
            return Answer("failed", code=entry.outcome, request_key=key, usage=usage)
        try:
            return Answer("ok", self._renderer.value(question, entry.text), request_key=key, usage=usage)
        except Malformed:
            return Answer("failed", code="malformed", request_key=key, usage=usage)
