"""The answers that were paid for: one row per request key, committed before the answer is used.

A row that is committed survives the death of the process; its key is never asked again, unless the server could
not be reached. So a run that is killed and started again repeats no call whose answer had reached it.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Final, Literal

import orjson
import polars as pl

from clio.errors import RunFailed

Outcome = Literal["ok", "refused", "malformed", "max_tokens", "rejected", "unavailable", "pending"]
Mode = Literal["live", "batch"]

LEDGER = "ledger.sqlite"
"""The file in the private folder."""

TOKENS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens")
ASKED_AGAIN = "unavailable"
"""The outcome that a later run asks again: nothing was wrong with the question or the answer."""

PENDING: Final = "pending"
"""No outcome yet: a batch's item was paid for, or not answered, and a further one is due; `code` says why."""

_KEYS_A_QUERY = 10_000
_BUSY_SECONDS = 60.0

_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, model TEXT NOT NULL, outcome TEXT NOT NULL, text TEXT, code TEXT,
    input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, cache_read_tokens INTEGER NOT NULL,
    cache_write_tokens INTEGER NOT NULL, latency_ms INTEGER NOT NULL, attempts INTEGER NOT NULL,
    mode TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS intents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, items INTEGER NOT NULL, batch_id TEXT,
    state TEXT NOT NULL DEFAULT 'open');
CREATE TABLE IF NOT EXISTS intended (
    intent INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (intent, key)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS intended_once ON intended (key);
CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unstructured (
    server TEXT NOT NULL, model TEXT NOT NULL, PRIMARY KEY (server, model)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """The outcome of one request key.

    `text` is the answer's text, null unless `outcome` is ok; `code` says what went wrong, from a closed list.
    Tokens and `attempts` add up every attempt that was paid for; `latency_ms` is the last one's; `at` is in
    seconds since 1970.
    """

    key: str
    kind: str
    model: str
    outcome: Outcome
    text: str | None = None
    code: str | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    latency_ms: int = 0
    attempts: int = 1
    mode: Mode = "live"
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Intent:
    """A batch that was about to be submitted, or was; `batch_id` is null until the server named it."""

    id: int
    at: float
    items: int
    batch_id: str | None


_COLUMNS = tuple(field.name for field in fields(Entry))
_values = attrgetter(*_COLUMNS)
_ROWS_A_STATEMENT = 500  # of 14 values; SQLite takes 32,766
# What was paid is added up whoever answered first; the answer itself changes only where there was none.
_ROW = f"({', '.join('?' * len(_COLUMNS))})"
_INSERT = f"INSERT INTO answers ({', '.join(_COLUMNS)}) VALUES"
_OR_UPDATE = f"""
ON CONFLICT (key) DO UPDATE SET
    {", ".join(f"{name} = {name} + excluded.{name}" for name in (*TOKENS, "attempts"))},
    {
    ", ".join(
        f"{name} = CASE WHEN outcome IN ('{ASKED_AGAIN}', '{PENDING}') THEN excluded.{name} ELSE {name} END"
        for name in ("outcome", "text", "code", "latency_ms", "mode", "at")
    )
}
"""


def _identity(file: os.stat_result) -> tuple[int, int]:
    return file.st_dev, file.st_ino


def _write(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Insert or update `entries`, many rows a statement.

    Every statement gives the interpreter's lock away and waits to have it back, up to 5 ms while the event loop
    is busy, and a row's statement for itself would do so for every row.
    """
    for start in range(0, len(entries), _ROWS_A_STATEMENT):
        rows = entries[start : start + _ROWS_A_STATEMENT]
        connection.execute(
            f"{_INSERT} {', '.join([_ROW] * len(rows))} {_OR_UPDATE}", [*chain(*map(_values, rows))]
        )


class Ledger:
    """One SQLite file, mode 0600, that several processes and threads may use at once."""

    def __init__(self, path: Path, watch: Callable[[Sequence[Entry]], None] = lambda entries: None) -> None:
        """Open or create the file at `path`; `watch` is told of entries once they are on disk.

        Raises:
            RunFailed: when it is damaged.
        """
        self.path = path
        self._watch = watch
        self._lock = threading.Lock()
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._file = _identity(os.fstat(opened))
        os.close(opened)
        self._connection = sqlite3.connect(
            path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        with self._used() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # a commit is on disk when it returns
            connection.executescript(_TABLES)

    def close(self) -> None:
        """Close the file; the object is of no more use."""
        with self._lock:
            self._connection.close()

    def stands(self) -> bool:
        """Whether the file is still the one at `path`; not so once its folder was deleted, and perhaps made anew."""
        try:
            return _identity(os.stat(self.path)) == self._file
        except FileNotFoundError:
            return False

    def version(self) -> int:
        """A number that changes when others write to the file, and only then."""
        with self._used() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def commit(self, entries: Sequence[Entry]) -> None:
        """Write `entries` in one transaction; they are on disk when this returns.

        A key that has a final outcome keeps it: what the second call cost is added, its answer is not used.
        """
        with self._used() as connection:
            connection.execute("BEGIN IMMEDIATE")
            _write(connection, entries)
            connection.execute("COMMIT")
        self._watch(entries)

    def known(self, keys: Iterable[str], *, final: bool = True) -> dict[str, Entry]:
        """The entries of those of `keys` that need not be asked again; with `final` false, of all that were ended."""
        return self._entries(
            keys, f"outcome NOT IN ('{PENDING}', '{ASKED_AGAIN}')" if final else f"outcome != '{PENDING}'"
        )

    def pending(self, keys: Iterable[str]) -> dict[str, Entry]:
        """The entries of those of `keys` for which a further item of a batch is due."""
        return self._entries(keys, f"outcome = '{PENDING}'")

    def _entries(self, keys: Iterable[str], condition: str) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        remaining = iter(keys)
        while chunk := list(islice(remaining, _KEYS_A_QUERY)):
            with self._used() as connection:
                rows = connection.execute(
                    f"SELECT {', '.join(_COLUMNS)} FROM answers "
                    f"WHERE {condition} AND key IN (SELECT value FROM json_each(?))",
                    (orjson.dumps(chunk).decode(),),
                ).fetchall()
            found |= {row[0]: Entry(*row) for row in rows}
        return found

    def usage(self) -> pl.DataFrame:
        """What was paid: kind, model, mode, outcome, code, calls, attempts and the four token counts, added up."""
        sums = ", ".join(f"SUM({name})" for name in ("attempts", *TOKENS))
        with self._used() as connection:
            rows = connection.execute(
                f"SELECT kind, model, mode, outcome, code, COUNT(*), {sums} FROM answers "
                "GROUP BY kind, model, mode, outcome, code ORDER BY kind, model, mode, outcome, code"
            ).fetchall()
        texts = dict.fromkeys(("kind", "model", "mode", "outcome", "code"), pl.String)
        counts = dict.fromkeys(("calls", "attempts", *TOKENS), pl.Int64)
        return pl.DataFrame(rows, schema={**texts, **counts}, orient="row")

    def asking_at(self, host: str) -> None:
        """Note, before it is asked, that the server `host` may read conversations."""
        with self._used() as connection:
            connection.execute("INSERT OR IGNORE INTO hosts (host) VALUES (?)", (host,))

    def hosts(self) -> list[str]:
        """Every server that was ever asked for an answer of this ledger, sorted."""
        with self._used() as connection:
            return [host for (host,) in connection.execute("SELECT host FROM hosts ORDER BY host").fetchall()]

    def unstructured(self, server: str) -> list[str]:
        """The models that `server` is known not to answer with structured outputs, sorted."""
        with self._used() as connection:
            rows = connection.execute(
                "SELECT model FROM unstructured WHERE server = ? ORDER BY model", (server,)
            ).fetchall()
        return [model for (model,) in rows]

    def note_unstructured(self, server: str, model: str, *, refused: bool) -> None:
        """Note whether `server` refuses structured outputs of `model`, so that no later run has to find out."""
        change = (
            "INSERT OR IGNORE INTO unstructured (server, model) VALUES (?, ?)"
            if refused
            else "DELETE FROM unstructured WHERE server = ? AND model = ?"
        )
        with self._used() as connection:
            connection.execute(change, (server, model))

    # Batches

    def intend(self, keys: Sequence[str]) -> int:
        """Note, before it is submitted, that a batch of `keys` will be; returns the intent's number.

        Keys that are answered or in another open intent are left out: `intended` tells those that are in.
        """
        with self._used() as connection:
            connection.execute("BEGIN IMMEDIATE")
            number = int(
                connection.execute("INSERT INTO intents (at, items) VALUES (?, 0)", (time.time(),)).lastrowid
                or 0
            )
            items = connection.execute(
                "INSERT OR IGNORE INTO intended (intent, key) SELECT ?, value FROM json_each(?) WHERE NOT EXISTS "
                f"(SELECT 1 FROM answers WHERE key = value AND outcome NOT IN ('{PENDING}', '{ASKED_AGAIN}'))",
                (number, orjson.dumps(list(keys)).decode()),
            ).rowcount
            connection.execute("UPDATE intents SET items = ? WHERE id = ?", (items, number))
            connection.execute("COMMIT")
        return number

    def settle(self, intent: int, entries: Sequence[Entry]) -> list[Entry]:
        """Write what came of items of a batch, each once however often its results are read.

        Entries whose keys are not, or no longer, awaited by `intent` are left out; returns those written.
        """
        with self._used() as connection:
            connection.execute("BEGIN IMMEDIATE")
            keys = orjson.dumps([entry.key for entry in entries]).decode()
            awaited = {
                key
                for (key,) in connection.execute(
                    "DELETE FROM intended WHERE intent = ? AND key IN (SELECT value FROM json_each(?)) RETURNING key",
                    (intent, keys),
                ).fetchall()
            }
            written = [entry for entry in entries if entry.key in awaited]
            _write(connection, written)
            connection.execute("COMMIT")
        self._watch(written)
        return written

    def submitted(self, intent: int, batch_id: str) -> None:
        """Note the server's name of the batch."""
        with self._used() as connection:
            connection.execute("UPDATE intents SET batch_id = ? WHERE id = ?", (batch_id, intent))

    def open_intents(self) -> list[Intent]:
        """Batches whose results were not read to the end, oldest first."""
        with self._used() as connection:
            rows = connection.execute(
                "SELECT id, at, items, batch_id FROM intents WHERE state = 'open' ORDER BY id"
            ).fetchall()
        return [Intent(*row) for row in rows]

    def intended(self, intent: int) -> list[str]:
        """The keys of a batch, sorted."""
        with self._used() as connection:
            rows = connection.execute(
                "SELECT key FROM intended WHERE intent = ? ORDER BY key", (intent,)
            ).fetchall()
        return [key for (key,) in rows]

    def claimed_batches(self) -> set[str]:
        """Every batch id that an intent was ever given, open or closed."""
        with self._used() as connection:
            rows = connection.execute("SELECT batch_id FROM intents WHERE batch_id IS NOT NULL").fetchall()
        return {batch_id for (batch_id,) in rows}

    def close_intent(self, intent: int, *, lost: bool = False) -> None:
        """Note that a batch's results are in the ledger, or (`lost`) that the server never took it."""
        with self._used() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "UPDATE intents SET state = ? WHERE id = ?", ("lost" if lost else "done", intent)
            )
            connection.execute("DELETE FROM intended WHERE intent = ?", (intent,))
            connection.execute("COMMIT")

    @contextmanager
    def _used(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except BaseException as error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    raise RunFailed(
                        f"{self.path}: the ledger of paid answers cannot be used ({error}); free the disk or wait for "
                        "other runs, then run the same command again."
                    ) from None
                if isinstance(error, sqlite3.DatabaseError):
                    raise RunFailed(
                        f"{self.path}: the ledger of paid answers is damaged; restore it from a copy, or move it "
                        "away to ask, and pay for, its answers again."
                    ) from None
                raise
