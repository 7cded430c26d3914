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
from clio.ingest.head import read_head
from clio.ingest.readers import READERS, Head, Raw, Reader, ReadOptions, reader_named
from clio.ingest.reasons import BLANK, Problem
from clio.ingest.records import normalise
from clio.ingest.sources import Source
from clio.ingest.times import latest_time

PROBED = 200  # records that sniff looks at
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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


def sniff(source: Source, format: str | None = None, columns: Mapping[str, str] | None = None) -> Sniff:
    """Look at the beginning of `source`, read with the map `columns`, or else with one guessed.

    Raises UserError when it cannot be read or has no known format.
    """
    head = read_head(source)
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
