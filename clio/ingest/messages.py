"""Reading a record's messages: roles by their usual names, content as text or as a list of blocks.

What a tool returned or was asked is a message of role `tool`: it is never taken for what the user wrote.
"""

from collections.abc import Mapping
from typing import Any

import orjson

from clio.ingest import reasons
from clio.ingest.reasons import Problem, RejectedError

ROLES = frozenset(("user", "assistant", "system", "tool"))
ROLE_ALIASES: Mapping[str, str] = {
    "human": "user",
    "prompter": "user",
    "customer": "user",
    "ai": "assistant",
    "bot": "assistant",
    "gpt": "assistant",
    "chatgpt": "assistant",
    "claude": "assistant",
    "model": "assistant",
    "developer": "system",
    "function": "tool",
    "tool_result": "tool",
    "observation": "tool",
}
TEXT_BLOCKS = frozenset(("text", "input_text", "output_text"))
MARKERS: Mapping[str, str] = {
    "image": "[image]",
    "image_url": "[image]",
    "input_image": "[image]",
    "document": "[document]",
    "file": "[document]",
    "input_file": "[document]",
    "container_upload": "[document]",
    "audio": "[audio]",
    "input_audio": "[audio]",
    "video": "[video]",
}
SILENT_BLOCKS = TEXT_BLOCKS | {"thinking", "redacted_thinking", "reasoning"}  # known, and may hold no text


class Messages:
    """The messages of one record as two parallel lists, and what was met on the way."""

    __slots__ = ("contents", "null_user", "repairs", "roles", "unknown_user")

    def __init__(self, repairs: list[str]) -> None:
        self.roles: list[str] = []
        self.contents: list[str] = []
        self.repairs = repairs
        self.null_user = False
        self.unknown_user = False

    def add(self, role: str, text: str) -> None:
        """Append one message; one without text is dropped and counted."""
        if "\x00" in text:
            self.repairs.append("control_char")
            text = text.replace("\x00", "")
        if not text or text.isspace():
            self.repairs.append("empty_message")
            return
        self.roles.append(role)
        self.contents.append(text)


def read_messages(value: object, repairs: list[str]) -> Messages:
    """Return a record's messages; raise RejectedError unless a user message among them holds text."""
    if not isinstance(value, list):
        raise RejectedError(reasons.BAD_MESSAGES_TYPE)
    if not value:
        raise RejectedError(reasons.EMPTY_MESSAGES)
    messages = Messages(repairs)
    for message in value:
        if not isinstance(message, dict):
            raise RejectedError(reasons.BAD_MESSAGE_TYPE)
        role = message.get("role")
        if type(role) is not str or role not in ROLES:
            role = _role(role, repairs)
        content = message.get("content")
        if type(content) is str:
            messages.add(role, content)
        elif isinstance(content, list):
            _add_blocks(messages, role, content)
        elif content is None:
            repairs.append("null_content")
            messages.null_user |= role == "user"
        else:
            raise RejectedError(reasons.BAD_CONTENT_TYPE)
    if "user" not in messages.roles:
        raise RejectedError(_why_no_user(messages))
    return messages


def _role(value: object, repairs: list[str]) -> str:
    if value is None or value == "":
        raise RejectedError(reasons.MISSING_ROLE)
    if not isinstance(value, str):
        raise RejectedError(reasons.BAD_ROLE)
    folded = value.strip().lower()
    role = folded if folded in ROLES else ROLE_ALIASES.get(folded)
    if role is None:
        raise RejectedError(reasons.BAD_ROLE)
    repairs.append("role_alias")
    return role


def _why_no_user(messages: Messages) -> Problem:
    if messages.null_user:
        return reasons.NULL_CONTENT
    if messages.unknown_user:
        return reasons.UNKNOWN_BLOCK
    return reasons.NO_USER_CONTENT if messages.roles else reasons.NO_CONTENT


def _add_blocks(messages: Messages, role: str, blocks: list[Any]) -> None:
    """Split blocks into messages, in order: text and markers under `role`, tool blocks under `tool`."""
    messages.repairs.append("content_blocks")
    pending: list[str] = []
    for block in blocks:
        kind = block.get("type", "text") if isinstance(block, dict) else None
        if kind in ("tool_use", "server_tool_use", "mcp_tool_use"):
            _flush(messages, role, pending)
            messages.add("tool", _tool_use(block))
        elif isinstance(kind, str) and kind.endswith("tool_result"):
            _flush(messages, role, pending)
            messages.add("tool", _joined(_texts(block.get("content"))) or "[tool result]")
        else:
            texts = _texts([block])
            if not texts and not (isinstance(kind, str) and kind in SILENT_BLOCKS):
                messages.repairs.append("unknown_block")
                messages.unknown_user |= role == "user"
            pending += texts
    _flush(messages, role, pending)


def _flush(messages: Messages, role: str, pending: list[str]) -> None:
    if pending:
        messages.add(role, _joined(pending))
        pending.clear()


def _texts(content: object) -> list[str]:
    """Return the texts and markers of blocks; nothing for blocks of unknown type."""
    if isinstance(content, str):
        return [content]
    texts: list[str] = []
    for block in content if isinstance(content, list) else ():
        if isinstance(block, str):
            texts.append(block)
        elif isinstance(block, dict):
            kind = block.get("type", "text")
            text = block.get("text") if isinstance(kind, str) and kind in TEXT_BLOCKS else None
            marker = MARKERS.get(kind) if isinstance(kind, str) else None
            texts += [part for part in (text, marker) if isinstance(part, str)]
    return texts


def _joined(texts: list[str]) -> str:
    """Join block texts as written, with a line break where two words would otherwise run together."""
    out = ""
    for text in texts:
        out += text if not out or out[-1:].isspace() or text[:1].isspace() else "\n" + text
    return out


def _tool_use(block: Mapping[str, Any]) -> str:
    """Return the name and arguments of a call of a tool as one line."""
    name = block.get("name")
    try:
        arguments = orjson.dumps(block.get("input"), option=orjson.OPT_SORT_KEYS).decode()
    except TypeError:  # a lone surrogate, or a whole number above 64 bits
        arguments = ""
    return f"{name if isinstance(name, str) else 'tool'} {arguments}".rstrip()
