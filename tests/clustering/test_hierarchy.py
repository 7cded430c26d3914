"""The tree: every level shrinks, every group has one parent, and a namer that fails cannot break it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio import tables
from clio.clustering.hierarchy import Builder, build_level, level_sizes
from clio.clustering.taxonomy import build_taxonomy
from clio.models.extractive import ExtractiveProvider
from clio.models.questions import Answer, Assign, Group, Question
from clio.public.phrases import load_phrases

KEY = b"k" * 32


def encode(texts) -> np.ndarray:
    """A stand-in for the encoder: unit rows [n, 16] that depend on the text alone."""
    rows = np.array([np.random.default_rng(abs(hash_of(text))).standard_normal(16) for text in texts])
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32).reshape(len(texts), 16)


def hash_of(text: str) -> int:
    return sum((i + 1) * b for i, b in enumerate(text.encode())) % 2**32


@dataclass(frozen=True)
class Failing:
    """A provider whose every answer has `status`, or, for `wrong`, is an impossible value."""

    status: str
    name: str = "failing"
    uses_model: bool = True

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        for question in questions:
            if self.status == "wrong":
                yield Answer("ok", 10**6 if isinstance(question, Assign) else ())
            else:
                yield Answer(self.status, code="error")


def groups(n: int) -> list[Group]:
    listed = load_phrases()
    step = len(listed.phrases) // n
    rows = range(0, n * step, step)
    return [
        Group(listed.phrases[r], f"People wanted this, {r}.", listed.themes[r], listed.areas[r]) for r in rows
    ]


@given(st.integers(0, 5000))
def test_levels_shrink_geometrically_to_a_readable_top(base):
    sizes = [base, *level_sizes(base)]
    assert all(above < below for below, above in pairwise(sizes))
    if base >= 6:
        assert 2 <= sizes[-1] <= 10


@pytest.mark.parametrize("n", [6, 25, 130])
def test_every_group_gets_a_parent_and_no_parent_is_empty(n):
    wanted = level_sizes(n)[0]
    level = build_level(groups(n), wanted, Builder(ExtractiveProvider(encode), encode, 0))
    assert len(level.parent_of) == n
    assert set(level.parent_of) == set(range(len(level.groups)))
    assert len(level.groups) < n
    assert len(level.groups) <= 1.5 * wanted
    assert len({group.name for group in level.groups}) == len(level.groups)
    assert level.fallback is None


@pytest.mark.parametrize("status", ["failed", "refused", "wrong"])
def test_a_provider_that_fails_gives_a_level_all_the_same_and_says_so(status):
    level = build_level(groups(30), 6, Builder(Failing(status), encode, 0))
    assert set(level.parent_of) == set(range(len(level.groups)))
    assert 1 <= len(level.groups) <= 6
    assert level.fallback is not None


@settings(max_examples=15)
@given(st.integers(0, 60), st.integers(0, 4), st.randoms())
def test_the_taxonomy_is_a_tree_that_keeps_languages_apart(topics, languages, random):
    listed = groups(max(topics, 1))[:topics]
    rows = [
        {"cluster_id": f"request-0-{i:03d}", "facet": "request", "language": None, "name": g.name,
         "description": g.description, "theme": g.theme, "area": g.area, "replaced": None, "withheld": i % 11 == 10}
        for i, g in enumerate(listed)
    ] + [
        {"cluster_id": f"request-0-{900 + i}", "facet": "request", "language": code, "name": f"In {code}",
         "description": "", "theme": None, "area": None, "replaced": None, "withheld": False}
        for i, code in enumerate(["de", "fr", "es", "zh"][:languages])
    ]  # fmt: skip
    kept = {}

    def checkpoint(part, compute):
        kept[part] = compute()
        return kept[part]

    builder = Builder(ExtractiveProvider(encode), encode, 0)
    random.shuffle(rows)
    names = pl.DataFrame(rows, schema=dict(tables.NAMES))
    tree = build_taxonomy(names, "request", builder, KEY, checkpoint)
    shown = names.filter(~pl.col("withheld"))
    assert set(tree.filter(pl.col("level") == 0)["cluster_id"]) == set(shown["cluster_id"])
    assert tree["cluster_id"].n_unique() == tree.height
    above = {row["cluster_id"]: row for row in tree.to_dicts()}
    top = tree["level"].max()
    for row in above.values():
        if row["level"] < top:
            assert above[row["parent_id"]]["level"] == row["level"] + 1
        else:
            assert row["parent_id"] is None
    if top:
        spoken = set(shown.filter(pl.col("language").is_not_null())["cluster_id"])
        own = {above[cid]["parent_id"] for cid in spoken}
        others = {r["parent_id"] for r in above.values() if r["level"] == 0 and r["cluster_id"] not in spoken}
        assert len(own) <= 1
        assert not own & others
