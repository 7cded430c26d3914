"""The policy `dp` from the command line: what it publishes, what it charges, and what it refuses."""

import json
import shutil

import polars as pl
import pytest

from clio.policies import DP, claim_sentence
from clio.release.reader import read_release
from clio.release.verify import verify

WINDOW = ("--since", "2026-01-01", "--until", "2027-01-01")


@pytest.fixture
def dp(tiny_encoder, tmp_path):
    """Options of a run under `dp` that takes seconds, charged to a ledger of its own."""
    ledger = tmp_path / "ledger" / "budget.jsonl"
    settings = {"privacy.expected_accounts": 1000, "privacy.budget_file": ledger}
    options = [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
    return ("--embedder", tiny_encoder, "--policy", "dp", "--epsilon", 4, *options)


def charges(tmp_path):
    file = tmp_path / "ledger" / "budget.jsonl"
    return file.read_text().splitlines() if file.exists() else []


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def test_a_release_under_dp_is_sound_claims_its_sentence_and_tells_no_count_of_its_own(
    clio, conversations, tmp_path, dp
):
    out = tmp_path / "out"
    outcome = clio("run", conversations, "--out", out, *dp, *WINDOW)
    assert outcome.code == 0, outcome.err
    release = read_release(out)
    assert [check for check in verify(out).checks if not check.ok] == []
    stamped = release.manifest.policy
    assert stamped.claim.startswith(claim_sentence(DP, "account", 4.0, release.manifest.budget.delta))
    assert release.manifest.counts == {}
    assert release.manifest.pooled == {}
    assert release.manifest.window == {"start": "2026-01-01", "end": "2026-12-31"}, "declared, not observed"
    days = {(line["first_day"], line["last_day"]) for line in map(json.loads, charges(tmp_path))}
    assert days == {("2026-01-01", "2026-12-31")}
    base = release.clusters.filter(level=0)
    assert base.height >= 1
    assert base.select((pl.col("accounts_low") <= pl.col("accounts")).all()).item()
    assert base.select((pl.col("accounts") <= pl.col("accounts_high")).all()).item()
    # 350 accounts, one conversation of each: the noise on their sum is sigma times the root of the clusters.
    assert abs(base["accounts"].sum() - 350) < 6 * stamped.parameters["size_noise"] * base.height**0.5 + 40

    for kind in ("csv", "json"):
        assert clio("export", out, "--format", kind, "--out", tmp_path / kind).code == 0
    exported = "".join(path.read_text() for path in (tmp_path / "csv").glob("*.csv"))
    assert "jointly (4," in exported


def test_the_same_run_again_draws_and_charges_nothing(clio, conversations, tmp_path, dp):
    out = tmp_path / "out"
    assert clio("run", conversations, "--out", out, *dp).code == 0
    before, paid = contents(out / "release"), charges(tmp_path)
    assert len(paid) == len({json.loads(line)["id"] for line in paid})
    assert {json.loads(line)["first_day"] for line in paid} == {None}, (
        "days that were not declared are private"
    )
    assert read_release(out).manifest.window == {"start": None, "end": None}
    shutil.rmtree(out / "release")
    assert clio("run", conversations, "--out", out, *dp).code == 0
    after = contents(out / "release")
    assert charges(tmp_path) == paid
    assert {n: b for n, b in after.items() if n != "manifest.json"} == {
        n: b for n, b in before.items() if n != "manifest.json"
    }


def test_a_window_that_is_charged_to_its_limit_is_refused_and_nothing_is_written(
    clio, conversations, tmp_path, dp
):
    """Two releases of 4 together cost less than 8, but more than 5."""
    limited = (*dp, "--set", "privacy.budget_epsilon=5")
    assert clio("run", conversations, "--out", tmp_path / "one", *limited).code == 0
    paid = charges(tmp_path)
    outcome = clio("run", conversations, "--out", tmp_path / "three", *limited)
    assert outcome.code in (1, 2)
    assert outcome.err.strip().splitlines()[-1].startswith("clio: ")
    assert "Traceback" not in outcome.err
    assert charges(tmp_path) == paid
    assert not (tmp_path / "three" / "release").exists()


def test_a_changed_conversation_is_another_window_and_everything_is_charged_again(
    clio, conversations, tmp_path, dp
):
    """Only a metadata field that nothing is broken down by changes, so no count does."""
    changed = tmp_path / "changed.jsonl"
    rows = [json.loads(line) for line in conversations.read_text().splitlines()]
    changed.write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "out"
    assert clio("run", changed, "--out", out, *dp).code == 0
    mechanisms = sorted(json.loads(line)["id"].partition("-")[0] for line in charges(tmp_path))
    rows[0]["metadata"] = {**(rows[0].get("metadata") or {}), "note": "new"}
    changed.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert clio("run", changed, "--out", out, *dp).code == 0
    again = sorted(json.loads(line)["id"].partition("-")[0] for line in charges(tmp_path))
    assert again == sorted(mechanisms * 2)


def test_a_window_without_conversations_is_a_release_without_clusters(clio, conversations, tmp_path, dp):
    outcome = clio(
        "run", conversations, "--out", tmp_path / "out", *dp, "--since", "2001-01-01", "--until", "2001-02-01"
    )
    assert outcome.code == 0, outcome.err
    release = read_release(tmp_path / "out")
    assert release.clusters.is_empty()
    (note,) = [note for note in release.manifest.notes if note.startswith("Too little data")]
    assert "noisy" in note
    assert "20%" not in note, "no share of an account is looked at"
    assert [check for check in verify(tmp_path / "out").checks if not check.ok] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--epsilon", "0"), "epsilon"),
        (("--epsilon", "-1"), "epsilon"),
        (("--epsilon", "9"), "choose at most 8"),
        (("--set", "privacy.expected_accounts=100"), "too few for any cluster"),
        (("--sample", "100"), "leave the sample out"),
    ],
)
def test_a_plan_that_cannot_be_is_one_sentence_and_nothing_is_written(
    clio, conversations, tmp_path, dp, options, said
):
    outcome = clio("run", conversations, "--out", tmp_path / "out", *dp, *options)
    assert outcome.code in (1, 2)
    assert said in outcome.err
    assert len([line for line in outcome.err.splitlines() if line.startswith("clio: ")]) == 1
    assert "Traceback" not in outcome.err
    assert charges(tmp_path) == []
    assert not (tmp_path / "out" / "release").exists()
    assert not (tmp_path / "out" / "workspace" / "conversations").exists(), "refused before anything is read"


def test_public_files_that_were_changed_are_refused_before_anything_is_drawn(
    clio, conversations, tmp_path, dp, monkeypatch
):
    from clio.public import phrases

    phrases.load_phrases.cache_clear()
    monkeypatch.setattr(phrases, "PHRASES_SHA256", "0" * 64)
    outcome = clio("run", conversations, "--out", tmp_path / "out", *dp)
    phrases.load_phrases.cache_clear()
    assert outcome.code in (1, 2)
    assert "does not match its pinned SHA-256" in outcome.err
    assert charges(tmp_path) == []
    assert not (tmp_path / "out" / "release").exists()
