"""What a command says while it works."""

import pytest

from clio.cli.progress import progress
from clio.pipeline import STAGES, stages_for
from clio.settings import load_settings
from clio.stages import Progress

RUNS = [
    {},
    {"llm.provider": "claude"},
    {"privacy.policy": "dp"},
    {"privacy.policy": "paper", "sae.activations": "bundled", "sae.contrast": "2026-06-15"},
    {"sae.activations": "activations.parquet"},
]


@pytest.mark.parametrize("chosen", RUNS)
def test_every_stage_of_a_run_is_told_of(chosen, tmp_path, capsys):
    settings = load_settings(None, chosen)
    stages = [stage.name for stage in stages_for(settings)]
    with progress(settings, tmp_path) as report:
        for stage in stages:
            report(Progress(stage, 0, 1, 0))
            report(Progress(stage, 1, 1, 10))
    assert len(capsys.readouterr().err.splitlines()) == len(stages)


def test_those_runs_have_every_stage_there_is():
    told = {stage.name for chosen in RUNS for stage in stages_for(load_settings(None, chosen))}
    assert told == {stage.name for stage in STAGES}
