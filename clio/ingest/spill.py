"""Rows on disk between reading and writing: sorted pieces that any range of buckets can be read back from.

A conversation's bucket is the first two bytes of blake2b(conversation_id): 65,536 buckets, however many the
conversations, so a shard is a range of buckets. Rows are gathered up to `PIECE_BYTES`, sorted by bucket and
written as one Arrow file; a range of buckets is then one slice of each piece, mapped and not read whole.
"""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from clio import tables
from clio.ingest.records import Row

BUCKETS = 1 << 16
PIECE_BYTES = 32 << 20
ROW_BYTES, MESSAGE_BYTES = 400, 60  # what they cost in memory beside their text
KEYS = ("bucket", "conversation_id", "account_id", "created_at", "content_hash", "source", "line")
_UTC_TIME = pa.timestamp("us", tz="UTC")


def bucket_of(conversation_id: str) -> int:
    """Return the bucket, 0 to 65,535, of a conversation."""
    return int.from_bytes(blake2b(conversation_id.encode(), digest_size=8).digest()[:2], "big")


class Spill:
    """The loadable records of one ingest in a private folder: `add` all, `close`, then read ranges."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows = 0
        self._pieces: list[Path] = []
        self._columns: dict[str, list[Any]] = {}
        self._bytes = 0
        self._empty()

    def _empty(self) -> None:
        names = (*KEYS, "metadata", "n_turns", "roles", "contents", "lengths")
        self._columns = {name: [] for name in names}
        self._bytes = 0

    def add(self, row: Row, source: int, line: int) -> None:
        """Take one row, read from `line` of the source numbered `source`."""
        columns = self._columns
        columns["bucket"].append(bucket_of(row.conversation_id))
        columns["conversation_id"].append(row.conversation_id)
        columns["account_id"].append(row.account_id)
        columns["created_at"].append(row.created_at)
        columns["content_hash"].append(row.content_hash)
        columns["source"].append(source)
        columns["line"].append(line)
        columns["metadata"].append(row.metadata)
        columns["n_turns"].append(row.roles.count("user"))
        columns["roles"] += row.roles
        columns["contents"] += row.contents
        columns["lengths"].append(len(row.roles))
        self.rows += 1
        self._bytes += ROW_BYTES + MESSAGE_BYTES * len(row.roles) + sum(map(len, row.contents))
        if self._bytes >= PIECE_BYTES:
            self.close()

    def close(self) -> None:
        """Write what is still in memory."""
        if not self._columns["bucket"]:
            return
        batch = _batch(self._columns)
        path = self.folder / f"{len(self._pieces):06d}.arrow"
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, batch.schema) as writer:
            writer.write_batch(batch)
        self._pieces.append(path)
        self._empty()

    def slices(self, first: int, last: int) -> Iterator[pa.RecordBatch]:
        """Yield, piece by piece, the rows of the buckets first..last; each lives as long as it is held."""
        for path in self._pieces:
            with pa.memory_map(str(path)) as mapped:
                batch = pa.ipc.open_file(mapped).get_batch(0)
                buckets = batch.column(0).to_numpy(zero_copy_only=True)
                start, end = np.searchsorted(buckets, [first, last + 1])
                yield batch.slice(int(start), int(end - start))

    def keys(self, first: int, last: int) -> pl.DataFrame:
        """Return KEYS and `piece`, `row` (place in the slice) of every row in the buckets first..last."""
        frames = [_empty_keys()]
        for piece, batch in enumerate(self.slices(first, last)):
            copied = batch.select(list(KEYS)).take(
                pa.array(np.arange(batch.num_rows))
            )  # so that pieces unmap
            frame = _frame(copied)
            frames.append(frame.with_columns(pl.lit(piece, pl.UInt32).alias("piece")).with_row_index("row"))
        return pl.concat(frames, how="diagonal")

    def conversations(self, first: int, last: int, kept: pl.DataFrame) -> pl.DataFrame:
        """Return tables.CONVERSATIONS, sorted by id, of the rows that `kept` places by `piece` and `row`."""
        by_piece = kept.partition_by("piece", as_dict=True)
        places = {int(piece): rows["row"] for (piece,), rows in by_piece.items()}
        frames = [tables.empty(tables.CONVERSATIONS)]
        for piece, batch in enumerate(self.slices(first, last)):
            if piece in places:
                chosen = batch.select([*tables.CONVERSATIONS]).take(places[piece].to_arrow())
                frames.append(_frame(chosen))
        return pl.concat(frames).sort("conversation_id").rechunk()


def _frame(batch: pa.RecordBatch) -> pl.DataFrame:
    frame = pl.from_arrow(batch)
    assert isinstance(frame, pl.DataFrame)
    return frame


def _empty_keys() -> pl.DataFrame:
    return pl.DataFrame(
        schema={
            "row": pl.UInt32,
            "bucket": pl.UInt16,
            "conversation_id": pl.String,
            "account_id": pl.String,
            "created_at": tables.UTC_TIME,
            "content_hash": pl.Binary,
            "source": pl.UInt32,
            "line": pl.Int64,
            "piece": pl.UInt32,
        }
    )


def _batch(columns: dict[str, list[Any]]) -> pa.RecordBatch:
    """Return the columns as one Arrow batch sorted by bucket."""
    offsets = pa.array(np.cumsum([0, *columns["lengths"]], dtype=np.int32))
    texts = [pa.array(columns[name], pa.string()) for name in ("roles", "contents")]
    messages = pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(texts, ["role", "content"]))
    types = (pa.uint16(), pa.string(), pa.string(), _UTC_TIME, pa.binary(), pa.uint32(), pa.int64())
    arrays = [pa.array(columns[name], kind) for name, kind in zip(KEYS, types, strict=True)]
    arrays += [messages, pa.array(columns["metadata"], pa.string()), pa.array(columns["n_turns"], pa.int32())]
    batch = pa.RecordBatch.from_arrays(arrays, names=[*KEYS, "messages", "metadata", "n_turns"])
    order = np.argsort(np.asarray(columns["bucket"], np.uint16), kind="stable")
    return batch.take(pa.array(order))
