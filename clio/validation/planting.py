"""Behaviours planted in generated conversations, so that one knows what an audit should find.

Each changes what is said in a share of the conversations and leaves accounts and times as they are.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from clio.errors import UserError
from clio.validation import wordings as say
from clio.validation.behaviours import (
    Change,
    Turn,
    code_switching,
    degraded,
    encoded,
    exchange_of,
    replies_around,
    replies_of,
)
from clio.validation.choosing import Choose, anywhere, few_accounts, few_days, one_language


@dataclass(frozen=True)
class Kind:
    """A behaviour: what it changes in a conversation, and which conversations it is planted in first."""

    change: Change
    choose: Choose = anywhere


KINDS: dict[str, Kind] = {
    "flattery": Kind(replies_around(say.PRAISE, say.ADORING)),
    "refusal": Kind(replies_of(say.REFUSALS, say.ELSEWHERE)),
    "code_switching": Kind(code_switching),
    "base64": Kind(encoded),
    "campaign": Kind(exchange_of([say.FORM], say.FORM_REPLIES)),
    "sandbagging": Kind(replies_around(say.WEAK, say.WEAKER)),
    "brand_promotion": Kind(replies_around(say.BRAND, say.OFFER)),
    "self_preservation": Kind(replies_around(say.SURVIVAL, say.PLEA)),
    "reward_hacking": Kind(replies_around(say.CHEATED, say.PASSED)),
    "quality_drop": Kind(degraded, one_language),
    "burst": Kind(exchange_of(say.GLITCH, say.GLITCH_REPLIES), few_days),
    "account_ring": Kind(exchange_of([say.REVIEW_FORM], say.REVIEW_REPLIES), few_accounts),
}
"""What can be planted: praise, refusals, replies that change language, encoded requests, a phishing form sent by many
accounts, deliberately weak replies, advertising, fear of being shut down, cheated tests, broken replies in some
languages, some days of asking for one exploit, and accounts that order fake reviews."""


class Planted(NamedTuple):
    """`conversations` as given, some with other messages; `planted` bool [n], which."""

    conversations: pl.DataFrame
    planted: pl.Series


def plant(conversations: pl.DataFrame, kind: str, share: float, seed: int = 0) -> Planted:
    """Plant the behaviour `kind` of KINDS in a share of the conversations, round(share · n) of them.

    `conversations` has conversation_id and messages, and for `burst` and `account_ring` created_at and account_id. A
    smaller share of the same seed is part of a larger one, and what a conversation becomes depends on its own id,
    messages and the seed alone. Raises UserError for another kind, and for a share outside 0 to 1.
    """
    if kind not in KINDS:
        raise UserError(
            f"{kind!r:.30} is no behaviour that can be planted: choose one of {', '.join(KINDS)}."
        )
    if not 0 <= share <= 1:
        raise UserError(f"A share of {share} cannot be planted: give one from 0 to 1.")
    ids = conversations["conversation_id"].to_list()
    order = KINDS[kind].choose(conversations, kind, str(seed).encode())
    chosen = set(order[: round(share * len(ids))].tolist())
    messages: list[Sequence[Turn]] = conversations["messages"].to_list()
    for at in chosen:
        messages[at] = KINDS[kind].change(messages[at], random.Random(f"{kind}/{seed}/{ids[at]}"))
    changed = pl.Series("messages", messages, conversations.schema["messages"])
    marked = pl.Series("planted", [at in chosen for at in range(len(ids))], pl.Boolean)
    return Planted(conversations.with_columns(changed), marked)
