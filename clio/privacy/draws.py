"""Names for draws of noise: a keyed hash of everything that the noise depends on."""

from hashlib import blake2b
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray


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
