"""The folder that an evaluation writes into: private, held by one run at a time, and for nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from filelock import FileLock, Timeout

from clio.errors import UserError, WorkspaceBusy

LOCK = ".lock"


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold `out` (mode 0700) for one run; the kernel releases it when the process dies.

    Raises:
        UserError: when it holds other files or cannot be written. WorkspaceBusy: another run holds it.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / LOCK).exists():
        raise UserError(
            f"{out} holds other files: give --out a folder that is new, empty or an earlier report's."
        )
    make_private(out)
    lock = FileLock(out / LOCK, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise WorkspaceBusy(
            f"{out}: another evaluation is writing here; wait for it, or choose another --out."
        ) from None
    try:
        yield
    finally:
        lock.release()


def make_private(folder: Path) -> None:
    """Make `folder`, or take an existing one, with mode 0700.

    Raises:
        UserError: when it cannot be made, is a file, or belongs to somebody else.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise UserError(f"{folder}: cannot write here ({error.strerror}); choose another --out.") from None


@cache
def code_version_of(*packages: str) -> str:
    """Clio's version and a hash over every file of the packages that figures depend on."""
    digest = blake2b(digest_size=6)
    for package in packages:
        for name, content in sorted(_sources(files(package), package)):
            digest.update(f"{name}:{len(content)}:".encode() + content)
    return f"{version('clio-insights')}+{digest.hexdigest()}"


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".txt", ".tsv")):
            yield f"{path}/{entry.name}", entry.read_bytes()
