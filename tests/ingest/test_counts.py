"""Protects the ledger of records: each ends in one count, and neither order nor files change a shard."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingesting import Ingested, jsonl, record, run
from polars.testing import assert_frame_equal

from clio.ingest import IngestOptions, spill
from clio.ingest.records import Row, normalise

IDS = st.integers(0, 6)
TEXTS = st.sampled_from(["How do I boil an egg?", "Fix my bicycle", "Zażółć gęślą jaźń"])
TIMES = st.sampled_from(["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z", 1781170200, None, "never"])
ACCOUNTS = st.sampled_from(["a", "b", "blocked", None, 7])
GOOD = st.builds(
    lambda number, text, time, account: record(number, text, created_at=time, account_id=account),
    IDS,
    TEXTS,
    TIMES,
    ACCOUNTS,
)
BAD: st.SearchStrategy[Any] = st.sampled_from(
    [b"", b" \t", b"{", b"[1]", b"\xff", b'{"conversation_id": 1, "conversation_id": 2}', record(messages=[])]
)
RECORDS = st.lists(st.one_of(GOOD, BAD), min_size=1, max_size=25)
OPTIONS = IngestOptions(missing_account="keep", format="jsonl")
THOROUGH = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ingested(files: list[list[Any]], **changes: Any) -> Ingested:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        sources = [jsonl(home / f"{place}.jsonl", records) for place, records in enumerate(files)]
        (home / "blocked").write_text("blocked\r\n\n")
        options = {"exclude_accounts": str(home / "blocked")} if changes.pop("exclude", False) else {}
        chosen = IngestOptions(**(vars(OPTIONS) | options | changes))
        return run(sources, home / "scratch", chosen, shard_size=3)


@given(RECORDS, st.booleans(), st.none() | st.integers(1, 4), st.booleans())
@THOROUGH
def test_counts_add_up(records: list[Any], exclude: bool, sample: int | None, window: bool) -> None:
    since = datetime(2026, 6, 2) if window else None
    found = ingested([records], exclude=exclude, sample=sample, since=since)
    last = records[-1] if isinstance(records[-1], bytes) else b"{"
    assert found.counts["read"] == len(records) - (last == b"")
    assert found.total() == found.counts["read"]
    assert (
        found.counts["accepted"]
        == found.conversations.height
        == found.conversations["conversation_id"].n_unique()
    )
    quarantined = [count for name, count in found.counts.items() if name.startswith("quarantined:")]
    assert sum(quarantined) == found.quarantine.height
    assert found.counts["without_account"] == found.conversations["account_id"].null_count()
    if sample is not None:
        assert found.conversations.height <= sample
    if exclude:
        assert "blocked" not in found.conversations["account_id"]


@given(RECORDS, st.randoms(use_true_random=False), st.integers(1, 25), st.none() | st.integers(1, 4))
@THOROUGH
def test_order_and_files_change_nothing(
    records: list[Any], random: Any, cut: int, sample: int | None
) -> None:
    shuffled = records[:]
    random.shuffle(shuffled)
    files = [part for part in (shuffled[:cut], shuffled[cut:]) if part]
    one, other = ingested([[*records, b"x"]], sample=sample), ingested([*files, [b"x"]], sample=sample)
    assert one.result.shards == other.result.shards
    assert list(one.shards) == list(other.shards)
    for name in one.shards:
        assert_frame_equal(one.shards[name], other.shards[name])
    # A blank last line is no line, so only blanks may differ.
    differing = {name for name in one.counts if one.counts[name] != other.counts.get(name)}
    assert differing <= {"read", "blank"}


@given(st.lists(GOOD, min_size=1, max_size=20))
@THOROUGH
def test_the_kept_one_is_the_earliest_then_of_least_hash(records: list[Any]) -> None:
    rows = [row for entry in records if isinstance(row := normalise(entry, 2**62), Row)]
    found = ingested([records])
    never = 2**62
    expected = {}
    for name in {row.conversation_id for row in rows}:
        same = {
            (row.created_at or never, row.content_hash): row for row in rows if row.conversation_id == name
        }
        expected[name] = same[min(same)]
    by_id = {row["conversation_id"]: row for row in found.conversations.iter_rows(named=True)}
    assert by_id.keys() == expected.keys()
    for name, row in expected.items():
        assert [m["content"] for m in by_id[name]["messages"]] == row.contents
        assert by_id[name]["account_id"] == row.account_id
    distinct = len({(row.conversation_id, row.content_hash) for row in rows})
    assert found.counts["duplicate"] == len(rows) - distinct
    assert found.counts.get("quarantined:duplicate_conflict", 0) == distinct - len(expected)


def test_one_text_under_many_ids_is_no_duplicate(tmp_path: Path) -> None:
    campaign = [record(number, "Praise the product", account_id="a") for number in range(50)]
    found = run(jsonl(tmp_path / "x.jsonl", campaign), tmp_path)
    assert found.counts["accepted"] == 50


def test_pieces_of_the_spill_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [record(number % 180, created_at=1781170200 + number) for number in range(400)]
    source = jsonl(tmp_path / "x.jsonl", records)
    whole = run(source, tmp_path / "a", shard_size=20)
    monkeypatch.setattr(spill, "PIECE_BYTES", 3_000)
    pieces = run(source, tmp_path / "b", shard_size=20)
    assert_frame_equal(whole.conversations, pieces.conversations)
    assert_frame_equal(whole.quarantine, pieces.quarantine)
    assert whole.counts == pieces.counts
    assert not list((tmp_path / "b").iterdir())


def test_repairs_of_the_file_and_of_the_record_are_counted(tmp_path: Path) -> None:
    first = b"\xef\xbb\xbf" + orjson.dumps(record(1)) + b"\r"
    found = run(jsonl(tmp_path / "x.jsonl", [first, record(2, account_id=5)]), tmp_path)
    repairs = {name: count for name, count in found.counts.items() if name.startswith("normalised:")}
    assert repairs == {"normalised:bom": 1, "normalised:crlf": 1, "normalised:id_type": 1}


def test_columns_are_as_the_contract_says(tmp_path: Path) -> None:
    found = run(jsonl(tmp_path / "x.jsonl", [record(1, metadata={"locale": "en"})]), tmp_path)
    row = found.conversations.row(0, named=True)
    assert row["n_turns"] == 1
    assert row["metadata"] == '{"locale":"en"}'
    assert found.conversations.schema["messages"] == pl.List(
        pl.Struct({"role": pl.String, "content": pl.String})
    )
