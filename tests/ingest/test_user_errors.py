"""Protects the user's time and the users' text: each mistake is one sentence that quotes nothing private."""

import bz2
import gzip
import lzma
import os
import threading
import time
import traceback
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import orjson
import polars as pl
import pytest
from fsspec.registry import known_implementations
from ingesting import jsonl, record, run

from clio.errors import UserError
from clio.ingest import IngestOptions, Source, content_hash, resolve_inputs, sniff, sources
from clio.ingest.stage import ingest

PRIVATE = "my secret diagnosis"


def source(path: Path) -> Source:
    return Source(str(path), str(path))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("absent.jsonl", "matches no file"),
        ("absent-*.jsonl", "matches no file"),
        ("empty.jsonl", "is empty"),
        ("folder", "is a folder"),
        ("pipe", "is no regular file"),
        ("nosuch://bucket/x.jsonl", "cannot be opened"),
        ("memory://clio-absent/x.jsonl", "matches no file"),
        ("zip://x.jsonl::text.zip", "the archive is damaged or none: copy it again"),
        ("zip://*.jsonl::text.zip", "the archive is damaged or none"),
        ("zip://absent.jsonl::whole.zip", "matches no file"),
        (
            "lacking://bucket/x.jsonl",
            r"cannot be opened by what is installed here\. Install lacking_fs to reach it\.$",
        ),
        ("zip://x.jsonl::lacking://bucket/x.zip", r"Install lacking_fs to reach it\.$"),
        ("http://127.0.0.1:9/x.jsonl", "the server cannot be reached: check the address and the network"),
        ("", "An input is empty: name a file"),
        (" ", "An input is empty"),
    ],
)
def test_inputs_that_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "text.zip").write_text("no archive")
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        archive.writestr("x.jsonl", "{}")
    lacking = {"class": "lacking_fs.FileSystem", "err": "Install lacking_fs to reach it"}
    monkeypatch.setitem(known_implementations, "lacking", lacking)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=sentence) as caught:
        resolve_inputs([text])
    assert text in str(caught.value)


@pytest.mark.parametrize(("status", "sentence"), [(404, "matches no file"), (403, "refuses it .HTTP 403.")])
def test_addresses_of_which_a_server_says_no(status: int, sentence: str) -> None:
    class Refusing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(status)

        def do_HEAD(self) -> None:
            self.send_error(status)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(UserError, match=sentence):
            resolve_inputs([f"http://127.0.0.1:{server.server_port}/x.jsonl"])
        server.shutdown()


def test_an_archive_that_is_damaged_within(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.jsonl", b"\n".join(orjson.dumps(record(n, f"{n * 7919}")) for n in range(999)))
    [inside] = resolve_inputs([f"zip://x.jsonl::{tmp_path / 'x.zip'}"])
    assert run(inside, tmp_path / "scratch").counts["accepted"] == 999
    data = bytearray((tmp_path / "x.zip").read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UserError, match="is in a damaged archive: copy the archive again"):
        run(inside, tmp_path / "scratch")


def test_a_file_that_is_named_in_several_ways_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    jsonl(tmp_path / "c.jsonl", [record()])
    (tmp_path / "link.jsonl").symlink_to("c.jsonl")
    ways = ["c.jsonl", "./c.jsonl", f"../{tmp_path.name}/c.jsonl", str(tmp_path / "c.jsonl"), "*.jsonl"]
    assert [found.name for found in resolve_inputs(ways)] == ["c.jsonl"]


def test_standard_input_that_nobody_copied() -> None:
    with pytest.raises(UserError, match="save it as a file and name that"):
        content_hash(resolve_inputs(["-"]))


def test_no_input() -> None:
    with pytest.raises(UserError, match="No input"):
        resolve_inputs([])


@pytest.mark.parametrize(
    "body",
    [
        b"neither json nor a table " + PRIVATE.encode(),
        b"\xff\xfe" + PRIVATE.encode("utf-16-le"),
        b"\x00\x01\x02binary" + PRIVATE.encode(),
        b"[{" + PRIVATE.encode(),
        b"PAR1" + PRIVATE.encode() * 10,
    ],
)
def test_unknown_and_damaged_formats(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "x").write_bytes(body)
    with pytest.raises(UserError) as caught:
        run(source(tmp_path / "x"), tmp_path / "scratch")
    shown = "".join(traceback.format_exception(caught.value))
    assert str(tmp_path / "x") in str(caught.value)
    assert PRIVATE not in shown
    assert PRIVATE.encode("utf-16-le").decode("latin-1") not in shown
    assert not list((tmp_path / "scratch").iterdir())


TEXT = orjson.dumps(record()) + b"\n" + orjson.dumps(record(2))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (bz2.compress(TEXT), "is packed by bzip2: unpack it, or pack its text with gzip"),
        (lzma.compress(TEXT), "is packed by xz"),
        (gzip.compress(gzip.compress(TEXT, mtime=0), mtime=0), "is gzip within gzip"),
        (b"PK\x03\x04" + TEXT, "is a zip archive or a workbook"),
        (b"\x28\xb5\x2f\xfd" + TEXT, "is packed by zstd"),
        (TEXT.decode().encode("utf-16"), "is UTF-16 or UTF-32 text: save it as UTF-8"),
        (TEXT.decode().encode("utf-16-le"), "is UTF-16 or UTF-32 text"),
        (b"conversation_id,text\nc1,Why?\n".decode().encode("utf-16-be"), "is UTF-16 or UTF-32 text"),
        (TEXT.decode().encode("utf-32-be"), "is UTF-16 or UTF-32 text"),
        (orjson.dumps([record(), record(2)]), "is one JSON document: write one conversation a line"),
        (orjson.dumps([record(), record(2)], option=orjson.OPT_INDENT_2), "is one JSON document"),
        (orjson.dumps(record(), option=orjson.OPT_INDENT_2), "is one JSON document"),
    ],
    ids=str,
)
def test_files_that_would_be_set_aside_line_by_line(tmp_path: Path, body: bytes, sentence: str) -> None:
    """What the whole file is wrong in is said of the file: a quarantine of each of its lines tells nobody why."""
    (tmp_path / "x").write_bytes(body)
    with pytest.raises(UserError, match=sentence):
        run(source(tmp_path / "x"), tmp_path / "scratch")


@pytest.mark.parametrize("damage", ["cut", "middle"])
def test_damaged_gzip_writes_nothing(tmp_path: Path, damage: str) -> None:
    data = bytearray(
        gzip.compress(b"\n".join(orjson.dumps(record(n, os.urandom(30).hex())) for n in range(9999)))
    )
    if damage == "cut":
        del data[len(data) // 2 :]
    else:
        data[len(data) // 2 : len(data) // 2 + 50] = bytes(50)
    (tmp_path / "x.gz").write_bytes(data)
    written: list[str] = []
    with pytest.raises(UserError, match=r"x\.gz is cut short or damaged gzip"):
        ingest(
            [source(tmp_path / "x.gz")],
            IngestOptions(),
            b"k" * 32,
            tmp_path / "scratch",
            10,
            lambda name, _: written.append(name),
        )
    assert written == []
    assert not list((tmp_path / "scratch").iterdir())


def test_parquet_cut_short(tmp_path: Path) -> None:
    pl.DataFrame([record(n) for n in range(500)]).write_parquet(tmp_path / "x.parquet")
    whole = (tmp_path / "x.parquet").read_bytes()
    (tmp_path / "x.parquet").write_bytes(whole[: len(whole) // 2])
    for attempt in (run, sniff):
        with pytest.raises(UserError, match="cannot be read as Parquet"):
            attempt(source(tmp_path / "x.parquet"), *([tmp_path] if attempt is run else []))


def test_maps_that_do_not_fit(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f"id,text\n1,{PRIVATE}\n")
    plain = jsonl(tmp_path / "x.jsonl", [record()])
    cases = [
        (source(tmp_path / "x.csv"), {}, "has no column conversation_id"),
        (source(tmp_path / "x.csv"), {"conversation_id": "idd"}, "no column 'idd'.*conversation_id"),
        (source(tmp_path / "x.csv"), {"conversation_id": "id", "text": "txt"}, "no column 'txt'"),
        (
            source(tmp_path / "x.csv"),
            {"conversation_id": "id", "metadata.day": "day"},
            r"'day'.*columns\.metadata\.",
        ),
        (source(tmp_path / "x.csv"), {"conversation": "id"}, "is no field"),
        (plain, {"messages": "turns"}, "no key 'turns'"),
    ]
    for where, columns, sentence in cases:
        with pytest.raises(UserError, match=sentence) as caught:
            run(where, tmp_path, IngestOptions(columns=columns))
        assert PRIVATE not in str(caught.value)


def test_a_format_that_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no format 'xml'"):
        run(jsonl(tmp_path / "x.jsonl", [record()]), tmp_path, IngestOptions(format="xml"))


def test_files_that_vanish(tmp_path: Path) -> None:
    gone = source(tmp_path / "gone.jsonl")
    for attempt in (lambda: run(gone, tmp_path), lambda: content_hash([gone]), lambda: sniff(gone)):
        with pytest.raises(UserError, match=r"gone\.jsonl cannot be read \(FileNotFoundError\)"):
            attempt()
    options = IngestOptions(exclude_accounts=str(tmp_path / "gone.txt"))
    with pytest.raises(UserError, match=r"there is no file .*gone\.txt"):
        run(jsonl(tmp_path / "x.jsonl", [record()]), tmp_path, options)


def test_bugs_of_the_caller_stay_tracebacks(tmp_path: Path) -> None:
    def write(_: str, __: pl.DataFrame) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        ingest(
            [jsonl(tmp_path / "x.jsonl", [record()])], IngestOptions(), b"k" * 32, tmp_path / "s", 10, write
        )
    assert not list((tmp_path / "s").iterdir())


def test_content_hash_knows_bytes_and_not_order(tmp_path: Path) -> None:
    one, two = jsonl(tmp_path / "1", [record(1)]), jsonl(tmp_path / "2", [record(2)])
    assert content_hash([one, two]) == content_hash([two, one])
    assert content_hash([one]) != content_hash([two])
    assert content_hash([one, one]) != content_hash([one])


def test_a_file_is_hashed_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened = tmp_path / "a.jsonl", []
    path.write_bytes(b"one\n")
    opening = sources._open
    monkeypatch.setattr(sources, "_open", lambda location: opened.append(location) or opening(location))
    long_ago = time.time() - 60
    os.utime(path, (long_ago, long_ago))
    first = content_hash(resolve_inputs([str(path)]))
    assert content_hash(resolve_inputs([str(path)])) == first
    assert len(opened) == 1
    path.write_bytes(b"two\n")
    os.utime(path, (long_ago, long_ago))  # as large, and as old by its own word
    assert content_hash(resolve_inputs([str(path)])) != first


def test_a_file_that_has_just_changed_is_hashed_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    hashes = []
    for text in (b"one\n", b"two\n", b"six\n"):
        path.write_bytes(text)
        hashes.append(content_hash(resolve_inputs([str(path)])))
    assert len(set(hashes)) == 3


def test_scratch_is_private(tmp_path: Path) -> None:
    modes: list[int] = []

    def write(_: str, __: pl.DataFrame) -> None:
        modes.extend(path.stat().st_mode & 0o777 for path in (tmp_path / "s").iterdir())

    ingest([jsonl(tmp_path / "x.jsonl", [record()])], IngestOptions(), b"k" * 32, tmp_path / "s", 10, write)
    assert modes == [0o700]
