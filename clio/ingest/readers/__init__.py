"""The formats that Clio reads. A format is one file here; the first whose detector agrees reads the input."""

from clio.errors import UserError
from clio.ingest.reader import Head, Raw, Reader, ReadOptions
from clio.ingest.readers import csv_table, jsonl, parquet

# From the most to the least particular: CSV takes any table, own JSON lines any file of JSON objects.
READERS: tuple[Reader, ...] = (parquet.READER, csv_table.READER, jsonl.READER)

__all__ = ["READERS", "Head", "Raw", "ReadOptions", "Reader", "reader_named"]


def reader_named(name: str) -> Reader:
    """Return the reader of that name; raise UserError for another."""
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UserError(f"There is no format {name!r}: use one of {', '.join(r.name for r in READERS)}.")
