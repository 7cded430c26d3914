"""Keyed hashes of identifiers: every sampling and ordering decision that must not depend on input order.

BLAKE2b with a key is a MAC (RFC 7693, section 2.9). A row's value depends on its own identifiers and the key
alone, so a record cannot influence which other records are drawn.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


def keyed_u64(key: bytes, purpose: str, *columns: Sequence[str | None]) -> NDArray[np.uint64]:
    """Hash each row of `columns` (equal lengths n) to a uniform integer; returns uint64 [n].

    `purpose` separates uses of one key. A null hashes differently from the empty text.
    """
    prefix = blake2b(purpose.encode(), key=key, digest_size=32).digest()
    out = bytearray()
    for row in zip(*columns, strict=True):
        text = "\x1f".join("\x00" if value is None else "\x01" + value for value in row)
        out += blake2b(text.encode("utf-8", "surrogatepass"), key=prefix, digest_size=8).digest()
    return np.frombuffer(bytes(out), dtype="<u8").astype(np.uint64, copy=True)


def keyed_order(key: bytes, purpose: str, *columns: Sequence[str | None]) -> NDArray[np.int64]:
    """Return the row indices [n] sorted by keyed hash: a random order that any input order gives alike."""
    return np.argsort(keyed_u64(key, purpose, *columns), kind="stable").astype(np.int64)
