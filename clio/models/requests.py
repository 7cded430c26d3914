"""What is sent for one question: a request with a key of its own, and why an answer to it is not used."""

import time
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["extract", "screen", "name", "propose", "deduplicate", "assign", "rename", "audit"]

ABOUT_CONVERSATIONS: Set[Kind] = frozenset(("extract", "screen"))
"""What may be asked in batches; questions about groups wait for each other's answers and are asked live."""

Fault = Literal["invalid_json", "schema"]


@dataclass(frozen=True, slots=True)
class Request:
    """One call to be paid for.

    `key` (64 hexadecimal digits) names everything that the answer depends on: model, prompt and schema version,
    content, and the settings that change the answer; it is also a batch item's custom_id. `body` is the JSON of
    POST /v1/messages; `schema` the JSON schema that an answer's text must meet, whether or not the server
    enforces it.
    """

    key: str
    kind: Kind
    body: Mapping[str, Any]
    schema: Mapping[str, Any]


def pull(requests: Iterator[Request], most: int, seconds: float) -> list[Request]:
    """The next of a lazy source's requests: at most `most`, or what `seconds` suffice to make; none at its end."""
    until = time.monotonic() + seconds
    chunk: list[Request] = []
    for request in requests:
        chunk.append(request)
        if len(chunk) == most or time.monotonic() >= until:
            break
    return chunk


class Malformed(Exception):
    """An answer that is no JSON, or not of the schema; `fault` says which and nothing quotes the answer."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault
