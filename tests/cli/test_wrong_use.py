"""Wrong use is answered by one sentence that says what, where and what to do, and exit code 2."""

import json
import os
import socket

import pytest

from clio.workspace import Workspace


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def test_a_policy_of_another_version(refused, conversations, out):
    assert "dp, guarded, paper" in refused("run", conversations, "--out", out, "--policy", "strict")


def test_a_provider_that_is_none(refused, conversations, out):
    assert "extractive" in refused("run", conversations, "--out", out, "--provider", "gpt")


def test_what_only_a_model_can_do_is_refused_without_one(refused, conversations, out):
    asked = ("run", conversations, "--out", out, "--screen", "Is it about work?")
    assert "only a language model can answer; add --provider claude" in refused(*asked)


@pytest.mark.parametrize(
    "given", [("--model", "x"), ("--base-url", "nonsense"), ("--max-usd", "5"), ("--mode", "batch")], ids=str
)
def test_what_only_a_model_uses_is_refused_without_one(refused, conversations, out, given, tmp_path):
    sentence = f"{given[0]}: only a run that asks a language model uses it; add --provider claude."
    assert refused("run", conversations, "--out", out, *given) == sentence
    config = tmp_path / "clio.toml"
    config.write_text('[llm]\nfacet_model = "x"\nprovider = "extractive"\n')
    assert refused("run", conversations, "--out", out, "--config", config, *given) == sentence
    assert not out.exists()


@pytest.mark.parametrize("empty", ["", " "])
def test_values_that_are_empty(refused, conversations, tmp_path, monkeypatch, empty):
    monkeypatch.chdir(tmp_path)
    for option in ("--out", "--model", "--embedder", "--config"):
        told = f"{option} is empty: give it a value, or leave it out."
        assert refused("run", conversations, option, empty) == told
        assert refused("run", conversations, f"{option}={empty}") == told
    assert refused("run", empty) == "An argument is empty: give it a value, or leave it out."
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["facet_model", "naming_model"])
def test_a_model_without_a_name(refused, conversations, out, name):
    asked = ("run", conversations, "--out", out, "--provider", "claude", "--set", f"llm.{name}=")
    assert refused(*asked).startswith(f"llm.{name}: ")


def test_a_model_without_a_key(refused, conversations, out, monkeypatch):
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    asked = ("run", conversations, "--out", out, "--provider", "claude", "--yes")
    assert "ANTHROPIC_API_KEY is not set" in refused(*asked)
    assert not (out / "workspace" / "prepared").exists(), "said before any work"


def test_a_file_that_is_not_there(refused, out):
    sentence = refused("run", "nowhere.jsonl", "--out", out)
    assert "nowhere.jsonl" in sentence
    assert "check the path" in sentence


def test_an_empty_file(refused, tmp_path, out):
    (tmp_path / "empty.jsonl").touch()
    assert "is empty" in refused("run", tmp_path / "empty.jsonl", "--out", out)


def test_a_folder(refused, tmp_path, out):
    assert "is a folder" in refused("run", tmp_path, "--out", out)


@pytest.mark.parametrize(
    ("assignment", "told"),
    [
        ("privacy.min_accounts", "section.name=value"),
        ("privacy.min_acounts=20", "privacy.min_acounts"),
        ("privacy.min_accounts=many", "privacy.min_accounts"),
        ("privacy=3", "privacy"),
        ("clustering.k=0", "clustering.k"),
        ("run.shard_size=1", "run.shard_size"),
        ('breakdowns.metadata={language=["en"]}', "language"),
    ],
)
def test_bad_assignments(refused, conversations, out, assignment, told):
    assert told in refused("run", conversations, "--out", out, "--set", assignment)


def test_bad_settings_files(refused, conversations, out, tmp_path):
    assert "clio init" in refused("run", conversations, "--out", out, "--config", tmp_path / "no.toml")
    bad = tmp_path / "bad.toml"
    bad.write_text("[privacy\n")
    assert str(bad) in refused("run", conversations, "--out", out, "--config", bad)
    bad.write_text("[privacy]\nmin_acounts = 3\n")
    assert "privacy.min_acounts" in refused("run", conversations, "--out", out, "--config", bad)


@pytest.mark.parametrize("option", ["--since", "--until"])
@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "01.06.2026"])
def test_bad_days(refused, conversations, out, option, day):
    assert "YYYY-MM-DD" in refused("run", conversations, "--out", out, option, day)


def test_a_window_without_conversations_is_said(clio, conversations, out):
    outcome = clio("run", conversations, "--out", out, "--since", "1999-01-01", "--until", "1999-02-01")
    assert "Traceback" not in outcome.err
    assert outcome.code in (0, 2)


def test_two_runs_in_one_folder(refused, conversations, out):
    workspace = Workspace(out)
    workspace.create()
    with workspace.lock():
        assert "another run is working in this folder" in refused("run", conversations, "--out", out)


def test_a_folder_that_cannot_be_written(refused, conversations, tmp_path):
    (tmp_path / "file").touch()
    assert "choose another --out" in refused("run", conversations, "--out", tmp_path / "file")
    assert "choose another --out" in refused("run", conversations, "--out", tmp_path / "file" / "below")
    assert "choose another --out" in refused("demo", "--out", tmp_path / "file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(refused, conversations, tmp_path):
    tmp_path.chmod(0o500)
    assert "choose another --out" in refused("run", conversations, "--out", tmp_path / "out")


def test_missing_accounts(refused, tmp_path, out):
    path = tmp_path / "unknown.jsonl"
    turn = [{"role": "user", "content": "Plan a garden"}]
    path.write_text(
        "".join(json.dumps({"conversation_id": str(i), "messages": turn}) + "\n" for i in range(40))
    )
    assert "--unit conversation" in refused("run", path, "--out", out)


def test_an_encoder_that_is_none(refused, conversations, out, tmp_path):
    assert "embedding.model" in refused("run", conversations, "--out", out, "--embedder", tmp_path)


def test_lists_of_accounts_that_are_none(refused, conversations, out, tmp_path):
    def said(file):
        return refused("run", conversations, "--out", out, "--set", f"ingest.exclude_accounts={file}")

    (tmp_path / "blank").write_bytes(b"\xef\xbb\xbf \r\n\n")
    (tmp_path / "wide").write_bytes("ä".encode("latin-1"))
    assert f"there is no file {tmp_path / 'nowhere'}: check the path." in said(tmp_path / "nowhere")
    assert "is a folder: name the file that holds one account id per line." in said(tmp_path)
    assert "names no account: write one id per line, or leave the setting out." in said(tmp_path / "blank")
    assert "is not UTF-8: save it as UTF-8." in said(tmp_path / "wide")
    for file in (tmp_path / "nowhere", tmp_path, tmp_path / "blank", tmp_path / "wide"):
        assert said(file).startswith("ingest.exclude_accounts: ")
        assert str(file) in said(file)
    assert not (out / "workspace" / "conversations").exists(), "said before any work"


def test_a_budget_where_nothing_is_spent(refused, conversations, out):
    sentence = refused("run", conversations, "--out", out, "--policy", "paper", "--epsilon", "2")
    assert "no meaning under the policy paper" in sentence


@pytest.mark.parametrize("policy", ["guarded", "dp"])
def test_a_budget_that_promises_little(refused, conversations, out, policy):
    sentence = refused("run", conversations, "--out", out, "--policy", policy, "--epsilon", 9)
    assert (
        "choose at most 8, or set privacy.allow_large_epsilon = true, which every release will show."
        in sentence
    )
    assert not (out / "workspace" / "conversations").exists(), "said before any work"


@pytest.mark.parametrize("epsilon", ["0", "-1", "nan", "inf"])
def test_a_budget_that_is_none(refused, conversations, out, epsilon):
    assert "epsilon" in refused("run", conversations, "--out", out, "--epsilon", epsilon)


@pytest.mark.parametrize("command", ["show", "verify", "dashboard"])
def test_a_folder_without_a_release(refused, tmp_path, command):
    assert str(tmp_path) in refused(command, tmp_path)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_is_none(refused, guarded_run, port):
    assert "--port" in refused("dashboard", guarded_run, "--port", port)


def test_a_port_that_is_taken(refused, guarded_run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"--port {port}: nothing can be served there" in refused(
            "dashboard", guarded_run, "--port", port
        )


def test_exports_that_cannot_be_made(refused, guarded_run, tmp_path):
    assert "csv" in refused("export", guarded_run, "--format", "pdf", "--out", tmp_path / "x")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").touch()
    refused("export", guarded_run, "--out", tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").exists()


def test_init_does_not_replace_a_file(refused, tmp_path):
    (tmp_path / "clio.toml").write_text("mine")
    assert "--force" in refused("init", "--out", tmp_path / "clio.toml")
    assert (tmp_path / "clio.toml").read_text() == "mine"


@pytest.mark.parametrize(("conversations", "accounts"), [(10, 5), (100, 0), (0, 50)])
def test_a_demo_that_is_too_small(refused, tmp_path, conversations, accounts):
    refused("demo", "--out", tmp_path, "--conversations", conversations, "--accounts", accounts)


def test_folders_that_are_addresses(refused, conversations, guarded_run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for out in ("s3://bucket/support", "memory://support"):
        assert "a folder of this machine" in refused("run", conversations, "--out", out)
        assert "a folder of this machine" in refused("export", guarded_run, "--out", out)
    assert not list(tmp_path.iterdir()), "no folder s3: was made"


def test_a_window_that_ends_before_it_begins(refused, conversations, out):
    for until in ("2026-06-10", "2026-06-01"):
        days = ("--since", "2026-06-10", "--until", until)
        assert "ingest.until is not after ingest.since" in refused("run", conversations, "--out", out, *days)


@pytest.mark.parametrize("group", [(), ("eval",)])
def test_no_command(clio, group):
    outcome = clio(*group)
    assert outcome.code == 2
    assert outcome.err == f"clio: Name a command. See {' '.join(('clio', *group))} --help.\n"


def test_a_command_that_is_misspelt(refused):
    assert refused("exprt") == "No such command 'exprt'. Did you mean 'export'? See clio --help."


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse",),
        ("sae",),
        ("run",),
        ("run", "x.jsonl", "--states", "a.parquet"),
        ("run", "x.jsonl", "--k", "several"),
        ("show",),
        ("show", "a", "b"),
    ],
)
def test_commands_and_options_that_are_not_there(refused, arguments):
    assert "--help" in refused(*arguments)
