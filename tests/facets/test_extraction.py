"""Extraction must lose no conversation, redact every answer, and let no odd answer into the typed table."""

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio import tables
from clio.facets.extraction import ERROR_CODES, extract_facets
from clio.models.extractive_facets import TASK_WORDS, extract, task_phrase
from clio.models.questions import Answer, Extract, Extracted, Message, Question


class Scripted:
    """Answers from a function of the question; None stands for an answer that never comes."""

    name = "scripted"
    uses_model = True

    def __init__(self, reply: Any) -> None:
        self.reply = reply

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        for question in questions:
            answer = self.reply(question)
            if answer is not None:
                yield answer


def table(*conversations: tuple[str, list[tuple[str, str]]]) -> pl.DataFrame:
    rows = [
        {
            "conversation_id": name,
            "account_id": "a",
            "created_at": None,
            "messages": [{"role": role, "content": content} for role, content in messages],
            "metadata": "{}",
            "n_turns": sum(role == "user" for role, _ in messages),
        }
        for name, messages in conversations
    ]
    return pl.DataFrame(rows, schema=dict(tables.CONVERSATIONS))


def ok(**changes: Any) -> Answer:
    values: dict[str, Any] = {"request": "r", "task": "t", "language": "en", "concern": 1, "tags": ("tag",)}
    return Answer("ok", Extracted(**(values | changes)), request_key="k")


THREE = table(
    ("b", [("user", "How do I bake bread?"), ("assistant", "Slowly."), ("user", "And buns?")]),
    ("a", [("user", "hi"), ("user", "write to ada@byron.org that my loan application is late")]),
    ("c", []),
)


def test_the_table_has_its_schema_and_one_sorted_row_per_conversation() -> None:
    facets = extract_facets(THREE, Scripted(extract))
    assert facets.schema == pl.Schema(tables.FACETS)
    assert facets["conversation_id"].to_list() == ["a", "b", "c"]
    assert facets["turns"].to_list() == [2, 2, 0]
    assert facets["status"].to_list() == ["ok"] * 3


def test_no_conversations_make_an_empty_table() -> None:
    facets = extract_facets(tables.empty(tables.CONVERSATIONS), Scripted(extract))
    assert facets.schema == pl.Schema(tables.FACETS)
    assert facets.is_empty()


def test_answers_of_any_provider_are_redacted() -> None:
    facets = extract_facets(
        THREE, Scripted(lambda _: ok(request="mail ada@byron.org", task="call 415-555-2671"))
    )
    assert facets["request"].unique().to_list() == ["mail <EMAIL>"]
    assert facets["task"].unique().to_list() == ["call <PHONE>"]


def test_failures_are_rows_with_a_listed_code() -> None:
    replies = {
        "a": Answer("refused", code="refused"),
        "b": Answer("failed", code="timeout", request_key="key-b"),
        "c": Answer("failed", code="the user's text"),
    }
    facets = extract_facets(THREE, Scripted(lambda question: replies[question.conversation_id]))
    assert facets["status"].to_list() == ["refused", "failed", "failed"]
    assert facets["error"].to_list() == ["refused", "timeout", "other"]
    assert facets["request_key"].to_list() == [None, "key-b", None]
    assert facets["request"].null_count() == 3
    assert facets["turns"].to_list() == [2, 2, 0]


def test_answers_that_never_come_are_failures() -> None:
    facets = extract_facets(
        THREE, Scripted(lambda question: ok() if question.conversation_id == "a" else None)
    )
    assert facets["error"].to_list() == [None, "no_answer", "no_answer"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer("ok"),
        Answer("ok", "text"),
        ok(concern=0),
        ok(concern=6),
        ok(concern="3"),
        ok(language="english"),
        ok(language=None),
        ok(request=None),
        ok(tags=(1,)),
        ok(tags=None),
        ok(truncated_chars=-1),
    ],
)
def test_answers_of_the_wrong_type_are_failures(answer: Answer) -> None:
    facets = extract_facets(THREE, Scripted(lambda _: answer))
    assert facets["error"].unique().to_list() == ["invalid_answer"]
    assert facets["request"].null_count() == 3


def test_error_codes_never_quote() -> None:
    assert all(code.replace("_", "").isalpha() for code in ERROR_CODES)


def test_questions_are_asked_as_a_stream() -> None:
    asked: list[str] = []

    class Lazy(Scripted):
        def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
            for count, question in enumerate(questions, start=1):
                assert isinstance(question, Extract)
                asked.append(question.conversation_id)
                assert len(asked) == count
                yield ok()

    extract_facets(THREE, Lazy(None))
    assert asked == ["a", "b", "c"]


def test_the_extractive_answer_speaks_of_the_request_and_not_the_greeting() -> None:
    answer = extract(
        Extract("x", (Message("user", "hello"), Message("user", "How do I reset my router password?")))
    )
    assert answer.value.request == "How do I reset my router password?"
    assert answer.value.language == "en"
    assert answer.value.concern == 1
    assert answer.request_key is None


def test_small_talk_has_no_tags() -> None:
    assert extract(Extract("x", (Message("user", "Good morning!"),))).value.tags == ()


@pytest.mark.parametrize(
    ("request_text", "tags", "task"),
    [
        ("Can you reset my password?", ("password", "reset password"), "reset password"),
        ("Can you please explain tides, briefly?", ("tide",), "explain tides"),
        (
            "I want to know everything about the moons of Jupiter and Saturn",
            (),
            "know everything about the moons of Jupiter and",
        ),
        ("", (), ""),
    ],
)
def test_task_phrases(request_text: str, tags: tuple[str, ...], task: str) -> None:
    assert task_phrase(request_text, tags) == task
    assert len(task.split()) <= TASK_WORDS


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["user", "assistant", "system"]), st.text(max_size=300)), max_size=4)
)
def test_any_conversation_gets_a_valid_row(messages: list[tuple[str, str]]) -> None:
    facets = extract_facets(table(("a", messages)), Scripted(extract))
    assert facets["status"].to_list() == ["ok"]
    assert facets["error"].to_list() == [None]
