"""Text to token states: what a Hugging Face encoder or decoder on disk holds of each token after some of its blocks.

The forward pass ends at that block. Special tokens are masked. A text longer than the model's limit, or than what
the SAE was trained on, is cut into windows. Nothing of it is stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from clio.clustering.embedding import BUNDLED_NAME, load_embedder
from clio.errors import UserError
from clio.sae.disk_models import Reached, load_model, load_tokenizer, longest_window

TOKENS_AT_ONCE = 8192
"""Tokens of one forward pass, padding included."""
DEFAULT_CONTEXT = 512
"""Tokens of the longest window of a model whose SAE does not say what it was trained on."""


class States(NamedTuple):
    """States of n tokens and the texts that they belong to."""

    texts: NDArray[np.int64]
    """int64 [n], the number of the text"""
    tokens: NDArray[np.int64]
    """int64 [n], the number of the token in its text, special tokens not counted"""
    states: Tensor
    """float32 [n, d], on the model's device"""


class Window(NamedTuple):
    """A piece of a text: token ids with the special tokens of the model, and which of them are read.

    `first` is the number in the text of the token that ids[0] is, or would be were it not a special one before it.
    """

    text: int
    ids: list[int]
    read: list[bool]
    first: int


@dataclass(frozen=True)
class TokenReader:
    """A model on disk, read after `layer` of its blocks, in windows of at most `context` tokens.

    The model itself is loaded at the first text. On a GPU when one is present, else in one thread, so that the same
    texts give the same bytes.
    """

    name: str
    sha256: str | None
    """Of the weights, where they are one file."""
    folder: Path
    layer: int
    context: int
    precision: str

    @cached_property
    def device(self) -> torch.device:
        """Where states are computed."""
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")

    @cached_property
    def _model(self) -> Any:
        return load_model(self.folder, self.layer, self.precision).to(self.device)

    @cached_property
    def _tokenizer(self) -> Any:
        return load_tokenizer(self.folder)

    @cached_property
    def _frame(self) -> tuple[list[int], list[int]]:
        """The special tokens before and after every window, told from how the tokenizer frames a word."""
        bare = self._tokenizer("a", add_special_tokens=False)["input_ids"]
        framed = self._tokenizer("a")["input_ids"]
        start = next((at for at in range(len(framed)) if framed[at : at + len(bare)] == bare), 0)
        return framed[:start], framed[start + len(bare) :]

    @cached_property
    def _special(self) -> frozenset[int]:
        """Ids that are never read, wherever they stand; an unknown word is a word."""
        return frozenset(self._tokenizer.all_special_ids) - {self._tokenizer.unk_token_id}

    def states(self, texts: Sequence[str], *, alone: bool = False) -> Iterator[States]:
        """Yield the states of all tokens of `texts`, some windows at a time, of like length and not in order.

        With `alone` each window has a forward pass of its own, so that no bit of a state depends on other texts;
        otherwise they may differ by rounding. Raises UserError when the model cannot be read or has no such layer.
        """
        yield from map(self.read, self.batches(texts, alone=alone))

    def batches(self, texts: Sequence[str], *, alone: bool = False) -> Iterator[list[Window]]:
        """Yield the windows of `texts` as `states` puts them together for a forward pass."""
        windows = [window for at, text in enumerate(texts) for window in self.windows(at, text)]
        _ = self._model  # before several threads that read batches would each load it
        if alone:
            yield from ([window] for window in windows)
        else:
            yield from _batched(sorted(windows, key=lambda window: len(window.ids)))

    def windows(self, number: int, text: str) -> Iterator[Window]:
        """Cut one text; the last window may be short, and an empty text has none.

        A model that frames windows by no token of its own attends to the first one as to such a token: its state is
        an outlier whatever the word, and is not read.
        """
        before, after = self._frame
        ids = self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]
        size = max(1, self.context - len(before) - len(after))
        for start in range(0, len(ids), size):
            inner = ids[start : start + size]
            read = [one not in self._special for one in inner]
            if not before:
                read[0] = False
            yield Window(
                number,
                [*before, *inner, *after],
                [False] * len(before) + read + [False] * len(after),
                start - len(before),
            )

    def spans(self, text: str) -> NDArray[np.int64]:
        """First and last character of each token of a text (the latter excluded), int64 [tokens, 2].

        Raises UserError when the model's tokenizer cannot tell.
        """
        if not self._tokenizer.is_fast:
            raise UserError(f"{self.folder}: its tokenizer does not tell which word a token is of.")
        told = self._tokenizer(text, add_special_tokens=False, verbose=False, return_offsets_mapping=True)
        return np.array(told["offset_mapping"], np.int64).reshape(-1, 2)

    def read(self, batch: Sequence[Window]) -> States:
        """The states of one batch, by one forward pass; raises UserError as `states` does."""
        longest = max(len(window.ids) for window in batch)
        ids, present, read = (np.zeros((len(batch), longest), np.int64) for _ in range(3))
        for row, window in enumerate(batch):
            length = len(window.ids)
            ids[row, :length], present[row, :length], read[row, :length] = window.ids, 1, window.read
        with torch.inference_mode():
            states = self._forward(torch.from_numpy(ids), torch.from_numpy(present))
            kept = states[torch.from_numpy(read).bool().to(states.device)].to(torch.float32)
        rows, places = np.nonzero(read)
        owner, first = (np.array([getattr(window, name) for window in batch]) for name in ("text", "first"))
        return States(owner[rows], first[rows] + places, kept)

    def _forward(self, ids: Tensor, present: Tensor) -> Tensor:
        try:
            self._model(input_ids=ids.to(self.device), attention_mask=present.to(self.device))
        except Reached as reached:
            return reached.states
        raise UserError(f"{self.folder} did not pass its block {self.layer}: choose another --layer.")


def _batched(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows sorted by length, in batches of at most TOKENS_AT_ONCE with padding."""
    batch: list[Window] = []
    for window in windows:
        if batch and len(window.ids) * (len(batch) + 1) > TOKENS_AT_ONCE:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def load_token_reader(model: str, layer: int, context: int | None = None) -> TokenReader:
    """Find the model: `bundled`, or a folder with a Hugging Face model; `layer` 1 is the output of its first block.

    `context`: tokens of the longest window that the SAE was trained on, None = not known. Raises PublicFileError
    when the bundled encoder is not the pinned one, UserError for a folder without a model.
    """
    if model != "bundled" and not (Path(model) / "config.json").is_file():
        raise UserError(
            f"--model {model} is not a folder with a Hugging Face model: give one that is on disk."
        )
    embedder = load_embedder(model)
    digest = embedder.fingerprint.partition(":")[0]
    limit = longest_window(embedder.folder) or DEFAULT_CONTEXT
    return TokenReader(
        name=BUNDLED_NAME if model == "bundled" else embedder.folder.resolve().name,
        sha256=None if digest == "unhashed" else digest,
        folder=embedder.folder,
        layer=layer,
        context=min(limit, context or DEFAULT_CONTEXT),
        precision=embedder.precision,
    )
