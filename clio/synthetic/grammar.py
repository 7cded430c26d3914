"""The small language in which topics are written, and what expands it.

A pattern is plain text with nested alternation and public pools::

    [Could|Can] you [help me |]fix [this|the] [bug|crash[ from {weekday}|]]?

``[a|b|]`` picks one branch (an empty one is allowed), ``{pool}`` draws from ``POOLS``. A pool's entries are
patterns themselves. Literal brackets and braces are the pools ``{lb} {rb} {bar} {lc} {rc}``.
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import TypeAlias

from clio.synthetic.pools import POOLS

_LITERALS = {"lb": "[", "rb": "]", "bar": "|", "lc": "{", "rc": "}"}
_TOKEN = re.compile(r"[\[\]|]|\{[a-z_]+\}|[^\[\]|{}]+")
_SPACE = re.compile(r"[ \t]{2,}")
_BEFORE_POINT = re.compile(r" +([,.;:?!])(?=\s|$)")


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
    contexts: tuple[str, ...]
    """Sentences that tell the situation; they stand before or after the ask."""
    asks: tuple[str, ...]
    """Complete requests."""
    terse: tuple[str, ...]
    """Keyword-like requests, as typed into a search box."""
    details: tuple[str, ...]
    """Constraints or preferences, each a sentence or fragment that can follow an ask."""
    followups: tuple[str, ...]
    """Later user turns."""
    replies: tuple[str, ...]
    """Short assistant answers."""


Node: TypeAlias = "str | tuple[Node, ...] | Choice"


@dataclass(frozen=True)
class Choice:
    """One of several branches, each a sequence of nodes."""

    branches: tuple[Node, ...]


def expand(pattern: str, rng: random.Random) -> str:
    """One surface form of a pattern, white space tidied; raises ValueError on a malformed pattern."""
    parts: list[str] = []
    _write(parse(pattern), rng, parts)
    return _BEFORE_POINT.sub(r"\1", _SPACE.sub(" ", "".join(parts))).strip()


def forms(pattern: str) -> int:
    """How many ways through a pattern there are, pools counted by their entries."""
    return _count(parse(pattern))


def lines(text: str) -> tuple[str, ...]:
    """The patterns of a block, one a line; blank lines are skipped."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@cache
def parse(pattern: str) -> Node:
    """The pattern as a tree of text, sequences and choices."""
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        raise ValueError(f"stray brace in pattern: {pattern}")
    node, rest = _sequence(tokens, 0, pattern)
    if rest != len(tokens):
        raise ValueError(f"stray ] or | in pattern: {pattern}")
    return node


def _sequence(tokens: list[str], at: int, pattern: str) -> tuple[Node, int]:
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
    return Choice(tuple(parse(entry) for entry in POOLS[name]))


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
