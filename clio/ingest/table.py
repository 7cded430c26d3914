"""Rows of a table to raw records: a conversation a row, or a message a row grouped by conversation_id."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import groupby
from tempfile import NamedTemporaryFile
from typing import Any

import orjson

from clio.ingest import reasons
from clio.ingest.columns import check_columns, is_per_message, mapped
from clio.ingest.reader import Raw, ReadOptions
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source

TableRow = tuple[int, Mapping[str, Any] | Problem]  # place in the file, columns by name


def records(
    source: Source, seen: Sequence[str], rows: Iterator[TableRow], options: ReadOptions
) -> Iterator[Raw]:
    """Yield a raw record for each conversation in `rows`; raise UserError when a column is missing."""
    columns = options.columns
    check_columns(source.name, columns, seen)
    if is_per_message(columns, seen):
        yield from _grouped(source.name, rows, options)
        return
    for line, row in rows:
        record = row if isinstance(row, Problem) else _parsed(mapped(row, columns))
        yield Raw(source.name, line, record)


def _parsed(record: dict[str, Any]) -> dict[str, Any] | Problem:
    """Parse messages and metadata that the table holds as JSON text."""
    messages = record.get("messages")
    if isinstance(messages, str):
        try:
            record["messages"] = orjson.loads(messages)
        except orjson.JSONDecodeError:
            return reasons.INVALID_JSON_FIELD if messages else reasons.MISSING_MESSAGES
    metadata = record.get("metadata")
    if isinstance(metadata, str):
        with suppress(orjson.JSONDecodeError):  # else it stays text, and is counted as bad_metadata
            record["metadata"] = orjson.loads(metadata) if metadata else None
    return record


def _grouped(source: str, rows: Iterator[TableRow], options: ReadOptions) -> Iterator[Raw]:
    """Group messages by conversation on disk, so that the rows of many conversations may be interleaved.

    A conversation's messages are taken in the order of the file, and all of them must be in one file.
    """
    role = options.columns.get("role", "role")
    content = options.columns.get("content", "content")
    with (
        NamedTemporaryFile(dir=options.scratch, suffix=".sqlite") as file,
        closing(_store(file.name)) as store,
    ):
        for line, row in rows:
            if isinstance(row, Problem):
                yield Raw(source, line, row)
                continue
            record = _parsed(mapped(row, options.columns))
            if isinstance(record, Problem):
                yield Raw(source, line, record)
                continue
            record["messages"] = [{"role": row.get(role), "content": row.get(content)}]
            conversation = record.get("conversation_id")
            if conversation is None or conversation == "":
                yield Raw(source, line, reasons.MISSING_CONVERSATION_ID)
                continue
            try:
                packed = orjson.dumps(record, default=str)
            except orjson.JSONEncodeError:  # nested too deep to be kept
                yield Raw(source, line, reasons.INVALID_JSON_FIELD)
                continue
            store.execute("INSERT INTO messages VALUES (?, ?, ?)", (str(conversation), line, packed))
        ordered = store.execute("SELECT conversation, line, packed FROM messages ORDER BY conversation, line")
        for _, group in groupby(ordered, key=lambda row: row[0]):
            lines, parts = zip(*((line, orjson.loads(packed)) for _, line, packed in group), strict=True)
            yield Raw(source, lines[0], _merged(parts))


def _store(path: str) -> sqlite3.Connection:
    store = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -32768", "temp_store = MEMORY"):
        store.execute(f"PRAGMA {pragma}")
    store.execute(
        "CREATE TABLE messages (conversation TEXT, line INTEGER, packed BLOB, "
        "PRIMARY KEY (conversation, line)) WITHOUT ROWID"
    )
    return store


def _merged(parts: Sequence[dict[str, Any]]) -> dict[str, Any] | Problem:
    """Return one record of all messages, with the first time and metadata given and the only account."""
    record: dict[str, Any] = {}
    for field in ("conversation_id", "account_id", "created_at", "metadata"):
        given = [part[field] for part in parts if part.get(field) not in (None, "")]
        if field == "account_id" and any(value != given[0] for value in given):
            return reasons.MIXED_ACCOUNTS
        record[field] = given[0] if given else None
    record["messages"] = [message for part in parts for message in part["messages"]]
    return record
