"""The encoder: pinned, unit rows, and the same rows in either precision."""

import warnings

import numpy as np
import pytest

from clio.clustering import embedding
from clio.clustering.embedding import load_embedder
from clio.errors import PublicFileError, UserError

TEXTS = ["how do i reset my password", "plan a trip to the sea", "write a poem about autumn", ""]


def test_rows_are_unit_float32_and_bfloat16_agrees_with_float32():
    exact = load_embedder("bundled", "float32").encode(TEXTS)
    fast = load_embedder("bundled", "bfloat16").encode(TEXTS)
    assert exact.dtype == fast.dtype == np.float32
    assert exact.shape == (4, 384)
    np.testing.assert_allclose(np.linalg.norm(fast, axis=1), 1, atol=1e-5)
    assert (exact * fast).sum(1).min() > 0.999


def test_no_text_gives_no_rows_and_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_embedder("bundled", "float32").encode([]).shape == (0, 384)


def test_weights_that_differ_from_the_pin_are_refused(monkeypatch):
    monkeypatch.setattr(embedding, "BUNDLED_SHA256", "0" * 64)
    with pytest.raises(PublicFileError, match="pinned hash"):
        load_embedder.__wrapped__("bundled", "float32")


def test_a_folder_without_a_model_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="not a folder with a sentence-transformers model"):
        load_embedder(str(tmp_path / "nothing"), "auto")
