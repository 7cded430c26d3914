"""Protects the shards: bounded, in order, and the same home for an id in every later ingest."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingesting import jsonl, record, run

from clio.errors import UserError
from clio.ingest import IngestOptions
from clio.ingest.sharding import check_shards, cut_shards
from clio.ingest.spill import BUCKETS, bucket_of


@given(st.integers(0, 5000), st.integers(1, 3000), st.integers(0, 2**32))
def test_shards_cover_all_buckets_and_are_of_the_size_asked(total: int, size: int, seed: int) -> None:
    buckets = np.random.default_rng(seed).integers(0, BUCKETS, total)
    counts = np.bincount(buckets, minlength=BUCKETS).astype(np.int64)
    shards = cut_shards(counts, size)
    assert check_shards(shards) == shards
    assert list(shards) == sorted(shards)
    largest_bucket = int(counts.max(initial=0))
    for first, last in shards.values():
        assert counts[first : last + 1].sum() <= 1.5 * size + largest_bucket


def test_an_id_goes_to_the_shard_of_its_bucket_in_every_ingest(tmp_path: Path) -> None:
    first = run(jsonl(tmp_path / "x.jsonl", [record(n) for n in range(100)]), tmp_path, shard_size=10)
    assert len(first.shards) == 10
    more = jsonl(tmp_path / "y.jsonl", [record(n) for n in range(50, 300)])
    second = run(more, tmp_path, shard_size=10, shards=first.result.shards)
    assert second.result.shards == first.result.shards
    for name, (start, end) in first.result.shards.items():
        for table in (first.shards[name], second.shards[name]):
            assert table["conversation_id"].is_sorted()
            assert all(start <= bucket_of(entry) <= end for entry in table["conversation_id"])


def test_nothing_loaded_is_one_empty_shard(tmp_path: Path) -> None:
    found = run(jsonl(tmp_path / "x.jsonl", [b"{"]), tmp_path, IngestOptions(format="jsonl"))
    assert found.result.shards == {"00000": (0, BUCKETS - 1)}
    assert found.conversations.is_empty()


def test_the_bucket_of_an_id_never_changes() -> None:
    assert [bucket_of(name) for name in ("c1", "c2", "\u017c")] == [17392, 1359, 2155]


def test_shards_of_another_cut_are_not_taken() -> None:
    with pytest.raises(ValueError, match="without gap"):
        check_shards({"00000": (0, 10), "00001": (12, BUCKETS - 1)})
    with pytest.raises(UserError, match="shard_size"):
        cut_shards(np.zeros(BUCKETS, np.int64), 0)
