"""What joining SAE features adds to topics: embedding alone, with features, and with words joined in the same way.

    python tests/benchmarks/bench_join_quality.py [--data DIR] [--sets clinc150 sgd_train] [--seeds 5] [--weight 0.2]

Each arm is clustered at the true number of labels with `--seeds` seeds. The control joins the words of the same
messages by the very code that joins features (binarised x idf, SVD to 128): what any sparse signal gives. Labels are
read for the scores alone. One JSON line an arm: mean and 95 % t-interval of NMI and ARI over seeds, and of the NMI's
difference to the embedding alone at the same seeds.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.stats import t as student
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from clio.clustering.assignment import nearest
from clio.clustering.embedding import load_embedder
from clio.clustering.joining import fit_joining, join
from clio.clustering.kmeans import fit_kmeans
from clio.sae.activations import load_feature_encoder

FILES = {"clinc150": ("clinc150.jsonl.gz", 151), "sgd_train": ("sgd_train.parquet", 60)}


def read(source: Path) -> pl.DataFrame:
    """conversation_id, messages and label of every conversation."""
    is_parquet = source.suffix == ".parquet"
    frame = pl.read_parquet(source) if is_parquet else pl.read_ndjson(source, infer_schema_length=None)
    return frame.select("conversation_id", "messages", label=pl.col("metadata").struct.field("label"))


def active_words(conversations: pl.DataFrame) -> pl.Series:
    """list[u32] [n]: the words of each conversation's messages, in lower case, as numbers."""
    said = (
        pl.col("messages").list.eval(pl.element().struct.field("content")).list.join(" ").str.to_lowercase()
    )
    words = conversations.select(said.str.extract_all(r"\w+").alias("words")).with_row_index("row")
    numbered = words.explode("words").with_columns(number=pl.col("words").rank("dense").cast(pl.UInt32))
    return numbered.group_by("row", maintain_order=True).agg(pl.col("number").drop_nulls().unique())["number"]


def interval(values: list[float]) -> list[float]:
    """Mean of some seeds' values, and its 95 % t-interval."""
    mean, spread = float(np.mean(values)), float(np.std(values, ddof=1)) if len(values) > 1 else float("nan")
    half = float(student.ppf(0.975, max(1, len(values) - 1))) * spread / len(values) ** 0.5
    return [round(100 * figure, 2) for figure in (mean, mean - half, mean + half)]


def measure(source: Path, k: int, seeds: int, weight: float) -> dict[str, dict[str, list[float]]]:
    """NMI and ARI of each arm over the seeds, in hundredths, with their intervals."""
    conversations = read(source)
    first = pl.col("messages").list.eval(
        pl.element().filter(pl.element().struct.field("role") == "user").first()
    )
    texts = conversations.select(first.list.first().struct.field("content"))["content"].to_list()
    embeddings = load_embedder().encode(texts)
    activations = load_feature_encoder().encode(conversations.select("conversation_id", "messages"))
    beside = {"features": activations["features"], "words": active_words(conversations)}
    truth = conversations["label"].to_list()
    found: dict[str, list[tuple[float, float]]] = {"embedding": [], **{arm: [] for arm in beside}}
    for seed in range(seeds):
        rows = {"embedding": embeddings}
        rows |= {
            arm: join(fit_joining(embeddings, own, weight, seed), embeddings, own)
            for arm, own in beside.items()
        }
        for arm, matrix in rows.items():
            found[arm].append(scores(matrix, truth, k, seed))
    alone = [nmi for nmi, _ in found["embedding"]]
    return {
        arm: {
            "NMI": interval([nmi for nmi, _ in own]),
            "ARI": interval([ari for _, ari in own]),
            "NMI beside embedding": interval([nmi - base for (nmi, _), base in zip(own, alone, strict=True)]),
        }
        for arm, own in found.items()
    }


def scores(rows: NDArray[np.float32], truth: list[str], k: int, seed: int) -> tuple[float, float]:
    """NMI and ARI of k-means clusters of all rows."""
    labels = nearest(rows, fit_kmeans(rows, k, seed))[0]
    return float(normalized_mutual_info_score(truth, labels)), float(adjusted_rand_score(truth, labels))


def main() -> None:
    """Print one JSON line per set and arm."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[3] / "shared" / "data")
    parser.add_argument("--sets", nargs="+", default=list(FILES), choices=list(FILES))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--weight", type=float, default=0.2)
    arguments = parser.parse_args()
    for name in arguments.sets:
        file, k = FILES[name]
        for arm, own in measure(arguments.data / file, k, arguments.seeds, arguments.weight).items():
            print(
                json.dumps({"set": name, "k": k, "weight": arguments.weight, "arm": arm, **own}), flush=True
            )


if __name__ == "__main__":
    main()
