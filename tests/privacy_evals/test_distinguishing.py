"""The attack finds a leak, does not find what is not there, and is held against the right bound."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from privacy_evals.distinguishing import area_under, auc_bound, auc_interval, distinguish

SCORES = st.lists(st.integers(-3, 3).map(float), min_size=1, max_size=12)


@given(SCORES, SCORES)
def test_area_is_the_share_of_pairs_in_order(inside, outside):
    pairs = [(a > b) + (a == b) / 2 for a in inside for b in outside]
    assert area_under(inside, outside) == pytest.approx(sum(pairs) / len(pairs))


@pytest.mark.parametrize(
    ("epsilon", "delta"), [(0.0, 0.0), (0.5, 0.01), (1.0, 1e-6), (4.0, 1e-6), (4.0, 0.2)]
)
def test_the_bound_is_the_area_under_the_trade_off_curve(epsilon, delta):
    def least_misses(false_alarms: float) -> float:
        return max(
            0.0, 1 - delta - math.exp(epsilon) * false_alarms, math.exp(-epsilon) * (1 - delta - false_alarms)
        )

    corner = (1 - delta) / (1 + math.exp(epsilon))
    area = quad(least_misses, 0, 1, points=[corner])[0]
    assert auc_bound(epsilon, delta) == pytest.approx(1 - area, abs=1e-7)


@given(st.floats(0, 8))
def test_randomised_response_reaches_the_bound_and_no_gaussian_of_that_price_passes_it(epsilon):
    truthful = math.exp(epsilon) / (1 + math.exp(epsilon))
    assert auc_bound(epsilon, 0.0) == pytest.approx(truthful)
    mu = 0.1
    delta = norm.cdf(-epsilon / mu + mu / 2) - math.exp(epsilon) * norm.cdf(-epsilon / mu - mu / 2)
    assert norm.cdf(mu / math.sqrt(2)) <= auc_bound(epsilon, max(delta, 0.0)) + 1e-9


def worlds(shift: float, seed: int, count: int = 60) -> list[dict[str, float]]:
    rng = np.random.default_rng(seed)
    return [{"n": float(rng.normal() + shift), f"word {rng.integers(5)}": 1.0} for _ in range(count)]


def test_a_leaky_number_is_found_and_an_equal_one_is_not():
    assert distinguish(worlds(8, 1), worlds(0, 2))[0] > 0.98
    auc, tested = distinguish(worlds(0, 3), worlds(0, 4))
    low, high = auc_interval(auc, tested)
    assert tested == 30
    assert low < 0.5 < high


def test_a_leaky_word_is_found():
    inside = [{**world, "word secret": 1.0} for world in worlds(0, 5)]
    assert distinguish(inside, worlds(0, 6))[0] > 0.98


def test_one_release_of_each_is_told_apart_by_any_difference():
    assert distinguish([{"a": 1.0}], [{"a": 1.0}]) == (0.5, 1)
    assert distinguish([{"a": 1.0}], [{"a": 2.0}]) == (1.0, 1)


@given(st.floats(0, 1), st.integers(2, 200))
def test_the_interval_holds_the_figure(auc, count):
    low, high = auc_interval(auc, count)
    assert 0 <= low <= auc <= high <= 1
