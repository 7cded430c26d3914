"""Protects the readers: one set of conversations gives the same table from every format and place."""

import csv
import gzip
import io
import random
from pathlib import Path
from typing import Any

import fsspec
import orjson
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ingesting import Ingested, jsonl, record, run
from polars.testing import assert_frame_equal

from clio.errors import UserError
from clio.ingest import IngestOptions, Source, resolve_inputs, sniff, spool_stdin
from clio.ingest.readers import parquet

RECORDS = [
    record(number, f'Question {number}, "quoted"; and\nmore | ünïcode', metadata={"locale": "en"})
    for number in range(30)
]


def source(path: Path) -> Source:
    return Source(str(path), str(path))


def write_csv(path: Path, rows: list[dict[str, Any]], separator: str = ",", end: str = "\r\n") -> Source:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), "utf-8", newline="")
    return source(path)


@pytest.fixture
def expected(tmp_path: Path) -> Ingested:
    return run(jsonl(tmp_path / "plain.jsonl", RECORDS), tmp_path)


def same(found: Ingested, expected: Ingested) -> None:
    assert found.counts["accepted"] == len(RECORDS)
    assert_frame_equal(found.conversations, expected.conversations)


def as_json_text(entry: dict[str, Any]) -> dict[str, Any]:
    texts = {name: orjson.dumps(entry[name]).decode() for name in ("messages", "metadata")}
    return entry | texts


@pytest.mark.parametrize("name", ["x.jsonl.gz", "x.jsonl", "no_extension"])
def test_gzip_by_content(tmp_path: Path, expected: Ingested, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"\n".join(map(orjson.dumps, RECORDS))))
    same(run(source(tmp_path / name), tmp_path), expected)


def test_stdin(tmp_path: Path, expected: Ingested) -> None:
    spooled = spool_stdin(io.BytesIO(b"\n".join(map(orjson.dumps, RECORDS))), tmp_path / "spool")
    same(run(spooled, tmp_path), expected)


def test_glob_and_memory_url(tmp_path: Path, expected: Ingested) -> None:
    filesystem = fsspec.filesystem("memory")
    for place in range(3):
        lines = b"\n".join(map(orjson.dumps, RECORDS[place::3]))
        (tmp_path / f"part-{place}.jsonl").write_bytes(lines)
        filesystem.pipe(f"/clio-ingest/part-{place}.jsonl", lines)
    (tmp_path / "part-9.jsonl").write_bytes(b"")
    local = resolve_inputs([str(tmp_path / "part-*.jsonl"), str(tmp_path / "part-0.jsonl")])
    assert len(local) == 3
    same(run(local, tmp_path), expected)
    remote = resolve_inputs(["memory://clio-ingest/part-*.jsonl"])
    assert [entry.location.startswith("memory://") for entry in remote] == [True] * 3
    same(run(remote, tmp_path), expected)


@pytest.mark.parametrize("nested", [True, False])
@pytest.mark.parametrize("row_group", [7, 1000])
def test_parquet(tmp_path: Path, expected: Ingested, nested: bool, row_group: int) -> None:
    rows = RECORDS if nested else [as_json_text(entry) for entry in RECORDS]
    pl.DataFrame(rows).write_parquet(tmp_path / "x.parquet", row_group_size=row_group)
    same(run(source(tmp_path / "x.parquet"), tmp_path), expected)


def test_parquet_times_ids_and_nulls(tmp_path: Path) -> None:
    table = pa.table(
        {
            "conversation_id": pa.array([1, 2, None], pa.int64()),
            "created_at": pa.array([1_781_170_200_000_000_001, None, 0], pa.timestamp("ns", "Europe/Oslo")),
            "messages": [[{"role": "user", "content": "hi", "extra": 1}], None, None],
        }
    )
    pq.write_table(table, tmp_path / "x.parquet")
    found = run(source(tmp_path / "x.parquet"), tmp_path)
    assert found.reasons == {2: "bad_messages_type", 3: "missing_conversation_id"}
    assert found.ids == ["1"]
    assert str(found.conversations["created_at"][0]) == "2026-06-11 09:30:00+00:00"


def test_parquet_rows_that_are_not_utf8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "BATCH_ROWS", 1)
    raw = pa.array([b"fine", b"caf\xe9", b"fine too"], pa.binary())
    text = pa.Array.from_buffers(pa.string(), 3, raw.buffers())
    columns = {
        "conversation_id": ["1", "2", "3"],
        "account_id": ["a", "b", "c"],
        "text": text,
    }  # of 3 batches
    pq.write_table(pa.table(columns), tmp_path / "x.parquet")
    found = run(source(tmp_path / "x.parquet"), tmp_path)
    assert found.reasons == {2: "invalid_utf8"}
    assert sorted(found.ids) == ["1", "3"]


@pytest.mark.parametrize(("separator", "end"), [(",", "\r\n"), (";", "\n"), ("\t", "\n"), ("|", "\r\n")])
def test_csv_with_json_messages(tmp_path: Path, expected: Ingested, separator: str, end: str) -> None:
    rows = [as_json_text(entry) for entry in RECORDS]
    same(run(write_csv(tmp_path / "x.csv", rows, separator, end), tmp_path), expected)


def test_csv_with_one_text_and_a_map(tmp_path: Path) -> None:
    rows = [
        {"id": f"c{n}", "user": "u", "when": "2026-06-01", "ask": f"Why {n}?", "land": "NO" if n else ""}
        for n in range(5)
    ]
    columns = {
        "conversation_id": "id",
        "account_id": "user",
        "created_at": "when",
        "text": "ask",
        "metadata.country": "land",
    }
    found = run(write_csv(tmp_path / "x.csv", rows), tmp_path, IngestOptions(columns=columns))
    assert found.conversations.sort("conversation_id")["messages"][0].to_list() == [
        {"role": "user", "content": "Why 0?"}
    ]
    assert dict(found.conversations.select("conversation_id", "metadata").iter_rows()) == {
        "c0": "{}",
        **{f"c{n}": '{"country":"NO"}' for n in range(1, 5)},
    }
    assert found.counts["without_account"] == 0


def test_csv_with_a_message_a_row_interleaved(tmp_path: Path, expected: Ingested) -> None:
    rows = [
        {"chat": entry["conversation_id"], "who": entry["account_id"], "created_at": entry["created_at"]}
        | {"role": message["role"], "body": message["content"], "metadata": '{"locale": "en"}'}
        for turn in (0, 1)
        for entry in random.Random(turn).sample(RECORDS, len(RECORDS))
        for message in [entry["messages"][turn]]
    ]
    columns = {"conversation_id": "chat", "account_id": "who", "content": "body"}
    found = run(write_csv(tmp_path / "x.csv", rows), tmp_path, IngestOptions(columns=columns))
    same(found, expected)
    assert found.counts["read"] == len(RECORDS)


def test_csv_conversation_of_two_accounts_is_refused(tmp_path: Path) -> None:
    rows = [
        {"conversation_id": "c", "account_id": a, "role": "user", "content": "hi"} for a in ("x", "", "y")
    ]
    found = run(write_csv(tmp_path / "x.csv", rows), tmp_path)
    assert found.reasons == {2: "bad_row"}


def test_csv_bad_rows_have_their_lines(tmp_path: Path) -> None:
    body = (
        b"\xef\xbb\xbfconversation_id,account_id,text\r\n"
        b'c1,a1,"two\r\nlines"\r\n'  # lines 2 and 3
        b"c2,a2\r\n"
        b"c3,a3,too,many\r\n"
        b"\r\n"
        b"c4,a4,caf\xe9\r\n"
        b'c5,a5,"mis"quoted\r\n'
        b"c6,a6,nul\x00 inside\r\n"
        b",a7,no id\r\n"
        b"c8,a8,fine\r\n"
        b'c9,a9,"never closed'
    )
    (tmp_path / "x.csv").write_bytes(body)
    found = run(source(tmp_path / "x.csv"), tmp_path, IngestOptions(format="csv"))
    assert found.reasons == {
        4: "bad_row",
        5: "bad_row",
        7: "invalid_utf8",
        8: "bad_row",
        10: "missing_conversation_id",
        12: "bad_row",
    }
    assert sorted(found.ids) == ["c1", "c6", "c8"]
    assert found.counts["blank"] == 1
    assert found.counts["read"] == found.total() == 10


@pytest.mark.parametrize(
    "header",
    [
        ",conversation_id,account_id,text",  # as data frames write their index
        "n, conversation_id, account_id , text",
        "\n \nn,conversation_id,account_id,text",
        "\ufeff\r\nn,conversation_id,account_id,text",
    ],
)
def test_csv_headers_as_people_and_programs_write_them(tmp_path: Path, header: str) -> None:
    (tmp_path / "x.csv").write_text(f"{header}\n1,c1,a1,Why?\n2,c2,a2,How?\n")
    found = run(source(tmp_path / "x.csv"), tmp_path)
    assert found.conversations["conversation_id"].to_list() == ["c1", "c2"]
    assert found.conversations["account_id"].to_list() == ["a1", "a2"]
    assert found.counts["read"] == found.total() == 2 + found.counts["blank"]
    assert sniff(source(tmp_path / "x.csv")).column_map == {"text": "text"}


@pytest.mark.parametrize("first", ["c0,a0", "c0,a0,too,many", 'c0,a0,"mis"quoted'])
def test_csv_whose_first_row_is_broken_is_still_csv(tmp_path: Path, first: str) -> None:
    (tmp_path / "x.csv").write_text(f"conversation_id,account_id,text\n{first}\nc1,a1,Why?\nc2,a2,How?\n")
    found = run(source(tmp_path / "x.csv"), tmp_path)
    assert (found.ids, found.reasons) == (["c1", "c2"], {2: "bad_row"})


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("conversation_id,account_id,text,text,note,note\nc1,a1,Why?,How?,1,2\n")
    with pytest.raises(UserError, match=r"x\.csv has two columns 'text': rename one"):
        run(source(tmp_path / "x.csv"), tmp_path)
    (tmp_path / "x.csv").write_text("conversation_id,account_id,text,note,note\nc1,a1,Why?,1,2\n")
    assert run(source(tmp_path / "x.csv"), tmp_path).ids == ["c1"], (
        "of columns that nothing reads, there may be two"
    )


def test_files_without_a_record_are_passed_over_beside_others(tmp_path: Path, expected: Ingested) -> None:
    (tmp_path / "night.gz").write_bytes(gzip.compress(b"", mtime=0))
    (tmp_path / "blank").write_bytes(b"\xef\xbb\xbf\n  \n")
    plain = source(tmp_path / "plain.jsonl")
    found = run([source(tmp_path / "night.gz"), plain, source(tmp_path / "blank")], tmp_path)
    assert_frame_equal(found.conversations, expected.conversations)
    assert found.counts["blank"] == 2
    assert found.counts["read"] == found.total()


@pytest.mark.parametrize("body", [gzip.compress(b"", mtime=0), b"\n  \n", b"\xef\xbb\xbf"])
def test_files_without_a_record_alone(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "x").write_bytes(body)
    with pytest.raises(UserError, match="x holds no record: give a file"):
        run(source(tmp_path / "x"), tmp_path)
    with pytest.raises(UserError, match="x holds no record"):
        sniff(source(tmp_path / "x"))


def test_jsonl_with_a_map_into_nested_keys(tmp_path: Path, expected: Ingested) -> None:
    rows = [
        {"id": entry["conversation_id"], "user": {"id": entry["account_id"]}, "time": entry["created_at"]}
        | {"turns": entry["messages"], "metadata": entry["metadata"]}
        for entry in RECORDS
    ]
    columns = {"conversation_id": "id", "account_id": "user.id", "created_at": "time", "messages": "turns"}
    same(run(jsonl(tmp_path / "y.jsonl", rows), tmp_path, IngestOptions(columns=columns)), expected)


def test_sniff_tells_format_and_guesses_columns(tmp_path: Path) -> None:
    rows = [{"id": "c1", "user_id": "u", "timestamp": "2026-06-01", "prompt": "Why?", "note": 1}]
    found = sniff(write_csv(tmp_path / "x.csv", rows))
    assert found.format == "csv"
    assert found.columns == ("id", "user_id", "timestamp", "prompt", "note")
    guessed = {"conversation_id": "id", "account_id": "user_id", "created_at": "timestamp", "text": "prompt"}
    assert found.column_map == guessed
    assert found.first_problem is None
    plain = sniff(jsonl(tmp_path / "x.jsonl", [RECORDS[0], b"", b"{"]))
    assert (plain.format, plain.column_map, plain.first_problem) == (
        "jsonl",
        {},
        (3, "The line is not one JSON value."),
    )
    pl.DataFrame(RECORDS).write_parquet(tmp_path / "x.parquet")
    assert sniff(source(tmp_path / "x.parquet")).format == "parquet"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b'\n \n{"conversation_id": "c", "x": "' + b"y" * 300_000 + b'"}\n', "jsonl"),
        (b"first, a broken line\n" + orjson.dumps(RECORDS[0]), "jsonl"),
        (b"\xef\xbb\xbf" + orjson.dumps(RECORDS[0]), "jsonl"),
        (b'conversation_id;messages\nc1;"[\n{""role"": ""user"", ""content"": ""hi""}\n]"\n', "csv"),
        (b'conversation_id,text\nc1,"' + b"y" * 300_000 + b'"\n', "csv"),
    ],
)
def test_formats_are_told_by_content(tmp_path: Path, body: bytes, name: str) -> None:
    (tmp_path / "x").write_bytes(body)
    assert sniff(source(tmp_path / "x")).format == name


def test_sniff_of_a_table_without_needed_columns_says_so(tmp_path: Path) -> None:
    found = sniff(write_csv(tmp_path / "x.csv", [{"alpha": 1, "beta": 2}]))
    assert found.first_problem is not None
    assert found.first_problem[0] == 0
    with pytest.raises(UserError, match="conversation_id"):
        run(source(tmp_path / "x.csv"), tmp_path)
