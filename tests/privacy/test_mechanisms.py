"""The noise itself: that it is drawn at the scale the privacy argument needs, no less and no more."""

import math

import numpy as np
import pytest

from clio.privacy.mechanisms import noisy_argmax, noisy_counts

DRAWS = 5_000


def share_of_first(counts: list[int], epsilon: float) -> float:
    vector = np.array(counts, np.int64)
    return noisy_argmax([vector] * DRAWS, epsilon).count(0) / DRAWS


def test_one_account_changes_the_odds_of_a_choice_by_e_to_the_epsilon_at_most():
    """Of two empty candidates one gets a vote: the other must keep e^-ε of its chance; it does just that."""
    epsilon, slack = 1.0, 5 * 0.5 / math.sqrt(DRAWS)
    assert share_of_first([0, 0], epsilon) == pytest.approx(0.5, abs=slack)
    assert 1 - share_of_first([1, 0], epsilon) == pytest.approx(0.5 * math.exp(-epsilon), abs=slack)


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
