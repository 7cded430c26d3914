"""What the stages up to base clusters read, which room they ask, and what they hand back to be written."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np
import polars as pl
from joblib import cpu_count
from numpy.typing import NDArray

from clio.clustering.assignment import assign, is_covered
from clio.clustering.embedding import load_embedder
from clio.clustering.joining import as_table, fit_joining, from_table, join
from clio.clustering.kmeans import ROWS_PER_CLUSTER, fit_kmeans, number_clusters, sample_order
from clio.clustering.targeting import chosen_features, only
from clio.clustering.topics import nearest_phrases
from clio.facets.definitions import REQUEST
from clio.facets.extraction import extract_facets, extract_questions, messages_of
from clio.facets.preparation import prepare
from clio.facets.screening import screen
from clio.facets.tags import tags
from clio.models.prompts import PROMPT_VERSIONS
from clio.models.questions import Question, Screen
from clio.models.rendering import TAG_LIMIT
from clio.models.requests import ABOUT_CONVERSATIONS, Kind
from clio.planning import fitted_clusters
from clio.privacy.bounding import bound_conversations
from clio.privacy.pooling import pool_clusters
from clio.public.phrases import PHRASES_SHA256, load_phrases
from clio.public.sae import SAE_SHA256, bundled_sae_folder
from clio.public.words import WORDS_SHA256
from clio.sae.reference import REFERENCE, described, read_table
from clio.settings import Settings
from clio.stages import EMBEDDINGS, Array, Output, Work, joins_activations
from clio.tables import TOPICS
from clio.workspace import WHOLE

Places = NDArray[np.int64]
JOINING_ROWS = 50_000
"""Rows that a joining is fitted on at most: more change idf and directions little."""

QUESTION_SETTINGS = ("llm.provider", "llm.facet_model", "llm.max_input_tokens", "screen", "facets")


def public_words(settings: Settings) -> tuple[str, ...]:
    """Hashes of the public lists that words and names come from."""
    return (PHRASES_SHA256, WORDS_SHA256)


def public_questions(settings: Settings) -> tuple[str, ...]:
    """The word list of tags, and which versions of the prompts a model is asked with about conversations."""
    return (WORDS_SHA256, *_versions(settings, ABOUT_CONVERSATIONS))


def public_naming(settings: Settings) -> tuple[str, ...]:
    """The public lists, the encoder, and which versions of the prompts a model is asked with about groups."""
    about_groups = PROMPT_VERSIONS.keys() - ABOUT_CONVERSATIONS
    return (WORDS_SHA256, *public_model(settings), *_versions(settings, about_groups))


def _versions(settings: Settings, kinds: Set[Kind]) -> list[str]:
    return [f"{kind} {PROMPT_VERSIONS[kind]}" for kind in sorted(kinds)] if uses_model(settings) else []


def public_model(settings: Settings) -> tuple[str, ...]:
    """The encoder's fingerprint, how it is used, and the phrase list that it embeds."""
    encoder = load_embedder(settings.embedding.model, settings.embedding.precision).fingerprint
    return (f"{encoder}:alone" if settings.policy.noisy else encoder, PHRASES_SHA256)


def uses_model(settings: Settings) -> bool:
    """Whether a language model answers."""
    return settings.llm.provider != "extractive"


def counts_noisily(settings: Settings) -> bool:
    """Whether every number is drawn, as under `dp`."""
    return settings.policy.noisy


def counts_exactly(settings: Settings) -> bool:
    """Whether groups and sizes come from exact counts."""
    return not settings.policy.noisy


def prepare_conversations(work: Work) -> Mapping[str, Output]:
    """Conversations -> what a model may read of them."""
    conversations = work.read("conversations", None, "conversation_id", "messages")
    redacted = work.settings.privacy.redact_input
    return {"prepared": prepare(conversations, work.settings.llm.max_input_tokens, redacted=redacted)}


def ask(work: Work) -> Mapping[str, Output]:
    """Every question about a conversation -> its outcome in the ledger, over all shards without a pause."""
    shards, model, question = work.workspace.shards(), work.model, work.settings.screen.question
    total = sum(work.workspace.rows("prepared", shard) for shard in shards)

    def screens() -> Iterator[Question]:
        for shard in shards:
            for messages in messages_of(work.read("prepared", shard, "messages")):
                yield Screen(messages, question or "")

    def extracts() -> Iterator[Question]:
        for shard in shards:
            screened = screen(work.read("prepared", shard), model, question)
            yield from extract_questions(screened.filter(pl.col("screened").is_null()), work.facets)

    if question is not None:
        model.pay(screens, total)
    model.pay(extracts, total)
    return {"asked": model.outcomes(("screen", "extract"))}


def extract(work: Work) -> Mapping[str, Output]:
    """Conversations -> facets, one question per conversation."""
    if not uses_model(work.settings):
        return {"facets": extract_facets(work.read("conversations"), work.provider)}
    prepared = screen(work.read("prepared"), work.model, work.settings.screen.question)
    turns = work.read("conversations", None, "conversation_id", "n_turns")
    return {"facets": extract_facets(prepared.join(turns, on="conversation_id"), work.provider, work.facets)}


def usable(facet: str) -> pl.Expr:
    """Whether a row of the facets table has a text of `facet` to cluster; who asked for nothing has a request too."""
    answered = pl.col("status") == "ok"
    said = pl.col(facet).fill_null("").str.strip_chars() != ""
    return (answered if facet == REQUEST.name else answered & said).alias("usable")


def bounded(work: Work, facet: str) -> pl.DataFrame:
    """The conversations that count in one facet: shard, row (u32), conversation_id, account_id, covered.

    At most `m` of each account, drawn by a keyed hash of its own; the same ones wherever anything is counted.
    """
    covered, parts = is_covered(work.languages), list[pl.DataFrame]()
    for number, shard in enumerate(work.workspace.shards()):
        rows = work.read("facets", shard, "conversation_id", "status", "language", facet)
        told = rows.select("conversation_id", usable(facet), covered=covered).with_row_index("row")
        told = told.with_columns(work.accounts(shard)["account_id"], pl.lit(number, pl.UInt32).alias("shard"))
        parts.append(told.filter("usable").drop("usable"))
    return bound_conversations(pl.concat(parts), work.settings.privacy.conversations_per_account, work.key)


def embed(work: Work) -> Mapping[str, Output]:
    """Facets -> one vector per conversation and clustered facet; a row without a text counts as the empty text."""
    texts = work.read("facets", None, *work.clustered).with_columns(pl.all().fill_null(""))
    return {f"{EMBEDDINGS}/{facet}": work.encode(texts[facet].to_list()) for facet in work.clustered}


def embed_phrases(work: Work) -> Mapping[str, Output]:
    """The public phrase list in the encoder's space."""
    return {"phrases": work.embedder.encode(load_phrases().phrases)}


def choose_topics(work: Work) -> Mapping[str, Output]:
    """Facets and vectors -> the public phrases near each text, and its tags; no phrases for uncovered languages."""
    columns = ("conversation_id", "status", "language", "concern", "tags")
    facets = work.read("facets", None, *columns, *work.clustered)
    return {"topics": pl.concat(_topics(work, facets, facet) for facet in work.clustered)}


def _topics(work: Work, facets: pl.DataFrame, facet: str) -> pl.DataFrame:
    near = nearest_phrases(
        facets["conversation_id"],
        work.array(f"{EMBEDDINGS}/{facet}"),
        work.array("phrases", WHOLE),
        facets.select(usable(facet) & is_covered(work.languages)).to_series(),
        facets["concern"].fill_null(1).to_numpy(),
        np.array(load_phrases().concern, np.int8),
        exact=work.settings.policy.noisy,
    )
    own = facets["tags"]
    if facet != REQUEST.name:
        labels = [tags(text, TAG_LIMIT) for text in facets[facet].fill_null("")]
        own = pl.Series("tags", labels, dtype=pl.List(pl.String))
    return near.with_columns(own, pl.lit(facet).alias("facet")).select(list(TOPICS))


def public_sae(settings: Settings) -> tuple[str, ...]:
    """What the bundled SAE's activations depend on: its weights, the encoder under it and its reference."""
    from clio.sae.activations import load_feature_encoder  # with libraries that other runs do without

    return (load_feature_encoder().fingerprint,)


def public_contrast(settings: Settings) -> tuple[str, ...]:
    """What groups that cut across clusters are found and named by: the encoder, the word list, the SAE's labels."""
    sae = public_sae(settings) if settings.sae.activations == "bundled" else ()
    return (WORDS_SHA256, *public_model(settings), *sae)


def activate(work: Work) -> Mapping[str, Output]:
    """Conversations -> the features of the bundled SAE that each activates, over all its turns."""
    from clio.sae.activations import load_feature_encoder

    conversations = work.read("conversations", None, "conversation_id", "messages")
    return {"activations": load_feature_encoder().encode(conversations, threads=_processors(work))}


def _processors(work: Work) -> int:
    """Processors for a shard, at least one, where all shards are worked on that can be at once."""
    available: int = cpu_count()
    return max(1, available // min(work.settings.run.workers or available, len(work.workspace.shards())))


def public_labels(settings: Settings) -> tuple[str, ...]:
    """The bundled SAE, labels included."""
    return (SAE_SHA256,)


def take_labels(work: Work) -> Mapping[str, Output]:
    """What is known of the bundled SAE's features."""
    return {"labels": bundled_labels()}


def bundled_labels() -> pl.DataFrame:
    """tables.LABELS of the bundled SAE."""
    return described(read_table(bundled_sae_folder() / REFERENCE))


def fit_join(work: Work) -> Mapping[str, Output]:
    """Vectors and activations -> how they stand side by side in each facet, fitted on a keyed sample of rows."""
    return {"joining": pl.concat(_fit_join(work, facet) for facet in work.clustered)}


def _fit_join(work: Work, facet: str) -> pl.DataFrame:
    topical = _topical(work, facet)
    chosen = topical.places[sample_order(topical.ids, JOINING_ROWS, work.key)]
    shards = work.workspace.shards()
    vectors = _gather(lambda shard: work.array(f"{EMBEDDINGS}/{facet}", shard), shards, chosen)
    active = [pl.Series("features", [], dtype=pl.List(pl.UInt32))]
    order = [np.zeros(0, np.int64)]
    for number in np.unique(chosen[:, 0]):
        own = np.flatnonzero(chosen[:, 0] == number)
        active.append(work.read("activations", shards[number], "features")["features"].gather(chosen[own, 1]))
        order.append(own)
    sae = work.settings.sae
    features = pl.concat(active).gather(np.argsort(np.concatenate(order)))
    features = only(features, chosen_features(sae, work.whole("labels")))
    return as_table(facet, fit_joining(vectors, features, sae.weight, work.settings.clustering.seed))


def vectors_of(work: Work, facet: str, shard: str) -> Array:
    """The rows that are clustered, float32 [n, d]: a shard's embeddings, joined with activations if there are any."""
    embeddings = work.array(f"{EMBEDDINGS}/{facet}", shard)
    if not joins_activations(work.settings):
        return embeddings
    joining = from_table(work.whole("joining"), facet)
    return join(joining, embeddings, work.read("activations", shard, "features")["features"])


def fit(work: Work) -> Mapping[str, Output]:
    """Vectors -> centroids of each facet, fitted on a keyed sample of at most 100 rows per cluster."""
    return {"centroids": pl.concat(_fit(work, facet) for facet in work.clustered).sort("cluster_id")}


def _fit(work: Work, facet: str) -> pl.DataFrame:
    topical = _topical(work, facet)
    k = fitted_clusters(work.settings, topical.accounts, topical.conversations)
    chosen = topical.places[sample_order(topical.ids, ROWS_PER_CLUSTER * k, work.key)]
    rows = _gather(lambda shard: vectors_of(work, facet, shard), work.workspace.shards(), chosen)
    centers = fit_kmeans(rows, k, work.settings.clustering.seed)
    return number_clusters(facet, centers, topical.languages, work.key)


class Topical(NamedTuple):
    """The conversations of one facet that are clustered by topic, and what else there is to cluster.

    `places` int64 [n, 2]: shard number and row of each of `ids`; `languages` those that the encoder does not cover;
    `conversations` and `accounts` of all that are clustered, by topic or by language.
    """

    ids: list[str]
    places: Places
    languages: list[str]
    conversations: int
    accounts: int


def _topical(work: Work, facet: str) -> Topical:
    covered = is_covered(work.languages)
    ids: list[str] = []
    places: list[Places] = [np.zeros((0, 2), np.int64)]
    owners: list[pl.Series] = []
    languages = set[str]()
    for number, shard in enumerate(work.workspace.shards()):
        facets = work.read("facets", shard, "conversation_id", "status", "language", facet)
        rows = facets.select("conversation_id", "language", usable(facet)).with_row_index("row")
        rows = rows.with_columns(work.accounts(shard)["account_id"]).filter("usable")
        owners.append(rows["account_id"])
        topical = rows.filter(covered)
        ids += topical["conversation_id"].to_list()
        found = topical["row"].to_numpy().astype(np.int64)
        places.append(np.stack([np.full_like(found, number), found], axis=1))
        languages |= set(rows.filter(~covered)["language"].to_list())
    people = pl.concat(owners)
    return Topical(
        ids, np.concatenate(places), sorted(languages), people.len(), people.drop_nulls().n_unique()
    )


def _gather(vectors: Callable[[str], Array], shards: Sequence[str], places: Places) -> Array:
    """Rows of the given (shard number, row) pairs, in their order."""
    found, order = list[Array](), list[Places]()
    for number in np.unique(places[:, 0]):
        own = np.flatnonzero(places[:, 0] == number)
        found.append(vectors(shards[number])[places[own, 1]])
        order.append(own)
    if not found:
        return vectors(shards[0])[:0]
    rows = np.empty((len(places), found[0].shape[1]), np.float32)
    for own, part in zip(order, found, strict=True):
        rows[own] = part
    return rows


def assign_rows(work: Work) -> Mapping[str, Output]:
    """Vectors and centroids -> the nearest cluster of each conversation, in each facet."""
    facets = work.read("facets", None, "conversation_id", "status", "language", *work.clustered)
    assigned = (
        assign(
            facet,
            facets.select("conversation_id", usable(facet), "language"),
            vectors_of(work, facet, work.shard),
            work.whole("centroids"),
            work.languages,
        )
        for facet in work.clustered
    )
    return {"assignments": pl.concat(assigned)}


def pool(work: Work) -> Mapping[str, Output]:
    """Fitted clusters -> base clusters that pass the policy's size rule."""
    counts = [
        work.read("assignments", shard, "conversation_id", "cluster_id")
        .filter(pl.col("cluster_id").is_not_null())
        .join(work.accounts(shard), on="conversation_id")
        .group_by("cluster_id", "account_id")
        .agg(pl.len().cast(pl.Int64).alias("conversations"))
        for shard in work.workspace.shards()
    ]
    members = pl.concat(counts).group_by("cluster_id", "account_id").agg(pl.col("conversations").sum())
    members = members.sort("cluster_id", "account_id", nulls_last=True)
    return {"pooling": pool_clusters(members, work.whole("centroids"), work.settings.policy.clusters)}
