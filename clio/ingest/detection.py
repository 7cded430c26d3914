"""Finding out what a file is from its first bytes, and what is in it, before any of it is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass

from clio.errors import UserError
from clio.ingest.columns import guess_columns
from clio.ingest.lines import BOM, parse_object
from clio.ingest.readers import READERS, Head, Reader, reader_named
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source

HEAD_BYTES = 256 << 10
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Sniff:
    """What the beginning of a file shows: format, columns, a column map to try, and the first problem."""

    format: str
    columns: tuple[str, ...]
    column_map: Mapping[str, str]
    first_problem: tuple[int, str] | None  # line, sentence


def read_head(source: Source) -> Head:
    """Read the first 256 KiB (decompressed) and the JSON objects on its whole lines."""
    with source.open() as stream:
        data = stream.read(HEAD_BYTES)
        whole = len(data) < HEAD_BYTES
    body = data.removeprefix(BOM)
    complete = body if whole else body[: body.rfind(b"\n") + 1]
    found = (parse_object(line) for line in complete.split(b"\n") if line.lstrip().startswith(b"{"))
    return Head(data, [record for record in found if not isinstance(record, Problem)])


def find_reader(source: Source, head: Head, name: str | None) -> Reader:
    """Return the reader called `name`, or the first that knows the file; raise UserError when none does."""
    if name not in (None, "auto"):
        return reader_named(str(name))
    if head.data.startswith(_UTF16):
        raise UserError(f"{source.name} is UTF-16 text: save it as UTF-8.")
    for reader in READERS:
        if reader.detect(head):
            return reader
    names = ", ".join(reader.name for reader in READERS)
    raise UserError(f"{source.name} has no format that Clio knows: name it with --format, one of {names}.")


def sniff(source: Source, format: str | None = None) -> Sniff:
    """Look at the beginning of `source`; raise UserError when it cannot be read or has no known format."""
    head = read_head(source)
    reader = find_reader(source, head, format)
    seen = reader.columns(source, head)
    return Sniff(reader.name, tuple(seen), guess_columns(seen), None)
