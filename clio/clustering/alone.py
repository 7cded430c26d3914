"""Encoding each text by itself, so that a row has the same bits with and without its neighbours in a batch.

Padding and the cutting of matrices into blocks let the other texts of a batch into the last bits of a row, and a
nearest centre can turn on them. The policy `dp` needs rows that depend on one conversation only.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def encode_each(model: Any, texts: Sequence[str]) -> NDArray[np.float32]:
    """Encode `texts` (length n >= 1) by a SentenceTransformer, one forward pass for each distinct text.

    Returns unit rows, float32 [n, d].
    """
    import torch

    rows: dict[str, NDArray[np.float32]] = {}
    with torch.inference_mode():
        for text in dict.fromkeys(texts):
            batch = model.preprocess([text]) if hasattr(model, "preprocess") else model.tokenize([text])
            vector = model.forward(batch)["sentence_embedding"][0].to(torch.float32).numpy()
            rows[text] = vector / max(np.linalg.norm(vector), np.float32(1e-12))
    return np.stack([rows[text] for text in texts]).astype(np.float32, copy=False)
