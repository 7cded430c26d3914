"""Streaming physical lines and the JSON value on each: the part that every JSON-lines format shares.

Lines end at 0x0A and nowhere else: other separators of Unicode, and a lone carriage return, are content.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

import orjson

from clio.ingest import reasons
from clio.ingest.reader import Raw
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source

BOM = b"\xef\xbb\xbf"
MAX_LINE = 64 << 20
_CHUNK = 1 << 20


def lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield each line without its 0x0A, and None for one longer than 64 MiB."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        pieces = chunk.split(b"\n")
        if size <= MAX_LINE:
            parts.append(pieces[0])
        size += len(pieces[0])
        if len(pieces) > 1:
            yield b"".join(parts) if size <= MAX_LINE else None
            yield from pieces[1:-1]
            parts, size = [pieces[-1]], len(pieces[-1])
    if size:
        yield b"".join(parts) if size <= MAX_LINE else None


def json_lines(source: Source) -> Iterator[Raw]:
    """Yield the JSON object of each line of `source`, or the Problem that takes its place."""
    name = source.name
    with source.open() as stream:
        for number, line in enumerate(lines(stream), 1):
            if line is None:
                yield Raw(name, number, reasons.RECORD_TOO_LONG)
                continue
            repairs: tuple[str, ...] = ()
            if number == 1 and line.startswith(BOM):
                line = line[len(BOM) :]
                repairs = ("bom",)
            if line.endswith(b"\r"):
                line = line[:-1]
                repairs += ("crlf",)
            if not line or line.isspace():
                yield Raw(name, number, reasons.BLANK)
            else:
                yield Raw(name, number, parse_object(line), repairs)


def parse_object(line: bytes) -> dict[str, Any] | Problem:
    """Return the JSON object on a line; a key given twice at any depth is a Problem, as parsers disagree."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        return _parse_strictly(line)
    if type(value) is not dict:
        return reasons.NOT_AN_OBJECT
    # As many `":` in the text as in the value written back means that no key was lost; else look closely.
    if line.count(b'":') == _written_colons(value):
        return value
    closely = _parse_strictly(line)
    return closely if closely is reasons.DUPLICATE_KEY else value


def _written_colons(value: dict[str, Any]) -> int:
    try:
        return orjson.dumps(value).count(b'":')
    except orjson.JSONEncodeError:  # nested deeper than it writes, though not than it reads
        return -1


class _DuplicateKeyError(ValueError):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _DuplicateKeyError
    return value


def _refuse(_: str) -> None:
    raise ValueError  # NaN and Infinity are not JSON


def _parse_strictly(line: bytes) -> dict[str, Any] | Problem:
    """Parse with the standard library, which takes lone surrogates and sees duplicate keys."""
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse)
    except UnicodeDecodeError:
        return reasons.INVALID_UTF8
    except _DuplicateKeyError:
        return reasons.DUPLICATE_KEY
    except (ValueError, RecursionError):
        return reasons.INVALID_JSON
    return value if isinstance(value, dict) else reasons.NOT_AN_OBJECT
