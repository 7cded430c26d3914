"""What a namer is shown under `paper`: many accounts' members, and contrast that is truly outside."""

import numpy as np
import polars as pl

from clio.clustering.evidence import nearest_non_members, sample_members

KEY = b"k" * 32


def test_no_account_supplies_more_than_three_members_and_order_does_not_matter():
    rows = pl.DataFrame(
        {"conversation_id": [f"c{i}" for i in range(400)],
         "account_id": ["heavy"] * 200 + [f"a{i % 90}" for i in range(180)] + [None] * 20,
         "base_id": ["x"] * 400}
    )  # fmt: skip
    drawn = sample_members(rows, KEY)
    shown = rows.filter(pl.col("conversation_id").is_in(drawn["conversation_id"].implode()))
    assert drawn.height == 50
    assert shown["account_id"].null_count() == 0
    assert shown["account_id"].value_counts()["count"].to_numpy().max() <= 3
    assert drawn.equals(sample_members(rows.sample(fraction=1, shuffle=True, seed=1), KEY))


def test_contrast_is_the_nearest_non_members_over_all_shards():
    rng = np.random.default_rng(0)
    rows = rng.standard_normal((300, 6)).astype(np.float32)
    base = np.array(["x", "y", None], dtype=object)[rng.integers(0, 3, 300)]
    ids = [f"c{i:03d}" for i in range(300)]
    frame = pl.DataFrame({"conversation_id": ids, "base_id": pl.Series(base.tolist(), dtype=pl.String)})
    centers = {"x": rows[base == "x"].mean(0), "y": rows[base == "y"].mean(0)}
    shards = [(frame[a : a + 100], rows[a : a + 100]) for a in (0, 100, 200)]
    got = nearest_non_members(shards, centers)
    others = np.flatnonzero(base == "y")
    order = others[np.argsort(((rows[others] - centers["x"]) ** 2).sum(1))][:50]
    assert got.filter(pl.col("base_id") == "x")["conversation_id"].to_list() == [f"c{i:03d}" for i in order]
