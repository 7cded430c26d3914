"""The message that a group is named by is the one most like what the group was found by."""

import numpy as np
import polars as pl

from clio.sae.telling import Said, directions, telling_messages


def unit(*rows: tuple[float, ...]) -> np.ndarray:
    found = np.array(rows, np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


SAID = Said(
    pl.Series(["a", "a", "b", "b", "b", "c"]),
    unit((1, 0, 0), (0, 1, 0), (0, 1, 0.1), (1, 0, 0), (0, 0, 1), (1, 0, 0)),
)
MEMBERS = [pl.Series(["a", "b", "silent"]), pl.Series(["b", "c"], dtype=pl.String)]
NONE = np.zeros((0, 3), np.float32)


def test_the_message_nearest_a_centroid_of_the_group():
    alike = directions([unit((0, 2, 0)), unit((0, 0, 1), (1, 0, 0))], MEMBERS, [SAID])
    found = telling_messages(SAID, MEMBERS, alike)
    assert found.rows() == [("a", 0, 1), ("b", 0, 0), ("b", 1, 1), ("c", 1, 0)], "of equals the first"


def test_without_a_centroid_what_sets_the_members_apart_whatever_the_shards():
    members = [pl.Series(["a", "b"])]
    (whole,) = directions([NONE], members, [SAID])
    parts = [Said(SAID.conversations[:2], SAID.rows[:2]), Said(SAID.conversations[2:], SAID.rows[2:])]
    (apart,) = directions([NONE], members, parts)
    assert np.allclose(whole, apart)
    assert telling_messages(SAID, members, [whole])["message"].to_list() == [1, 0], (
        "c alone says no such thing"
    )


def test_nobody_and_nothing():
    assert directions([], [], [SAID]) == []
    empty = Said(pl.Series([], dtype=pl.String), NONE)
    assert telling_messages(empty, MEMBERS, [unit((1, 0, 0))] * 2).is_empty()
    assert telling_messages(SAID, [], []).is_empty()
