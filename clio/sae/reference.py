"""What is usual: how often, and how strongly, each feature is active in a reference corpus fixed beforehand."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.errors import UserError
from clio.storage import digest_of, written_beside
from clio.tables import LABELS

REFERENCE = "reference.parquet"
LEVELS = {"q95": 0.95, "q99": 0.99, "q998": 0.998}
SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "feature_id": pl.UInt32,
    "documents": pl.UInt32,  # conversations of the reference in which it is active at all
    "q95": pl.Float32,  # of its largest activation in a conversation, 0 where it is not active
    "q99": pl.Float32,
    "q998": pl.Float32,
    "label": pl.String,  # null = none yet, or none that says anything
    "label_score": pl.Float32,  # 0..1, labels.py; null = not scored
    "nearest": pl.List(
        pl.UInt32
    ),  # the features with the nearest decoder rows, nearest first; null = not labelled yet
}
UNLABELLED = {"label": None, "label_score": None, "nearest": None}


@dataclass(frozen=True, eq=False)
class Reference:
    """One row per feature (`features`, of SCHEMA, by feature_id from 0), measured on `conversations` conversations."""

    features: pl.DataFrame
    conversations: int

    @cached_property
    def q95(self) -> NDArray[np.float32]:
        """float32 [F]: 95 % of the reference's conversations have no larger activation."""
        return self.features["q95"].to_numpy()

    @cached_property
    def idf(self) -> NDArray[np.float64]:
        """float64 [F]: ln((1 + conversations) / (1 + documents)), never negative."""
        documents = self.features["documents"].to_numpy().astype(np.float64)
        return np.asarray(np.log((1 + self.conversations) / (1 + documents)))

    @cached_property
    def digest(self) -> str:
        """A hash over what decides which features are kept."""
        return digest_of(self.q95.tobytes() + self.idf.tobytes())

    def labelled(self, labels: pl.DataFrame, nearest: NDArray[np.uint32]) -> "Reference":
        """The same with labels: one row per feature with label and label_score, and neighbours uint32 [F, n]."""
        columns = labels.select(pl.col(name).cast(SCHEMA[name]) for name in ("label", "label_score"))
        near = pl.Series("nearest", nearest.tolist(), dtype=pl.List(pl.UInt32))
        return Reference(self.features.with_columns(*columns, near), self.conversations)


def measure(
    features: NDArray[np.uint32], values: NDArray[np.float32], conversations: int, width: int
) -> Reference:
    """The reference of a corpus from its pooled maxima, columns [m] of which no conversation has a feature twice.

    A quantile at level p is the smallest value that at least p of all conversations do not exceed, those in which
    the feature is silent counting as 0; so at most 1 - p of them are above it.
    """
    order = np.lexsort((values, features))
    features, values = features[order], values[order]
    documents = np.bincount(features, minlength=width)
    ends = np.cumsum(documents)
    silent = conversations - documents
    columns: dict[str, NDArray[np.float32]] = {}
    for name, level in LEVELS.items():
        rank = int(
            np.ceil(level * conversations - 1e-9)
        )  # of the value among all, from 1; the rest is rounding
        place = rank - silent - 1
        at = np.clip(ends - documents + place, 0, max(len(values) - 1, 0))
        found = values[at] if len(values) else np.zeros(width, np.float32)
        columns[name] = np.where(place >= 0, found, np.float32(0)).astype(np.float32)
    table = pl.DataFrame(
        {
            "feature_id": np.arange(width),
            "documents": documents,
            **columns,
            **UNLABELLED,
        },
        schema=SCHEMA,
    )
    return Reference(table, conversations)


def write_reference(path: Path, reference: Reference) -> None:
    """Write the table, mode 0600; how many conversations it was measured on stands in the caller's own file."""
    with written_beside(path) as temporary:
        reference.features.write_parquet(temporary)


def read_reference(path: Path, conversations: int, width: int) -> Reference:
    """Read the table; raises UserError when it is not one of `width` features."""
    table = read_table(path)
    if not _is_whole(table, width):
        raise UserError(f"{path} does not describe the {width} features of its SAE: copy the SAE again.")
    return Reference(table, conversations)


def read_table(path: Path) -> pl.DataFrame:
    """The table as it stands, without labels where it is from before there were any; empty when it is none."""
    try:
        found = pl.read_parquet(path)
        lacking = [pl.lit(None).alias(name) for name in UNLABELLED if name not in found.columns]
        return found.with_columns(lacking).select(list(SCHEMA)).cast(pl.Schema(SCHEMA))
    except (OSError, pl.exceptions.PolarsError):
        return pl.DataFrame(schema=SCHEMA)


def described(features: pl.DataFrame) -> pl.DataFrame:
    """What a release may tell of features: tables.LABELS, from feature_id, label, label_score and nearest (list[u32]).

    `nearest` becomes text that names each of them by its label, as in "password, login (407); feature 12".
    """
    named = features.select(
        nearest="feature_id",
        name=pl.coalesce(pl.format("{} ({})", "label", "feature_id"), pl.format("feature {}", "feature_id")),
    )
    told = (
        features.select("feature_id", "nearest")
        .explode("nearest")
        .drop_nulls("nearest")
        .join(named, on="nearest", how="left", maintain_order="left")
        .with_columns(pl.coalesce("name", pl.format("feature {}", "nearest")))
        .group_by("feature_id", maintain_order=True)
        .agg(nearest=pl.col("name").str.join("; "))
    )
    return features.drop("nearest").join(told, on="feature_id", how="left").select(list(LABELS))


def _is_whole(table: pl.DataFrame, width: int) -> bool:
    """Whether there is one row per feature, in order, and nothing is missing but labels."""
    numbers = table.select("documents", *LEVELS).iter_columns()
    ids = table["feature_id"].to_numpy()
    return np.array_equal(ids, np.arange(width)) and not any(column.null_count() for column in numbers)
