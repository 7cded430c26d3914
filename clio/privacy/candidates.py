"""What a cluster can be named by: the public phrases, and broader wordings of the themes and areas above them.

A mixed cluster agrees on no phrase, but often on a theme. So each theme and area is a candidate beside the
phrases: an account backs it by its closest request to any phrase under it, at a public discount, so that a
broad wording wins only where no phrase covers enough of the cluster.
"""

from collections.abc import Sequence
from typing import Protocol

import polars as pl

from clio.clustering.topics import FULL

THEME_WEIGHT = (
    50  # of FULL: a phrase with more than this share of its theme's support is preferred to the theme
)
AREA_WEIGHT = 35
ANY_WEIGHT = 9  # what a request adds to MIXED: chosen where no area speaks for a quarter of a cluster
MIXED = "Ask about many different things"
MIXED_AREA = "Many different topics"
"""The heading of MIXED, so that mixed clusters stand together and not under the topic that their mean is nearest."""


class Phrases(Protocol):
    """The public phrase list: aligned sequences in the file's order."""

    @property
    def phrases(self) -> Sequence[str]: ...
    @property
    def themes(self) -> Sequence[str]: ...
    @property
    def areas(self) -> Sequence[str]: ...
    @property
    def theme_names(self) -> Sequence[str]: ...
    @property
    def area_names(self) -> Sequence[str]: ...


def candidates(phrases: Phrases) -> pl.DataFrame:
    """Every candidate: topic (i64: its row), phrase, theme (null where it has none), area, kind.

    The phrases in the list's order come first, so that a row of the list is its own candidate; then the themes
    and the areas in the order in which they first appear, and MIXED. `kind` is phrase, theme, area or any.
    """
    listed = pl.DataFrame(
        {
            "phrase": list(phrases.phrases),
            "theme": list(phrases.themes),
            "area": list(phrases.areas),
            "theme_name": list(phrases.theme_names),
            "area_name": list(phrases.area_names),
        }
    )
    themes = listed.select("theme", "area", phrase="theme_name").unique(
        "theme", keep="first", maintain_order=True
    )
    areas = listed.select("area", phrase="area_name").unique(maintain_order=True)
    unsaid = pl.lit(None, dtype=pl.String)
    parts = [
        listed.with_columns(kind=pl.lit("phrase")),
        themes.with_columns(kind=pl.lit("theme")),
        areas.with_columns(kind=pl.lit("area"), theme=unsaid),
        pl.DataFrame({"phrase": [MIXED], "kind": ["any"]}).with_columns(
            theme=unsaid, area=pl.lit(MIXED_AREA)
        ),
    ]
    columns = "phrase", "theme", "area", "kind"
    table = pl.concat([part.select(columns) for part in parts]).with_row_index("topic")
    return table.with_columns(pl.col("topic").cast(pl.Int64))


def candidate_scores(votes: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Score of each candidate in each cluster: cluster_id, topic, score (i64), non-zero ones, sorted.

    `votes`: cluster_id, account_id, near, closeness. `table`: from `candidates`. The sum over accounts of how
    close the account's closest request is to the phrase, or, for a heading, to any phrase under it, times the
    weight of its kind: so one account adds between 0 and FULL to each score of a cluster that it votes in.
    """
    phrases = table.filter(pl.col("kind") == "phrase").select("topic", "theme", "area")
    backed = (
        votes.select("cluster_id", "account_id", topic="near", score="closeness")
        .explode("topic", "score")
        .with_columns(pl.col("topic").cast(pl.Int64), pl.col("score").cast(pl.Int64).clip(0, FULL))
        .join(phrases, on="topic")
    )
    parts = [_closest(backed)]
    for heading, weight in (("theme", THEME_WEIGHT), ("area", AREA_WEIGHT), ("any", ANY_WEIGHT)):
        own = table.filter(pl.col("kind") == heading).select(
            "topic", any=pl.lit(True), theme="theme", area="area"
        )
        under = (
            backed.with_columns(any=pl.lit(True)).drop("topic").join(own.select("topic", heading), on=heading)
        )
        parts.append(_closest(under).with_columns(pl.col("score") * weight // FULL))
    summed = pl.concat(parts).group_by("cluster_id", "topic").agg(pl.col("score").sum())
    return summed.filter(pl.col("score") > 0).sort("cluster_id", "topic")


def _closest(backed: pl.DataFrame) -> pl.DataFrame:
    """cluster_id, account_id, topic, score of each account's closest request."""
    return backed.group_by("cluster_id", "account_id", "topic").agg(pl.col("score").max())
