"""An attacker with a solver: what can be proved of a set's size from everything that a release publishes.

It knows nothing of the gate. What it reads are release folders and exports; what it imports of Clio are their
reader and their checks. A set is caught when every assignment of whole numbers to the unknown counts
that agrees with all published numbers gives it more than none and fewer than the rule's conversations or accounts.
A single agreeing assignment in which the set is empty or large enough refutes that, so assignments found for one
question are kept as witnesses against the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

MOST = 1_000_000
"""No published number is larger; it keeps every unknown finite."""

Sum = Mapping[int, float]
"""A weighted sum of unknowns: weight by unknown."""


@dataclass(frozen=True)
class Proof:
    """A set of more than none and fewer than enough: its size is proved to be within [low, high]."""

    what: str
    low: int
    high: int


@dataclass
class Lattice:
    """Unknown counts (whole, not negative), what is known of sums of them, and the sets that are asked about."""

    names: list[str] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    known: list[tuple[Sum, float, float]] = field(default_factory=list)
    asked: dict[str, Sum] = field(default_factory=dict)
    least: int = 10
    fewest: dict[str, int] = field(default_factory=dict)
    """What is enough of the asked sets for which it is not `least`."""

    def count(self, what: str, *, whole: bool = True, ask: bool = True, fewest: int | None = None) -> int:
        """A new unknown count; returns its number. `fewest` is what is enough of it, where that is not `least`."""
        if fewest is not None:
            self.fewest[what] = fewest
        self.names.append(what)
        self.whole.append(whole)
        number = len(self.names) - 1
        if ask:
            self.asked[what] = {number: 1.0}
        return number

    def state(self, what: Sum, low: float, high: float = float(MOST)) -> None:
        """The sum lies within [low, high]."""
        self.known.append((dict(what), low, high))

    def equal(self, left: Sum, right: Sum) -> None:
        """The two sums are the same."""
        self.state(minus(left, right), 0, 0)

    def ask(self, what: str, total: Sum) -> None:
        """Ask whether the set that `total` counts can be caught."""
        self.asked[what] = dict(total)

    def proofs(self, seed: int = 0, witnesses: int = 6) -> list[Proof] | None:
        """Every asked set that is caught; None when no assignment agrees with what is published."""
        labels = list(self.asked)
        if not labels:
            return []
        sets = self._rows([self.asked[label] for label in labels])
        generator = np.random.default_rng(seed)
        first = self._solve(-np.asarray(sets.sum(axis=0)).ravel())
        if first is None:
            return None
        open_ = self._still_open(sets, first, np.ones(len(labels), bool))
        for turn in range(witnesses):
            if not open_.any():
                break
            signs = generator.choice([-1.0, 1.0], len(labels)) if turn else np.ones(len(labels))
            found = self._solve(np.asarray((signs * open_) @ sets).ravel())
            open_ = open_ if found is None else self._still_open(sets, found, open_)
        caught = []
        for row in np.flatnonzero(open_):
            if not open_[row]:
                continue
            objective = np.asarray(sets[[row]].toarray()).ravel()
            ends = []
            for sign in (1.0, -1.0):
                found = self._solve(sign * objective)
                if found is None:
                    raise ArithmeticError("the solver found no optimum where an assignment is known")
                open_ = self._still_open(sets, found, open_)
                ends.append(round(float(objective @ found)))
                if not open_[row]:
                    break
            else:
                caught.append(Proof(labels[row], ends[0], ends[1]))
        return caught

    def _still_open(
        self, sets: csr_array, found: NDArray[np.float64], open_: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        sizes = sets @ found
        enough = np.array([self.fewest.get(label, self.least) for label in self.asked])
        return np.asarray(open_ & (sizes > 0.5) & (sizes < enough - 0.5))

    def _rows(self, sums: list[Sum]) -> csr_array:
        at = [(row, column, weight) for row, total in enumerate(sums) for column, weight in total.items()]
        rows, columns, weights = zip(*at, strict=True) if at else ((), (), ())
        return csr_array((weights, (rows, columns)), shape=(len(sums), len(self.names)), dtype=float)

    def _solve(self, objective: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """The agreeing assignment of least `objective`, None when there is none."""
        constraints = []
        if self.known:
            sums, low, high = zip(*self.known, strict=True)
            constraints = [LinearConstraint(self._matrix(list(sums)), np.array(low), np.array(high))]
        done = milp(
            objective,
            integrality=np.array(self.whole, dtype=int),
            bounds=Bounds(0, MOST),
            constraints=constraints,
            options={"time_limit": 20.0},
        )
        if done.x is None and done.status != 2:
            raise ArithmeticError(f"the solver gave up: {done.message}")
        return None if done.x is None else np.round(done.x, 6)

    def _matrix(self, sums: list[Sum]) -> csr_array:
        """The rows of what is known, built once while nothing more is stated."""
        if getattr(self, "_built", (0, 0))[:2] != (len(sums), len(self.names)):
            self._built = (len(sums), len(self.names), self._rows(sums))
        matrix: csr_array = self._built[2]
        return matrix


def plus(*sums: Sum) -> dict[int, float]:
    """The sum of sums."""
    out: dict[int, float] = {}
    for one in sums:
        for number, weight in one.items():
            out[number] = out.get(number, 0.0) + weight
    return {number: weight for number, weight in out.items() if weight}


def times(weight: float, total: Sum) -> dict[int, float]:
    """A sum many times."""
    return {number: weight * old for number, old in total.items()}


def minus(left: Sum, right: Sum) -> dict[int, float]:
    """The difference of two sums."""
    return plus(left, times(-1, right))
