"""The word budget: how an ε becomes the noise on phrases and tags."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import log_ndtr
from scipy.stats import norm

from clio.errors import UserError

MAX_EPSILON = 8.0


@dataclass(frozen=True)
class WordBudget:
    """Tells `plan_words` how to distribute the ε of a window's words. The parts add up to the whole."""

    phrase: float
    """Share for the topic phrases, chosen by report-noisy-max: pure ε-DP, spends no δ."""

    tags: float
    """Share for the tags' noisy counts: (ε, δ)-DP, all of δ."""

    @classmethod
    def split(cls, epsilon: float) -> "WordBudget":
        """Half each: every cluster gets a readable phrase before any gets more tags."""
        return cls(phrase=epsilon / 2, tags=epsilon / 2)

    @property
    def epsilon(self) -> float:
        """The whole, by basic composition."""
        return self.phrase + self.tags


@dataclass(frozen=True)
class WordPlan:
    """Noise fixed before any word is counted; everything a claim about words needs."""

    epsilon_phrase: float
    """Spent on all phrase choices together."""

    epsilon_per_choice: float
    """Of one cluster's choice; an account votes in at most m F clusters."""

    epsilon_tags: float

    delta: float
    """Total: delta_gauss + delta_threshold."""

    delta_gauss: float

    delta_threshold: float
    """Chance that a tag of one account alone is released, over all its K pairs."""

    mu: float
    """The Gaussian-DP parameter with delta(epsilon_tags; mu) = delta_gauss."""

    sigma: float
    """Scale of the discrete Gaussian on each count: sqrt(K) / mu, widened until the integers' own δ fits."""

    tau: float
    """1 + sigma z(delta_threshold / K)."""

    release_at: int
    """The least noisy integer count above tau that is released: half a count is added for discreteness."""

    K: int
    """Most (cluster, tag) pairs of one account, m L F; the L2 sensitivity is sqrt(K)."""

    rho_per_choice: float | None = None
    """Of one cluster's choice in zCDP, by the exponential mechanism; None: report-noisy-max, counted in pure ε."""

    @property
    def epsilon(self) -> float:
        """What the words of the window cost, by basic composition of phrases and tags."""
        return self.epsilon_phrase + self.epsilon_tags

    @property
    def parts(self) -> dict[str, float]:
        """ε by mechanism, for the manifest."""
        return {"phrases": self.epsilon_phrase, "tags": self.epsilon_tags}


def plan_words(
    epsilon: float,
    accounts: int,
    m: int,
    L: int,  # noqa: N803 (the design's letters)
    F: int,  # noqa: N803
    override: bool = False,
) -> WordPlan:
    """Plan the noise for at most `m` conversations an account, `L` tags a conversation and `F` clusterings.

    `accounts` fixes δ = min(1e-6, 1 / (100 A)), A rounded up to the next 1-2-5 step; a tenth of it pays for
    the threshold. Raises UserError when ε is not above 0, or above 8 without `override`.
    """
    check_epsilon(epsilon, override)
    if min(m, L, F) < 1:
        raise ValueError("m, L and F are at least 1")
    budget = WordBudget.split(epsilon)
    k = m * L * F
    delta = min(1e-6, 1 / (100 * round_up_125(accounts)))
    threshold = delta / 10
    gauss = delta - threshold
    mu = gaussian_mu(budget.tags, gauss)
    sigma = _discrete_sigma(budget.tags, gauss, k, math.sqrt(k) / mu)
    tau = 1 + sigma * float(norm.isf(threshold / k))
    return WordPlan(
        epsilon_phrase=budget.phrase,
        epsilon_per_choice=budget.phrase / (m * F),
        epsilon_tags=budget.tags,
        delta=delta,
        delta_gauss=gauss,
        delta_threshold=threshold,
        mu=mu,
        sigma=sigma,
        tau=tau,
        release_at=math.floor(tau + 0.5) + 1,
        K=k,
    )


def check_epsilon(epsilon: float, override: bool = False) -> None:
    """Raise UserError when ε is not above 0, or above 8 without `override`."""
    if not (math.isfinite(epsilon) and epsilon > 0):
        raise UserError(f"[privacy] epsilon is {epsilon:g}: choose a number above 0, for example 4.")
    if epsilon > MAX_EPSILON and not override:
        raise UserError(
            f"[privacy] epsilon is {epsilon:g}, and above {MAX_EPSILON:g} the promise says little about one "
            f"account: choose at most {MAX_EPSILON:g}, or set privacy.allow_large_epsilon = true, which every release "
            "will show."
        )


def round_up_125(number: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50, … at or above `number`, so that a parameter hides the exact number."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if factor * step >= number:
                return factor * step
        step *= 10


def gaussian_delta(epsilon: float, mu: float) -> float:
    """δ(ε) of a mu-Gaussian-DP mechanism: Phi(-ε/mu + mu/2) - e^ε Phi(-ε/mu - mu/2).

    Balle & Wang 2018, theorem 8; Dong, Roth & Su 2022, corollary 1.
    """
    spent = log_ndtr(-epsilon / mu + mu / 2)
    back = epsilon + log_ndtr(-epsilon / mu - mu / 2)
    return float(-math.exp(spent) * math.expm1(back - spent))


def gaussian_mu(epsilon: float, delta: float) -> float:
    """The largest mu whose Gaussian mechanism is (ε, δ)-DP."""
    # At ε = 0 delta is mu / sqrt(2 pi) at most, so that mu is above delta whatever ε is.
    found = brentq(lambda mu: gaussian_delta(epsilon, mu) - delta, delta, 50 + 2 * epsilon, xtol=delta * 1e-6)
    return float(found)


def discrete_gaussian_delta(epsilon: float, k: int, sigma: float) -> float:
    """δ(ε) of integer counts with discrete Gaussian noise of scale `sigma` when `k` of them change by 1.

    Exact up to rounding: the privacy loss (k + 2 S) / (2 sigma²) depends on the sum S of the k noises only.
    """
    reach = math.ceil(14 * sigma) + 1
    values = np.arange(-reach, reach + 1)
    one = np.exp(-(values**2) / (2 * sigma**2))
    one /= one.sum()
    total = one
    for _ in range(k - 1):
        total = np.convolve(total, one)
    sums = np.arange(len(total)) - len(total) // 2
    excess = (k + 2 * sums) / (2 * sigma**2) - epsilon
    return float(np.sum(np.where(excess > 0, -total * np.expm1(-excess), 0.0)))


def _discrete_sigma(epsilon: float, delta: float, k: int, sigma: float) -> float:
    """The least sigma from the continuous one on, in steps of 0.5 %, whose discrete δ is within `delta`.

    The continuous relation is off by up to a sixth for one pair and small sigma, either way. Above a sigma of
    16 the two agree to 1e-3, and one step, which lowers δ by several percent, is the margin.
    """
    if sigma > 16:
        return sigma * 1.005
    while discrete_gaussian_delta(epsilon, k, sigma) > delta:
        sigma *= 1.005
    return sigma
