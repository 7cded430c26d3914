"""Protects the cut into physical lines: only 0x0A ends one, whatever the chunks it is read in."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.ingest import lines as lines_module
from clio.ingest.lines import lines, parse_object
from clio.ingest.reasons import Problem

pieces = st.lists(st.sampled_from([b"\n", b"\r", b"\x0b", b"\x00", "\u2028\x85".encode(), b"a", b"bcd"]))


@given(pieces, st.integers(1, 5))
def test_lines_are_those_between_line_feeds(parts: list[bytes], chunk: int) -> None:
    data = b"".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_module, "_CHUNK", chunk)
        found = list(lines(io.BytesIO(data)))
    expected = data.split(b"\n")
    assert found == (expected[:-1] if expected[-1] == b"" else expected)


def test_a_line_without_end_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "_CHUNK", 4)
    monkeypatch.setattr(lines_module, "MAX_LINE", 10)
    data = b"short\n" + b"x" * 50 + b"\nafter\n" + b"y" * 11
    assert list(lines(io.BytesIO(data))) == [b"short", None, b"after", None]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a" : 1, "a" : 2}',
        '{"b": [{"role": "user", "role": "assistant"}]}',
        '{"a": "x", "\\u0061": "y"}',
    ],
)
def test_a_key_given_twice_is_seen(text: str) -> None:
    found = parse_object(text.encode())
    assert isinstance(found, Problem)
    assert found.reason == "duplicate_key"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "invalid_json"),
        (b'{"a": NaN}', "invalid_json"),
        (b'{"a": 1} {"b": 2}', "invalid_json"),
        (b"[" * 100_000, "invalid_json"),
        (b'{"a":' * 100_000, "invalid_json"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "invalid_json"),
        (b'{"a": "\xe9"}', "invalid_utf8"),
        (b"[1]", "not_an_object"),
        (b'"\\ud83d"', "not_an_object"),
    ],
)
def test_broken_lines(line: bytes, reason: str) -> None:
    found = parse_object(line)
    assert isinstance(found, Problem)
    assert found.reason == reason


def test_deep_nesting_is_read_or_refused_and_never_raises() -> None:
    for depth in (100, 300, 900, 1100):
        line = b'{"metadata": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"
        found = parse_object(line)
        assert isinstance(found, Problem) or found.keys() == {"metadata"}
        doubled = parse_object(line[:-1] + b', "x": 1, "x": 2}')
        assert isinstance(doubled, Problem)


scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.just('": ":\\"')
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(st.dictionaries(st.text(), values), st.booleans(), st.sampled_from([":", ": ", " : "]))
def test_good_objects_are_read_as_written(value: dict[str, object], ascii_only: bool, colon: str) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, separators=(",", colon))
    assert parse_object(text.encode()) == value
