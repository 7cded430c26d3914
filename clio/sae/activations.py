"""One pass from text to features: conversation → windows of tokens → token states → active features → a pooled row.

Tokens and their states are never stored, and nothing is ever a matrix of conversations by features. A row depends
on its own conversation only, up to rounding: windows that share a forward pass are padded to one length, which can
turn the last bits of a state, and so a feature that just reaches its percentile. With `alone` not even that.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import polars as pl

from clio.clustering.embedding import BUNDLED_SHA256
from clio.errors import UserError
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.pooling import Pooled, joined, pool_max, telling
from clio.sae.reference import Reference, measure
from clio.sae.saved import SavedSae, load_sae
from clio.sae.texts import conversation_texts
from clio.sae.token_states import TokenReader, Window, load_token_reader
from clio.synthetic.generator import generate
from clio.tables import ACTIVATIONS

CONVERSATIONS_AT_ONCE = 256
"""Conversations whose windows are sorted by length together."""
GENERATED, GENERATED_ACCOUNTS, GENERATED_SEED = 2000, 1000, 20
"""The generated conversations that tell what is usual for an SAE that brings no reference."""


@dataclass(frozen=True)
class FeatureEncoder:
    """A model, an SAE on one of its layers, and the reference that says what is usual."""

    reader: TokenReader
    autoencoder: SparseAutoencoder
    reference: Reference
    fingerprint: str
    """Names all that can change a row: weights, layer, windows, precision, reference."""

    def encode(self, conversations: pl.DataFrame, *, alone: bool = False, threads: int = 1) -> pl.DataFrame:
        """The table `activations` (ACTIVATIONS) of a frame with conversation_id and messages, row by row.

        `threads` forward passes run at a time, which changes no bit of a row. A conversation without any telling
        feature has empty lists. Raises UserError when the model cannot be read.
        """
        chunks = _chunks(conversation_texts(conversations))
        parts, before = [], 0
        for chunk in chunks:
            pooled = pooled_features(chunk, self.reader, self.autoencoder, alone=alone, threads=threads)
            kept = telling(pooled, self.reference)
            parts.append(kept._replace(texts=kept.texts + before))
            before += len(chunk)
        whole = joined(parts)
        found = pl.DataFrame(
            {"row": whole.texts, "features": whole.features, "values": whole.values},
            schema={"row": pl.Int64, "features": pl.UInt32, "values": pl.Float32},
        )
        lists = found.group_by("row", maintain_order=True).all()
        rows = conversations.select("conversation_id", row=pl.int_range(pl.len(), dtype=pl.Int64))
        empty = [pl.col(name).fill_null(pl.lit([], ACTIVATIONS[name])) for name in ("features", "values")]
        return rows.join(lists, on="row", how="left", maintain_order="left").select("conversation_id", *empty)


def long_form(activations: pl.DataFrame) -> pl.DataFrame:
    """The same as one row per conversation_id, feature_id and value; silent conversations have none."""
    pairs = activations.explode("features", "values").drop_nulls("features")
    return pairs.rename({"features": "feature_id", "values": "value"})


def pooled_features(
    texts: Sequence[str],
    reader: TokenReader,
    autoencoder: SparseAutoencoder,
    *,
    alone: bool = False,
    threads: int = 1,
) -> Pooled:
    """Every feature that is active in a text, with its largest value, before anything is left out.

    Raises UserError when the model's states have not the dimensions that the SAE reads.
    """

    def pooled(batch: Sequence[Window]) -> Pooled:
        texts_of, _, states = reader.read(batch)
        if states.shape[1] != autoencoder.d:
            raise UserError(
                f"The SAE reads states of {autoencoder.d} dimensions, and {reader.name} has {states.shape[1]}: "
                "give the model that it was trained on."
            )
        indices, values = (part.cpu().numpy() for part in autoencoder.encode(states))
        owners = np.repeat(texts_of, values.shape[1])
        return pool_max(owners, indices.ravel(), values.ravel())

    with ThreadPoolExecutor(threads) as pool:
        return joined(list(pool.map(pooled, reader.batches(texts, alone=alone))))


def measure_reference(texts: Iterable[str], reader: TokenReader, autoencoder: SparseAutoencoder) -> Reference:
    """What is usual in a corpus of conversations; holds their pooled features, about 10 KB each."""
    parts, count = [], 0
    for chunk in _chunks(texts):
        parts.append(pooled_features(chunk, reader, autoencoder))
        count += len(chunk)
    features = np.concatenate([part.features for part in parts] or [np.zeros(0, np.uint32)])
    values = np.concatenate([part.values for part in parts] or [np.zeros(0, np.float32)])
    return measure(features, values, count, autoencoder.width)


@lru_cache(maxsize=2)
def load_feature_encoder(
    sae: str = "bundled", model: str | None = None, layer: int | None = None
) -> FeatureEncoder:
    """An SAE (`bundled` or a folder) over its model (`bundled` or a folder); cached per process.

    `model` and `layer` are needed where the SAE's folder does not say them. An SAE without a reference is measured on
    generated conversations, so that what is usual is fixed before any conversation is read. Raises UserError when
    SAE, model and layer do not belong together.
    """
    saved = load_sae(sae)
    reader = load_token_reader(
        _model_of(saved, sae, model), _layer_of(saved, sae, layer), saved.origin.context
    )
    if saved.model_sha256 is not None and reader.sha256 != saved.model_sha256:
        raise UserError(
            f"The SAE {sae} was trained on another model than {model}: give the folder of that one."
        )
    autoencoder = saved.autoencoder.to(reader.device)
    reference = saved.reference or measure_reference(_generated_texts(), reader, autoencoder)
    parts = (saved.sha256, reader.sha256, reader.layer, reader.context, reader.precision, reference.digest)
    return FeatureEncoder(reader, autoencoder, reference, ":".join(map(str, parts)))


def _model_of(saved: SavedSae, sae: str, model: str | None) -> str:
    if model is not None:
        return model
    if saved.model_sha256 == BUNDLED_SHA256:
        return "bundled"
    raise UserError(
        f"The SAE {sae} reads the model {saved.origin.model or 'unnamed'}: give its folder as --model."
    )


def _layer_of(saved: SavedSae, sae: str, layer: int | None) -> int:
    if saved.origin.layer is None and layer is None:
        raise UserError(f"The SAE {sae} does not say which layer it reads: give it as --layer.")
    if None not in (saved.origin.layer, layer) and saved.origin.layer != layer:
        raise UserError(f"The SAE {sae} reads layer {saved.origin.layer}, not {layer}: leave --layer out.")
    return saved.origin.layer or layer or 1


def _generated_texts() -> list[str]:
    return conversation_texts(generate(GENERATED, GENERATED_ACCOUNTS, GENERATED_SEED)[0])


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(texts)
    while chunk := list(islice(remaining, CONVERSATIONS_AT_ONCE)):
        yield chunk
