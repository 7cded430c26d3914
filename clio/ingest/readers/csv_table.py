"""CSV with a header, a conversation or a message a row; the separator is found in the header."""

import csv
import io
from collections.abc import Iterator
from itertools import chain
from typing import IO

from clio.ingest import reasons
from clio.ingest.lines import BOM, MAX_LINE
from clio.ingest.reader import Head, Raw, Reader, ReadOptions
from clio.ingest.sources import Source
from clio.ingest.table import TableRow, records

SEPARATORS = ",;\t|"
PROBED = 20  # rows by which a table is told from other text


def detect(head: Head) -> bool:
    """True when at least half of the first rows have as many fields as the header, which has two or more."""
    if head.data.removeprefix(BOM).lstrip()[:1] in (b"{", b"[", b"") or b"\0" in head.data:
        return False
    text = head.data.decode("utf-8-sig", "replace")
    header, *rows = first_rows(text, separator(text), PROBED) or [[]]
    return len(header) > 1 and 2 * sum(len(row) == len(header) for row in rows) >= len(rows)


def separator(text: str) -> str:
    """Return the separator that cuts the header into most fields."""
    header = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=lambda mark: max(map(len, first_rows(header, mark, 1)), default=0))


def first_rows(text: str, mark: str, count: int) -> list[list[str]]:
    """Return up to `count` rows of `text`, cut by the separator `mark`; an empty one where the quoting is broken."""
    rows: list[list[str]] = []
    csv.field_size_limit(MAX_LINE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    while len(rows) < count:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            if "unexpected end" not in str(error):  # that is a row cut by the end of what was read
                rows.append([])
            continue
        if not _is_blank(row):
            rows.append(row)
    return rows


def _is_blank(row: list[str]) -> bool:
    return not row or (len(row) == 1 and not row[0].strip())


def _names(header: list[str]) -> list[str]:
    """The names of the columns; white space around one is how people align a header, and no part of it."""
    return [name.strip() for name in header]


def columns(source: Source, head: Head) -> list[str]:
    """Return the names in the header."""
    text = head.data.decode("utf-8-sig", "replace")
    rows = first_rows(text, separator(text), 1)
    return _names(rows[0]) if rows else []


def read(source: Source, options: ReadOptions) -> Iterator[Raw]:
    """Yield one record a conversation; a row that does not fit the header is a Problem at its first line."""
    with source.open() as stream:
        rows = _rows(stream)
        before: list[TableRow] = []
        for line, row in rows:
            if isinstance(row, reasons.Problem) or not _is_blank(row):
                break
            before.append((line, reasons.BLANK))
        else:
            row = []
        names = _names(row) if isinstance(row, list) else []
        yield from records(source, names, chain(before, _named(rows, names)), options)


def _rows(stream: IO[bytes]) -> Iterator[tuple[int, list[str] | reasons.Problem]]:
    """Yield the line on which each row begins, and its fields; bytes that are not UTF-8 become surrogates."""
    text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    mark = separator(next((line for line in text if line.strip()), ""))
    text.seek(0)
    csv.field_size_limit(MAX_LINE)
    reader = csv.reader(text, delimiter=mark, strict=True)
    line = 1
    while True:
        try:
            row: list[str] | reasons.Problem = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            too_long = "field larger" in str(error)
            row = reasons.RECORD_TOO_LONG if too_long else reasons.MISQUOTED_ROW
        yield line, row
        line = reader.line_num + 1


def _named(rows: Iterator[tuple[int, list[str] | reasons.Problem]], names: list[str]) -> Iterator[TableRow]:
    for line, row in rows:
        if isinstance(row, reasons.Problem):
            yield line, row
        elif _is_blank(row):
            yield line, reasons.BLANK
        elif len(row) != len(names):
            yield line, reasons.BAD_ROW
        elif not _is_utf8(row):
            yield line, reasons.INVALID_UTF8
        else:
            yield line, dict(zip(names, row, strict=True))


def _is_utf8(row: list[str]) -> bool:
    try:
        return all(field.isascii() or field.encode() for field in row)
    except UnicodeEncodeError:
        return False


READER = Reader("csv", detect, read, columns)
