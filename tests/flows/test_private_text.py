"""Whatever stage a run fails in, Prefect's database, its logs and the terminal hold nothing private."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from clio.pipeline import stages_for
from clio.settings import Settings

pytestmark = pytest.mark.slow  # minutes, on a machine of two processors

TEXT, MAIL, ACCOUNT, CONVERSATION, FIELD = CANARIES = (
    "Zyxquorth",
    "vilda.quorn@zyxmail.example",
    "acct-zyx-9917",
    "conv-zyx-4471",
    "meta-zyx-8823",
)

# Every run is on one server, with what a standing server is told at most: logs of every level.
FAILING = """
import logging, os, sys
from pathlib import Path
from clio import pipeline
from clio.errors import RunFailed, UserError
from clio.settings import load_settings
from clio.stages import Stage

make = Stage.make

def fail(stage, work):
    if stage.name != os.environ["CLIO_TEST_FAILS"]:
        return make(stage, work)
    frames = [work.workspace.read("conversations", shard) for shard in work.workspace.shards()]
    text = " ".join(str(row) for frame in frames for row in frame.rows())
    try:
        raise KeyError(text)
    except KeyError:
        raise ValueError(text)

# Workers import this file as __mp_main__, so they fail too.
Stage.make = fail

def main(planted, anonymous, encoder):
    from prefect.settings import PREFECT_LOGGING_LEVEL, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings
    from flows import local
    from flows.insights import insights

    chosen = {
        "embedding.model": encoder, "clustering.k": 6, "run.workers": 1,
        "breakdowns.metadata": {"plan": ["free", "pro"]},
    }
    here, spread = load_settings(overrides=chosen), load_settings(overrides=chosen | {"run.shard_size": 120})
    with local.server_for(Path("server")) as wait_for_server:
        wait_for_server()
        with temporary_settings({PREFECT_LOGGING_TO_API_ENABLED: True, PREFECT_LOGGING_LEVEL: "DEBUG"}):
            from prefect.logging.configuration import setup_logging

            setup_logging()
            for name in ("prefect", "prefect.flow_runs", "prefect.task_runs"):
                logging.getLogger(name).setLevel(logging.DEBUG)
            runs = [(here, "here", stage.name) for stage in pipeline.stages_for(here)]
            for settings, out, stage in [*runs, (spread, "spread", pipeline.stages_for(here)[0].name)]:
                local.asked.set(local.Asked(settings, None))
                os.environ["CLIO_TEST_FAILS"] = stage
                try:
                    insights([planted], out)
                except RunFailed as error:
                    print("failed", out, stage, error)
            try:
                insights([anonymous], "other")
            except UserError as error:
                print("refused", error)

if __name__ == "__main__":
    main(*sys.argv[1:])
"""


STAGES = stages_for(Settings())


@pytest.fixture
def planted(conversations, tmp_path) -> Path:
    """The generated conversations with canaries in their words, ids and metadata."""
    lines = [json.loads(line) for line in conversations.read_text().splitlines()[:240]]
    for line in lines:
        line["account_id"] = f"{ACCOUNT}{line['account_id']}"
        line["conversation_id"] = f"{CONVERSATION}{line['conversation_id']}"
        line["metadata"] = {**line.get("metadata", {}), "plan": FIELD}
        line["messages"][0]["content"] += f" Write to {MAIL} about {TEXT}."
    return _written(tmp_path / "planted.jsonl", lines)


@pytest.fixture
def anonymous(planted, tmp_path) -> Path:
    """The same without accounts, which a run refuses, and with lines that cannot be read."""
    lines = [json.loads(line) for line in planted.read_text().splitlines()]
    for line in lines:
        del line["account_id"]
    path = _written(tmp_path / "anonymous.jsonl", lines)
    with path.open("a") as file:
        file.write(f'{{"conversation_id": "{CONVERSATION}", "messages": "{TEXT} {ACCOUNT}"}}\n{{{MAIL}\n')
    return path


def _written(path: Path, lines: list[dict]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_run_that_fails_in_any_stage_leaves_nothing_private_with_prefect(
    planted, anonymous, tiny_encoder, tmp_path
):
    script = tmp_path / "failing.py"
    script.write_text(FAILING)
    command = [sys.executable, str(script), str(planted), str(anonymous), str(tiny_encoder)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=500, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    home = tmp_path / "server" / "prefect"
    with sqlite3.connect(f"file:{home / 'prefect.db'}?mode=ro", uri=True) as connection:
        flows = connection.execute("select state_type, count(*) from flow_run group by 1").fetchall()
        [[failures]] = connection.execute(
            "select count(*) from task_run where state_type = 'FAILED'"
        ).fetchall()
        [[logs]] = connection.execute("select count(*) from log").fetchall()
    assert flows == [("FAILED", len(STAGES) + 2)]
    assert failures > len(STAGES)  # in the flow's own process, and one stage in a worker
    assert logs > len(STAGES)
    said = [line for line in done.stdout.splitlines() if line.startswith("failed ")]
    wanted = [("here", stage.name) for stage in STAGES] + [("spread", STAGES[0].name)]
    assert [tuple(line.split()[1:3]) for line in said] == wanted
    assert "refused " in done.stdout
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    seen = kept + done.stdout.encode() + done.stderr.encode()
    for canary in CANARIES:
        assert canary.encode() in planted.read_bytes()
        assert canary.encode() not in seen
