"""Helpers of the ingest tests: records of a plain shape, files of them, and a whole ingest in one call."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
import polars as pl

from clio import tables
from clio.ingest import IngestOptions, IngestResult, Source, ingest

KEY = b"k" * 32
OUTCOMES = ("accepted", "duplicate", "excluded", "outside_window", "not_sampled", "blank")


def record(number: int = 1, text: str = "How do I prune a pear tree?", **changes: Any) -> dict[str, Any]:
    """A record without fault; a change to ... removes the field."""
    fields = {
        "conversation_id": f"c{number}",
        "account_id": f"a{number}",
        "created_at": "2026-06-10T12:00:00Z",
        "messages": [{"role": "user", "content": text}, {"role": "assistant", "content": "In winter."}],
    } | changes
    return {name: value for name, value in fields.items() if value is not ...}


def jsonl(path: Path, records: Sequence[dict[str, Any] | bytes]) -> Source:
    """Write one line a record (bytes as they are) and return the file."""
    lines = [entry if isinstance(entry, bytes) else orjson.dumps(entry) for entry in records]
    path.write_bytes(b"\n".join(lines))
    return Source(str(path), str(path))


class Ingested:
    """An ingest that was run: its result, its shards as written, and all conversations."""

    def __init__(self, result: IngestResult, shards: dict[str, pl.DataFrame]) -> None:
        self.result = result
        self.shards = shards
        self.conversations = pl.concat([tables.empty(tables.CONVERSATIONS), *shards.values()])
        self.counts = dict(result.counts.iter_rows())
        self.quarantine = result.quarantine

    @property
    def ids(self) -> list[str]:
        return self.conversations["conversation_id"].to_list()

    @property
    def reasons(self) -> dict[int, str]:
        return dict(self.quarantine.select("line", "reason").iter_rows())

    def total(self) -> int:
        """The outcomes of all records that were read."""
        quarantined = sum(count for name, count in self.counts.items() if name.startswith("quarantined:"))
        return quarantined + sum(self.counts[name] for name in OUTCOMES)


def run(
    sources: Source | Sequence[Source],
    scratch: Path,
    options: IngestOptions | None = None,
    *,
    key: bytes = KEY,
    shard_size: int = 10_000,
    shards: dict[str, tuple[int, int]] | None = None,
) -> Ingested:
    """Ingest and collect what is written."""
    written: dict[str, pl.DataFrame] = {}
    listed = [sources] if isinstance(sources, Source) else list(sources)
    chosen = options or IngestOptions(missing_account="keep")
    result = ingest(listed, chosen, key, scratch, shard_size, written.__setitem__, shards)
    return Ingested(result, written)
