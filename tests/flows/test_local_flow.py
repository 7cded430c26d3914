"""The flow as `clio run` and `clio demo` run it: on a server of its own that nobody sees and that is gone after."""

import json
import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from started_processes import left

from clio.errors import RunFailed, UserError, without_private_text
from clio.pipeline import stages_for
from clio.privacy.dimensions import RESERVED
from clio.release.reader import read_release
from clio.release.verify import verify
from clio.settings import Settings, load_settings
from flows.insights import analyse, on_schedule

STEP = re.compile(r"\[ ?\d+/\d+\] [A-Z][A-Za-z ]+: [\d.]+ s(, [\d,]+ conversations/s)?")
CANARY = "Zyxquorth"


def test_the_demo_ends_with_a_valid_release(demo_run):
    assert verify(demo_run / "demo").ok
    assert read_release(demo_run / "demo").manifest.release_id in (demo_run / "stdout").read_text()


def stages_of(demo_run):
    settings = (demo_run / "demo" / "workspace" / "settings.json").read_bytes()
    return stages_for(Settings.model_validate_json(settings))


def test_nothing_but_clios_own_lines_reaches_the_terminal(demo_run):
    first, *steps = (demo_run / "stderr").read_text().splitlines()
    assert first.startswith("Generated 700 conversations")
    assert len(steps) == len(["ingest", *stages_of(demo_run)])
    for line in steps:
        assert STEP.fullmatch(line), line
    assert "refect" not in (demo_run / "stdout").read_text()


def test_no_process_is_left(demo_run):
    assert (demo_run / "left").read_text() == ""


def test_the_servers_state_stays_inside_the_private_workspace(demo_run):
    home = demo_run / "demo" / "workspace" / "prefect"
    assert (home / "prefect.db").stat().st_size > 0
    for path in (demo_run / "demo" / "workspace").rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        if home not in path.parents or path.name.startswith("prefect.db"):
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert sorted(path.name for path in demo_run.iterdir() if path.is_dir()) == ["demo"]


def test_one_task_run_a_shard_and_none_failed(demo_run):
    database = demo_run / "demo" / "workspace" / "prefect" / "prefect.db"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        flows = connection.execute("select state_type from flow_run").fetchall()
        tasks = connection.execute("select state_type, count(*) from task_run group by 1").fetchall()
        artifacts = connection.execute("select key from artifact").fetchall()
    shards = len(list((demo_run / "demo" / "workspace" / "conversations").glob("*.parquet")))
    assert shards > 1
    assert flows == [("COMPLETED",)]
    assert tasks == [
        ("COMPLETED", sum(shards if stage.scope == "shard" else 1 for stage in stages_of(demo_run)))
    ]
    assert artifacts == [("clio-release",)]


def test_no_private_text_reaches_the_server(demo_run):
    workspace = demo_run / "demo" / "workspace"
    kept = b"".join(path.read_bytes() for path in (workspace / "prefect").rglob("*") if path.is_file())
    lines = (demo_run / "demo" / "input" / "conversations.jsonl").read_text().splitlines()
    ids = {value for line in lines for value in re.findall(r'"(?:conversation|account)_id": "(\w+)"', line)}
    assert len(ids) > 900
    assert not [value for value in ids if value.encode() in kept]


def test_an_unexpected_error_loses_its_message_and_its_context():
    def fail():
        try:
            raise KeyError(f"{CANARY} in the context")
        except KeyError:
            raise ValueError(f"{CANARY} in the message") from OSError(f"{CANARY} as the cause")

    with pytest.raises(RunFailed) as caught, without_private_text():
        fail()
    seen, error = [], caught.value
    while error is not None:
        seen.append(repr(error))
        error = error.__cause__ or error.__context__
    assert not [text for text in seen if CANARY in text]
    assert "ValueError" in seen[0]


FAILING = f"""
import sys
from pathlib import Path
import clio.stages
from clio.stages import Stage

def fail(stage, work):
    text = work.read("conversations")["messages"][0][0]["content"]
    try:
        raise KeyError("{CANARY} " + text)
    except KeyError:
        raise ValueError("{CANARY} " + text)

# Workers import this file as __mp_main__, so they fail too.
Stage.make = fail
if __name__ == "__main__":
    from clio.cli.main import main
    main(sys.argv[1:])
"""


def test_a_failing_task_tells_neither_terminal_nor_server_what_it_read(conversations, tiny_encoder, tmp_path):
    script = tmp_path / "failing.py"
    script.write_text(FAILING)
    command = [
        sys.executable,
        str(script),
        "run",
        str(conversations),
        "--out",
        "out",
        "--embedder",
        str(tiny_encoder),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("clio: Clio failed: ValueError in clio.pipeline._make")
    assert "Traceback" not in done.stderr
    home = tmp_path / "out" / "workspace" / "prefect"
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert kept
    assert CANARY not in done.stdout + done.stderr
    assert CANARY.encode() not in kept


def test_a_mistake_in_the_command_is_told_before_a_server_is_started(tmp_path, conversations, monkeypatch):
    monkeypatch.setattr("flows.local.server_for", lambda workspace: pytest.fail("a server was started"))
    with pytest.raises(UserError, match="check the path"):
        analyse(["nowhere.jsonl"], tmp_path, load_settings())
    with pytest.raises(UserError, match="YYYY-MM-DD"):
        analyse([str(conversations)], tmp_path, load_settings(overrides={"ingest.since": "soon"}))
    taken = load_settings(overrides={"breakdowns.metadata": {sorted(RESERVED)[0]: ["free"]}})
    with pytest.raises(UserError, match="rename the field"):
        analyse([str(conversations)], tmp_path, taken)


def test_a_mistake_in_encoder_or_input_is_told_without_waiting_for_the_server(
    tmp_path, conversations, tiny_encoder, monkeypatch
):
    @contextmanager
    def never_answers(workspace):
        yield lambda: pytest.fail("the server was waited for")

    monkeypatch.setattr("flows.local.server_for", never_answers)
    with pytest.raises(UserError, match=r"embedding\.model: nowhere"):
        analyse([str(conversations)], tmp_path / "a", load_settings(overrides={"embedding.model": "nowhere"}))
    anonymous = tmp_path / "anonymous.jsonl"
    lines = [json.loads(line) for line in conversations.read_text().splitlines()]
    for line in lines:
        del line["account_id"]
    anonymous.write_text("".join(json.dumps(line) + "\n" for line in lines))
    settings = load_settings(overrides={"embedding.model": str(tiny_encoder)})
    with pytest.raises(UserError, match="--unit conversation"):
        analyse([str(anonymous)], tmp_path / "b", settings)


@pytest.mark.parametrize(
    "shard_size", [250, 10_000]
)  # shards in workers; the only shard in the flow's process
def test_ctrl_c_stops_at_once_and_says_that_it_can_go_on(conversations, tiny_encoder, tmp_path, shard_size):
    command = [sys.executable, "-m", "clio", "run", str(conversations), "--out", "out"]
    command += ["--embedder", str(tiny_encoder), "--k", "6", "--set", "run.workers=1"]
    command += ["--set", f"run.shard_size={shard_size}"]
    environment = {**os.environ, "CLIO_TEST_STOPPED": str(tmp_path)}
    run = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 240
    while not (tmp_path / "out" / "workspace" / "ingest" / "all.json").exists() and run.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(1.0)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the command, its server and its workers
    out, err = run.communicate(timeout=120)
    assert run.returncode == 3, err
    assert "Traceback" not in err
    assert err.splitlines()[-1] == "clio: Stopped. Run the same command again to go on from here."
    assert out == ""
    assert not left("CLIO_TEST_STOPPED", tmp_path)


def test_a_deployment_under_dp_spends_less_a_window_unless_it_is_told():
    assert on_schedule(load_settings(overrides={"privacy.policy": "dp"})).epsilon == 1
    told = load_settings(overrides={"privacy.policy": "dp", "privacy.epsilon": 3})
    assert on_schedule(told) == told
    guarded = load_settings()
    assert on_schedule(guarded) == guarded
    assert load_settings(overrides={"privacy.policy": "dp"}).epsilon == 4
