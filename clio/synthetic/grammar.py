"""The small language in which topics are written, and what expands it.

A pattern is plain text with nested alternation and public pools::

    [Could|Can] you [help me |]fix [this|the] [bug|crash[ from {weekday}|]]?

``[a|b|]`` picks one branch (an empty one is allowed), ``{pool}`` draws from ``POOLS``. A pool's entries are
patterns themselves. Literal brackets and braces are the pools ``{lb} {rb} {bar} {lc} {rc} {lt} {gt}``.

An answer may refer to the choices taken in its request: ``<2>`` repeats what the second outermost choice said,
``<2:x|y|z>`` says the branch of the same place.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import NamedTuple, TypeAlias

from clio.synthetic.pools import POOLS

_LITERALS = {"lb": "[", "rb": "]", "bar": "|", "lc": "{", "rc": "}", "lt": "<", "gt": ">"}
_TOKEN = re.compile(r"[\[\]|]|\{[a-z_]+\}|[^\[\]|{}]+")
_REFERENCE = re.compile(r"<(\d+)(?::([^<>]*))?>")
_SPACE = re.compile(r"[ \t]{2,}")
_BEFORE_POINT = re.compile(r" +([,.;:?!])(?=\s|$)")


@dataclass(frozen=True)
class Request:
    """One thing people ask for, with what goes with it; every string is a pattern."""

    ask: str
    """The complete request."""
    situations: tuple[str, ...]
    """Sentences that tell the situation; each makes sense with this request."""
    answers: tuple[str, ...]
    """Complete answers, any of which will do, with references to the choices of the request, see ``answered``."""
    wishes: tuple[str, ...]
    """Conditions that somebody may set for this request."""
    later: tuple[tuple[str, str], ...]
    """User turns that may follow this answer, each with its own answer, which may refer to that turn."""
    facts: tuple[str, ...] = ()
    """Sentences that may come after any of the answers, in any order; they too may refer to the request."""
    follow_ups: tuple[tuple[str, str], ...] = ()
    """User turns for this request alone, each with its own answer; both may refer to the request."""


@dataclass(frozen=True)
class Topic:
    """What people ask for under one ground-truth label; every string is a pattern."""

    name: str
    """Ground-truth label in snake_case."""
    area: str
    """The broader field the topic belongs to, the truth for the hierarchy."""
    weight: float
    """Relative frequency among topics, 0.3 to 3."""
    concern: int
    """Ground-truth concern, 1 (none) to 5."""
    requests: tuple[Request, ...]
    searches: tuple[str, ...]
    """Keyword-like requests, as typed into a search box."""
    search_answers: tuple[str, ...]
    """Answers that suit any of the searches, most of them a question back."""


Node: TypeAlias = "str | tuple[Node, ...] | Choice"


@dataclass(frozen=True)
class Choice:
    """One of several branches, each a sequence of nodes."""

    branches: tuple[Node, ...]
    is_pool: bool = False


class Pick(NamedTuple):
    """A choice that was taken: its branch, from zero, and what that branch said."""

    branch: int
    text: str


def expand(pattern: str, rng: random.Random) -> str:
    """One surface form of a pattern, white space tidied; raises ValueError on a malformed pattern."""
    parts: list[str] = []
    _write(parse(pattern), rng, parts)
    return _tidy("".join(parts))


def expand_noting(pattern: str, rng: random.Random) -> tuple[str, list[Pick]]:
    """One surface form, and what was picked at each outermost choice in brackets, from left to right."""
    parts: list[str] = []
    picks: list[Pick] = []
    for node in parse(pattern):
        start = len(parts)
        if isinstance(node, Choice) and not node.is_pool:
            branch = int(rng.random() * len(node.branches))
            _write(node.branches[branch], rng, parts)
            picks.append(Pick(branch, "".join(parts[start:])))
        else:
            _write(node, rng, parts)
    return _tidy("".join(parts)), picks


def answered(pattern: str, picks: Sequence[Pick], rng: random.Random) -> str:
    """One surface form of an answer whose references are resolved by what its request picked.

    Raises ValueError for a reference to a choice, or a list of branches, that the request does not have.
    """

    def resolve(match: re.Match[str]) -> str:
        at, branches = int(match[1]) - 1, match[2]
        if at >= len(picks):
            raise ValueError(f"no choice {at + 1} for the answer: {pattern}")
        if branches is None:
            return f"<{at + 1}>"
        said = branches.split("|")
        if picks[at].branch >= len(said):
            raise ValueError(f"too few branches for choice {at + 1} in the answer: {pattern}")
        return said[picks[at].branch]

    text = expand(_REFERENCE.sub(resolve, pattern), rng)
    return _tidy(_REFERENCE.sub(lambda match: picks[int(match[1]) - 1].text, text))


def references(pattern: str) -> list[tuple[int, int | None]]:
    """The choices an answer refers to, from one, each with how many branches it lists."""
    found = _REFERENCE.finditer(pattern)
    return [(int(match[1]), None if match[2] is None else match[2].count("|") + 1) for match in found]


def choices(pattern: str) -> list[int]:
    """The number of branches of each outermost choice in brackets, from left to right."""
    return [len(node.branches) for node in parse(pattern) if isinstance(node, Choice) and not node.is_pool]


def _tidy(text: str) -> str:
    return _BEFORE_POINT.sub(r"\1", _SPACE.sub(" ", text)).strip()


def forms(pattern: str) -> int:
    """How many ways through a pattern there are, pools counted by their entries."""
    return _count(parse(pattern))


def lines(text: str) -> tuple[str, ...]:
    """The patterns of a block, one a line; blank lines are skipped."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@cache
def parse(pattern: str) -> tuple[Node, ...]:
    """The pattern as a tree of text, sequences and choices."""
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        raise ValueError(f"stray brace in pattern: {pattern}")
    node, rest = _sequence(tokens, 0, pattern)
    if rest != len(tokens):
        raise ValueError(f"stray ] or | in pattern: {pattern}")
    return node


def _sequence(tokens: list[str], at: int, pattern: str) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    while at < len(tokens) and tokens[at] not in ("]", "|"):
        token = tokens[at]
        if token == "[":
            node, at = _choice(tokens, at + 1, pattern)
            nodes.append(node)
        else:
            nodes.append(_pool(token[1:-1]) if token[0] == "{" else token)
            at += 1
    return tuple(nodes), at


def _choice(tokens: list[str], at: int, pattern: str) -> tuple[Node, int]:
    branches: list[Node] = []
    while True:
        node, at = _sequence(tokens, at, pattern)
        branches.append(node)
        if at == len(tokens):
            raise ValueError(f"unclosed [ in pattern: {pattern}")
        if tokens[at] == "]":
            return Choice(tuple(branches)), at + 1
        at += 1


def _pool(name: str) -> Node:
    if name in _LITERALS:
        return _LITERALS[name]
    if name not in POOLS:
        raise ValueError(f"no pool is called {{{name}}}")
    return Choice(tuple(parse(entry) for entry in POOLS[name]), is_pool=True)


def _write(node: Node, rng: random.Random, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(node)
    elif isinstance(node, Choice):
        _write(node.branches[int(rng.random() * len(node.branches))], rng, parts)
    else:
        for child in node:
            _write(child, rng, parts)


def _count(node: Node) -> int:
    if isinstance(node, str):
        return 1
    if isinstance(node, Choice):
        return sum(_count(branch) for branch in node.branches)
    return prod(_count(child) for child in node)
