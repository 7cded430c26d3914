"""Names for draws of noise: a keyed hash of everything that the noise depends on."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.workspace import WHOLE


class Contents(Protocol):
    """A workspace, as far as it tells what is in it."""

    def shards(self) -> Sequence[str]: ...
    def content(self, table: str, shard: str) -> str | None: ...


def drawing_key(key: bytes, data: Contents, *defined_by: str) -> bytes:
    """`key` for the draws about these conversations and facets, and about groups `defined_by` these whole tables.

    An answer that was recalled because another window, or other groups, happen to have the very same counts would
    say that they do: exactly, and uncharged.
    """
    digest = blake2b(key=key, digest_size=32, person=b"draws")
    known = [data.content(table, shard) for table in ("conversations", "facets") for shard in data.shards()]
    for content in (*known, *(data.content(table, WHOLE) for table in defined_by)):
        if content is None:
            raise ValueError("what is drawn about is not there")
        digest.update(content.encode() + b"\n")
    return digest.digest()


def draw_key(key: bytes, mechanism: str, plan: Any, *read: pl.DataFrame | NDArray[Any]) -> str:
    """`<mechanism>-<hash>` of the plan and the tables and arrays read; without `key` it says nothing about them."""
    digest = blake2b(key=key, digest_size=16, person=b"noise")
    for part in (mechanism.encode(), repr(plan).encode(), *map(_bytes, read)):
        digest.update(len(part).to_bytes(8, "little") + part)
    return f"{mechanism}-{digest.hexdigest()}"


def _bytes(read: pl.DataFrame | NDArray[Any]) -> bytes:
    return (
        read.write_csv().encode() if isinstance(read, pl.DataFrame) else np.ascontiguousarray(read).tobytes()
    )
