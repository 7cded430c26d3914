"""Which words features fire on: tokens are merged to the words that they are pieces of, text by text.

For labels alone, which are made from public text: no stage of a run imports this (an import-linter contract).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.public.words import plain
from clio.sae.activations import CONVERSATIONS_AT_ONCE
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.token_states import TokenReader

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NO_WORD = ""
"""The word of tokens that are of none: numbers and punctuation."""
FIRINGS: dict[str, pl.DataType | type[pl.DataType]] = {
    "text": pl.Int64,  # number of the text, over all chunks
    "word": pl.String,  # as public.words.plain writes it; NO_WORD = of no word
    "feature_id": pl.UInt32,
    "value": pl.Float32,  # the largest of the word's tokens in this text
}


def firings(
    texts: Iterable[str], reader: TokenReader, autoencoder: SparseAutoencoder
) -> Iterator[pl.DataFrame]:
    """Yield FIRINGS of a corpus, some texts at a time: every feature that is active in a word of a text, once.

    Raises UserError when the model cannot be read or its tokenizer does not tell which word a token is of.
    """
    remaining, before = iter(texts), 0
    while chunk := list(islice(remaining, CONVERSATIONS_AT_ONCE)):
        yield _fired(chunk, reader, autoencoder).with_columns(pl.col("text") + before)
        before += len(chunk)


def _fired(texts: Sequence[str], reader: TokenReader, autoencoder: SparseAutoencoder) -> pl.DataFrame:
    codes: dict[str, int] = {NO_WORD: 0}
    words = [_word_codes(text, reader.spans(text), codes) for text in texts]
    starts = np.cumsum([0, *(len(own) for own in words)])
    flat = np.concatenate(words) if words else np.zeros(0, np.int64)
    parts = [
        pl.DataFrame(
            schema={"text": pl.Int64, "code": pl.Int64, "feature_id": pl.UInt32, "value": pl.Float32}
        )
    ]
    for owners, tokens, states in reader.states(texts):
        indices, values = (part.cpu().numpy() for part in autoencoder.encode(states))
        active = values.ravel() > 0
        columns = {
            "text": np.repeat(owners, values.shape[1])[active],
            "code": np.repeat(flat[starts[owners] + tokens], values.shape[1])[active],
            "feature_id": indices.ravel()[active],
            "value": values.ravel()[active],
        }
        parts.append(_strongest(pl.DataFrame(columns)))
    found = _strongest(pl.concat(parts))
    spelled = pl.Series(list(codes))
    return found.with_columns(word=spelled.gather(found["code"])).select(list(FIRINGS))


def _strongest(found: pl.DataFrame) -> pl.DataFrame:
    return found.group_by("text", "code", "feature_id").agg(pl.col("value").max())


def _word_codes(text: str, spans: NDArray[np.int64], codes: dict[str, int]) -> NDArray[np.int64]:
    """The code of the word that each token is a piece of, int64 [tokens]; new words are put into `codes`."""
    found = list(WORD.finditer(text))
    if not found:
        return np.zeros(len(spans), np.int64)
    own = np.array([codes.setdefault(plain(one.group()), len(codes)) for one in found], np.int64)
    first, last = (np.array([getattr(one, end)() for one in found]) for end in ("start", "end"))
    near = np.minimum(np.searchsorted(last, spans[:, 0], side="right"), len(own) - 1)
    return np.where((spans[:, 0] < last[near]) & (spans[:, 1] > first[near]), own[near], 0)
