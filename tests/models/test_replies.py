"""Reading what servers send: any body gives a message or none, and never an exception or somebody's words."""

import json
import re
from dataclasses import replace

import httpx2
import pytest
from anthropic import APIStatusError
from filling import asked
from hypothesis import given
from hypothesis import strategies as st

from clio.models import replies, schemas
from clio.models.replies import Piece, Received, Used

values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**18) | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "text", "usage"]), inner)
    ),
    max_leaves=6,
)
blocks = st.lists(values | st.fixed_dictionaries({"type": st.just("text"), "text": values}), max_size=4)
bodies = st.fixed_dictionaries(
    {}, optional={"content": blocks | values, "stop_reason": values, "usage": values, "type": values}
)


@given(values | bodies)
def test_any_json_is_a_message_or_none_and_has_an_outcome(body):
    found = replies.received(json.dumps(body, allow_nan=True).encode())
    if found is not None:
        assert all(0 <= count < 2**62 for count in replies.tokens(found))
        assert replies.read(asked("x"), found).outcome in {"malformed", "refused", "max_tokens"}
    elif isinstance(body, dict) and isinstance(body.get("content"), list):
        assert {"NaN", "Infinity"} & set(re.findall(r"\w+", json.dumps(body))), "JSON has no such numbers"


@given(st.binary(max_size=200))
def test_any_bytes_are_read(body):
    replies.received(body)


def test_text_is_that_of_all_text_blocks_wherever_they_stand():
    content = [
        {"type": "thinking", "thinking": "hm", "signature": "s"},
        {"type": "text", "text": '{"a"'},
        {"type": "some_block_of_the_future", "text": "no"},
        {"type": "text", "text": ": 1}"},
    ]
    usage = {"input_tokens": 7, "output_tokens": 3, "cache_read_input_tokens": None}
    body = json.dumps({"content": content, "stop_reason": "end_turn", "usage": usage}).encode()
    found = replies.received(body)
    assert found == Received("end_turn", (Piece('{"a"'), Piece(": 1}")), Used(7, 3, 0, 0))
    request = replace(asked("x"), schema=schemas.record({"a": schemas.number(1, 5)}))
    assert replies.read(request, found).text == '{"a": 1}'
    assert replies.tokens(found) == (7, 3, 0, 0)


def refused(status: int, message: str, kind: str = "invalid_request_error") -> APIStatusError:
    body = {"type": "error", "error": {"type": kind, "message": message}}
    response = httpx2.Response(status, json=body, request=httpx2.Request("POST", "http://x/v1/messages"))
    return APIStatusError(f"Error code: {status} - {body}", response=response, body=body)


@pytest.mark.parametrize(
    ("status", "message", "unproven", "proven"),
    [
        (400, "output_config: Extra inputs are not permitted", True, True),
        (400, "output_config.format.schema: too complex", True, True),
        (422, "unknown field", True, False),
        (400, "something else", True, False),
        (400, "prompt is too long: 208310 tokens > 200000 maximum", False, False),
        (413, "Request exceeds the maximum size", False, False),
        (500, "output_config", False, False),
    ],
)
def test_which_rejections_are_blamed_on_structured_outputs(status, message, unproven, proven):
    error = refused(status, message)
    assert replies.blames_format(error, known_to_work=False) is unproven
    assert replies.blames_format(error, known_to_work=True) is proven


@pytest.mark.parametrize(
    ("status", "message", "kind", "ends"),
    [
        (400, "Your credit balance is too low to access the API", "invalid_request_error", True),
        (403, "Billing is not set up", "billing_error", True),
        (402, "", "billing_error", True),
        (401, "invalid x-api-key", "authentication_error", True),
        (404, "model: nothing", "not_found_error", True),
        (400, "messages: text content blocks must be non-empty", "invalid_request_error", False),
        (429, "slow down", "rate_limit_error", False),
        (529, "Overloaded", "overloaded_error", False),
    ],
)
def test_which_errors_end_a_run(status, message, kind, ends):
    end = replies.fatal(refused(status, message, kind), "some-model")
    assert (end is not None) is ends
    assert end is None or (message not in str(end) or not message)
