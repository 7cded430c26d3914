"""The ledger of the privacy budget: what was ever charged to each day of a source, outside every DIR.

One line of JSON a charge, appended under a lock and synced before anything is drawn. Each line is sealed and names
the line before it, so that a change in the middle is noticed; the part of a line that a crash left at the end was
never answered, so nothing was drawn for it, and the next charge removes it. A file beside it, FILE.end, says how
far it reached, so that an older copy put back, or lines cut off, are noticed too; who changes both is not.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from clio.errors import RunFailed, UserError
from clio.policies import PAPER, Unit, weakest
from clio.privacy.composing import Charge, Days, Spent, worst_day
from clio.settings import PrivacySettings
from clio.storage import SEAL, private_folder, seal, unseal, unsealed, write_atomically
from clio.stored_noise import Price

LIMITS: dict[str, float] = {"dp": 8.0}
"""Most ε a day by policy where privacy.budget_epsilon sets none; no entry: no limit."""
_ROUNDING = 1 + 1e-9


class OverBudget(RunFailed):
    """A release that would cost a day of its source more than the limit; nothing was drawn for it."""


@dataclass(frozen=True)
class BudgetAccount:
    """Whom a release is charged to: the source and days of its window, its policy, the limit of a day's ε, its unit."""

    source: str
    days: Days
    policy: str
    limit: float | None = None
    unit: Unit = "account"


@dataclass(frozen=True)
class BudgetLedger:
    """The file at `path`; made with mode 0600 (its folder 0700) by the first charge."""

    path: Path

    def charge(self, account: BudgetAccount, name: str, price: Price, ahead: Sequence[Price] = ()) -> None:
        """Charge the draw `name` before it is made; one that is charged already costs nothing more.

        `ahead` is what the release will still cost after it: if that does not fit either, nothing is charged.

        Raises:
            OverBudget: over the limit. RunFailed: the file is damaged. UserError: it cannot be read or written.
        """
        with self._locked(fcntl.LOCK_EX) as descriptor:
            lines, whole = self._lines(descriptor)
            charges = [_charge(line) for line in lines]
            if any(charge.id == name for charge in charges):
                return
            now = datetime.now(UTC)
            due = [_due(account, name, each, now) for each in (price, *ahead)]
            self._check(account, charges, due)
            os.ftruncate(descriptor, whole)
            os.lseek(descriptor, whole, os.SEEK_SET)
            line = _line(due[0], lines[-1][SEAL] if lines else None)
            _write(descriptor, line)
            self._reached(len(lines) + 1, json.loads(line)[SEAL])

    def charges(self) -> list[Charge]:
        """Everything ever charged, in order; nothing where there is no file.

        Raises:
            RunFailed: the file is damaged. UserError: it cannot be read.
        """
        if not self.path.exists() and not self._end.exists():
            return []
        with self._locked(fcntl.LOCK_SH) as descriptor:
            return [_charge(line) for line in self._lines(descriptor)[0]]

    def of(self, source: str) -> list[Charge]:
        """What was charged to one source."""
        return [charge for charge in self.charges() if charge.source == source]

    def spent(self, source: str, days: Days) -> Spent:
        """What the worst of `days` of a source was charged with."""
        return worst_day(self.of(source), days)

    def weaker(self, account: BudgetAccount) -> str | None:
        """The policy that promises least of those that any of the days was released under, if less than this one.

        A release per conversation promises an account less, whatever its policy, and is told as such.
        """
        met = [charge for charge in self.of(account.source) if charge.meets(account.days)]
        if account.policy == PAPER.name:
            met = [charge for charge in met if charge.policy == PAPER.name]
        parted = {charge.policy for charge in met if charge.unit != account.unit == "account"}
        less = {charge.policy for charge in met if weakest((charge.policy, account.policy)) != account.policy}
        found = weakest(parted | less)
        return f"{found}, per conversation" if found in parted else found

    def _check(self, account: BudgetAccount, charges: Sequence[Charge], due: Sequence[Charge]) -> None:
        if account.limit is None or not due[0].bounded:
            return
        own = [charge for charge in charges if charge.source == account.source]
        after = worst_day([*own, *due], account.days).epsilon
        if after <= account.limit * _ROUNDING:
            return
        before = worst_day(own, account.days).epsilon
        raise OverBudget(
            f"{account.source}, {told(account.days)}: ε {before:.3g} of at most {account.limit:g} is spent and this "
            f"release would bring it to {after:.3g}, so nothing was drawn; release other days, lower "
            "privacy.epsilon, or raise privacy.budget_epsilon."
        )

    @contextmanager
    def _locked(self, how: int) -> Iterator[int]:
        """The open file, held until the block ends; the kernel lets go when the process dies."""
        if self._end.exists() and not self.path.exists():
            raise self._cut()
        flags = os.O_RDWR if how == fcntl.LOCK_EX else os.O_RDONLY
        try:
            if how == fcntl.LOCK_EX and not self.path.exists():
                _make(self.path)
            descriptor = os.open(self.path, flags | os.O_CLOEXEC)
        except OSError as error:
            raise UserError(
                f"{self.path}: the privacy budget cannot be kept here ({error.strerror}); set privacy.budget_file to "
                "a file that can be written."
            ) from None
        try:
            fcntl.flock(descriptor, how)
            yield descriptor
        finally:
            os.close(descriptor)

    def _lines(self, descriptor: int) -> tuple[list[dict[str, Any]], int]:
        """Records of the whole lines, each with its seal, and how many bytes these take."""
        with os.fdopen(os.dup(descriptor), "rb") as stream:
            stream.seek(0)
            data = stream.read()
        whole = data.rfind(b"\n") + 1
        nothing: dict[str, Any] = {"lines": 0, "last": None}
        end = unseal(self._end) if self._end.exists() else nothing
        records: list[dict[str, Any]] = []
        for number, line in enumerate(data[:whole].split(b"\n")[:-1], 1):
            record = unsealed(line)
            before = records[-1][SEAL] if records else None
            if record is None or record.pop("after", "") != before:
                raise RunFailed(
                    f"{self.path}, line {number}: the privacy budget's record is damaged, so nothing can be charged; "
                    "restore the file from a copy."
                )
            records.append({**record, SEAL: json.loads(line)[SEAL]})
        seals = [None, *(record[SEAL] for record in records)]
        if end is None or end["lines"] >= len(seals) or seals[end["lines"]] != end["last"]:
            raise self._cut()
        return records, whole

    def _cut(self) -> RunFailed:
        return RunFailed(
            f"{self.path}: the privacy budget's record does not reach as far as {self._end.name} says, so nothing can "
            "be charged; restore the file from its latest copy."
        )

    @property
    def _end(self) -> Path:
        return self.path.with_name(f"{self.path.name}.end")

    def _reached(self, lines: int, last: str) -> None:
        # After the line: a crash in between leaves a file that says too little, which holds of the longer one too. So
        # does one that cannot be replaced, where the ledger is all that can be written.
        with suppress(OSError):
            write_atomically(self._end, seal({"lines": lines, "last": last}))


def default_file() -> Path:
    """Where the ledger lies unless privacy.budget_file says otherwise: in the user's folder for states."""
    state = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(state).expanduser() / "clio" / "budget.jsonl"


def ledger_of(privacy: PrivacySettings) -> BudgetLedger:
    """The ledger that these settings charge."""
    return BudgetLedger(privacy.budget_file or default_file())


def limit_of(privacy: PrivacySettings, policy: str | None = None) -> float | None:
    """Most ε that one day of a source may be charged with; None = no limit."""
    if privacy.budget_epsilon is not None:
        return privacy.budget_epsilon
    return LIMITS.get(policy or privacy.policy)


def told(days: Days) -> str:
    """Days in words."""
    if days is None:
        return "all days"
    first, last = days
    return f"{first}" if first == last else f"{first} to {last}"


def _due(account: BudgetAccount, name: str, price: Price, at: datetime) -> Charge:
    return Charge(name, account.source, account.days, account.policy, *price, at=at, unit=account.unit)


def _line(charge: Charge, after: str | None) -> bytes:
    first, last = (None, None) if charge.days is None else (day.isoformat() for day in charge.days)
    facts = {
        "id": charge.id, "source": charge.source, "first_day": first, "last_day": last, "policy": charge.policy,
        "unit": charge.unit,
        "epsilon": charge.epsilon, "delta": charge.delta, "rho": charge.rho, "delta_rest": charge.delta_rest,
        "at": charge.at.isoformat(timespec="seconds"), "after": after,
    }  # fmt: skip
    return seal(facts) + b"\n"


def _charge(record: dict[str, Any]) -> Charge:
    first, last = record["first_day"], record["last_day"]
    days = None if first is None else (date.fromisoformat(first), date.fromisoformat(last))
    known = {
        name: record[name] for name in ("id", "source", "policy", "epsilon", "delta", "rho", "delta_rest")
    }
    unit: Unit = "conversation" if record.get("unit") == "conversation" else "account"
    return Charge(**known, days=days, at=datetime.fromisoformat(record["at"]), unit=unit)


def _make(path: Path) -> None:
    """An empty file that is there after a crash, too."""
    folder = os.open(private_folder(path.parent), os.O_RDONLY)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _write(descriptor: int, line: bytes) -> None:
    """Append a line and see it on disk."""
    while line:
        line = line[os.write(descriptor, line) :]
    os.fsync(descriptor)
