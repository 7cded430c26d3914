"""One corpus cut in the ways that the arms of an audit read: messages, topics, and topics joined with features.

None of it looks at batch or reference, so one clustering serves every split of its corpus and every arm. Where a plant
changes messages, clusters of messages are fitted anew on what an analyst would have, planted conversations included:
assigned to the centres of a clean corpus, a new kind of message could never have a cluster of its own, and the audit
would miss what Clio finds. Where the rows of a clustering are as before (requests, when only replies were planted) the
very same centres are used.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.clustering.assignment import nearest
from clio.clustering.embedding import BUNDLED_LANGUAGES
from clio.clustering.joining import fit_joining, join
from clio.clustering.kmeans import ROWS_PER_CLUSTER, fit_kmeans, sample_order
from clio.planning import fitted_clusters
from clio.sae.utterances import fit_utterances, utterance_marks, utterances
from clio.settings import Settings

Array = NDArray[np.float32]
OF_LANGUAGES = 2**30
"""From here on marks of topics are languages that the encoder does not cover."""


class Corpus(NamedTuple):
    """Conversations with what was read and encoded of them, rows by conversation_id."""

    conversations: pl.DataFrame
    """conversation_id, account_id, messages, request, language"""
    activations: pl.DataFrame
    """conversation_id, features, values, as tables.ACTIVATIONS"""
    embeddings: Mapping[str, Array]
    """The unit row [d] of every message's and every request's text."""


class Clusterings(NamedTuple):
    """Marks (conversation_id, mark u32) of one corpus."""

    messages: pl.DataFrame
    """One mark for each fine cluster of messages; `centers` [k, d] lie where they are."""
    centers: Array
    topics: pl.DataFrame
    """One mark for the cluster of the request."""
    joined: pl.DataFrame
    """The same, of requests joined with SAE features."""


class Clusterer:
    """Cuts corpora; remembers centres by the rows they were fitted on."""

    def __init__(self, key: bytes, seed: int) -> None:
        self.key, self.seed = key, seed
        self.settings = Settings.model_validate({"privacy": {"policy": "paper"}})
        self._known: dict[bytes, Array] = {}

    def cut(self, corpus: Corpus) -> Clusterings:
        """All clusterings of `corpus`."""
        said = utterances(corpus.conversations)
        rows = np.stack([corpus.embeddings[text] for text in said["text"]])
        place = pl.int_range(pl.len()).over("conversation_id")
        names = said.select(pl.format("{}/{}", "conversation_id", place)).to_series().to_list()
        centers = fit_utterances(names, rows, self.key, self.seed)
        asked = np.stack([corpus.embeddings[text] for text in corpus.conversations["request"]])
        active = corpus.activations["features"]
        joining = fit_joining(asked, active, self.settings.sae.weight, self.seed)
        return Clusterings(
            utterance_marks(said, rows, centers),
            centers,
            self._topics(corpus.conversations, asked),
            self._topics(corpus.conversations, join(joining, asked, active)),
        )

    def _topics(self, conversations: pl.DataFrame, rows: Array) -> pl.DataFrame:
        """The base cluster of every conversation: of its language where the encoder does not cover it."""
        languages = sorted(set(conversations["language"]) - BUNDLED_LANGUAGES)
        foreign = {code: OF_LANGUAGES + number for number, code in enumerate(languages)}
        covered = conversations["language"].is_in(sorted(BUNDLED_LANGUAGES))
        marks = conversations["language"].replace_strict(foreign, default=0, return_dtype=pl.UInt32)
        if covered.any():
            own = rows[covered.to_numpy()]
            index, _ = nearest(own, self._fitted(conversations.filter(covered), own))
            marks = marks.scatter(covered.arg_true(), pl.Series(index, dtype=pl.UInt32))
        return conversations.select("conversation_id", mark=marks)

    def _fitted(self, conversations: pl.DataFrame, rows: Array) -> Array:
        known = blake2b(np.ascontiguousarray(rows).tobytes(), digest_size=16).digest()
        if known not in self._known:
            accounts = conversations["account_id"].n_unique()
            k = fitted_clusters(self.settings, accounts, conversations.height)
            chosen = sample_order(conversations["conversation_id"].to_list(), ROWS_PER_CLUSTER * k, self.key)
            self._known[known] = fit_kmeans(rows[chosen], k, self.seed)
        return self._known[known]
