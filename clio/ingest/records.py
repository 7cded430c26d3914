"""One raw record to one row of the conversations table, or to the reason why it cannot be loaded."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

import orjson

from clio.ingest import reasons
from clio.ingest.messages import read_messages
from clio.ingest.reasons import REASONS, Problem, RejectedError
from clio.ingest.times import read_time

__all__ = ["REASONS", "Row", "normalise"]

_EXACT = 2.0**53  # from here on a float stands for more than one whole number
_SURROGATE = re.compile("[\ud800-\udfff]")
_METADATA_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS | orjson.OPT_NAIVE_UTC


class Row(NamedTuple):
    """One conversation: the columns of tables.CONVERSATIONS, and the hash that tells equal ones apart."""

    conversation_id: str
    account_id: str | None
    created_at: int | None  # microseconds since 1970, UTC
    roles: list[str]
    contents: list[str]
    metadata: str  # JSON object
    content_hash: bytes  # 16 bytes over all of the above
    repairs: list[str]  # with repeats


def normalise(record: Mapping[str, Any], latest: int) -> Row | Problem:
    """Return the row that `record` stands for, or why there is none.

    `record` has the keys conversation_id, account_id, created_at, messages, metadata, all but the id and
    messages optional; others are ignored. Times after `latest` (microseconds) become unknown. Every repair is
    named in the row. Nothing is raised for any input.
    """
    repairs: list[str] = []
    try:
        conversation = _identifier(record.get("conversation_id"), repairs)
        if conversation is None:
            return reasons.MISSING_CONVERSATION_ID
        account = _identifier(record.get("account_id"), repairs)
        if account is None:
            repairs.append("missing_account_id")
        created = read_time(record.get("created_at"), latest, repairs)
        if "messages" not in record:
            return reasons.MISSING_MESSAGES
        messages = read_messages(record["messages"], repairs)
    except RejectedError as rejected:
        return rejected.problem
    metadata = _metadata(record.get("metadata"), repairs)
    fields = (conversation, account, created, messages.roles, messages.contents, metadata)
    try:
        return Row(*fields, _content_hash(fields), repairs)
    except TypeError:  # orjson refuses lone surrogates, as the files written later would
        repairs.append("lone_surrogate")
        whole = (_whole(conversation), account and _whole(account), created, messages.roles)
        contents = [_whole(content) for content in messages.contents]
        return Row(*whole, contents, metadata, _content_hash((*whole, contents, metadata)), repairs)


def _identifier(value: object, repairs: list[str]) -> str | None:
    """Return an opaque id as text, None when there is none; raise RejectedError for one of another type."""
    if type(value) is str:
        if "\x00" in value:
            repairs.append("control_char")
            value = value.replace("\x00", "")
        return value if value and not value.isspace() else None
    if value is None or value != value:  # NaN is how data frames write a missing number
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value % 1 != 0:
        raise RejectedError(reasons.ID_TYPE)
    if isinstance(value, float) and abs(value) >= _EXACT:  # several whole numbers would share this id
        raise RejectedError(reasons.ID_TYPE)
    repairs.append("id_type")
    return str(int(value))


def _metadata(value: object, repairs: list[str]) -> str:
    """Return a JSON object as text, keys sorted and nulls left out so that equal metadata is equal text."""
    if value is None:
        return "{}"
    if not isinstance(value, dict):
        repairs.append("bad_metadata")
        return "{}"
    kept = {key: entry for key, entry in value.items() if entry is not None}
    try:
        return orjson.dumps(kept, default=_plain, option=_METADATA_OPTIONS).decode()
    except TypeError:  # a lone surrogate, or a whole number above 64 bits
        repairs.append("bad_metadata")
        return "{}"


def _plain(value: object) -> str | None:
    """Show what JSON has no type for (decimals) as text; bytes are left out."""
    return None if isinstance(value, bytes) else str(value)


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _content_hash(fields: tuple[object, ...]) -> bytes:
    return blake2b(orjson.dumps(fields), digest_size=16).digest()
