"""Where groups stand on the map: near what they resemble, and no island so far that the rest shrinks to a dot."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.clustering.projection import EMPTY, _closer, project


@given(st.lists(st.floats(-100, 100, width=32), min_size=2, max_size=40))
def test_empty_stretches_are_cut_and_the_order_stays(values):
    before = np.array(values, np.float64)
    after = _closer(before)
    order = np.argsort(before, kind="stable")
    steps = np.diff(after[order])
    assert (steps >= 0).all()
    spans = np.diff(before[order])
    assert steps.max() <= EMPTY * (spans.sum() - spans.max()) + 1e-9
    assert (steps <= spans + 1e-9).all()


def test_two_far_islands_share_the_map_and_keep_their_own_neighbours():
    rng = np.random.default_rng(0)
    centers = np.eye(8, dtype=np.float32)[:2]
    rows = np.concatenate([center + 0.05 * rng.standard_normal((20, 8)) for center in centers])
    flat = project(rows.astype(np.float32), seed=0)
    islands = flat[:20], flat[20:]
    extent = float(np.ptp(flat, axis=0).max())
    assert all(float(np.ptp(island, axis=0).max()) > extent / 4 for island in islands)
    nearest = [int(np.argsort(np.linalg.norm(flat - row, axis=1))[1]) for row in flat]
    assert all((at < 20) == (own < 20) for own, at in enumerate(nearest))


@pytest.mark.parametrize("n", [0, 1, 2, 3, 14, 20])
def test_the_map_has_a_place_for_every_cluster_and_repeats_itself(n):
    rows = np.random.default_rng(0).standard_normal((n, 12)).astype(np.float32)
    flat = project(rows, seed=3)
    assert flat.shape == (n, 2)
    assert np.isfinite(flat).all()
    np.testing.assert_array_equal(flat, project(rows, seed=3))
    np.testing.assert_array_equal(flat, np.round(flat, 2))
