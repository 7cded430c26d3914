"""The noise itself: that it is drawn at the scale the privacy argument needs, no less and no more."""

import math

import numpy as np
import pytest

from clio.privacy.mechanisms import noisy_argmax, noisy_counts

DRAWS = 20_000


def share_of_first(counts: list[int], epsilon: float) -> float:
    vector = np.array(counts, np.int64)
    return noisy_argmax([vector] * DRAWS, epsilon).count(0) / DRAWS


def test_one_account_changes_the_odds_of_a_choice_by_e_to_the_epsilon_at_most():
    epsilon = 1.0
    with_account, without = share_of_first([1, 0, 0], epsilon), share_of_first([0, 0, 0], epsilon)
    slack = 6 / math.sqrt(DRAWS)
    assert without == pytest.approx(1 / 3, abs=slack)
    assert with_account <= math.exp(epsilon) * without + slack
    assert with_account > without + slack, "and the vote does count"


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
