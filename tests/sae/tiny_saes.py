"""Small autoencoders with random weights."""

import torch

from clio.sae.autoencoder import Latents, SparseAutoencoder

D = 16  # dimensions of the small models


def random_sae(
    kind: str = "topk", d: int = D, width: int = 24, k: int = 4, scale: float = 1.0, seed: int = 0
) -> SparseAutoencoder:
    """An autoencoder with all its parameters drawn at random, biases too."""
    generator = torch.Generator().manual_seed(seed)
    shapes = {"W_enc": (d, width), "b_enc": (width,), "W_dec": (width, d), "b_dec": (d,)}
    parts = {name: torch.randn(shape, generator=generator) for name, shape in shapes.items()}
    return SparseAutoencoder(kind, k if kind == "topk" else width, **parts, scale=scale)


def dense(latents: Latents, width: int) -> torch.Tensor:
    """Latents as a matrix [n, F]; fails when a feature is active twice in a token."""
    indices = latents.indices.to(torch.int64)
    for row, values in zip(indices.tolist(), latents.values.tolist(), strict=True):
        active = [index for index, value in zip(row, values, strict=True) if value > 0]
        assert len(set(active)) == len(active)
    return torch.zeros(len(indices), width).scatter_add_(1, indices, latents.values)
