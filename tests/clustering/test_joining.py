"""Joining: which features are active counts, and nothing about their scale, their ids or rows that have none."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.clustering.joining import DIMENSIONS, Joining, as_table, fit_joining, from_table, join

rows_of_features = st.lists(
    st.lists(st.integers(0, 40), max_size=8, unique=True).map(sorted), min_size=3, max_size=40
)


def lists(rows) -> pl.Series:
    return pl.Series("features", rows, dtype=pl.List(pl.UInt32))


def embeddings(n: int, d: int = 6) -> np.ndarray:
    drawn = np.random.default_rng(0).normal(size=(n, d)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


@given(rows_of_features)
def test_embeddings_stay_as_they_are_and_rows_without_activations_stand_at_zero(rows):
    vectors, active = embeddings(len(rows)), lists(rows)
    joined = join(fit_joining(vectors, active, 0.2, 0), vectors, active)
    assert joined.dtype == np.float32
    np.testing.assert_array_equal(joined[:, :6], vectors)
    assert joined.shape[1] <= 6 + DIMENSIONS
    empty = np.array([not row for row in rows])
    assert not joined[empty, 6:].any()
    assert np.isfinite(joined).all()


@pytest.mark.parametrize("features", [1, 2])
def test_a_single_feature_is_a_column_of_its_own(features):
    active = lists([[7, 8][: features * (row % 2)] for row in range(40)])
    joined = join(fit_joining(embeddings(40), active, 0.7, 0), embeddings(40), active)
    on, off = joined[1::2, 6:], joined[0::2, 6:]
    assert not off.any()
    assert np.abs(on).max(axis=1).min() > 0


@pytest.mark.parametrize("weight", [0.05, 0.2, 0.6])
def test_the_weight_is_the_share_of_variance(weight):
    rng = np.random.default_rng(1)
    active = lists([sorted(rng.choice(200, 12, replace=False).tolist()) for _ in range(500)])
    vectors = embeddings(500)
    joined = join(fit_joining(vectors, active, weight, 0), vectors, active)
    parts = joined.var(axis=0, dtype=np.float64)
    assert parts[6:].sum() / parts.sum() == pytest.approx(weight, rel=1e-3)


def test_rows_with_the_same_features_come_close_and_others_do_not():
    rng = np.random.default_rng(2)
    groups = rng.integers(0, 4, 400)
    active = lists([sorted({*(int(g) * 10 + rng.choice(10, 6, replace=False)), 999}) for g in groups])
    vectors = embeddings(400)
    block = join(fit_joining(vectors, active, 0.5, 0), vectors, active)[:, 6:]
    centers = np.stack([block[groups == g].mean(axis=0) for g in range(4)])
    nearest = ((block[:, None] - centers[None]) ** 2).sum(-1).argmin(1)
    assert (nearest == groups).mean() > 0.99


def test_what_is_always_on_counts_least():
    always = lists([[0, i % 7 + 1] for i in range(70)])
    fitted = fit_joining(embeddings(70), always, 0.2, 0)
    assert fitted.idf[0] == fitted.idf.min()
    assert (fitted.idf[1:] > 2 * fitted.idf[0]).all()


@given(rows_of_features, st.randoms())
def test_the_order_of_rows_changes_no_row(rows, random):
    vectors, active = embeddings(len(rows)), lists(rows)
    joining = fit_joining(vectors, active, 0.3, 0)
    order = list(range(len(rows)))
    random.shuffle(order)
    shuffled = join(joining, vectors[order], lists([rows[at] for at in order]))
    np.testing.assert_allclose(shuffled, join(joining, vectors, active)[order], atol=1e-5)


def test_unknown_features_are_passed_over():
    known = lists([[1, 2], [2, 3], [1, 3], [2], [3]])
    joining = fit_joining(embeddings(5), known, 0.2, 0)
    with_unknown = lists([[1, 2, 77], [2, 3], [1, 3, 99], [2], [3]])
    np.testing.assert_allclose(
        join(joining, embeddings(5), with_unknown), join(joining, embeddings(5), known)
    )


@pytest.mark.parametrize("rows", [[[], [], []], [[4], [], []], [[4], [4], [4]]])
def test_nothing_to_tell_rows_apart_adds_no_column_but_zeros(rows):
    vectors, active = embeddings(len(rows)), lists(rows)
    joined = join(fit_joining(vectors, active, 0.2, 0), vectors, active)
    assert not joined[:, 6:].any()


def test_a_stored_joining_gives_the_same_rows():
    active = lists([[1, 2], [2, 3], [1, 3], [2], [3]])
    joining = fit_joining(embeddings(5), active, 0.2, 0)
    table = pl.concat(
        [as_table("request", joining), as_table("goal", Joining(*(part[:1] for part in joining)))]
    )
    np.testing.assert_array_equal(
        join(from_table(table, "request"), embeddings(5), active), join(joining, embeddings(5), active)
    )
