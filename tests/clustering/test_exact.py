"""Arithmetic under `dp`: a row's numbers are its own, to the last bit, and no sum ever needs rounding."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.clustering.exact import GRID, Projection, nearest_whole, to_grid, unit_rows

D, P = 384, 96  # the bundled encoder's width, and the axes that are kept
EXACT = 2**53
BROKEN = [np.nan, np.inf, -np.inf]


def unit(rng: np.random.Generator, n: int, d: int = D) -> np.ndarray:
    rows = rng.normal(size=(n, d)) + 0.7 * rng.normal(size=d)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


PUBLIC = unit(np.random.default_rng(0), 300)
PROJECTION = Projection.of(PUBLIC, P)
CENTERS = PROJECTION(PUBLIC[:40])


@st.composite
def crowds(draw) -> tuple[np.ndarray, int]:
    """Rows and which of them is looked at: ordinary ones, some broken, empty, doubled or far too long."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    rows = unit(rng, draw(st.integers(1, 70)))
    for kind in draw(st.lists(st.sampled_from(["nan", "inf", "zero", "long", "twin"]), max_size=5)):
        at, other = rng.integers(len(rows), size=2)
        if kind == "zero":
            rows[at] = 0
        elif kind == "long":
            rows[at] *= 1e6
        elif kind == "twin":
            rows[at] = rows[other]
        else:
            rows[at, rng.integers(D)] = rng.choice(BROKEN[:1] if kind == "nan" else BROKEN[1:])
    return rows, draw(st.integers(0, len(rows) - 1))


@given(crowds(), st.integers(0, 2**32))
def test_a_row_has_the_same_bits_alone_and_wherever_it_stands_among_others(crowd, seed):
    rows, at = crowd
    order = np.random.default_rng(seed).permutation(len(rows))
    projected = PROJECTION(rows)
    assert np.array_equal(PROJECTION(rows[[at]])[0], projected[at])
    assert np.array_equal(PROJECTION(rows[order]), projected[order])
    assert np.array_equal(to_grid(rows)[order], to_grid(rows[order]))
    near = nearest_whole(projected, CENTERS)
    assert nearest_whole(projected[[at]], CENTERS)[0] == near[at]
    assert np.array_equal(nearest_whole(projected[order], CENTERS), near[order])
    assert np.array_equal(unit_rows(projected[[at]])[0], unit_rows(projected)[at])


@given(crowds())
def test_no_row_is_longer_than_the_grid_and_a_row_without_a_direction_is_zero(crowd):
    rows, _ = crowd
    projected = PROJECTION(rows)
    assert np.array_equal(projected, np.trunc(projected))
    lengths = [sum(int(entry) ** 2 for entry in row) for row in projected]
    assert all(length <= GRID**2 for length in lengths)
    empty = ~np.isfinite(rows).all(1) | ~(np.abs(rows) >= 1 / GRID).any(1)
    assert not projected[empty].any()
    assert all(length > (GRID - 1 - math.sqrt(P) - 1) ** 2 for length in np.array(lengths)[~empty])


@given(st.lists(st.integers(-(2**22), 2**22), min_size=1, max_size=P))
def test_scaling_to_length_one_never_exceeds_it(entries):
    row = np.array([entries], np.float64)
    scaled = unit_rows(row)[0]
    assert sum(int(entry) ** 2 for entry in scaled) <= GRID**2
    assert (np.abs(scaled) <= np.abs(row[0]) * (GRID - 1)).all()
    assert (scaled * row[0] >= 0).all(), "no entry changes its sign"


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), min_size=1, max_size=20))
def test_the_grid_truncates_toward_zero_and_clips(entries):
    whole = to_grid(np.array([entries], np.float32))[0]
    if not all(map(math.isfinite, entries)):
        assert not whole.any()
        return
    assert whole.tolist() == [math.trunc(max(-1.0, min(1.0, entry)) * GRID) for entry in entries]


def exact_projection(row: np.ndarray) -> list[int]:
    """PROJECTION's product in Python's integers, which never round."""
    moved = [int(entry - mean) for entry, mean in zip(to_grid(row), PROJECTION.mean, strict=True)]
    axes = PROJECTION.axes.T.astype(np.int64).tolist()
    products = [[m * a for m, a in zip(moved, axis, strict=True)] for axis in axes]
    assert all(sum(map(abs, terms)) < EXACT for terms in products)
    return [sum(terms) // GRID for terms in products]


def unit_in_integers(row: list[int]) -> list[int]:
    squared = sum(entry * entry for entry in row)
    assert squared < EXACT
    length = math.sqrt(squared)
    assert all(abs(entry) * (GRID - 1) < EXACT for entry in row)
    return [math.trunc(entry * (GRID - 1) / max(length, 1)) for entry in row]


@settings(max_examples=15)
@given(st.integers(0, P - 1), st.booleans(), st.integers(0, 2**32))
def test_the_longest_rows_that_can_come_are_still_computed_without_rounding(axis, turned, seed):
    """Every entry at ±1, as no encoder gives them, in the worst direction for one axis or for all of them."""
    rng = np.random.default_rng(seed)
    direction = PROJECTION.axes[:, axis] - PROJECTION.mean if turned else rng.normal(size=D)
    row = np.where(direction >= 0, 1.0, -1.0).astype(np.float32)
    found = PROJECTION(row[None])[0]
    assert found.astype(np.int64).tolist() == unit_in_integers(exact_projection(row))


@given(st.integers(0, 2**32))
def test_the_nearest_centre_is_nearest_in_whole_numbers(seed):
    """Centres that differ in one step of the grid, ties among them, and centres as long as can be."""
    rng = np.random.default_rng(seed)
    row = PROJECTION(unit(rng, 1))
    twins = np.repeat(CENTERS[rng.integers(40)][None], 6, axis=0)
    twins[np.arange(5), rng.integers(P, size=5)] += rng.integers(-1, 2, size=5)
    centers = np.concatenate([twins, CENTERS[:3], np.full((1, P), GRID // 10)])
    distances = [
        sum((int(a) - int(b)) ** 2 for a, b in zip(row[0], center, strict=True)) for center in centers
    ]
    assert nearest_whole(row, centers)[0] == distances.index(min(distances))


def test_the_axes_are_of_length_one_at_right_angles_and_fit_the_public_vectors():
    axes = PROJECTION.axes / GRID
    assert np.allclose(axes.T @ axes, np.eye(P), atol=1e-4)
    assert np.allclose(PROJECTION.mean / GRID, PUBLIC.mean(0), atol=2 / GRID)
    kept = ((PUBLIC - PUBLIC.mean(0)) @ axes).var(0)
    assert (np.diff(kept) <= 1e-6).all(), "largest variance first"


@pytest.mark.parametrize(("n", "d", "wanted"), [(5, 384, 96), (200, 32, 96)])
def test_fewer_vectors_or_dimensions_give_fewer_axes(n, d, wanted):
    projection = Projection.of(unit(np.random.default_rng(1), n, d), wanted)
    rows = projection(unit(np.random.default_rng(2), 3, d))
    assert rows.shape[1] == min(n, d)
    assert ((rows**2).sum(1) <= GRID**2).all()
