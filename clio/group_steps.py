"""What the stages from base clusters on do: their words, names, hierarchy and map, facet by facet."""

from collections.abc import Mapping

import numpy as np
import polars as pl

from clio.clustering.assignment import center_matrix
from clio.clustering.evidence import nearest_non_members, sample_members
from clio.clustering.hierarchy import Builder, text_of
from clio.clustering.naming import Evidence, name_clusters
from clio.clustering.projection import project
from clio.clustering.taxonomy import build_taxonomy
from clio.group_votes import group_votes
from clio.models.questions import Group
from clio.planning import counted_tags, dp_plan, population, word_plan
from clio.privacy.budget import WordPlan
from clio.privacy.draws import drawing_key
from clio.privacy.wording import common_words, supported_words
from clio.privacy.words import ACROSS, count_words, release_words
from clio.public.phrases import load_phrases
from clio.stages import Array, Output, Work, names_groups
from clio.steps import bounded, vectors_of
from clio.stored_noise import Price


def base_clusters(work: Work) -> pl.DataFrame:
    """cluster_id, facet, language of the base clusters that pooling left."""
    kept = work.whole("pooling").filter(pl.col("base_id").is_not_null())
    return kept.select(pl.col("base_id").alias("cluster_id"), "facet", "language").unique().sort("cluster_id")


def base_of(work: Work, shard: str, facet: str) -> pl.Series:
    """base_id of each row of a shard in one facet; null where it counts nowhere."""
    mapping = work.whole("pooling").select("cluster_id", "base_id")
    assigned = work.read("assignments", shard, "facet", "cluster_id").filter(pl.col("facet") == facet)
    return assigned.join(mapping, on="cluster_id", how="left", maintain_order="left")["base_id"]


def release_cluster_words(work: Work) -> Mapping[str, Output]:
    """Topics and tags -> public phrase and released tags of base clusters, by the policy's mechanism.

    And of groups that cut across clusters where the policy pays for their words.
    """
    people, privacy = population(work), work.settings.privacy
    plan, phrases, named = word_plan(work.settings, people.accounts), load_phrases(), base_clusters(work)
    shards, across = work.workspace.shards(), names_groups(work.settings)
    votes = [_votes(work, shard, facet) for shard in shards for facet in work.clustered]
    if plan is None:
        return {"words": count_words(pl.concat(votes), named, phrases, privacy.min_accounts)}
    defined_by = ["centroids", "pooling"]
    if across:
        columns = votes[0].columns
        votes += [group_votes(work, shard).select(columns) for shard in shards]
        named = pl.concat([named, _groups(work)])
        defined_by.append("group_members")
    words = release_words(
        pl.concat(votes),
        named,
        phrases,
        plan,
        privacy.conversations_per_account,
        counted_tags(work.settings, people.accounts),
        work.key,
        work.noise(_word_prices(work, plan)),
        drawing_key(work.key, work.workspace, *defined_by),
    )
    of_groups = pl.col("facet") == ACROSS
    told = words.filter(of_groups).rename({"cluster_id": "group_id"})
    return {"words": words.filter(~of_groups), **({"group_words": told} if across else {})}


def _groups(work: Work) -> pl.DataFrame:
    """The groups that cut across clusters as clusters of a facet of their own: cluster_id, facet, language (null)."""
    return work.whole("groups").select(
        pl.col("group_id").alias("cluster_id"), facet=pl.lit(ACROSS), language=pl.lit(None, pl.String)
    )


def _word_prices(work: Work, plan: WordPlan) -> Mapping[str, Price]:
    if work.settings.policy.noisy:
        return dp_plan(work.settings).prices(work.clustered, "phrases", "")
    return word_prices(plan)


def word_prices(plan: WordPlan) -> dict[str, Price]:
    """What the words of a window cost, in the order in which they are drawn."""
    return {
        "phrases": Price(plan.epsilon_phrase, rho=plan.epsilon_phrase * plan.epsilon_per_choice / 2),
        "tags": Price(
            plan.epsilon_tags, plan.delta, plan.K / (2 * plan.sigma**2), delta_rest=plan.delta_threshold
        ),
    }


def _votes(work: Work, shard: str, facet: str) -> pl.DataFrame:
    """What each conversation of a shard says for the words of its base cluster of one facet."""
    topics = work.read("topics", shard, "facet", "near", "closeness", "tags").filter(pl.col("facet") == facet)
    rows = work.accounts(shard).with_columns(
        base_of(work, shard, facet).alias("cluster_id"), *topics.get_columns()
    )
    if work.settings.policy.noisy:
        rows = rows.join(bounded(work, facet), on="conversation_id", how="semi")
    return rows.filter(pl.col("cluster_id").is_not_null())


def name(work: Work) -> Mapping[str, Output]:
    """Released words, and under `paper` members' texts -> names and descriptions."""
    words, clusters, named = work.whole("words"), base_clusters(work), list[pl.DataFrame]()
    for facet in work.clustered:
        evidence = _evidence(work, facet) if not work.settings.policy.private_names else None
        known = frozenset[str]() if evidence is None else common_words() | _supported_words(work, facet)
        of_facet = pl.col("facet") == facet
        named.append(
            name_clusters(words.filter(of_facet), clusters.filter(of_facet), work.provider, evidence, known)
        )
    return {"names": pl.concat(named).sort("cluster_id")}


def _supported_words(work: Work, facet: str) -> frozenset[str]:
    """Words of the window's texts that enough accounts used, so that a name may hold them under `paper`."""
    texts = pl.concat(
        work.accounts(shard).select("account_id", work.read("facets", shard, facet)[facet].alias("text"))
        for shard in work.workspace.shards()
    )
    return supported_words(texts, work.settings.privacy.min_accounts)


def _evidence(work: Work, facet: str) -> dict[str, Evidence]:
    """Texts of sampled members and of the nearest non-members, by base cluster of one facet."""
    shards = work.workspace.shards()
    ids = {
        shard: work.accounts(shard).with_columns(base_of(work, shard, facet).alias("base_id"))
        for shard in shards
    }
    members = sample_members(pl.concat(ids.values()), work.key)
    contrast = nearest_non_members(
        ((ids[shard], vectors_of(work, facet, shard)) for shard in shards),
        _base_centers(work, facet),
    )
    wanted = pl.concat([members["conversation_id"], contrast["conversation_id"]]).unique()
    texts = pl.concat(
        work.read("facets", shard, "conversation_id", facet)
        .rename({facet: "text"})
        .filter(pl.col("conversation_id").is_in(wanted.implode()))
        for shard in shards
    )
    shown = {
        part: {
            str(base): tuple(group["text"])
            for (base,), group in rows.join(texts, on="conversation_id", maintain_order="left").group_by(
                "base_id", maintain_order=True
            )
        }
        for part, rows in (("members", members), ("contrast", contrast))
    }
    return {
        base: Evidence(texts, shown["contrast"].get(base, ())) for base, texts in shown["members"].items()
    }


def _base_centers(work: Work, facet: str) -> dict[str, Array]:
    """Mean centroid of the fitted clusters that each base cluster of one facet pools."""
    ids, centers = center_matrix(work.whole("centroids").filter(pl.col("facet") == facet))
    base = dict(work.whole("pooling").select("cluster_id", "base_id").iter_rows())
    pooled: dict[str, list[Array]] = {}
    for cluster_id, center in zip(ids, centers, strict=True):
        if base.get(cluster_id) is not None:
            pooled.setdefault(base[cluster_id], []).append(center)
    return {name: np.mean(parts, axis=0, dtype=np.float32) for name, parts in sorted(pooled.items())}


def organise(work: Work) -> Mapping[str, Output]:
    """Names -> the levels above them, a tree for each facet."""
    builder = Builder(work.provider, work.embedder.encode, work.settings.clustering.seed)
    trees = [
        build_taxonomy(
            work.whole("names"),
            facet,
            builder,
            work.key,
            lambda part, compute: work.checkpoint("levels", part, compute),
        )
        for facet in work.clustered
    ]
    return {"taxonomy": pl.concat(trees).sort("level", "cluster_id")}


def place(work: Work) -> Mapping[str, Output]:
    """Names and descriptions -> coordinates on each facet's own map."""
    taxonomy = work.whole("taxonomy")
    placed = (_place(work, taxonomy.filter(pl.col("facet") == facet)) for facet in work.clustered)
    return {"positions": pl.concat(placed)}


def _place(work: Work, tree: pl.DataFrame) -> pl.DataFrame:
    texts = [text_of(Group(*row)) for row in tree.select("name", "description").iter_rows()]
    flat = project(work.embedder.encode(texts), work.settings.clustering.seed)
    return tree.select("cluster_id", "facet").with_columns(
        pl.Series("x", flat[:, 0], pl.Float32), pl.Series("y", flat[:, 1], pl.Float32)
    )
