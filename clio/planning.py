"""What a run plans before it draws or fits anything: how many there are, k, the noise on words, the plan of `dp`."""

from typing import NamedTuple

import polars as pl

from clio.privacy.bounding import default_k, tags_per_conversation
from clio.privacy.budget import WordPlan, check_epsilon, plan_words
from clio.privacy.differential import DEFAULT_ACCOUNTS, DpPlan, plan_dp
from clio.public.phrases import load_phrases
from clio.public.words import load_words
from clio.settings import Settings
from clio.stages import Work, clustered_facets, names_groups


class Population(NamedTuple):
    """How many conversations there are, and how many distinct accounts are behind them."""

    conversations: int
    accounts: int


def population(work: Work) -> Population:
    """Count conversations and accounts (by the unit that thresholds count)."""
    ids = pl.concat(work.accounts(shard) for shard in work.workspace.shards())
    return Population(ids.height, ids["account_id"].drop_nulls().n_unique())


def too_little(work: Work) -> str | None:
    """That nothing can be published of the conversations that were read, as the size rule says; None if something can.

    Reads shards only until enough are found.
    """
    rule, unit = work.settings.policy.clusters, work.settings.privacy.unit
    conversations, accounts = 0, set[str]()
    for shard in work.workspace.shards():
        owners = work.accounts(shard)["account_id"]
        conversations += owners.len()
        accounts.update(owners.drop_nulls().unique())
        if conversations >= rule.min_conversations and len(accounts) >= rule.min_accounts:
            return None
    group = f"{rule.min_conversations} conversations of {rule.min_accounts} {unit}s"
    return f"Nothing can be published: a group needs {group}."


def counted_tags(settings: Settings, accounts: int) -> int:
    """How many tags of a conversation count: the setting, or the default for this many accounts."""
    if settings.policy.noisy:
        accounts = expected_accounts(settings)
    return settings.privacy.tags_per_conversation or tags_per_conversation(accounts)


def expected_accounts(settings: Settings) -> int:
    """How many accounts the policy `dp` plans for: the setting, or its default; never the data."""
    return settings.privacy.expected_accounts or DEFAULT_ACCOUNTS


def dp_plan(settings: Settings) -> DpPlan:
    """The plan of everything that the policy `dp` draws; follows from the settings alone.

    Raises UserError for an ε out of range and for too few expected accounts.
    """
    if settings.epsilon is None:
        raise ValueError("only a policy with noise has a plan")
    accounts, clustering = expected_accounts(settings), settings.clustering
    per_account, facets = settings.privacy.conversations_per_account, len(clustered_facets(settings))
    tags = counted_tags(settings, accounts)
    large = settings.privacy.allow_large_epsilon
    return plan_dp(
        settings.epsilon, accounts, per_account, tags, facets, clustering.k, clustering.k_max, large
    )


def check_plan(settings: Settings) -> None:
    """Find before anything is read what would end a run at its first draw of noise.

    Raises:
        UserError: ε out of range, too few expected accounts.
        PublicFileError: a public list does not match its pinned hash.
    """
    load_phrases()
    load_words()
    if settings.epsilon is not None:
        check_epsilon(settings.epsilon, settings.privacy.allow_large_epsilon)
    if settings.policy.noisy:
        dp_plan(settings)


def fitted_clusters(settings: Settings, accounts: int, conversations: int) -> int:
    """How many base clusters are fitted: the setting, or by the policy from how many there are (dp: are expected)."""
    if settings.policy.noisy:
        return dp_plan(settings).k
    plan, clustering = word_plan(settings, accounts), settings.clustering
    return clustering.k or default_k(settings.policy, accounts, conversations, plan, clustering.k_max)


def word_plan(settings: Settings, accounts: int) -> WordPlan | None:
    """The noise on the words of all clustered facets, and of groups that cut across clusters as of one facet more.

    None under a policy without private names.
    """
    if settings.epsilon is None:
        return None
    if settings.policy.noisy:
        return dp_plan(settings).words
    per_account, facets = settings.privacy.conversations_per_account, len(clustered_facets(settings))
    facets += names_groups(settings)
    tags, large = counted_tags(settings, accounts), settings.privacy.allow_large_epsilon
    return plan_words(settings.epsilon, accounts, per_account, tags, facets, large)
