"""Pooling over tokens and what is kept of it, against plain dictionaries and dense quantiles."""

from collections import defaultdict

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.errors import UserError
from clio.sae.pooling import MOST_FEATURES, Pooled, joined, pool_max, telling
from clio.sae.reference import LEVELS, Reference, measure, read_reference, write_reference

WIDTH = 6
VALUES = st.one_of(st.just(0.0), st.floats(0.0625, 8, width=32), st.just(float("nan")), st.just(-1.0))
ENTRIES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, WIDTH - 1), VALUES), max_size=40)


def pooled(entries: list[tuple[int, int, float]]) -> Pooled:
    columns = list(zip(*entries, strict=True)) or [(), (), ()]
    return pool_max(
        np.array(columns[0], np.int64), np.array(columns[1], np.uint32), np.array(columns[2], np.float32)
    )


def rows(found: Pooled) -> list[tuple[int, int, float]]:
    return list(zip(*(column.tolist() for column in found), strict=True))


@given(ENTRIES)
def test_pooling_is_the_largest_value_of_each_pair_in_order(entries):
    largest: dict[tuple[int, int], float] = defaultdict(float)
    for text, feature, value in entries:
        if value > 0:
            largest[text, feature] = max(largest[text, feature], value)
    found = pooled(entries)
    assert rows(found) == [(*pair, value) for pair, value in sorted(largest.items())]
    assert [column.dtype for column in found] == [np.int64, np.uint32, np.float32]


@given(ENTRIES, ENTRIES)
def test_parts_of_the_same_texts_join_to_the_whole(one, other):
    assert rows(joined([pooled(one), pooled(other)])) == rows(pooled(one + other))


def maxima(documents: list[list[float]]) -> Reference:
    """A reference from a matrix of documents by features."""
    matrix = np.array(documents, np.float32).reshape(len(documents), -1)
    places = np.nonzero(matrix)
    return measure(places[1].astype(np.uint32), matrix[places], len(documents), WIDTH)


MATRICES = st.lists(
    st.lists(st.one_of(st.just(0.0), st.floats(0.0625, 8, width=32)), min_size=WIDTH, max_size=WIDTH),
    min_size=1,
    max_size=60,
)


@given(MATRICES)
def test_quantiles_are_those_of_the_dense_matrix_silence_included(documents):
    matrix = np.array(documents, np.float32)
    found = maxima(documents)
    assert found.features["documents"].to_list() == (matrix > 0).sum(0).tolist()
    for name, level in LEVELS.items():
        quantile = found.features[name].to_numpy()
        expected = np.sort(matrix, axis=0)[int(np.ceil(round(level * len(documents), 9))) - 1]
        np.testing.assert_array_equal(quantile, expected)
        assert ((matrix > quantile).mean(0) <= 1 - level + 1e-9).all(), "never more than the level says"


def test_a_thousand_documents():
    documents = [[float(at + 1), 0.0, 1.0, float(at < 40), float(at < 60), 0.0] for at in range(1000)]
    table = maxima(documents).features
    assert table["q95"].to_list() == [950, 0, 1, 0, 1, 0]
    assert table["q99"].to_list() == [990, 0, 1, 1, 1, 0]
    assert table["q998"].to_list() == [998, 0, 1, 1, 1, 0]


@settings(max_examples=100)
@given(MATRICES, ENTRIES, st.integers(1, 4))
def test_kept_is_what_is_unusual_and_of_that_the_rarest(documents, entries, most):
    reference, found = maxima(documents), pooled(entries)
    q95, documents_with = reference.q95, reference.features["documents"].to_numpy()
    by_text = defaultdict(list)
    for text, feature, value in rows(found):
        if value > q95[feature]:
            by_text[text].append((documents_with[feature], feature, value))
    expected = [
        (text, feature, value)
        for text in sorted(by_text)
        for _, feature, value in sorted(sorted(by_text[text])[:most], key=lambda one: one[1])
    ]
    assert rows(telling(found, reference, most)) == expected


@given(MATRICES, ENTRIES)
def test_a_row_does_not_depend_on_other_texts(documents, entries):
    reference = maxima(documents)
    together = rows(telling(pooled(entries), reference, 2))
    for text in range(5):
        own = [entry for entry in entries if entry[0] == text]
        assert rows(telling(pooled(own), reference, 2)) == [row for row in together if row[0] == text]


def test_at_most_64_are_kept_by_default():
    width = 300
    nothing = measure(np.zeros(0, np.uint32), np.zeros(0, np.float32), 10, width)
    everything = [(0, feature, 1.0) for feature in range(width)]
    kept = telling(pooled(everything), nothing)
    assert MOST_FEATURES == 64
    assert kept.features.tolist() == list(range(64)), "equally rare: the lower ids"


def test_the_table_travels(tmp_path):
    reference = maxima([[1.0, 2, 0, 0, 3, 0], [2.0, 0, 0, 0, 1, 0]])
    write_reference(tmp_path / "reference.parquet", reference)
    read = read_reference(tmp_path / "reference.parquet", 2, WIDTH)
    assert read.features.equals(reference.features)
    assert read.digest == reference.digest
    np.testing.assert_allclose(reference.idf, np.log(np.array([3 / 3, 3 / 2, 3, 3, 3 / 3, 3])))


@pytest.mark.parametrize("spoil", ["short", "order", "null", "column", "bytes", "absent"])
def test_a_table_of_another_sae_is_one_sentence(spoil, tmp_path):
    path, reference = tmp_path / "reference.parquet", maxima([[1.0, 2, 0, 0, 3, 0]])
    table = {
        "short": reference.features.head(3),
        "order": reference.features.reverse(),
        "null": reference.features.with_columns(pl.lit(None, pl.Float32).alias("q99")),
        "column": reference.features.drop("q95"),
    }.get(spoil)
    if table is not None:
        table.write_parquet(path)
    elif spoil == "bytes":
        path.write_bytes(b"PAR1 nonsense")
    with pytest.raises(UserError, match="does not describe the 6 features"):
        read_reference(path, 1, WIDTH)
