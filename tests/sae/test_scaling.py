"""The scaling law: exponents of known laws are recovered, and nothing is told that a table does not say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.errors import UserError
from clio.sae.compute import flops_per_token, read_budget
from clio.sae.recommendation import Supported, recommend
from clio.sae.scaling import Cell, ScalingLaw, Unidentified, fit_law

WIDTHS, TOKENS = (256, 512, 1024, 2048), (50_000, 100_000, 200_000, 400_000)
D, K = 64, 32


def table(law, widths=WIDTHS, tokens=TOKENS, noise=0.0, seed=0) -> list[Cell]:
    draw = np.random.default_rng(seed)
    return [
        Cell(width, count, float(law(width / 512, count / 2e5) * np.exp(noise * draw.normal())))
        for width in widths
        for count in tokens
    ]


def known(alpha: float, beta: float, e: float = 0.05, a: float = 0.2, b: float = 0.1):
    return lambda width, tokens: e + a * width**-alpha + b * tokens**-beta


exponents = st.floats(0.1, 1.5)


@settings(max_examples=6)
@given(exponents, exponents, st.sampled_from([0.0, 0.05, 0.2]))
def test_exponents_of_a_law_without_noise_are_recovered(alpha, beta, floor):
    law = fit_law(table(known(alpha, beta, floor)))
    assert isinstance(law, ScalingLaw)
    assert (law.alpha, law.beta) == pytest.approx((alpha, beta), rel=0.02)
    assert law.alpha_interval.low <= alpha * 1.001
    assert law.alpha_interval.high >= alpha * 0.999
    assert float(law.loss(512, 2e5)) == pytest.approx(floor + 0.3, rel=1e-3)


def test_intervals_hold_the_exponents_of_noisy_laws_about_as_often_as_they_say():
    held = told = 0
    for seed in range(12):
        law = fit_law(table(known(0.5, 0.6), noise=0.005, seed=seed))
        if isinstance(law, ScalingLaw):
            told += 2
            held += law.alpha_interval.low <= 0.5 <= law.alpha_interval.high
            held += law.beta_interval.low <= 0.6 <= law.beta_interval.high
            assert law.beta_interval.high - law.beta_interval.low > 0.02
    assert told >= 12
    assert held >= 0.75 * told


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (table(lambda width, tokens: 0.3), "exponent of width is not bounded"),
        (table(lambda width, tokens: 0.3 + 0.1 * width**-0.5), "exponent of tokens is not bounded"),
        (table(lambda width, tokens: 0.3 + 0.1 * tokens**-0.5), "exponent of width is not bounded"),
        (table(known(0.5, 0.5), widths=(512,), tokens=range(10_000, 90_000, 10_000)), "1 different widths"),
        (table(known(0.5, 0.5), widths=(512, 1024)), "2 different widths"),
        (table(known(0.5, 0.5), tokens=(50_000, 100_000)), "2 different token counts"),
        (table(known(0.5, 0.5))[:5], "too few"),
        ([], "too few"),
        (table(lambda width, tokens: float("nan")), "no positive number"),
    ],
)
def test_what_a_table_does_not_identify_is_said(cells, told):
    law = fit_law(cells)
    assert isinstance(law, Unidentified)
    assert told in law.reason


def test_losses_of_pure_chance_are_not_identified():
    draw = np.random.default_rng(0)
    cells = [Cell(width, count, float(draw.uniform(0.2, 0.4))) for width in WIDTHS for count in TOKENS]
    assert isinstance(fit_law(cells), Unidentified)


@pytest.fixture(scope="module")
def fitted() -> tuple[ScalingLaw, Supported]:
    cells = table(known(0.5, 0.6))
    law = fit_law(cells)
    assert isinstance(law, ScalingLaw)
    return law, Supported("topk", D, K, cells)


@settings(max_examples=15)
@given(st.floats(0.02, 0.98))
def test_a_recommendation_is_the_best_of_what_was_run(fitted, place):
    law, run = fitted
    low, high = run.range
    flops = low ** (1 - place) * high**place
    best = recommend(law, run, flops)
    assert WIDTHS[0] <= best.width <= WIDTHS[-1]
    assert TOKENS[0] * 0.999 <= best.tokens <= TOKENS[-1] * 1.001
    assert run.flops(best.width, best.tokens) == pytest.approx(flops, rel=0.01)
    assert best.loss_interval.low <= best.loss <= best.loss_interval.high
    for width in WIDTHS:
        tokens = flops / run.flops(width, 1)
        if TOKENS[0] <= tokens <= TOKENS[-1]:
            assert best.loss <= float(law.loss(width, tokens)) * (1 + 1e-4)


def test_cells_at_the_ends_are_supported(fitted):
    law, run = fitted
    low, high = run.range
    assert (recommend(law, run, low).width, recommend(law, run, high).width) == (WIDTHS[0], WIDTHS[-1])


@pytest.mark.parametrize(
    ("factor", "told"), [(1.01, "1.01 times the dearest"), (100, "100 times the dearest")]
)
def test_beyond_what_was_run_nothing_is_recommended(fitted, factor, told):
    law, run = fitted
    with pytest.raises(UserError, match="a factor of") as refused:
        recommend(law, run, run.range.high * factor)
    assert told in str(refused.value)


def test_below_what_was_run_nothing_is_recommended(fitted):
    law, run = fitted
    with pytest.raises(UserError, match=r"0\.5 of the cheapest"):
        recommend(law, run, run.range.low / 2)


def test_cells_that_a_budget_left_out_are_outside():
    """The hull of a staircase of cells, not its box."""
    cells = [cell for cell in table(known(0.5, 0.6)) if cell.width * cell.tokens <= 512 * 400_000]
    law = fit_law(cells)
    assert isinstance(law, ScalingLaw)
    run = Supported("topk", D, 1, cells)
    widths, tokens = run.choices(run.range.high)
    assert (widths * tokens <= 512 * 400_000 * 1.01).all()


def test_operations_are_those_of_the_matrix_products():
    assert flops_per_token("topk", 10, 100, 4) == 4 * 10 * 100 + 6 * 10 * 4
    assert flops_per_token("relu", 10, 100, 4) == 10 * 10 * 100


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("2e14", 2e14, "FLOPs"),
        ("1.5E+3 FLOPs", 1500, "FLOPs"),
        ("3e6tokens", 3e6, "tokens"),
        ("7 tokens", 7, "tokens"),
    ],
)
def test_budgets_are_read(text, amount, unit):
    assert (read_budget(text, "--budget").amount, read_budget(text, "--budget").unit) == (amount, unit)


@pytest.mark.parametrize("text", ["", "much", "-1", "0", "1e999", "1.2.3", "5 dollars", "nan"])
def test_other_budgets_are_refused(text):
    with pytest.raises(UserError, match="--budget"):
        read_budget(text, "--budget")
