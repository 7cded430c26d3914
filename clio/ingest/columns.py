"""The column map: which of the input's columns or keys holds which field, checked, guessed and applied."""

from collections.abc import Mapping, Sequence
from typing import Any

from clio.errors import UserError

FIELDS = ("conversation_id", "account_id", "created_at", "messages", "metadata")
ROW_FIELDS = ("text", "reply", "role", "content")  # of rows that hold one or two messages and no list of them
EXTRA = "metadata."  # metadata.<name>: a column to keep as metadata


def column_map(columns: Mapping[str, Any]) -> dict[str, str]:
    """Return the map in its one form: only columns named otherwise than their field, and those of single messages.

    `columns` maps fields to columns or None, and may hold `metadata`, a sequence of columns to keep.
    Raises UserError for a field that does not exist.
    """
    kept = {f"{EXTRA}{name}": name for name in columns.get("metadata") or () if isinstance(name, str)}
    for field, column in columns.items():
        if field not in (*FIELDS, *ROW_FIELDS) and not (field.startswith(EXTRA) and field != EXTRA):
            known = ", ".join((*FIELDS, *ROW_FIELDS))
            raise UserError(f"ingest.columns.{field} is no field: use one of {known} or metadata.NAME.")
        if isinstance(column, str) and column and (column != field or field in ROW_FIELDS):
            kept[field] = column
    return kept


def check_columns(source: str, columns: Mapping[str, str], seen: Sequence[str]) -> None:
    """Raise UserError when a mapped column, or one that every table needs, is not among those seen, or twice."""
    for field, column in columns.items():
        if not _within(column, seen):
            setting = "metadata" if field.startswith(EXTRA) else field
            raise UserError(f"{source} has no column {column!r}: correct ingest.columns.{setting}.")
    if not _within(columns.get("conversation_id", "conversation_id"), seen):
        raise UserError(f"{source} has no column conversation_id: set ingest.columns.conversation_id.")
    if not any(_within(columns.get(field, field), seen) for field in ("messages", "text", "content")):
        raise UserError(
            f"{source} has no column messages, text or content: set ingest.columns.messages (JSON text), "
            "ingest.columns.text (one user message) or ingest.columns.role and .content (a message a row)."
        )
    used = {*FIELDS, *ROW_FIELDS, *(column.split(".")[0] for column in columns.values()), *columns.values()}
    twice = [name for name in dict.fromkeys(seen) if name in used and seen.count(name) > 1]
    if twice:
        raise UserError(
            f"{source} has two columns {twice[0]!r}: rename one of them, for only one can be read."
        )


def is_per_message(columns: Mapping[str, str], seen: Sequence[str]) -> bool:
    """True for a table with one message a row: one with roles and contents and no column of messages."""

    def has(field: str) -> bool:
        return _within(columns.get(field, field), seen)

    return has("role") and has("content") and not has("messages") and "text" not in columns


def _within(column: str, seen: Sequence[str]) -> bool:
    return column in seen or column.split(".")[0] in seen


def mapped(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Return `record` under the fields' own names; a dotted column reaches into nested objects."""
    out: dict[str, Any] = {}
    for field in FIELDS:
        column = columns.get(field, field)
        if column in record:
            out[field] = record[column]
        elif "." in column and (value := _reach(record, column)) is not None:
            out[field] = value
    extras = [(field, column) for field, column in columns.items() if field.startswith(EXTRA)]
    if extras:
        kept = out.get("metadata")
        out["metadata"] = dict(kept) if isinstance(kept, Mapping) else {}
        for field, column in extras:
            value = _reach(record, column)
            out["metadata"][field.removeprefix(EXTRA)] = None if value == "" else value
    text = columns.get("text", "text")
    if "messages" not in out and text in record:
        out["messages"] = [{"role": "user", "content": record[text]}]
        reply = record.get(columns["reply"]) if "reply" in columns else None
        if reply not in (None, ""):
            out["messages"].append({"role": "assistant", "content": reply})
    return out


def _reach(record: Mapping[str, Any], column: str) -> Any:
    if column in record:
        return record[column]
    value: Any = record
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
