"""Reads the data blocks of prompts back, by the rules that the prompts state and not by the code that writes them."""

import json
import re
from typing import NamedTuple


class Turn(NamedTuple):
    """A line of a block: its label, its texts, and the marks of what is left out."""

    label: str
    texts: list[str]
    cut: int = 0  # characters left out of the line
    left_out: int = 0  # turns left out at this place


def read_block(content: str, tag: str) -> list[Turn]:
    """The lines of the one block that `content` must be; AssertionError for anything that is not a block."""
    lines = content.split("\n")
    assert (lines[0], lines[-1]) == (f"<{tag}>", f"</{tag}>")
    return [read_line(line) for line in lines[1:-1]]


def read_line(line: str) -> Turn:
    """One line: a mark, or a label with its JSON strings and perhaps a mark between two of them."""
    if mark := re.fullmatch(r"\[(\d+) turns left out\]", line):
        return Turn("", [], left_out=int(mark[1]))
    label, colon, rest = line.partition(": ")
    assert colon
    assert re.fullmatch(r"[a-z]+|\d+", label)
    texts, cut, decoder = [], 0, json.JSONDecoder()
    while rest:
        if mark := re.match(r"\[(\d+) characters left out\] ", rest):
            cut, rest = cut + int(mark[1]), rest[mark.end() :]
            continue
        text, end = decoder.raw_decode(rest)
        assert isinstance(text, str)
        texts.append(text)
        rest = rest[end:].removeprefix(" ")
    return Turn(label, texts, cut)


def joined_surrogates(text: str) -> str:
    """`text` with neighbouring surrogates as the character that they make, as JSON reads them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
