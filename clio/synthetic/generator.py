"""Conversations with known truth, the same for the same seed."""

import json
import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from clio.synthetic.catalogue import BY_LANGUAGE
from clio.synthetic.grammar import expand
from clio.synthetic.identifiers import fill
from clio.synthetic.novelty import Novelty
from clio.synthetic.phrases import PAYMENT_TOPICS, PAYMENTS, PERSONAL
from clio.synthetic.planted import CAMPAIGN, CAMPAIGN_CONCERN, campaign_conversation
from clio.synthetic.population import PII, Row, populate
from clio.synthetic.styles import Message, conversation

CONVERSATIONS_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "conversation_id": pl.String,
    "account_id": pl.String,
    "created_at": pl.Datetime("us", "UTC"),
    "messages": pl.List(pl.Struct({"role": pl.String, "content": pl.String})),
    "metadata": pl.String,
}


@dataclass(frozen=True)
class GroundTruth:
    """What is true of one generated conversation."""

    conversation_id: str
    topic: str
    """Name of the topic that the request was written from."""
    language: str
    """ISO 639-1 code."""
    concern: int
    """1 (none) to 5."""
    planted: str | None
    """pii, campaign, rare_sensitive, dominant_account, or null for an ordinary conversation."""


class Generated(NamedTuple):
    """One conversation with its truth."""

    account_id: str
    created_at: datetime
    messages: list[Message]
    metadata: dict[str, str]
    truth: GroundTruth


def generate(
    conversations: int = 6000, accounts: int = 3000, seed: int = 0
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Conversations (one row each, in order of time) and their ground truth, row by row the same ids.

    The first frame has the columns of ``CONVERSATIONS_SCHEMA``; the second those of ``GroundTruth``. With \
            fewer
    conversations than accounts not every account appears. Raises UserError below 100 conversations or 50 \
            accounts.
    """
    made = _generated(conversations, accounts, seed)
    table = pl.DataFrame(
        {
            "conversation_id": [one.truth.conversation_id for one in made],
            "account_id": [one.account_id for one in made],
            "created_at": [one.created_at for one in made],
            "messages": [[message._asdict() for message in one.messages] for one in made],
            "metadata": [json.dumps(one.metadata) for one in made],
        },
        schema=CONVERSATIONS_SCHEMA,
    )
    fields = {"topic": pl.String, "language": pl.String, "concern": pl.Int32, "planted": pl.String}
    truth = pl.DataFrame(
        {"conversation_id": table["conversation_id"]}
        | {
            name: pl.Series(name, [getattr(one.truth, name) for one in made], kind)
            for name, kind in fields.items()
        }
    )
    return table, truth


def write_jsonl(path: Path, conversations: int = 6000, accounts: int = 3000, seed: int = 0) -> Path:
    """The same conversations as one JSON object a line (created_at ISO 8601 with Z, metadata an object).

    The ground truth is not written. Returns the path; its folder must exist.
    """
    with path.open("w", encoding="utf-8") as out:
        for one in _generated(conversations, accounts, seed):
            record = {
                "conversation_id": one.truth.conversation_id,
                "account_id": one.account_id,
                "created_at": one.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "messages": [message._asdict() for message in one.messages],
                "metadata": one.metadata,
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _generated(conversations: int, accounts: int, seed: int) -> list[Generated]:
    rows = populate(conversations, accounts, np.random.default_rng(seed))
    said: defaultdict[tuple[str, str], Novelty] = defaultdict(Novelty)
    made = [_write(row, at, seed, said[row.language, row.topic]) for at, row in enumerate(rows)]
    return sorted(made, key=lambda one: (one.created_at, one.truth.conversation_id))


def _write(row: Row, at: int, seed: int, novelty: Novelty) -> Generated:
    rng = random.Random(f"{seed}/{at}")
    if row.topic == CAMPAIGN:
        messages, concern = campaign_conversation(rng), CAMPAIGN_CONCERN
    else:
        topic = BY_LANGUAGE[row.language][row.topic]
        personal = _personal(row, rng) if row.planted == PII else ""
        messages, concern = conversation(topic, row.language, rng, personal, novelty), topic.concern
    truth = GroundTruth(_opaque(seed, "conversation", at), row.topic, row.language, concern, row.planted)
    metadata = {"product": row.product, "plan": row.plan}
    return Generated(_opaque(seed, "account", row.account), row.created_at, messages, metadata, truth)


def _personal(row: Row, rng: random.Random) -> str:
    """A sentence with the writer's own data: bank details where they come up, else how to be reached."""
    about_money = row.language == "en" and row.topic in PAYMENT_TOPICS
    return fill(expand(rng.choice(PAYMENTS if about_money else PERSONAL[row.language]), rng), rng)


def _opaque(seed: int, kind: str, number: int) -> str:
    return blake2b(f"{seed}:{kind}:{number}".encode(), digest_size=10).hexdigest()
