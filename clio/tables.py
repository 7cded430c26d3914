"""Schemas of the private tables (the release's are in release/schema.py).

Every table lives in the workspace as `<table>/<shard>.parquet`; tables made from all shards at once have the
one shard `all`. Embeddings are `embeddings/<facet>/<shard>.npy`, float32 [rows of the facets shard, d].
"""

from collections.abc import Mapping

import polars as pl

Schema = Mapping[str, pl.DataType | type[pl.DataType]]

MESSAGES = pl.List(pl.Struct({"role": pl.String, "content": pl.String}))
UTC_TIME = pl.Datetime("us", "UTC")

CONVERSATIONS: Schema = {
    "conversation_id": pl.String,
    "account_id": pl.String,  # null = unknown
    "created_at": UTC_TIME,  # null = unknown
    "messages": MESSAGES,  # roles: user, assistant, system, tool
    "metadata": pl.String,  # JSON object as text
    "n_turns": pl.Int32,  # user messages
}

QUARANTINE: Schema = {
    "source": pl.String,
    "line": pl.Int64,  # 1-based physical line, or row of a table file
    "reason": pl.String,  # closed list: ingest.records.REASONS
    "detail": pl.String,  # closed list of sentences, no input quoted
}

# One row per count of the ingest: accepted, normalised:<repair>, quarantined:<reason>, duplicate, blank, ...
INGEST: Schema = {"count": pl.String, "value": pl.Int64}

# What a model may read of each conversation; absent where none is asked.
PREPARED: Schema = {
    "conversation_id": pl.String,
    "messages": MESSAGES,
    "cut": pl.Int64,  # characters left out of messages longer than any prompt
}

# How many questions about conversations have which outcome in the ledger.
ASKED: Schema = {"kind": pl.String, "outcome": pl.String, "calls": pl.Int64}

# The facets of one's own follow these columns: text and category as String, scale as Int32.
FACETS: Schema = {
    "conversation_id": pl.String,
    "status": pl.String,  # ok, refused, failed; screened = the screener's answer was no
    "error": pl.String,  # closed list of codes, null when ok
    "request": pl.String,  # redacted, English where the provider can; null unless ok
    "task": pl.String,
    "language": pl.String,  # ISO 639-1
    "concern": pl.Int8,  # 1..5
    "turns": pl.Int32,
    "tags": pl.List(pl.String),  # in order of public priority
    "truncated_chars": pl.Int64,
    "request_key": pl.String,  # key of the model call, null without one
}

# The computed facet `topic` needs the embedding, so it has its own table, made after it: for each clustered facet in
# turn a row per conversation, in the order of the facets table. So has ASSIGNMENTS.
TOPICS: Schema = {
    "conversation_id": pl.String,
    "facet": pl.String,
    "topic": pl.Int32,  # row of the public phrase list nearest the facet's text, null = none
    "near": pl.List(pl.Int32),  # that phrase and those almost as near, nearest first
    "closeness": pl.List(pl.Int32),  # of each, 1..100; 100 = the nearest
    "tags": pl.List(pl.String),  # of the facet's text, in order of public priority
}

ASSIGNMENTS: Schema = {
    "conversation_id": pl.String,
    "facet": pl.String,
    "cluster_id": pl.String,  # as fitted, before pooling; null = not clustered
    "distance": pl.Float32,  # Euclidean, to the centroid
}

# SAE features of each conversation, pooled over its tokens; empty lists where there are none.
ACTIVATIONS: Schema = {
    "conversation_id": pl.String,
    "features": pl.List(pl.UInt32),  # ascending
    "values": pl.List(pl.Float32),
}

# How activations stand beside each facet's embedding; absent without activations.
JOINING: Schema = {
    "facet": pl.String,
    "feature_id": pl.UInt32,
    "idf": pl.Float32,
    "loading": pl.List(pl.Float32),
}

# What is publicly known of SAE features; absent without activations.
LABELS: Schema = {
    "feature_id": pl.UInt32,
    "label": pl.String,  # null = none
    "label_score": pl.Float32,  # 0..1; null = not scored
    "nearest": pl.String,  # the features nearest to it, with their labels
}

# What rose since the day of sae.contrast, or from one half of the accounts to the other, and cuts across clusters;
# absent without one. Sizes are the gate's to count.
GROUPS: Schema = {
    "group_id": pl.String,
    "name": pl.String,  # null where names come from GROUP_WORDS
    "description": pl.String,
    "z": pl.Float64,  # the largest of its marks
    "z_null": pl.Float64,  # the largest that chance reached
}

GROUP_MEMBERS: Schema = {
    "conversation_id": pl.String,
    "group_id": pl.String,
    "message": pl.UInt32,  # the one of its utterances that tells of the group; null = it has none
}

# As fitted: one row per k-means cluster, and one per language that the embedder does not cover.
CENTROIDS: Schema = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "language": pl.String,  # null = a topic cluster
    "centroid": pl.List(pl.Float32),  # empty for language clusters
}

# What pooling made of each fitted cluster; base_id null = left out of every number; language is the base's.
POOLING: Schema = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "base_id": pl.String,
    "language": pl.String,
}

# Noisy sizes of all fitted clusters, under dp.
SIZES: Schema = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "accounts": pl.Int64,
    "conversations": pl.Int64,  # bounded ones
}

# Words released by the policy's mechanism, per base cluster. Under guarded everything in it is noisy.
WORDS: Schema = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "phrase": pl.String,  # null for language clusters
    "theme": pl.String,
    "area": pl.String,
    "tags": pl.List(pl.String),  # strongest first
    "support": pl.List(pl.Float64),  # accounts behind each tag (noisy under guarded)
}

# Words of groups that cut across clusters, released with those of clusters and from the same budget: WORDS by group.
GROUP_WORDS: Schema = {
    "group_id": pl.String,
    "phrase": pl.String,
    "tags": pl.List(pl.String),
    "support": pl.List(pl.Float64),
}

NAMES: Schema = {
    "cluster_id": pl.String,
    "facet": pl.String,
    "language": pl.String,
    "name": pl.String,
    "description": pl.String,
    "theme": pl.String,
    "area": pl.String,
    "replaced": pl.String,  # null, or why the proposed name was replaced (a fallback, listed in the manifest)
    "withheld": pl.Boolean,  # paper: a cluster whose name cannot be published
}

# A checkpoint of the hierarchy: one row per group of the level below, with its parent on this level.
LEVEL: Schema = {
    "parent": pl.Int32,
    "name": pl.String,
    "description": pl.String,
    "theme": pl.String,
    "area": pl.String,
    "fallback": pl.String,
}

TAXONOMY: Schema = {
    "cluster_id": pl.String,
    "parent_id": pl.String,
    "facet": pl.String,
    "level": pl.Int32,
    "name": pl.String,
    "description": pl.String,
    "fallback": pl.String,  # null, or the sentence for manifest.fallbacks
}

POSITIONS: Schema = {"cluster_id": pl.String, "facet": pl.String, "x": pl.Float32, "y": pl.Float32}

# The last release made here with its manifest's text, so that an unchanged run leaves it alone and a changed one
# is noticed.
PUBLISHED: Schema = {"release_id": pl.String, "manifest": pl.String}


def own_columns(kinds: Mapping[str, str]) -> Schema:
    """Columns of the facets of one's own, by their kind (text, category, scale)."""
    return {name: pl.Int32() if kind == "scale" else pl.String() for name, kind in kinds.items()}


def empty(schema: Schema) -> pl.DataFrame:
    """Return a table of no rows with `schema`."""
    return pl.DataFrame(schema=dict(schema))
