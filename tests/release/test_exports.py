"""Exports: the tables come back as they were, every file carries the claim, no text runs as a formula."""

import csv
import json
import os
from itertools import count
from pathlib import Path

import polars as pl
import pytest

from clio.errors import UserError
from clio.release.exports import CLAIM_FILE, FORMATS, export
from clio.release.reader import read_release
from clio.release.schema import TABLES
from tests.sample_release import sample_release

HOSTILE = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n@x", "＝1",
    "\u200b=1", "\ufeff+1", "﹦1", "−1", 'quote " and, comma',
)  # fmt: skip


@pytest.fixture
def release(tmp_path):
    return read_release(sample_release(tmp_path / "run", 30, names=HOSTILE))


def test_csv_comes_back_with_the_claim_in_every_row(release, tmp_path):
    export(release, "csv", tmp_path / "out")
    for name, schema in TABLES.items():
        table = pl.read_csv(tmp_path / "out" / f"{name}.csv", try_parse_dates=True)
        assert set(table["claim"]) == {release.manifest.policy.claim}
        assert set(table["release_id"]) == {release.manifest.release_id}
        original = getattr(release, name)
        for column in schema:
            if original[column].dtype.is_numeric():
                assert table[column].cast(original[column].dtype).equals(original[column], null_equal=True)


def test_csv_neutralises_formulas_and_nothing_else(release, tmp_path):
    export(release, "csv", tmp_path / "out")
    with open(tmp_path / "out" / "clusters.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    originals = release.clusters["name"].to_list()
    for row, original in zip(rows, originals, strict=True):
        first = original.lstrip(" \t\r\n\u200b\ufeff")[:1]
        risky = first in "=+-@＝﹦−" or original[0] in "\t\r"
        assert row["name"] == ("'" + original if risky else original)
    assert sum(row["name"].startswith("'") for row in rows) == len(HOSTILE) - 1


def test_parquet_comes_back_exactly_with_the_claim_in_its_metadata(release, tmp_path):
    export(release, "parquet", tmp_path / "out")
    for name in TABLES:
        path = tmp_path / "out" / f"{name}.parquet"
        assert pl.read_parquet(path).equals(getattr(release, name))
        assert pl.read_parquet_metadata(path)["claim"] == release.manifest.policy.claim


def test_json_comes_back_with_claim_and_manifest(release, tmp_path):
    export(release, "json", tmp_path / "out")
    content = json.loads((tmp_path / "out" / "release.json").read_text(encoding="utf-8"))
    assert next(iter(content)) == "claim"
    assert content["claim"] == release.manifest.policy.claim
    assert content["manifest"]["release_id"] == release.manifest.release_id
    for name in TABLES:
        table = getattr(release, name)
        rows = content[name]
        assert [list(row) for row in rows[:1]] == [table.columns]
        assert [row["conversations"] for row in rows] == table["conversations"].to_list()
    assert content["timeline"][0]["period_start"] == str(release.timeline["period_start"][0])


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_files_returned_are_the_files_written(release, tmp_path, fmt):
    paths = export(release, fmt, tmp_path / "new" / "out")
    assert set(paths) == set((tmp_path / "new" / "out").iterdir())
    assert release.manifest.policy.claim in (tmp_path / "new" / "out" / "CLAIM.txt").read_text()


def test_an_earlier_export_is_replaced_whatever_its_format(release, tmp_path):
    export(release, "csv", tmp_path / "out")
    paths = export(release, "json", tmp_path / "out")
    assert set(paths) == set((tmp_path / "out").iterdir())


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_release_gives_the_same_bytes(release, tmp_path, fmt):
    one, two = (export(release, fmt, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def die_at(monkeypatch, number):
    """Die at the `number`-th change that the export makes to the disk."""
    seen = []

    def die(real):
        def changed(*arguments, **options):
            seen.append(arguments)
            if len(seen) == number:
                raise KeyboardInterrupt
            return real(*arguments, **options)

        return changed

    for name in ("rename", "unlink", "write_text", "mkdir", "rmdir"):
        monkeypatch.setattr(Path, name, die(getattr(Path, name)))
    for name in ("write_csv", "write_parquet"):
        monkeypatch.setattr(pl.DataFrame, name, die(getattr(pl.DataFrame, name)))


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("earlier", [None, "csv", "parquet"])
def test_an_export_that_dies_leaves_the_earlier_one_or_none_that_looks_whole(
    release, tmp_path, monkeypatch, fmt, earlier
):
    for number in count(1):
        out = tmp_path / str(number)
        if earlier is not None:
            export(release, earlier, out)
        before = {path.name: path.read_bytes() for path in out.iterdir()} if out.exists() else {}
        with monkeypatch.context() as patch:
            die_at(patch, number)
            try:
                export(release, fmt, out)
            except KeyboardInterrupt:
                pass
            else:
                break
        left = (
            {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} if out.exists() else {}
        )
        whole = {path.name for path in export(release, fmt, tmp_path / f"whole-{number}")}
        assert CLAIM_FILE not in left or left == before or set(left) == whole
        assert set(export(release, fmt, out)) == set(out.iterdir())
    assert number > 5


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(release, tmp_path):
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(UserError, match="choose another --out"):
        export(release, "csv", tmp_path / "shut" / "out")


@pytest.mark.parametrize("foreign", ["thesis.docx", "clusters.csv"])
def test_other_files_are_never_touched(release, tmp_path, foreign):
    """Also files that have the name of an export's, when no claim says that they are one."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / foreign).write_text("mine")
    with pytest.raises(UserError, match="out"):
        export(release, "csv", tmp_path / "out")
    assert (tmp_path / "out" / foreign).read_text() == "mine"
    assert [path.name for path in (tmp_path / "out").iterdir()] == [foreign]


def test_a_release_is_not_overwritten_by_an_export_of_it(release):
    with pytest.raises(UserError):
        export(release, "parquet", Path(release.path))


def test_an_empty_release_exports(tmp_path):
    release = read_release(sample_release(tmp_path / "run", 3))
    empty = type(release)(
        release.path,
        release.manifest,
        release.clusters.clear(),
        release.breakdowns.clear(),
        release.timeline.clear(),
    )
    for fmt in FORMATS:
        export(empty, fmt, tmp_path / fmt)


@pytest.mark.parametrize("fmt", ["xlsx", "aei", "CSV", ""])
def test_an_unknown_format_is_one_sentence(release, tmp_path, fmt):
    with pytest.raises(UserError, match="choose one of csv, parquet, json"):
        export(release, fmt, tmp_path / "out")
    assert not (tmp_path / "out").exists()
