"""How much one account may contribute to the words of a release."""

import polars as pl

from clio.keyed_hash import keyed_u64
from clio.policies import Policy, SizeRule
from clio.privacy.budget import WordPlan


def bound_conversations(rows: pl.DataFrame, per_account: int, key: bytes) -> pl.DataFrame:
    """Keep at most `per_account` conversations of each account; rows without an account are dropped.

    `rows`: account_id, conversation_id and anything else; every row of a kept conversation is kept, in the
    order given. Kept are the conversations with the smallest keyed hash of (account, conversation), so what
    is kept of an account depends on that account's own rows alone.
    """
    owned = rows.filter(pl.col("account_id").is_not_null())
    pairs = owned.select("account_id", "conversation_id").unique()
    draw = keyed_u64(key, "bounding", pairs["account_id"].to_list(), pairs["conversation_id"].to_list())
    rank = pl.struct("draw", "conversation_id").rank("ordinal").over("account_id")
    kept = pairs.with_columns(draw=pl.Series(draw, dtype=pl.UInt64)).filter(rank <= per_account)
    return owned.join(
        kept, on=["account_id", "conversation_id"], how="semi", maintain_order="left", nulls_equal=True
    )


def tags_per_conversation(accounts: int) -> int:
    """The default L: more tags a conversation only where there are accounts to pay for their noise."""
    if accounts < 10_000:
        return 1
    return 2 if accounts < 50_000 else 3


def default_k(
    policy: Policy, accounts: int, conversations: int, plan: WordPlan | None, k_max: int = 2_000
) -> int:
    """Number of clusters to fit: at least 2 where two can pass the size rule, at most `k_max`.

    Under a policy with private names a cluster should hold about 12 tau accounts, so that its words clear the
    threshold tau of `plan`; otherwise about 100 conversations, as in Clio's cost table.
    """
    if policy.private_names:
        if plan is None:
            raise ValueError("a policy with private names needs its word plan")
        wanted = int(accounts / (12 * plan.tau))
    else:
        wanted = conversations // 100
    return max(_least(policy.clusters, accounts, conversations), min(wanted, k_max))


def _least(rule: SizeRule, accounts: int, conversations: int) -> int:
    two = accounts >= 2 * rule.min_accounts and conversations >= 2 * rule.min_conversations
    return 2 if two else 1
