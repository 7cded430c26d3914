"""Prevalence ratios with intervals, and false-discovery control: pure functions over columns of numbers.

What is returned are Polars series in which an undefined number is null: no NaN, no infinity leaves here.
"""

from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, ndtr, ndtri
from scipy.stats import false_discovery_control

Floats = NDArray[np.float64]

_Z95 = float(ndtri(0.975))


class PrevalenceRatio(NamedTuple):
    """Columns [n] of float64; null where undefined."""

    ratio: pl.Series
    ci_low: pl.Series
    """Lower end of the 95 % interval of the ratio."""
    ci_high: pl.Series
    p_value: pl.Series
    """Two-sided test of ratio 1; below .05 exactly where the interval leaves out 1."""


def prevalence_ratio(
    count: ArrayLike,
    total: ArrayLike,
    base_count: ArrayLike,
    base_total: ArrayLike,
    *,
    design_effect: ArrayLike = 1.0,
    base_design_effect: ArrayLike = 1.0,
    nested: bool = False,
    log_noise: ArrayLike = 0.0,
) -> PrevalenceRatio:
    """Compare the shares count/total and base_count/base_total, row by row (all arguments broadcast to [n]).

    The interval is Katz's (Katz et al. 1978, Biometrics 34): log ratio ± 1.96 standard errors by the delta
    method, with two changes. `nested` says that the group is part of the base; the two shares then move
    together, and the group and the rest of the base are the independent parts. Variances use shares with half
    a count added to each side, so that shares of 0 or 1 do not give intervals of no width.

    `design_effect` and `base_design_effect` are conversations per account (of the base's rest, when nested):
    sizes are divided by them, as if all conversations of an account were one observation (Kish, correlation 1
    within accounts, the cautious end). `log_noise` is variance to add on the log scale, such as rounding's.

    Undefined are: a ratio without a total or a base count; an interval and a p-value also when the count is 0
    or a nested group is its whole base.
    """
    a, n, base_a, base_n, effect, base_effect, noise = np.broadcast_arrays(
        *(
            np.atleast_1d(np.asarray(value, dtype=np.float64))
            for value in (
                count, total, base_count, base_total, design_effect, base_design_effect, log_noise
            )
        )
    )  # fmt: skip
    weight = n / np.where(base_n > 0, base_n, np.nan) if nested else np.zeros_like(n)
    rest_a, rest_n = (base_a - a, base_n - n) if nested else (base_a, base_n)
    with np.errstate(all="ignore"):
        ratio = (a / n) / (base_a / base_n)
        log_ratio = np.log(ratio)
        variance = _log_variance(
            a, n, np.maximum(effect, 1), rest_a, rest_n, np.maximum(base_effect, 1), weight
        )
        error = np.sqrt(variance + noise)
        low, high = np.exp(log_ratio - _Z95 * error), np.exp(log_ratio + _Z95 * error)
        p_value = 2 * ndtr(-np.abs(log_ratio) / error)
    defined = np.isfinite(log_ratio) & np.isfinite(error) & (error > 0) & np.isfinite(high)
    return PrevalenceRatio(
        ratio=_column("ratio", ratio, np.isfinite(ratio)),
        ci_low=_column("ci_low", low, defined),
        ci_high=_column("ci_high", high, defined),
        p_value=_column("p_value", p_value, defined),
    )


def benjamini_hochberg(p_values: pl.Series) -> pl.Series:
    """Adjust p-values [n] for the false-discovery rate (Benjamini and Hochberg 1995); nulls stay null."""
    defined = p_values.is_not_null().to_numpy()
    adjusted = np.full(len(p_values), np.nan)
    if defined.any():
        adjusted[defined] = false_discovery_control(p_values.drop_nulls().to_numpy(), method="bh")
    return _column("q_value", adjusted, defined)


def two_digits(number: pl.Expr) -> pl.Expr:
    """A number as it is published: two significant digits, none behind the hundredths."""
    return number.round_sig_figs(2).round(2) + 0.0  # so that no zero is negative


class Interval(NamedTuple):
    """Two ends, both included."""

    low: float
    high: float


def binomial_interval(successes: int, trials: int, confidence: float = 0.95) -> Interval:
    """The exact two-sided interval of a proportion (Clopper and Pearson 1934, Biometrika 26).

    It holds the true proportion at least `confidence` of the time, whatever that is. No trials: [0, 1].
    Raises ValueError unless 0 <= successes <= trials and 0 < confidence < 1.
    """
    if not 0 <= successes <= trials or not 0 < confidence < 1:
        raise ValueError("successes must lie between 0 and trials, and confidence between 0 and 1")
    tail = (1 - confidence) / 2
    low = 0.0 if successes == 0 else float(betaincinv(successes, trials - successes + 1, tail))
    high = 1.0 if successes == trials else float(betaincinv(successes + 1, trials - successes, 1 - tail))
    return Interval(low, high)


def _log_variance(
    a: Floats, n: Floats, effect: Floats, rest_a: Floats, rest_n: Floats, rest_effect: Floats, weight: Floats
) -> Floats:
    """Variance of log(group share) - log(base share), base share = weight·group + (1 - weight)·rest; [n]."""
    size, rest_size = n / effect, rest_n / rest_effect
    share = (a / effect + 0.5) / (size + 1)
    rest = (rest_a / rest_effect + 0.5) / (rest_size + 1)
    base = weight * share + (1 - weight) * rest
    of_group = (1 / share - weight / base) ** 2 * share * (1 - share) / size
    of_rest = ((1 - weight) / base) ** 2 * rest * (1 - rest) / rest_size
    return np.asarray(of_group + of_rest, dtype=np.float64)


def _column(name: str, values: Floats, defined: NDArray[np.bool_]) -> pl.Series:
    return pl.Series(name, np.where(defined, values, np.nan), dtype=pl.Float64).fill_nan(None)
