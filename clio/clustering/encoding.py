"""Encoding texts so that a row does not depend on its neighbours in a batch.

Padding and the cutting of matrices into blocks let the other texts of a batch into the last bits of a row, and a
nearest centre can turn on them: the same conversations in other shards would give another release. Without padding,
rows have been the same bits in every batch that was tried; that is enough for a release to come out the same, and
faster than padding. The policy `dp` claims that a row depends on one conversation only, so it encodes each by itself.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

TOKENISED_AT_ONCE = 256


def encode_by_length(model: Any, texts: Sequence[str], batch: int) -> NDArray[np.float32]:
    """Encode `texts` (length n >= 1) by a SentenceTransformer, up to `batch` texts of as many tokens at once.

    Returns rows float32 [n, d] as the model gives them.
    """
    import torch

    lengths = _token_counts(model, texts)
    order = np.argsort(
        -lengths, kind="stable"
    )  # the longest first: what they took in memory serves the others
    starts = np.flatnonzero(np.diff(lengths[order], prepend=-1))
    parts = []
    with torch.inference_mode():
        for group in np.split(order, starts[1:]):
            for start in range(0, len(group), batch):
                features = _prepared(model, [texts[row] for row in group[start : start + batch]])
                parts.append(model.forward(features)["sentence_embedding"].to(torch.float32).numpy())
    rows = np.concatenate(parts)
    found: NDArray[np.float32] = np.empty_like(rows)
    found[order] = rows
    return found


def _token_counts(model: Any, texts: Sequence[str]) -> NDArray[np.int64]:
    """How many tokens the model reads of each text; none is counted of a tokenizer of another kind."""
    if not callable(model.tokenizer):
        return np.zeros(len(texts), np.int64)
    counts: list[int] = []
    for start in range(
        0, len(texts), TOKENISED_AT_ONCE
    ):  # a tokenizer's account of a text is far larger than it
        part = list(texts[start : start + TOKENISED_AT_ONCE])
        tokens = model.tokenizer(part, truncation=True, max_length=model.max_seq_length)["input_ids"]
        counts += map(len, tokens)
    return np.array(counts, np.int64)


def _prepared(model: Any, texts: Sequence[str]) -> Any:
    return model.preprocess(list(texts)) if hasattr(model, "preprocess") else model.tokenize(list(texts))


def encode_each(model: Any, texts: Sequence[str]) -> NDArray[np.float32]:
    """Encode `texts` (length n >= 1) by a SentenceTransformer, one forward pass for each distinct text.

    Returns unit rows, float32 [n, d].
    """
    import torch

    rows: dict[str, NDArray[np.float32]] = {}
    with torch.inference_mode():
        for text in dict.fromkeys(texts):
            vector = (
                model.forward(_prepared(model, [text]))["sentence_embedding"][0].to(torch.float32).numpy()
            )
            rows[text] = vector / max(np.linalg.norm(vector), np.float32(1e-12))
    return np.stack([rows[text] for text in texts]).astype(np.float32, copy=False)
