"""The facets stage: one question per conversation to a provider, one row per conversation back."""

from collections.abc import Iterator

import polars as pl

from clio import tables
from clio.facets.definitions import CONCERN
from clio.models.questions import Answer, Extract, Extracted, Message, Provider
from clio.privacy.redaction import redact

ERROR_CODES = frozenset(
    {
        "refused",
        "max_tokens",
        "invalid_answer",
        "rate_limited",
        "timeout",
        "connection",
        "server_error",
        "bad_request",
        "too_long",
        "no_answer",
        "other",
    }
)
"""Every code `facets.error` can hold; what a provider reports beyond them becomes `other`."""

_LANGUAGE_LENGTH = 2


def extract_facets(conversations: pl.DataFrame, provider: Provider) -> pl.DataFrame:
    """The table `tables.FACETS` of a shard of `tables.CONVERSATIONS`, one row per conversation, sorted by id.

    Request and task are redacted whatever the provider did. An answer that is refused, failed or not of the
    agreed types leaves a row with its status and a code of `ERROR_CODES`, and no facet but `turns`; so does a
    question that the provider left unanswered (`no_answer`). Nothing is dropped.
    """
    conversations = conversations.sort("conversation_id")
    ids = conversations["conversation_id"].to_list()
    answers = provider.answer(_questions(conversations))
    rows = [
        _row(conversation_id, answer) for conversation_id, answer in zip(ids, _padded(answers), strict=False)
    ]
    schema = {name: kind for name, kind in tables.FACETS.items() if name != "turns"}
    facets = pl.DataFrame(rows, schema=schema, orient="row")
    return facets.with_columns(conversations["n_turns"].alias("turns")).select(list(tables.FACETS))


def _questions(conversations: pl.DataFrame) -> Iterator[Extract]:
    """One question per row, made as the provider asks for it."""
    for conversation_id, messages in conversations.select("conversation_id", "messages").iter_rows():
        yield Extract(
            conversation_id,
            tuple(Message(message["role"] or "", message["content"] or "") for message in messages or ()),
        )


def _padded(answers: Iterator[Answer]) -> Iterator[Answer]:
    """The answers, then `no_answer` without end."""
    yield from answers
    while True:
        yield Answer("failed", code="no_answer")


def _row(conversation_id: str, answer: Answer) -> tuple[object, ...]:
    """One row of FACETS without `turns`."""
    value = answer.value
    status, code = answer.status, answer.code
    if status == "ok" and not _is_valid(value):
        status, code = "failed", "invalid_answer"
    if status != "ok":
        known = code if code in ERROR_CODES else "refused" if status == "refused" else "other"
        return (conversation_id, status, known, None, None, None, None, [], 0, answer.request_key)
    return (
        conversation_id,
        "ok",
        None,
        redact(value.request),
        redact(value.task),
        value.language,
        value.concern,
        list(value.tags),
        value.truncated_chars,
        answer.request_key,
    )


def _is_valid(value: object) -> bool:
    """Whether an answer is of the agreed types and within the facets' bounds."""
    low, high = CONCERN.bounds or (1, 5)
    return (
        isinstance(value, Extracted)
        and isinstance(value.request, str)
        and isinstance(value.task, str)
        and isinstance(value.language, str)
        and len(value.language) == _LANGUAGE_LENGTH
        and isinstance(value.concern, int)
        and low <= value.concern <= high
        and isinstance(value.tags, tuple | list)
        and all(isinstance(tag, str) for tag in value.tags)
        and isinstance(value.truncated_chars, int)
        and value.truncated_chars >= 0
    )
