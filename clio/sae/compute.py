"""What training a sparse autoencoder costs, and budgets of it as a user writes them."""

import re
from dataclasses import dataclass
from typing import Literal

from clio.errors import UserError
from clio.sae.autoencoder import Kind

Unit = Literal["FLOPs", "tokens"]

_WRITTEN = re.compile(r"([0-9.]+(?:e[+]?[0-9]+)?)\s*(flops|tokens)?", re.IGNORECASE)


@dataclass(frozen=True)
class Budget:
    """An amount of training: floating-point operations, or tokens that are trained on."""

    amount: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount:,.0f} tokens" if self.unit == "tokens" else f"{self.amount:.3g} FLOPs"


def read_budget(text: str, option: str) -> Budget:
    """A budget like 2e14, 2e14flops or 3e6tokens; raises UserError, which names `option`, for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    try:
        amount = float(found[1]) if found else 0.0
    except ValueError:
        amount = 0.0
    if found is None or not 0 < amount < float("inf"):
        raise UserError(
            f"{option} {text:.30}: give floating-point operations or tokens, like 2e14 or 3e6tokens."
        )
    return Budget(amount, "tokens" if (found[2] or "").lower() == "tokens" else "FLOPs")


def flops_per_token(kind: Kind, d: int, width: float, k: int) -> float:
    """Floating-point operations of training on a token, a multiplication and an addition being two.

    The encoder takes 2dF forward and 2dF for its gradient; TopK's decoder has k rows of d, forward and twice back,
    ReLU's has all F. Not counted: reading the model, AuxK, and the optimiser's few operations a step.
    """
    active = k if kind == "topk" else width
    return d * (4.0 * width + 6.0 * active)
