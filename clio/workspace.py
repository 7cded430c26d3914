"""The private run folder: tables by shard, each with a sidecar that says what it was made from.

A file is done when its sidecar's fingerprint is the one wanted and its bytes hash to the sidecar's `content`.
Data is written beside, renamed, and the sidecar written after it, so a process killed anywhere leaves only
files that are complete or will be redone.
"""

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from clio.errors import RunFailed, UserError, WorkspaceBusy
from clio.storage import digest_of, private_folder, seal, unseal, write_atomically, written_beside
from clio.tables import Schema

__all__ = ["WHOLE", "Workspace", "private_folder", "write_atomically"]

WHOLE = "all"  # the shard name of a table made from all shards at once
FORMAT_VERSION = 2
SECRET_BYTES = 32
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]+:")  # how a URL begins once it is taken for a path

Array = NDArray[np.float32]


@dataclass
class Workspace:
    """DIR/workspace, mode 0700. `out` is DIR."""

    out: Path
    _verified: dict[Path, tuple[int, int, str]] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Path:
        """The private folder."""
        return self.out / "workspace"

    def create(self) -> None:
        """Make the folder (mode 0700), or check that an existing one is of this version.

        Raises:
            UserError: when DIR is an address, cannot be written or was made by another version of the layout.
        """
        if self.out.parts and _SCHEME.fullmatch(self.out.parts[0]):
            raise UserError(f"{self.out}: runs work in a folder of this machine; choose another --out.")
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self.root.chmod(0o700)
        except OSError as error:
            raise UserError(
                f"{self.out}: cannot write here ({error.strerror}); choose another --out."
            ) from None
        stamp, written = self.root / "format.json", json.dumps({"format": FORMAT_VERSION}).encode()
        found = _format_of(stamp)
        if found is None:
            write_atomically(stamp, written)
        elif found != FORMAT_VERSION:
            raise UserError(
                f"{self.out}: this folder was made by another version of Clio; choose another --out."
            )

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder for one run; the kernel releases it when the process dies.

        Raises:
            WorkspaceBusy: when another process holds it.
        """
        lock = FileLock(self.root / ".lock", mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise WorkspaceBusy(
                f"{self.out}: another run is working in this folder; wait for it or choose another --out."
            ) from None
        try:
            yield
        finally:
            lock.release()

    def secret(self) -> bytes:
        """The folder's secret key (32 bytes, mode 0600), drawn once from the system's source.

        Raises:
            RunFailed: when it is damaged or lost; another one would toss the coins of published cells again.
        """
        path, record = self.root / "secret", self.root / "secret.json"
        if not path.exists() and not record.exists():
            write_atomically(path, secrets.token_bytes(SECRET_BYTES))
        secret = path.read_bytes() if path.exists() else b""
        if not record.exists() and len(secret) == SECRET_BYTES:
            write_atomically(record, seal({"content": digest_of(secret)}))
        if len(secret) != SECRET_BYTES or unseal(record) != {"content": digest_of(secret)}:
            raise RunFailed(
                f"{path}: the folder's secret is damaged and cannot be made again; restore it and {record.name} "
                "from a copy, or choose another --out."
            )
        return secret

    # Tables

    def path(self, table: str, shard: str, suffix: str = ".parquet") -> Path:
        """Where one shard of a table lies."""
        return self.root / table / f"{shard}{suffix}"

    def shard_ranges(self) -> dict[str, tuple[int, int]] | None:
        """First and last bucket of each shard, fixed at the folder's first ingest; None before it or if damaged."""
        ranges = unseal(self.root / "shards.json")
        return None if ranges is None else {name: (first, last) for name, (first, last) in ranges.items()}

    def fix_shard_ranges(self, ranges: Mapping[str, tuple[int, int]]) -> None:
        """Keep the shards of the first ingest; the later ones use them. What lies beside them is removed.

        An ingest that was killed before it fixed its shards may have written shards of another cut.
        """
        write_atomically(self.root / "shards.json", seal({name: list(ends) for name, ends in ranges.items()}))
        for sidecar in (self.root / "conversations").glob("*.json"):
            if sidecar.stem not in ranges:
                self.forget("conversations", sidecar.stem)
        for data in (self.root / "conversations").glob("*.parquet"):
            if data.stem not in ranges:
                data.unlink()

    def shards(self) -> list[str]:
        """Names of the shards, in order."""
        return sorted(self.shard_ranges() or {})

    def rows(self, table: str, shard: str = WHOLE) -> int:
        """Number of rows of a finished shard, from its sidecar."""
        return int(json.loads(self.path(table, shard, ".json").read_bytes())["rows"])

    def read(self, table: str, shard: str = WHOLE, *columns: str) -> pl.DataFrame:
        """One shard of a table; with `columns`, those alone are decoded."""
        return pl.read_parquet(self.path(table, shard), columns=list(columns) or None, glob=False)

    def scan(self, table: str) -> pl.LazyFrame:
        """All shards of a table, lazily and in shard order."""
        return pl.scan_parquet([self.path(table, shard) for shard in self.shards()], glob=False)

    def write(self, table: str, shard: str, frame: pl.DataFrame, schema: Schema, fingerprint: str) -> None:
        """Write one shard of a table in exactly `schema`, then its sidecar."""
        path = self.path(table, shard)
        ordered = frame.select(pl.col(name).cast(dtype) for name, dtype in schema.items())
        with written_beside(path) as temporary:
            ordered.write_parquet(temporary, compression="zstd", statistics=False)
        self._seal(path, fingerprint, {"rows": ordered.height})

    def read_array(self, table: str, shard: str) -> Array:
        """One shard of an array table, memory-mapped; float32 [rows, d]."""
        array: Array = np.load(self.path(table, shard, ".npy"), mmap_mode="r", allow_pickle=False)
        return array

    def write_array(self, table: str, shard: str, array: Array, fingerprint: str) -> None:
        """Write one shard of an array table, then its sidecar."""
        path = self.path(table, shard, ".npy")
        with written_beside(path) as temporary, temporary.open("wb") as stream:
            np.save(stream, np.ascontiguousarray(array, dtype=np.float32), allow_pickle=False)
        self._seal(path, fingerprint, {"rows": int(array.shape[0])})

    def forget(self, table: str, shard: str) -> None:
        """Remove one shard of a table: the sidecar first, so that a half-removed shard counts as not done."""
        for suffix in (".json", ".parquet", ".npy"):
            self.path(table, shard, suffix).unlink(missing_ok=True)

    # Fingerprints

    def content(self, table: str, shard: str) -> str | None:
        """Hash of a finished shard's bytes, or None when it is absent, half-written or corrupted."""
        sidecar = self._sidecar(table, shard)
        return None if sidecar is None else str(sidecar["content"])

    def is_done(self, table: str, shard: str, fingerprint: str) -> bool:
        """Whether the shard was made from exactly what `fingerprint` names, and is whole."""
        sidecar = self._sidecar(table, shard)
        return sidecar is not None and sidecar["fingerprint"] == fingerprint

    def _sidecar(self, table: str, shard: str) -> dict[str, Any] | None:
        sidecar = unseal(self.path(table, shard, ".json"))
        if sidecar is None:
            return None
        path = self.path(table, shard, Path(sidecar["file"]).suffix)
        try:
            return sidecar if self._hash(path) == sidecar["content"] else None
        except OSError:
            return None

    def _hash(self, path: Path) -> str:
        """Hash a file's bytes, once per process for an unchanged size and time."""
        status = path.stat()
        known = self._verified.get(path)
        if known is not None and known[:2] == (status.st_size, status.st_mtime_ns):
            return known[2]
        with path.open("rb") as stream:
            digest = file_digest(stream, lambda: blake2b(digest_size=32)).hexdigest()
        self._verified[path] = (status.st_size, status.st_mtime_ns, digest)
        return digest

    def _seal(self, path: Path, fingerprint: str, facts: Mapping[str, int]) -> None:
        sidecar = {"file": path.name, "fingerprint": fingerprint, "content": self._hash(path), **facts}
        write_atomically(path.with_suffix(".json"), seal(sidecar))


def _format_of(stamp: Path) -> int | None:
    """The version of the layout in a folder; None where nothing, or nothing that can be read, tells it."""
    try:
        return int(json.loads(stamp.read_bytes())["format"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
