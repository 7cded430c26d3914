"""What contrast finds of planted behaviours, and how often it finds something where nothing was planted.

    python tests/benchmarks/bench_contrast.py [--conversations 6000 --seeds 1 2 --shares 0.15 0.05 0.03 --null 20]

Conversations are generated, half of their accounts are the reference, and each behaviour is planted in a share of the
others' conversations. Arms: SAE features, utterance clusters, both together, and words as a control. One JSON line a
cell: whether a group was found, its best F1 and the largest z beside the null's. False alarms are counted over random
halves of the same accounts with nothing planted.
"""

import argparse
import json
import time

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio.clustering.embedding import load_embedder
from clio.sae.activations import load_feature_encoder
from clio.synthetic.generator import generate
from clio.validation.arms import ARMS, best_f1, find
from clio.validation.planting import KINDS, plant

KEY = b"contrast bench 0"


class World:
    """Generated conversations with what was encoded of them, each text once."""

    def __init__(self, conversations: int, seed: int):
        self.seed = seed
        self.embeddings: dict[str, NDArray[np.float32]] = {}
        self.conversations = generate(conversations, conversations // 2, seed)[0]
        self.encoder, self.embedder = load_feature_encoder(), load_embedder()
        self.activations = self.encode(self.conversations)

    def encode(self, conversations: pl.DataFrame) -> pl.DataFrame:
        """Activations; embeddings of new messages are kept on the way."""
        said = {turn["content"] for turns in conversations["messages"] for turn in turns}
        new = sorted(said - self.embeddings.keys())
        self.embeddings |= dict(zip(new, self.embedder.encode(new), strict=True))
        return self.encoder.encode(conversations)

    def halves(self, number: int) -> pl.DataFrame:
        """The conversations with `batch`: those of a random half of the accounts."""
        accounts = self.conversations["account_id"].unique().sort()
        chosen = accounts.gather(np.random.default_rng((self.seed, number)).permutation(len(accounts))[::2])
        return self.conversations.with_columns(batch=pl.col("account_id").is_in(chosen.implode()))

    def planted(
        self, kind: str, shares: list[float]
    ) -> list[tuple[float, pl.DataFrame, pl.DataFrame, set[str]]]:
        """For each share: conversations, activations and ids of what was planted; encoded for the largest share."""
        sides, found = self.halves(0), []
        most = plant(sides.filter("batch"), kind, max(shares), self.seed)
        changed = most.conversations.filter(most.planted)
        encoded = self.encode(changed)
        for share in shares:
            own = plant(sides.filter("batch"), kind, share, self.seed)
            ids = own.conversations.filter(own.planted)["conversation_id"]
            of = pl.col("conversation_id").is_in(ids.implode())
            conversations = pl.concat([sides.filter(~of), changed.filter(of)])
            found.append(
                (
                    share,
                    conversations,
                    pl.concat([self.activations.filter(~of), encoded.filter(of)]),
                    set(ids),
                )
            )
        return found


def measure(world: World, kinds: list[str], shares: list[float], null: int) -> None:
    """Print a line for each arm, behaviour and share, and one for each arm's false alarms."""
    for kind in kinds:
        for share, conversations, activations, ids in world.planted(kind, shares):
            batch = set(conversations.filter("batch")["conversation_id"])
            for arm, (test, blocks) in find(conversations, activations, world.embeddings, KEY).items():
                line = {
                    "seed": world.seed, "kind": kind, "share": share, "arm": arm, "groups": len(blocks),
                    "f1": round(best_f1(blocks, batch, ids), 2), "z": _largest(test, "z"),
                    "z_null": _largest(test, "z_null"),
                }  # fmt: skip
                print(json.dumps(line), flush=True)
    alarms = dict.fromkeys(ARMS, 0)
    for number in range(1, null + 1):
        for arm, (_, blocks) in find(world.halves(number), world.activations, world.embeddings, KEY).items():
            alarms[arm] += bool(blocks)
    print(json.dumps({"seed": world.seed, "null halves": null, "with groups": alarms}), flush=True)


def _largest(test: pl.DataFrame, column: str) -> float:
    """The largest number of a column; of two tests together the larger one's."""
    return round(float(test[column].to_numpy().max()), 1)


def main() -> None:
    """Measure world by world."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--conversations", type=int, default=6000)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--shares", nargs="+", type=float, default=[0.15, 0.05, 0.03])
    parser.add_argument("--null", type=int, default=20)
    asked = parser.parse_args()
    for seed in asked.seeds:
        start = time.process_time()
        world = World(asked.conversations, seed)
        print(json.dumps({"seed": seed, "encoded_cpu_s": round(time.process_time() - start)}), flush=True)
        measure(world, asked.kinds, asked.shares, asked.null)


if __name__ == "__main__":
    main()
