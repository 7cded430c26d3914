"""Commands called in this process: what they say, and the exit code."""

from typing import NamedTuple

import pytest

from clio import pipeline
from clio.cli.main import exit_code


class Outcome(NamedTuple):
    """What one command left on the terminal."""

    code: int
    out: str
    err: str


@pytest.fixture
def clio(capsys, monkeypatch):
    """clio("run", ...) -> Outcome. Stages run in this process: the flow is tested in tests/flows."""

    def analyse(inputs, out, settings, report=None):
        pipeline.check_ready(out, settings, inputs)
        return pipeline.run(out, settings, inputs, report=report)

    monkeypatch.setattr("flows.insights.analyse", analyse)

    def run(*arguments) -> Outcome:
        capsys.readouterr()
        code = exit_code([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def refused(clio):
    """refused("run", ...) -> the one sentence that a wrong use gets, without the leading "clio: "."""

    def run(*arguments) -> str:
        outcome = clio(*arguments)
        assert outcome.code == 2, outcome
        lines = [line for line in outcome.err.splitlines() if line.startswith("clio: ")]
        assert len(lines) == 1, outcome.err
        assert outcome.err.endswith(lines[0] + "\n")
        assert "Traceback" not in outcome.err
        assert "Error" not in outcome.err.replace("JSONDecodeError", "")
        return lines[0].removeprefix("clio: ")

    return run
