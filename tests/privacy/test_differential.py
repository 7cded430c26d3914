"""What a window costs under `dp`: noise fixed before the data pays for all that is drawn, by two accountants."""

import math
from collections import Counter
from functools import reduce
from itertools import product

import numpy as np
import opendp.prelude as dp
import pytest
from dp_accounting.pld import privacy_loss_distribution as loss
from scipy.stats import norm

from clio.clustering.private_centers import CELLS, DIMENSIONS
from clio.errors import UserError
from clio.planning import counted_tags, dp_plan, fitted_clusters, word_plan
from clio.privacy.differential import (
    COUNTS_OF_ROUND,
    ROUNDS,
    SHARES,
    DpPlan,
    epsilon_of,
    gaussian_sigma,
    plan_dp,
    zcdp_rho,
)
from clio.privacy.noisy_cells import Cells
from clio.settings import load_settings

dp.enable_features("contrib")

TAGS = 2
GRIDS = [(4.0, 10_000), (8.0, 1_000), (1.0, 50_000), (0.5, 1_000_000)]
PLANS = [
    pytest.param(epsilon, accounts, m, facets, id=f"epsilon {epsilon:g}, {accounts}, m {m}, F {facets}")
    for (epsilon, accounts), m, facets in product(GRIDS, (1, 2, 3), (1, 2))
]
STEPS = ["centers0", "centers1", "centers2", "centers3", "sizes", "cells"]


def planned(epsilon: float, accounts: int, m: int, facets: int) -> DpPlan:
    return plan_dp(epsilon, accounts, m, TAGS, facets, k=5)


def cells_of(plan: DpPlan, dimensions: int, scales: int) -> Cells:
    """A question over so many dimensions and means, with a timeline."""
    return Cells("request", None, [None] * dimensions, dict.fromkeys(map(str, range(scales))), (1, 2), plan)


def rho_by_opendp(scale: float, sensitivity: float) -> float:
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l2_distance(T=float)
    return dp.m.make_gaussian(*space, scale=scale).map(sensitivity)


def gaussians(plan: DpPlan) -> list[tuple[float, float, float]]:
    """(scale, L2 sensitivity, ρ that is charged) of every Gaussian draw of a window, all facets."""
    cells = cells_of(plan, 4, 2)
    half = plan.rho_sizes / 2
    drawn = [(cells.sigma, cells.touched, plan.rho_cells)]
    for rho in [plan.rho_first, *[plan.rho_round] * ROUNDS]:
        for part in (COUNTS_OF_ROUND, 1 - COUNTS_OF_ROUND):
            drawn.append((gaussian_sigma(rho * part, 1), 1.0, rho * part))
    if plan.m == 1:
        drawn.append((plan.sigma_sizes, 1.0, plan.rho_sizes))
    else:
        drawn += [(plan.sigma_sizes, math.sqrt(plan.m), half), (plan.sigma_conversations, plan.m, half)]
    tags = (plan.words.sigma, math.sqrt(plan.words.K), plan.words.K / (2 * plan.words.sigma**2))
    return drawn * plan.facets + [tags]


@pytest.mark.parametrize(("epsilon", "accounts", "m", "facets"), PLANS)
def test_all_draws_of_a_window_together_cost_no_more_than_was_promised(epsilon, accounts, m, facets):
    plan, names = planned(epsilon, accounts, m, facets), ["request", "task"][:facets]
    prices = plan.prices(names, "centers", "request")
    drawn = {f"{facet}.{step}" for facet in names for step in STEPS} | {"phrases", "tags"}
    assert set(prices) == drawn, "every draw has its price, and nothing is charged twice"
    spent = math.fsum(price.rho for price in prices.values())
    paid = plan.delta - plan.delta_threshold
    assert epsilon * 0.999 < epsilon_of(spent, paid) <= epsilon
    assert math.fsum(price.delta_rest for price in prices.values()) == plan.delta_threshold
    assert all(price.delta - price.delta_rest == pytest.approx(paid) for price in prices.values())
    assert plan.delta <= min(1e-6, 1 / (100 * accounts))


def test_the_shares_are_those_of_the_design_and_make_up_the_whole():
    assert SHARES == {"clusters": 0.30, "sizes": 0.05, "words": 0.50, "cells": 0.15}
    assert math.fsum(SHARES.values()) == 1
    plan = planned(4.0, 10_000, 2, 2)
    spent = Counter()
    step_of = {"sizes": "sizes", "cells": "cells", "phrases": "words", "tags": "words"}
    for name, price in plan.prices(["request", "task"], "centers", "request").items():
        spent[step_of.get(name.split(".")[-1], "clusters")] += price.rho
    for name, share in SHARES.items():
        assert spent[name] == pytest.approx(plan.rho * share, rel=1e-6)


def test_later_steps_are_charged_in_the_order_in_which_a_release_draws():
    plan, names = planned(4.0, 10_000, 1, 2), ["request", "task"]
    whole = list(plan.prices(names, "centers", "request"))
    assert whole == [
        *(f"request.centers{n}" for n in range(4)), *(f"task.centers{n}" for n in range(4)),
        "request.sizes", "task.sizes", "phrases", "tags", "request.cells", "task.cells",
    ]  # fmt: skip
    starts = [("centers", "task", 4), ("sizes", "request", 8), ("sizes", "task", 9), ("phrases", "", 10)]
    for step, facet, at in [*starts, ("cells", "request", 12), ("cells", "task", 13)]:
        assert list(plan.prices(names, step, facet)) == whole[at:]


@pytest.mark.parametrize(("epsilon", "accounts", "m", "facets"), PLANS)
def test_every_scale_matches_its_rho_and_sensitivity_by_opendp(epsilon, accounts, m, facets):
    plan = planned(epsilon, accounts, m, facets)
    drawn = gaussians(plan)
    for scale, sensitivity, rho in drawn:
        found = rho_by_opendp(scale, sensitivity)
        assert found <= rho * (1 + 1e-12), "the noise is too small"
        assert found >= rho * (1 - 1e-6), "the noise is larger than what was paid for"
    words, choices = plan.words, plan.m * plan.facets
    assert m * TAGS * facets == words.K
    choose = dp.m.make_noisy_max(
        dp.vector_domain(dp.atom_domain(T="i64")),
        dp.linf_distance(T="i64", monotonic=True),
        dp.zero_concentrated_divergence(),
        scale=(1 + 1e-9) / math.sqrt(8 * words.rho_per_choice),
    )
    total = math.fsum(rho_by_opendp(scale, sensitivity) for scale, sensitivity, _ in drawn)
    assert epsilon_of(total + choices * choose.map(1), plan.delta - plan.delta_threshold) <= epsilon


@pytest.mark.parametrize(("epsilon", "accounts", "m", "facets"), PLANS)
def test_a_lone_accounts_tags_are_released_with_at_most_the_thresholds_delta(epsilon, accounts, m, facets):
    plan = planned(epsilon, accounts, m, facets)
    words = plan.words
    assert plan.delta_threshold == words.delta_threshold == pytest.approx(plan.delta / 10)
    assert words.tau == pytest.approx(1 + words.sigma * norm.isf(plan.delta_threshold / words.K))
    assert words.tau < words.release_at <= words.tau + 2
    values = np.arange(-math.ceil(20 * words.sigma), math.ceil(20 * words.sigma) + 1)
    chances = np.exp(-(values**2) / (2 * words.sigma**2))
    released = chances[1 + values >= words.release_at].sum() / chances.sum()
    assert plan.delta_threshold / 100 < words.K * released <= plan.delta_threshold


def test_centres_are_found_as_the_design_says():
    """800 public cells on 96 axes with half of the clusters' share, then three rounds that share the rest."""
    plan = planned(4.0, 10_000, 1, 1)
    assert (CELLS, DIMENSIONS, ROUNDS) == (800, 96, 3)
    assert plan.rho_first == pytest.approx(plan.rho * 0.30 / 2)
    assert plan.rho_round == pytest.approx(plan.rho * 0.30 / 2 / 3)
    assert plan.words.rho_per_choice * plan.m == pytest.approx(plan.rho * 0.25)


@pytest.mark.parametrize(("dimensions", "scales"), [(1, 1), (3, 2), (5, 0)])
def test_cells_count_every_entry_that_an_account_touches(dimensions, scales):
    plan = planned(4.0, 10_000, 3, 1)
    cells = cells_of(plan, dimensions, scales)
    assert cells.touched == pytest.approx(3 * math.sqrt(dimensions + scales + 1))


FINE = 40  # steps of a unit that are as good as the 2**20 of sums and cells, and few enough for dp-accounting


def loss_of(scale: float, moved: int, copies: int = 1, steps: int = 1) -> loss.PrivacyLossDistribution:
    """Loss of `copies` numbers in whole `steps` of a unit that move by `moved` units each."""
    one = loss.from_discrete_gaussian_mechanism(
        scale * steps, moved * steps, value_discretization_interval=1e-3
    )
    return one.self_compose(copies) if copies > 1 else one


def worst_cases(plan: DpPlan) -> list[tuple[float, loss.PrivacyLossDistribution]]:
    """(ρ charged, true loss) of every Gaussian mechanism, all facets, where an account changes as much as it can."""
    cells, m, words = cells_of(plan, 4, 2), plan.m, plan.words
    found = [(plan.rho_cells, loss_of(cells.sigma, m, copies=7, steps=FINE))]
    for rho, times in ((plan.rho_first, 1), (plan.rho_round, ROUNDS)):
        for part in (COUNTS_OF_ROUND, 1 - COUNTS_OF_ROUND):
            found += [(rho * part, loss_of(gaussian_sigma(rho * part, 1), 1, steps=FINE))] * times
    sizes = loss_of(plan.sigma_sizes, 1, copies=m)
    if m == 1:
        found.append((plan.rho_sizes, sizes))
    else:
        half = plan.rho_sizes / 2
        found += [(half, sizes), (half, loss_of(plan.sigma_conversations, m))]
    tags = (words.K / (2 * words.sigma**2), loss_of(words.sigma, 1, copies=words.K))
    return found * plan.facets + [tags]


@pytest.mark.parametrize(("epsilon", "m", "facets"), [(4.0, 1, 1), (4.0, 3, 2), (8.0, 2, 1), (1.0, 1, 2)])
def test_by_dp_accounting_a_window_costs_less_than_by_our_ledger(epsilon, m, facets):
    """dp-accounting follows the discrete Gaussians' own losses; zCDP bounds them, each alone and all together."""
    plan = planned(epsilon, 10_000, m, facets)
    delta = plan.delta - plan.delta_threshold
    mechanisms = worst_cases(plan)
    assert math.fsum(rho for rho, _ in mechanisms) == pytest.approx(plan.rho * 0.75, rel=1e-6)
    for rho, true in {id(true): (rho, true) for rho, true in mechanisms}.values():
        ours = epsilon_of(rho, delta)
        assert 0.5 * ours < true.get_epsilon_for_delta(delta) <= ours
    together = reduce(lambda one, two: one.compose(two), (true for _, true in mechanisms))
    ours = epsilon_of(math.fsum(rho for rho, _ in mechanisms), delta)
    assert 0.8 * ours < together.get_epsilon_for_delta(delta) <= ours < epsilon


@pytest.mark.parametrize(("epsilon", "delta"), [(0.5, 1e-7), (1.0, 9e-7), (4.0, 9e-7), (8.0, 1e-9)])
def test_rho_is_the_largest_that_the_budget_allows(epsilon, delta):
    rho = zcdp_rho(epsilon, delta)
    assert epsilon_of(rho, delta) <= epsilon < epsilon_of(rho * 1.0001, delta)


@pytest.mark.parametrize("epsilon", [0.0, -1.0, math.nan, math.inf, 8.001])
def test_an_epsilon_out_of_range_is_refused_in_one_sentence(epsilon):
    with pytest.raises(UserError) as refused:
        plan_dp(epsilon, 10_000, 1, 1, 1)
    assert_one_sentence(str(refused.value), "epsilon")


def test_too_few_expected_accounts_are_refused_in_one_sentence_that_says_how_many_are_needed():
    with pytest.raises(UserError) as refused:
        plan_dp(1.0, 500, 1, 1, 1)
    assert_one_sentence(str(refused.value), "privacy.expected_accounts")
    needed = int(str(refused.value).split("needs about ")[1].split(" ")[0].replace(",", ""))
    assert plan_dp(1.0, needed, 1, 1, 1).k >= 1
    with pytest.raises(UserError):
        plan_dp(1.0, needed - 1, 1, 1, 1)


def assert_one_sentence(text: str, named: str) -> None:
    assert named in text
    assert text.endswith(".")
    assert ". " not in text
    assert "\n" not in text


def test_clusters_are_as_many_as_expected_accounts_can_name():
    plan = plan_dp(4.0, 100_000, 1, 1, 1)
    assert plan.k == int(100_000 / (20 * plan.words.tau))
    assert plan_dp(4.0, 100_000, 1, 1, 1, k_max=17).k == 17
    assert plan_dp(4.0, 100_000, 1, 1, 1, k=9).k == 9


def of(**overrides) -> DpPlan:
    named = {name.replace("__", "."): value for name, value in overrides.items()}
    return dp_plan(load_settings(overrides={"privacy.policy": "dp", **named}))


def test_a_plan_follows_from_settings_that_are_chosen_without_the_data():
    """The plan takes settings and nothing else, and the settings that say where and how a run works change nothing."""
    plain = of()
    assert (plain.accounts, plain.epsilon, plain.m, plain.facets) == (10_000, 4.0, 1, 1)
    assert plain == of(
        run__shard_size=77, run__workers=1, ingest__since="2026-01-01", clustering__seed=5,
        privacy__source="a", privacy__min_accounts=99,
    )  # fmt: skip
    others = [
        of(privacy__epsilon=2), of(privacy__expected_accounts=20_000), of(privacy__conversations_per_account=2),
        of(privacy__tags_per_conversation=1), of(clustering__k=3),
    ]  # fmt: skip
    assert all(plan != plain for plan in others)


@pytest.mark.parametrize(("expected", "tags"), [(5_000, 1), (20_000, 2), (60_000, 3)])
def test_how_many_accounts_there_really_are_decides_nothing(expected, tags):
    settings = load_settings(overrides={"privacy.policy": "dp", "privacy.expected_accounts": expected})
    for accounts in (0, 9, 12_345, 10**7):
        assert counted_tags(settings, accounts) == tags
        assert word_plan(settings, accounts) == dp_plan(settings).words
        assert fitted_clusters(settings, accounts, 3 * accounts) == dp_plan(settings).k
    assert tags == dp_plan(settings).words.K
