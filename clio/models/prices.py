"""Dollars for tokens: the public price list of genai-prices, or the prices that the settings give.

Prices are per token and linear: no prompt that Clio builds reaches the 100,000 tokens above which some models
cost more.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import polars as pl

from clio.models.ledger import TOKENS

BATCH_SHARE = 0.5
"""What a token of a Message Batch costs of its live price."""

_PER = 1000  # tokens priced at once to find the price of one; far below any tier


class Prices(NamedTuple):
    """Dollars per token of one model, live."""

    input: float
    output: float
    cache_read: float
    cache_write: float

    def dollars(
        self, input_tokens: float, output_tokens: float, cache_read: float = 0, cache_write: float = 0
    ) -> float:
        """What these tokens cost in live mode."""
        return (
            input_tokens * self.input
            + output_tokens * self.output
            + cache_read * self.cache_read
            + cache_write * self.cache_write
        )


def prices(model: str, given: Mapping[str, tuple[float, float]]) -> Prices | None:
    """Prices of `model`: those `given` (dollars per million tokens, in and out), else the public list's.

    Prices that are given say nothing of caching, so cached tokens count as any input. None when nobody knows.
    """
    if model in given:
        into, out = (dollars / 1e6 for dollars in given[model])
        return Prices(into, out, into, into)
    return _listed(model)


@cache
def _listed(model: str) -> Prices | None:
    from genai_prices import Usage, calc_price

    try:
        parts = [
            calc_price(usage, model_ref=model, provider_id="anthropic").total_price
            for usage in (
                Usage(input_tokens=_PER),
                Usage(output_tokens=_PER),
                Usage(input_tokens=_PER, cache_read_tokens=_PER),
                Usage(input_tokens=_PER, cache_write_tokens=_PER),
            )
        ]
    except LookupError:
        return None
    return Prices(*(float(part) / _PER for part in parts))


def priced(usage: pl.DataFrame, given: Mapping[str, tuple[float, float]]) -> pl.DataFrame:
    """`usage` (as `Ledger.usage` gives it) with a column `dollars`; null where the model's price is unknown."""
    dollars = []
    for model, mode, *tokens in usage.select("model", "mode", *TOKENS).iter_rows():
        known = prices(model, given)
        share = BATCH_SHARE if mode == "batch" else 1.0
        dollars.append(None if known is None else known.dollars(*tokens) * share)
    return usage.with_columns(pl.Series("dollars", dollars, pl.Float64))
