"""What privacy costs: each policy and ε beside the exact clustering of the same k, on labelled conversations.

    python tests/benchmarks/bench_utility.py FILE... [--epsilon 1 4 8] [--accounts 20000] [--out DIR]

`FILE` holds conversations with `metadata.label`, which only this script reads. Per file a `dp` run at each ε, one
`guarded` run, and for each a `paper` run of the same k, all in one folder so that facets and vectors are made once.
A line tells: NMI of base clusters against the labels (rows that are in no published cluster count as one
cluster), the same for `paper` at that k and their quotient; clusters published of those fitted; share of
conversations in published clusters; share of the released tags that are among the ten that most accounts of the
cluster have; sum of the errors of the clusters' conversations over the sum of the true (bounded) ones; seconds.
`--accounts` is privacy.expected_accounts.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

import polars as pl
from sklearn.metrics import normalized_mutual_info_score

from clio import pipeline
from clio.release.reader import read_release
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.steps import bounded
from clio.workspace import Workspace

TOP = 10


def settings_of(policy: str, epsilon: float | None, k: int | None, accounts: int, budget: Path) -> Settings:
    """Settings of one run, charged to a ledger of this script's own."""
    return load_settings(
        overrides={
            "privacy.policy": policy,
            "privacy.epsilon": epsilon,
            "privacy.expected_accounts": accounts,
            "privacy.budget_file": str(budget),
            "privacy.budget_epsilon": 1000.0,
            "clustering.k": k,
        }
    )


def labels_of(source: Path) -> pl.DataFrame:
    """conversation_id and label, null where there is none."""
    frame = (
        pl.read_parquet(source)
        if source.suffix == ".parquet"
        else pl.read_ndjson(source, infer_schema_length=None)
    )
    metadata = frame["metadata"]
    label = (
        metadata.struct.field("label")
        if metadata.dtype == pl.Struct
        else metadata.str.json_path_match("$.label")
    )
    return frame.select("conversation_id").with_columns(label.alias("label"))


def nmi(rows: pl.DataFrame, labels: pl.DataFrame) -> float:
    """Of the base clusters, over conversations with a label."""
    joined = rows.join(labels.drop_nulls(), on="conversation_id")
    return float(normalized_mutual_info_score(joined["label"], joined["base_id"].fill_null("none")))


def rows_of(workspace: Workspace) -> pl.DataFrame:
    """conversation_id and base_id of every conversation."""
    mapping = workspace.read("pooling").select("cluster_id", "base_id")
    return workspace.scan("assignments").collect().join(mapping, on="cluster_id", how="left")


def tag_precision(workspace: Workspace, rows: pl.DataFrame) -> float | None:
    """Share of released tags among the TOP that most accounts of their cluster have."""
    shards = workspace.shards()
    said = pl.concat(
        workspace.read("conversations", shard, "conversation_id", "account_id").with_columns(
            workspace.read("topics", shard, "tags")["tags"]
        )
        for shard in shards
    )
    exact = (
        rows.join(said, on="conversation_id")
        .explode("tags")
        .drop_nulls(["tags", "base_id"])
        .group_by(cluster_id="base_id", tag="tags")
        .agg(accounts=pl.col("account_id").n_unique())
        .with_columns(rank=pl.col("accounts").rank("min", descending=True).over("cluster_id"))
    )
    released = workspace.read("words").select("cluster_id", tag="tags").explode("tag").drop_nulls()
    if released.is_empty():
        return None
    found = released.join(exact, on=["cluster_id", "tag"], how="left")
    return float((found["rank"].fill_null(TOP + 1) <= TOP).mean())  # type: ignore[arg-type]


def count_error(out: Path, settings: Settings, rows: pl.DataFrame) -> float:
    """Sum of absolute errors over sum of true counts, of the base clusters' conversations."""
    published = read_release(out).clusters.filter(level=0)
    if settings.policy.noisy:
        kept = bounded(Work(Workspace(out), settings), "request")
        rows = rows.join(kept, on="conversation_id", how="semi")
    true = rows.group_by(cluster_id="base_id").agg(true=pl.len())
    joined = published.join(true, on="cluster_id", how="left").with_columns(pl.col("true").fill_null(0))
    errors = (joined["conversations"] - joined["true"]).abs()
    return float(errors.sum()) / max(1.0, float(joined["true"].sum()))


def measure(
    source: Path, out: Path, settings: Settings, labels: pl.DataFrame
) -> dict[str, float | int | None]:
    """One run and its figures."""
    began = time.perf_counter()
    with pipeline.processes(2) as each:
        pipeline.run(out, settings, [str(source)], each)
    workspace = Workspace(out)
    rows = rows_of(workspace)
    base = workspace.read("pooling")["base_id"].drop_nulls().n_unique()
    return {
        "k": workspace.read("centroids")["language"].null_count(),
        "published": base,
        "nmi": round(nmi(rows, labels), 4),
        "covered": round(float(rows["base_id"].is_not_null().mean()), 4),  # type: ignore[arg-type]
        "tag_precision": tag_precision(workspace, rows),
        "count_error": round(count_error(out, settings, rows), 4),
        "seconds": round(time.perf_counter() - began, 1),
    }


def main() -> None:
    """Print one JSON line per file, policy and ε."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--epsilon", nargs="+", type=float, default=[1.0, 4.0, 8.0])
    parser.add_argument("--accounts", type=int, default=20_000)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    for source in given.files:
        labels = labels_of(source)
        with tempfile.TemporaryDirectory(prefix="clio-utility-") as folder:
            out, budget = given.out or Path(folder) / "out", Path(folder) / "budget.jsonl"
            runs: list[tuple[str, float | None]] = [("dp", epsilon) for epsilon in given.epsilon]
            for policy, epsilon in [*runs, ("guarded", None)]:
                private = measure(
                    source, out, settings_of(policy, epsilon, None, given.accounts, budget), labels
                )
                print(
                    json.dumps({"file": source.name, "policy": policy, "epsilon": epsilon, **private}),
                    flush=True,
                )
                k = int(private["k"] or 1)
                exact = measure(source, out, settings_of("paper", None, k, given.accounts, budget), labels)
                quotient = round(float(private["nmi"] or 0) / float(exact["nmi"] or 1), 3)
                print(
                    json.dumps(
                        {
                            "file": source.name,
                            "policy": "paper",
                            "beside": policy,
                            **exact,
                            "quotient": quotient,
                        }
                    ),
                    flush=True,
                )


if __name__ == "__main__":
    main()
