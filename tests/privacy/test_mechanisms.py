"""The noise itself: that it is drawn at the scale the privacy argument needs, no less and no more."""

import math

import numpy as np
import pytest

from clio.privacy.mechanisms import noisy_argmax, noisy_choice, noisy_counts, noisy_integers

DRAWS = 5_000


def share_of_first(counts: list[int], epsilon: float) -> float:
    vector = np.array(counts, np.int64)
    return noisy_argmax([vector] * DRAWS, epsilon).count(0) / DRAWS


def test_one_account_changes_the_odds_of_a_choice_by_e_to_the_epsilon_at_most():
    """Of two empty candidates one gets a vote: the other must keep e^-ε of its chance; it does just that."""
    epsilon, slack = 1.0, 5 * 0.5 / math.sqrt(DRAWS)
    assert share_of_first([0, 0], epsilon) == pytest.approx(0.5, abs=slack)
    assert 1 - share_of_first([1, 0], epsilon) == pytest.approx(0.5 * math.exp(-epsilon), abs=slack)


@pytest.mark.parametrize(("rho", "sensitivity", "votes"), [(0.125, 1, 1), (0.125, 100, 100), (0.5, 1, 1)])
def test_the_odds_of_a_choice_in_zcdp_are_those_of_the_exponential_mechanism(rho, sensitivity, votes):
    """Of two empty candidates one gets all that an account can give: the odds are e^ε, for ρ = ε²/8."""
    vector, odds = np.array([votes, 0], np.int64), math.exp(math.sqrt(8 * rho))
    share = noisy_choice([vector] * DRAWS, rho, sensitivity).count(0) / DRAWS
    assert share == pytest.approx(odds / (1 + odds), abs=5 * 0.5 / math.sqrt(DRAWS))


@pytest.mark.parametrize(("scale", "shape"), [(3.0, (200, 40)), (2.0**20, (8_000,))])
def test_integers_get_noise_of_the_scale_asked_for_each_its_own(scale, shape):
    values = np.arange(math.prod(shape), dtype=np.int64).reshape(shape)
    noise = noisy_integers(values, 1.0, 1.0, scale) - values
    assert (noise.shape, noise.dtype) == (shape, np.int64)
    assert abs(noise.mean()) < 6 * scale / math.sqrt(noise.size)
    assert noise.std() == pytest.approx(scale, rel=0.05)
    flat = noise.ravel()
    assert abs(np.corrcoef(flat[1:], flat[:-1])[0, 1]) < 0.07


def test_noise_that_would_cost_more_than_its_budget_is_not_drawn():
    """A scale of 1 for a sensitivity of 1 costs a ρ of 1/2."""
    values = np.zeros(3, np.int64)
    noisy_integers(values, 1.0, 0.5000001, 1.0)
    for sensitivity, rho, scale in ((1.0, 0.49, 1.0), (1.1, 0.5, 1.0), (1.0, 0.5, 0.9)):
        with pytest.raises(ArithmeticError):
            noisy_integers(values, sensitivity, rho, scale)


def test_a_clear_winner_is_chosen():
    counts = np.zeros(4_000, np.int64)
    counts[77] = 60
    assert noisy_argmax([counts] * 20, 1.0) == [77] * 20


def test_nothing_to_count_draws_nothing():
    assert noisy_argmax([], 1.0) == []
    assert noisy_counts(np.zeros(0, np.int64), 2.0).tolist() == []


def test_noise_is_an_integer_and_never_the_same_twice():
    one, two = (noisy_counts(np.full(200, 10, np.int64), 5.0) for _ in range(2))
    assert one.dtype == np.int64
    assert not np.array_equal(one, two)
