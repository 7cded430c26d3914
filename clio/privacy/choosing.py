"""How clusters come to different candidates: jointly where counts are exact, one after another where they are noisy."""

from collections.abc import Collection

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

TAKEN = 75  # of 100: what a candidate's score counts for once an earlier cluster was given it
LEAST = 0.85  # share of its best candidate's score that another must have to be given to a cluster instead


def lower_taken(scores: NDArray[np.int64], taken: Collection[int]) -> NDArray[np.int64]:
    """The scores [candidates], those of the rows `taken` lowered to TAKEN hundredths.

    Rounded down, so that an account changes a score by no more than before, and still in one direction.
    """
    lowered = scores.copy()
    rows = np.array(sorted(set(taken)), dtype=np.int64)
    lowered[rows] = lowered[rows] * TAKEN // 100
    return lowered


def choose_apart(scores: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Give each cluster a candidate, different ones where that costs little: cluster_id and topic, sorted.

    `scores`: cluster_id, topic, score above 0; `table`: the candidates. The assignment with the largest sum of
    shares, a cluster's share being the candidate's score over that of its best. Only a phrase of
    the same area stands in for the best, and one that reaches LEAST of it; a cluster left without keeps its best,
    shared with another cluster.
    """
    ranked = scores.sort("cluster_id", "score", "topic", descending=[False, True, False]).with_columns(
        share=pl.col("score") / pl.col("score").first().over("cluster_id"),
        first=pl.int_range(pl.len()).over("cluster_id") == 0,
    )
    best = ranked.filter("first")
    instead = (pl.col("kind") == "phrase") & (pl.col("share") >= LEAST) & pl.col("alike")
    good = ranked.join(table.select("topic", "kind", "area"), on="topic", maintain_order="left").with_columns(
        alike=(pl.col("area") == pl.col("area").first().over("cluster_id")).fill_null(False)
    )
    good = good.filter(pl.col("first") | instead)
    if best.is_empty():
        return best.select("cluster_id", pl.col("topic").cast(pl.Int32))
    topics = good["topic"].unique().sort()
    rows = best["cluster_id"].search_sorted(good["cluster_id"]).to_numpy()
    columns = topics.search_sorted(good["topic"]).to_numpy()
    # Column `topics.len() + i` stands for "cluster i keeps its best": worth a little less than the worst good one.
    gain = np.zeros((best.height, topics.len() + best.height))
    gain[rows, columns] = good["share"].to_numpy()
    own = np.arange(best.height)
    gain[own, topics.len() + own] = LEAST - 1e-6
    given = linear_sum_assignment(gain, maximize=True)[1]
    fallback = best["topic"].to_numpy()
    known = topics.to_numpy()
    chosen = [
        int(known[column]) if column < len(known) else int(fallback[row]) for row, column in enumerate(given)
    ]
    return pl.DataFrame({"cluster_id": best["cluster_id"], "topic": pl.Series(chosen, dtype=pl.Int32)})
