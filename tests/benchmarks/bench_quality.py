"""Base clusters against labels: Clio beside k-means on the raw first user message, same encoder and same k.

    python tests/benchmarks/bench_quality.py [--data DIR] [--sets clinc150 sgd_train]

Labels are read here and nowhere else: the pipeline never sees the metadata's `label`.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.metrics.cluster import contingency_matrix

from clio import pipeline
from clio.clustering.embedding import load_embedder
from clio.settings import load_settings
from clio.workspace import Workspace

FILES = {"clinc150": ("clinc150.jsonl.gz", 151), "sgd_train": ("sgd_train.parquet", 60)}


def bcubed_f1(truth: Sequence[str], found: Sequence[str]) -> float:
    """B-cubed F1 (Bagga & Baldwin 1998) of a clustering of n items against one label each."""
    table = contingency_matrix(list(truth), list(found)).astype(float)
    squared = table**2
    precision = (squared / table.sum(0, keepdims=True)).sum() / table.sum()
    recall = (squared / table.sum(1, keepdims=True)).sum() / table.sum()
    return float(2 * precision * recall / (precision + recall))


def scores(truth: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """NMI, ARI and B-cubed F1, rounded to 3 digits."""
    return {
        "NMI": round(float(normalized_mutual_info_score(truth, found)), 3),
        "ARI": round(float(adjusted_rand_score(truth, found)), 3),
        "B3_F1": round(bcubed_f1(truth, found), 3),
    }


def clio_clusters(source: Path, policy: str, k: int | None, out: Path) -> tuple[pl.DataFrame, int]:
    """conversation_id, fitted and base cluster of a run of the pipeline; and the number of topic clusters fitted."""
    settings = load_settings(overrides={"privacy.policy": policy, "clustering.k": k})
    with pipeline.processes(2) as each:
        pipeline.run(out, settings, [str(source)], each)
    workspace = Workspace(out)
    mapping = workspace.read("pooling").select("cluster_id", "base_id")
    rows = workspace.scan("assignments").collect().join(mapping, on="cluster_id", how="left")
    return rows, workspace.read("centroids")["language"].null_count()


def raw_first_message(source: Path) -> pl.DataFrame:
    """conversation_id, label and the first user message as it stands."""
    if source.suffix == ".parquet":
        frame = pl.read_parquet(source)
        rows = zip(
            frame["conversation_id"], frame["messages"].to_list(), frame["metadata"].to_list(), strict=True
        )
        records = [(cid, meta["label"], messages) for cid, messages, meta in rows]
    else:
        lines = pl.read_ndjson(source, infer_schema_length=None)
        rows = zip(
            lines["conversation_id"], lines["messages"].to_list(), lines["metadata"].to_list(), strict=True
        )
        records = [(cid, meta["label"], messages) for cid, messages, meta in rows]
    first = [next(m["content"] for m in messages if m["role"] == "user") for _, _, messages in records]
    return pl.DataFrame(
        {"conversation_id": [r[0] for r in records], "label": [r[1] for r in records], "text": first}
    )


def kmeans_labels(vectors: NDArray[np.float32], k: int) -> list[str]:
    """Plain scikit-learn k-means on all rows, five starts."""
    return [str(label) for label in KMeans(k, n_init=5, random_state=0).fit_predict(vectors)]


def main() -> None:
    """Print one JSON line per set, method and k."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[3] / "shared" / "data")
    parser.add_argument("--sets", nargs="+", default=list(FILES), choices=list(FILES))
    arguments = parser.parse_args()
    for name in arguments.sets:
        file, true_k = FILES[name]
        source = arguments.data / file
        raw = raw_first_message(source)
        vectors = load_embedder().encode(raw["text"].to_list())
        with tempfile.TemporaryDirectory(prefix="clio-quality-") as folder:
            out = Path(folder)
            for policy, k in (("guarded", None), ("paper", None), ("paper", true_k)):
                rows, topics = clio_clusters(source, policy, k, out)
                compare({"set": name, "policy": policy, "k": topics}, rows, raw, vectors)


def compare(
    what: dict[str, str | int], rows: pl.DataFrame, raw: pl.DataFrame, vectors: NDArray[np.float32]
) -> None:
    """Print Clio's scores, and those of plain k-means on raw text at the same number of fitted topic clusters."""
    joined = raw.join(rows, on="conversation_id", how="inner", maintain_order="left")
    truth = joined["label"].to_list()
    what = {**what, "base": rows["base_id"].drop_nulls().n_unique()}
    found = {
        "clio, base clusters": joined["base_id"].fill_null("none").to_list(),
        "clio, before pooling": joined["cluster_id"].fill_null("none").to_list(),
        "k-means, raw first message": kmeans_labels(vectors, int(what["k"])),
    }
    for method, labels in found.items():
        print(json.dumps({**what, "method": method, **scores(truth, labels)}), flush=True)


if __name__ == "__main__":
    main()
