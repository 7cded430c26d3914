"""What each stage reads from the workspace, which room it asks, and what it hands back to be written."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import polars as pl

from clio.clustering.assignment import assign, center_matrix, is_covered
from clio.clustering.embedding import load_embedder
from clio.clustering.evidence import nearest_non_members, sample_members
from clio.clustering.hierarchy import Builder, text_of
from clio.clustering.kmeans import ROWS_PER_CLUSTER, fit_kmeans, number_clusters, sample_order
from clio.clustering.naming import Evidence, name_clusters
from clio.clustering.projection import project
from clio.clustering.taxonomy import build_taxonomy
from clio.clustering.topics import nearest_phrases
from clio.facets.extraction import extract_facets, extract_questions, messages_of
from clio.facets.preparation import prepare
from clio.facets.screening import screen
from clio.models.prompts import PROMPT_VERSIONS
from clio.models.questions import Group, Screen
from clio.privacy.bounding import default_k, tags_per_conversation
from clio.privacy.budget import WordPlan, plan_words
from clio.privacy.pooling import pool_clusters
from clio.privacy.wording import common_words, supported_words
from clio.privacy.words import count_words, release_words
from clio.public.phrases import PHRASES_SHA256, load_phrases
from clio.public.words import WORDS_SHA256
from clio.settings import Settings
from clio.stages import Array, Output, Work
from clio.workspace import WHOLE

QUESTION_SETTINGS = ("llm.provider", "llm.facet_model", "llm.max_input_tokens", "screen", "facets")
FACET = "request"  # the one facet that is embedded and clustered
EMBEDDINGS = "embeddings/request"


def public_words(settings: Settings) -> tuple[str, ...]:
    """Hashes of the public lists that words and names come from."""
    return (PHRASES_SHA256, WORDS_SHA256)


def public_prompts(settings: Settings) -> tuple[str, ...]:
    """The public lists, the encoder, and which versions of the prompts a model is asked with."""
    versions = sorted(PROMPT_VERSIONS.items()) if uses_model(settings) else ()
    return (WORDS_SHA256, *public_model(settings), *(f"{kind} {version}" for kind, version in versions))


def public_model(settings: Settings) -> tuple[str, ...]:
    """The encoder's fingerprint and the phrase list that it embeds."""
    return (load_embedder(settings.embedding.model, settings.embedding.precision).fingerprint, PHRASES_SHA256)


class Population(NamedTuple):
    """How many conversations there are, and how many distinct accounts are behind them."""

    conversations: int
    accounts: int


def population(work: Work) -> Population:
    """Count conversations and accounts (by the unit that thresholds count)."""
    ids = pl.concat(work.accounts(shard) for shard in work.workspace.shards())
    return Population(ids.height, ids["account_id"].drop_nulls().n_unique())


def counted_tags(settings: Settings, accounts: int) -> int:
    """How many tags of a conversation count: the setting, or the default for this many accounts."""
    return settings.privacy.tags_per_conversation or tags_per_conversation(accounts)


def word_plan(settings: Settings, accounts: int) -> WordPlan | None:
    """The noise on words that the policy asks for; None under a policy without private names."""
    if settings.epsilon is None:
        return None
    per_account = settings.privacy.conversations_per_account
    return plan_words(settings.epsilon, accounts, per_account, counted_tags(settings, accounts), 1)


def uses_model(settings: Settings) -> bool:
    """Whether a language model answers."""
    return settings.llm.provider != "extractive"


def prepare_conversations(work: Work) -> Mapping[str, Output]:
    """Conversations -> what a model may read of them."""
    conversations = work.read("conversations", None, "conversation_id", "messages")
    redacted = work.settings.privacy.redact_input
    return {"prepared": prepare(conversations, work.settings.llm.max_input_tokens, redacted=redacted)}


def ask(work: Work) -> Mapping[str, Output]:
    """Every question about a conversation -> its outcome in the ledger, over all shards without a pause."""
    shards, model, question = work.workspace.shards(), work.model, work.settings.screen.question
    total = sum(work.workspace.rows("prepared", shard) for shard in shards)
    if question is not None:
        model.pay(
            (
                Screen(messages, question)
                for shard in shards
                for messages in messages_of(work.read("prepared", shard, "messages"))
            ),
            total,
        )
    model.pay(
        (
            extract
            for shard in shards
            for extract in extract_questions(
                screen(work.read("prepared", shard), model, question).filter(pl.col("screened").is_null()),
                work.facets,
            )
        ),
        total,
    )
    return {"asked": model.outcomes(("screen", "extract"))}


def extract(work: Work) -> Mapping[str, Output]:
    """Conversations -> facets, one question per conversation."""
    if not uses_model(work.settings):
        return {"facets": extract_facets(work.read("conversations"), work.provider)}
    prepared = screen(work.read("prepared"), work.model, work.settings.screen.question)
    turns = work.read("conversations", None, "conversation_id", "n_turns")
    return {"facets": extract_facets(prepared.join(turns, on="conversation_id"), work.provider, work.facets)}


def embed(work: Work) -> Mapping[str, Output]:
    """Facets -> one vector per conversation; a row without a request counts as the empty text."""
    requests = work.read("facets", None, "request")["request"]
    return {EMBEDDINGS: work.embedder.encode(requests.fill_null("").to_list())}


def embed_phrases(work: Work) -> Mapping[str, Output]:
    """The public phrase list in the encoder's space."""
    return {"phrases": work.embedder.encode(load_phrases().phrases)}


def choose_topics(work: Work) -> Mapping[str, Output]:
    """Facets and vectors -> the public phrases near each request; none for uncovered languages."""
    facets = work.read("facets", None, "conversation_id", "status", "language", "concern")
    has_topic = (pl.col("status") == "ok") & is_covered(work.embedder.languages)
    topics = nearest_phrases(
        facets["conversation_id"],
        work.array(EMBEDDINGS),
        work.array("phrases", WHOLE),
        facets.select(has_topic.alias("has_topic"))["has_topic"],
        facets["concern"].fill_null(1).to_numpy(),
        np.array(load_phrases().concern, np.int8),
    )
    return {"topics": topics}


def fit(work: Work) -> Mapping[str, Output]:
    """Vectors -> centroids, fitted on a keyed sample of at most 100 rows per cluster."""
    people, clustering = population(work), work.settings.clustering
    plan = word_plan(work.settings, people.accounts)
    k = clustering.k or default_k(
        work.settings.policy, people.accounts, people.conversations, plan, clustering.k_max
    )
    covered = is_covered(work.embedder.languages)
    ids: list[str] = []
    places: list[np.ndarray[tuple[int, int], np.dtype[np.int64]]] = [np.zeros((0, 2), np.int64)]
    languages = set[str]()
    for number, shard in enumerate(work.workspace.shards()):
        facets = work.read("facets", shard, "conversation_id", "status", "language")
        usable = facets.with_row_index("row").filter(pl.col("status") == "ok")
        topical = usable.filter(covered)
        ids += topical["conversation_id"].to_list()
        rows = topical["row"].to_numpy().astype(np.int64)
        places.append(np.stack([np.full_like(rows, number), rows], axis=1))
        languages |= set(usable.filter(~covered)["language"].to_list())
    chosen = np.concatenate(places)[sample_order(ids, ROWS_PER_CLUSTER * k, work.key)]
    centers = fit_kmeans(_gather(work, chosen), k, clustering.seed)
    return {"centroids": number_clusters(FACET, centers, sorted(languages), work.key)}


def _gather(work: Work, places: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Array:
    """Vectors of the given (shard number, row) pairs, in their order."""
    shards = work.workspace.shards()
    rows = np.empty((len(places), work.array(EMBEDDINGS, shards[0]).shape[1]), np.float32)
    for number in np.unique(places[:, 0]):
        own = places[:, 0] == number
        rows[own] = work.array(EMBEDDINGS, shards[number])[places[own, 1]]
    return rows


def assign_rows(work: Work) -> Mapping[str, Output]:
    """Vectors and centroids -> the nearest cluster of each conversation."""
    assigned = assign(
        FACET, work.read("facets"), work.array(EMBEDDINGS), work.whole("centroids"), work.embedder.languages
    )
    return {"assignments": assigned}


def pool(work: Work) -> Mapping[str, Output]:
    """Fitted clusters -> base clusters that pass the policy's size rule."""
    counts = [
        work.accounts(shard)
        .with_columns(work.read("assignments", shard)["cluster_id"])
        .filter(pl.col("cluster_id").is_not_null())
        .group_by("cluster_id", "account_id")
        .agg(pl.len().cast(pl.Int64).alias("conversations"))
        for shard in work.workspace.shards()
    ]
    members = pl.concat(counts).group_by("cluster_id", "account_id").agg(pl.col("conversations").sum())
    members = members.sort("cluster_id", "account_id", nulls_last=True)
    return {"pooling": pool_clusters(members, work.whole("centroids"), work.settings.policy.clusters)}


def base_clusters(work: Work) -> pl.DataFrame:
    """cluster_id, facet, language of the base clusters that pooling left."""
    kept = work.whole("pooling").filter(pl.col("base_id").is_not_null())
    return kept.select(pl.col("base_id").alias("cluster_id"), "facet", "language").unique().sort("cluster_id")


def base_of(work: Work, shard: str) -> pl.Series:
    """base_id of each row of a shard; null where it counts nowhere."""
    mapping = work.whole("pooling").select("cluster_id", "base_id")
    assigned = work.read("assignments", shard).join(
        mapping, on="cluster_id", how="left", maintain_order="left"
    )
    return assigned["base_id"]


def release_cluster_words(work: Work) -> Mapping[str, Output]:
    """Topics and tags of base clusters -> their public phrase and released tags, by the policy's mechanism."""
    people, privacy = population(work), work.settings.privacy
    plan, phrases, clusters = word_plan(work.settings, people.accounts), load_phrases(), base_clusters(work)
    votes = pl.concat(
        work.accounts(shard)
        .with_columns(
            base_of(work, shard).alias("cluster_id"),
            pl.lit(FACET).alias("facet"),
            *work.read("topics", shard, "near", "closeness").get_columns(),
            work.read("facets", shard, "tags")["tags"],
        )
        .filter(pl.col("cluster_id").is_not_null())
        for shard in work.workspace.shards()
    )
    if plan is None:
        words = count_words(votes, clusters, phrases, privacy.min_accounts)
    else:
        tags = counted_tags(work.settings, people.accounts)
        noise = work.noise({"phrases": (plan.epsilon_phrase, 0.0), "tags": (plan.epsilon_tags, plan.delta)})
        words = release_words(
            votes, clusters, phrases, plan, privacy.conversations_per_account, tags, work.key, noise
        )
    return {"words": words}


def name(work: Work) -> Mapping[str, Output]:
    """Released words, and under `paper` members' requests -> names and descriptions."""
    evidence = _evidence(work) if not work.settings.policy.private_names else None
    known = frozenset[str]() if evidence is None else common_words() | _supported_words(work)
    return {"names": name_clusters(work.whole("words"), base_clusters(work), work.provider, evidence, known)}


def _supported_words(work: Work) -> frozenset[str]:
    """Words of the window's requests that enough accounts used, so that a name may hold them under `paper`."""
    texts = pl.concat(
        work.accounts(shard).select(
            "account_id", work.read("facets", shard, "request")["request"].alias("text")
        )
        for shard in work.workspace.shards()
    )
    return supported_words(texts, work.settings.privacy.min_accounts)


def _evidence(work: Work) -> dict[str, Evidence]:
    """Requests of sampled members and of the nearest non-members, by base cluster."""
    shards = work.workspace.shards()
    ids = {
        shard: work.accounts(shard).with_columns(base_of(work, shard).alias("base_id")) for shard in shards
    }
    members = sample_members(pl.concat(ids.values()), work.key)
    contrast = nearest_non_members(
        ((ids[shard], work.array(EMBEDDINGS, shard)) for shard in shards), _base_centers(work)
    )
    wanted = pl.concat([members["conversation_id"], contrast["conversation_id"]]).unique()
    requests = pl.concat(
        work.read("facets", shard, "conversation_id", "request").filter(
            pl.col("conversation_id").is_in(wanted.implode())
        )
        for shard in shards
    )
    shown = {
        part: {
            str(base): tuple(group["request"])
            for (base,), group in rows.join(requests, on="conversation_id", maintain_order="left").group_by(
                "base_id", maintain_order=True
            )
        }
        for part, rows in (("members", members), ("contrast", contrast))
    }
    return {
        base: Evidence(texts, shown["contrast"].get(base, ())) for base, texts in shown["members"].items()
    }


def _base_centers(work: Work) -> dict[str, Array]:
    """Mean centroid of the fitted clusters that each base cluster pools."""
    ids, centers = center_matrix(work.whole("centroids"))
    base = dict(work.whole("pooling").select("cluster_id", "base_id").iter_rows())
    pooled: dict[str, list[Array]] = {}
    for cluster_id, center in zip(ids, centers, strict=True):
        if base.get(cluster_id) is not None:
            pooled.setdefault(base[cluster_id], []).append(center)
    return {name: np.mean(parts, axis=0, dtype=np.float32) for name, parts in sorted(pooled.items())}


def organise(work: Work) -> Mapping[str, Output]:
    """Names -> the levels above them."""
    builder = Builder(work.provider, work.embedder.encode, work.settings.clustering.seed)
    taxonomy = build_taxonomy(
        work.whole("names"),
        FACET,
        builder,
        work.key,
        lambda part, compute: work.checkpoint("levels", part, compute),
    )
    return {"taxonomy": taxonomy}


def place(work: Work) -> Mapping[str, Output]:
    """Names and descriptions -> coordinates on the map."""
    taxonomy = work.whole("taxonomy")
    texts = [text_of(Group(*row)) for row in taxonomy.select("name", "description").iter_rows()]
    flat = project(work.embedder.encode(texts), work.settings.clustering.seed)
    positions = taxonomy.select("cluster_id").with_columns(
        pl.Series("x", flat[:, 0], pl.Float32), pl.Series("y", flat[:, 1], pl.Float32)
    )
    return {"positions": positions}
