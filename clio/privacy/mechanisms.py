"""The two noisy mechanisms behind a release's words, on OpenDP's secure source of noise."""

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


def noisy_counts(counts: NDArray[np.int64], sigma: float) -> NDArray[np.int64]:
    """Each integer plus discrete Gaussian noise of scale `sigma` (Canonne, Kamath & Steinke 2020)."""
    if len(counts) == 0:
        return counts
    add: Any = dp.m.make_gaussian(_COUNTS, dp.l2_distance(T=float), scale=sigma)
    return np.asarray(add(counts.tolist()), dtype=np.int64)
