"""What a run would ask and cost before it asks anything: requests rendered from a sample, counted in characters."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import orjson
import polars as pl

from clio.models.ledger import Entry, Ledger
from clio.models.prices import BATCH_SHARE, prices
from clio.models.questions import Question
from clio.models.rendering import Renderer
from clio.models.requests import ABOUT_CONVERSATIONS, Kind, Request
from clio.models.spending import UNUSABLE

CHARS_PER_TOKEN = 4

LEAST_CALLS = 20
"""From so many answered calls of a kind on, their reported tokens take the place of what is assumed."""

OUTPUT_TOKENS: Mapping[Kind, int] = {
    "extract": 60,
    "screen": 6,
    "name": 70,
    "propose": 160,
    "deduplicate": 160,
    "assign": 6,
    "rename": 70,
    "audit": 6,
}
"""Tokens of an answer of each kind, until the ledger tells better."""


class Wanted(NamedTuple):
    """`calls` questions of one kind, and a sample: some of them or, if not `real`, others much like them."""

    kind: Kind
    calls: int
    sample: Sequence[Question]
    real: bool = True


class Line(NamedTuple):
    """An estimate for one kind of question: what mode live pays for it and what mode batch does.

    Dollars are None where the model's price is unknown.
    """

    kind: Kind
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    live_usd: float | None
    batch_usd: float | None


def estimated_tokens(request: Request) -> float:
    """Tokens of everything that is sent for a request, its schema included, at four characters each."""
    body = request.body
    texts = len(str(body["system"])) + sum(len(str(message["content"])) for message in body["messages"])
    asked_for = body.get("output_config", {}).get("format", {}).get("schema")
    return (texts + (len(orjson.dumps(asked_for)) if asked_for else 0)) / CHARS_PER_TOKEN


def estimate(
    wanted: Iterable[Wanted],
    renderer: Renderer,
    ledger: Ledger | None,
    given: Mapping[str, tuple[float, float]],
) -> list[Line]:
    """Calls, tokens and dollars by kind of question; what `ledger` holds already is not counted.

    Tokens in are those of the sampled requests. Where the ledger has answers of the same kind, the tokens that the
    server reported for them correct both directions. `given` are the settings' prices.
    """
    paid = ledger.usage() if ledger is not None else None
    answers: Counter[str] = Counter()
    if paid is not None:
        answers.update(
            dict(paid.filter(outcome="ok").group_by("kind").agg(pl.col("calls").sum()).iter_rows())
        )
    lines: dict[Kind, Line] = {}
    for kind, calls, sample, real in wanted:
        requests = [renderer.request(question) for question in sample]
        if not calls or not requests:
            continue
        known = ledger.known({request.key for request in requests}) if ledger is not None else {}
        left = [request for request in requests if request.key not in known]
        remaining = round(calls * len(left) / len(requests)) if real else max(0, calls - answers[kind])
        answers[kind] -= calls - remaining
        model = str(requests[0].body["model"])
        tokens = _scale(requests, known) * sum(map(estimated_tokens, left)) / max(1, len(left))
        into, out = math.ceil(remaining * tokens), math.ceil(remaining * _answer_tokens(kind, model, paid))
        before = lines.get(kind, Line(kind, model, 0, 0, 0, 0.0, 0.0))
        remaining, into, out = (
            before.calls + remaining,
            before.input_tokens + into,
            before.output_tokens + out,
        )
        price = prices(model, given)
        live = None if price is None else price.dollars(into, out)
        share = BATCH_SHARE if kind in ABOUT_CONVERSATIONS else 1
        lines[kind] = Line(kind, model, remaining, into, out, live, None if live is None else live * share)
    return list(lines.values())


def _scale(requests: Sequence[Request], known: Mapping[str, Entry]) -> float:
    """By how much the tokens that the server reported differ from the estimate, where enough calls tell."""
    told = [request for request in requests if request.key in known]
    if len(told) < LEAST_CALLS:
        return 1.0
    reported = sum(known[request.key].input_tokens / known[request.key].attempts for request in told)
    return reported / sum(map(estimated_tokens, told))


def _answer_tokens(kind: Kind, model: str, paid: pl.DataFrame | None) -> float:
    """Output tokens of one call: the mean that was reported, or what is assumed."""
    if paid is not None:
        own = paid.filter(
            (pl.col("kind") == kind) & (pl.col("model") == model) & ~pl.col("outcome").is_in(UNUSABLE)
        )
        if own["calls"].sum() >= LEAST_CALLS:
            return int(own["output_tokens"].sum()) / int(own["calls"].sum())
    return OUTPUT_TOKENS[kind]
