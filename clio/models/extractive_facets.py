"""The extractive provider's answer to `Extract`: facets computed from the text, without a language model."""

import re
from collections.abc import Iterator
from itertools import islice

from clio.facets.concern import concern
from clio.facets.definitions import BUILT_IN
from clio.facets.language import detect
from clio.facets.requests import substantive_request
from clio.facets.tags import tags
from clio.models.questions import Answer, Extract, Extracted
from clio.privacy.redaction import redact

TASK_WORDS = 8
CONCERN_TURNS = 12

_CLAUSE_END = re.compile(r"[.!?;:,\n。！？；，、]")
_LEAD = re.compile(
    r"(?:(?:can|could|would|will) you|(?:can|could|may) i|i(?:'d| would) like(?: you)? to|i (?:want|need"
    r"|wish)(?: you)? to"
    r"|i(?:'m| am) (?:looking|trying|going) to|help me(?: to)?|please|kindly|also|just)\s+",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\S+")


def extract(question: Extract, *, tag_limit: int = 8) -> Answer:
    """The facets of one conversation; always ok, also where no user said anything (an empty request).

    Everything is computed from the redacted request, but
    concern, a number, from the user's first turns too. At most `tag_limit` tags, by public
    priority. `request_key` is None: no model was called. Facets of one's own need a model and get None.
    """
    request = substantive_request(question.messages)
    text = redact(request.text)
    labels = tuple(tags(text, tag_limit)) if not request.small_talk else ()
    value = Extracted(
        request=text,
        task=task_phrase(text, labels),
        language=detect(text),
        concern=max([concern(text), *map(concern, _asked(question))]),
        tags=labels,
        truncated_chars=request.truncated_chars,
        own={facet.name: None for facet in question.facets if facet not in BUILT_IN},
    )
    return Answer("ok", value)


def _asked(question: Extract) -> Iterator[str]:
    """The user's first turns: harm is often asked for only after a harmless opening."""
    turns = (message.content for message in question.messages if message.role == "user")
    return islice(turns, CONCERN_TURNS)


def task_phrase(request: str, labels: tuple[str, ...]) -> str:
    """A short phrase for the work asked for: the first verb-object tag, else the first clause up to 8
    words."""
    for label in labels:
        if " " in label:
            return label
    clause = _CLAUSE_END.split(request.strip(), maxsplit=1)[0].strip()
    while match := _LEAD.match(clause):
        clause = clause[match.end() :]
    words = _SPACED.findall(clause)[:TASK_WORDS]
    return " ".join(words)[: TASK_WORDS * 12]
