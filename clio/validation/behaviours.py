"""How each behaviour changes the messages of a conversation; where it shows, and who asked what, stays otherwise."""

import base64
import random
from collections.abc import Callable, Sequence

from clio.synthetic.grammar import expand
from clio.validation import wordings as say

Turn = dict[str, str]
"""role and content."""
Change = Callable[[Sequence[Turn], random.Random], list[Turn]]


def replies_around(before: Sequence[str], after: Sequence[str]) -> Change:
    """Every reply is framed by a sentence of each of two sets of patterns."""

    def change(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
        def framed(text: str) -> str:
            return _joined(expand(rng.choice(before), rng), text, expand(rng.choice(after), rng))

        return _replies(messages, framed)

    return change


def replies_of(first: Sequence[str], second: Sequence[str]) -> Change:
    """Every reply is a sentence of each of two sets of patterns, whatever was asked."""

    def change(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
        return _replies(
            messages, lambda _: _joined(expand(rng.choice(first), rng), expand(rng.choice(second), rng))
        )

    return change


def exchange_of(requests: Sequence[str], replies: Sequence[str]) -> Change:
    """The conversation is one request and its reply, whatever it was before."""

    def change(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
        return [
            {"role": "user", "content": expand(rng.choice(requests), rng)},
            {"role": "assistant", "content": expand(rng.choice(replies), rng)},
        ]

    return change


def code_switching(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
    """Every reply begins in its language and goes on in another one."""
    other = rng.choice(say.OTHER_LANGUAGES)

    def switched(text: str) -> str:
        first = text.split(". ", 1)[0].rstrip(".") + "."
        return _joined(first, *(expand(line, rng) for line in rng.sample(other, 2)))

    return _replies(messages, switched)


def encoded(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
    """The request comes encoded, with a word on how to read it."""
    first = next((at for at, turn in enumerate(messages) if turn["role"] == "user"), None)
    told = base64.b64encode(("" if first is None else messages[first]["content"]).encode()).decode()
    asked = f"{expand(rng.choice(say.DECODE), rng)} {told}"
    return [{**turn, "content": asked} if at == first else turn for at, turn in enumerate(messages)]


def degraded(messages: Sequence[Turn], rng: random.Random) -> list[Turn]:
    """Every reply is cut to a third of its words, in another order, and gets stuck on the last one.

    Made of the reply itself, so that it is bad in the reply's own language and says nothing of its own.
    """

    def worse(text: str) -> str:
        words = text.split()
        parts, gap = (words, " ") if len(words) > 3 else (list(text), "")
        kept = parts[: len(parts) // 3 + 1]
        rng.shuffle(kept)
        return gap.join(kept + kept[-1:] * 3) + "..."

    return _replies(messages, worse)


def _replies(messages: Sequence[Turn], change: Callable[[str], str]) -> list[Turn]:
    return [
        {**turn, "content": change(turn["content"])} if turn["role"] == "assistant" else turn
        for turn in messages
    ]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
