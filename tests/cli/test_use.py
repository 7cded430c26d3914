"""Every command's normal use."""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from types import SimpleNamespace

import polars as pl
import pytest
from typer.main import get_command

from clio.cli.main import EXAMPLES, app
from clio.privacy.gate import band
from clio.release.reader import read_release
from clio.settings import load_settings

COMMANDS = (
    "demo",
    "init",
    "check",
    "estimate",
    "run",
    "show",
    "dashboard",
    "verify",
    "export",
    "budget",
)  # in the order of use


@pytest.fixture
def small(tiny_encoder):
    """Options of a run that takes a second."""
    return ("--embedder", tiny_encoder, "--k", 6, "--policy", "paper")


def test_help_names_every_command_and_every_command_explains_its_options(clio):
    overview = clio("--help")
    assert overview.code == 0
    listed = [line.split()[1] for line in overview.out.splitlines() if re.match(r"│ [a-z]", line)]
    groups = ("sae", "eval")
    assert [name for name in listed if name not in groups] == list(COMMANDS)
    assert [name for name in listed if name in groups] == list(groups), "groups of commands"
    for command in COMMANDS:
        page = clio(command, "--help")
        assert page.code == 0
        assert f"\n clio {command}" in page.out, "an example"
        rows = [line.strip("│ ") for line in page.out.splitlines() if line.startswith("│")]
        options = [row for row in rows if row.startswith("--")]
        assert len(options) > (command not in {"verify"})
        assert all(re.search(r"  [A-Z]", row) for row in options), "every option has its sentence"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_of_the_help_is_one_that_the_command_takes(command):
    """The options named in examples exist: an example that fails is worse than none."""
    known = {name for option in get_command(app).commands[command].params for name in option.opts}
    for example in EXAMPLES[command]:
        words = shlex.split(example.rpartition("| ")[2])
        assert words[:2] == ["clio", command]
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("show", "RELEASE"), {"PYTHONIOENCODING": "latin-1"}),
        (("check", "INPUT"), {"PYTHONIOENCODING": "latin-1"}),
        (("show", "RELEASE", "--json"), {"LC_ALL": "C"}),
        (("run", "--help"), {"LC_ALL": "C", "COLUMNS": "40"}),
    ],
    ids=str,
)
def test_any_terminal_will_do(guarded_run, conversations, arguments, environment):
    """Neither an encoding that lacks a character, nor a reader that goes away, nor a narrow terminal is an error."""
    given = [{"RELEASE": str(guarded_run), "INPUT": str(conversations)}.get(word, word) for word in arguments]
    done = subprocess.run(
        f"{shlex.join([sys.executable, '-m', 'clio', *given])} | head -n 3; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, timeout=120, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert done.stderr == b""
    assert done.returncode == 0
    assert done.stdout


def test_a_tree_keeps_to_a_narrow_terminal(clio, guarded_run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, clio("show", guarded_run).out.splitlines())) <= 40


def test_no_arguments_show_the_help(clio):
    assert "Usage: clio" in clio().out + clio().err


def test_run_ends_with_the_tree_the_places_and_the_claim(clio, conversations, small, tmp_path):
    outcome = clio("run", conversations, "--out", tmp_path / "out", *small)
    assert outcome.code == 0
    release = read_release(tmp_path / "out")
    for name in release.clusters["name"].head(3):
        assert name in outcome.out
    words = " ".join(outcome.out.split())
    assert release.manifest.policy.claim in words
    assert f"clio dashboard {tmp_path / 'out'}" in words
    assert all(words.count(note) == 1 for note in release.manifest.notes), "a note is said once"
    steps = outcome.err.splitlines()
    assert steps[0].startswith("[ 1/13] Reading conversations")
    assert len(steps) == 13
    again = clio("run", conversations, "--out", tmp_path / "out", *small)
    assert again.out == outcome.out
    assert all("already done" in line for line in again.err.splitlines())


def test_standard_input_is_read_to_its_end(clio, conversations, small, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(conversations.read_bytes())))
    assert clio("run", "-", "--out", tmp_path / "piped", *small).code == 0
    assert clio("run", conversations, "--out", tmp_path / "file", *small).code == 0
    piped, file = read_release(tmp_path / "piped"), read_release(tmp_path / "file")
    assert piped.manifest.release_id == file.manifest.release_id


def test_check_reads_standard_input(clio, conversations, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(conversations.read_bytes())))
    piped = clio("check", "-")
    assert piped.code == 0
    assert piped.out.replace("clio run -", f"clio run {conversations}") == clio("check", conversations).out


def test_init_guesses_the_columns_of_standard_input(clio, monkeypatch, tmp_path):
    table = b"chat,user,when,prompt\nc1,u1,2026-06-01,hi\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(table)))
    told = clio("init", "-", "--out", tmp_path / "clio.toml")
    assert told.code == 0
    assert load_settings(tmp_path / "clio.toml").ingest.format == "csv"


def test_check_tells_of_a_list_of_accounts_that_excludes_nobody(clio, conversations, tmp_path):
    """Else a list with a slip in it passes for one that was obeyed."""
    (tmp_path / "accounts").write_text("nobody\n")
    given = ("--set", f"ingest.exclude_accounts={tmp_path / 'accounts'}")
    assert re.search(r"^  excluded +0$", clio("check", conversations, *given).out, re.MULTILINE)
    assert "excluded" not in clio("check", conversations).out


def test_window_and_sample(clio, conversations, small, tmp_path):
    days = ("--since", "2026-06-05", "--until", "2026-06-20")
    assert clio("run", conversations, "--out", tmp_path, *small, *days, "--sample", 300).code == 0
    manifest = read_release(tmp_path).manifest
    assert manifest.counts["conversations"] == band(300)
    assert manifest.counts["outside_window"] != band(0)
    assert "2026-06-05" <= manifest.window["start"] <= manifest.window["end"] <= "2026-06-19"


def test_which_counts_are_told_follows_from_the_settings_alone(clio, conversations, small, tmp_path):
    """Else that a count is there tells whether one record was left out or none, whatever it is rounded to."""
    always = {"read", "duplicate", "quarantined", "not_clustered"}
    own = {"conversations", "accounts", "conversations_without_account"}
    (tmp_path / "accounts").write_text("nobody\n")
    asked = {
        "excluded": ("--set", f"ingest.exclude_accounts={tmp_path / 'accounts'}"),
        "outside_window": ("--since", "2020-01-01"),
        "not_sampled": ("--sample", 10_000),
    }
    for name, options in {"": (), **asked}.items():
        assert clio("run", conversations, "--out", tmp_path / "out", *small, *options).code == 0
        counts = read_release(tmp_path / "out").manifest.counts
        assert counts.keys() - own == always | ({name} if name else set())
        assert {counts[told] for told in {"duplicate", name} & counts.keys()} <= {0, band(0)}


def test_flag_over_set_over_environment_over_file(clio, conversations, small, tmp_path, monkeypatch):
    config = tmp_path / "clio.toml"
    config.write_text("[privacy]\nmin_accounts = 16\nmin_conversations = 31\n[clustering]\nseed = 1\nk = 3\n")
    monkeypatch.setenv("CLIO_PRIVACY__MIN_CONVERSATIONS", "32")
    monkeypatch.setenv("CLIO_CLUSTERING__SEED", "2")
    options = ("--config", config, "--set", "clustering.seed=3", "--set", "clustering.k=4")
    assert clio("run", conversations, "--out", tmp_path / "out", *small, *options).code == 0
    settings = read_release(tmp_path / "out").manifest.settings
    assert settings["privacy"]["min_accounts"] == 16
    assert settings["privacy"]["min_conversations"] == 32
    assert settings["clustering"]["seed"] == 3
    assert settings["clustering"]["k"] == 6


def test_too_little_data_is_a_release_that_says_so(clio, conversations, small, tmp_path):
    few = tmp_path / "few.jsonl"
    few.write_text("".join(conversations.read_text().splitlines(keepends=True)[:12]))
    outcome = clio("run", few, "--out", tmp_path / "out", *small)
    assert outcome.code == 0
    told = outcome.err.splitlines()
    little = told.index("Nothing can be published: a group needs 30 conversations of 15 accounts.")
    assert any("Extracting facets" in line for line in told[little:]), "said before the work"
    assert told[little] in clio("check", few).out
    assert "Too little data" in " ".join(outcome.out.split())
    assert read_release(tmp_path / "out").clusters.is_empty()
    assert clio("verify", tmp_path / "out").code == 0


def test_a_large_epsilon_that_is_allowed_is_stamped(clio, conversations, tiny_encoder, tmp_path):
    given = ("--embedder", tiny_encoder, "--k", 4, "--epsilon", 9)
    allowed = ("--set", "privacy.allow_large_epsilon=true")
    outcome = clio("run", conversations, "--out", tmp_path / "out", *given, *allowed)
    assert outcome.code == 0, outcome.err
    manifest = read_release(tmp_path / "out").manifest
    assert manifest.settings["privacy"]["allow_large_epsilon"] is True
    assert manifest.budget.epsilon == pytest.approx(9)
    assert clio("verify", tmp_path / "out").code == 0
    assert "allow_large_epsilon" in clio("check", conversations, "--set", "privacy.epsilon=9").out


def test_demo_makes_its_own_conversations(clio, tiny_encoder, tmp_path):
    out = tmp_path / "demo"
    size = ("--conversations", 300, "--accounts", 150)
    outcome = clio("demo", "--out", out, *size, "--k", 4, "--set", f"embedding.model={tiny_encoder}")
    assert outcome.code == 0
    assert len((out / "input" / "conversations.jsonl").read_text().splitlines()) == 300
    assert (out / "input").stat().st_mode & 0o077 == 0
    assert (out / "input" / "conversations.jsonl").stat().st_mode & 0o077 == 0
    assert set(read_release(out).breakdowns["dimension"]) & {"plan", "product"}


def test_check_counts_and_keeps_nothing(clio, conversations, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    outcome = clio("check", conversations)
    assert outcome.code == 0
    rows = [line.split() for line in outcome.out.splitlines() if line.startswith("  ")]
    assert ["conversations", "700"] in rows
    assert outcome.out.endswith(f"\nNext: clio run {conversations}\n")
    unit = clio("check", conversations, "--unit", "conversation", "--set", "clustering.k=7")
    assert unit.out.endswith(f"clio run {conversations} --unit conversation --set clustering.k=7\n")
    for policy in ("Under guarded", "Under paper"):
        assert policy in outcome.out
    assert list(tmp_path.iterdir()) == []


def test_init_writes_settings_that_load_as_the_defaults(clio, conversations, tmp_path):
    assert clio("init", "--out", tmp_path / "plain.toml").code == 0
    assert load_settings(tmp_path / "plain.toml") == load_settings()
    table = tmp_path / "chats.csv"
    table.write_text("chat,user,when,prompt\n" + "".join(f"c{i},u{i},2026-06-01,hi {i}\n" for i in range(5)))
    guessed = tmp_path / "guessed.toml"
    told = clio("init", table, "--out", guessed)
    assert told.code == 0
    assert told.out.endswith(f"Next: clio check {table} --config {guessed}\n")
    assert load_settings(guessed).ingest.format == "csv"
    assert "accepted 5" in " ".join(clio("check", table, "--config", guessed).out.split())


@pytest.mark.parametrize("account", ["who", None])
def test_a_run_takes_what_init_wrote_unchanged(clio, conversations, small, tmp_path, account):
    """Also of a file without accounts: then every number counts conversations, and the claim says so."""
    rows = [json.loads(line) for line in conversations.read_text().splitlines()]
    columns = {"thread": "conversation_id", account: "account_id", "sent at": "created_at"}
    table = pl.DataFrame(
        [{name: row[field] for name, field in columns.items() if name} | {
            "question": row["messages"][0]["content"], "answer": "Yes, as you wish."
        } for row in rows]
    )  # fmt: skip
    table.write_csv(tmp_path / "chats.csv", separator=";")
    assert clio("init", tmp_path / "chats.csv", "--out", tmp_path / "clio.toml").code == 0
    options = ("--config", tmp_path / "clio.toml", "--out", tmp_path / "out")
    assert clio("run", tmp_path / "chats.csv", *options, *small).code == 0
    manifest = read_release(tmp_path / "out").manifest
    assert manifest.counts["conversations"] == band(len(rows))
    assert manifest.policy.parameters["unit"] == ("account" if account else "conversation")
    assert manifest.window["start"] is not None


def test_every_default_that_init_shows_can_be_uncommented(clio, tmp_path):
    clio("init", "--out", tmp_path / "clio.toml")
    lines = (tmp_path / "clio.toml").read_text().splitlines()
    shown = [re.sub(r"^# (\w+ = .)", r"\1", line) for line in lines]
    assert sum(before != after for before, after in zip(lines, shown, strict=True)) > 15
    (tmp_path / "all.toml").write_text("\n".join(shown))
    assert load_settings(tmp_path / "all.toml") == load_settings()


def test_show_prints_the_tree_or_json(clio, guarded_run):
    tree = clio("show", guarded_run)
    release = read_release(guarded_run)
    assert tree.code == 0
    assert release.manifest.release_id in tree.out
    document = json.loads(clio("show", guarded_run / "release", "--json").out)
    assert document["manifest"]["release_id"] == release.manifest.release_id
    assert len(document["clusters"]) == release.clusters.height


@pytest.mark.parametrize("policy", ["guarded", "paper"])
def test_verify_passes_a_real_release(clio, policy, request):
    outcome = clio("verify", request.getfixturevalue(f"{policy}_run"))
    assert outcome.code == 0, outcome.out
    assert " 0 failed." in outcome.out
    assert "Only the gate that made the release can attest:" in outcome.out


def test_verify_fails_a_changed_release(clio, guarded_run, tmp_path):
    shutil.copytree(guarded_run / "release", tmp_path / "release")
    path = tmp_path / "release" / "clusters.parquet"
    pl.read_parquet(path).with_columns(pl.col("conversations") + 10).write_parquet(path)
    outcome = clio("verify", tmp_path / "release")
    assert outcome.code == 1
    assert "FAIL" in outcome.out


@pytest.mark.parametrize("form", ["csv", "parquet", "json"])
def test_export_writes_each_format(clio, guarded_run, tmp_path, form):
    outcome = clio("export", guarded_run, "--format", form, "--out", tmp_path / form)
    assert outcome.code == 0
    written = outcome.out.split()
    assert written
    assert {path.name for path in (tmp_path / form).iterdir()} == {path.rsplit("/", 1)[1] for path in written}
    assert any(path.endswith(form) for path in written)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([], "bundled"),
        (["--activations", "off"], "off"),
        (["--set", "sae.activations=off"], "off"),
        (["--set", "sae.contrast=2026-06-15"], "bundled"),
        (["--policy", "dp"], "off"),
        (["--set", "privacy.policy=dp"], "off"),
    ],
)
def test_the_demo_joins_features_where_the_policy_lets_it(monkeypatch, given, wanted):
    from clio.cli import demo, main, running

    seen = []
    monkeypatch.setattr(demo, "_generate", lambda out, *size: out)
    monkeypatch.setattr(running, "run_flow", lambda inputs, out, settings: seen.append(settings))
    monkeypatch.setattr(running, "finish", lambda *told: None)
    assert main.exit_code(["demo", *given]) == 0
    assert [settings.sae.activations for settings in seen] == [wanted]
