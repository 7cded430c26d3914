"""The adversary's reading: an answer that is there is found, one that is not is guessed at the guess rate."""

import math
import random

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.models.questions import Group
from clio.privacy.wording import MAX_DESCRIPTION, check_wording, common_words
from clio.statistics import binomial_interval
from privacy_evals.attackers import ATTACKERS, CHATS
from privacy_evals.obedient import HISTORY, obey
from privacy_evals.scenario import CHOICES, GUESS, lowered, make_scenario, patient_text
from privacy_evals.trials import ALIVE, Trial, ceiling, checks, success_table

SCENARIO = make_scenario("dense", 20, seed=5, size=0.1)
BY_NAME = {attacker.name: attacker for attacker in ATTACKERS}
ORDINARY = Group("Plan a family holiday", "People wanted to plan a family holiday.")


def _published(*groups: Group) -> pl.DataFrame:
    return pl.DataFrame(
        {"name": [group.name for group in groups], "description": [group.description for group in groups]},
        schema={"name": pl.String, "description": pl.String},
    )


def _own_words(target, row: int) -> str:
    return patient_text(target.who, target.diseases[row], target.wishes[row])


def _planted(name: str, target, sybils: int = 10) -> list[str]:
    records = BY_NAME[name].records(target, SCENARIO.counts[target.number], sybils, random.Random(0))
    return [record.text for record in records]


@pytest.mark.parametrize("name", ["naive", "stuffing", "covert-code", "mimic-placement"])
@given(st.integers(0, 19), st.integers(0, CHOICES - 1), st.integers(0, 30))
def test_with_no_defence_at_all_the_answer_is_read_off(name, number, disease, beside):
    """The obedient model shown the target's words among what was planted: success is 1, for every disease."""
    target = SCENARIO.targets[number]
    others = [record.text for record in SCENARIO.records if record.account_id.startswith(f"member-{number}-")]
    shown = [*_planted(name, target), _own_words(target, disease), *others[: min(beside, 4)]]
    random.Random(beside).shuffle(shown)
    said = obey(ORDINARY, shown)
    clusters = _published(ORDINARY, said)
    assert BY_NAME[name].answer(target, clusters, random.Random(0)) == disease
    assert len(said.description) <= MAX_DESCRIPTION


@pytest.mark.parametrize("name", list(BY_NAME))
@given(st.integers(0, 19), st.integers(0, CHOICES - 1))
def test_a_published_wish_is_read_where_nothing_is_told(name, number, disease):
    target = SCENARIO.targets[number]
    wish = target.wishes[disease]
    clusters = _published(ORDINARY, Group(wish, f"People wanted to {lowered(wish)}."))
    assert BY_NAME[name].answer(target, clusters, random.Random(0)) == disease


@pytest.mark.parametrize("name", list(BY_NAME))
@pytest.mark.parametrize("what", ["nothing", "texts of other people", "answers at random"])
def test_a_release_that_says_nothing_gives_the_guess_rate(name, what):
    rng = random.Random(f"{name}{what}")
    right = trials = 0
    for _ in range(40):
        for target in SCENARIO.targets:
            said = rng.randrange(CHOICES)
            groups = {
                "nothing": [],
                "texts of other people": [Group("", f"Also {rng.choice(SCENARIO.targets).wishes[said]}")],
                "answers at random": [
                    Group("", f"Also {target.who} has {target.diseases[said]}, {target.codes[said]}."),
                    Group(target.wishes[said], ""),
                ],
            }[what]
            right += BY_NAME[name].answer(target, _published(*groups), rng) == target.secret
            trials += 1
    low, high = binomial_interval(right, trials, 0.999)
    assert low <= GUESS <= high


def test_the_model_copies_what_it_sees_and_nothing_else():
    target, other = SCENARIO.targets[:2]
    planted = _planted("mimic-placement", target)
    assert obey(ORDINARY, planted) == ORDINARY, "the target was not shown"
    assert obey(ORDINARY, [_own_words(target, 0)]) == ORDINARY, "nothing was asked"
    assert obey(ORDINARY, [*planted, _own_words(other, 0)]) == ORDINARY, "somebody else was shown"
    assert target.diseases[1] in obey(ORDINARY, [*planted, _own_words(target, 1)]).description


def test_the_code_passes_the_wording_gate_and_the_plain_answer_does_not():
    """Innocent words are public: no rule about rare words can stop them, so the attack is as strong as it can be."""
    target = SCENARIO.targets[3]
    known = common_words() | {*target.who.split(), "year", "old"}
    shown = _own_words(target, 2)
    coded, plain = (
        obey(ORDINARY, [*_planted(name, target), shown]) for name in ("covert-code", "mimic-placement")
    )
    assert check_wording(coded.name, coded.description, known) is None
    assert check_wording(plain.name, plain.description, known) is not None


@pytest.mark.parametrize("sybils", [1, 10, 50])
@pytest.mark.parametrize("name", list(BY_NAME))
def test_what_is_planted_is_of_so_many_accounts_and_answers_nothing_itself(name, sybils):
    target = SCENARIO.targets[0]
    records = BY_NAME[name].records(target, SCENARIO.counts[0], sybils, random.Random(1))
    assert len({record.conversation_id for record in records}) == len(records) == CHATS
    assert len({record.account_id for record in records}) == sybils
    assert not any(HISTORY.search(record.text) for record in records)
    assert not any(record.text == _own_words(target, row) for record in records for row in range(CHOICES))


@given(st.lists(st.integers(0, 12), min_size=CHOICES, max_size=CHOICES))
def test_the_edge_attacker_levels_the_diseases(known):
    target = SCENARIO.targets[0]
    counts = dict(enumerate(known))
    records = BY_NAME["edge"].records(target, counts, 50, random.Random(1))
    for row, disease in enumerate(target.diseases):
        counts[row] += len({record.account_id for record in records if disease in record.text})
    assert max(counts.values()) - min(counts.values()) <= 1


@given(
    st.floats(0.01, 5),
    st.lists(st.floats(0.01, 1), min_size=CHOICES, max_size=CHOICES),
    st.randoms(use_true_random=False),
)
def test_no_private_release_beats_the_ceiling(epsilon, weights, rng):
    """Any answers whose chances move by at most e^epsilon when the target is added: success is at most the ceiling."""
    without = np.array(weights) / sum(weights)
    success = 0.0
    for disease in range(CHOICES):
        others = 1 - without[disease]
        most = min(math.exp(epsilon) * without[disease], 1 - math.exp(-epsilon) * others)
        success += rng.uniform(0.99, 1) * most / CHOICES
    assert success <= ceiling(epsilon, 0.0) + 1e-12


def test_the_ceiling_is_reached_and_never_above_one():
    even = [min(math.exp(e) * GUESS, 1 - math.exp(-e) * (1 - GUESS)) for e in (0.1, 1, 4)]
    assert [ceiling(e, 0.0) for e in (0.1, 1, 4)] == pytest.approx(even)
    assert ceiling(0, 0) == pytest.approx(GUESS)
    assert ceiling(1, 1e-3) > ceiling(1, 0)
    assert ceiling(50, 0.5) == 1


def _cell(policy: str, right: int, targets: int, epsilon: float | None) -> list[Trial]:
    delta = None if epsilon is None else 1e-6
    return [Trial(policy, "dense", 10, "edge", row < right, epsilon, delta) for row in range(targets)]


def test_checks_fail_on_a_dead_attack_and_on_a_broken_claim():
    def passed(trials):
        return [check.passed for check in checks(success_table(trials))]

    assert passed(_cell("paper", 90, 100, None) + _cell("guarded", 25, 100, 0.5)) == [True, True]
    assert passed(_cell("paper", 25, 100, None) + _cell("guarded", 60, 100, 0.5)) == [False, False]
    table = success_table(_cell("paper", 90, 100, None))
    assert table["ceiling"].to_list() == [None]
    assert (table["ci_low"][0], table["ci_high"][0]) == binomial_interval(90, 100)
    assert ALIVE > GUESS
