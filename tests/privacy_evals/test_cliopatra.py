"""The attack on the real pipeline: alive where nothing stops it, and its smallest grid passes its own checks."""

import pytest

from clio.clustering import evidence, naming
from clio.settings import Settings
from privacy_evals import cliopatra
from privacy_evals.cliopatra import ATTACKERS, POLICIES, Grid, attack, measure
from privacy_evals.report import as_markdown
from privacy_evals.trials import ALIVE, success_table

pytestmark = pytest.mark.attacks


def _only(name: str):
    return [attacker for attacker in ATTACKERS if attacker.name == name]


@pytest.mark.parametrize("name", ["mimic-placement", "covert-code"])
def test_with_the_defences_removed_the_pipeline_gives_every_answer_away(name, tmp_path, monkeypatch):
    """One group, all of it shown to the namer, no wording gate: what stays hidden then is the attack's own weakness."""
    usual = cliopatra.eval_settings

    def in_one_group(policy, folder) -> Settings:
        settings = usual(policy, folder)
        return settings.model_copy(update={"clustering": settings.clustering.model_copy(update={"k": 1})})

    monkeypatch.setattr(cliopatra, "eval_settings", in_one_group)
    monkeypatch.setattr(evidence, "MEMBERS", 10**6)
    monkeypatch.setattr(evidence, "PER_ACCOUNT", 10**6)
    monkeypatch.setattr(naming, "check_wording", lambda *_: None)
    grid = Grid(("rare",), (10,), _only(name), runs=1, targets=4, size=0.1, policies=("paper",))
    trials = list(attack(grid, tmp_path / "scratch", seed=2))
    assert [trial.right for trial in trials] == [True] * 4


@pytest.fixture(scope="module")
def section(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cliopatra")
    return measure("quick", folder, seed=0), folder


def test_the_quick_cell_tells_a_live_attack_from_a_private_release(section):
    found, _ = section
    (table,) = found.tables.values()
    assert set(table["policy"]) == set(POLICIES)
    assert set(table["targets"]) == {20}
    assert [check.detail for check in found.checks if not check.passed] == []
    assert len(found.checks) == len(POLICIES)
    paper, *others = (table.filter(policy=policy)["success"].max() for policy in POLICIES)
    assert paper > ALIVE
    assert all(success < paper for success in others)
    assert "CLIOPATRA" in as_markdown([found], {})


def test_the_attack_leaves_nothing_behind(section):
    """Planted and background conversations, secrets and noise are removed with the folder they were in."""
    _, folder = section
    assert list(folder.iterdir()) == []


def test_a_grid_goes_on_from_the_scenarios_that_are_done(tmp_path, monkeypatch):
    """The nightly grid takes hours: what a killed one had finished is not run again, nor does who ran it matter."""
    grid = Grid(("rare",), (1,), _only("naive"), runs=2, targets=2, size=0.1, policies=("paper",))
    both = list(attack(grid, tmp_path / "both", seed=1, workers=2))
    again = list(attack(grid, tmp_path / "alone", seed=1))
    assert again == both
    assert len(both) == 2 * 2

    (tmp_path / "both" / "rare-1001.json").unlink()
    made = []
    usual = cliopatra.make_scenario
    monkeypatch.setattr(cliopatra, "make_scenario", lambda *asked: made.append(asked[2]) or usual(*asked))
    assert list(attack(grid, tmp_path / "both", seed=1)) == both
    assert made == [1001]


@pytest.mark.slow
def test_a_cell_of_every_attacker_and_background_runs(tmp_path):
    grid = Grid(("dense", "rare"), (1, 50), ATTACKERS, runs=1, targets=3, size=0.2)
    table = success_table(attack(grid, tmp_path / "scratch", seed=1))
    assert table.height == 2 * 2 * len(ATTACKERS) * len(POLICIES)
    assert set(table["targets"]) == {3}
