"""The noisy mechanisms behind a release, on OpenDP's secure source of noise."""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import opendp.prelude as dp
from numpy.typing import NDArray

dp.enable_features("contrib")

_COUNTS = dp.vector_domain(dp.atom_domain(T="i64"))


def noisy_argmax(scores: Iterable[NDArray[np.int64]], epsilon: float, sensitivity: int = 1) -> list[int]:
    """For each vector of scores, a row whose score is nearly the largest; ε-DP per vector.

    Report-noisy-max with exponential noise (McKenna & Sheldon 2020). An account may change every score of a
    vector by at most `sensitivity` and all in one direction, as sums of its own non-negative parts do when an
    account is removed: then the noise's scale is sensitivity / ε and not twice that.
    """
    space = _COUNTS, dp.linf_distance(T="i64", monotonic=True)
    choose: Any = dp.m.make_noisy_max(*space, dp.max_divergence(), scale=(1 + 1e-9) * sensitivity / epsilon)
    if choose.map(sensitivity) > epsilon:
        raise ArithmeticError("the noisy choice would spend more than its budget")
    return [int(choose(vector.tolist())) for vector in scores]


def noisy_choice(scores: Iterable[NDArray[np.int64]], rho: float, sensitivity: int = 1) -> list[int]:
    """As `noisy_argmax`, by the exponential mechanism; ρ-zCDP per vector.

    Gumbel noise of scale sensitivity / sqrt(8 ρ) (Durfee & Rogers 2019); scores change in one direction only.
    """
    space = _COUNTS, dp.linf_distance(T="i64", monotonic=True)
    scale = (1 + 1e-9) * sensitivity / math.sqrt(8 * rho)
    choose: Any = dp.m.make_noisy_max(*space, dp.zero_concentrated_divergence(), scale=scale)
    if choose.map(sensitivity) > rho:
        raise ArithmeticError("the noisy choice would spend more than its budget")
    return [int(choose(vector.tolist())) for vector in scores]


def noisy_integers(
    values: NDArray[np.int64], sensitivity: float, rho: float, scale: float
) -> NDArray[np.int64]:
    """Integers of any shape plus discrete Gaussian noise of `scale`; ρ-zCDP for their L2 `sensitivity`.

    Raises ArithmeticError when noise of that scale would spend more than ρ.
    """
    add: Any = dp.m.make_gaussian(_COUNTS, dp.l2_distance(T=float), scale=scale)
    if add.map(float(sensitivity)) > rho:
        raise ArithmeticError("the noise would spend more than its budget")
    flat = add(values.ravel().tolist()) if values.size else []
    return np.asarray(flat, dtype=np.int64).reshape(values.shape)


def noisy_counts(counts: NDArray[np.int64], sigma: float) -> NDArray[np.int64]:
    """Each integer plus discrete Gaussian noise of scale `sigma` (Canonne, Kamath & Steinke 2020)."""
    if len(counts) == 0:
        return counts
    add: Any = dp.m.make_gaussian(_COUNTS, dp.l2_distance(T=float), scale=sigma)
    return np.asarray(add(counts.tolist()), dtype=np.int64)
