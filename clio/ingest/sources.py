"""Where records come from: files, globs, standard input, gzip, and any URL that fsspec can open."""

import glob
import gzip
import hashlib
import os
import shutil
import tarfile
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple, cast

import fsspec
from fsspec import AbstractFileSystem, get_filesystem_class
from fsspec.core import url_to_fs
from fsspec.registry import known_implementations

from clio.errors import UserError

STDIN = "-"
_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Source:
    """One input file: the name that people see, and where its bytes are (a path or an fsspec URL)."""

    name: str
    location: str

    @property
    def is_stdin(self) -> bool:
        """True for the standard input, which the caller must spool before it can be read."""
        return self.location == STDIN

    @contextmanager
    def open_raw(self) -> Iterator[IO[bytes]]:
        """Open the file's bytes as they are stored; raise UserError when they cannot be opened or read."""
        if self.is_stdin:
            raise UserError("The standard input cannot be read here: save it as a file and name that.")
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(_open(self.location))
            except (OSError, ValueError, ImportError) as error:
                raise self._unreadable(error) from None
            try:
                yield stream
            except OSError as error:
                raise self._unreadable(error) from None
            except (zipfile.BadZipFile, zlib.error):
                raise UserError(f"{self.name} is in a damaged archive: copy the archive again.") from None

    def _unreadable(self, error: Exception) -> UserError:
        kind = type(error).__name__
        return UserError(f"{self.name} cannot be read ({kind}): check the path and its permissions.")

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the file's bytes, decompressed when they begin as gzip does."""
        with self.open_raw() as stream:
            zipped = stream.read(2) == _GZIP_MAGIC
            stream.seek(0)
            if not zipped:
                yield stream
                return
            try:
                with gzip.open(stream) as unzipped:
                    yield cast(IO[bytes], unzipped)
            except (EOFError, zlib.error, gzip.BadGzipFile):
                raise UserError(f"{self.name} is cut short or damaged gzip: copy the file again.") from None


@contextmanager
def _open(location: str) -> Iterator[IO[bytes]]:
    # An archive closes with fsspec's handle of it, which therefore stays in hand as long as the stream.
    with fsspec.open(location, "rb") if "://" in location else open(location, "rb") as stream:
        yield cast(IO[bytes], stream)


def resolve_inputs(inputs: Sequence[str]) -> list[Source]:
    """Return the files that `inputs` (paths, globs, URLs, `-`) stand for, each once, in order.

    Raises UserError for an input that matches nothing, is empty or is a folder. Among the files of a glob,
    empty ones are passed over.
    """
    if not inputs:
        raise UserError("No input was given: name a file, a glob, a URL, or - for the standard input.")
    found: dict[str, Source] = {}
    for text in inputs:
        for source in _resolve(text):
            found.setdefault(_place(source.location), source)
    return list(found.values())


def _place(location: str) -> str:
    """One name for a file of this machine, however it was written."""
    return location if location == STDIN or "://" in location else os.path.realpath(location)


def _resolve(text: str) -> list[Source]:
    if text == STDIN:
        return [Source("<stdin>", STDIN)]
    if not text.strip():
        raise UserError("An input is empty: name a file, a glob, a URL, or - for the standard input.")
    try:
        located = _locate_url(text) if "://" in text else _locate_path(text)
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError):
        raise UserError(
            f"{text}: the archive is damaged or none: copy it again, or check the address."
        ) from None
    except ImportError:
        raise UserError(f"{text} cannot be opened by what is installed here. {_needed(text)}.") from None
    except (OSError, ValueError) as error:
        raise UserError(f"{text} cannot be opened ({type(error).__name__}): check the address.") from None
    if not located:
        raise UserError(f"{text} matches no file: check the path.")
    filled = [Source(name, name) for name, size in located if size != 0]
    if not filled:
        raise UserError(f"{text} is empty: give a file with at least one record.")
    return filled


def _locate_path(text: str) -> list[tuple[str, int]]:
    path = Path(text)
    if path.is_dir():
        raise UserError(f"{text} is a folder: name its files, for example {text.rstrip('/')}/*.jsonl.")
    if path.exists():
        if not path.is_file():
            raise UserError(f"{text} is no regular file: pipe it into the standard input and give - instead.")
        return [(text, path.stat().st_size)]
    names = sorted(name for name in glob.glob(text, recursive=True) if Path(name).is_file())
    return [(name, Path(name).stat().st_size) for name in names]


def _locate_url(text: str) -> list[tuple[str, int]]:
    filesystem, path = url_to_fs(text)
    if glob.has_magic(path) and not filesystem.exists(path):
        names = sorted(name for name in filesystem.glob(path) if not filesystem.isdir(name))
        return [(filesystem.unstrip_protocol(name), filesystem.size(name)) for name in names]
    if not filesystem.exists(path):
        _check_reached(filesystem, text, path)
        return []
    if filesystem.isdir(path):
        raise UserError(f"{text} is a folder: name its files, for example {text.rstrip('/')}/*.jsonl.")
    return [(text, filesystem.size(path))]


def _check_reached(filesystem: AbstractFileSystem, text: str, path: str) -> None:
    """Raise UserError where a file is not known to be absent: fsspec says so too of a server that does not answer."""
    try:
        filesystem.info(path)
    except FileNotFoundError as error:
        status = getattr(error.__cause__, "status", None)
        if error.__cause__ is None or status in (404, 410):
            return
        if status is None:
            raise UserError(
                f"{text}: the server cannot be reached: check the address and the network."
            ) from None
        raise UserError(f"{text}: the server refuses it (HTTP {status}): check the address.") from None


def _needed(text: str) -> str:
    """Which package opens an address, in fsspec's own words."""
    for protocol in (part.partition("://")[0] for part in text.split("::")):
        try:
            get_filesystem_class(protocol)
        except ImportError:
            return str(known_implementations[protocol].get("err", f"A package for {protocol}:// is missing"))
        except ValueError:
            continue
    return "A package is missing"


def spool_stdin(stream: IO[bytes], folder: Path) -> Source:
    """Copy the standard input into `folder` and return it as a source; raise UserError when it is empty."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "stdin"
    with path.open("wb") as spool:
        path.chmod(0o600)
        shutil.copyfileobj(stream, spool, _CHUNK)
    if not path.stat().st_size:
        path.unlink()
        raise UserError("The standard input is empty: pipe at least one record into it.")
    return Source("<stdin>", str(path))


def content_hash(sources: Sequence[Source]) -> str:
    """Return a hash over the stored bytes of every source that does not depend on their order or names."""
    return hashlib.sha256(b"".join(sorted(map(_digest, sources)))).hexdigest()


def _digest(source: Source) -> bytes:
    """The sha256 of a source's bytes; a file of this machine that did not change is read once a process."""
    before = _state(source)
    if before is not None and before in _digests:
        return _digests[before]
    digest = hashlib.sha256()
    with source.open_raw() as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    if before is not None and before == _state(source) and time.time_ns() - before.changed_ns > _SETTLED_NS:
        _digests[before] = digest.digest()
    return digest.digest()


class _State(NamedTuple):
    """What changes when a file does, once its last change is older than its clock's steps."""

    location: str
    device: int
    inode: int
    size: int
    changed_ns: int
    status_ns: int


_SETTLED_NS = 2_000_000_000  # file systems count time in steps of up to two seconds
_digests: dict[_State, bytes] = {}


def _state(source: Source) -> _State | None:
    """The state of a file of this machine; None for other sources, and for a file that is not there."""
    try:
        found = Path(source.location).stat()
    except OSError:
        return None
    times = found.st_mtime_ns, found.st_ctime_ns
    return _State(source.location, found.st_dev, found.st_ino, found.st_size, *times)
