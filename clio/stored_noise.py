"""Noisy answers, drawn once: charged before they are drawn, kept before they are used, never drawn again."""

import io
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from clio.errors import RunFailed
from clio.storage import digest_of, seal, unseal, write_atomically


class Price(NamedTuple):
    """What one draw costs an account.

    The draw alone is (epsilon, delta)-DP; `epsilon` is None where only `rho` is stated. `rho` (zero-concentrated
    DP, without what `delta_rest` pays for) is None where there is none. `delta_rest` is the part of `delta` that no
    conversion from rho gives: paid for thresholds. So `delta` less `delta_rest` is where rho is to be converted.
    """

    epsilon: float | None
    delta: float = 0.0
    rho: float | None = None
    delta_rest: float = 0.0


Charging = Callable[[str, Price, Sequence[Price]], None]
"""Called with the charge's id, its price, and the prices of the mechanisms that are still to be drawn after it."""


def free_of_charge(charge: str, price: Price, ahead: Sequence[Price]) -> None:
    """Charge nobody: for answers that are recalled only, and for tests."""


@dataclass(frozen=True)
class StoredNoise:
    """A folder of answers, each with a sealed record of the charge that paid for it and of its hash.

    `price` is what each mechanism costs, in the order in which a release draws; an answer's key starts with its
    mechanism's name and a dash. A record is written before the charge, again before the answer, and says after it
    that the answer is kept: so an answer that was never used because the process died may be drawn again for the
    same charge, one that is lost may not, and one whose record is gone as well is charged anew.
    """

    folder: Path
    price: Mapping[str, Price] = field(default_factory=dict)
    charge: Charging = free_of_charge

    def draw(self, key: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """The stored answer for `key`; where there is none, what `make` draws, charged before and kept after.

        `key` is a keyed hash of everything that the answer depends on.

        Raises:
            RunFailed: when a stored answer or its record is damaged or lost, or what `charge` raises; then nothing
                was drawn.
        """
        mechanism = key.partition("-")[0]
        if (kept := self._recall(key)) is not None:
            return kept
        price, *ahead = list(self.price.values())[list(self.price).index(mechanism) :]
        self.charge(self._charge_of(key), price, ahead)
        answer = make()
        self._keep(key, answer)
        return answer

    def _recall(self, key: str) -> pl.DataFrame | None:
        """The stored answer for `key`, or None where none was ever used."""
        path, record = self._path(key), self._record(key)
        if record is None or not (record["kept"] or path.exists()):
            return None
        data = path.read_bytes() if path.exists() else b""
        if digest_of(data) != record["content"]:
            raise self._damaged(path)
        if not record["kept"]:
            self._note(key, {**record, "kept": True})
        return pl.read_parquet(io.BytesIO(data))

    def _charge_of(self, key: str) -> str:
        """The id of the charge for an answer that was never used; noted before it is charged."""
        record = self._record(key)
        if record is None:
            record = {"charge": f"{key}-{secrets.token_hex(8)}", "content": None, "kept": False}
            self._note(key, record)
        return str(record["charge"])

    def _keep(self, key: str, answer: pl.DataFrame) -> None:
        record = self._record(key)
        if record is None:
            raise self._damaged(self._path(key))
        answer.write_parquet(buffer := io.BytesIO())
        data = buffer.getvalue()
        self._note(key, {**record, "content": digest_of(data)})
        write_atomically(self._path(key), data)
        self._note(key, {**record, "content": digest_of(data), "kept": True})

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.parquet"

    def _note(self, key: str, record: Mapping[str, Any]) -> None:
        write_atomically(self._path(key).with_suffix(".json"), seal(record))

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
