"""Protects what is left out on purpose: excluded accounts, other windows, what is not drawn, no accounts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from ingesting import jsonl, record, run

from clio.errors import UserError
from clio.ingest import IngestOptions


def test_excluded_accounts_leave_no_trace(tmp_path: Path) -> None:
    records = [record(n, f"Text {n}", account_id=f"a{n % 3}") for n in range(9)]
    records.append(record(20, account_id=" a1 "))
    records.append(record(21, account_id="a11"))
    records.append(record(0, "the same id, earlier", account_id="a1", created_at="2026-01-01"))
    (tmp_path / "no").write_bytes(b"\xef\xbb\xbfa1\r\n\n a2 \n")
    options = IngestOptions(exclude_accounts=str(tmp_path / "no"))
    found = run(jsonl(tmp_path / "x.jsonl", records), tmp_path, options)
    assert found.counts["excluded"] == 8, "with the space around an id, in the list or in a record"
    assert set(found.conversations["account_id"]) == {"a0", "a11"}
    assert "c0" in found.ids  # an excluded record takes no other's place
    assert found.quarantine.is_empty()
    assert not any(name.startswith("normalised:") for name in found.counts)


def test_window_takes_its_start_and_not_its_end(tmp_path: Path) -> None:
    times = [
        "2026-06-01T00:00:00Z",
        "2026-06-02T00:00:00Z",
        "2026-06-02T23:59:59Z",
        "2026-06-03T00:00:00Z",
        None,
    ]
    records = [record(n, created_at=time) for n, time in enumerate(times)]
    options = IngestOptions(since=datetime(2026, 6, 2), until=datetime(2026, 6, 3, tzinfo=UTC))
    found = run(jsonl(tmp_path / "x.jsonl", records), tmp_path, options)
    assert sorted(found.ids) == ["c1", "c2"]
    assert found.counts["outside_window"] == 3


@pytest.mark.parametrize("until", [datetime(2026, 6, 2), datetime(2026, 6, 1)])
def test_a_window_that_ends_before_it_begins_is_refused(until: datetime) -> None:
    with pytest.raises(UserError, match=r"ingest\.until is not after ingest\.since"):
        IngestOptions(since=datetime(2026, 6, 2), until=until)


def test_windows_that_touch_share_nothing_and_lose_nothing(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "x.jsonl", [record(n, created_at=1781170200 + 3600 * n) for n in range(100)])
    noon = datetime(2026, 6, 13, 12)
    before = run(source, tmp_path, IngestOptions(until=noon)).ids
    after = run(source, tmp_path, IngestOptions(since=noon)).ids
    assert before
    assert after
    assert sorted(before + after) == sorted(run(source, tmp_path).ids)


def test_the_sample_is_drawn_by_key_and_not_by_neighbours(tmp_path: Path) -> None:
    records = [record(n) for n in range(200)]
    source = jsonl(tmp_path / "x.jsonl", records)
    drawn = run(source, tmp_path, IngestOptions(sample=40))
    assert drawn.conversations.height == 40
    assert drawn.counts["not_sampled"] == 160
    assert sorted(run(source, tmp_path, IngestOptions(sample=40), shard_size=3).ids) == sorted(drawn.ids)
    assert set(run(source, tmp_path, IngestOptions(sample=40), key=b"other" * 4).ids) != set(drawn.ids)
    others = [record(n, account_id="a") for n in range(200)]
    assert set(run(jsonl(tmp_path / "z.jsonl", others), tmp_path, IngestOptions(sample=40)).ids) != set(
        drawn.ids
    )
    without = [entry for entry in records if entry["conversation_id"] not in set(drawn.ids[:5])]
    fewer = run(jsonl(tmp_path / "y.jsonl", without), tmp_path, IngestOptions(sample=40))
    assert set(drawn.ids[5:]) <= set(fewer.ids)


@pytest.mark.parametrize("size", [200, 1000])
def test_a_sample_of_all_is_all(tmp_path: Path, size: int) -> None:
    source = jsonl(tmp_path / "x.jsonl", [record(n) for n in range(200)])
    assert run(source, tmp_path, IngestOptions(sample=size)).conversations.height == 200


def test_mostly_missing_accounts_are_refused_in_one_sentence(tmp_path: Path) -> None:
    records = [record(n, account_id=... if n < 6 else "a") for n in range(10)]
    source = jsonl(tmp_path / "x.jsonl", records)
    with pytest.raises(UserError, match=r"^6 of 10 conversations have no account_id.*--unit conversation"):
        run(source, tmp_path, IngestOptions())
    for options in (IngestOptions(missing_account="keep"), IngestOptions(unit="conversation")):
        found = run(source, tmp_path, options)
        assert found.counts["accepted"] == 10
        assert found.counts["without_account"] == 6


def test_single_missing_accounts_are_kept_as_unknown(tmp_path: Path) -> None:
    records = [record(n, account_id=None if n < 5 else "a") for n in range(10)]
    found = run(jsonl(tmp_path / "x.jsonl", records), tmp_path, IngestOptions())
    assert found.conversations["account_id"].null_count() == 5
