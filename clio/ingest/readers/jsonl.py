"""Own JSON lines: one object a line with conversation_id, account_id, created_at, messages, metadata."""

from collections.abc import Iterator

from clio.errors import UserError
from clio.ingest.columns import mapped
from clio.ingest.head import read_head
from clio.ingest.lines import BOM, json_lines
from clio.ingest.reader import Head, Raw, Reader, ReadOptions
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source


def detect(head: Head) -> bool:
    """True when some line begins as a JSON object does."""
    return any(line.lstrip().startswith(b"{") for line in head.data.removeprefix(BOM).split(b"\n"))


def read(source: Source, options: ReadOptions) -> Iterator[Raw]:
    """Yield one record a line."""
    if not options.columns:
        yield from json_lines(source)
        return
    check_keys(source, options)
    for raw in json_lines(source):
        if isinstance(raw.value, Problem):
            yield raw
        else:
            yield raw._replace(value=mapped(raw.value, options.columns))


def check_keys(source: Source, options: ReadOptions) -> None:
    """Raise UserError when none of the first records has a key that the map names and every record needs."""
    head = read_head(source)
    for field in ("conversation_id", "messages", "text"):
        key = options.columns.get(field)
        if (
            key
            and head.records
            and not any(key.split(".")[0] in record or key in record for record in head.records)
        ):
            raise UserError(f"{source.name} has no key {key!r}: correct ingest.columns.{field}.")


def columns(source: Source, head: Head) -> list[str]:
    """Return the keys of the first records, in order of first sight."""
    return list(dict.fromkeys(key for record in head.records for key in record))


READER = Reader("jsonl", detect, read, columns)
