"""How charges add up: what one account may have lost on the worst day of a window, and over a year of windows."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import opendp.prelude as dp

from clio.policies import PAPER

dp.enable_features("contrib")

CONVERTED_AT = 1e-6
"""Largest δ at which zero-concentrated DP is converted; where a charge states a smaller one, it is that."""
_LARGEST_RHO = 100.0  # beyond it the exact conversion overflows, and nothing is promised anyway
_DAYS_A_YEAR = 365

Days = tuple[date, date] | None
"""First and last day, or None: unknown, which counts as every day."""


@dataclass(frozen=True)
class Charge:
    """What one draw, or one release under `paper`, costs an account with a history on these days of a source.

    `id` is a keyed hash that says nothing about the data; what stands before its first dash is the mechanism, drawn
    once a release. `days` None = unknown, so every day of the source. `epsilon`, `delta`, `rho` and `delta_rest` are
    those of a stored_noise.Price; under `paper` nothing bounds the loss, and epsilon and rho are None.
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

    def __post_init__(self) -> None:
        if self.bounded and self.epsilon is None and self.rho is None:
            raise ValueError("a charge states epsilon or rho")

    @property
    def bounded(self) -> bool:
        """Whether a number bounds what it costs."""
        return self.policy != PAPER.name

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
    """Add up the bounded charges, each counted `times`; the cheaper of two sums, whatever the charges' order.

    One is basic composition of every (epsilon, delta). The other adds up rho where there is one (a pure ε-DP charge
    has ε²/2: Bun & Steinke 2016, proposition 1.4), converts the sum to (ε, δ) and adds what states no rho. The δ
    of the conversion is the smallest that a charge states, so that another charge never lowers epsilon.
    """
    paid = [charge for charge in charges if charge.bounded]
    with_rho = [(charge, rho) for charge in paid if (rho := _rho(charge)) is not None]
    others = [charge for charge in paid if _rho(charge) is None]
    rho = times * math.fsum(rho for _, rho in with_rho)
    rest = times * math.fsum(charge.delta_rest for charge, _ in with_rho)
    sums = []
    if all(charge.epsilon is not None for charge in paid):
        sums.append(_added(paid, times))
    if with_rho:
        stated = [charge.delta - charge.delta_rest for charge, _ in with_rho]
        at = min([CONVERTED_AT, *(delta for delta in stated if delta > 0)])
        epsilon, delta = _added(others, times)
        sums.append((epsilon + zcdp_epsilon(rho, at), delta + at + rest))
    epsilon, delta = min(sums)
    return Spent(epsilon, delta, rho, rest)


def _added(charges: Sequence[Charge], times: int) -> tuple[float, float]:
    epsilon = math.fsum(charge.epsilon for charge in charges if charge.epsilon is not None)
    return times * epsilon, times * math.fsum(charge.delta for charge in charges)


def _rho(charge: Charge) -> float | None:
    if charge.rho is None and charge.epsilon is not None and charge.delta == 0:
        return charge.epsilon**2 / 2
    return charge.rho


@lru_cache(maxsize=4096)
def zcdp_epsilon(rho: float, delta: float) -> float:
    """Least ε that OpenDP proves for rho-zCDP at `delta` (Canonne, Kamath & Steinke 2020, proposition 7)."""
    if rho == 0:
        return 0.0
    if rho > _LARGEST_RHO:
        return rho + 2 * math.sqrt(rho * math.log(1 / delta))
    space = dp.atom_domain(T="i64"), dp.absolute_distance(T=float)
    gaussian: Any = dp.m.make_gaussian(*space, scale=1 / math.sqrt(2 * rho))
    return float(dp.c.make_zCDP_to_approxDP(gaussian).map(1.0).epsilon(delta))


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
    """The manifest's `budget.cumulative`: the worst of `days`, and a year in which every window costs as much."""
    spent = worst_day(charges, days)
    told: dict[str, float] = {"epsilon": spent.epsilon, "delta": spent.delta}
    if days is not None:
        times = releases_a_year(days)
        year = worst_day(charges, days, times)
        told |= {"year_epsilon": year.epsilon, "year_delta": year.delta, "releases_a_year": times}
    return told


def releases_a_year(days: tuple[date, date]) -> int:
    """How many windows as long as `days` a year has, the last one begun."""
    return math.ceil(_DAYS_A_YEAR / ((days[1] - days[0]).days + 1))
