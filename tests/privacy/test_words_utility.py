"""At the default budget words must still be useful: a private name that is wrong helps nobody."""

import numpy as np
import polars as pl
from words_data import KEY, List3, MemoryStore, make_votes

from clio.policies import GUARDED
from clio.privacy.bounding import default_k, tags_per_conversation
from clio.privacy.budget import plan_words
from clio.privacy.words import release_words

CLUSTERS, ACCOUNTS_EACH, PHRASES = 20, 160, 400


def toy(seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Each cluster's accounts mostly vote for its phrase and tag, and otherwise at random."""
    rng = np.random.default_rng(seed)
    rows = []
    for cluster in range(CLUSTERS):
        for account in range(ACCOUNTS_EACH):
            name = f"a{cluster}-{account}"
            for conversation in range(int(rng.integers(1, 6))):
                own = rng.random() < 0.6
                topic = 7 * cluster if own else int(rng.integers(PHRASES))
                tags = [f"do thing{cluster}"] if rng.random() < 0.6 else [f"noise{rng.integers(200)}"]
                row = f"request-0-{cluster:03}", "request", name, f"{name}-{conversation}", topic, tags
                rows.append(row)
    clusters = pl.DataFrame({"cluster_id": [f"request-0-{cluster:03}" for cluster in range(CLUSTERS)]})
    clusters = clusters.with_columns(facet=pl.lit("request"), language=pl.lit(None, dtype=pl.String))
    return make_votes(rows), clusters


def test_every_cluster_gets_its_true_phrase_and_top_tag_at_epsilon_four():
    votes, clusters = toy(seed=3)
    accounts = CLUSTERS * ACCOUNTS_EACH
    tags = tags_per_conversation(accounts)
    plan = plan_words(4, accounts, 1, tags, 1)
    names = tuple(f"phrase {row}" for row in range(PHRASES))
    phrases = List3(names, names, names)
    got = release_words(votes, clusters, phrases, plan, 1, tags, KEY, MemoryStore())
    assert got["phrase"].to_list() == [f"phrase {7 * cluster}" for cluster in range(CLUSTERS)]
    assert got["tags"].list.first().to_list() == [f"do thing{cluster}" for cluster in range(CLUSTERS)]


def test_the_default_k_leaves_clusters_of_about_that_size():
    accounts = CLUSTERS * ACCOUNTS_EACH
    plan = plan_words(4, accounts, 1, 1, 1)
    assert CLUSTERS / 2 <= default_k(GUARDED, accounts, 3 * accounts, plan) <= CLUSTERS * 2
