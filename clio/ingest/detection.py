"""Finding out what a file is from its first bytes, and what is in it, before any of it is loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from clio.errors import UserError
from clio.ingest.columns import column_map
from clio.ingest.first_rows import first_rows
from clio.ingest.guessing import Guess, guess_columns
from clio.ingest.head import HEAD_BYTES, read_head
from clio.ingest.lines import BOM
from clio.ingest.readers import READERS, Head, Raw, Reader, ReadOptions, reader_named
from clio.ingest.reasons import BLANK, Problem
from clio.ingest.records import normalise
from clio.ingest.sources import Source
from clio.ingest.times import latest_time

PROBED = 200  # records that sniff looks at
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")  # how UTF-16 and UTF-32 begin, if they say so
_ZEROS = (0.2, 0.8)  # share of zero bytes in text of two or four bytes a character
_PACKED = {
    b"PK\x03\x04": "a zip archive or a workbook",
    b"\x1f\x8b": "gzip within gzip",
    b"\xfd7zXZ\0": "packed by xz",
    b"\x28\xb5\x2f\xfd": "packed by zstd",
    **{b"BZh%d1AY&SY" % size: "packed by bzip2" for size in range(1, 10)},
}
_DOCUMENT = (b"{", b"[", b"[{")  # first lines of JSON that is spread over many


@dataclass(frozen=True)
class Sniff:
    """What the beginning of a file shows: format, columns, the map it was read with, and the first problem.

    `guess` says how a map that was guessed came about.
    """

    format: str
    columns: tuple[str, ...]
    column_map: Mapping[str, str]
    first_problem: tuple[int, str] | None  # line (0 = the file as a whole) and sentence
    guess: Guess | None = None


def find_reader(source: Source, head: Head, name: str | None) -> Reader:
    """Return the reader called `name`, or the first that knows the file; raise UserError when none does.

    A file without any record counts as JSON lines, all of them blank.
    """
    if is_blank(head):
        return reader_named("jsonl")
    _refuse_unreadable(source, head)
    if name not in (None, "auto"):
        return reader_named(str(name))
    body = head.data.removeprefix(BOM).lstrip()
    if body.partition(b"\n")[0].rstrip() in _DOCUMENT and len(head.records) < 2:
        raise _one_document(source)
    for reader in READERS:
        if reader.detect(head):
            return reader
    if body.startswith(b"["):
        raise _one_document(source)
    names = ", ".join(reader.name for reader in READERS)
    raise UserError(f"{source.name} has no format that Clio knows: name it with --format, one of {names}.")


def is_blank(head: Head) -> bool:
    """True for a file that holds white space at most."""
    return len(head.data) < HEAD_BYTES and not head.data.removeprefix(BOM).strip()


def no_record(source: Source) -> UserError:
    """What is said where no file of the input holds anything."""
    return UserError(f"{source.name} holds no record: give a file with at least one.")


def _refuse_unreadable(source: Source, head: Head) -> None:
    """Raise UserError for what no reader can read, whatever its format is said to be."""
    for magic, what in _PACKED.items():
        if head.data.startswith(magic):
            raise UserError(f"{source.name} is {what}: unpack it, or pack its text with gzip.")
    zeros = head.data.count(0) / len(head.data)
    binary = head.data.startswith(b"PAR1")
    if head.data.startswith(_WIDE) or (not binary and _ZEROS[0] <= zeros <= _ZEROS[1]):
        raise UserError(f"{source.name} is UTF-16 or UTF-32 text: save it as UTF-8.")


def _one_document(source: Source) -> UserError:
    return UserError(
        f"{source.name} is one JSON document: write one conversation a line (jq -c '.[]' does so for a list)."
    )


def sniff(source: Source, format: str | None = None, columns: Mapping[str, str] | None = None) -> Sniff:
    """Look at the beginning of `source`, read with the map `columns`, or else with one guessed.

    Raises UserError when it cannot be read or has no known format.
    """
    head = read_head(source)
    if is_blank(head):
        raise no_record(source)
    reader = find_reader(source, head, format)
    seen = reader.columns(source, head)
    if columns is not None:
        chosen = column_map(columns)
        return Sniff(reader.name, tuple(seen), chosen, _first_problem(source, reader, chosen))
    guess = guess_columns(seen, first_rows(source, head, reader), grouped=reader.name != "jsonl")
    chosen = guess.column_map()
    return Sniff(reader.name, tuple(seen), chosen, _first_problem(source, reader, chosen), guess)


def _first_problem(source: Source, reader: Reader, columns: Mapping[str, str]) -> tuple[int, str] | None:
    """Return line and sentence of the first record, of those probed, that would not be loaded."""
    latest = latest_time()
    with TemporaryDirectory() as scratch:
        raws: Iterator[Raw] = reader.read(source, ReadOptions(columns, Path(scratch)))
        try:
            for raw in islice(raws, PROBED):
                verdict = raw.value if isinstance(raw.value, Problem) else normalise(raw.value, latest)
                if isinstance(verdict, Problem) and verdict != BLANK:
                    return raw.line, verdict.detail
        except UserError as error:
            return 0, str(error)
    return None
