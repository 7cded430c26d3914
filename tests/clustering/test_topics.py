"""The topic of a request is its own and the public list's business, never that of other requests."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio import tables
from clio.clustering.topics import FULL, MOST, NEAR, REACH, nearest_phrases


def unit(seed: int, n: int, d: int = 12) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((n, d))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def topics_of(requests: np.ndarray, phrases: np.ndarray, has: list[bool] | None = None) -> pl.DataFrame:
    ids = pl.Series([f"c{row}" for row in range(len(requests))], dtype=pl.String)
    ones = [np.ones(len(rows), np.int8) for rows in (requests, phrases)]
    return nearest_phrases(
        ids, requests, phrases, pl.Series(has or [True] * len(requests), dtype=pl.Boolean), *ones
    )


@given(st.integers(0, 1000), st.integers(1, 60), st.integers(1, 60))
def test_topic_and_neighbours_agree_with_a_plain_computation(seed, n, p):
    requests, phrases = unit(seed, n), unit(seed + 1, p)
    got = topics_of(requests, phrases)
    assert got.schema == pl.Schema(NEAR)
    cosine = requests @ phrases.T
    for row, (topic, near, closeness) in enumerate(got.select("topic", "near", "closeness").iter_rows()):
        best = cosine[row].max()
        assert topic == near[0] == int(cosine[row].argmax())
        assert closeness[0] == FULL
        assert closeness == sorted(closeness, reverse=True)
        assert min(closeness) > 0
        assert len(set(near)) == len(near) <= MOST
        inside = set(np.flatnonzero(cosine[row] > best - 0.98 * REACH))
        assert inside <= set(near) or len(near) == MOST


def test_a_row_without_a_topic_backs_nothing():
    got = topics_of(unit(0, 3), unit(1, 5), [True, False, True])
    assert got["topic"].is_null().to_list() == [False, True, False]
    assert got["near"].to_list()[1] == got["closeness"].to_list()[1] == []


@pytest.mark.parametrize(("concern", "lead", "chosen"), [(1, 0.03, 0), (1, 0.08, 1), (2, 0.03, 1)])
def test_an_ordinary_request_is_taken_for_abuse_only_by_a_margin(concern, lead, chosen):
    request = np.array([[1, 0]], np.float32)
    phrases = np.array([[0.8, 0], [0.8 + lead, 0]], np.float32)
    got = nearest_phrases(
        pl.Series(["c"]),
        request,
        phrases,
        pl.Series([True]),
        np.array([concern], np.int8),
        np.array([1, 5], np.int8),
    )
    assert got["topic"].to_list() == [chosen]


def test_an_empty_shard_has_no_topics():
    assert topics_of(unit(0, 0), unit(1, 5), []).equals(tables.empty(NEAR))


@given(st.integers(0, 50))
def test_a_row_does_not_depend_on_its_neighbours(seed):
    requests, phrases = unit(seed, 9), unit(99, 40)
    together = topics_of(requests, phrases)
    alone = pl.concat(topics_of(requests[row : row + 1], phrases) for row in range(9))
    assert together.select("topic", "near").equals(alone.select("topic", "near"))
