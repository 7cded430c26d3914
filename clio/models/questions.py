"""The typed questions a provider answers, and their answers.

A provider is any object with `answer`; `extractive.py` computes from a question, a model provider renders it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from clio.facets.definitions import Facet, asked


@dataclass(frozen=True)
class Message:
    """One turn; `role` is user, assistant, system or tool."""

    role: str
    content: str


@dataclass(frozen=True)
class Extract:
    """All facets of one conversation, in one question; `facets` are the built-in asked ones and any of one's own."""

    conversation_id: str
    messages: tuple[Message, ...]
    facets: tuple[Facet, ...] = asked()


@dataclass(frozen=True)
class Extracted:
    """Facets of one conversation: `language` ISO 639-1, `concern` 1..5, `tags` by public priority.

    `own`: what the facets declared in settings got, by name: a text, a category's value or a scale's number; None
    where the provider cannot tell.
    """

    request: str
    task: str
    language: str
    concern: int
    tags: tuple[str, ...]
    truncated_chars: int = 0
    own: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Screen:
    """Whether a conversation is to be analysed at all: a yes/no `question` about it (paper, G.3)."""

    messages: tuple[Message, ...]
    question: str


@dataclass(frozen=True)
class Group:
    """A published or publishable group as the hierarchy sees it: words only.

    `theme` and `area` are the public headings of the group's phrase, empty where it has none.
    """

    name: str
    description: str
    theme: str = ""
    area: str = ""


@dataclass(frozen=True)
class Name:
    """Name one cluster from the evidence its policy allows.

    `guarded`: `phrase` and `tags` only, both released. `paper`: also texts of `members` (of many accounts)
    and of the nearest non-members `contrast`. `language` set: a cluster of one uncovered language.
    `facet`: whose naming criteria hold, here and in the questions below.
    """

    phrase: str | None
    tags: tuple[str, ...]
    members: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    language: str | None = None
    facet: str = "request"


@dataclass(frozen=True)
class Propose:
    """About `wanted` candidate parents for one neighbourhood of groups (paper, appendix G)."""

    groups: tuple[Group, ...]
    wanted: int
    facet: str = "request"


@dataclass(frozen=True)
class Deduplicate:
    """Distinct parents out of the candidates of all neighbourhoods; about `wanted` remain."""

    candidates: tuple[Group, ...]
    wanted: int
    facet: str = "request"


@dataclass(frozen=True)
class Assign:
    """The best parent for one group; the caller gives the parents in an order that favours none."""

    group: Group
    parents: tuple[Group, ...]
    facet: str = "request"


@dataclass(frozen=True)
class Rename:
    """A parent's name and description from the children it received; `taken` are names already in use."""

    children: tuple[Group, ...]
    proposed: Group
    taken: tuple[str, ...] = ()
    facet: str = "request"


@dataclass(frozen=True)
class Audit:
    """How identifying a name and description are: 1 = an individual ... 5 = general (paper, appendix G)."""

    name: str
    description: str


Question = Extract | Screen | Name | Propose | Deduplicate | Assign | Rename | Audit


@dataclass(frozen=True)
class Usage:
    """Tokens that a call reported."""

    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True)
class Answer:
    """The outcome of one question.

    `value` by question: Extract -> Extracted; Screen -> bool; Name, Rename -> Group; Propose, Deduplicate ->
    tuple[Group, ...]; Assign -> int, the row of `parents`; Audit -> int 1..5. None unless status is ok. `code` is
    from a closed list and never quotes the question.
    """

    status: Literal["ok", "refused", "failed"]
    value: Any = None
    code: str | None = None
    request_key: str | None = None
    usage: Usage = field(default_factory=Usage)


class Provider(Protocol):
    """Answers typed questions, in the order asked."""

    @property
    def name(self) -> str:
        """What the manifest calls it."""
        ...

    @property
    def uses_model(self) -> bool:
        """Whether a language model is asked."""
        ...

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Yield one answer per question, in order; never raises for a single question's sake."""
        ...
