"""Protects the verdict on every kind of dirt that a real file may hold."""

import json
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from ingesting import Ingested, run

from clio.ingest import Source

# Lines whose conversation another line may also stand for: told by the id that is kept.
TWICE = {2, 37, 38}


@pytest.fixture(scope="module")
def dirty(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    path = str(shared_data / "tiny_dirty.jsonl")
    return run(Source(path, path), tmp_path_factory.mktemp("scratch"))


@pytest.fixture(scope="module")
def expected(shared_data: Path) -> list[dict[str, object]]:
    document = json.loads((shared_data / "tiny_dirty.expected.json").read_text())
    return next(value for value in document.values() if isinstance(value, list) and len(value) > 60)


def verdict(line: int, conversation: str, dirty: Ingested) -> str:
    if line in dirty.reasons:
        return "quarantine"
    return "loaded" if conversation in dirty.ids else "nowhere"


def test_every_line_has_its_verdict(dirty: Ingested, expected: list[dict[str, object]]) -> None:
    wrong = []
    for entry in expected:
        line, conversation = int(str(entry["line"])), str(entry["conversation_id"])
        if line in TWICE:
            continue
        found = verdict(line, conversation, dirty)
        allowed = {str(entry["verdict"]), *map(str, entry["also_ok"])}  # type: ignore[call-overload]
        ok = {
            "quarantine": "quarantine" in allowed,
            "loaded": bool(allowed & {"accept", "normalise"}),
            "nowhere": "skip" in allowed,
        }[found]
        if not ok:
            wrong.append((line, found, allowed))
    assert wrong == []


def test_reasons_and_repairs_are_those_expected(dirty: Ingested, expected: list[dict[str, object]]) -> None:
    repaired: Counter[str] = Counter()
    for entry in expected:
        line, reason = int(str(entry["line"])), str(entry["reason"])
        if line in TWICE:
            continue
        if line in dirty.reasons:
            assert dirty.reasons[line] == reason
        elif entry["verdict"] == "normalise":
            repaired[f"normalised:{reason}"] += 1
    found = {name: count for name, count in dirty.counts.items() if name.startswith("normalised:")}
    assert found == dict(repaired)


def test_one_of_the_two_under_one_id_is_kept(dirty: Ingested) -> None:
    assert dirty.ids.count("d-002") == 1
    assert dirty.counts["duplicate"] == 1
    assert sum(dirty.reasons.get(line) == "duplicate_conflict" for line in TWICE) == 1


def test_counts_add_up(dirty: Ingested) -> None:
    assert dirty.counts["read"] == dirty.total() == 65
    assert dirty.counts["blank"] == 2


def test_repaired_values(dirty: Ingested) -> None:
    rows = {row["conversation_id"]: row for row in dirty.conversations.iter_rows(named=True)}
    times = {name: rows[name]["created_at"] for name in rows}
    assert str(times["d-042"]) == str(times["d-043"]) == "2026-06-11 09:30:00+00:00"
    assert str(times["d-044"]) == "2026-06-12 04:30:00+00:00"
    assert [times[name] for name in ("d-014", "d-045", "d-046", "d-047")] == [None] * 4
    assert rows["58"]["account_id"] == "7"
    assert rows["d-029"]["messages"][0]["content"] == "Summarise this paragraph."
    assert "[image]" in rows["d-030"]["messages"][0]["content"]
    assert "iVBOR" not in rows["d-030"]["messages"][0]["content"]
    assert "\x00" not in rows["d-051"]["messages"][0]["content"]
    assert "\ufffd" in rows["d-052"]["messages"][0]["content"]
    assert len(rows["d-036"]["messages"][0]["content"]) > 200_000
    assert all(separator in rows["d-053"]["messages"][0]["content"] for separator in "\u2028\x85\x0b")
    user = [message["content"] for message in rows["d-031"]["messages"] if message["role"] == "user"]
    assert user == ["Weather in Oslo?"]


def test_schema(dirty: Ingested) -> None:
    assert dirty.conversations.schema["created_at"] == pl.Datetime("us", "UTC")
    assert dirty.conversations["metadata"].null_count() == 0
