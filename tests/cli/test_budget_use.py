"""The privacy budget from the outside: what a run is charged, when it is refused, and what a release then claims."""

import json
import math
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from clio.policies import IN_ALL, WEAKER
from clio.privacy.charges import default_file
from clio.release.reader import read_release


@pytest.fixture
def run(clio, tiny_encoder, conversations, tmp_path):
    """run("a", ...) -> the outcome of a run of a second into DIR a; guarded unless it says otherwise."""

    def start(name: str, *more, source=conversations):
        return clio("run", source, "--out", tmp_path / name, "--embedder", tiny_encoder, "--k", 6, *more)

    return start


def noise_of(out: Path) -> list[Path]:
    return sorted((out / "workspace" / "noise").glob("*.parquet"))


def files_of(out: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (out / "release").iterdir()}


def test_a_run_is_charged_once_and_budget_and_manifest_tell_it(run, clio, conversations, tmp_path):
    for _ in range(2):
        assert run("a").code == 0
    (row,) = json.loads(clio("budget", "--json").out)
    first, last = (date.fromisoformat(row[name]) for name in ("first_day", "last_day"))
    manifest = read_release(tmp_path / "a").manifest
    assert manifest.window == {"start": row["first_day"], "end": row["last_day"]}
    assert row == {
        "source": str(conversations), "first_day": row["first_day"], "last_day": row["last_day"], "releases": 1,
        "policies": ["guarded"], "epsilon": 4.0, "delta": manifest.budget.delta, "limit": None, "left": None,
    }  # fmt: skip
    told = manifest.budget.cumulative
    assert (told["epsilon"], told["delta"]) == (4.0, manifest.budget.delta)
    assert told["releases_a_year"] == math.ceil(365 / ((last - first).days + 1))
    assert 4.0 < told["year_epsilon"] <= 4.0 * told["releases_a_year"]
    ids = pl.read_ndjson(conversations)["account_id"].drop_nulls().unique()
    assert not any(f'"{name}"' in default_file().read_text() for name in ids)
    table = clio("budget", "--source", conversations, "--set", "privacy.budget_epsilon=6").out
    assert str(conversations) in table
    row = next(line for line in table.splitlines() if "guarded" in line)
    assert row.split() == [str(first), "to", str(last), "1", "guarded", "4", "1e-06", "6", "2"]


def test_a_sentence_where_nothing_was_ever_charged(clio):
    assert clio("budget").out == f"No release was ever charged to the privacy budget ({default_file()}).\n"
    outcome = clio("budget", "--source", "sales")
    assert outcome.code == 0
    assert outcome.out.startswith("No release of sales was ever charged")
    assert json.loads(clio("budget", "--json").out) == []
    assert not default_file().exists()


def test_over_budget_is_refused_and_nothing_is_drawn_or_written(run, conversations, tmp_path):
    limit = ("--set", "privacy.budget_epsilon=5")
    assert run("a", *limit).code == 0
    ledger, release, noise = default_file().read_bytes(), files_of(tmp_path / "a"), noise_of(tmp_path / "a")
    for outcome in (run("b", *limit), run("a", "--k", 5, *limit)):
        assert outcome.code == 1
        (sentence,) = [line for line in outcome.err.splitlines() if line.startswith("clio: ")]
        assert outcome.err.endswith(sentence + "\n")
        for part in (str(conversations), " to 20", "ε 4 of at most 5", "raise privacy.budget_epsilon"):
            assert part in sentence
    assert default_file().read_bytes() == ledger
    assert not (tmp_path / "b" / "release").exists()
    assert noise_of(tmp_path / "b") == []
    assert files_of(tmp_path / "a") == release
    assert noise_of(tmp_path / "a") == noise
    assert run("a", "--set", "privacy.budget_epsilon=4").code == 0, "what is stored costs nothing"


def test_where_a_run_is_charged_changes_nothing_and_is_not_published(run, tmp_path):
    assert (
        run("a", "--set", "privacy.source=support", "--set", f"privacy.budget_file={tmp_path / 'x'}").code
        == 0
    )
    release = files_of(tmp_path / "a")
    assert not default_file().exists()
    assert run("a").code == 0
    assert files_of(tmp_path / "a") == release
    text = (tmp_path / "a" / "release" / "manifest.json").read_text()
    assert not any(word in text for word in ("support", "budget_file", "budget_epsilon", "privacy.source"))


def test_a_second_release_of_the_same_days_claims_what_both_come_to(run, clio, tmp_path):
    assert run("a").code == 0
    first = read_release(tmp_path / "a").manifest
    assert "add up" not in first.policy.claim
    assert run("b", "--seed", 5).code == 0
    second = read_release(tmp_path / "b").manifest
    told = second.budget.cumulative
    both = IN_ALL.format(epsilon=f"{told['window_epsilon']:.3g}", delta=f"{told['window_delta']:.3g}")
    assert 4 < told["window_epsilon"] <= 8
    assert second.policy.claim == f"{first.policy.claim} {both}"
    assert clio("verify", tmp_path / "b").code == 0


def test_days_released_one_by_one_add_up_in_a_release_of_both(run, tmp_path):
    """No day is in more than two of the releases, but an account that writes on both days is in all three."""
    halves = (("--until", "2026-06-14"), ("--since", "2026-06-15"), ())
    source = ("--set", "privacy.source=s")
    for number, half in enumerate(halves):
        assert run(f"r{number}", *half, *source).code == 0
    told = read_release(tmp_path / "r2").manifest.budget.cumulative
    assert 4 < told["epsilon"] < told["window_epsilon"] <= 12


def test_days_that_were_released_under_paper_claim_no_more(run, clio, tmp_path):
    assert run("a").code == 0
    assert "weaker" not in read_release(tmp_path / "a").manifest.policy.claim
    assert run("b", "--policy", "paper").code == 0
    for name in ("c", "a"):  # a new one, and the first one again
        assert run(name).code == 0
        claim = read_release(tmp_path / name).manifest.policy.claim
        assert claim.endswith(" " + WEAKER.format(policy="paper"))
        assert "-DP per account" in claim
        assert clio("verify", tmp_path / name).code == 0
    assert "weaker" not in read_release(tmp_path / "b").manifest.policy.claim
    (row,) = json.loads(clio("budget", "--json").out)
    assert (row["releases"], row["policies"]) == (3, ["paper", "guarded"])
    assert 4 < row["epsilon"] <= 8
    assert "Nothing bounds what a release under paper tells" in clio("budget").out


def test_days_that_were_released_per_conversation_promise_an_account_no_more(run, clio, tmp_path):
    assert run("a", "--unit", "conversation").code == 0
    assert "weaker" not in read_release(tmp_path / "a").manifest.policy.claim
    assert run("b").code == 0
    claim = read_release(tmp_path / "b").manifest.policy.claim
    assert claim.endswith(" " + WEAKER.format(policy="guarded, per conversation"))
    assert clio("verify", tmp_path / "b").code == 0
    assert "an account may hold many" in clio("budget").out


def test_a_window_of_unknown_days_counts_for_all(run, clio, conversations, tmp_path):
    undated = tmp_path / "undated.jsonl"
    rows = [json.loads(line) for line in conversations.read_text().splitlines()]
    undated.write_text("".join(json.dumps({**row, "created_at": None}) + "\n" for row in rows))
    assert run("a", "--set", "privacy.source=s").code == 0
    assert run("b", "--set", "privacy.source=s", source=undated).code == 0
    told = read_release(tmp_path / "b").manifest.budget.cumulative
    assert told.keys() == {"epsilon", "delta", "window_epsilon", "window_delta"}
    assert 4 < told["epsilon"] <= 8
    dated, others = json.loads(clio("budget", "--json").out)
    assert (dated["epsilon"], others["epsilon"], others["first_day"]) == (told["epsilon"], 4.0, None)
    assert "all other days" in clio("budget").out


def test_a_damaged_record_is_one_sentence_and_nothing_is_drawn(run, clio, tmp_path):
    assert run("a").code == 0
    lines = default_file().read_text().splitlines(keepends=True)
    default_file().write_text("".join(lines).replace("guarded", "paper", 1))
    for outcome in (run("b"), clio("budget")):
        assert outcome.code == 1
        assert outcome.err.splitlines()[-1].startswith(f"clio: {default_file()}, line 1: ")
    assert noise_of(tmp_path / "b") == []
    assert not (tmp_path / "b" / "release").exists()
