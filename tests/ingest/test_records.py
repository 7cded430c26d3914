"""Protects the verdict on one record: what is repaired, what is refused, and what never reads as the user."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingesting import record

from clio.ingest.reasons import DETAILS, REASONS, REPAIRS, Problem
from clio.ingest.records import Row, normalise

LATEST = 4_102_444_800_000_000  # the year 2100


def verdict(**changes: Any) -> Row | Problem:
    return normalise(record(**changes), LATEST)


def user(content: Any) -> list[dict[str, Any]]:
    return [{"role": "user", "content": content}]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"conversation_id": ...}, "missing_conversation_id"),
        ({"conversation_id": None}, "missing_conversation_id"),
        ({"conversation_id": " "}, "missing_conversation_id"),
        ({"conversation_id": True}, "id_type"),
        ({"conversation_id": 1.5}, "id_type"),
        ({"conversation_id": 1e25}, "id_type"),  # what a number above 64 bits is read as: others are too
        ({"account_id": 2.0**53}, "id_type"),
        ({"conversation_id": ["c1"]}, "id_type"),
        ({"account_id": {"id": "a"}}, "id_type"),
        ({"messages": ...}, "missing_messages"),
        ({"messages": None}, "bad_messages_type"),
        ({"messages": "hello"}, "bad_messages_type"),
        ({"messages": {"role": "user"}}, "bad_messages_type"),
        ({"messages": []}, "empty_messages"),
        ({"messages": ["hello"]}, "bad_message_type"),
        ({"messages": [None]}, "bad_message_type"),
        ({"messages": [{"content": "hello"}]}, "missing_role"),
        ({"messages": [{"role": None, "content": "hello"}]}, "missing_role"),
        ({"messages": [{"role": ["user"], "content": "hello"}]}, "bad_role"),
        ({"messages": [{"role": "wizard", "content": "hello"}]}, "bad_role"),
        ({"messages": user(3)}, "bad_content_type"),
        ({"messages": user({"text": "hello"})}, "bad_content_type"),
        ({"messages": user("")}, "no_content"),
        ({"messages": user("\x00")}, "no_content"),
        ({"messages": user(None)}, "null_content"),
        ({"messages": user([])}, "no_content"),
        ({"messages": user([{"type": "hologram"}])}, "unknown_block"),
        ({"messages": user([7])}, "unknown_block"),
        ({"messages": [*user(" \n"), {"role": "assistant", "content": "Yes?"}]}, "no_user_content"),
        ({"messages": [{"role": "assistant", "content": "Yes?"}]}, "no_user_content"),
        ({"messages": user([{"type": "tool_result", "content": "42"}])}, "no_user_content"),
    ],
)
def test_refused(changes: dict[str, Any], reason: str) -> None:
    found = verdict(**changes)
    assert isinstance(found, Problem)
    assert found.reason == reason


@pytest.mark.parametrize(
    ("changes", "repair", "field", "value"),
    [
        ({"conversation_id": 58}, "id_type", "conversation_id", "58"),
        ({"account_id": 7.0}, "id_type", "account_id", "7"),
        ({"account_id": 2**63}, "id_type", "account_id", str(2**63)),
        ({"account_id": ...}, "missing_account_id", "account_id", None),
        ({"account_id": ""}, "missing_account_id", "account_id", None),
        ({"account_id": float("nan")}, "missing_account_id", "account_id", None),
        ({"created_at": None}, "missing_created_at", "created_at", None),
        ({"created_at": "soon"}, "bad_timestamp", "created_at", None),
        ({"messages": [{"role": "Human", "content": "hi"}]}, "role_alias", "roles", ["user"]),
        ({"messages": user("a\x00b")}, "control_char", "contents", ["ab"]),
        ({"messages": user("a\ud83d b")}, "lone_surrogate", "contents", ["a\ufffd b"]),
        ({"conversation_id": "c\udc00"}, "lone_surrogate", "conversation_id", "c\ufffd"),
        (
            {"messages": [*user("hi"), {"role": "assistant", "content": ""}]},
            "empty_message",
            "roles",
            ["user"],
        ),
        ({"messages": [*user("hi"), {"role": "assistant"}]}, "null_content", "roles", ["user"]),
        ({"metadata": "plain"}, "bad_metadata", "metadata", "{}"),
        ({"metadata": {"a": "\ud83d"}}, "bad_metadata", "metadata", "{}"),
    ],
)
def test_repaired(changes: dict[str, Any], repair: str, field: str, value: Any) -> None:
    found = verdict(**changes)
    assert isinstance(found, Row)
    assert repair in found.repairs
    assert getattr(found, field) == value


def test_metadata_too_deep_to_write_is_left_out() -> None:
    deep: dict[str, Any] = {}
    for _ in range(500):
        deep = {"a": deep}
    found = verdict(metadata=deep, messages=[*user("hi"), *user([{"type": "tool_use", "input": deep}])])
    assert isinstance(found, Row)
    assert found.metadata == "{}"
    assert found.contents == ["hi", "tool"]


def test_a_plain_record_needs_no_repair() -> None:
    found = verdict(metadata={"b": None, "locale": "en", "a": {"x": [1]}}, extra=1)
    assert isinstance(found, Row)
    assert found.repairs == []
    assert found.metadata == '{"a":{"x":[1]},"locale":"en"}'
    assert found.created_at == 1_781_092_800_000_000


def test_what_tools_say_is_never_what_the_user_wrote() -> None:
    blocks = [
        {"type": "text", "text": "Here it is:"},
        {"type": "tool_result", "content": [{"type": "text", "text": "12 degrees"}, {"type": "image"}]},
        {"type": "text", "text": "Thanks, and tomorrow?"},
    ]
    asked = [
        {"type": "thinking", "thinking": "hidden"},
        {"type": "text", "text": "Let me look."},
        {"type": "tool_use", "name": "weather", "input": {"city": "Oslo"}},
    ]
    messages = [*user("Weather?"), {"role": "assistant", "content": asked}, *user(blocks)]
    found = verdict(messages=messages)
    assert isinstance(found, Row)
    assert list(zip(found.roles, found.contents, strict=True)) == [
        ("user", "Weather?"),
        ("assistant", "Let me look."),
        ("tool", 'weather {"city":"Oslo"}'),
        ("user", "Here it is:"),
        ("tool", "12 degrees\n[image]"),
        ("user", "Thanks, and tomorrow?"),
    ]


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (["one ", "two"], "one two"),
        ([{"type": "text", "text": "one"}, {"type": "text", "text": "two"}], "one\ntwo"),
        ([{"type": "input_text", "text": "see"}, {"type": "image_url", "image_url": {}}], "see\n[image]"),
        ([{"type": "document", "source": {"data": "QUJD"}}, {"text": "summarise"}], "[document]\nsummarise"),
    ],
)
def test_blocks_are_joined(blocks: list[Any], text: str) -> None:
    found = verdict(messages=user(blocks))
    assert isinstance(found, Row)
    assert found.contents == [text]


def test_the_hash_tells_every_field_apart_and_ignores_what_is_ignored() -> None:
    changes: list[dict[str, Any]] = [
        {},
        {"account_id": "other"},
        {"account_id": None},
        {"created_at": "2026-06-10T12:00:01Z"},
        {"metadata": {"a": 1}},
        {"messages": user("How do I prune a pear tree?In winter.")},
    ]
    rows = [verdict(**change) for change in changes]
    assert len({row.content_hash for row in rows if isinstance(row, Row)}) == len(changes)
    same = verdict(extra=1, created_at="2026-06-10T14:00:00+02:00", metadata={"a": None})
    assert isinstance(same, Row)
    assert isinstance(rows[0], Row)
    assert same.content_hash == rows[0].content_hash


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["role", "content", "type", "text", "input", "name", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*record(), "metadata"]), anything))
def test_nothing_makes_it_raise_and_every_word_is_of_a_closed_list(changes: dict[str, Any]) -> None:
    found = verdict(**changes)
    if isinstance(found, Problem):
        assert found.reason in REASONS
        assert found.detail in DETAILS
    else:
        assert set(found.repairs) <= set(REPAIRS)
        assert "user" in found.roles
        assert all(content.strip() and "\x00" not in content for content in found.contents)
        "".join([found.conversation_id, found.account_id or "", *found.contents]).encode()


@given(anything, anything)
def test_no_message_makes_it_raise(role: object, content: object) -> None:
    verdict(messages=[{"role": role, "content": content}, {"role": "user", "content": content}])
