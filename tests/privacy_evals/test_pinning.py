"""The solver finds what a careless release gives away, claims only what is true, and finds nothing in sound ones."""

import math

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clio.release.reader import read_release
from privacy_evals.pinning import Margin, Published, pinned
from privacy_evals.reconstruction import reconstruct

EXACT, ROUNDED = Margin(0, 0), Margin(9, 9)
RULES = (10, (15, 30))


def caught(group: Published, margin: Margin = EXACT) -> dict[str, tuple[int, int]]:
    found, asked = pinned(group, margin, *RULES)
    assert asked > 0
    return {item.what: (item.low, item.high) for item in found}


def test_a_rest_left_over_by_subtraction_is_found():
    group = Published("c", 100, 100, {}, {"2026-01-01": 50, "2026-01-02": 46})
    assert caught(group)["without a period"] == (4, 4)
    assert not caught(group, ROUNDED)


def test_a_cell_below_the_rules_is_found():
    found = caught(Published("c", 100, 100, {"plan": {"free": 96, "pro": 4}}, {}))
    assert found["plan pro"] == (4, 4)
    assert found["not plan free"] == (4, 4)


def test_returning_accounts_are_counted_where_sizes_are_exact():
    group = Published("c", 103, 100, {}, {})
    assert caught(group)["repeated conversations of an account"] == (3, 3)
    assert not caught(group, ROUNDED)


def test_a_mean_that_tells_of_few_in_a_pooled_rest_is_found():
    # 15 conversations are pooled; the mean says that between one and nine of them are above concern 2.
    group = Published("c", 61, 61, {"concern": {"1": 46, "other": 15}}, {}, mean_concern=1.3)
    low, high = caught(group)["concern 3 or more"]
    assert 1 <= low <= high < 10


def test_a_group_across_clusters_that_leaves_few_accounts_outside_is_found():
    found = caught(Published("c", 200, 100, {}, {}, across={"group-000": 96}))
    assert found["accounts not in group-000"] == (4, 4)
    two = caught(Published("c", 200, 100, {}, {}, across={"group-000": 55, "group-001": 60}))
    assert not two


def test_cells_that_keep_the_rules_give_nothing_away():
    split = {"plan": {"free": 60, "other": 40}, "language": {"en": 85, "other": 15}}
    assert not caught(Published("c", 100, 80, split, {"2026-01-01": 50, "2026-01-08": 50}))


@given(
    st.lists(st.integers(10, 24), min_size=2, max_size=3),
    st.integers(10, 15),
    st.integers(0, 9),
    st.randoms(),
)
@settings(max_examples=12)
def test_whatever_is_claimed_is_true(plans, day, left, rng):
    """The claims hold for the conversations that a release was counted from, rounded or not."""
    days = [0] * day + [2] * left + [1] * (sum(plans) - day - left)
    assume(days.count(1) >= 10 and len(days) >= 30)
    rng.shuffle(days)
    kinds = [value for value, count in enumerate(plans) for _ in range(count)]
    members = [(plan, at, rng.randint(1, 5)) for plan, at in zip(kinds, days, strict=True)]
    base = rng.choice([1, 10])

    def told(count: int) -> int:
        return count if count % base == 0 else (count // base + rng.randrange(2)) * base

    split = {"plan": {str(value): told(count) for value, count in enumerate(plans)}}
    times = {str(number): told(days.count(number)) for number in range(2)}
    mean = math.floor(10 * sum(member[2] for member in members) / len(members) + 0.5) / 10
    size = told(len(members))
    margin = Margin(base - 1, base - 1)
    found, asked = pinned(Published("c", size, size, split, times, mean), margin, *RULES)
    assert asked > 0
    for item in found:
        true = true_size(item.what, members)
        assert true is None or item.low <= true <= item.high, item


def true_size(what: str, members: list[tuple[int, int, int]]) -> int | None:
    """How many members a set has that the solver calls `what`; None for sets not looked at here."""
    if what == "without a period":
        return sum(m[1] > 1 for m in members)
    words = what.split()
    if words[0] == "concern":
        level = int(words[1]) if words[1] != "exactly" else int(words[2])
        return sum(m[2] == level if words[1] == "exactly" else m[2] >= level for m in members)
    if len(words) == 2 and words[0] in ("plan", "period"):
        return sum(str(m[0 if words[0] == "plan" else 1]) == words[1] for m in members)
    return None


def test_a_real_guarded_release_gives_no_set_away(guarded_run, tmp_path):
    found, asked = reconstruct(read_release(guarded_run), tmp_path / "exported")
    assert asked > 100
    assert found == []
