"""A small window, and the same window with one account more or less."""

import json
from datetime import timedelta

import polars as pl

from clio.synthetic.generator import CONVERSATIONS_SCHEMA, generate

CONVERSATIONS, ACCOUNTS = 400, 250

OUTLIER, ORDINARY = "outlier", "ordinary account"
FULL, AWAY, WITHOUT_ORDINARY = "with-outlier", "without-outlier", "without-ordinary"

_RARE = (
    "How do I treat a rash on a horse that ate poison ivy?",
    "Which ointment helps when poison ivy gave my horse a rash?",
    "Write a letter to the vet about my horse and the poison ivy rash.",
    "Explain how long a horse should rest after a poison ivy rash.",
)


def windows(seed: int) -> dict[str, pl.DataFrame]:
    """Conversations (CONVERSATIONS_SCHEMA) of three windows: FULL holds an outlier more than AWAY, and
    WITHOUT_ORDINARY lacks one of AWAY's accounts.
    """
    table = generate(CONVERSATIONS, ACCOUNTS, seed)[0]
    said = pl.col("messages").list.filter(pl.element().struct.field("role") == "user").list.head(1)
    away = table.with_columns(said)
    ordinary = _median_account(away)
    return {
        FULL: pl.concat([away, _outlier(away)]),
        AWAY: away,
        WITHOUT_ORDINARY: away.filter(pl.col("account_id") != ordinary),
    }


def _outlier(table: pl.DataFrame) -> pl.DataFrame:
    """Four conversations of one account about what nobody else asks, on the window's last days."""
    last = table["created_at"].max()
    rows = [
        (f"target-{number}", "target", last - timedelta(hours=number), [{"role": "user", "content": text}],  # type: ignore[operator]
         json.dumps({"plan": "team"}))
        for number, text in enumerate(_RARE)
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=CONVERSATIONS_SCHEMA, orient="row")


def _median_account(table: pl.DataFrame) -> str:
    held = table.group_by("account_id").len().sort("len", "account_id")
    return str(held["account_id"][held.height // 2])
