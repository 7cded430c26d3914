"""Replacing personal details in a text by placeholders such as `<EMAIL>`.

Presidio's pattern recognisers with their checksums, patterns for what a label announces, and lists of common
names. No model: a name that is on no list is found only behind a cue ("my name " "is", "Dear", "Mr."), towns
and organisations not at all.
This lowers the risk that an answer holds an identifier; the thresholds and noise of the policies do not rest
on it. Nothing here opens a connection, and Presidio is imported at the first text that could need it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from clio.models.questions import Message
from clio.privacy.labelled.addresses import ADDRESSES
from clio.privacy.labelled.documents import DOCUMENTS
from clio.privacy.labelled.people import PEOPLE
from clio.privacy.labelled.rule import Labelled
from clio.privacy.names import people
from clio.privacy.recognisers import RULES, Rule

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

CUE_CHARS, CUE_CHARS_AFTER = 40, 10
"""How far before or after a match its cue may stand."""

WINDOW, MARGIN = 4_000, 500
"""Characters searched at once, and read beyond on both sides: time stays linear in the length of a text."""

_PASSES = 8
_DIGIT_OR_MARK = re.compile(r"[\d@]|://|www|[a-z0-9]\.[a-z]", re.IGNORECASE)
_BLANK = re.compile(r"\s|\Z")
_BREAKS = re.compile(r"\s")


class Found(NamedTuple):
    """A stretch of text, [start, end) in code points, that is to be replaced."""

    start: int
    end: int
    placeholder: str


class Redacted(NamedTuple):
    """The messages of a conversation, redacted, and how many replacements of each placeholder they hold."""

    messages: tuple[Message, ...]
    counts: Counter[str]


def redact(text: str) -> str:
    """`text` with personal details replaced by placeholders; redacting the result again changes nothing."""
    return _redact(text, Counter())


def redact_messages(messages: Sequence[Message]) -> Redacted:
    """All messages of a conversation redacted, whatever their roles; roles and order stay."""
    counts: Counter[str] = Counter()
    return Redacted(
        tuple(Message(message.role, _redact(message.content, counts)) for message in messages), counts
    )


def find(text: str) -> list[Found]:
    """The personal details of `text`, disjoint and in order; where two overlap the earlier rule's stands."""
    found: list[Found] = []
    for start, end in _windows(text):
        left, right = max(0, start - MARGIN), min(len(text), end + MARGIN)
        for item in _find(text[left:right]):
            first, last = item.start + left, item.end + left
            if last == right < len(text):  # cut off by the window's end: all of the word goes
                last = _end_of_word(text, last)
            if start <= first < end and (not found or found[-1].end <= first):
                found.append(Found(first, last, item.placeholder))
    return found


def _redact(text: str, counts: Counter[str]) -> str:
    for _ in range(_PASSES):  # what a replacement joins may match again, so that once more is a fixed point
        found = find(text)
        if not found:
            break
        counts.update(item.placeholder for item in found)
        pieces: list[str] = []
        end = 0
        for item in found:
            pieces += (text[end : item.start], f"<{item.placeholder}>")
            end = item.end
        text = "".join(pieces) + text[end:]
    return text


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most WINDOW characters that cover `text`, cut at a blank where one is near the end."""
    start = 0
    while len(text) - start > WINDOW:
        blanks = [blank.end() for blank in _BREAKS.finditer(text, start + WINDOW - MARGIN, start + WINDOW)]
        end = blanks[-1] if blanks else start + WINDOW
        yield start, end
        start = end
    yield start, len(text)


def _end_of_word(text: str, start: int) -> int:
    found = _BLANK.search(text, start)
    return found.start() if found else len(text)


def _find(text: str) -> list[Found]:
    kept: list[Found] = []
    lowered = text.lower()
    for labelled in DOCUMENTS:
        _add(kept, _announced(labelled, text, lowered))
    if _DIGIT_OR_MARK.search(text):
        for row, rule in enumerate(RULES):
            if rule.trigger.search(text):
                _add(kept, _matches(row, rule, text))
    for labelled in ADDRESSES:
        _add(kept, _announced(labelled, text, lowered))
    named = [Found(*span, "PERSON") for span in people(text)]
    for labelled in PEOPLE:
        named += _announced(labelled, text, lowered)
    _add(kept, _joined(named))
    return kept


def _announced(labelled: Labelled, text: str, lowered: str) -> list[Found]:
    if not any(word in lowered for word in labelled.words):
        return []
    return [Found(*match.span("value"), labelled.placeholder) for match in labelled.pattern.finditer(text)]


def _joined(candidates: Iterable[Found]) -> list[Found]:
    """Overlapping candidates of one placeholder made one."""
    joined: list[Found] = []
    for item in sorted(candidates):
        if joined and item.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, item.end))
        else:
            joined.append(item)
    return joined


def _add(kept: list[Found], candidates: list[Found]) -> None:
    """Add to `kept`, which is in order, the candidates that overlap nothing in it, the longest first."""
    for item in sorted(candidates, key=lambda item: item.start - item.end):
        place = bisect_left(kept, item)
        before = place == 0 or kept[place - 1].end <= item.start
        if before and (place == len(kept) or item.end <= kept[place].start):
            kept.insert(place, item)


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
