"""Replacing personal details in a text by placeholders such as `<EMAIL>`.

Presidio's pattern recognisers with their checksums, and patterns for what a label announces. No model: names
of people are found only behind a cue ("my name " "is", "Dear", "Mr."), places and organisations not at all.
This lowers the risk that an answer holds an identifier; the thresholds and noise of the policies do not rest
on it. Nothing here opens a connection, and Presidio is imported at the first text that could need it.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from clio.privacy.labelled import DOCUMENTS, NAMES_AND_PLACES, Labelled
from clio.privacy.recognisers import RULES, Rule

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

CUE_CHARS, CUE_CHARS_AFTER = 40, 10
"""How far before or after a match its cue may stand."""

_PASSES = 4
_DIGIT_OR_MARK = re.compile(r"[\d@]|://|www|[a-z0-9]\.[a-z]", re.IGNORECASE)


class Found(NamedTuple):
    """A stretch of text, [start, end) in code points, that is to be replaced."""

    start: int
    end: int
    placeholder: str


def redact(text: str) -> str:
    """`text` with personal details replaced by placeholders; redacting the result again changes nothing."""
    for _ in range(_PASSES):  # what a replacement joins may match again, so that once more is a fixed point
        found = find(text)
        if not found:
            return text
        pieces: list[str] = []
        end = 0
        for item in found:
            pieces += (text[end : item.start], f"<{item.placeholder}>")
            end = item.end
        text = "".join(pieces) + text[end:]
    return text


def find(text: str) -> list[Found]:
    """The personal details of `text`, disjoint and in order; where two overlap the earlier rule's stands."""
    kept: list[Found] = []
    lowered = text.lower()
    for labelled in DOCUMENTS:
        _add(kept, _announced(labelled, text, lowered))
    if _DIGIT_OR_MARK.search(text):
        for row, rule in enumerate(RULES):
            if rule.trigger.search(text):
                _add(kept, _matches(row, rule, text))
    for labelled in NAMES_AND_PLACES:
        _add(kept, _announced(labelled, text, lowered))
    return sorted(kept)


def _announced(labelled: Labelled, text: str, lowered: str) -> list[Found]:
    if not any(word in lowered for word in labelled.words):
        return []
    return [Found(*match.span("value"), labelled.placeholder) for match in labelled.pattern.finditer(text)]


def _add(kept: list[Found], candidates: list[Found]) -> None:
    """Add the candidates that overlap nothing kept, the longest first."""
    for item in sorted(candidates, key=lambda item: item.start - item.end):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)


def _matches(row: int, rule: Rule, text: str) -> list[Found]:
    recogniser = _recogniser(row)
    found = []
    for result in recogniser.analyze(text, recogniser.supported_entities, None) or []:
        before = text[max(0, result.start - CUE_CHARS) : result.start]
        around = before + "\n" + text[result.end : result.end + CUE_CHARS_AFTER]
        announced = rule.cue is not None and rule.cue.search(around) is not None
        if result.score < (rule.cued if announced else rule.threshold):
            continue
        if rule.reject and rule.reject(text[result.start : result.end], before):
            continue
        found.append(Found(result.start, result.end, rule.placeholder))
    return found


@cache
def _recogniser(row: int) -> "EntityRecognizer":
    return RULES[row].make()
