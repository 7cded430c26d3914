"""A draw is named by all that its noise depends on, and without the secret the name says nothing."""

from types import SimpleNamespace

import numpy as np
import polars as pl
import pytest

from clio.privacy.draws import draw_key, drawing_key
from clio.workspace import WHOLE

KEY, OTHER = bytes(32), bytes([1]) * 32
TABLE, ARRAY = pl.DataFrame({"cluster_id": ["a"], "accounts": [3]}), np.arange(6, dtype=np.int64)


def test_every_part_of_a_question_and_the_secret_are_in_the_name():
    names = [
        draw_key(KEY, "sizes", (0.1, 1), TABLE, ARRAY),
        draw_key(OTHER, "sizes", (0.1, 1), TABLE, ARRAY),
        draw_key(KEY, "cells", (0.1, 1), TABLE, ARRAY),
        draw_key(KEY, "sizes", (0.1, 2), TABLE, ARRAY),
        draw_key(KEY, "sizes", (0.1, 1), TABLE.with_columns(accounts=pl.lit(4)), ARRAY),
        draw_key(KEY, "sizes", (0.1, 1), TABLE.rename({"accounts": "conversations"}), ARRAY),
        draw_key(KEY, "sizes", (0.1, 1), TABLE, ARRAY + 1),
        draw_key(KEY, "sizes", (0.1, 1), TABLE),
    ]
    assert len(set(names)) == len(names)
    assert names[0] == draw_key(KEY, "sizes", (0.1, 1), TABLE.clone(), ARRAY.copy())
    assert names[0].startswith("sizes-")
    assert len(names[0]) == len("sizes-") + 32


def workspace(**contents: str) -> SimpleNamespace:
    """A workspace of two shards; `contents` replace what is said to be in them."""
    told = {
        "conversations/a": "1",
        "conversations/b": "2",
        "facets/a": "3",
        "facets/b": "4",
        "centroids/all": "5",
    }
    told |= {name.replace("_", "/"): content for name, content in contents.items()}
    return SimpleNamespace(
        shards=lambda: ["a", "b"], content=lambda table, shard: told.get(f"{table}/{shard}")
    )


def test_the_conversations_their_facets_and_what_defines_the_groups_are_in_the_key():
    plain = drawing_key(KEY, workspace(), "centroids")
    assert plain == drawing_key(KEY, workspace(), "centroids")
    others = [
        drawing_key(OTHER, workspace(), "centroids"),
        drawing_key(KEY, workspace(conversations_b="9"), "centroids"),
        drawing_key(KEY, workspace(facets_a="9"), "centroids"),
        drawing_key(KEY, workspace(centroids_all="9"), "centroids"),
        drawing_key(KEY, workspace()),
    ]
    assert len({plain, *others}) == 6
    assert WHOLE == "all"
    assert all(len(key) == 32 for key in others)


def test_nothing_is_drawn_about_what_is_not_there():
    with pytest.raises(ValueError, match="not there"):
        drawing_key(KEY, workspace(), "pooling")
