"""Choosing the request of a conversation: the text that is embedded and clustered.

Greetings, thanks and small talk are passed over, pasted material is left aside for the sentences that hold
the task, and a turn too vague to stand alone is read together with the next. Rules only, in any script.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clio.facets.openings import is_small_talk, is_vague, strip_opening
from clio.models.questions import Message

MAX_CHARS = 300
MAX_SENTENCES = 2

_TURNS_READ = 12
_HEAD_READ, _TAIL_READ = 2_000, 600
_CODE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？；｡।؟])[”』」）]*\s*|\s*\n+\s*")
_SPACE = re.compile(r"\s+")

_ASK = re.compile(
    r"\?|？|؟|\b(?:can|could|would|will) (?:you|i|we)\b|\bi(?:'d| would) like\b|\bi(?:'m| am) looking\b"
    r"|\bi (?:want|need|wish)\b|\bhelp me\b|\bplease\b|\bhow (?:do|can|to)\b"
    r"|请|帮我|如何|怎么|ください|\b(?:puedes?|quiero|necesito|ayúdame|peux-tu|pouvez-vous"
    r"|je voudrais|kannst du|können sie|ich (?:möchte|brauche)|você pode|preciso)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:add|adapt|analy[sz]e|answer|arrange|assign|book|brainstorm|build|calculate|cancel|categori[sz]e"
    r"|change|check"
    r"|choose|classify|come up|compare|complete|compose|compute|construct|convert|count|create|debug|define"
    r"|describe"
    r"|design|detect|determine|develop|discuss|draft|edit|eliminate|estimate|evaluate|explain|extract|fill"
    r"|find|fix"
    r"|format|formulate|generate|get|give|guess|help|identify|imagine|implement|improve|insert|interpret"
    r"|invent|list"
    r"|look|make|match|name|order|organi[sz]e|outline|paraphrase|plan|play|predict|prepare|produce"
    r"|proofread|propose"
    r"|provide|rank|read|recommend|refactor|remind|remove|rephrase|replace|research|review|revise|rewrite"
    r"|schedule"
    r"|search|select|send|set|show|simplify|solve|sort|state|suggest|summari[sz]e|tell|think|transform"
    r"|translate|turn"
    r"|update|use|verify|write)\b",
    re.IGNORECASE,
)


class Request(NamedTuple):
    """`text` is at most 300 characters and empty only if no user said anything; `truncated_chars` is what was
    left out of the turns it was taken from; `small_talk` says that no turn asked for anything."""

    text: str
    truncated_chars: int
    small_talk: bool


def substantive_request(messages: Sequence[Message]) -> Request:
    """The first substantive user request of a conversation, unredacted, in its own language."""
    first_words = ""
    found: list[str] = []
    read = 0
    turns = 0
    for message in messages:
        if message.role != "user" or not message.content.strip():
            continue
        turns += 1
        if turns > _TURNS_READ:
            break
        first_words = first_words or message.content
        text = shape(message.content)
        if not text:
            continue
        found.append(text)
        read += len(message.content.strip())
        if len(found) == 2 or not is_vague(text):
            break
    if not found:
        text = _cut(_SPACE.sub(" ", first_words[:_HEAD_READ]).strip(), MAX_CHARS)
        return Request(text, max(0, len(first_words.strip()) - len(text)), small_talk=True)
    text = _cut(" ".join(found), MAX_CHARS)
    return Request(text, max(0, read - len(text)), small_talk=False)


def shape(turn: str) -> str:
    """A turn without opening words and small talk, empty if nothing is left; of a turn that is longer than a
    request may be, the two sentences that most likely carry the ask."""
    kept = [words for sentence in _sentences(turn) if (words := strip_opening(sentence))]
    kept = [sentence for sentence in kept if not is_small_talk(sentence)]
    if len(kept) > MAX_SENTENCES and sum(map(len, kept)) + len(kept) - 1 > MAX_CHARS:
        ranked = sorted(range(len(kept)), key=lambda row: (-_weight(kept[row], row, len(kept)), row))
        kept = [kept[row] for row in sorted(ranked[:MAX_SENTENCES])]
    return _cut(" ".join(kept), MAX_CHARS)


def _sentences(turn: str) -> list[str]:
    """The sentences of a turn without code blocks; of a very long turn those of its head and tail."""
    if len(turn) > _HEAD_READ + _TAIL_READ:
        turn = turn[:_HEAD_READ] + "\n" + turn[-_TAIL_READ:]
    without_code = _CODE.sub("\n", turn)
    parts = _SENTENCE_END.split(without_code if without_code.strip() else turn)
    return [sentence for part in parts if (sentence := _SPACE.sub(" ", part).strip())]


def _weight(sentence: str, row: int, rows: int) -> float:
    """How likely a sentence holds the task: its wording first, then its place in the turn."""
    weight = 2.0 * bool(_ASK.search(sentence)) + 2.0 * bool(_IMPERATIVE.match(sentence))
    if row == 0:
        weight += 1.5
    elif row == rows - 1 and weight > 0:  # pasted material ends in no ask, a story that leads to one does
        weight += 0.5
    if len(sentence) > MAX_CHARS:
        weight -= 1.5
    letters = sum(character.isalpha() or character == " " for character in sentence)
    if letters < 0.75 * len(sentence):
        weight -= 2.0
    return weight


def _cut(text: str, limit: int) -> str:
    """`text` cut to `limit` characters at a word's end where the script has spaces."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    end = head.rfind(" ", limit // 2) if not text[limit].isspace() else limit
    return (head[:end] if end > 0 else head).rstrip()
