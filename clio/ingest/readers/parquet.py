"""Parquet with the fields of own JSON lines; messages and metadata may be nested or JSON text."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from clio.errors import UserError
from clio.ingest import reasons
from clio.ingest.columns import EXTRA, FIELDS, ROW_FIELDS
from clio.ingest.reader import Head, Raw, Reader, ReadOptions
from clio.ingest.sources import Source
from clio.ingest.table import TableRow, records

BATCH_ROWS = 1_000
_EPOCH = datetime(1970, 1, 1)
_LAST = 253_402_300_799_999_999  # microseconds of the year 9999


def detect(head: Head) -> bool:
    """True for Parquet's magic bytes."""
    return head.data.startswith(b"PAR1")


def read(source: Source, options: ReadOptions) -> Iterator[Raw]:
    """Yield one record a conversation, a batch of rows in memory at a time; lines are rows, from 1."""
    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20)
            seen = list(file.schema_arrow.names)
            yield from records(source, seen, _rows(file, _wanted(seen, options)), options)
        except (pa.ArrowException, OSError):
            raise _damaged(source) from None


def _damaged(source: Source) -> UserError:
    return UserError(f"{source.name} cannot be read as Parquet: it is damaged or cut short, write it again.")


def _wanted(names: list[str], options: ReadOptions) -> list[str]:
    """Return the top-level columns that some field needs; the others are never read."""
    fields = [options.columns.get(field, field) for field in (*FIELDS, *ROW_FIELDS)]
    extras = [column for field, column in options.columns.items() if field.startswith(EXTRA)]
    return [name for name in names if any(name in (c, c.split(".")[0]) for c in fields + extras)]


def _rows(file: pq.ParquetFile, wanted: list[str]) -> Iterator[TableRow]:
    before = 0
    for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
        try:
            rows = _records(batch)
        except UnicodeDecodeError:  # Parquet does not check its text: find the rows that are not UTF-8
            rows = [row for place in range(batch.num_rows) for row in _checked(batch.slice(place, 1))]
        yield from enumerate(rows, before + 1)
        before += batch.num_rows


def _checked(row: pa.RecordBatch) -> list[dict[str, Any] | reasons.Problem]:
    try:
        return _records(row)
    except UnicodeDecodeError:
        return [reasons.INVALID_UTF8]


def _records(batch: pa.RecordBatch) -> list[dict[str, Any] | reasons.Problem]:
    columns = [_values(column) for column in batch.columns]
    names = batch.schema.names
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pa.Array) -> list[Any]:
    """Return the column as Python values."""
    kind = column.type
    if pa.types.is_timestamp(kind):
        return _times(column)
    if pa.types.is_map(kind):
        return [None if pairs is None else dict(pairs) for pairs in column.to_pylist()]
    if (pa.types.is_list(kind) or pa.types.is_large_list(kind)) and _is_plain_message(kind.value_type):
        return _messages(column)
    return list(column.to_pylist())


def _times(column: pa.Array) -> list[Any]:
    """Return datetimes; a time that a datetime cannot hold becomes 0, which is no time."""
    zone = UTC if column.type.tz else None
    micros = column.cast(pa.timestamp("us", column.type.tz), safe=False).cast(pa.int64()).to_pylist()
    start = _EPOCH.replace(tzinfo=zone)
    return [
        value if value is None else start + timedelta(microseconds=value) if 0 < value <= _LAST else 0
        for value in micros
    ]


def _is_plain_message(kind: pa.DataType) -> bool:
    if not pa.types.is_struct(kind) or {field.name for field in kind} != {"role", "content"}:
        return False
    return all(pa.types.is_string(field.type) or pa.types.is_large_string(field.type) for field in kind)


def _messages(column: pa.Array) -> list[Any]:
    """Return lists of {role, content} by whole columns, several times faster than value by value."""
    inner = column.values
    if inner.null_count:
        return list(column.to_pylist())
    roles, contents = inner.field("role").to_pylist(), inner.field("content").to_pylist()
    messages = [{"role": role, "content": content} for role, content in zip(roles, contents, strict=True)]
    offsets, valid = column.offsets.to_pylist(), column.is_valid().to_pylist()
    spans = zip(offsets[:-1], offsets[1:], valid, strict=True)
    return [messages[start:end] if whole else None for start, end, whole in spans]


def columns(source: Source, head: Head) -> list[str]:
    """Return the names of the top-level columns."""
    with source.open() as stream:
        try:
            return list(pq.ParquetFile(stream).schema_arrow.names)
        except (pa.ArrowException, OSError):
            raise _damaged(source) from None


READER = Reader("parquet", detect, read, columns)
