"""Telling two sets of releases apart: a learned attack, its AUC with an interval, and what a claim allows."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.stats import rankdata
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from clio.statistics import Interval, binomial_interval

Features = dict[str, float]
"""What an adversary reads off one release, by name; what is absent counts as 0."""


def distinguish(inside: Sequence[Features], outside: Sequence[Features]) -> tuple[float, int]:
    """AUC of the attack that learns on half of the releases and is scored on the rest; how many of each those are.

    With one release of each, which then must be deterministic, it is 1 when they differ at all and 0.5 otherwise.
    """
    if len(inside) == 1:
        return (0.5 if inside[0] == outside[0] else 1.0), 1
    half = len(inside) // 2
    learned: list[Mapping[str, float]] = [*inside[:half], *outside[:half]]
    # One account touches few cells and words, so few weights should differ from zero.
    sparse = LogisticRegression(l1_ratio=1.0, solver="liblinear", C=1.0, random_state=0)
    model = make_pipeline(DictVectorizer(sparse=False), StandardScaler(), sparse)
    model.fit(learned, [1] * half + [0] * half)
    scores = [model.decision_function(list(group[half:])) for group in (inside, outside)]
    return area_under(*scores), len(scores[0])


def area_under(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Chance that a score of `inside` is above one of `outside`, ties counting half (Mann and Whitney 1947)."""
    ranks = rankdata(np.concatenate([inside, outside]))[: len(inside)]
    return float((ranks.sum() - len(inside) * (len(inside) + 1) / 2) / (len(inside) * len(outside)))


def auc_interval(auc: float, worlds: int) -> Interval:
    """A cautious 95 % interval of an AUC measured on `worlds` releases of either kind.

    An AUC varies at most as the mean of `worlds` coin tosses does (van Dantzig 1951); their exact interval is taken.
    """
    if worlds == 1:
        return Interval(auc, auc)
    low = binomial_interval(math.floor(auc * worlds), worlds).low
    return Interval(low, binomial_interval(math.ceil(auc * worlds), worlds).high)


def auc_bound(epsilon: float, delta: float) -> float:
    """The largest AUC that any attack on one use of an (ε, δ)-DP mechanism can have.

    One minus the area under f(α) = max(0, 1 - δ - e^ε α, e^-ε (1 - δ - α)), the least false-negative rate at the
    false-positive rate α (Dong, Roth and Su 2022, JRSS B 84, proposition 3; Wasserman and Zhou 2010).
    """
    rest = 1 - delta
    meet = rest / (1 + math.exp(epsilon))
    steep = rest * meet - math.exp(epsilon) * meet**2 / 2
    flat = math.exp(-epsilon) * (rest - meet) ** 2 / 2
    return 1 - steep - flat
