"""How often a reader of ten conversations about one topic meets the same words again."""

import random
import re
from collections import Counter
from typing import NamedTuple

import polars as pl

TENS = 40
"""Random tens drawn for each topic and language."""
NEAR = 0.7
"""From this Jaccard similarity of their runs of four words on, two sentences differ in a slot only."""
_END = re.compile(r"(?<=[.?!])\s+|\n+|(?<=[。？！])")
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+(?:'[^\W\u4e00-\u9fff]+)?")


class Repeats(NamedTuple):
    """Of what is said in random tens of one topic, the shares that another conversation of the ten says too."""

    user_texts: float
    """Whole user turns of five words or more, word for word."""
    replies: float
    """Whole assistant turns of five words or more, word for word."""
    user_sentences: float
    reply_sentences: float
    near_user_sentences: float
    """Sentences with a twin at ``NEAR`` or above, exact ones included."""
    near_reply_sentences: float


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; in Chinese its characters."""
    return tuple(_WORD.findall(text.lower()))


def long_sentences(text: str) -> list[tuple[str, ...]]:
    """The sentences of five words or more."""
    return [said for sentence in _END.split(text) if len(said := words(sentence)) >= 5]


def repeats(population: pl.DataFrame, seed: int = 0) -> Repeats:
    """Measured over every topic and language with ten conversations or more, the ring left out."""
    rng = random.Random(seed)
    shares: list[tuple[float, ...]] = []
    groups = population.filter(pl.col("planted").ne_missing("campaign")).group_by(
        "topic", "language", maintain_order=True
    )
    for _, group in groups:
        if group.height < 10:
            continue
        read = [_units(messages) for messages in group["messages"].to_list()]
        counted = [_counted(rng.sample(read, 10)) for _ in range(TENS)]
        shares.append(tuple(_share([one[at] for one in counted]) for at in range(6)))
    return Repeats(*(sum(column) / len(shares) for column in zip(*shares, strict=True)))


Units = tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[tuple[str, ...]], list[tuple[str, ...]]]


def _units(messages: list[dict[str, str]]) -> Units:
    """User turns, replies, and the sentences of both."""
    sides = [[m["content"] for m in messages if m["role"] == role] for role in ("user", "assistant")]
    whole = [[said for text in side if len(said := words(text)) >= 5] for side in sides]
    parts = [[said for text in side for said in long_sentences(text)] for side in sides]
    return whole[0], whole[1], parts[0], parts[1]


def _counted(ten: list[Units]) -> list[tuple[int, int]]:
    """How many units repeat and how many there are: four kinds word for word, then sentences nearly."""
    exact = [_repeated([set(one[at]) for one in ten]) for at in range(4)]
    return exact + [_nearly([set(one[at]) for one in ten]) for at in (2, 3)]


def _repeated(sets: list[set[tuple[str, ...]]]) -> tuple[int, int]:
    held = Counter(unit for one in sets for unit in one)
    return sum(count for count in held.values() if count > 1), sum(held.values())


def _nearly(sets: list[set[tuple[str, ...]]]) -> tuple[int, int]:
    runs = [[{unit[at : at + 4] for at in range(len(unit) - 3)} for unit in one] for one in sets]
    holders: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for at, one in enumerate(runs):
        for number, unit in enumerate(one):
            for run in unit:
                holders.setdefault(run, []).append((at, number))
    found = total = 0
    for at, one in enumerate(runs):
        for unit in one:
            total += 1
            shared = Counter(where for run in unit for where in holders[run] if where[0] != at)
            found += any(
                count / (len(unit) + len(runs[where[0]][where[1]]) - count) >= NEAR
                for where, count in shared.items()
            )
    return found, total


def _share(counts: list[tuple[int, int]]) -> float:
    return sum(found for found, _ in counts) / max(1, sum(total for _, total in counts))
