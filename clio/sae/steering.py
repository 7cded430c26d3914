"""Steering: does a feature make a decoder say its own tokens?

A label is made of words on which a feature fires; that says what goes with it, not what it does. Here the feature's
decoder direction is added to the states of a decoder at its layer (as Templeton et al. 2024, "Scaling Monosemanticity",
steer by features), and what is measured is by how much the mean log-probability of some tokens as the next one rises:
of the tokens that follow where the feature fires (following.py), and of the words of its label. Both beside random
features of the same length, which disturb the model as much, and beside the tokens of other features, which are as
common. A feature whose push raises its own tokens no more than a random one does has a label that describes and does
not cause.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.stats import binomtest
from torch import Tensor

from clio.public.words import plain
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.decoders import Decoder
from clio.statistics import Interval, binomial_interval

Floats = NDArray[np.float64]


class Steered(NamedTuple):
    """What a push along one feature does to its own tokens."""

    feature_id: int
    label: str
    tokens: list[str]
    """Of the decoder's vocabulary: words of the label, or what follows where the feature fires."""
    change: float
    """Nats that their mean log-probability rises by."""
    random_median: float
    """The same under the median of the random features."""
    percentile: float
    """Share of the random features under which they rise less."""
    percentile_interval: Interval
    """95 % interval of that share."""
    dealt_change: float
    """Nats that another feature's tokens rise by."""
    dealt_random_median: float
    """The same under the median of the random features."""


class SignTest(NamedTuple):
    """How many features raise tokens more than the median random feature does, and how likely that is by chance."""

    wins: int
    features: int
    p_value: float
    """One-sided: so many or more of them, were a win as likely as a loss."""


def label_tokens(labels: Mapping[int, str], words: Mapping[int, str]) -> dict[int, list[int]]:
    """Of each feature the tokens that are whole words of its label, inflected or not; features without are left out.

    `labels`: feature -> words by commas, as in a reference; `words`: token -> its text.
    """
    by_word: dict[str, list[int]] = {}
    for token, text in words.items():
        if text.isalpha():
            by_word.setdefault(plain(text), []).append(token)
    found = {
        feature: sorted({token for word in label.split(", ") for token in by_word.get(word, [])})
        for feature, label in labels.items()
    }
    return {feature: tokens for feature, tokens in found.items() if tokens}


def drawn_features(active: NDArray[np.bool_], number: int, seed: int) -> list[int]:
    """At most `number` of the features that are active anywhere (bool [F]), at random."""
    return sorted(
        np.random.default_rng(seed).permutation(np.flatnonzero(active))[:number].tolist()
    )  # fmt: skip


def pushes(autoencoder: SparseAutoencoder, features: Sequence[int], length: float) -> Tensor:
    """Decoder rows brought to one length, float32 [n, d]."""
    rows = autoencoder.W_dec[torch.tensor(list(features), dtype=torch.int64)].cpu()
    return length * torch.nn.functional.normalize(rows, dim=1)


def changes(decoder: Decoder, prompts: Tensor, tokens: Sequence[int], moved: Tensor) -> Floats:
    """Nats by which each token's mean log-probability rises under each push [n, d]; float64 [n, tokens]."""
    asked = torch.tensor(list(tokens), dtype=torch.int64)
    before = decoder.expected(prompts, asked)
    return np.stack([(decoder.expected(prompts, asked, push) - before).numpy() for push in moved]).astype(
        np.float64
    )


class Rises(NamedTuple):
    """Nats by which tokens become likelier under pushes along features, and along random ones."""

    told: Floats
    """float64 [pushes, tokens]"""
    rows: dict[int, int]
    """The push of each feature."""
    random: list[tuple[int, int]]
    """Feature and row of each random push."""
    columns: dict[int, int]
    """The place of each token."""


def steer(
    decoder: Decoder,
    autoencoder: SparseAutoencoder,
    prompts: Tensor,
    wanted: Sequence[Mapping[int, Sequence[int]]],
    random: Sequence[int],
    length: float,
) -> Rises:
    """Push along each feature that has tokens in any of `wanted`, and along the `random` ones, all by `length`.

    Memory grows with features times all their tokens.
    """
    features = sorted({feature for tokens in wanted for feature in tokens})
    columns = sorted({token for tokens in wanted for own in tokens.values() for token in own})
    told = changes(decoder, prompts, columns, pushes(autoencoder, [*features, *random], length))
    return Rises(
        told,
        {feature: row for row, feature in enumerate(features)},
        [(feature, len(features) + at) for at, feature in enumerate(random)],
        {token: at for at, token in enumerate(columns)},
    )


def steered(
    rises: Rises,
    wanted: Mapping[int, Sequence[int]],
    labels: Mapping[int, str],
    text: Callable[[int], str],
    seed: int = 0,
) -> list[Steered]:
    """What the pushes do to each feature's own tokens, those `wanted`, beside random pushes and dealt tokens.

    `text` says what a token is.
    """
    features = list(wanted)
    places = {feature: [rises.columns[token] for token in tokens] for feature, tokens in wanted.items()}
    dealt = _dealt(features, seed)
    found = []
    for feature in features:
        row = rises.rows[feature]
        others = [at for one, at in rises.random if one != feature]
        own, by_random = _rise(rises.told, row, others, places[feature])
        other, other_by_random = _rise(rises.told, row, others, places[dealt[feature]])
        less = int((by_random < own).sum())
        found.append(
            Steered(
                feature_id=feature,
                label=labels[feature],
                tokens=[text(token) for token in wanted[feature]],
                change=own,
                random_median=float(np.median(by_random)),
                percentile=less / max(1, len(by_random)),
                percentile_interval=binomial_interval(less, len(by_random)),
                dealt_change=other,
                dealt_random_median=float(np.median(other_by_random)),
            )
        )
    return found


def _rise(told: Floats, row: int, others: Sequence[int], places: Sequence[int]) -> tuple[float, Floats]:
    """Mean change of some tokens under one push, and under each of the others."""
    return float(told[row, places].mean()), told[np.ix_(others, places)].mean(1)


def _dealt(features: Sequence[int], seed: int) -> dict[int, int]:
    """Each feature with another one, at random; a single one with itself."""
    order = np.random.default_rng(seed).permutation(len(features))
    return {features[order[at]]: features[order[at - 1]] for at in range(len(order))}


def sign_test(rises: Sequence[tuple[float, float]]) -> SignTest:
    """Over pairs of a change and that under the median random feature."""
    wins = sum(own > by_random for own, by_random in rises)
    p_value = binomtest(wins, len(rises), alternative="greater").pvalue if rises else 1.0
    return SignTest(wins, len(rises), float(p_value))
