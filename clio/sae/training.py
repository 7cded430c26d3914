"""Training a sparse autoencoder on token states.

TopK after Gao et al. 2024 (sections 2.3, A.1, A.2: tied start, unit decoder rows, AuxK), ReLU + L1 after Templeton
et al. 2024 ("Scaling Monosemanticity") and the April 2024 update of its authors (L1 weighted by decoder norm, λ
warmed up, no resampling). States are scaled to mean squared norm d.
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor

from clio.errors import UserError
from clio.sae.autoencoder import Kind, SparseAutoencoder
from clio.sae.losses import l1_loss, start, topk_loss

WARM_UP, COOL_DOWN = 0.05, 0.2
"""Shares of the steps: over the first λ rises from 0, over the last the learning rate falls to 0."""
BUFFER_TOKENS = 1 << 16
"""Tokens that are mixed with each other before they are trained on."""
MOST_GRADIENT = 1.0
"""Gradients of a larger norm are cut to it."""


@dataclass(frozen=True)
class TrainingOptions:
    """How to train. Raises UserError for what cannot be."""

    kind: Kind = "topk"
    width: int = 2048
    """Number of features F."""
    k: int = 32
    """Active latents of a token (TopK only)."""
    tokens: int = 1_000_000
    """Tokens to train on; a smaller corpus is read again."""
    batch: int = 512
    """Tokens of a step."""
    learning_rate: float = 2e-3
    """Of Adam, until the last fifth of the steps."""
    aux_coefficient: float = 1 / 32
    """Weight of what dead latents make of the residual (TopK only)."""
    dead_after: int = 100_000
    """A latent that was silent for so many tokens is dead (TopK only); a tenth of all tokens where that is less."""
    l1: float = 5.0
    """λ after the warm-up (ReLU only)."""
    seed: int = 0

    def __post_init__(self) -> None:
        """Check the sizes."""
        if self.width < 2 or not 1 <= self.k <= self.width:
            raise UserError(
                f"--width {self.width} and --k {self.k}: choose a width above 1, and k from 1 to it."
            )
        if self.tokens < self.batch:
            raise UserError(f"--tokens {self.tokens}: choose at least {self.batch}, the tokens of one step.")

    @property
    def steps(self) -> int:
        """Number of steps."""
        return self.tokens // self.batch


@dataclass(frozen=True)
class TrainingReport:
    """How good an autoencoder is on tokens that it was not trained on."""

    fvu: float
    """Fraction of variance unexplained: squared error over squared distance from the mean state."""
    l0: float
    """Mean number of active latents of a token."""
    dead_share: float
    """Share of the latents that are active on none of the held-out tokens."""
    tokens: int
    """Tokens trained on."""
    held_out_tokens: int
    cpu_seconds: float
    """Of this process, reading the model included; the only figure that is not the same for the same seed."""

    def figures(self) -> dict[str, Any]:
        """All but the seconds, as JSON takes it."""
        return {name: value for name, value in asdict(self).items() if name != "cpu_seconds"}


Corpus = Callable[[], Iterable[Tensor]]
"""Opens a corpus: pieces of token states, float [n, d], the same at every call."""


def train(
    corpus: Corpus,
    held_out: Corpus,
    options: TrainingOptions,
    progress: Callable[[int], None] = lambda tokens: None,
) -> tuple[SparseAutoencoder, TrainingReport]:
    """Train on `corpus` and measure on `held_out`; `progress` is told how many tokens have been trained on.

    The same corpus and seed give the same weights on a CPU. Raises UserError when there are too few tokens for one
    step, or none held out.
    """
    started = time.process_time()
    generator = torch.Generator().manual_seed(options.seed)
    trainer: _Trainer | None = None
    for buffer in _buffers(corpus, options.batch, generator):
        if trainer is None:
            trainer = _Trainer(buffer, options, generator)
        for batch in torch.split(buffer, options.batch):
            trainer.step(batch)
            progress(trainer.steps * options.batch)
            if trainer.steps == options.steps:
                autoencoder = trainer.autoencoder()
                return autoencoder, _measured(autoencoder, held_out, options, started)
    raise UserError("There is no text to train on: give conversations with words in them.")


def _buffers(corpus: Corpus, batch: int, generator: torch.Generator) -> Iterator[Tensor]:
    """Yield mixed states [m, d], m a multiple of `batch`, over and over; ends only where a corpus is empty."""
    held: list[Tensor] = []
    count, seen = 0, -1
    while seen:
        seen = 0
        for piece in corpus():
            held.append(piece)
            count += len(piece)
            seen += len(piece)
            if count >= max(BUFFER_TOKENS, batch):
                mixed, rest = _mixed(held, batch, generator)
                held, count = [rest], len(rest)
                yield mixed
        if count >= batch:
            mixed, rest = _mixed(held, batch, generator)
            held, count = [rest], len(rest)
            yield mixed


def _mixed(pieces: list[Tensor], batch: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """All pieces in random order: a multiple of `batch`, and the rest."""
    states = torch.cat(pieces)
    states = states[torch.randperm(len(states), generator=generator).to(states.device)]
    end = len(states) - len(states) % batch
    return states[:end], states[end:].clone()


class _Trainer:
    """Parameters, optimiser and which latents have long been silent."""

    def __init__(self, first: Tensor, options: TrainingOptions, generator: torch.Generator) -> None:
        """Start from the `first` states, [m, d]: they tell the scale and, for TopK, the mean."""
        self.options = options
        self.steps = 0
        self.scale = math.sqrt(first.shape[1] / float(first.square().sum(1).mean()))
        self.parameters = start(options.kind, first.mean(0) * self.scale, options.width, generator)
        self.silent = torch.zeros(
            options.width, dtype=torch.int64, device=first.device
        )  # tokens since active
        self.dead_after = min(options.dead_after, options.tokens // 10)
        self.adam = torch.optim.Adam(self.parameters, lr=options.learning_rate)
        self.rate = torch.optim.lr_scheduler.LambdaLR(
            self.adam, lambda step: min(1.0, (options.steps - step) / (COOL_DOWN * options.steps))
        )
        self._shorten_rows()

    def step(self, batch: Tensor) -> None:
        """Train on states [n, d]."""
        x = batch * self.scale
        if self.options.kind == "topk":
            dead = self.silent > self.dead_after
            loss = topk_loss(x, self.parameters, self.options.k, dead, self.options.aux_coefficient)
        else:
            warm = min(1.0, (self.steps + 1) / max(1.0, WARM_UP * self.options.steps))
            loss = l1_loss(x, self.parameters, warm * self.options.l1)
        self.adam.zero_grad()
        torch.autograd.backward(loss.total)
        torch.nn.utils.clip_grad_norm_(self.parameters, MOST_GRADIENT)
        self.adam.step()
        self.rate.step()
        self._shorten_rows()
        self.silent = torch.where(loss.active, 0, self.silent + len(x))
        self.steps += 1

    @torch.no_grad()
    def _shorten_rows(self) -> None:
        """TopK's decoder rows have length 1 after every step (Gao et al. 2024, A.1)."""
        if self.options.kind == "topk":
            rows = self.parameters.W_dec
            rows /= rows.norm(dim=1, keepdim=True).clamp_min(1e-8)

    @torch.no_grad()
    def autoencoder(self) -> SparseAutoencoder:
        """What has been trained, with decoder rows of length 1, so that activations of features compare."""
        W_enc, b_enc, W_dec, b_dec = (part.detach() for part in self.parameters)  # noqa: N806
        if self.options.kind == "topk":
            k, b_enc = self.options.k, b_enc - b_dec @ W_enc
        else:
            k, norms = self.options.width, W_dec.norm(dim=1).clamp_min(1e-8)
            W_enc, b_enc, W_dec = W_enc * norms, b_enc * norms, W_dec / norms[:, None]  # noqa: N806
        return SparseAutoencoder(self.options.kind, k, W_enc, b_enc, W_dec, b_dec, self.scale)


def _measured(
    autoencoder: SparseAutoencoder, held_out: Corpus, options: TrainingOptions, started: float
) -> TrainingReport:
    """The report; raises UserError when nothing was held out."""
    tokens, active, error = 0, 0, 0.0
    squares = total = torch.zeros(autoencoder.d, dtype=torch.float64)
    fired = torch.zeros(autoencoder.width, dtype=torch.bool)
    for x in held_out():
        latents = autoencoder.encode(x)
        error += float((x - autoencoder.decode(latents)).square().sum())
        squares = squares + x.double().square().sum(0).cpu()
        total = total + x.double().sum(0).cpu()
        on = latents.values > 0
        fired[latents.indices.to(torch.int64)[on].cpu()] = True
        tokens, active = tokens + len(x), active + int(on.sum())
    if not tokens:
        raise UserError("No text was left to measure the SAE on: give more conversations.")
    variance = float((squares - total.square() / tokens).sum())
    return TrainingReport(
        fvu=error / max(variance, 1e-12),
        l0=active / tokens,
        dead_share=1 - float(fired.double().mean()),
        tokens=options.steps * options.batch,
        held_out_tokens=tokens,
        cpu_seconds=time.process_time() - started,
    )
