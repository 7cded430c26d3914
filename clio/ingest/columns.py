"""The column map: which of the input's columns or keys holds which field, applied or guessed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import orjson

from clio.errors import UserError
from clio.ingest import reasons
from clio.ingest.options import MAPPABLE
from clio.ingest.reasons import Problem

FIELDS = ("conversation_id", "account_id", "created_at", "messages", "metadata")
EXTRA = "metadata."
_GUESSES: Mapping[str, tuple[str, ...]] = {
    "conversation_id": (
        *("conversation", "conversation_uuid", "chat_id", "thread_id", "session_id", "dialogue_id"),
        *("uuid", "id"),
    ),
    "account_id": ("account", "account_uuid", "user_id", "userid", "customer_id", "user"),
    "created_at": ("timestamp", "created", "create_time", "datetime", "time", "date"),
    "messages": ("conversation", "conversations", "turns", "dialogue", "chat"),
    "text": ("prompt", "query", "question", "message", "request", "input"),
    "role": ("sender", "speaker", "author"),
    "content": ("message", "body", "utterance"),
    "metadata": (),
}


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise UserError for a field of the map that does not exist."""
    for name in columns:
        if name not in MAPPABLE and not (name.startswith(EXTRA) and len(name) > len(EXTRA)):
            raise UserError(
                f"ingest.columns.{name} is no field: use one of {', '.join(MAPPABLE)} or metadata.NAME."
            )


def require_columns(source: str, columns: Mapping[str, str], seen: Sequence[str]) -> None:
    """Raise UserError when a mapped column, or one that every record needs, is not among those seen."""
    for name, column in columns.items():
        if not _within(column, seen):
            raise UserError(f"{source} has no column {column!r}: correct ingest.columns.{name}.")
    texts = ("messages", "text", "content")
    if not _within(columns.get("conversation_id", "conversation_id"), seen):
        raise UserError(
            f"{source} has no column conversation_id: set ingest.columns.conversation_id."
        )
    if not any(_within(columns.get(name, name), seen) for name in texts):
        raise UserError(
            f"{source} has no column messages, text or content: set one of ingest.columns.messages, "
            "ingest.columns.text or ingest.columns.content to the column that is."
        )


def _within(column: str, seen: Sequence[str]) -> bool:
    return column in seen or column.split(".")[0] in seen


def guess_columns(seen: Sequence[str]) -> dict[str, str]:
    """Return a column map to try: field -> the column that seems to hold it under another name."""
    by_name = {name.lower().replace(" ", "_"): name for name in reversed(seen)}
    guessed: dict[str, str] = {}
    for field, aliases in _GUESSES.items():
        taken = guessed.values()
        for alias in (field, *aliases):
            column = by_name.get(alias)
            if column is not None and column not in taken:
                if column != field:
                    guessed[field] = column
                break
    return guessed


def mapped(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Return `record` with the fields' own names; a dotted column reaches into nested objects."""
    out: dict[str, Any] = {}
    for field in FIELDS:
        column = columns.get(field, field)
        if column in record:
            out[field] = record[column]
        elif "." in column and (value := _reach(record, column)) is not None:
            out[field] = value
    extras = {name: column for name, column in columns.items() if name.startswith(EXTRA)}
    if extras:
        kept = out.get("metadata")
        out["metadata"] = (dict(kept) if isinstance(kept, Mapping) else {}) | {
            name.removeprefix(EXTRA): _reach(record, column) for name, column in extras.items()
        }
    text = columns.get("text", "text")
    if "messages" not in out and text in record:
        out["messages"] = [{"role": "user", "content": record[text]}]
    return out


def _reach(record: Mapping[str, Any], column: str) -> Any:
    if column in record:
        return record[column]
    value: Any = record
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def parse_fields(record: dict[str, Any]) -> dict[str, Any] | Problem:
    """Parse messages and metadata that a table holds as JSON text, in place; metadata may be broken."""
    messages = record.get("messages")
    if isinstance(messages, str):
        try:
            record["messages"] = orjson.loads(messages)
        except orjson.JSONDecodeError:
            return reasons.INVALID_JSON_FIELD
    metadata = record.get("metadata")
    if isinstance(metadata, str):
        with suppress(orjson.JSONDecodeError):  # else it stays text, and is counted as bad_metadata
            record["metadata"] = orjson.loads(metadata) if metadata else None
    return record
