"""The report says every number twice, to a machine and to a reader, and only to who may read it."""

import json

import polars as pl
import pytest

from clio.errors import UserError
from privacy_evals.report import Check, Section, as_record, read_record, write_report

SECTION = Section(
    name="example",
    question="Does it hold?",
    method="By looking.",
    tables={
        "Found | here": pl.DataFrame(
            {"policy": ["a|b", None], "share": [0.5, float("nan")], "n": [1200, None]}
        )
    },
    checks=(Check("it holds", True, "0 of 3."), Check("it holds twice", False, "2 of 3.")),
    notes=("A note.",),
)


def test_both_files_say_the_same_and_only_their_owner_reads_them(tmp_path):
    out = tmp_path / "report"
    write_report([SECTION], out, {"scale": "quick", "seed": "0"})
    record = json.loads((out / "report.json").read_text())
    text = (out / "report.md").read_text()
    assert record["passed"] is False
    assert record["about"] == {"scale": "quick", "seed": "0"}
    assert record["sections"][0]["tables"]["Found | here"]["values"]["share"] == [0.5, None]
    assert "1 of 2 checks FAILED." in text
    for told in ("Does it hold?", "By looking.", r"a\|b", "1,200", "0.5", "2 of 3.", "A note."):
        assert told in text
    assert out.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}


def test_a_folder_that_others_could_read_is_closed(tmp_path):
    tmp_path.chmod(0o755)
    write_report([SECTION], tmp_path, {})
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_stored_section_comes_back_as_it_was():
    back = read_record(json.loads(json.dumps(as_record(SECTION))))
    assert as_record(back) == as_record(SECTION)
    assert back.checks == SECTION.checks


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="choose another --out"):
        write_report([SECTION], tmp_path / "file", {})
