"""Clusters must not depend on input order, and their ids must tell nothing about size."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.clustering.assignment import assign, nearest
from clio.clustering.kmeans import fit_kmeans, number_clusters, sample_order

KEY = b"k" * 32


def blobs(k: int, each: int, seed: int = 0) -> np.ndarray:
    """`k` well separated groups of unit rows [k * each, 8]."""
    rng = np.random.default_rng(seed)
    rows = np.repeat(np.eye(8)[:k], each, axis=0) + 0.05 * rng.standard_normal((k * each, 8))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_fit_finds_separate_groups_and_never_returns_empty_clusters():
    rows = blobs(4, 30)
    centers = fit_kmeans(rows, 4, seed=0)
    index, distance = nearest(rows, centers)
    assert [len(set(index[i * 30 : (i + 1) * 30])) for i in range(4)] == [1] * 4
    assert len(set(index)) == 4
    assert distance.max() < 0.5


@pytest.mark.parametrize("k", [1, 3, 10])
def test_fewer_distinct_rows_than_clusters_give_fewer_clusters(k):
    rows = np.repeat(np.eye(4, dtype=np.float32)[:2], 5, axis=0)
    assert fit_kmeans(rows, k, seed=0).shape == (min(k, 2), 4)
    assert fit_kmeans(np.zeros((0, 4), np.float32), k, seed=0).shape == (0, 4)


@given(st.lists(st.text(max_size=8), unique=True, max_size=40), st.integers(0, 50), st.randoms())
def test_the_sample_is_the_same_conversations_in_the_same_order_for_any_input_order(ids, count, random):
    shuffled = list(ids)
    random.shuffle(shuffled)
    drawn = [ids[row] for row in sample_order(ids, count, KEY)]
    assert drawn == [shuffled[row] for row in sample_order(shuffled, count, KEY)]
    assert len(drawn) == min(count, len(ids))


def test_ids_follow_the_key_and_neither_the_order_of_fitting_nor_the_size():
    centers = np.eye(6, dtype=np.float32)
    one = number_clusters("request", centers, ["fr"], KEY)
    again = number_clusters("request", centers[::-1], ["fr"], KEY)
    other = number_clusters("request", centers, ["fr"], b"x" * 32)
    assert one.equals(again)
    assert one["cluster_id"].to_list() == [f"request-0-{n:03d}" for n in range(7)]
    assert one["centroid"].to_list() != other["centroid"].to_list()


def test_uncovered_languages_go_to_their_own_cluster_and_failed_rows_to_none():
    centers = number_clusters("request", np.eye(2, dtype=np.float32), ["de"], KEY)
    other = number_clusters("goal", -np.eye(2, dtype=np.float32), [], KEY)
    facets = pl.DataFrame(
        {"conversation_id": ["a", "b", "c", "d"], "usable": [True, True, False, True],
         "language": ["en", "de", "en", "en"]}
    )  # fmt: skip
    rows = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], np.float32)
    got = assign("request", facets, rows, pl.concat([centers, other]), frozenset({"en"}))
    german = centers.filter(pl.col("language") == "de")["cluster_id"].item()
    topics = set(centers.filter(pl.col("language").is_null())["cluster_id"])
    assert got["cluster_id"].to_list()[1:3] == [german, None]
    assert {got["cluster_id"][0], got["cluster_id"][3]} == topics
    assert got["distance"].to_list() == [0.0, None, None, 0.0]
