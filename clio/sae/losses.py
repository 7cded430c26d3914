"""The parameters of an autoencoder in training, how they start, and what they are trained to make small."""

from typing import NamedTuple

import torch
from torch import Tensor

from clio.sae.autoencoder import Kind, active_latents, weighted_rows

RELU_START_NORM = 0.1
"""Length of the decoder's rows at the start (April 2024 update: 0.05 to 1)."""


class Parameters(NamedTuple):
    """Leaf tensors on the training device, W_enc [d, F], b_enc [F], W_dec [F, d], b_dec [d]."""

    W_enc: Tensor
    b_enc: Tensor
    W_dec: Tensor
    b_dec: Tensor


class Loss(NamedTuple):
    """What a step makes smaller, and which latents were active."""

    total: Tensor
    """[] to be differentiated"""
    active: Tensor
    """bool [F]"""


def start(kind: Kind, mean: Tensor, width: int, generator: torch.Generator) -> Parameters:
    """Parameters before the first step: decoder rows of random direction, the encoder their transpose.

    `mean` [d] of the scaled states is where TopK's decoder bias starts; Gao et al. take the geometric median, which
    differs little once states are scaled. ReLU's biases start at 0.
    """
    directions = torch.randn(width, len(mean), generator=generator).to(mean)
    rows = directions / directions.norm(dim=1, keepdim=True)
    if kind == "relu":
        rows = rows * RELU_START_NORM
    b_dec = mean.clone() if kind == "topk" else torch.zeros_like(mean)
    parts = (rows.T.clone(), rows.new_zeros(width), rows.clone(), b_dec)
    return Parameters(*(part.contiguous().requires_grad_() for part in parts))


def topk_loss(x: Tensor, parameters: Parameters, k: int, dead: Tensor, aux_coefficient: float) -> Loss:
    """Squared error of scaled states x [n, d] over their variance, and AuxK (Gao et al. 2024, A.2).

    AuxK: the d/2 strongest of the `dead` latents (bool [F]) rebuild what the living ones left of x. It counts for
    less when fewer are dead than it would take.
    """
    W_enc, b_enc, W_dec, b_dec = parameters  # noqa: N806
    pre = (x - b_dec) @ W_enc + b_enc
    values, indices = active_latents(pre, k)
    residual = x - b_dec - weighted_rows(indices, values, W_dec)
    variance = (x - x.mean(0)).square().sum()
    total = residual.square().sum() / variance
    n_dead = int(dead.sum())
    if n_dead:
        wanted = max(1, x.shape[1] // 2)
        taken = min(wanted, n_dead)
        aux_values, aux_indices = pre.masked_fill(~dead, -torch.inf).topk(taken, dim=1)
        rebuilt = weighted_rows(aux_indices, aux_values, W_dec)
        missed = (residual.detach() - rebuilt).square().sum() / variance
        total = total + aux_coefficient * (taken / wanted) * missed
    active = torch.zeros(len(b_enc), dtype=torch.bool, device=x.device)
    active[indices[values > 0]] = True
    return Loss(total, active)


def l1_loss(x: Tensor, parameters: Parameters, l1: float) -> Loss:
    """Squared error of a scaled state, x [n, d], plus `l1` times its activations by the norms of their rows."""
    W_enc, b_enc, W_dec, b_dec = parameters  # noqa: N806
    latents = (x @ W_enc + b_enc).relu()
    error = (x - latents @ W_dec - b_dec).square().sum(1).mean()
    strength = (latents * W_dec.norm(dim=1)).sum(1).mean()
    return Loss(error + l1 * strength, (latents > 0).any(0))
