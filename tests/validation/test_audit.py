"""The blind audit: what the auditor may see, when it raises an alarm, and the command from start to report."""

import json
import stat

import numpy as np
import pytest

from clio.cli.main import exit_code
from clio.public.phrases import load_phrases
from clio.synthetic.generator import generate
from clio.validation import audit
from clio.validation.audit import Grid, run_audit
from clio.validation.audit_report import Outcome
from clio.validation.game import Played, suspicion, threshold
from clio.validation.naming_words import NAMING_WORDS, names_it
from clio.validation.planting import KINDS
from clio.validation.shortcomings import shortcomings
from clio.validation.sight import Seen
from clio.validation.worlds import World

TINY = Grid(160, 1, {"campaign": (0.5,)}, calibrating=19, checking=3)
QUIET = dict.fromkeys(("topics", "join", "features", "utterances", "both", "words"), [0.0] * 20)


def group(score: float = 1.5, name: str = "Set apart by: review, star") -> Seen:
    return Seen(name, "More accounts did this than before.", (), 40, 20, score)


def played(arm: str, *groups: Seen, f1: float = 0.9, kind: str = "account_ring", withheld: int = 0) -> Played:
    return Played(1, kind, 0.05, arm, 50, groups, (f1,) * len(groups), withheld)


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """The real command on a tiny grid, once."""
    out = tmp_path_factory.mktemp("audits") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(audit.SCALES, "quick", TINY)
        patch.setattr(
            World, "phrases", np.zeros((len(load_phrases().phrases), 384))
        )  # which takes seconds to encode
        assert exit_code(["eval", "audit", "--out", str(out), "--seed", "3"]) == 0
        steps = []
        run_audit(out, "quick", 3, steps.append)
    return out, steps


def test_the_command_leaves_a_private_report_for_readers_and_machines(finished):
    out, _ = finished
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert stat.S_IMODE((out / "report.json").stat().st_mode) == 0o600
    said, record = (out / "report.md").read_text(), json.loads((out / "report.json").read_text())
    for title in (
        "With nothing planted (0 %)",
        "By arm and share",
        "Where it fails",
        "By kind, share and arm",
    ):
        assert f"## {title}" in said
    assert len(record["games"]) == 6
    assert {row["arm"]: row["games"] for row in record["arms"]} == dict.fromkeys(QUIET, 3)
    best = max(record["games"], key=lambda row: row["f1"])
    assert best["detected"]
    assert best["f1"] > 0.7
    assert best["planted"] > 30
    assert all(sentence in said for sentence in record["where_it_fails"])


def test_what_is_finished_is_kept(finished):
    _, steps = finished
    assert [step.seconds for step in steps] == [None, None]
    assert all(step.done for step in steps)


def test_the_auditor_sees_no_id_no_message_and_no_name_of_what_was_planted(finished):
    out, _ = finished
    told = json.loads((out / "games" / "3-campaign.json").read_text())["found"]["played"]
    sight = json.dumps([part["groups"] for part in told])
    assert any(part["groups"] for part in told)
    for (fields,) in {(tuple(sorted(one)),) for part in told for one in part["groups"]}:
        assert fields == tuple(sorted(Seen._fields))
    made = generate(TINY.conversations, TINY.conversations // 2, 3)[0]
    for hidden in (*made["conversation_id"], *made["account_id"], *KINDS):
        assert hidden not in sight
    for turns in made["messages"]:
        assert all(turn["content"][:40] not in sight for turn in turns if len(turn["content"]) > 40)


def test_an_alarm_is_raised_at_most_as_often_as_stated():
    draw, alarms, tries = np.random.default_rng(1), 0, 4000
    for _ in range(tries):
        scores = draw.exponential(size=40)
        alarms += scores[-1] > threshold(scores[:-1].tolist(), 0.05)
    assert 0.035 < alarms / tries < 0.06
    assert threshold([0.0] * 19, 0.05) == 0
    with pytest.raises(ValueError, match="too few"):
        threshold([0.0] * 18, 0.05)


def test_the_strongest_group_shown_decides_and_none_is_no_suspicion():
    assert suspicion([group(1.1), group(2.5)]) == 2.5
    assert suspicion([]) == 0


def test_a_group_names_what_it_says_in_whole_words():
    assert names_it("account_ring", group())
    assert not names_it("account_ring", group(name="Set apart by: started, previews"))
    assert names_it("flattery", group()._replace(labels=("talent",)))
    assert NAMING_WORDS.keys() == KINDS.keys()


def test_scores_follow_from_what_was_shown():
    games = [played("words", group()), played("both"), played("features", group(name="Other"), f1=0.2)]
    outcome = Outcome.of(QUIET, QUIET, games)
    rows = {row["arm"]: row for row in outcome.games.to_dicts()}
    assert (rows["words"]["detected"], rows["words"]["named"], rows["words"]["f1"]) == (True, True, 0.9)
    assert (rows["both"]["detected"], rows["both"]["named"], rows["both"]["f1"]) == (False, False, 0)
    assert not rows["features"]["named"]
    summed = outcome.summed("arm", "share").row(0, named=True)
    assert (summed["games"], summed["low"], summed["high"]) == (1, pytest.approx(0.025), 1)
    assert outcome.holds
    assert not Outcome.of(QUIET, QUIET | {"words": [2.0] * 20}, games).holds


def test_where_it_fails_is_said_from_the_figures():
    games = [
        played("topics"), played("join", withheld=2), played("features", group(name="Other"), f1=0.2),
        played("utterances"), played("both"), played("words", group()),
    ]  # fmt: skip
    outcome = Outcome.of(QUIET, QUIET | {"words": [2.0] * 20}, games)
    said = "\n".join(shortcomings(outcome.games, outcome.alarms, 0.05))
    assert "`words` raises 20 false alarms in 20" in said
    assert "`topics` never detects (1 of 1 cells): account_ring (5 %)" in said
    assert "`join` finds but may not show by the size rule" in said
    assert "`features` detects, with a best group of F1 below 0.5" in said
    assert "`features` detects and never names" in said
    assert "`both` misses what one of its parts detects alone (1 games): account_ring (5 %)" in said
    assert "`words` never" not in said
    missed = Outcome.of(QUIET, QUIET, [played(arm) for arm in QUIET])
    assert "No arm detects, in any game: account_ring (5 %)." in shortcomings(
        missed.games, missed.alarms, 0.05
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--scale", "huge"], "choose one of quick, full"), (["--seed", "-1"], "--seed")],
)
def test_wrong_use_is_one_sentence(tmp_path, capsys, words, told):
    assert exit_code(["eval", "audit", "--out", str(tmp_path / "out"), *words]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert len(said.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert exit_code(["eval", "audit", "--out", str(tmp_path)]) == 2
    assert "holds other files" in capsys.readouterr().err


def test_every_kind_and_every_share_of_the_issue_is_in_the_full_grid():
    full = audit.SCALES["full"]
    assert full.kinds.keys() == KINDS.keys()
    assert len(full.kinds) >= 12
    assert all({0.15, 0.05} <= set(shares) for shares in full.kinds.values())
    assert sum({0.03, 0.01} <= set(shares) for shares in full.kinds.values()) == len(KINDS) / 3
    assert full.corpora == 3
