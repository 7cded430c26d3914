"""Scaling law of sparse autoencoders: held-out loss against the number of features and of training tokens.

The form is the one that Templeton et al. 2024 ("Scaling Monosemanticity", section on scaling laws) and Gao et al. 2024
(section 3) choose sizes by, with a floor: L = e + a·(F/F₀)^-α + b·(T/T₀)^-β, e, a, b >= 0. F₀ and T₀ are the geometric
means of what was run, so that a and b are the shares of the loss there.

For exponents α and β the rest is linear, so the fit is a least-squares problem in two unknowns. What the table does not
tell is told by its profile: an exponent's 95 % interval holds the values with which the best of all other parameters
leaves no more error than chance explains. Where it reaches the ends of what is searched, the table is no witness of
that exponent, and the fit says so instead of giving numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares, nnls
from scipy.stats import f as f_distribution

from clio.statistics import Interval

LOW, HIGH = 0.02, 4.0
"""Exponents that are searched; a published one is between 0.05 and 2."""
PARAMETERS = 5
LEAST_LEVELS = 3
"""Different widths, and token counts, below which a power law with a floor cannot be told from a line."""
GRID = 25
"""Values of each exponent that are tried at a time."""
ZOOMS = 30
SPANNED = 6
"""Steps of the grid that an interval must span to be told; a narrower one is looked at more closely."""
ROUNDING = 1e-6
"""Relative error of a loss that is no error: losses are measured in float32."""
CONFIDENCE = 0.95

Floats = NDArray[np.float64]


class Cell(NamedTuple):
    """One point of a loss table."""

    width: int
    tokens: int
    loss: float


class Unidentified(NamedTuple):
    """No fit, and why."""

    reason: str
    """A sentence."""


@dataclass(frozen=True, eq=False)
class ScalingLaw:
    """The fit, and the pairs of exponents that the table does not rule out."""

    e: float
    a: float
    b: float
    alpha: float
    beta: float
    width0: float
    tokens0: float
    alpha_interval: Interval
    beta_interval: Interval
    relative_error: float
    """Root mean square of what the law misses of a loss, as a share of it."""
    plausible: Floats
    """float64 [n, 5]: e, a, b, alpha, beta of fits inside the 95 % region, the best one first."""

    def loss(self, width: Floats | float, tokens: Floats | float) -> Floats:
        """The loss that the law tells, of the shape of its arguments."""
        found: Floats = self._losses(self.plausible[:1], width, tokens)[0]
        return found

    def losses(self, width: Floats | float, tokens: Floats | float) -> Floats:
        """The same by each plausible fit, [n, *shape]."""
        return self._losses(self.plausible, width, tokens)

    def _losses(self, fits: Floats, width: Floats | float, tokens: Floats | float) -> Floats:
        log_width, log_tokens = np.broadcast_arrays(
            np.log(np.asarray(width) / self.width0), np.log(np.asarray(tokens) / self.tokens0)
        )
        e, a, b, alpha, beta = fits.T.reshape(PARAMETERS, len(fits), *([1] * log_width.ndim))
        found: Floats = e + a * np.exp(-alpha * log_width) + b * np.exp(-beta * log_tokens)
        return found


def fit_law(cells: Sequence[Cell]) -> ScalingLaw | Unidentified:
    """Fit the law to relative errors by least squares, or say why the table does not identify it."""
    columns = (np.array([getattr(cell, name) for cell in cells], np.float64) for name in Cell._fields)
    widths, tokens, losses = columns
    if reason := _lacking(widths, tokens, losses):
        return Unidentified(reason)
    width0, tokens0 = (float(np.exp(np.log(values).mean())) for values in (widths, tokens))
    table = _Table(np.log(widths / width0), np.log(tokens / tokens0), losses)
    best, inside = table.region()
    for at, name, varied in ((0, "width", "widths"), (1, "tokens", "token counts")):
        exponents = inside[:, at]
        if exponents.min() <= LOW or exponents.max() >= HIGH:
            return Unidentified(
                f"the exponent of {name} is not bounded by these cells, all from {exponents.min():.2g} to "
                f"{exponents.max():.2g} fit: run more {varied}, over a wider range"
            )
    fits = np.array([[*table.linear(*pair), *pair] for pair in inside])
    ends = [np.append(inside[:, at], best[3 + at]) for at in (0, 1)]
    return ScalingLaw(
        **dict(zip(("e", "a", "b", "alpha", "beta"), best.tolist(), strict=True)),
        width0=width0,
        tokens0=tokens0,
        alpha_interval=Interval(float(ends[0].min()), float(ends[0].max())),
        beta_interval=Interval(float(ends[1].min()), float(ends[1].max())),
        relative_error=float(np.sqrt(np.square(table.errors(best)).mean())),
        plausible=np.vstack([best, fits]),
    )


def _lacking(widths: Floats, tokens: Floats, losses: Floats) -> str | None:
    """What no fit could make up for."""
    if not (np.isfinite(losses).all() and (losses > 0).all()):
        return "a loss is no positive number"
    if len(losses) <= PARAMETERS:
        return f"{len(losses)} cells are too few for {PARAMETERS} parameters: run at least {PARAMETERS + 1}"
    for name, values in (("widths", widths), ("token counts", tokens)):
        if len(np.unique(values)) < LEAST_LEVELS:
            return f"there are {len(np.unique(values))} different {name}: run at least {LEAST_LEVELS}"
    return None


@dataclass(frozen=True, eq=False)
class _Table:
    """Logarithms of widths and token counts over their means, and losses, [n] each."""

    log_width: Floats
    log_tokens: Floats
    losses: Floats

    def _design(self, alpha: float, beta: float) -> Floats:
        """What e, a and b are multiplied with to tell a loss as a share of the measured one, [n, 3]."""
        columns = (
            np.ones_like(self.losses), np.exp(-alpha * self.log_width), np.exp(-beta * self.log_tokens)
        )  # fmt: skip
        return np.stack(columns, 1) / self.losses[:, None]

    def linear(self, alpha: float, beta: float) -> Floats:
        """The best e, a and b, none negative."""
        found: Floats = nnls(self._design(alpha, beta), np.ones_like(self.losses))[0]
        return found

    def errors(self, parameters: Floats) -> Floats:
        """Relative errors [n] of e, a, b, alpha, beta."""
        found: Floats = self._design(parameters[3], parameters[4]) @ parameters[:3] - 1
        return found

    def _polished(self, alpha: float, beta: float) -> Floats:
        """The best parameters near a point of the grid."""
        start = np.array([*self.linear(alpha, beta), alpha, beta])
        bounds = ([0, 0, 0, LOW, LOW], [np.inf, np.inf, np.inf, HIGH, HIGH])
        found: Floats = least_squares(self.errors, start, bounds=bounds, xtol=1e-15, ftol=1e-15, gtol=1e-15).x
        better = np.square(self.errors(found)).sum() < np.square(self.errors(start)).sum()
        return found if better else start

    def region(self) -> tuple[Floats, Floats]:
        """The best parameters [5], and pairs of exponents [n, 2] that the table does not rule out.

        A grid of exponents is laid closer and closer around those that leave no more error than chance explains.
        """
        free = len(self.losses) - PARAMETERS
        allowed = 1 + f_distribution.ppf(CONFIDENCE, 1, free) / free
        box = [(LOW, HIGH), (LOW, HIGH)]
        best, inside = np.zeros(PARAMETERS), np.zeros((0, 2))
        least = np.inf
        for _ in range(ZOOMS):
            axes = [np.geomspace(*ends, GRID) for ends in box]
            axes = [np.clip(axis, LOW, HIGH) for axis in axes]
            errors = np.array([[self._squared(x, y) for y in axes[1]] for x in axes[0]])
            at = np.unravel_index(errors.argmin(), errors.shape)
            found = self._polished(axes[0][at[0]], axes[1][at[1]])
            if (left := float(np.square(self.errors(found)).sum())) < least:
                best, least = found, left
            limit = least * allowed + len(self.losses) * ROUNDING**2
            rows = np.argwhere(errors <= limit)
            inside = np.array([[axes[0][x], axes[1][y]] for x, y in rows]).reshape(-1, 2)
            # Where the grid is too coarse to hit the region, its nearest points tell in which directions it extends.
            around = np.argwhere(errors <= max(limit, 2 * float(errors.min())))
            low, high = around.min(0), around.max(0)
            if len(rows) and ((high - low) >= SPANNED).all():
                break
            box = [
                (float(axis[max(0, low[i] - 1)]), float(axis[min(GRID - 1, high[i] + 1)]))
                for i, axis in enumerate(axes)
            ]
        return best, inside if len(inside) else best[None, 3:]

    def _squared(self, alpha: float, beta: float) -> float:
        """The error that is left by the best e, a and b."""
        return float(nnls(self._design(alpha, beta), np.ones_like(self.losses))[1] ** 2)
