"""How charges add up: what one account may have lost on the worst day of a window, and over a year of windows."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from clio.policies import PAPER, Unit
from clio.privacy.differential import epsilon_of

CONVERTED_AT = 1e-6
"""Largest δ at which zero-concentrated DP is converted; where a charge states a smaller one, it is that."""
_LARGEST_RHO = 100.0  # beyond it the exact conversion overflows, and nothing is promised anyway
_DAYS_A_YEAR = 365
_DAY = timedelta(days=1)

Days = tuple[date, date] | None
"""First and last day, or None: unknown, which counts as every day."""


@dataclass(frozen=True)
class Charge:
    """What one draw, or one release under `paper`, costs an account with a history on these days of a source.

    `id` is a keyed hash that says nothing about the data; what stands before its first dash is the mechanism, drawn
    once a release. `days` None = unknown, so every day of the source. `epsilon`, `delta`, `rho` and `delta_rest` are
    those of a stored_noise.Price; under `paper` nothing bounds the loss, and epsilon and rho are None. `unit` is what
    that is the cost of: one of `unit` "conversation" bounds nothing for an account that holds many.
    """

    id: str
    source: str
    days: Days
    policy: str
    epsilon: float | None
    delta: float
    rho: float | None
    delta_rest: float
    at: datetime
    unit: Unit = "account"

    def __post_init__(self) -> None:
        if self.bounded and self.epsilon is None and self.rho is None:
            raise ValueError("a charge states epsilon or rho")

    @property
    def bounded(self) -> bool:
        """Whether a number bounds what it costs."""
        return self.policy != PAPER.name

    @property
    def pure(self) -> bool:
        """Whether it is pure ε-DP."""
        return self.epsilon is not None and self.delta == 0

    def covers(self, day: date | None) -> bool:
        """Whether it counts for `day`; None stands for a day that no dated charge covers."""
        return self.days is None or (day is not None and self.days[0] <= day <= self.days[1])

    def meets(self, days: Days) -> bool:
        """Whether it counts for any of `days`."""
        both = self.days is not None and days is not None
        return not both or (self.days[0] <= days[1] and days[0] <= self.days[1])  # type: ignore[index]


class Spent(NamedTuple):
    """What charges amount to together: (epsilon, delta)-DP; `rho` and `delta_rest` are sums over those with a rho."""

    epsilon: float = 0.0
    delta: float = 0.0
    rho: float = 0.0
    delta_rest: float = 0.0


def compose(charges: Iterable[Charge], times: int = 1) -> Spent:
    """Add up the bounded charges, each counted `times`; the cheapest of three sums, whatever the charges' order.

    First, basic composition of every (epsilon, delta). Second, rho added up where there is one (a pure ε-DP charge has
    ε²/2: Bun & Steinke 2016, proposition 1.4), converted to (ε, δ), beside basic composition of what has none. Third,
    the same with pure charges among the latter. Rho is converted at the smallest δ that a charge states, so that
    another charge never lowers epsilon.
    """
    paid = [charge for charge in charges if charge.bounded]
    convertible = [charge for charge in paid if _rho(charge) is not None]
    impure = [charge for charge in convertible if not charge.pure]
    sums = [_mixed(paid, chosen, times) for chosen in (convertible, impure)]
    if all(charge.epsilon is not None for charge in paid):
        sums.append(_added(paid, times))
    epsilon, delta = min(sums)
    rho = times * math.fsum(_rho(charge) or 0.0 for charge in paid)
    return Spent(epsilon, delta, rho, times * math.fsum(charge.delta_rest for charge in convertible))


def _mixed(paid: Sequence[Charge], chosen: Sequence[Charge], times: int) -> tuple[float, float]:
    """(ε, δ) of `chosen` by their rho, which each has, and of the others of `paid` by basic composition."""
    own = {id(charge) for charge in chosen}
    epsilon, delta = _added([charge for charge in paid if id(charge) not in own], times)
    if not chosen:
        return epsilon, delta
    stated = [charge.delta - charge.delta_rest for charge in chosen]
    at = min([CONVERTED_AT, *(delta for delta in stated if delta > 0)])
    rho = times * math.fsum(_rho(charge) or 0.0 for charge in chosen)
    thresholds = times * math.fsum(charge.delta_rest for charge in chosen)
    return epsilon + _converted(rho, at), delta + at + thresholds


def _added(charges: Sequence[Charge], times: int) -> tuple[float, float]:
    epsilon = math.fsum(charge.epsilon for charge in charges if charge.epsilon is not None)
    return times * epsilon, times * math.fsum(charge.delta for charge in charges)


def _rho(charge: Charge) -> float | None:
    if charge.rho is None and charge.epsilon is not None and charge.pure:
        return charge.epsilon**2 / 2
    return charge.rho


@lru_cache(maxsize=4096)
def _converted(rho: float, delta: float) -> float:
    if rho > _LARGEST_RHO:
        return rho + 2 * math.sqrt(rho * math.log(1 / delta))
    return epsilon_of(rho, delta)


def runs_of_days(charges: Sequence[Charge]) -> list[tuple[Days, list[Charge]]]:
    """The days of one source cut where a charge begins or ends, each run with what it was charged with.

    Last, as days None, every other day, where a charge counts for all of them.
    """
    dated = [charge.days for charge in charges if charge.days is not None]
    cuts = sorted({first for first, _ in dated} | {last + _DAY for _, last in dated})
    found: list[tuple[Days, list[Charge]]] = []
    for first, after in pairwise(cuts):
        if any(days[0] <= first <= days[1] for days in dated):
            found.append(((first, after - _DAY), [charge for charge in charges if charge.covers(first)]))
    others = [charge for charge in charges if charge.days is None]
    return [*found, (None, others)] if others else found


def releases(charges: Iterable[Charge]) -> int:
    """How many releases charges belong to: a mechanism is drawn once for each."""
    draws = Counter((charge.policy, charge.id.partition("-")[0]) for charge in charges)
    most = dict[str, int]()
    for (policy, _), count in draws.items():
        most[policy] = max(count, most.get(policy, 0))
    return sum(most.values())


def worst_day(charges: Iterable[Charge], days: Days, times: int = 1) -> Spent:
    """What an account may have lost that has its history on one day: the day of `days` that cost most."""
    met = [charge for charge in charges if charge.meets(days)]
    return max(compose((c for c in met if c.covers(day)), times) for day in _turns(met, days))


def _turns(charges: Sequence[Charge], days: Days) -> list[date | None]:
    """The days of `days` on which more may be charged than on the day before."""
    begun = {charge.days[0] for charge in charges if charge.days is not None}
    if days is None:
        return [None, *sorted(begun)]
    return [days[0], *sorted(day for day in begun if days[0] < day <= days[1])]


def told_in_all(charges: Sequence[Charge], days: Days) -> dict[str, float]:
    """The manifest's `budget.cumulative`: the worst of `days`, all of them, and a year of windows that cost as much.

    An account whose history lies on several days may have lost to releases of each, so all of them can be more.
    """
    spent, whole = worst_day(charges, days), compose(charge for charge in charges if charge.meets(days))
    told: dict[str, float] = {"epsilon": spent.epsilon, "delta": spent.delta}
    told |= {"window_epsilon": whole.epsilon, "window_delta": whole.delta}
    if days is not None:
        times = releases_a_year(days)
        year = worst_day(charges, days, times)
        told |= {"year_epsilon": year.epsilon, "year_delta": year.delta, "releases_a_year": times}
    return told


def releases_a_year(days: tuple[date, date]) -> int:
    """How many windows as long as `days` a year has, the last one begun."""
    return math.ceil(_DAYS_A_YEAR / ((days[1] - days[0]).days + 1))
