"""The nightly flow loads from its deployment, takes paths only, and fails when a check fails."""

import importlib
import inspect
import json
from pathlib import Path

import pytest
import yaml
from prefect.flows import load_flow_from_entrypoint

from clio.errors import RunFailed
from privacy_evals.report import Check, Section

ROOT = Path(__file__).resolve().parents[2]


def test_the_deployment_names_the_flow_and_hides_no_package():
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    [nightly] = [one for one in deployments if one["name"] == "privacy-evals"]
    flow = load_flow_from_entrypoint(nightly["entrypoint"])
    assert list(nightly["parameters"]) == list(inspect.signature(flow.fn).parameters) == ["out"]
    assert [schedule["active"] for schedule in nightly["schedules"]] == [False]
    assert nightly["concurrency_limit"]["limit"] == 1
    assert importlib.import_module("privacy_evals").__file__ == str(ROOT / "privacy_evals" / "__init__.py")


@pytest.fixture
def night(monkeypatch):
    """The flow's own function over one quick evaluation, without a server; returns the switch and the artifacts."""
    module = importlib.import_module("flows.privacy_evals")
    suite = importlib.import_module("privacy_evals.suite")
    passes, artifacts = [True], []

    def measure(scale, scratch, seed):
        return Section("one", "?", "!", {}, [Check("it holds", passes[0], f"{scale} {seed}")])

    for place in (module, suite):
        monkeypatch.setattr(place, "EVALS", {"one": measure})
    monkeypatch.setattr(module, "make_section", module.make_section.fn)
    monkeypatch.setattr(module, "create_markdown_artifact", lambda **told: artifacts.append(told))
    return module.privacy_evals.fn, passes, artifacts


def test_each_night_writes_its_own_report_at_full_scale(night, tmp_path):
    run, _, artifacts = night
    run(str(tmp_path))
    [folder] = tmp_path.iterdir()
    record = json.loads((folder / "report.json").read_text())
    assert record["about"]["scale"] == "full"
    assert record["about"]["seed"] == folder.name
    assert "it holds" in artifacts[0]["markdown"]


def test_a_failed_check_fails_the_flow_after_the_report_is_written(night, tmp_path):
    run, passes, _ = night
    passes[0] = False
    with pytest.raises(RunFailed, match=r"read .*report\.md"):
        run(str(tmp_path))
    assert len(list(tmp_path.rglob("report.md"))) == 1
