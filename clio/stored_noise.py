"""Noisy answers, drawn once: kept before they are used, recalled for the same exact data, never drawn again."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from clio.errors import RunFailed
from clio.storage import digest_of, seal, unseal, write_atomically


@dataclass(frozen=True)
class StoredNoise:
    """A folder of answers, each with a sealed record of what it cost and hashes to.

    `price` is (epsilon, delta) by mechanism; an answer's key starts with its mechanism's name and a dash.
    The record is written before the answer, and says after it that the answer is kept: so an answer that was
    never used because the process died may be drawn again, and one that is lost may not.
    """

    folder: Path
    price: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def recall(self, key: str) -> pl.DataFrame | None:
        """The stored answer for `key`, or None where none was ever used.

        Raises:
            RunFailed: when the answer or its record is damaged or lost.
        """
        path, record = self._path(key), self._record(key)
        if record is None or not (record["kept"] or path.exists()):
            return None
        data = path.read_bytes() if path.exists() else b""
        if digest_of(data) != record["content"]:
            raise self._damaged(path)
        if not record["kept"]:
            write_atomically(path.with_suffix(".json"), seal({**record, "kept": True}))
        return pl.read_parquet(io.BytesIO(data))

    def keep(self, key: str, answer: pl.DataFrame) -> None:
        """Store an answer; an existing one is never replaced. It is charged before it can be used."""
        path = self._path(key)
        if path.exists():
            raise FileExistsError("this answer was already drawn")
        epsilon, delta = self.price[key.partition("-")[0]]
        answer.write_parquet(buffer := io.BytesIO())
        data = buffer.getvalue()
        record = {"epsilon": epsilon, "delta": delta, "content": digest_of(data)}
        write_atomically(path.with_suffix(".json"), seal({**record, "kept": False}))
        write_atomically(path, data)
        write_atomically(path.with_suffix(".json"), seal({**record, "kept": True}))

    def spent(self) -> dict[str, float]:
        """epsilon and delta of every draw ever kept in this folder, added up (basic composition).

        Raises:
            RunFailed: when a record is damaged or lost.
        """
        keys = {path.stem for path in self.folder.glob("*-*") if path.suffix in (".json", ".parquet")}
        records = [record for key in sorted(keys) if (record := self._record(key)) is not None]
        return {name: float(sum(record[name] for record in records)) for name in ("epsilon", "delta")}

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.parquet"

    def _record(self, key: str) -> dict[str, Any] | None:
        """What is on record of an answer; None where there is neither record nor answer."""
        path = self._path(key)
        sidecar = path.with_suffix(".json")
        if not path.exists() and not sidecar.exists():
            return None
        record = unseal(sidecar)
        if record is None:
            raise self._damaged(sidecar)
        return record

    def _damaged(self, path: Path) -> RunFailed:
        return RunFailed(
            f"{path}: this stored answer is damaged and must not be drawn again; restore {self.folder} "
            "from a copy, or choose another --out."
        )
