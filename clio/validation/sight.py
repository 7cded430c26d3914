"""What an analyst sees of the groups that an arm found: names, descriptions, labels, sizes and how far beyond chance.

Nothing else reaches the auditor: no id, no message, no truth. As in a release, a group that fails the size rule of
clusters is not shown, and names are made of public labels and words that enough accounts said.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from clio.contrast_steps import OF_MESSAGES, sure_labels
from clio.facets.definitions import REQUEST
from clio.keyed_hash import keyed_order
from clio.models.extractive import name_cluster
from clio.models.questions import Name
from clio.policies import PAPER
from clio.public.phrases import load_phrases
from clio.sae.blocks import Block
from clio.sae.group_names import name_group, words_apart
from clio.sae.texts import conversation_texts
from clio.validation.arms import FOUND_BY
from clio.validation.clusterings import Array, Corpus

MOST_GROUPS = 10
"""Groups that an analyst reads, the strongest."""
MOST_LABELS = 10
READ = 1_000
"""Conversations inside a group and outside it whose words its name is taken from, at most each."""


class Seen(NamedTuple):
    """One group as it is shown."""

    name: str
    description: str
    labels: tuple[str, ...]
    """Sure labels of the SAE features that rose, strongest first."""
    conversations: int
    accounts: int
    score: float
    """z over what chance reached; above 1."""


def published(corpus: Corpus, groups: Sequence[Block]) -> list[Block]:
    """The strongest groups that pass the rule of clusters, at most MOST_GROUPS."""
    return [block for block in groups if passes(corpus, block)][:MOST_GROUPS]


def passes(corpus: Corpus, block: Block) -> bool:
    """Whether the size rule of clusters lets a group be published."""
    members = _members(corpus, block)
    rule, own = PAPER.clusters, members["account_id"].value_counts()["count"]
    if members.height < rule.min_conversations or len(own) < rule.min_accounts:
        return False
    return int(own.to_numpy().max()) <= rule.max_account_share * members.height


def score_of(block: Block) -> float:
    """z over what chance alone reached in the same test."""
    return block.z / block.z_null if block.z_null > 0 else 0.0


def seen(
    corpus: Corpus, arm: str, block: Block, told: pl.DataFrame, phrases: Callable[[], Array], key: bytes
) -> Seen:
    """One group as it is shown.

    Args:
        told: which mark is of which feature, as arms.Found has it.
        phrases: gives the unit rows [p, d] of the public phrases; asked for a cluster of topics alone.
    """
    members = _members(corpus, block)
    words = words_apart(_told(corpus, block, key), PAPER.clusters.min_accounts)
    features = block.marks.filter(block.marks < OF_MESSAGES) if arm in ("features", "both") else None
    labels = [] if features is None else list(dict.fromkeys(sure_labels(features, told)))[:MOST_LABELS]
    if arm in FOUND_BY:
        named = name_group(labels, words, " and ".join(FOUND_BY[arm]))
        name, description = named["name"], named["description"]
    else:
        name, description = _named(corpus, members, words, phrases())
    accounts = members["account_id"].n_unique()
    return Seen(name, description, tuple(labels), members.height, accounts, round(score_of(block), 3))


def _named(corpus: Corpus, members: pl.DataFrame, words: Sequence[str], phrases: Array) -> tuple[str, str]:
    """A base cluster as the extractive provider names it, by the public phrase nearest the mean of its requests."""
    language = members["language"].mode().sort()[0]
    rows = np.stack([corpus.embeddings[text] for text in members["request"]])
    phrase = load_phrases().phrases[int((phrases @ rows.mean(0)).argmax())]
    foreign = None if language == "en" else language
    group = name_cluster(Name(phrase, tuple(words), language=foreign, facet=REQUEST.name))
    return group.name, group.description


def _members(corpus: Corpus, block: Block) -> pl.DataFrame:
    return corpus.conversations.join(block.members, on="conversation_id", how="semi")


def _told(corpus: Corpus, block: Block, key: bytes) -> pl.DataFrame:
    """conversation_id, account_id, inside and text of a keyed sample inside the group and outside."""
    inside = pl.col("conversation_id").is_in(block.members["conversation_id"].implode())
    parts = []
    for part in (inside, ~inside):
        own = corpus.conversations.filter(part)
        order = keyed_order(key, "words of groups", own["conversation_id"].to_list())[:READ]
        parts.append(own[np.sort(order).tolist()].with_columns(inside=inside))
    sample: pl.DataFrame = pl.concat(parts)
    texts = pl.Series("text", conversation_texts(sample), dtype=pl.String)
    told: pl.DataFrame = sample.select("conversation_id", "account_id", "inside", texts)
    return told
