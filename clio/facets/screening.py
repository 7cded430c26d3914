"""The screener: a yes/no question that a model is asked first of each conversation (paper, G.3)."""

import polars as pl

from clio.facets.extraction import SCREENED_OUT, messages_of
from clio.models.questions import Answer, Provider, Screen


def screen(conversations: pl.DataFrame, provider: Provider, question: str | None) -> pl.DataFrame:
    """`conversations` with a column `screened`: null for those that go on, SCREENED_OUT, or why there is no answer.

    Without a question all go on. A conversation without an answer does not go on: it may be one that must not.
    """
    if question is None:
        return conversations.with_columns(screened=pl.lit(None, pl.String))
    answers = provider.answer(Screen(messages, question) for messages in messages_of(conversations))
    return conversations.with_columns(
        screened=pl.Series([_verdict(answer) for answer in answers], dtype=pl.String)
    )


def _verdict(answer: Answer) -> str | None:
    if answer.status != "ok":
        return answer.code or answer.status
    return None if answer.value else SCREENED_OUT
