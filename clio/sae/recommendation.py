"""Which width and how many tokens a compute budget is best spent on, within what a sweep has run and not beyond.

A law fitted to a table says nothing of what lies outside of it: a recommendation is an inner point, in logarithms, of
the convex hull of the cells that were run.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from clio.errors import UserError
from clio.sae.autoencoder import Kind
from clio.sae.compute import flops_per_token
from clio.sae.scaling import Cell, ScalingLaw
from clio.statistics import Interval

WIDTHS = 400
"""Widths that are tried."""
SLACK = 1e-6
"""Of the hull, in logarithms: cells lie on its faces."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Recommendation:
    """The best use of a budget."""

    flops: float
    width: int
    tokens: int
    loss: float
    loss_interval: Interval
    """What the plausible fits tell of the same width and tokens."""
    width_interval: Interval
    """The widths that the plausible fits would choose."""
    at_edge: bool
    """The best lies at the edge of what was run, so a better one may lie outside."""


@dataclass(frozen=True, eq=False)
class Supported:
    """The cells of a sweep, of one kind and k, on states of `d` dimensions: what they allow to be said."""

    kind: Kind
    d: int
    k: int
    cells: Sequence[Cell]

    def flops(self, width: float, tokens: float) -> float:
        """What a training costs."""
        return tokens * flops_per_token(self.kind, self.d, width, self.k)

    @property
    def range(self) -> Interval:
        """The least and the most that a cell cost, FLOPs."""
        costs = [self.flops(cell.width, cell.tokens) for cell in self.cells]
        return Interval(min(costs), max(costs))

    def check(self, flops: float) -> None:
        """Raise UserError for a budget outside of what the cells cost; it says the range that they support."""
        low, high = self.range
        if low * (1 - SLACK) <= flops <= high * (1 + SLACK):
            return
        much = (
            f"{flops / high:.3g} times the dearest" if flops > high else f"{flops / low:.3g} of the cheapest"
        )
        raise UserError(
            f"{flops:.3g} FLOPs are {much} cell of the sweep at k {self.k}: it supports budgets from {low:.3g} to "
            f"{high:.3g} FLOPs, a factor of {high / low:.3g}; choose one of these, or run other cells."
        )

    def choices(self, flops: float) -> tuple[Floats, Floats]:
        """Widths, ascending, and the tokens that the budget allows each, where both lie within what was run; [n]."""
        own = np.array([cell.width for cell in self.cells], np.float64)
        widths = np.unique(np.append(np.geomspace(own.min(), own.max(), WIDTHS), own))
        tokens = np.array([flops / self.flops(width, 1) for width in widths])
        hull = ConvexHull(np.log([(cell.width, cell.tokens) for cell in self.cells]))
        points = np.log(np.stack([widths, tokens], 1))
        inside = (points @ hull.equations[:, :2].T + hull.equations[:, 2] <= SLACK).all(1)
        return widths[inside], tokens[inside]


def recommend(law: ScalingLaw, run: Supported, flops: float) -> Recommendation:
    """The width and tokens of the least loss among those that cost `flops`.

    Raises UserError for a budget outside of what the cells cost.
    """
    run.check(flops)
    widths, tokens = run.choices(flops)
    if not len(widths):
        raise UserError(
            f"No width within the sweep takes {flops:.3g} FLOPs: choose another budget, or run more cells."
        )
    told = law.losses(widths, tokens)
    chosen = told.argmin(1)
    best = int(chosen[0])
    return Recommendation(
        flops=flops,
        width=round(float(widths[best])),
        tokens=int(tokens[best]),
        loss=float(told[0, best]),
        loss_interval=Interval(float(told[:, best].min()), float(told[:, best].max())),
        width_interval=Interval(float(widths[chosen.min()]), float(widths[chosen.max()])),
        at_edge=best in (0, len(widths) - 1),
    )
