"""What conversations are broken down by: closed lists of values, so that no private text can become one."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from clio.errors import UserError
from clio.facets.language_names import NAMES
from clio.release.schema import OTHER

TURNS = {"1": (1, 1), "2-3": (2, 3), "4-7": (4, 7), "8+": (8, 2**31 - 1)}


@dataclass(frozen=True)
class Dimension:
    """A column of the conversations and the values it may publish; anything else is "other".

    Without declared values nothing of the dimension is published.
    """

    name: str
    values: tuple[str, ...] | None


RESERVED = frozenset(
    (
        *("conversation_id", "account_id", "account_key", "created_at", "facet", "base_id", "cluster_id"),
        *("value", "language", "concern", "turns"),
    )
)
"""Columns of the gate's rows, which no metadata field may be called."""

BUILT_IN = (
    Dimension("language", tuple(NAMES)),
    Dimension("concern", ("1", "2", "3", "4", "5")),
    Dimension("turns", tuple(TURNS)),
)


def all_dimensions(declared: Sequence[Dimension]) -> list[Dimension]:
    """The built-in dimensions and the `declared` metadata fields and facets that have values.

    Raises UserError when a declared name is taken.
    """
    names = [dimension.name for dimension in declared]
    for name in names:
        if name in RESERVED or names.count(name) > 1:
            raise UserError(
                f"[breakdowns] metadata names {name}, which is built in or listed twice: rename the field."
            )
    return [*BUILT_IN, *(dimension for dimension in declared if dimension.values)]


def published_value(dimension: Dimension) -> pl.Expr:
    """The value a conversation counts under, as text; whatever is not on the dimension's list is "other"."""
    if dimension.name == "turns":
        turns, value = pl.col("turns"), pl.lit(OTHER)
        for label, (low, high) in TURNS.items():
            value = pl.when(turns.is_between(low, high)).then(pl.lit(label)).otherwise(value)
        return value
    text = pl.col(dimension.name).cast(pl.String)
    return pl.when(text.is_in(list(dimension.values or ()))).then(text).otherwise(pl.lit(OTHER))
