"""A decoder on disk whose token states can be pushed in a direction: what it then expects next, and writes.

The push is added by a forward hook to the output of one block, at every position, so nothing of the model is changed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from clio.errors import UserError
from clio.sae.disk_models import load_causal_model, load_tokenizer

PROMPTS_AT_ONCE = 8
WORD_STARTS = ("Ġ", "▁")
"""How byte-pair and SentencePiece vocabularies mark a token that begins a word."""
WARMTH = 0.8
"""Temperature of what is written."""


@dataclass(frozen=True, eq=False)
class Decoder:
    """A causal language model, in float32, and the block whose output is pushed."""

    model: Any
    block: Any
    tokenizer: Any
    device: torch.device

    @torch.inference_mode()
    def expected(self, prompts: Tensor, tokens: Tensor, push: Tensor | None = None) -> Tensor:
        """Mean log-probability, nats, of each of `tokens` (int64 [t]) as the next one; float32 [t].

        The mean is over all positions of all `prompts` (int64 [n, length]). `push` [d] is added to every state.
        """
        total = torch.zeros(len(tokens), dtype=torch.float64)
        chosen = tokens.to(self.device)
        with self._pushed(push):
            for batch in torch.split(prompts, PROMPTS_AT_ONCE):
                logits = self.model(input_ids=batch.to(self.device)).logits
                told = logits[:, :, chosen] - logits.logsumexp(2, keepdim=True)
                total += told.double().sum((0, 1)).cpu()
        return (total / prompts.numel()).float()

    @torch.inference_mode()
    def state_length(self, prompts: Tensor) -> float:
        """Median length of a state after the block, without the first of each prompt, which is an outlier."""
        lengths: list[Tensor] = []

        def look(module: Any, arguments: Any, output: Any) -> None:
            states = output[0] if isinstance(output, tuple) else output
            lengths.append(states[:, 1:].norm(dim=2).flatten())

        handle = self.block.register_forward_hook(look)
        try:
            for batch in torch.split(prompts, PROMPTS_AT_ONCE):
                self.model(input_ids=batch.to(self.device))
        finally:
            handle.remove()
        return float(torch.cat(lengths).median())

    @torch.inference_mode()
    def written(self, prompt: Tensor, length: int, seed: int, push: Tensor | None = None) -> str:
        """What follows a prompt (int64 [n]) in `length` tokens, drawn from the model's own probabilities."""
        generator = torch.Generator().manual_seed(seed)
        ids = prompt[None]
        with self._pushed(push):
            for _ in range(length):
                logits = self.model(input_ids=ids.to(self.device)).logits[0, -1].float().cpu()
                drawn = torch.multinomial((logits / WARMTH).softmax(0), 1, generator=generator)
                ids = torch.cat([ids, drawn[None]], 1)
        text: str = self.tokenizer.decode(ids[0, len(prompt) :].tolist(), skip_special_tokens=True)
        return text

    def word_tokens(self) -> dict[int, str]:
        """Tokens of the vocabulary that begin a word, and the text of each without space around it."""
        names = self.tokenizer.convert_ids_to_tokens(range(len(self.tokenizer)))
        special = set(self.tokenizer.all_special_ids)
        marked = any(name.startswith(WORD_STARTS) for name in names)
        return {
            at: self.tokenizer.decode([at]).strip()
            for at, name in enumerate(names)
            if at not in special and (name.startswith(WORD_STARTS) or not (marked or name.startswith("##")))
        }

    def text(self, token: int) -> str:
        """A token as a reader sees it: without space around it, or its name where it is nothing else."""
        shown: str = self.tokenizer.decode([token]).strip()
        return shown or str(self.tokenizer.convert_ids_to_tokens(token))

    @contextmanager
    def _pushed(self, push: Tensor | None) -> Iterator[None]:
        """Add `push` to the block's output while inside."""
        if push is None:
            yield
            return
        moved = push.to(self.device)

        def hook(module: Any, arguments: Any, output: Any) -> Any:
            return (output[0] + moved, *output[1:]) if isinstance(output, tuple) else output + moved

        handle = self.block.register_forward_hook(hook)
        try:
            yield
        finally:
            handle.remove()


def load_decoder(folder: Path, layer: int, device: torch.device) -> Decoder:
    """Load the model in `folder` with its head; `layer` 1 is its first block.

    Raises UserError when it cannot be read, has no such layer, or is no decoder: what it expects next must not depend
    on what comes later.
    """
    model, block = load_causal_model(folder, layer)
    model = model.to(device)
    tokenizer = load_tokenizer(folder)
    two = torch.tensor([[1, 2, 3], [1, 2, 4]], device=device)
    with torch.inference_mode():
        first = model(input_ids=two).logits[:, 0]
    if not torch.allclose(first[0], first[1], atol=1e-4):
        raise UserError(
            f"{folder} holds an encoder, which reads the words that it should tell: give a decoder."
        )
    return Decoder(model, block, tokenizer, device)


def prompts_of(texts: Sequence[Sequence[int]], length: int, most: int) -> Tensor:
    """The first `length` tokens of the first `most` texts (ids) that have so many, int64 [n, length]."""
    long_enough = [list(ids[:length]) for ids in texts if len(ids) >= length]
    return torch.tensor(long_enough[:most], dtype=torch.int64).view(-1, length)
