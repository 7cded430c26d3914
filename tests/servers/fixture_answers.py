"""What the server is told to say: an answer to each kind of question, in the forms that servers give answers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from tests.servers.aimock import Fixture

Form = Literal["json", "fenced", "thinking", "repaired", "rejecting"]
FORMS: tuple[Form, ...] = ("json", "fenced", "thinking", "repaired", "rejecting")
"""json: the bare object. fenced: prose and a code fence around it. thinking: a block of thinking before it.
repaired: no JSON until it is asked for with insistence. rejecting: 400 until no structured output is asked for."""

KINDS: Mapping[str, str] = {
    "extract": "answer these questions about the one conversation",
    "screen": "Answer one question about the one conversation",
    "name": "Name a group of conversations",
    "propose": "broader groups",
    "deduplicate": "Make of them about",
    "assign": "Answer with the number of the parent",
    "rename": "that were put together",
    "audit": "Score how well they protect",
}
"""Words of the instructions by which a fixture knows the kind of a question."""

STATED = "Answer with one JSON object of this schema"
INSISTED = "The answer must begin with {"
USAGE = {"input_tokens": 120, "output_tokens": 30}
REJECTION: Fixture = {
    "match": {},
    "response": {
        "error": {
            "type": "invalid_request_error",
            "message": "output_config: Extra inputs are not permitted",
        },
        "status": 400,
    },
}


def fixture(
    kind: str, value: Any, form: Form = "json", *, holding: str | None = None, **more: Any
) -> Fixture:
    """The server says `value` to questions of `kind` whose data hold the words `holding`."""
    demanded = {"rejecting": [STATED], "repaired": [INSISTED]}.get(form, [])
    match: dict[str, Any] = {"systemMessage": [KINDS[kind], *demanded]}
    if holding is not None:
        match["userMessage"] = holding
    text = json.dumps(value, ensure_ascii=False)
    response: dict[str, Any] = {"content": text, "usage": USAGE}
    if form == "fenced":
        response["content"] = f"Sure! Here is what you asked for:\n\n```json\n{text}\n```\n\nAnything else?"
    if form == "thinking":
        response["reasoning"] = 'They want {"a": "JSON object"}; I begin with {.'
    return {"match": match, "response": response | more}


def script(fixtures: Sequence[Fixture], form: Form) -> list[Fixture]:
    """`fixtures`, and what the server says to everything else in its form."""
    chatter: Fixture = {"match": {}, "response": {"content": "I would say so, yes.", "usage": USAGE}}
    return [*fixtures, *{"rejecting": [REJECTION], "repaired": [chatter]}.get(form, [])]
