"""A changed setting or input redoes exactly what it affects; order, split and workers change nothing."""

import gzip
import random
import stat
from pathlib import Path

import pytest
from fault_runs import release_of, small_settings, stages_made

from clio import pipeline
from clio.errors import UserError, WorkspaceBusy
from clio.workspace import Workspace

FIRST = {"extract", "embed", "phrases", "topics"}


def rerun(out, settings, source) -> set[str]:
    with stages_made() as made:
        pipeline.run(out, settings, [str(source)])
    return {stage for stage, _ in made}


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_the_same_command_again_touches_nothing(copy_of, source, tiny_encoder, policy):
    out = copy_of(policy)
    settings = small_settings(tiny_encoder, policy)
    each_time = {"settings.json", "inputs.json", ".lock", "workspace"}
    tables = [path for path in out.rglob("*") if path.name not in each_time]
    before = {path: path.stat().st_mtime_ns for path in tables}
    assert rerun(out, settings, source) == set()
    assert {path: path.stat().st_mtime_ns for path in tables} == before


@pytest.mark.parametrize(
    ("change", "redone", "left"),
    [
        ({"breakdowns__metadata": {"product": ["web", "api"]}}, {"gate"}, None),
        ({"run__workers": 2}, set(), None),
        ({"llm__facet_model": "one", "llm__naming_model": "two", "llm__max_input_tokens": 900}, set(), None),
        ({"run__shard_size": 60}, set(), None),
        ({"clustering__seed": 7}, {"fit", "hierarchy", "projection", "gate"}, FIRST),
        ({"clustering__k": 4}, {"fit", "assign", "pool", "gate"}, FIRST),
        ({"privacy__policy": "guarded"}, {"fit", "words", "names", "gate"}, FIRST),
        ({"privacy__min_accounts": 20}, {"pool", "gate"}, FIRST),
        ({"embedding__precision": "bfloat16"}, {"embed", "phrases", "fit", "gate"}, {"extract"}),
        ({"ingest__sample": 300}, {"extract", "embed", "fit", "gate"}, {"phrases"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_a_changed_setting_redoes_what_it_affects(copy_of, source, tiny_encoder, change, redone, left):
    out = copy_of("paper")
    base = {"embedding__precision": "float32"} if "embedding__precision" in change else {}
    if base:
        rerun(out, small_settings(tiny_encoder, **base), source)
    done = rerun(out, small_settings(tiny_encoder, **change), source)
    if left is None:
        assert done == redone
    else:
        assert done >= redone
        assert not done & left


def test_going_back_to_earlier_settings_gives_the_earlier_release(copy_of, finished, source, tiny_encoder):
    out = copy_of("paper")
    rerun(out, small_settings(tiny_encoder, clustering__k=4), source)
    assert release_of(out) != release_of(finished("paper"))
    rerun(out, small_settings(tiny_encoder), source)
    assert release_of(out) == release_of(finished("paper"))


def test_a_refused_run_leaves_what_an_earlier_one_has_read(copy_of, source, tiny_encoder):
    out = copy_of("paper")
    before = {path: path.stat().st_mtime_ns for path in (out / "workspace").rglob("*.parquet")}
    with pytest.raises(UserError, match="'speech'"):
        rerun(out, small_settings(tiny_encoder, ingest__columns__messages="speech"), source)
    assert rerun(out, small_settings(tiny_encoder), source) == set()
    assert {path: path.stat().st_mtime_ns for path in (out / "workspace").rglob("*.parquet")} == before


def test_more_input_redoes_the_shards_it_falls_into(copy_of, source, tiny_encoder, tmp_path):
    out, more = copy_of("paper"), tmp_path / "more.jsonl"
    lines = source.read_text().splitlines()
    more.write_text(lines[0].replace(lines[0].split('"')[3], "a new conversation") + "\n")
    with stages_made() as made:
        pipeline.run(out, small_settings(tiny_encoder), [str(source), str(more)])
    assert len([shard for stage, shard in made if stage == "extract"]) == 1


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_order_and_split_of_the_input_change_nothing(
    copy_of, finished, source, tiny_encoder, tmp_path, policy
):
    out, whole = tmp_path / "out", finished(policy) / "workspace"
    lines = source.read_bytes().splitlines(keepends=True)
    random.Random(0).shuffle(lines)
    (tmp_path / "b.jsonl").write_bytes(b"".join(lines[:200]))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"".join(lines[200:])))
    if policy == "guarded":
        workspace = Workspace(out)
        workspace.create()
        workspace.root.joinpath("secret").write_bytes((whole / "secret").read_bytes())
        (workspace.root / "noise").mkdir()
        for answer in (whole / "noise").iterdir():
            (workspace.root / "noise" / answer.name).write_bytes(answer.read_bytes())
    pipeline.run(out, small_settings(tiny_encoder, policy), [str(tmp_path / "*.jsonl*")])
    assert release_of(out) == release_of(finished(policy))


def test_the_number_of_shards_and_workers_changes_nothing(finished, source, tiny_encoder, tmp_path):
    settings = small_settings(tiny_encoder, run__shard_size=200)
    with pipeline.processes(2) as each:
        pipeline.run(tmp_path / "out", settings, [str(source)], each)
    assert len(Workspace(tmp_path / "out").shards()) != len(Workspace(finished("paper")).shards())
    assert release_of(tmp_path / "out") == release_of(finished("paper"))


def test_two_runs_in_one_folder(copy_of, source, tiny_encoder):
    out = copy_of("paper")
    with Workspace(out).lock(), pytest.raises(WorkspaceBusy, match="another run is working in this folder"):
        pipeline.run(out, small_settings(tiny_encoder), [str(source)])


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_only_the_owner_can_read_the_workspace(finished, policy):
    root = finished(policy) / "workspace"
    for path in [root, *root.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(Path(path).stat().st_mode) == wanted, path.relative_to(root)
