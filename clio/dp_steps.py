"""What the stages of the policy `dp` do: clusters, sizes and cells from noisy answers and public files alone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.clustering.assignment import center_matrix, is_covered
from clio.clustering.exact import GRID, Projection, Whole, nearest_whole
from clio.clustering.kmeans import number_clusters
from clio.clustering.private_centers import (
    DIMENSIONS,
    FLOOR,
    Noise,
    Sums,
    find_centers,
    public_cells,
    sum_rows,
)
from clio.facets.language_names import SEVERAL
from clio.planning import dp_plan
from clio.privacy.differential import COUNTS_OF_ROUND, ROUNDS, DpPlan, gaussian_sigma
from clio.privacy.draws import draw_key, drawing_key
from clio.privacy.mechanisms import noisy_integers
from clio.stages import EMBEDDINGS, Output, Work
from clio.steps import bounded, usable
from clio.stored_noise import Price
from clio.tables import ASSIGNMENTS
from clio.workspace import WHOLE


def fit(work: Work) -> Mapping[str, Output]:
    """Vectors -> centres of each facet on the public axes, from noisy sums; and one cluster of uncovered languages."""
    plan = dp_plan(work.settings)
    return {"centroids": pl.concat(_fit(work, facet, plan) for facet in work.clustered).sort("cluster_id")}


def _fit(work: Work, facet: str, plan: DpPlan) -> pl.DataFrame:
    projection, seed = _projection(work), work.settings.clustering.seed
    counted = bounded(work, facet).filter("covered")
    rows = _Rows(work, facet, counted, projection, plan.prices(work.clustered, "centers", facet))
    cells = public_cells(projection(work.array("phrases", WHOLE)), seed)
    first, each = _noise(plan.rho_first), _noise(plan.rho_round)

    def ask(question: str, centers: Whole, noise: Noise) -> Sums:
        return rows.noisy_sums(question, centers, noise, plan.rho_first if noise == first else plan.rho_round)

    centers = find_centers(cells, plan.k, first, each, ROUNDS, seed, ask)
    others = [] if work.languages is None else [SEVERAL]
    return number_clusters(facet, centers.astype(np.float32), others, work.key)


def _projection(work: Work) -> Projection:
    """The axes of the public phrases in the encoder's space."""
    phrases = work.array("phrases", WHOLE)
    return _axes(phrases.tobytes(), phrases.shape[1])


@lru_cache(maxsize=1)
def _axes(phrases: bytes, dimensions: int) -> Projection:
    """Axes of float32 rows [n, dimensions]; kept, since every shard and facet of a process asks for the same ones."""
    return Projection.of(np.frombuffer(phrases, np.float32).reshape(-1, dimensions), DIMENSIONS)


def _noise(rho: float) -> Noise:
    """The noise of sums and counts that together are ρ-zCDP for contributions of length 1 each."""
    return Noise(gaussian_sigma(rho * (1 - COUNTS_OF_ROUND), 1), gaussian_sigma(rho * COUNTS_OF_ROUND, 1))


class _Rows(NamedTuple):
    """The bounded conversations of one facet, read shard by shard."""

    work: Work
    facet: str
    rows: pl.DataFrame
    projection: Projection
    prices: Mapping[str, Price]

    def noisy_sums(self, question: str, centers: Whole, noise: Noise, rho: float) -> Sums:
        """Sums over the nearest of `centers`, plus noise drawn once for the same conversations and centres."""
        exact = self.sums(centers)
        mechanism, key = f"{self.facet}.{question}", drawing_key(self.work.key, self.work.workspace)
        name = draw_key(key, mechanism, (*noise, rho), centers, exact.rows, exact.counts)
        shape = {"rows": pl.List(pl.Int64()), "counts": pl.Int64()}

        def draw() -> pl.DataFrame:
            answer = (
                noisy_integers(exact.rows, GRID, rho * (1 - COUNTS_OF_ROUND), noise.rows * GRID),
                noisy_integers(exact.counts, GRID, rho * COUNTS_OF_ROUND, noise.counts * GRID),
            )
            return pl.DataFrame({"rows": answer[0].tolist(), "counts": answer[1]}, schema=shape)

        kept = self.work.noise(self.prices).draw(name, draw)
        return Sums(np.array(kept["rows"].to_list(), np.int64), kept["counts"].to_numpy())

    def sums(self, centers: Whole) -> Sums:
        """Exact sums, each account's whole contribution scaled to length 1 at most."""
        parts = [(units, nearest_whole(units, centers)) for units in self._units()]
        near = np.concatenate([np.zeros(0, np.int64), *(part for _, part in parts)])
        ends = np.cumsum([len(part) for _, part in parts], dtype=np.int64)
        weights = np.split(self._weights(near), ends)[:-1]
        weighted = ((units, part, weight) for (units, part), weight in zip(parts, weights, strict=True))
        return sum_rows(weighted, len(centers), centers.shape[1])

    def _weights(self, near: NDArray[np.int64]) -> NDArray[np.float64]:
        """One over the length of the vector of an account's counts per centre: what bounds counts and sums."""
        rows = self.rows.select("account_id", near=pl.Series(near, dtype=pl.Int64))
        counts = rows.group_by("account_id", "near").agg(n=pl.len().cast(pl.Float64))
        lengths = counts.group_by("account_id").agg(length=(pl.col("n") ** 2).sum().sqrt())
        return 1 / rows.join(lengths, on="account_id", maintain_order="left")["length"].to_numpy()

    def _units(self) -> Iterator[Whole]:
        shards = self.work.workspace.shards()
        for (number,), rows in self.rows.group_by("shard", maintain_order=True):
            array = self.work.array(f"{EMBEDDINGS}/{self.facet}", shards[int(str(number))])
            yield self.projection(array[rows["row"].to_numpy()])


def assign_rows(work: Work) -> Mapping[str, Output]:
    """Vectors and centres -> the nearest cluster of each conversation, in each facet; by exact arithmetic."""
    projection = _projection(work)
    return {"assignments": pl.concat(_assign(work, facet, projection) for facet in work.clustered)}


def _assign(work: Work, facet: str, projection: Projection) -> pl.DataFrame:
    facets = work.read("facets", None, "conversation_id", "status", "language", facet)
    centroids = work.whole("centroids").filter(pl.col("facet") == facet)
    ids, centers = center_matrix(centroids)
    near = nearest_whole(projection(work.array(f"{EMBEDDINGS}/{facet}")), centers.astype(np.float64))
    others = centroids.filter(pl.col("language").is_not_null())["cluster_id"].to_list()
    topic = pl.Series("topic", np.array(ids, dtype=object)[near], dtype=pl.String)
    other = pl.lit(others[0] if others else None, pl.String)
    own = pl.when(is_covered(work.languages)).then(pl.col("topic")).otherwise(other)
    return (
        facets.with_columns(topic, usable(facet))
        .select(
            "conversation_id",
            facet=pl.lit(facet),
            cluster_id=pl.when("usable").then(own),
            distance=pl.lit(None, pl.Float32),
        )
        .match_to_schema(dict(ASSIGNMENTS))
    )


def measure_sizes(work: Work) -> Mapping[str, Output]:
    """Assignments -> noisy sizes of all clusters; those that may be too small are left out of every number."""
    plan = dp_plan(work.settings)
    sizes = pl.concat(_sizes(work, facet, plan) for facet in work.clustered).sort("cluster_id")
    rule = work.settings.policy.clusters
    least = max(rule.min_accounts, FLOOR * plan.sigma_sizes)
    enough = (pl.col("accounts") >= least) & (pl.col("conversations") >= rule.min_conversations)
    joined = work.whole("centroids").select("cluster_id", "facet", "language").join(sizes, on="cluster_id")
    pooling = joined.select(
        "cluster_id", "facet", pl.when(enough).then("cluster_id").alias("base_id"), "language"
    )
    return {"sizes": sizes, "pooling": pooling.sort("cluster_id")}


def _sizes(work: Work, facet: str, plan: DpPlan) -> pl.DataFrame:
    """cluster_id, facet, accounts, conversations (bounded ones) of every cluster of one facet, noisy."""
    assigned = pl.concat(
        work.read("assignments", shard, "conversation_id", "facet", "cluster_id").filter(
            pl.col("facet") == facet
        )
        for shard in work.workspace.shards()
    )
    members = bounded(work, facet).join(assigned, on="conversation_id").group_by("cluster_id")
    counted = members.agg(accounts=pl.col("account_id").n_unique(), conversations=pl.len())
    domain = work.whole("centroids").filter(pl.col("facet") == facet).select("cluster_id", "facet")
    exact = domain.join(counted, on="cluster_id", how="left", maintain_order="left").with_columns(
        pl.col("accounts", "conversations").fill_null(0).cast(pl.Int64)
    )
    key = drawing_key(work.key, work.workspace, "centroids")
    name = draw_key(key, f"{facet}.sizes", (plan.rho_sizes, plan.m), exact)

    def draw() -> pl.DataFrame:
        accounts, m = exact["accounts"].to_numpy(), plan.m
        if m == 1:
            both = noisy_integers(accounts, 1, plan.rho_sizes, plan.sigma_sizes)
            return exact.with_columns(accounts=pl.Series(both), conversations=pl.Series(both))
        half, conversations = plan.rho_sizes / 2, exact["conversations"].to_numpy()
        counted = noisy_integers(conversations, m, half, plan.sigma_conversations)
        people = noisy_integers(accounts, m**0.5, half, plan.sigma_sizes)
        return exact.with_columns(
            accounts=pl.Series(people), conversations=pl.Series(np.maximum(counted, people))
        )

    return work.noise(plan.prices(work.clustered, "sizes", facet)).draw(name, draw)
