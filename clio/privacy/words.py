"""Words of a cluster: a public phrase and tags, through the policy's mechanism.

Under `guarded` nothing downstream sees an exact count: what is chosen, shown, ordered and dropped depends on
noisy counts and on public facts (the phrase list, the clusters, whether a tag is one word or two).
"""

from collections.abc import Callable
from dataclasses import astuple
from hashlib import blake2b
from typing import Protocol

import numpy as np
import polars as pl

from clio import tables
from clio.clustering.topics import FULL
from clio.privacy.bounding import bound_conversations
from clio.privacy.budget import WordPlan
from clio.privacy.candidates import Phrases, candidate_scores, candidates
from clio.privacy.choosing import choose_apart, lower_taken
from clio.privacy.mechanisms import noisy_argmax, noisy_choice, noisy_counts

MAX_TAGS = 5
ACROSS = "across clusters"
"""The facet, in votes and clusters, of groups that cut across clusters; no facet of one's own can be called so."""


class NoiseStore(Protocol):
    """Answers drawn once and never again for the same data.

    Keys start with the mechanism's name ("phrases-", "tags-") and say nothing about the data without the secret.
    """

    def draw(self, key: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """The answer kept under `key`, or what `make` draws: charged before, durable when this returns."""
        ...


def release_words(
    votes: pl.DataFrame,
    clusters: pl.DataFrame,
    phrases: Phrases,
    plan: WordPlan,
    m: int,
    L: int,  # noqa: N803 (the design's letter)
    key: bytes,
    store: NoiseStore,
    draws: bytes | None = None,
) -> pl.DataFrame:
    """Release a phrase and tags per topic cluster, (plan.epsilon, plan.delta)-DP per account; tables.WORDS.

    `votes`: cluster_id, facet, account_id, conversation_id, near (rows of the phrase list), closeness (of each,
    1..FULL), tags; one row per conversation and facet, unbounded. `clusters`: cluster_id, facet, language (null = topic
    cluster), the base clusters after pooling; groups that cut across clusters are a facet too, ACROSS, whose phrases
    are chosen last. Every phrase is a candidate for every topic cluster, whoever voted; language clusters get neither
    phrase nor tags. `key` draws what counts of an account, `draws` (by default the same) names the draws of noise.
    Raises ValueError when the votes could exceed the plan.
    """
    topics = clusters.filter(pl.col("language").is_null()).sort(pl.col("facet") == ACROSS, "cluster_id")
    facets = topics["facet"].n_unique()
    if m * L * facets > plan.K or m * facets * plan.epsilon_per_choice > plan.epsilon_phrase * (1 + 1e-9):
        raise ValueError("the plan does not pay for this many conversations, tags and facets")
    counted = bound_votes(votes, topics, m, L, key)
    table, naming = candidates(phrases), draws or key
    chosen = _choose_phrases(candidate_scores(counted, table), topics, table, plan, naming, store)
    released = _release_tags(tag_counts(counted), plan, naming, store)
    return _words(clusters, chosen, shown_tags(released, topics.height), table)


def count_words(
    votes: pl.DataFrame, clusters: pl.DataFrame, phrases: Phrases, min_accounts: int
) -> pl.DataFrame:
    """The exact version for `paper`: phrases chosen jointly, tags of at least `min_accounts` accounts.

    Arguments and result as for `release_words`; unknown accounts count for nothing. No privacy but the
    minimum. A cluster without any vote for a phrase has none.
    """
    topics = clusters.filter(pl.col("language").is_null())
    counted = _votes_in(votes, topics).with_columns(tags=_distinct_tags())
    table = candidates(phrases)
    chosen = choose_apart(candidate_scores(counted, table), table)
    tags = tag_counts(counted).filter(pl.col("accounts") >= min_accounts)
    released = tags.select("cluster_id", "tag", support=pl.col("accounts").cast(pl.Float64))
    return _words(clusters, chosen, shown_tags(released, topics.height), table)


def bound_votes(
    votes: pl.DataFrame,
    topics: pl.DataFrame,
    m: int,
    L: int,  # noqa: N803
    key: bytes,
) -> pl.DataFrame:
    """The votes that count: `m` conversations of each account, the first `L` distinct tags of each.

    Only votes in the clusters `topics` are drawn from, and those for groups that cut across clusters by themselves: an
    account then speaks for groups by `m` conversations that are in one. In each facet it has `m` votes at most. Raises
    ValueError if a conversation votes twice in one facet, for then an account could touch more than the plan pays for.
    """
    inside, across = _votes_in(votes, topics), pl.col("facet") == ACROSS
    kept = pl.concat(bound_conversations(inside.filter(part), m, key) for part in (~across, across))
    if kept.select("facet", "account_id", "conversation_id").is_duplicated().any():
        raise ValueError("a conversation votes more than once in a facet")
    return kept.with_columns(tags=_distinct_tags().list.head(L))


def _votes_in(votes: pl.DataFrame, topics: pl.DataFrame) -> pl.DataFrame:
    inside = votes.drop("facet").join(topics.select("cluster_id", "facet"), on="cluster_id")
    return inside.filter(pl.col("account_id").is_not_null())


def _distinct_tags() -> pl.Expr:
    return pl.col("tags").list.drop_nulls().list.unique(maintain_order=True)


def tag_counts(votes: pl.DataFrame) -> pl.DataFrame:
    """Distinct accounts per (cluster_id, tag), non-zero ones, sorted; columns with `accounts` (i64)."""
    tagged = votes.explode("tags").rename({"tags": "tag"}).filter(pl.col("tag") != "")
    distinct = tagged.select("cluster_id", "tag", "account_id").unique()
    counted = distinct.group_by("cluster_id", "tag").agg(accounts=pl.len().cast(pl.Int64))
    return counted.sort("cluster_id", "tag")


def _choose_phrases(
    scores: pl.DataFrame,
    topics: pl.DataFrame,
    table: pl.DataFrame,
    plan: WordPlan,
    key: bytes,
    store: NoiseStore,
) -> pl.DataFrame:
    """cluster_id and topic, the noisily chosen candidate, for every topic cluster.

    One after another by id: a candidate that an earlier cluster was given counts for TAKEN of its score, so
    that clusters share a name only where nothing else comes near. What was given is released already, so each
    choice is ε-DP given those before it, and the choices compose as if made apart (adaptive composition).
    """
    name = _noise_key(key, "phrases", plan, topics.select("cluster_id"), table, scores)

    def choose() -> pl.DataFrame:
        votes = {
            str(cluster): rows for (cluster,), rows in scores.partition_by("cluster_id", as_dict=True).items()
        }
        ids, chosen = topics["cluster_id"].to_list(), list[int]()
        for cluster in ids:
            vector = lower_taken(_dense(votes.get(cluster), table.height), chosen)
            chosen += _choice(vector, plan)
        return pl.DataFrame(
            {"cluster_id": ids, "topic": chosen}, {"cluster_id": pl.String, "topic": pl.Int32}
        )

    return store.draw(name, choose)


def _choice(scores: np.ndarray[tuple[int], np.dtype[np.int64]], plan: WordPlan) -> list[int]:
    if plan.rho_per_choice is None:
        return noisy_argmax([scores], plan.epsilon_per_choice, FULL)
    return noisy_choice([scores], plan.rho_per_choice, FULL)


def _dense(rows: pl.DataFrame | None, length: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    vector = np.zeros(length, np.int64)
    if rows is not None:
        vector[rows["topic"].to_numpy()] = rows["score"].to_numpy()
    return vector


def _release_tags(counts: pl.DataFrame, plan: WordPlan, key: bytes, store: NoiseStore) -> pl.DataFrame:
    """cluster_id, tag and noisy support of the pairs whose noisy count clears the threshold."""
    name = _noise_key(key, "tags", plan, counts)

    def count() -> pl.DataFrame:
        noisy = pl.Series(noisy_counts(counts["accounts"].to_numpy(), plan.sigma), dtype=pl.Int64)
        answer = counts.select("cluster_id", "tag", support=noisy.cast(pl.Float64))
        return answer.filter(pl.col("support") >= plan.release_at)

    return store.draw(name, count)


def _noise_key(key: bytes, mechanism: str, plan: WordPlan, *tables_read: pl.DataFrame) -> str:
    """A name for this draw: a keyed hash of everything that the noise depends on."""
    digest = blake2b(key=key, digest_size=16, person=b"noise")
    parts = [mechanism.encode(), repr(astuple(plan)).encode(), *(t.write_csv().encode() for t in tables_read)]
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return f"{mechanism}-{digest.hexdigest()}"


def shown_tags(released: pl.DataFrame, n_clusters: int) -> pl.DataFrame:
    """Order released tags and keep what a reader needs; post-processing of `released` alone.

    `released`: cluster_id, tag, support. Most supported and most specific first (support times the log of the
    share of clusters without the tag, as tf-idf), a pair before a single word on a tie; a single word that is
    part of a released pair of its cluster is dropped; at most 5. Returns cluster_id, tags, support (lists).
    """
    words = pl.col("tag").str.split(" ")
    pairs = released.filter(words.list.len() > 1)
    within = pairs.select("cluster_id", tag=words).explode("tag").unique()
    specific = (1 + n_clusters / pl.len().over("tag")).log()
    ranked = (
        released.with_columns(score=pl.col("support") * specific, words=words.list.len())
        .join(within, on=["cluster_id", "tag"], how="anti")
        .sort("cluster_id", "score", "words", "tag", descending=[False, True, True, False])
    )
    shown = ranked.group_by("cluster_id", maintain_order=True).head(MAX_TAGS)
    return shown.group_by("cluster_id", maintain_order=True).agg(
        tags=pl.col("tag"), support=pl.col("support")
    )


def _words(
    clusters: pl.DataFrame, chosen: pl.DataFrame, tags: pl.DataFrame, table: pl.DataFrame
) -> pl.DataFrame:
    """tables.WORDS, one row per cluster, sorted by id."""
    return (
        clusters.select("cluster_id", "facet")
        .join(chosen.with_columns(pl.col("topic").cast(pl.Int64)), on="cluster_id", how="left")
        .join(table, on="topic", how="left")
        .join(tags, on="cluster_id", how="left")
        .with_columns(pl.col("tags", "support").fill_null([]))
        .select(pl.col(name).cast(kind) for name, kind in tables.WORDS.items())
        .sort("cluster_id")
    )
