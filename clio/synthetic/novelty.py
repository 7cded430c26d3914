"""What was said before on a topic, so that among several wordings the freshest can be taken."""

import re
from collections.abc import Iterable
from math import inf
from typing import NamedTuple, TypeVar
from zlib import crc32

_WORDS = re.compile(
    r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff']+(?:'[^\W\u4e00-\u9fff]+)*"
)  # in Chinese, characters
_END = re.compile(r"(?<=[.?!])\s+|\n+|(?<=[。？！])")
Candidate = TypeVar("Candidate")


class Staleness(NamedTuple):
    """How often a text was said before; compared sentences first, what a reader recognises."""

    sentences: int
    """Times that its sentences were said before, summed."""
    runs: float
    """Times that a run of its words was said before, on average."""

    def beside(self, other: "Staleness") -> "Staleness":
        """Of two texts together."""
        return Staleness(self.sentences + other.sentences, self.runs + other.runs)


NEW = Staleness(0, 0.0)
NO_SENTENCE_TWICE = Staleness(0, inf)


class Novelty:
    """Remembers between `capacity` and half as many runs of words and sentences, the latest ones: bounded memory."""

    def __init__(self, capacity: int = 40_000) -> None:
        self.capacity = capacity
        self._said: dict[int, int] = {}
        self._before: dict[int, int] = {}

    def staleness(self, text: str) -> Staleness:
        """How often a text was said before, whole or in parts."""
        sentences, runs = _hashed(whole_sentences(text)), _hashed(word_runs(text))
        return Staleness(sum(map(self._times, sentences)), sum(map(self._times, runs)) / len(runs))

    def note(self, text: str) -> None:
        """Remember a text as said."""
        for one in _hashed(whole_sentences(text) | word_runs(text)):
            self._said[one] = self._said.get(one, 0) + 1
        if len(self._said) > self.capacity // 2:
            self._said, self._before = {}, self._said

    def _times(self, said: int) -> int:
        return self._said.get(said, 0) + self._before.get(said, 0)


def least(
    candidates: Iterable[tuple[Staleness, Candidate]], enough: Staleness = NEW
) -> tuple[Staleness, Candidate]:
    """The least stale candidate; takes none after the first that is no staler than `enough`, ValueError without any."""
    best: tuple[Staleness, Candidate] | None = None
    for candidate in candidates:
        if best is None or candidate[0] < best[0]:
            best = candidate
        if best[0] <= enough:
            break
    if best is None:
        raise ValueError("there is nothing to choose from")
    return best


def whole_sentences(text: str, length: int = 5) -> set[str]:
    """The sentences of so many words or more, in lower case, without marks."""
    sentences = (_WORDS.findall(sentence) for sentence in _END.split(text.lower()))
    return {" ".join(words) for words in sentences if len(words) >= length}


def word_runs(text: str, length: int = 6) -> set[str]:
    """All runs of so many consecutive words, in lower case; a shorter text is one run."""
    words = _WORDS.findall(text.lower())
    return {" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1))}


def _hashed(texts: set[str]) -> list[int]:
    return [crc32(text.encode()) for text in texts]
