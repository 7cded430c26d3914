"""Small files that survive a crash and show damage: atomic writes, and JSON records that carry their own hash."""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any

SEAL = "seal"  # the field of a record that holds the hash of its others


def digest_of(data: bytes) -> str:
    """BLAKE2b-256 of `data`, in hexadecimal."""
    return blake2b(data, digest_size=32).hexdigest()


def seal(facts: Mapping[str, Any]) -> bytes:
    """A record as JSON with a hash over it, so that a change of any byte can be told."""
    return json.dumps({**facts, SEAL: _hash_of(facts)}, sort_keys=True).encode()


def unseal(path: Path) -> dict[str, Any] | None:
    """The record in `path`; None when it is absent or is not, whole, what was sealed."""
    try:
        return unsealed(path.read_bytes())
    except OSError:
        return None


def unsealed(data: bytes) -> dict[str, Any] | None:
    """The record that `seal` turned into `data`; None when it is not, whole, what was sealed."""
    try:
        record: dict[str, Any] = json.loads(data)
        return record if record.pop(SEAL) == _hash_of(record) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash_of(facts: Mapping[str, Any]) -> str:
    return digest_of(json.dumps(facts, sort_keys=True).encode())


def private_folder(path: Path) -> Path:
    """Make a folder and its missing parents, each of mode 0700; returns it."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
    return path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a small file (mode 0600) so that a reader sees the old bytes or the new ones, never a part."""
    with written_beside(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; on success it is synced and renamed over `path`, mode 0600."""
    private_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        yield temporary
        temporary.chmod(0o600)
        descriptor = os.open(temporary, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
