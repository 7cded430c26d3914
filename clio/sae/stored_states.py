"""Token states on disk: read from a model once, trained on and measured on many times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

TOKENS_AT_ONCE = 8192


@dataclass(frozen=True)
class StoredStates:
    """`tokens` states of `d` dimensions in a file; to call it opens them, as training and measuring take a corpus."""

    path: Path
    tokens: int
    d: int
    dtype: torch.dtype
    device: torch.device

    def __call__(self) -> Iterator[Tensor]:
        """Yield all states in their order, float32 [n, d] on `device`; nothing but a piece is in memory at a time."""
        if not self.tokens:
            return
        held = torch.from_file(str(self.path), size=self.tokens * self.d, dtype=self.dtype)
        for piece in torch.split(held.view(self.tokens, self.d), TOKENS_AT_ONCE):
            yield piece.to(self.device, torch.float32)


def store_states(
    path: Path, pieces: Iterable[Tensor], most: int, dtype: torch.dtype = torch.float32
) -> StoredStates:
    """Put the first `most` of some states [n, d] into a new file; `dtype` is what the model computed them in.

    They say as much as the text that they are of: the caller removes the file. Reading stops where `most` is reached.
    """
    tokens, d, device = 0, 0, torch.device("cpu")
    with path.open("xb") as stream:
        for piece in pieces:
            kept = piece[: most - tokens]
            tokens, d, device = tokens + len(kept), piece.shape[1], piece.device
            stream.write(kept.to("cpu", dtype).contiguous().view(torch.uint8).numpy().tobytes())
            if tokens >= most:
                break
    return StoredStates(path, tokens, d, dtype, device)
