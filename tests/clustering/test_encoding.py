"""Encoding: a text's vector has the same bits whatever other texts are encoded with it, above all under `dp`."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.clustering.embedding import load_embedder

TEXTS = [
    "Reset my password",
    "How do I bake sourdough bread with rye flour in a small oven without a baking stone?",
    "bug",
    "Write a polite letter to my landlord about the heating, which has been broken since October, and about "
    "the rent that I paid for the weeks in which there was none, with the law that says so",
    "",
    "Réparer un vélo",
]


def encode(texts: list[str]) -> np.ndarray:
    return load_embedder().encode(texts, alone=True)


@pytest.fixture(scope="module")
def by_itself() -> dict[str, np.ndarray]:
    return {text: encode([text])[0] for text in TEXTS}


@settings(max_examples=12)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8))
def test_a_row_is_bit_for_bit_the_same_with_and_without_neighbours(by_itself, texts):
    """In any order, beside longer and shorter texts, and as often as it occurs."""
    rows = encode(texts)
    assert rows.dtype == np.float32
    assert rows.shape == (len(texts), len(by_itself[""]))
    for text, row in zip(texts, rows, strict=True):
        assert row.tobytes() == by_itself[text].tobytes()


def test_rows_are_of_length_one_and_those_of_the_ordinary_way(by_itself):
    rows = np.stack([by_itself[text] for text in TEXTS])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert ((rows * load_embedder().encode(TEXTS)).sum(1) > 0.999).all()


def test_nothing_to_encode_is_no_row():
    assert encode([]).shape == (0, 384)


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_a_row_has_the_same_bits_in_shards_of_any_cut(conversations, precision):
    """The ordinary way: so that neither the number of shards nor other conversations change a release."""
    lines = [json.loads(line) for line in conversations.read_text().splitlines()[:300]]
    texts = [line["messages"][0]["content"][:500] for line in lines]
    encoder = load_embedder("bundled", precision)
    whole = encoder.encode(texts)
    for size in (1, 7, 100):
        parts = [encoder.encode(texts[start : start + size]) for start in range(0, len(texts), size)]
        assert np.concatenate(parts).tobytes() == whole.tobytes()
    backwards = encoder.encode(texts[::-1])[::-1]
    assert backwards.tobytes() == whole.tobytes()
