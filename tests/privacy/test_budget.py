"""The noise must be what the claim says: checked against an independent computation of each δ."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from clio.errors import UserError
from clio.privacy.budget import WordBudget, gaussian_delta, gaussian_mu, plan_words, round_up_125
from clio.privacy.mechanisms import noisy_argmax, noisy_counts

epsilons = st.floats(0.2, 8)
small = st.integers(1, 3)


def discrete(sigma: float) -> tuple[np.ndarray, np.ndarray]:
    values = np.arange(-math.ceil(20 * sigma), math.ceil(20 * sigma) + 1)
    weights = np.exp(-(values**2) / (2 * sigma**2))
    return values, weights / weights.sum()


def joint_delta(epsilon: float, changes: int, sigma: float) -> float:
    """δ(ε) = sum of max(P - e^ε Q, 0) over the outcomes of `changes` counts that all differ by 1.

    Outcomes are grouped by their privacy loss, one count at a time, in another way than the code under test:
    from the two probability tables themselves.
    """
    values, q = discrete(sigma)
    p = np.roll(q, 1)  # the neighbour's counts are one higher
    joint = {0: (1.0, 1.0)}
    for _ in range(changes):
        grown: dict[int, tuple[float, float]] = {}
        for done, (a, b) in joint.items():
            for value, one_p, one_q in zip(values[1:-1], p[1:-1], q[1:-1], strict=True):
                if one_p < 1e-18 and one_q < 1e-18:
                    continue
                old = grown.get(done + value, (0.0, 0.0))
                grown[done + value] = (old[0] + a * one_p, old[1] + b * one_q)
        joint = grown
    return sum(max(a - math.exp(epsilon) * b, 0.0) for a, b in joint.values())


@given(epsilons, st.integers(10, 10**6), small, small, small)
def test_parts_add_up(epsilon, accounts, m, tags, facets):
    plan = plan_words(epsilon, accounts, m, tags, facets)
    assert plan.epsilon == pytest.approx(epsilon)
    assert sum(plan.parts.values()) == pytest.approx(epsilon)
    assert plan.delta == pytest.approx(plan.delta_gauss + plan.delta_threshold)
    assert plan.delta <= min(1e-6, 1 / (100 * accounts))
    assert m * tags * facets == plan.K
    assert m * facets * plan.epsilon_per_choice <= plan.epsilon_phrase * (1 + 1e-12)


@given(st.floats(0.1, 5), st.floats(0.05, 3))
def test_the_gaussian_relation_agrees_with_numeric_integration(epsilon, mu):
    # δ = integral of max(p - e^ε q, 0) for p = N(mu, 1), q = N(0, 1); the integrand is positive above x0.
    x0 = epsilon / mu + mu / 2
    numeric, _ = quad(lambda x: norm.pdf(x, mu) - math.exp(epsilon) * norm.pdf(x), x0, x0 + 40, epsabs=1e-14)
    assert gaussian_delta(epsilon, mu) == pytest.approx(numeric, rel=1e-5, abs=1e-12)


@given(st.floats(0.05, 6), st.floats(1e-12, 1e-3))
def test_mu_solves_the_relation(epsilon, delta):
    assert gaussian_delta(epsilon, gaussian_mu(epsilon, delta)) == pytest.approx(delta, rel=1e-4)


@pytest.mark.parametrize("epsilon", [1e-2, 1e-3, 1e-4, 1e-9])
@pytest.mark.parametrize("accounts", [10, 10**6])
def test_a_very_small_epsilon_is_much_noise_and_no_error(epsilon, accounts):
    plan = plan_words(epsilon, accounts, 1, 1, 1)
    assert gaussian_delta(plan.epsilon_tags, plan.mu) == pytest.approx(plan.delta_gauss, rel=1e-4)
    assert gaussian_delta(plan.epsilon_tags, 1 / plan.sigma) <= plan.delta_gauss
    noisy = noisy_counts(np.ones(200, np.int64), plan.sigma)
    assert plan.sigma / 2 < noisy.std() < 2 * plan.sigma
    assert noisy_argmax([np.array([100, 0], np.int64)], plan.epsilon_per_choice, 100)[0] in (0, 1)


@pytest.mark.parametrize("epsilon", [1.0, 2.0, 4.0, 8.0])
@pytest.mark.parametrize(("m", "tags", "facets"), [(1, 1, 1), (1, 2, 1), (1, 3, 1), (1, 2, 2)])
def test_sigma_is_the_gaussian_one_and_the_integers_own_delta_fits(epsilon, m, tags, facets):
    plan = plan_words(epsilon, 14_000, m, tags, facets)
    gaussian = math.sqrt(plan.K) / plan.mu
    assert gaussian <= plan.sigma <= 1.03 * gaussian
    for changes in range(1, plan.K + 1):  # an account may also touch fewer pairs than it is allowed
        assert joint_delta(plan.epsilon_tags, changes, plan.sigma) <= plan.delta_gauss * (1 + 1e-6)


@given(epsilons, st.integers(10, 10**6), small, small, small)
def test_a_lone_accounts_tags_are_released_with_at_most_delta(epsilon, accounts, m, tags, facets):
    plan = plan_words(epsilon, accounts, m, tags, facets)
    assert plan.tau == pytest.approx(1 + plan.sigma * norm.isf(plan.delta_threshold / plan.K))
    assert plan.release_at > plan.tau
    values, weights = discrete(plan.sigma)
    released = weights[1 + values >= plan.release_at].sum()
    assert plan.K * released <= plan.delta_threshold


def test_the_threshold_in_draws_of_the_real_noise():
    # At a delta large enough to be seen: counts of 1 must clear 1 + sigma z(delta) (and a half) that rarely.
    sigma, delta, draws = 2.3, 0.01, 50_000
    release_at = math.floor(1 + sigma * norm.isf(delta) + 0.5) + 1
    share = (noisy_counts(np.ones(draws, np.int64), sigma) >= release_at).mean()
    assert 0.2 * delta < share <= delta + 5 * math.sqrt(delta / draws)


def test_the_noise_has_the_scale_asked_for():
    noise = noisy_counts(np.full(40_000, 50, np.int64), 4.0) - 50
    assert abs(noise.mean()) < 6 * 4 / math.sqrt(40_000)
    assert noise.std() == pytest.approx(4, rel=0.02)


def test_more_accounts_a_smaller_delta():
    assert plan_words(4, 1_000, 1, 1, 1).delta == pytest.approx(1e-6)
    assert plan_words(4, 14_000, 1, 1, 1).delta == pytest.approx(5e-7)
    assert plan_words(4, 14_000, 1, 1, 1) == plan_words(4, 19_999, 1, 1, 1), (
        "steps hide the number of accounts"
    )


@pytest.mark.parametrize(
    ("number", "step"), [(0, 1), (1, 1), (3, 5), (5, 5), (6, 10), (14_000, 20_000), (51, 100)]
)
def test_steps_of_one_two_five(number, step):
    assert round_up_125(number) == step


@pytest.mark.parametrize("epsilon", [0, -1, 8.01, 100, float("nan"), float("inf")])
def test_a_meaningless_epsilon_is_refused_in_one_sentence(epsilon):
    with pytest.raises(UserError, match=r"^\[privacy\] epsilon is .*[^.]\.$"):
        plan_words(epsilon, 1_000, 1, 1, 1)


def test_above_eight_needs_an_override():
    assert plan_words(9, 1_000, 1, 1, 1, override=True).epsilon == 9
    assert WordBudget.split(9).epsilon == 9
