"""From text to an SAE folder: train on the token states of a corpus, say what is usual in it, write all of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor

from clio.sae.activations import CONVERSATIONS_AT_ONCE, measure_reference
from clio.sae.formats import Format, Origin
from clio.sae.saved import write_sae
from clio.sae.token_states import TokenReader
from clio.sae.training import TrainingOptions, TrainingReport, train

Texts = Callable[[], Iterable[str]]
"""Opens a corpus: the texts of conversations, the same at every call."""


def make_sae(
    folder: Path,
    reader: TokenReader,
    options: TrainingOptions,
    *,
    training: Texts,
    held_out: Texts,
    reference: Texts,
    formats: Sequence[Format] = ("saelens", "sparsify"),
    dtype: torch.dtype = torch.float32,
    progress: Callable[[int], None] = lambda tokens: None,
) -> TrainingReport:
    """Write an SAE on the states of `reader` into `folder` (mode 0700), and return how good it is.

    The folder says as much about the texts as any model trained on them: it is as private as they are. Raises
    UserError when there is too little text, or the model cannot be read.
    """
    autoencoder, report = train(
        lambda: states_of(training(), reader), lambda: states_of(held_out(), reader), options, progress
    )
    autoencoder = autoencoder.folded().rounded(
        dtype
    )  # what is usual is measured with the weights that are written
    usual = measure_reference(reference(), reader, autoencoder)
    write_sae(
        folder,
        autoencoder,
        Origin(reader.name, reader.layer, reader.context),
        reader.sha256,
        usual,
        {"options": asdict(options), **report.figures()},
        formats=formats,
        dtype=dtype,
    )
    return report


def states_of(texts: Iterable[str], reader: TokenReader) -> Iterator[Tensor]:
    """Yield the states of a corpus, float32 [n, d], as an autoencoder is trained on them.

    Raises UserError when the model cannot be read.
    """
    remaining = iter(texts)
    while chunk := list(islice(remaining, CONVERSATIONS_AT_ONCE)):
        for piece in reader.states(chunk):
            yield piece.states
