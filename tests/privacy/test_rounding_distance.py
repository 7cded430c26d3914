"""What rounding tells of one conversation: a total variation of a tenth per cell, in the rule and in the code.

The rule is enumerated exactly; the code is held against the rule by the Dvoretzky-Kiefer-Wolfowitz inequality with
Massart's constant (1990): over n independent keys the empirical distribution function leaves a band of
sqrt(log(2 / alpha) / (2 n)) around the true one with probability alpha at most. A test raises a
false alarm once in a million runs (ALARM), whatever the number of its looks.
"""

from fractions import Fraction
from math import log, sqrt

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.policies import GUARDED
from clio.privacy.rounding import round_cells

BASE = 10
MANY = 60_000
ALARM = 1e-6
KEY = bytes(range(32))
counts = st.integers(0, 10**7)


def rule(count: int) -> dict[int, Fraction]:
    """The rounded value's distribution: up with probability (count mod base) / base."""
    down, rest = count - count % BASE, count % BASE
    spread = {down: Fraction(BASE - rest, BASE), down + BASE: Fraction(rest, BASE)}
    return {value: chance for value, chance in spread.items() if chance}


def distance(one: dict[int, Fraction], other: dict[int, Fraction]) -> Fraction:
    """Total variation: the most that any question about the rounded value can tell the two counts apart."""
    return (
        sum(
            (abs(one.get(v, Fraction(0)) - other.get(v, Fraction(0))) for v in one.keys() | other.keys()),
            Fraction(0),
        )
        / 2
    )


def cells(conversations: list[int], accounts: list[int], keys: np.ndarray) -> pl.DataFrame:
    return pl.DataFrame(
        {"conversations": conversations, "accounts": accounts, "key": keys},
        schema={"conversations": pl.Int64, "accounts": pl.Int64, "key": pl.UInt64},
    )


def drawn(seed: int, many: int = MANY) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 2**64, many, dtype=np.uint64)


def test_the_policy_rounds_to_the_base_examined_here():
    assert GUARDED.rounding == BASE


@given(counts)
def test_one_conversation_moves_the_rule_by_exactly_a_tenth(count):
    assert distance(rule(count), rule(count + 1)) == Fraction(1, BASE)
    assert sum(value * chance for value, chance in rule(count).items()) == count


@given(counts, st.integers(0, 40))
def test_several_conversations_move_it_by_a_tenth_each_at_most(count, more):
    assert distance(rule(count), rule(count + more)) <= min(Fraction(more, BASE), Fraction(1))


@pytest.mark.parametrize("count", range(40, 52))
def test_the_code_follows_the_rule(count):
    """Both counts of a cell; DKW over independent keys, ALARM shared by the 24 looks."""
    accounts = count - 27
    rounded = round_cells(cells([count] * MANY, [accounts] * MANY, drawn(count)), BASE, KEY)
    band = sqrt(log(2 / (ALARM / 24)) / (2 * MANY))
    for column, exact in (("conversations", count), ("accounts", accounts)):
        found = rounded[column].to_numpy()
        assert set(found) <= rule(exact).keys()
        for value in rule(exact):
            below = float(sum(chance for v, chance in rule(exact).items() if v <= value))
            assert abs((found <= value).mean() - below) <= band


def test_the_bound_is_one_that_a_bias_breaks():
    """A coin that goes up in two cases of a hundred too many is outside the band."""
    band = sqrt(log(2 / (ALARM / 24)) / (2 * MANY))
    assert band < 0.02


def test_secrets_give_the_same_distribution_as_keys():
    """One set under many secrets: nobody who knows its members can work out the coin."""
    many = 5_000
    secrets = [number.to_bytes(32, "big") for number in range(many)]
    one = cells([44], [13], np.array([12345], dtype=np.uint64))
    up = np.mean([round_cells(one, BASE, secret)["conversations"].item() == 50 for secret in secrets])
    assert abs(up - 0.4) <= sqrt(log(2 / ALARM) / (2 * many))


@given(st.integers(10, 10**6), st.data())
def test_one_coin_serves_the_conversations_and_accounts_of_a_set(conversations, data):
    """With equal remainders both go the same way, and whichever has the larger goes up first."""
    accounts = data.draw(st.integers(0, conversations))
    rounded = round_cells(
        cells([conversations] * 300, [accounts] * 300, drawn(conversations, 300)), BASE, KEY
    )
    up = rounded.select(
        conversations=pl.col("conversations") > conversations, accounts=pl.col("accounts") > accounts
    )
    more, fewer = sorted(
        ("conversations", "accounts"),
        key=lambda name: {"conversations": conversations, "accounts": accounts}[name] % BASE,
        reverse=True,
    )
    assert up.filter(pl.col(fewer) & ~pl.col(more)).is_empty()
    if conversations % BASE == accounts % BASE:
        assert up["conversations"].equals(up["accounts"], check_names=False)


def test_two_coins_would_be_noticed():
    """Counts of remainder 5 go up together in half of all cells, not in a quarter."""
    rounded = round_cells(cells([45] * 4_000, [15] * 4_000, drawn(1, 4_000)), BASE, KEY)
    together = ((rounded["conversations"] == 50) & (rounded["accounts"] == 20)).mean()
    assert abs(together - 0.5) <= sqrt(log(2 / ALARM) / (2 * 4_000)) < 0.1
