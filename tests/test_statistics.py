"""Intervals and adjusted p-values: they must be right, cover what they say, and never be NaN or infinite."""

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest, false_discovery_control
from scipy.stats.contingency import relative_risk

from clio.statistics import benjamini_hochberg, binomial_interval, prevalence_ratio


def test_interval_of_two_groups_is_katz():
    """Against scipy's Katz interval, where half a count more or less cannot matter."""
    ours = prevalence_ratio(4_000, 20_000, 9_000, 60_000)
    theirs = relative_risk(4_000, 20_000, 9_000, 60_000)
    interval = theirs.confidence_interval(0.95)
    assert ours.ratio[0] == pytest.approx(theirs.relative_risk)
    assert ours.ci_low[0] == pytest.approx(interval.low, rel=1e-3)
    assert ours.ci_high[0] == pytest.approx(interval.high, rel=1e-3)


def _coverage(accounts: int, each: int, design_effect: float) -> float:
    """Share of 4,000 simulated groups (in bases of 10 such groups) whose interval holds the true ratio.

    Each account has `each` conversations, all with the value or all without.
    """
    generator = np.random.default_rng(0)
    runs, share, rest_share = 4_000, 0.3, 0.15
    mine = generator.binomial(accounts, share, runs) * each
    rest = generator.binomial(accounts * 9, rest_share, runs) * each
    found = prevalence_ratio(
        mine,
        accounts * each,
        mine + rest,
        accounts * each * 10,
        design_effect=design_effect,
        base_design_effect=design_effect,
        nested=True,
    )
    truth = share / (0.1 * share + 0.9 * rest_share)
    return float(((found.ci_low <= truth) & (truth <= found.ci_high)).mean())


def test_interval_of_a_group_inside_its_base_covers_95_percent():
    assert 0.94 < _coverage(accounts=200, each=1, design_effect=1) < 0.965


def test_design_effect_restores_coverage_when_accounts_repeat_themselves():
    """Ten conversations of each account are not ten observations."""
    assert _coverage(accounts=200, each=10, design_effect=1) < 0.6
    assert 0.94 < _coverage(accounts=200, each=10, design_effect=10) < 0.965


def test_p_values_are_uniform_where_nothing_differs():
    generator = np.random.default_rng(1)
    mine, rest = generator.binomial(500, 0.3, 4_000), generator.binomial(4_500, 0.3, 4_000)
    p_values = prevalence_ratio(mine, 500, mine + rest, 5_000, nested=True).p_value
    for level in (0.05, 0.2, 0.5):
        assert (p_values < level).mean() == pytest.approx(level, abs=0.025)


counts = st.integers(0, 10**7)


@given(counts, counts, counts, counts, st.floats(0, 1e6), st.booleans(), st.floats(0, 100))
@settings(deadline=None, max_examples=400)
def test_numbers_are_finite_or_null_and_agree(a, b, c, d, effect, nested, noise):
    """No input gives NaN or infinity; the interval holds the ratio and says what the p-value says."""
    row = prevalence_ratio(
        a, a + b, a + c, a + b + c + d, design_effect=effect, nested=nested, log_noise=noise
    )
    for column in row:
        assert column[0] is None or math.isfinite(column[0])
    assert (row.ratio[0] is None) == (a + b == 0 or a + c == 0)
    if row.ci_low[0] is not None:
        assert row.ci_low[0] <= row.ratio[0] <= row.ci_high[0]
        assert 0 <= row.p_value[0] <= 1
        if abs(row.p_value[0] - 0.05) > 1e-9:
            assert (row.p_value[0] < 0.05) == (not row.ci_low[0] <= 1 <= row.ci_high[0])
    assert (row.ci_low[0] is None) == (row.p_value[0] is None) == (row.ci_high[0] is None)


def test_more_conversations_of_as_few_accounts_widen_the_interval():
    effects = np.array([1.0, 2.0, 5.0, 20.0])
    row = prevalence_ratio(100, 400, 1_000, 9_000, design_effect=effects, nested=True)
    widths = (row.ci_high / row.ci_low).to_list()
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_shares_of_one_have_an_interval_with_width():
    row = prevalence_ratio(50, 50, 50, 1_000, nested=True)
    assert row.ratio[0] == pytest.approx(20)
    assert row.ci_low[0] < 20 < row.ci_high[0]
    both = prevalence_ratio(50, 50, 100, 100)
    shares = ((50.5 / 51, 50), (100.5 / 101, 100))
    variance = sum((1 - share) / (share * size) for share, size in shares)
    assert math.log(both.ci_high[0]) == pytest.approx(1.959964 * math.sqrt(variance), rel=1e-5)


def test_a_group_that_is_its_whole_base_has_no_interval():
    row = prevalence_ratio(50, 100, 50, 100, nested=True)
    assert row.ratio[0] == 1
    assert row.ci_low[0] is row.ci_high[0] is row.p_value[0] is None


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=30))
@settings(deadline=None)
def test_adjustment_is_scipys_and_passes_nulls_over(p_values):
    adjusted = benjamini_hochberg(pl.Series("p", p_values, dtype=pl.Float64))
    known = [value for value in p_values if value is not None]
    expected = list(false_discovery_control(known)) if known else []
    assert [value for value in adjusted if value is not None] == pytest.approx(expected)
    assert [value is None for value in adjusted] == [value is None for value in p_values]


@given(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.sampled_from([0.9, 0.95, 0.99]),
)
def test_binomial_interval_is_the_exact_one(counts, confidence):
    """Against scipy's interval by root finding."""
    theirs = binomtest(*counts).proportion_ci(confidence, method="exact")
    assert binomial_interval(*counts, confidence) == pytest.approx((theirs.low, theirs.high), abs=1e-6)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.22, 0.5, 1.0])
def test_binomial_interval_covers_what_it_says(share):
    trials = 200
    held = [successes for successes in range(trials + 1) if _holds(successes, trials, share)]
    assert binom.pmf(held, trials, share).sum() >= 0.95


def _holds(successes: int, trials: int, share: float) -> bool:
    low, high = binomial_interval(successes, trials)
    return low <= share <= high


def test_binomial_interval_without_trials_says_nothing():
    assert binomial_interval(0, 0) == (0, 1)
    for wrong in ((-1, 3), (4, 3)):
        with pytest.raises(ValueError, match="between"):
            binomial_interval(*wrong)
