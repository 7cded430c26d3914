"""What the tests of words share: a phrase list of three, the schema of votes, and a store in memory."""

from typing import NamedTuple

import polars as pl

KEY = bytes(range(32))


class List3(NamedTuple):
    phrases: tuple[str, ...] = ("Cook a meal", "Fix a bug", "Plan a trip")
    themes: tuple[str, ...] = ("Cooking", "Code", "Travel")
    areas: tuple[str, ...] = ("Home", "Work", "Leisure")


PHRASES = List3()


class MemoryStore:
    """Remembers what was drawn, and how often."""

    def __init__(self):
        self.answers: dict[str, pl.DataFrame] = {}
        self.kept: list[str] = []

    def recall(self, key):
        return self.answers.get(key)

    def keep(self, key, answer):
        self.kept.append(key)
        self.answers[key] = answer


VOTES = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "account_id": pl.String,
    "conversation_id": pl.String,
    "topic": pl.Int32,
    "tags": pl.List(pl.String),
}
