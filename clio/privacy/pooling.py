"""Pooling: what is too small to publish joins its neighbours and does not vanish.

Nothing is suppressed that a reader could find by subtraction: every counted conversation stays in exactly one
published cell of its cluster and dimension, or the whole cluster or dimension is absent.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.policies import SizeRule
from clio.privacy.cells import EMPTY, EPSILON, Cell, cell_counts, passes, split_cells
from clio.privacy.periods import choose_period, period_start, pool_periods

__all__ = [
    "cell_counts",
    "choose_period",
    "passes",
    "period_start",
    "pool_clusters",
    "pool_periods",
    "pool_values",
]

OTHER_LANGUAGES = "und"  # ISO 639-2: undetermined


def pool_clusters(members: pl.DataFrame, centroids: pl.DataFrame, rule: SizeRule) -> pl.DataFrame:
    """Merge fitted clusters until every base cluster passes `rule`; returns tables.POOLING plus `language`.

    `members`: cluster_id, account_id (null = unknown), conversations; one row per cluster and account.
    `centroids`: tables.CENTROIDS. The smallest topic cluster that fails (fewest accounts, then conversations,
    then id) merges into the nearest by centroid, whose id it takes and whose centroid becomes the mean
    weighted by conversations. Language clusters that fail merge into one of language "und", which takes the
    first of their ids. What cannot pass at all has base_id null. `language` is that of the base cluster.
    """
    cells = split_cells(members.rename({"conversations": "n"}), ["cluster_id"])
    pooled: list[pl.DataFrame] = []
    for (facet, is_language), fitted in centroids.sort("facet", "cluster_id").group_by(
        "facet", pl.col("language").is_not_null().alias("is_language"), maintain_order=True
    ):
        ids = fitted["cluster_id"].to_list()
        languages: list[str | None] = fitted["language"].to_list()
        own = [cells.get((name,), EMPTY) for name in ids]
        if is_language:
            bases, languages = _pool_languages(ids, languages, own, rule)
        else:
            bases = _pool_topics(ids, _matrix(fitted["centroid"]), own, rule)
        pooled.append(
            pl.DataFrame(
                {
                    "cluster_id": ids,
                    "facet": [str(facet)] * len(ids),
                    "base_id": pl.Series(bases, dtype=pl.String),
                    "language": pl.Series(languages, dtype=pl.String),
                }
            )
        )
    empty = dict.fromkeys(("cluster_id", "facet", "base_id", "language"), pl.String)
    return pl.concat(pooled).sort("cluster_id") if pooled else pl.DataFrame(schema=empty)


def _matrix(centroids: pl.Series) -> NDArray[np.float32]:
    return np.asarray(centroids.to_list(), dtype=np.float32)


def _pool_topics(
    ids: Sequence[str], centroids: NDArray[np.float32], cells: list[Cell], rule: SizeRule
) -> list[str | None]:
    """Base id of each fitted cluster; `centroids` [k, d]; O(k d) per merge."""
    centroids, cells = centroids.copy(), list(cells)
    target = np.arange(len(ids))
    alive = ~_left_out(cells, rule)
    target[~alive] = -1
    failing = {row for row, cell in enumerate(cells) if alive[row] and not cell.passes(rule)}
    while failing and alive.sum() > 1:
        small = min(failing, key=lambda row: (*cells[row].size, row))
        alive[small] = False
        distances = ((centroids - centroids[small]) ** 2).sum(axis=1)
        near = int(np.argmin(np.where(alive, distances, np.inf)))
        weights = np.array([cells[near].conversations, cells[small].conversations], np.float32)
        if weights.sum() > 0:
            centroids[near] = weights @ centroids[[near, small]] / weights.sum()
        cells[near] = cells[near].merged(cells[small])
        target[target == small] = near
        failing.discard(small)
        failing = failing - {near} if cells[near].passes(rule) else failing | {near}
    return [None if row < 0 or row in failing else ids[row] for row in target.tolist()]


def _left_out(cells: Sequence[Cell], rule: SizeRule) -> NDArray[np.bool_]:
    """Which clusters [k] must go before the rest can pass even as one.

    Without this, one account with more than its share of everything would pull cluster after cluster into a
    merger that never passes, and nothing would be left. The cluster in which it holds most goes first.
    """
    out = np.zeros(len(cells), bool)
    totals = np.zeros(1 + max((int(cell.codes.max(initial=0)) for cell in cells), default=0), np.int64)
    for cell in cells:
        totals[cell.codes] += cell.held
    while not out.all() and totals.max() > rule.max_account_share * totals.sum() + EPSILON:
        largest = int(totals.argmax())
        shares = [0.0 if gone else cell.share_of(largest) for cell, gone in zip(cells, out, strict=True)]
        worst = int(np.argmax(shares))
        out[worst] = True
        totals[cells[worst].codes] -= cells[worst].held
    return out


def _pool_languages(
    ids: Sequence[str], languages: Sequence[str | None], cells: Sequence[Cell], rule: SizeRule
) -> tuple[list[str | None], list[str | None]]:
    """Base id and language of each language cluster (ids sorted)."""
    fails = [not cell.passes(rule) for cell in cells]
    rest = EMPTY
    for cell, failed in zip(cells, fails, strict=True):
        rest = rest.merged(cell) if failed else rest
    other = next((name for name, failed in zip(ids, fails, strict=True) if failed), None)
    base = other if rest.passes(rule) else None
    return (
        [base if failed else name for name, failed in zip(ids, fails, strict=True)],
        [OTHER_LANGUAGES if failed else lang for lang, failed in zip(languages, fails, strict=True)],
    )


def pool_values(rows: pl.DataFrame | pl.LazyFrame, rule: SizeRule, other: str = "other") -> pl.DataFrame:
    """Pool one dimension's values per cluster until every cell passes; returns the mapping.

    `rows`: cluster_id, value, account_id, account_key, one per conversation; a null value is `other`.
    Returned: cluster_id, value, published_value, one row per pair that occurs (null included: join with
    `nulls_equal=True`). Values that fail become `other`; while `other` fails it absorbs the smallest value. A
    cluster with only one cell left is absent: its dimension cannot be published.
    """
    frame = rows.lazy().filter(pl.col("cluster_id").is_not_null())
    holdings = frame.group_by("cluster_id", "value", "account_id").agg(n=pl.len().cast(pl.Int64)).collect()
    pairs = holdings.select("cluster_id", "value").unique()
    named = holdings.with_columns(pl.col("value").fill_null(other))
    by_cluster: dict[str, dict[str, Cell]] = {}
    for key, cell in split_cells(named, ["cluster_id", "value"]).items():
        by_cluster.setdefault(str(key[0]), {})[str(key[1])] = cell
    published = [
        (cluster, value, target)
        for cluster, cells in by_cluster.items()
        for value, target in _pool_cluster_values(cells, rule, other).items()
    ]
    schema = {"cluster_id": pl.String, "_named": pl.String, "published_value": pl.String}
    mapping = pl.DataFrame(published, schema=schema, orient="row")
    return (
        pairs.with_columns(_named=pl.col("value").fill_null(other))
        .join(mapping, on=["cluster_id", "_named"])
        .select("cluster_id", "value", "published_value")
        .sort("cluster_id", "value", nulls_last=True)
    )


def _pool_cluster_values(cells: Mapping[str, Cell], rule: SizeRule, other: str) -> dict[str, str]:
    """Published value of each value of one cluster; empty when fewer than two cells pass."""
    kept = {value: cell for value, cell in cells.items() if value != other and cell.passes(rule)}
    rest = EMPTY
    for value, cell in cells.items():
        rest = rest if value in kept else rest.merged(cell)
    while kept and rest.conversations and not rest.passes(rule):
        smallest = min(kept, key=lambda value: (*kept[value].size, value))
        rest = rest.merged(kept.pop(smallest))
    if len(kept) + (rest.conversations > 0) < 2:
        return {}
    return {value: value if value in kept else other for value in cells}
