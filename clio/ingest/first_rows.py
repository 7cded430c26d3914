"""The first records of a file as it has them, before any column map: what a guess at the map looks at."""

from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from clio.ingest.head import HEAD_BYTES
from clio.ingest.readers import Head, Reader, csv_table
from clio.ingest.sources import Source

COUNT = 200


def first_rows(source: Source, head: Head, reader: Reader) -> list[dict[str, Any]]:
    """Up to 200 records of `source` by column or key; none of a file that cannot be read so far."""
    if reader.name == "csv":
        return _of_csv(head)
    if reader.name == "parquet":
        return _of_parquet(source)
    return head.records[:COUNT]


def _of_csv(head: Head) -> list[dict[str, Any]]:
    text = head.data.decode("utf-8-sig", "replace")
    rows = csv_table.first_rows(text, csv_table.separator(text), COUNT + 1)
    if len(head.data) >= HEAD_BYTES and len(rows) <= COUNT:
        rows = rows[:-1]  # cut by the end of what was read
    names, body = ([name.strip() for name in rows[0]], rows[1:]) if rows else ([], [])
    return [dict(zip(names, row, strict=True)) for row in body if len(row) == len(names)]


def _of_parquet(source: Source) -> list[dict[str, Any]]:
    with source.open() as stream:
        try:
            batch = next(pq.ParquetFile(stream).iter_batches(batch_size=COUNT), None)
            return [] if batch is None else list(batch.to_pylist())
        except (pa.ArrowException, OSError, ValueError):
            return []
