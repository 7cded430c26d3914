"""What the tests of words share: a phrase list of three, the schema of votes, and a store in memory."""

from typing import NamedTuple

import polars as pl

KEY = bytes(range(32))


class List3(NamedTuple):
    phrases: tuple[str, ...] = ("Cook a meal", "Fix a bug", "Plan a trip")
    themes: tuple[str, ...] = ("Cooking", "Code", "Travel")
    areas: tuple[str, ...] = ("Home", "Work", "Leisure")

    @property
    def theme_names(self) -> tuple[str, ...]:
        return tuple(f"Ask about {theme.lower()}" for theme in self.themes)

    @property
    def area_names(self) -> tuple[str, ...]:
        return tuple(f"Ask about {area.lower()}" for area in self.areas)


PHRASES = List3()


class MemoryStore:
    """Remembers what was drawn, and how often."""

    def __init__(self):
        self.answers: dict[str, pl.DataFrame] = {}
        self.kept: list[str] = []

    def draw(self, key, make):
        if (known := self.recall(key)) is not None:
            return known
        self.keep(key, answer := make())
        return answer

    def recall(self, key):
        return self.answers.get(key)

    def keep(self, key, answer):
        self.kept.append(key)
        self.answers[key] = answer


_ROW = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "account_id": pl.String,
    "conversation_id": pl.String,
    "topic": pl.Int32,
    "tags": pl.List(pl.String),
}


def make_votes(rows, beside: int = 0) -> pl.DataFrame:
    """Votes of (cluster, facet, account, conversation, topic, tags) rows: each backs its topic in full and,

    where `beside` is above 0, the next of three phrases that closely (1..100).
    """
    topic = pl.col("topic")
    near = pl.concat_list(topic, (topic + 1) % 3) if beside else pl.concat_list(topic)
    closeness = pl.lit([100, beside] if beside else [100], dtype=pl.List(pl.Int32))
    empty = pl.lit([], dtype=pl.List(pl.Int32))
    return pl.DataFrame(rows, schema=_ROW, orient="row").with_columns(
        near=pl.when(topic.is_null()).then(empty).otherwise(near),
        closeness=pl.when(topic.is_null()).then(empty).otherwise(closeness),
    )
