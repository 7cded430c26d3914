"""Own JSON lines: one object a line with conversation_id, account_id, created_at, messages, metadata."""

from collections.abc import Iterator

from clio.ingest.columns import mapped
from clio.ingest.lines import json_lines
from clio.ingest.reader import Head, Raw, Reader, ReadOptions
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source


def detect(head: Head) -> bool:
    """True when some line is a JSON object, or the first is one too long to have been seen whole."""
    return bool(head.records) or (b"\n" not in head.data and head.data.lstrip()[:1] == b"{")


def read(source: Source, options: ReadOptions) -> Iterator[Raw]:
    """Yield one record a line."""
    if not options.columns:
        yield from json_lines(source)
        return
    for raw in json_lines(source):
        if isinstance(raw.value, Problem):
            yield raw
        else:
            yield raw._replace(value=mapped(raw.value, options.columns))


def columns(source: Source, head: Head) -> list[str]:
    """Return the keys of the first records, in order of first sight."""
    return list(dict.fromkeys(key for record in head.records for key in record))


READER = Reader("jsonl", detect, read, columns)
