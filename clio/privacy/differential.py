"""The plan of the policy `dp`: how one (ε, δ) per account pays for everything that is published of a window.

The ledger of record is zero-concentrated differential privacy (zCDP, Bun & Steinke 2016): every mechanism below has
a ρ, the ρ of a window's mechanisms add up whatever order they run in and however later ones depend on the
answers of earlier ones, and OpenDP turns the sum into (ε, δ). Everything in a plan follows from settings that
are chosen without the data.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import opendp.prelude as dp
from scipy.stats import norm

from clio.errors import UserError
from clio.privacy.budget import WordPlan, check_epsilon, gaussian_delta, round_up_125
from clio.stored_noise import Price

SHARES = {"clusters": 0.30, "sizes": 0.05, "words": 0.50, "cells": 0.15}
"""Of ρ, which is half of the squared Gaussian-DP parameter; what is left of a hundred hundredths is nothing."""

ROUNDS = 3
FIRST_ROUND = 0.5  # of the clusters' share: sums and counts over public cells; the rest is the rounds'
COUNTS_OF_ROUND = 0.2  # of a round's ρ; the rest is its sums'
ACCOUNTS_PER_CLUSTER = 20  # times tau
DEFAULT_ACCOUNTS = 10_000

dp.enable_features("contrib")


@dataclass(frozen=True)
class DpPlan:
    """Noise fixed in advance. Sensitivities are those of adding or removing one account's whole window.

    `m` conversations an account count, in `facets` clusterings that share each part evenly; ρ values are of one
    facet.
    """

    epsilon: float
    delta: float
    """Total: what the Gaussian mechanisms and noisy choices leave, and delta_threshold."""

    delta_threshold: float
    """Chance that a tag of one account alone is released."""

    rho: float
    """Of the whole window, all facets."""

    accounts: int
    """`privacy.expected_accounts`."""

    m: int
    facets: int
    k: int
    """Clusters fitted in each facet."""

    rho_first: float
    """Sums and counts over the public cells."""

    rho_round: float
    """Each of ROUNDS."""

    rho_sizes: float
    rho_cells: float
    """Breakdowns, timeline and means."""

    words: WordPlan

    @property
    def sigma_sizes(self) -> float:
        """Noise on the number of accounts of a cluster."""
        return gaussian_sigma(self.rho_sizes if self.m == 1 else self.rho_sizes / 2, math.sqrt(self.m))

    @property
    def sigma_conversations(self) -> float:
        """Noise on the bounded conversations of a cluster: all m may be in one. With m = 1 they are the accounts."""
        return self.sigma_sizes if self.m == 1 else gaussian_sigma(self.rho_sizes / 2, self.m)

    @property
    def parts(self) -> dict[str, float]:
        """ε by share of ρ, for the manifest: what the window costs, divided as its ρ is."""
        return {name: self.epsilon * share for name, share in SHARES.items()}

    def prices(self, facets: Sequence[str], since: str, facet: str) -> dict[str, Price]:
        """What the draws cost from the step `since` (centers, sizes, phrases, cells) of `facet` on, in their order.

        A release draws step by step, each step facet by facet.
        """
        paid = self.delta - self.delta_threshold
        choice = (self.words.rho_per_choice or 0) * self.m * self.facets
        tags = self.words.K / (2 * self.words.sigma**2)
        steps = {
            "centers": {
                f"centers{number}": self.rho_round if number else self.rho_first
                for number in range(ROUNDS + 1)
            },
            "sizes": {"sizes": self.rho_sizes},
            "phrases": {"phrases": choice, "tags": tags},
            "cells": {"cells": self.rho_cells},
        }
        found, due = dict[str, Price](), False
        for step, draws in steps.items():
            for owner in [""] if step == "phrases" else facets:
                due = due or (step == since and owner in ("", facet))
                for name, rho in draws.items() if due else ():
                    rest = self.delta_threshold if name == "tags" else 0.0
                    found[f"{owner}.{name}" if owner else name] = Price(None, paid + rest, rho, rest)
        return found

    @property
    def gaussian_epsilon(self) -> float:
        """ε at the same δ if the whole were one Gaussian mechanism: an approximation, no claim."""
        return _gaussian_epsilon(math.sqrt(2 * self.rho), self.delta)


def plan_dp(
    epsilon: float,
    accounts: int,
    m: int,
    L: int,  # noqa: N803 (the design's letters)
    F: int,  # noqa: N803
    k: int | None = None,
    k_max: int = 2_000,
    override: bool = False,
) -> DpPlan:
    """Plan a window of about `accounts` accounts: `m` conversations each, `L` tags a conversation, `F` clusterings.

    δ = min(1e-6, 1 / (100 A)), a tenth of it for the tags' threshold; k = A / (20 tau) unless given.

    Raises:
        UserError: ε is not above 0, or above 8 without `override`; `accounts` is too few for one cluster.
    """
    check_epsilon(epsilon, override)
    expected = round_up_125(accounts)
    delta = min(1e-6, 1 / (100 * expected))
    threshold = delta / 10
    rho = zcdp_rho(epsilon, delta - threshold)
    words = _plan_words(rho * SHARES["words"], delta - threshold, threshold, m, L, F)
    most = int(accounts / (ACCOUNTS_PER_CLUSTER * words.tau))
    if most < 1:
        raise UserError(
            f"privacy.expected_accounts is {accounts:,}, too few for any cluster at epsilon {epsilon:g}: a cluster "
            f"needs about {math.ceil(ACCOUNTS_PER_CLUSTER * words.tau):,} accounts; raise epsilon, or run with the "
            "policy guarded."
        )
    clusters = rho * SHARES["clusters"] / F
    return DpPlan(
        epsilon=epsilon,
        delta=delta,
        delta_threshold=threshold,
        rho=rho,
        accounts=accounts,
        m=m,
        facets=F,
        k=k or min(most, k_max),
        rho_first=clusters * FIRST_ROUND,
        rho_round=clusters * (1 - FIRST_ROUND) / ROUNDS,
        rho_sizes=rho * SHARES["sizes"] / F,
        rho_cells=rho * SHARES["cells"] / F,
        words=words,
    )


def _plan_words(
    rho: float,
    delta: float,
    threshold: float,
    m: int,
    L: int,  # noqa: N803
    F: int,  # noqa: N803
) -> WordPlan:
    """Half of ρ for the choice of phrases, half for the tags.

    A choice by the exponential mechanism with parameter ε is ε-bounded-range, so ε²/8-zCDP (Cesar & Rogers 2021);
    an account votes in at most m F clusters, and clusters it does not vote in are chosen alike without it.
    """
    choice = rho / 2 / (m * F)
    pairs = m * L * F
    sigma = gaussian_sigma(rho / 2, math.sqrt(pairs))
    tau = 1 + sigma * float(norm.isf(threshold / pairs))
    per_choice = math.sqrt(8 * choice)
    return WordPlan(
        epsilon_phrase=per_choice * m * F,
        epsilon_per_choice=per_choice,
        epsilon_tags=_gaussian_epsilon(math.sqrt(pairs) / sigma, delta),
        delta=delta + threshold,
        delta_gauss=delta,
        delta_threshold=threshold,
        mu=math.sqrt(pairs) / sigma,
        sigma=sigma,
        tau=tau,
        release_at=math.floor(tau + 0.5) + 1,
        K=pairs,
        rho_per_choice=choice,
    )


def gaussian_sigma(rho: float, sensitivity: float) -> float:
    """Scale of the discrete Gaussian that is ρ-zCDP for integers of L2 `sensitivity` (Canonne et al. 2020, thm 4)."""
    return sensitivity / math.sqrt(2 * rho) * (1 + 1e-9)


@lru_cache(maxsize=64)
def zcdp_rho(epsilon: float, delta: float) -> float:
    """The largest ρ that OpenDP's conversion turns into at most (ε, δ); found by bisection."""
    low, high = 0.0, epsilon
    for _ in range(60):
        middle = (low + high) / 2
        if epsilon_of(middle, delta) <= epsilon:
            low = middle
        else:
            high = middle
    return low


def epsilon_of(rho: float, delta: float) -> float:
    """ε at δ of a ρ-zCDP mechanism, by OpenDP's conversion (Canonne, Kamath & Steinke 2020, proposition 7)."""
    if rho <= 0:
        return 0.0
    space = dp.atom_domain(T="i64"), dp.absolute_distance(T="i64")
    one: Any = dp.m.make_gaussian(*space, scale=1 / math.sqrt(2 * rho))
    return float(dp.c.make_zCDP_to_approxDP(one).map(1).epsilon(delta))


def _gaussian_epsilon(mu: float, delta: float) -> float:
    """The least ε with gaussian_delta(ε, mu) <= δ, by bisection."""
    low, high = 0.0, 4 * mu * mu + 40 * mu
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (low, middle) if gaussian_delta(middle, mu) <= delta else (middle, high)
    return high
