"""`clio eval privacy` says what it does, where the report is, and by its exit code whether a check failed."""

import pytest

from clio.cli.main import exit_code
from privacy_evals import suite
from privacy_evals.report import Check, Section


@pytest.fixture
def evaluation(monkeypatch):
    """Put one quick evaluation in place of all; returns the switch of its check."""
    passes = [True]

    def measure(scale, scratch, seed):
        return Section("quick one", "?", "!", {}, [Check("it holds", passes[0], f"Seed {seed}.")])

    monkeypatch.setattr(suite, "EVALS", {"one": measure})
    return passes


def test_checks_and_the_place_of_the_report_are_told(evaluation, tmp_path, capsys):
    assert exit_code(["eval", "privacy", "--out", str(tmp_path / "out"), "--seed", "7"]) == 0
    said = capsys.readouterr()
    assert "ok   quick one: it holds. Seed 7." in said.out
    assert str(tmp_path / "out" / "report.md") in said.out
    assert "[1/1] one" in said.err
    assert exit_code(["eval", "privacy", "--out", str(tmp_path / "out"), "--seed", "7"]) == 0
    assert "already done" in capsys.readouterr().err


def test_a_failed_check_is_exit_code_1(evaluation, tmp_path, capsys):
    evaluation[0] = False
    assert exit_code(["eval", "privacy", "--out", str(tmp_path / "out")]) == 1
    assert "FAIL quick one: it holds." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--only", "none"], "there is no such evaluation; choose from one"),
        (["--scale", "huge"], "choose one of quick, full"),
        (["--seed", "-1"], "--seed"),
    ],
)
def test_wrong_use_is_one_sentence(evaluation, tmp_path, capsys, words, told):
    assert exit_code(["eval", "privacy", "--out", str(tmp_path / "out"), *words]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert len(said.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
