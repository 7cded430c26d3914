"""A sparse autoencoder: token states in, a few active features out, and back.

Two kinds: TopK (Gao et al. 2024, "Scaling and evaluating sparse autoencoders") keeps the k largest latents of a
token; ReLU (Templeton et al. 2024, "Scaling Monosemanticity") keeps those above zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

Kind = Literal["topk", "relu"]

ENTRIES_AT_ONCE = 1 << 24
"""Pre-activations that are held in memory at a time: 64 MiB in float32."""


class Latents(NamedTuple):
    """The active latents of n tokens, largest first; an entry of value 0 stands for none."""

    indices: Tensor
    """uint32 [n, k]; with the kind relu, k is the largest number of active latents of any of the tokens."""
    values: Tensor
    """float32 [n, k], never negative."""


@dataclass(frozen=True, eq=False)
class SparseAutoencoder:
    """z = activation(scale · x @ W_enc + b_enc) and x ≈ (z @ W_dec + b_dec) / scale.

    The bias that many trainers subtract from the input is folded into b_enc. `scale` brings states to mean squared
    norm d, as the weights were trained with. Raises ValueError for shapes that do not belong together.
    """

    kind: Kind
    k: int
    """Active latents of a token; with the kind relu the number of all of them."""
    W_enc: Tensor
    """float32 [d, F]"""
    b_enc: Tensor
    """float32 [F]"""
    W_dec: Tensor
    """float32 [F, d]"""
    b_dec: Tensor
    """float32 [d]"""
    scale: float = 1.0

    def __post_init__(self) -> None:
        """Check the shapes."""
        d, width = self.W_enc.shape
        shapes = (self.b_enc.shape, self.W_dec.shape, self.b_dec.shape)
        if shapes != ((width,), (width, d), (d,)) or not 1 <= self.k <= width or not self.scale > 0:
            raise ValueError("the parameters of the autoencoder do not belong together")

    @property
    def d(self) -> int:
        """Dimensions of a token state."""
        return self.W_enc.shape[0]

    @property
    def width(self) -> int:
        """Number of features."""
        return self.W_enc.shape[1]

    @torch.no_grad()
    def encode(self, x: Tensor) -> Latents:
        """Encode token states, float [n, d], by pieces, so that no [n, F] is ever held."""
        rows = max(1, ENTRIES_AT_ONCE // self.width)
        parts = [self._encode(piece) for piece in torch.split(x, rows)]
        widest = max(values.shape[1] for values, _ in parts)
        padded = [[functional.pad(t, (0, widest - t.shape[1])) for t in part] for part in parts]
        values, indices = (torch.cat(tensors) for tensors in zip(*padded, strict=True))
        return Latents(indices.to(torch.uint32), values)

    def _encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        pre = x.to(self.W_enc) * self.scale @ self.W_enc + self.b_enc
        k = self.k
        if self.kind == "relu":
            k = int((pre > 0).sum(1).max()) if len(pre) else 0
        return active_latents(pre, k)

    @torch.no_grad()
    def decode(self, latents: Latents) -> Tensor:
        """Rebuild token states, float32 [n, d], from their active latents."""
        summed = weighted_rows(latents.indices.to(torch.int64), latents.values, self.W_dec)
        return (summed + self.b_dec) / self.scale

    def reconstruct(self, x: Tensor) -> Tensor:
        """What is left of token states, [n, d], after encoding and decoding."""
        return self.decode(self.encode(x))

    def folded(self) -> "SparseAutoencoder":
        """The same function with scale 1: it takes and rebuilds raw states, with the same latents."""
        return replace(
            self,
            W_enc=self.W_enc * self.scale,
            W_dec=self.W_dec / self.scale,
            b_dec=self.b_dec / self.scale,
            scale=1.0,
        )

    def rounded(self, dtype: torch.dtype) -> "SparseAutoencoder":
        """With parameters that `dtype` can hold, computing in float32 as before."""
        return self._with(lambda tensor: tensor.to(dtype).to(torch.float32))

    def to(self, device: torch.device | str) -> "SparseAutoencoder":
        """The same on another device."""
        return self._with(lambda tensor: tensor.to(device))

    def _with(self, change: Callable[[Tensor], Tensor]) -> "SparseAutoencoder":
        return replace(
            self,
            W_enc=change(self.W_enc),
            b_enc=change(self.b_enc),
            W_dec=change(self.W_dec),
            b_dec=change(self.b_dec),
        )


def active_latents(pre: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Values and indices (int64), both [n, k], of the k largest pre-activations [n, F]; negative ones become 0."""
    values, indices = pre.topk(k, dim=1)
    return values.relu(), indices


def weighted_rows(indices: Tensor, weights: Tensor, rows: Tensor) -> Tensor:
    """The sums [n, d] of `rows` [F, d] chosen by `indices` [n, k] (int64) and weighted by `weights` [n, k]."""
    if not indices.shape[1]:
        return rows.new_zeros(len(indices), rows.shape[1])
    return functional.embedding_bag(indices, rows, per_sample_weights=weights, mode="sum")
