"""A solver against one published group: what is certain of sets of its conversations, from every number exported.

Unknown whole numbers are bounded by linear programs (scipy's HiGHS) over all that is published of the group: its
size and accounts, every breakdown, the timeline, the means, and the rules themselves, which everybody knows.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

TOLERANCE = 1e-6
SOLVED, UNBOUNDED = 0, 3  # scipy's codes
CONCERNS = range(1, 6)
WIDENINGS = (1, 2, 4)
"""Noisy numbers may contradict each other within the margin; then the adversary trusts each of them less."""

SIZE, ACCOUNTS = 0, 1  # the unknowns that every system begins with
Cell = tuple[str, str, int]
"""Dimension, value, number of the unknown."""
Sum = Mapping[int, float]
"""A weighted sum of unknowns: weight by unknown."""


@dataclass(frozen=True)
class Margin:
    """How far a published number may be from the true one: exclusive rounding, or noise at a chosen confidence."""

    size: float
    cell: float


@dataclass(frozen=True)
class Published:
    """One base cluster as its export tells it: counts by dimension and value; a mean is null where none is told."""

    cluster_id: str
    conversations: int
    accounts: int
    breakdowns: Mapping[str, Mapping[str, int]]
    timeline: Mapping[str, int]
    mean_concern: float | None = None
    across: Mapping[str, int] = field(default_factory=dict)
    """Accounts of the cluster that are in a group which cuts across clusters, by group."""


@dataclass(frozen=True)
class Pinned:
    """A set of which it is certain that it has between `low` and `high` members, fewer than a cell may have."""

    cluster_id: str
    what: str
    low: int
    high: int


@dataclass
class System:
    """Unknown counts and what is known of sums of them, as rows low <= sum <= high."""

    floor: list[float] = field(default_factory=list)
    known: list[tuple[Sum, float, float]] = field(default_factory=list)
    asked: dict[str, Sum] = field(default_factory=dict)
    across: list["Cell"] = field(default_factory=list)
    """Accounts in groups that cut across clusters."""

    def count(self, low: float = 0.0) -> int:
        """A new unknown count, at least `low`; returns its number."""
        self.floor.append(low)
        return len(self.floor) - 1

    def state(self, total: Sum, low: float, high: float) -> None:
        """The sum lies within [low, high]."""
        self.known.append((total, low, high))

    def largest(self, total: Sum, sign: float = 1.0) -> float | None:
        """Largest (`sign` 1) or least (-1) value of a sum that agrees with what is known; None when nothing does."""
        rows, limits = self._rows()
        cost = np.zeros(len(self.floor))
        for number, weight in total.items():
            cost[number] = -sign * weight
        bounds = [(low, None) for low in self.floor]
        found = linprog(cost, A_ub=rows, b_ub=limits, bounds=bounds, method="highs")
        if found.status == UNBOUNDED:
            return sign * math.inf
        return -sign * float(found.fun) if found.status == SOLVED else None

    def caught(self, total: Sum, least: int) -> tuple[int, int] | None:
        """The sum's bounds when it is certain to be above none and below `least`; else None."""
        high = self.largest(total)
        if high is None or high >= least - TOLERANCE:
            return None
        low = self.largest(total, -1.0)
        if low is None or math.ceil(low - TOLERANCE) < 1:
            return None
        return math.ceil(low - TOLERANCE), math.floor(high + TOLERANCE)

    def _rows(self) -> tuple[Any, Any]:
        data, row, column, limits = list[float](), list[int](), list[int](), list[float]()
        for total, low, high in self.known:
            for sign, limit in ((1.0, high), (-1.0, -low)):
                if math.isfinite(limit):
                    data += [sign * weight for weight in total.values()]
                    row += [len(limits)] * len(total)
                    column += list(total)
                    limits.append(limit)
        shape = (len(limits), len(self.floor))
        return csr_array((data, (row, column)), shape=shape), np.array(limits)


def pinned(
    group: Published, margin: Margin, least: int, least_cluster: tuple[int, int]
) -> tuple[list[Pinned], int]:
    """Sets of the group that are certain to have more than none and fewer than `least` members; how many were asked.

    `least_cluster`: fewest accounts and conversations of a published group. Asked of are: every cell and what is
    not in it, every two cells of different dimensions together and one without the other, each concern and those
    above it, conversations without a published period, repeated conversations of an account, and the accounts in groups
    that cut across clusters, outside them, in two of them and in one without the other.
    """
    for widening in WIDENINGS:
        wider = Margin(margin.size * widening, margin.cell * widening)
        system, cells = _system(group, wider, least, least_cluster)
        if system.largest({0: 1.0}) is not None:
            break
    else:
        return [], 0
    pairs = [(a, b) for a, b in combinations(cells, 2) if a[0] != b[0]]
    across = list(combinations(system.across, 2))
    sets = [(what, total, system) for what, total in system.asked.items()]
    sets += [found for a, b in pairs for found in _pair(system, cells, a, b, least)]
    sets += [found for a, b in across for found in _both(system, a, b, ACCOUNTS)]
    ends = [(what, of.caught(total, least)) for what, total, of in sets]
    caught = [Pinned(group.cluster_id, what, *found) for what, found in ends if found is not None]
    return caught, len(system.asked) + 2 * (len(pairs) + len(across))


def _system(
    group: Published, margin: Margin, least: int, least_cluster: tuple[int, int]
) -> tuple[System, list[Cell]]:
    # Rules that the numbers themselves contradict are not believed: such a release has broken them.
    system = System()
    size = system.count(min(least_cluster[1], group.conversations + margin.size))
    accounts = system.count(min(least_cluster[0], group.accounts + margin.size))
    system.state({size: 1.0}, group.conversations - margin.size, group.conversations + margin.size)
    system.state({accounts: 1.0}, group.accounts - margin.size, group.accounts + margin.size)
    system.state({size: 1.0, accounts: -1.0}, 0, math.inf)
    system.asked["repeated conversations of an account"] = {size: 1.0, accounts: -1.0}
    cells: list[Cell] = []
    for dimension, values in {**group.breakdowns, "period": group.timeline}.items():
        own = [
            (dimension, value, system.count(min(least, told + margin.cell))) for value, told in values.items()
        ]
        for (_, value, number), told in zip(own, values.values(), strict=True):
            system.state({number: 1.0}, told - margin.cell, told + margin.cell)
            system.asked[f"{dimension} {value}"] = {number: 1.0}
            system.asked[f"not {dimension} {value}"] = {size: 1.0, number: -1.0}
        rest = {size: 1.0, **{number: -1.0 for _, _, number in own}}
        if own and dimension == "period":
            system.state(rest, 0, math.inf)
            system.asked["without a period"] = rest
        elif own:
            system.state(rest, 0, 0)
        cells += own
    for name, told in group.across.items():
        number = system.count(min(least, told + margin.cell))
        system.state({number: 1.0}, told - margin.cell, told + margin.cell)
        system.state({accounts: 1.0, number: -1.0}, 0, math.inf)
        system.asked[f"accounts in {name}"] = {number: 1.0}
        system.asked[f"accounts not in {name}"] = {accounts: 1.0, number: -1.0}
        system.across.append(("accounts in", name, number))
    if group.mean_concern is not None:
        _mean(system, group, size, {value: number for name, value, number in cells if name == "concern"})
    return system, cells


def _mean(system: System, group: Published, size: int, told: Mapping[str, int]) -> None:
    """What the mean concern, published to its tenths, says of how many conversations have which concern."""
    each = {concern: system.count() for concern in CONCERNS}
    unknown = system.count()
    for concern, number in each.items():
        if str(concern) in told:
            system.state({number: 1.0, told[str(concern)]: -1.0}, 0, 0)
        system.asked[f"concern exactly {concern}"] = {number: 1.0}
        system.asked[f"concern {concern} or more"] = {
            each[higher]: 1.0 for higher in CONCERNS if higher >= concern
        }
    system.state({size: 1.0, unknown: -1.0, **dict.fromkeys(each.values(), -1.0)}, 0, 0)
    mean = group.mean_concern or 0.0
    for bound, low, high in ((mean - 0.05, 0.0, math.inf), (mean + 0.05, -math.inf, 0.0)):
        system.state({number: concern - bound for concern, number in each.items()}, low, high)


def _pair(
    system: System, cells: Sequence[Cell], first: Cell, second: Cell, least: int
) -> Iterator[tuple[str, Sum, System]]:
    """What is in two cells, and in the first alone, where the rules do not refute at once that it must be small.

    Nothing but the cells bounds what they share from above: where both are large enough, it may be too.
    """
    large = {cell for cell in cells if system.floor[cell[2]] >= least}
    beside = any(cell in large for cell in cells if cell[0] == second[0] and cell != second)
    if first in large and second in large and beside:
        return
    yield from _both(system, first, second, SIZE)


def _both(system: System, first: Cell, second: Cell, whole: int) -> Iterator[tuple[str, Sum, System]]:
    """What is in two cells of the unknown `whole`, and in the first alone."""
    both = System([*system.floor, 0.0], list(system.known))
    overlap = len(system.floor)
    for cell in (first, second):
        both.state({cell[2]: 1.0, overlap: -1.0}, 0, math.inf)
    both.state({overlap: 1.0, first[2]: -1.0, second[2]: -1.0, whole: 1.0}, 0, math.inf)
    name, other = f"{first[0]} {first[1]}", f"{second[0]} {second[1]}"
    yield f"{name} and {other}", {overlap: 1.0}, both
    yield f"{name} and not {other}", {first[2]: 1.0, overlap: -1.0}, both


def groups_of(export: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Published]:
    """The base clusters of a JSON export."""
    splits: dict[str, dict[str, dict[str, int]]] = {}
    for row in export["breakdowns"]:
        of_cluster = splits.setdefault(row["cluster_id"], {})
        of_cluster.setdefault(row["dimension"], {})[row["value"]] = row["conversations"]
    for row in export.get("features", ()):
        # The share is that of two whole numbers of conversations, so it tells the second.
        silent = round(row["conversations"] / row["share"]) - row["conversations"]
        both = {"active": row["conversations"], "not active": silent}
        splits.setdefault(row["cluster_id"], {})[f"feature {row['feature_id']}"] = both
    times: dict[str, dict[str, int]] = {}
    for row in export["timeline"]:
        times.setdefault(row["cluster_id"], {})[str(row["period_start"])] = row["conversations"]
    across: dict[str, dict[str, int]] = {}
    for row in export.get("group_clusters", ()):
        across.setdefault(row["cluster_id"], {})[row["group_id"]] = row["accounts"]
    return [
        Published(
            row["cluster_id"],
            row["conversations"],
            row["accounts"],
            splits.get(row["cluster_id"], {}),
            times.get(row["cluster_id"], {}),
            row["mean_concern"],
            across.get(row["cluster_id"], {}),
        )
        for row in export["clusters"]
        if row["level"] == 0
    ]
