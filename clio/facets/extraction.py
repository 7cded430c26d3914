"""The facets stage: one question per conversation to a provider, one row per conversation back."""

from collections.abc import Iterator

import polars as pl

from clio import tables
from clio.facets.definitions import BUILT_IN, CONCERN, Facet, asked
from clio.models.questions import Answer, Extract, Extracted, Message, Provider
from clio.privacy.redaction import redact

ERROR_CODES = frozenset(
    {
        "refused",
        "max_tokens",
        "malformed",
        "rejected",
        "unavailable",
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

SCREENED_OUT = "no"
"""In the column `screened`: the screener's question was answered with no."""

_LANGUAGE_LENGTH = 2


def extract_facets(
    conversations: pl.DataFrame, provider: Provider, facets: tuple[Facet, ...] = BUILT_IN
) -> pl.DataFrame:
    """The table `tables.FACETS` of a shard of conversations, one row per conversation, sorted by id.

    `conversations`: conversation_id, messages, n_turns; `screened` (as `screening.screen` gives it) and `cut` where
    they were prepared for a model. `facets` are all facets; those of one's own become columns after the others.
    Texts are redacted whatever the provider did. An answer that is refused, failed or not of the
    agreed types leaves a row with its status and a code of `ERROR_CODES`, and no facet but `turns`; so does a
    question that the provider left unanswered (`no_answer`). Nothing is dropped.
    """
    conversations = conversations.sort("conversation_id")
    own = tuple(facet for facet in facets if facet not in BUILT_IN)
    if "screened" not in conversations.columns:
        conversations = conversations.with_columns(screened=pl.lit(None, pl.String), cut=pl.lit(0))
    asked_of = conversations.filter(pl.col("screened").is_null())
    answers = _padded(provider.answer(extract_questions(asked_of, facets)))
    rows = [
        _row(conversation_id, next(answers) if screened is None else _not_asked(screened), own)
        for conversation_id, screened in conversations.select("conversation_id", "screened").iter_rows()
    ]
    columns = {**tables.FACETS, **tables.own_columns({facet.name: facet.kind for facet in own})}
    schema = {name: kind for name, kind in columns.items() if name != "turns"}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(
        conversations["n_turns"].alias("turns"), pl.col("truncated_chars") + conversations["cut"]
    ).select(list(columns))


def extract_questions(conversations: pl.DataFrame, facets: tuple[Facet, ...] = BUILT_IN) -> Iterator[Extract]:
    """One question per row, made as the provider asks for it."""
    for conversation_id, messages in zip(
        conversations["conversation_id"], messages_of(conversations), strict=True
    ):
        yield Extract(conversation_id, messages, asked(facets))


def messages_of(conversations: pl.DataFrame) -> Iterator[tuple[Message, ...]]:
    """The messages of each row."""
    for (messages,) in conversations.select("messages").iter_rows():
        yield tuple(Message(message["role"] or "", message["content"] or "") for message in messages or ())


def _not_asked(screened: str) -> Answer:
    return Answer("refused" if screened == "refusal" else "failed", code=screened)


def _padded(answers: Iterator[Answer]) -> Iterator[Answer]:
    """The answers, then `no_answer` without end."""
    yield from answers
    while True:
        yield Answer("failed", code="no_answer")


def _row(conversation_id: str, answer: Answer, own: tuple[Facet, ...]) -> tuple[object, ...]:
    """One row of FACETS, and of one's own facets, without `turns`."""
    value = answer.value
    status: str = answer.status
    code = answer.code
    if code == SCREENED_OUT:
        return (conversation_id, "screened", None, None, None, None, None, [], 0, None, *(None for _ in own))
    if status == "ok" and not _is_valid(value):
        status, code = "failed", "invalid_answer"
    if status != "ok":
        known = code if code in ERROR_CODES else "refused" if status == "refused" else "other"
        nothing = (None for _ in own)
        return (conversation_id, status, known, None, None, None, None, [], 0, answer.request_key, *nothing)
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
        *(_own(facet, value.own.get(facet.name)) for facet in own),
    )


def _own(facet: Facet, value: str | int | None) -> str | int | None:
    """A facet of one's own as its column holds it; null where it is not of its kind."""
    if facet.kind == "scale":
        low, high = facet.bounds or (0, 0)
        return value if isinstance(value, int) and low <= value <= high else None
    if not isinstance(value, str):
        return None
    if facet.kind == "category":
        return value if value in facet.values else "other"
    return redact(value)


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
