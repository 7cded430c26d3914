"""Private centres: what one account adds to the sums is bounded, and nothing but noisy sums moves a centre."""

import math
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.clustering.exact import GRID, nearest_whole, to_grid, unit_rows
from clio.clustering.private_centers import FLOOR, Noise, Sums, find_centers, public_cells, sum_rows
from clio.dp_steps import _Rows

P, K = 8, 5
QUIET = Noise(1e-9, 1e-9)


def units(rng: np.random.Generator, n: int) -> np.ndarray:
    """Unit rows, some of them alike, some along one axis (so as long as can be), some zero."""
    rows = rng.normal(size=(n, P))
    rows[rng.random(n) < 0.3] = np.eye(P)[rng.integers(P)]
    rows[rng.random(n) < 0.1] = 0
    rows[rng.random(n) < 0.4] = rows[rng.integers(n)] if n else 0
    return unit_rows(np.trunc(rows * GRID / 8))


class Crowd:
    """Conversations of a few accounts, at most `m` each, in shards; `sums` counts those of the accounts asked for."""

    def __init__(self, seed: int, m: int, shards: int = 3):
        rng = np.random.default_rng(seed)
        owners = [f"a{a}" for a in range(rng.integers(1, 7)) for _ in range(rng.integers(1, m + 1))]
        self.units = units(rng, len(owners))
        self.near = rng.integers(K, size=len(owners))
        self.near[rng.random(len(owners)) < 0.5] = rng.integers(K)
        self.centers = units(rng, K)
        shard = np.sort(rng.integers(shards, size=len(owners)))
        first = np.searchsorted(shard, shard)
        row = np.arange(len(owners)) - first
        order = rng.permutation(len(owners))
        self.rows = pl.DataFrame({"account_id": [owners[at] for at in order], "shard": shard, "row": row})
        self.accounts = sorted(set(owners))

    def reader(self, chosen: pl.Series | None = None) -> _Rows:
        rows = self.rows if chosen is None else self.rows.filter(chosen)
        names = [str(n) for n in range(3)]
        arrays = {name: self.units[(self.rows["shard"] == int(name)).to_numpy()] / GRID for name in names}
        work = SimpleNamespace(
            workspace=SimpleNamespace(shards=lambda: names), array=lambda table, shard: arrays[shard]
        )
        return _Rows(work, "request", rows, to_grid, {})

    def sums(self, chosen: pl.Series | None = None) -> Sums:
        """Of any assignment, not only the nearest."""
        rows = self.rows if chosen is None else self.rows.filter(chosen)
        kept = np.ones(self.rows.height, bool) if chosen is None else chosen.to_numpy()
        near = self.near[kept]
        weights = _Rows(None, "request", rows, None, {})._weights(near)
        return sum_rows([(self.units[kept], near, weights)], K, P)


def squared(values: np.ndarray) -> int:
    return sum(int(value) ** 2 for value in values.ravel())


crowds = st.builds(Crowd, st.integers(0, 2**32), st.integers(1, 6))


@given(crowds, st.data())
def test_an_account_adds_at_most_one_to_the_sums_and_to_the_counts(crowd, data):
    """Whatever its rows say and wherever they fall; and taking it away changes what is left by that alone."""
    account = data.draw(st.sampled_from(crowd.accounts))
    own = crowd.rows["account_id"] == account
    for sums in (crowd.sums, lambda chosen=None: crowd.reader(chosen).sums(crowd.centers)):
        whole, alone, without = sums(), sums(own), sums(~own)
        assert squared(alone.rows) <= GRID**2
        assert squared(alone.counts) <= GRID**2
        assert np.array_equal(whole.rows - without.rows, alone.rows)
        assert np.array_equal(whole.counts - without.counts, alone.counts)


@given(st.lists(st.integers(0, K - 1), min_size=1, max_size=20))
def test_an_account_uses_its_whole_bound_when_its_rows_agree(near):
    rows = pl.DataFrame({"account_id": ["a"] * len(near)})
    weights = _Rows(None, "request", rows, None, {})._weights(np.array(near))
    same = unit_rows(np.full((1, P), GRID / 4)).repeat(len(near), axis=0)
    alone = sum_rows([(same, np.array(near), weights)], K, P)
    for part in alone:
        assert (GRID * (1 - 1e-4)) ** 2 < squared(part) <= GRID**2


@given(crowds, st.integers(0, 2**32), st.lists(st.integers(0, 40), max_size=3))
def test_sums_are_the_same_in_any_order_and_however_they_are_cut(crowd, seed, cuts):
    weights = _Rows(None, "request", crowd.rows, None, {})._weights(crowd.near)
    order = np.random.default_rng(seed).permutation(len(weights))
    edges = [0, *sorted(min(cut, len(order)) for cut in cuts), len(order)]
    parts = [
        (crowd.units[order[a:b]], crowd.near[order[a:b]], weights[order[a:b]]) for a, b in pairwise(edges)
    ]
    cut, whole = sum_rows(parts, K, P), crowd.sums()
    assert np.array_equal(cut.rows, whole.rows)
    assert np.array_equal(cut.counts, whole.counts)
    expected = np.zeros((K, P), np.int64)
    for row, part, weight in zip(crowd.units, crowd.near, weights, strict=True):
        expected[part] += np.trunc(row * weight).astype(np.int64)
    assert np.array_equal(whole.rows, expected)


@given(crowds)
def test_rows_are_counted_at_their_nearest_centre_through_all_shards(crowd):
    near = nearest_whole(crowd.units, crowd.centers)
    weights = _Rows(None, "request", crowd.rows, None, {})._weights(near)
    expected = sum_rows([(crowd.units, near, weights)], K, P)
    found = crowd.reader().sums(crowd.centers)
    assert np.array_equal(found.rows, expected.rows)
    assert np.array_equal(found.counts, expected.counts)


def test_a_window_in_which_nothing_counts_has_sums_of_zero():
    crowd = Crowd(1, 2)
    nobody = crowd.reader(crowd.rows["account_id"] == "nobody").sums(crowd.centers)
    assert nobody.rows.shape == (K, P)
    assert not nobody.rows.any()
    assert nobody.counts.tolist() == [0] * K


PUBLIC = unit_rows(np.trunc(np.random.default_rng(3).normal(size=(200, P)) * GRID))
CELLS = public_cells(PUBLIC, 0)[:60]


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_centres_follow_from_the_answers_alone_and_stay_on_the_grid(seed):
    noise = Noise(2.0, 1.0)
    asked: list[tuple[str, np.ndarray]] = []

    def ask(question: str, centers: np.ndarray, noise: Noise) -> Sums:
        rng = np.random.default_rng([seed, len(asked) % 4])
        asked.append((question, centers))
        counts = rng.integers(-5, 40, size=len(centers)) * GRID
        return Sums(rng.integers(-30 * GRID, 30 * GRID, size=centers.shape), counts)

    one, two = (find_centers(CELLS, K, noise, noise, 3, 0, ask) for _ in range(2))
    assert np.array_equal(one, two)
    assert [question for question, _ in asked[:4]] == ["centers0", "centers1", "centers2", "centers3"]
    assert np.array_equal(asked[0][1], CELLS), "the first question is about public cells"
    for _, centers in asked[1:4]:
        assert len(centers) <= K
        assert np.array_equal(centers, np.trunc(centers))
        assert all(squared(center) <= GRID**2 for center in centers)
    assert all(np.array_equal(a[1], b[1]) for a, b in zip(asked[:4], asked[4:], strict=True))


def test_a_centre_that_may_have_nobody_stays_where_it_was():
    noise, centers = Noise(5.0, 4.0), list[np.ndarray]()

    def ask(question: str, asked: np.ndarray, noise: Noise) -> Sums:
        centers.append(asked)
        counts = np.full(len(asked), 100 * GRID)
        if question == "centers1":
            counts[1] = math.ceil(FLOOR * noise.counts * GRID) - 1
        return Sums(np.full(asked.shape, 90 * GRID), counts)

    find_centers(CELLS, 3, noise, noise, 2, 0, ask)
    before, after = centers[1], centers[2]
    assert np.array_equal(before[1], after[1])
    assert not np.array_equal(before[0], after[0])


def test_with_little_noise_centres_find_the_groups_that_are_there():
    rng = np.random.default_rng(5)
    truth = unit_rows(np.trunc(rng.normal(size=(4, P)) * GRID))
    rows = unit_rows(np.trunc(truth[rng.integers(4, size=2_000)] + rng.normal(size=(2_000, P)) * GRID / 30))

    def ask(question: str, centers: np.ndarray, noise: Noise) -> Sums:
        return sum_rows([(rows, nearest_whole(rows, centers), np.ones(len(rows)))], len(centers), P)

    found = find_centers(CELLS, 4, QUIET, QUIET, 3, 0, ask)
    cosines = (found @ truth.T / GRID**2).max(0)
    assert (cosines > 0.99).all()


def test_noise_draws_a_centre_toward_the_one_before():
    """The more noise is said to be on a sum, the less it moves a centre."""

    def moved(rows: float) -> float:
        noise, centers = Noise(rows, 1e-9), list[np.ndarray]()

        def ask(question: str, asked: np.ndarray, noise: Noise) -> Sums:
            centers.append(asked)
            counts = np.full(len(asked), 60 * GRID)
            return Sums((60 * asked if question == "centers0" else np.full(asked.shape, 20 * GRID)), counts)

        find_centers(CELLS, 2, QUIET, noise, 2, 0, ask)
        return float(np.linalg.norm(centers[2] - centers[1]))

    assert moved(0.01) > 2 * moved(20.0) > 0


@pytest.mark.parametrize("size", [10, 900])
def test_cells_are_at_most_as_many_as_public_vectors(size):
    cells = public_cells(unit_rows(np.trunc(np.random.default_rng(1).normal(size=(size, P)) * GRID)), 0)
    assert len(cells) == min(size, 800)
    assert all(squared(cell) <= GRID**2 for cell in cells)
