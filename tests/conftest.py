"""Fixtures that all tests share; what takes long is built once a session, for all of its processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from absl import logging as absl_logging
from calling_out import alone, guarded_environment
from encoders import write_tiny_encoder
from filelock import FileLock
from started_processes import command_of, left

from clio import pipeline
from clio.settings import load_settings
from clio.synthetic.generator import write_jsonl

# dp-accounting brings absl, whose handlers close the stream that they found at import, pytest's own, as soon as
# Prefect sets logging up.
for handler in (absl_logging.get_absl_handler(), absl_logging.get_absl_handler().python_handler):
    handler.close = lambda: None

ROOT = Path(__file__).resolve().parents[1]

# The first example of a test can take long on a busy machine.
hypothesis.settings.register_profile("clio", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("clio")

Build = Callable[[Path], None]
STATE = "XDG_STATE_HOME"  # where a user's ledger of the privacy budget lies


@pytest.fixture(scope="session", autouse=True)
def no_state_of_the_user(tmp_path_factory):
    """Nothing in this session, no process that it starts, writes the user's folder for states."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STATE, str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def own_state(no_state_of_the_user, tmp_path_factory, monkeypatch):
    """A privacy budget of its own for each test: charges to the same conversations do not add up between tests."""
    monkeypatch.setenv(STATE, str(tmp_path_factory.getbasetemp() / "states" / uuid4().hex))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of test conversations, which is no part of the project; tests that need it skip without."""
    folder = Path(os.environ.get("CLIO_SHARED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the test conversations are not here: set CLIO_SHARED_DATA to their folder")
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Build], Path]:
    """Build a named folder once a session, even when several processes test at once."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def made(name: str, build: Build) -> Path:
        folder = shared / name
        with FileLock(shared / f"{name}.lock"):
            if not (shared / f"{name}.built").exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                with pytest.MonkeyPatch.context() as patch:
                    patch.setenv(STATE, str(shared / f"{name}.state"))
                    build(folder)
                (shared / f"{name}.built").touch()
        return folder

    return made


@pytest.fixture(scope="session")
def tiny_encoder(once) -> Path:
    """A real but very small encoder on disk, for tests of everything that is not about its quality."""
    return once("tiny-encoder", write_tiny_encoder)


@pytest.fixture(scope="session")
def conversations(once) -> Path:
    """700 generated conversations of 350 accounts, as JSON lines."""

    def build(folder: Path) -> None:
        write_jsonl(folder / "conversations.jsonl", conversations=700, accounts=350, seed=1)

    return once("conversations", build) / "conversations.jsonl"


@pytest.fixture(scope="session")
def guarded_run(once, conversations) -> Path:
    """DIR of a finished run under `guarded` with the bundled encoder. Copy it before changing it."""
    return once("guarded-run", lambda folder: _finish(folder, conversations, "guarded"))


@pytest.fixture(scope="session")
def paper_run(once, conversations, guarded_run) -> Path:
    """The same under `paper`, from the same facets and embeddings. Copy it before changing it."""

    def build(folder: Path) -> None:
        shutil.copytree(guarded_run / "workspace", folder / "workspace")
        _finish(folder, conversations, "paper")

    return once("paper-run", build)


def _finish(out: Path, source: Path, policy: str) -> None:
    settings = load_settings(
        overrides={
            "privacy.policy": policy,
            "clustering.k": 9,
            "run.shard_size": 250,
            "breakdowns.metadata": {"plan": ["free", "pro", "team"]},
        }
    )
    pipeline.run(out, settings, [str(source)])


@pytest.fixture(scope="session")
def demo_run(once) -> Path:
    """Folder of a small demo made by the command, with no network but loopback.

    `demo` is its DIR, given as a relative path; `stdout`, `stderr`, `call-outs` and `seconds` tell how it went.
    """

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "clio", "demo", "--out", "demo", "--k", "9"]
        command += ["--conversations", "700", "--accounts", "350", "--set", "run.shard_size=400"]
        with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
            environment = guarded_environment(folder / "call-outs", CLIO_TEST_DEMO=str(folder))
            done = subprocess.run(
                alone(command), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                timeout=500, check=False,
            )  # fmt: skip
        assert done.returncode == 0, (folder / "stderr").read_text()
        still_there = left("CLIO_TEST_DEMO", folder)
        (folder / "left").write_text("\n".join(map(command_of, still_there)))

    return once("demo-run", build)
