"""Data inside a prompt: blocks that nothing in the data can end, and conversations cut to a size.

A block is a pair of tags around lines; a line is a label from a closed list and the data as JSON strings. In these
strings "<", line breaks, control and invisible characters and the bracketed control words of some chat templates
are written as escapes, so no tag, turn or line of the block can come out of the data. Reading the JSON strings back
gives the data exactly, but for two lone surrogates that together make one character.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from clio.models.questions import Message

ROLES = frozenset(("user", "assistant", "system", "tool"))
BYTES_PER_TOKEN = 4
"""How sizes in tokens are estimated, from UTF-8 bytes: English text has about four, other scripts fewer a token."""

HEAD_SHARE = 0.6  # of the room, for the first turns: they hold the request
MARK_BYTES = 48  # the longest mark of something left out, or the tags, with line breaks

# Everything of Unicode's category Cf and the surrogates, C1 controls, line separators and noncharacters besides.
INVISIBLE = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSAFE = re.compile(rf"[<{INVISIBLE}]|\[(?=/?[A-Z_]{{3,}}\])")


class Block(NamedTuple):
    """A block as it stands in a prompt, and how many characters of the data it leaves out."""

    text: str
    truncated_chars: int


class _Line(NamedTuple):
    text: str
    size: int  # bytes, with the line break
    chars: int  # of the turn
    cut: int  # characters of the turn that the line leaves out


def quoted(text: str) -> str:
    """`text` as a JSON string of one line in which nothing can be taken for structure."""
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def entry(label: str, *texts: str) -> str:
    """One line of a block: `label` comes from a closed list, `texts` are data."""
    return f"{label}: {' '.join(map(quoted, texts))}"


def block(tag: str, lines: Sequence[str]) -> str:
    """`lines` between a pair of tags."""
    return "\n".join((f"<{tag}>", *lines, f"</{tag}>"))


def conversation(messages: Sequence[Message], max_tokens: int) -> Block:
    """A conversation as a block of at most about `max_tokens` (4 bytes each), its head and tail kept.

    Turns too long to stand beside the others are cut inside; then whole turns are left out of the middle. A mark
    says so at the place, and `truncated_chars` counts the characters left out.
    """
    room = max_tokens * BYTES_PER_TOKEN
    if sum(len(message.content) for message in messages) <= room:
        lines = [entry(_role(message), message.content) for message in messages]
        text = block("conversation", lines)
        if len(text) * 4 <= room or len(text.encode()) <= room:
            return Block(text, 0)
    return _shortened(messages, room - 2 * MARK_BYTES)


def excerpt(label: str, text: str, max_bytes: int) -> str:
    """A line of at most `max_bytes` with the head and tail of a text."""
    line = _whole(Message(label, text), label, max_bytes)
    return line.text if line.size <= max_bytes else _cut(Message(label, text), label, max_bytes).text


def _role(message: Message) -> str:
    return message.role if message.role in ROLES else "other"


def _shortened(messages: Sequence[Message], room: int) -> Block:
    """The longest turns cut until any three fit, then the turns of the middle left out."""
    lines = [_whole(message, _role(message), room) for message in messages]
    sizes = [line.size for line in lines]
    limit = max(room // 3, room - (sum(sizes) - max(sizes)))
    for row, message in enumerate(messages):
        if sizes[row] > limit:
            lines[row] = _cut(message, _role(message), limit)
    used = head = 0
    while head < len(lines) and used + lines[head].size <= HEAD_SHARE * room:
        used, head = used + lines[head].size, head + 1
    tail = len(lines)
    while tail > head and used + lines[tail - 1].size <= room:
        used, tail = used + lines[tail - 1].size, tail - 1
    left_out = lines[head:tail]
    mark = [f"[{len(left_out)} turns left out]"] if left_out else []
    kept = lines[:head] + lines[tail:]
    text = block(
        "conversation", [line.text for line in lines[:head]] + mark + [line.text for line in lines[tail:]]
    )
    return Block(text, sum(line.chars for line in left_out) + sum(line.cut for line in kept))


def _whole(message: Message, label: str, room: int) -> _Line:
    """The whole turn; of one that is longer than `room` anyway, as much as shows it."""
    text = entry(label, message.content[: room + 1])
    return _Line(text, len(text.encode()) + 1, len(message.content), 0)


def _cut(message: Message, label: str, limit: int) -> _Line:
    """The head and the tail of a turn in a line of at most `limit` bytes."""
    text, half = message.content, (limit - MARK_BYTES - len(label)) // 2
    head = text[: _fitting(lambda count: text[:count], min(half, len(text)), half)]
    rest = len(text) - len(head)
    tail = text[len(text) - _fitting(lambda count: text[len(text) - count :], min(half, rest), half) :]
    cut = len(text) - len(head) - len(tail)
    line = f"{label}: {quoted(head)} [{cut} characters left out] {quoted(tail)}"
    return _Line(line, len(line.encode()) + 1, len(text), cut)


def _fitting(part: Callable[[int], str], most: int, room: int) -> int:
    """How many characters, up to `most`, `part` may be asked for to fit in `room` bytes when quoted."""
    return max(
        0, bisect_right(range(most + 1), room, key=lambda count: len(quoted(part(count)).encode())) - 1
    )
