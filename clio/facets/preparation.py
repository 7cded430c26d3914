"""What a model may read of a conversation: its messages, cut to a generous size and with personal details replaced."""

from collections.abc import Iterator

import polars as pl

from clio import tables
from clio.models.questions import Message
from clio.privacy.redaction import redact_messages

SLACK = 8
"""Characters kept of a message per token that may be sent: more than any prompt holds of it, cut again there."""


def prepare(conversations: pl.DataFrame, max_input_tokens: int, *, redacted: bool) -> pl.DataFrame:
    """The table `tables.PREPARED` of a shard of `tables.CONVERSATIONS`, in its order.

    Of a message that is longer than any prompt could hold, the middle goes before the costly search for personal
    details. The edges of that cut never reach a prompt, so half an identifier that it left cannot either.
    """
    rows = [
        (conversation_id, [{"role": part.role, "content": part.content} for part in messages], cut)
        for conversation_id, messages, cut in _prepared(conversations, max_input_tokens * SLACK, redacted)
    ]
    return pl.DataFrame(rows, schema=dict(tables.PREPARED), orient="row")


def _prepared(
    conversations: pl.DataFrame, limit: int, redacted: bool
) -> Iterator[tuple[str, tuple[Message, ...], int]]:
    for conversation_id, messages in conversations.select("conversation_id", "messages").iter_rows():
        whole = [Message(part["role"] or "", part["content"] or "") for part in messages or ()]
        shorter = tuple(Message(part.role, _without_middle(part.content, limit)) for part in whole)
        cut = sum(len(part.content) for part in whole) - sum(len(part.content) for part in shorter)
        yield conversation_id, redact_messages(shorter).messages if redacted else shorter, cut


def _without_middle(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit // 2] + text[-(limit // 2) :]
