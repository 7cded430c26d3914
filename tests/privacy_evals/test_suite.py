"""The suite keeps what is finished, measures again what changed, and hides no evaluation that broke."""

import json

import polars as pl
import pytest

from clio.errors import UserError
from privacy_evals import suite
from privacy_evals.report import Check, Section
from privacy_evals.suite import EVALS, run_suite


class Counting:
    """An evaluation that counts its calls and says what the seed was."""

    def __init__(self, passes: bool = True, error: Exception | None = None) -> None:
        self.calls, self.passes, self.error = 0, passes, error

    def __call__(self, scale, scratch, seed):
        self.calls += 1
        (scratch / "kept").touch()
        if self.error is not None:
            raise self.error
        table = pl.DataFrame({"scale": [scale], "seed": [seed]})
        return Section("counting", "?", "!", {"t": table}, [Check("it passes", self.passes, "So it is.")])


def test_a_second_run_measures_only_what_is_not_finished(tmp_path):
    first, second = Counting(), Counting(error=KeyError("lost"))
    evals = {"first": first, "second": second}
    sections = run_suite(tmp_path / "out", seed=3, evals=evals)
    assert [check.passed for section in sections for check in section.checks] == [True, False]
    assert "KeyError" in sections[1].checks[0].detail
    second.error = None
    again = run_suite(tmp_path / "out", seed=3, evals=evals)
    assert (first.calls, second.calls) == (1, 2)
    assert again[0].tables["t"].rows() == [("quick", 3)]
    assert json.loads((tmp_path / "out" / "report.json").read_text())["passed"] is True


@pytest.mark.parametrize("change", [{"seed": 4}, {"scale": "full"}, "code"])
def test_another_seed_scale_or_code_is_measured_anew(tmp_path, monkeypatch, change):
    counting = Counting()
    run_suite(tmp_path / "out", seed=3, evals={"counting": counting})
    if change == "code":
        monkeypatch.setattr(suite, "code_version", lambda: "another")
    run_suite(
        tmp_path / "out",
        **({"seed": 3} | (change if isinstance(change, dict) else {})),
        evals={"counting": counting},
    )
    assert counting.calls == 2


def test_a_damaged_section_is_measured_again(tmp_path):
    counting = Counting()
    run_suite(tmp_path / "out", evals={"counting": counting})
    stored = tmp_path / "out" / "sections" / "counting.json"
    stored.write_bytes(stored.read_bytes().replace(b"true", b"false"))
    run_suite(tmp_path / "out", evals={"counting": counting})
    assert counting.calls == 2


def test_scratch_is_gone_after_a_section_and_only_its_evaluation_is_run(tmp_path):
    wanted, other = Counting(), Counting()
    run_suite(tmp_path / "out", only=["wanted"], evals={"other": other, "wanted": wanted})
    assert (wanted.calls, other.calls) == (1, 0)
    assert not list((tmp_path / "out").rglob("kept"))


def test_wrong_use_is_one_sentence_and_writes_nothing(tmp_path):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UserError, match="holds other files"):
        run_suite(tmp_path, evals={})
    with pytest.raises(UserError, match="there is no such evaluation; choose from a, b"):
        run_suite(tmp_path / "out", only=["c"], evals={"a": Counting(), "b": Counting()})
    assert not (tmp_path / "out").exists()


def test_every_evaluation_is_registered():
    assert {"canaries", "membership", "differencing", "reconstruction"} <= EVALS.keys()
