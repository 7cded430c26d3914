"""Reading SAE activations of conversations from a Parquet file of any model and SAE.

Two passes: the first splits the rows by shard, one scratch file each, and counts in how many conversations a feature is
active; the second makes each shard's table. Memory is bounded by a batch of rows, a shard and the conversations' ids;
nothing is ever made dense.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from clio.errors import UserError
from clio.sae.reference import described
from clio.tables import ACTIVATIONS, LABELS, Schema

COLUMNS = {"conversation_id": pl.String, "feature_id": pl.UInt32, "value": pl.Float32}
FACTS: Schema = {
    "feature_id": pl.UInt32,
    "label": pl.String,
    "label_score": pl.Float32,
    "nearest": pl.List(pl.UInt32),
}
LONGEST_LABEL = 80
MOST_FEATURES = 64
"""Features kept of a conversation: its rarest, for those that are active almost everywhere tell little."""
ROWS_AT_ONCE = 500_000
_SCRATCH = pa.schema(
    [("conversation_id", pa.large_string()), ("feature_id", pa.uint32()), ("value", pa.float32())]
)


class Found(NamedTuple):
    """Conversations with activations and without, and how many rows are of conversations that are not here."""

    active: int
    without: int
    foreign_rows: int


def read_activations(
    path: Path, ids: Mapping[str, pl.Series], scratch: Path, write: Callable[[str, pl.DataFrame], None]
) -> Found:
    """Split the file at `path` by shard and hand each shard to `write(name, activations)`.

    Args:
        path: Parquet with conversation_id, feature_id (0 to 2^32 - 1) and value; a value of 0 or less is no
            activation, and of rows that are there twice the larger counts.
        ids: the conversations of each shard, in the order that its table is to have.
        scratch: a private folder; what is put there is gone at the end.

    `activations` is tables.ACTIVATIONS with a row for each conversation, empty where the file has none of it.

    Raises:
        UserError: the file cannot be read, is not of this form, or has none of these conversations.
    """
    scratch.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = Path(mkdtemp(prefix="activations-", dir=scratch))
    try:
        frequency, foreign = _split(path, ids, folder)
        if frequency.is_empty():
            raise UserError(
                f"{path}: no row of it is an activation of these conversations; its conversation_id must be theirs."
            )
        active = total = 0
        for shard, own in ids.items():
            table = _shard(folder / f"{shard}.parquet", own, frequency)
            active, total = active + int((table["features"].list.len() > 0).sum()), total + table.height
            write(shard, table)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Found(active, total - active, foreign)


def labels_beside(path: Path) -> Path | None:
    """The file that tells of the features of the activations at `path`: `<name>.features.parquet` beside it, if any."""
    beside = path.with_suffix(".features.parquet")
    return beside if beside.is_file() else None


def read_labels(path: Path | None) -> pl.DataFrame:
    """What a file tells of features, as tables.LABELS; nothing without one.

    It has feature_id, label and label_score (0 to 1), and may have `nearest`, a list of features; what it says is
    published as it stands. Raises UserError when it cannot be read or says something else.
    """
    if path is None:
        return pl.DataFrame(schema=dict(LABELS))
    try:
        found = pl.read_parquet(path)
        lacking = [
            pl.lit(None).alias(name) for name in FACTS if name not in found.columns and name != "feature_id"
        ]
        table = found.with_columns(lacking).select(pl.col(name).cast(kind) for name, kind in FACTS.items())
    except (OSError, pl.exceptions.PolarsError):
        raise UserError(f"{path}: it is no Parquet file with feature_id, label and label_score.") from None
    scores = table["label_score"].drop_nulls()
    ids = table["feature_id"]
    if ids.null_count() or ids.is_duplicated().any() or not scores.is_between(0, 1).all():
        raise UserError(f"{path}: each feature_id stands there once, with a label_score from 0 to 1 or none.")
    return described(table.with_columns(pl.col("label").str.slice(0, LONGEST_LABEL)))


def _split(path: Path, ids: Mapping[str, pl.Series], folder: Path) -> tuple[pl.DataFrame, int]:
    """Write each shard's rows to `folder`; returns feature_id with its number of rows, and how many are foreign."""
    places = pl.concat(
        pl.DataFrame({"conversation_id": own}).with_columns(shard=pl.lit(name)) for name, own in ids.items()
    )
    frequency, foreign = pl.DataFrame(schema={"feature_id": pl.UInt32, "rows": pl.Int64}), 0
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(pq.ParquetWriter(folder / f"{name}.parquet", _SCRATCH)) for name in ids
        }
        for rows in _batches(path):
            placed = rows.join(places, on="conversation_id", how="inner")
            foreign += rows.height - placed.height
            counted = placed.group_by("feature_id").agg(rows=pl.len().cast(pl.Int64))
            frequency = pl.concat([frequency, counted]).group_by("feature_id").agg(pl.col("rows").sum())
            for (name,), part in placed.partition_by("shard", as_dict=True, include_key=False).items():
                writers[str(name)].write_table(part.to_arrow().cast(_SCRATCH))
    return frequency, foreign


def _batches(path: Path) -> Iterator[pl.DataFrame]:
    """The file's rows that are activations, in the types of COLUMNS."""
    try:
        with pq.ParquetFile(path) as file:
            lacking = [name for name in COLUMNS if name not in file.schema_arrow.names]
            if lacking:
                raise UserError(
                    f"{path}: it has no column {lacking[0]}; activations need {', '.join(COLUMNS)}."
                )
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=list(COLUMNS)):
                yield _checked(path, pl.DataFrame(batch))
    except FileNotFoundError:
        raise UserError(f"{path}: there is no such file of activations.") from None
    except (OSError, pa.ArrowException) as error:
        raise UserError(f"{path}: it cannot be read as Parquet ({type(error).__name__}).") from None


def _checked(path: Path, rows: pl.DataFrame) -> pl.DataFrame:
    try:
        typed = rows.select(pl.col(name).cast(kind) for name, kind in COLUMNS.items())
    except pl.exceptions.PolarsError:
        # The library's own message quotes values.
        raise UserError(
            f"{path}: conversation_id must be text, feature_id a whole number from 0 and value a number."
        ) from None
    if any(typed.null_count().row(0)) or not typed["value"].is_finite().all():
        raise UserError(f"{path}: a row lacks a field, or its value is no finite number.")
    return typed.filter(pl.col("value") > 0)


def _shard(path: Path, ids: pl.Series, frequency: pl.DataFrame) -> pl.DataFrame:
    """One shard's table: of each conversation its rarest features, ascending."""
    rows = (
        pl.read_parquet(path, glob=False).group_by("conversation_id", "feature_id").agg(pl.col("value").max())
    )
    kept = (
        rows.join(frequency, on="feature_id")
        .sort("conversation_id", "rows", "feature_id")
        .filter(pl.int_range(pl.len()).over("conversation_id") < MOST_FEATURES)
        .sort("conversation_id", "feature_id")
        .group_by("conversation_id", maintain_order=True)
        .agg(features="feature_id", values="value")
    )
    joined = pl.DataFrame({"conversation_id": ids}).join(
        kept, on="conversation_id", how="left", maintain_order="left"
    )
    return joined.with_columns(pl.col("features", "values").fill_null([])).match_to_schema(dict(ACTIVATIONS))
