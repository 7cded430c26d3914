"""SAE activations in whole runs: they move what is grouped, lose no conversation, and cost nothing that was done."""

import json
import random
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from sklearn.metrics import normalized_mutual_info_score

from clio import pipeline
from clio.errors import UserError
from clio.release.reader import read_release
from clio.release.verify import verify
from clio.settings import load_settings
from clio.workspace import Workspace
from privacy_evals.reconstruction import reconstruct

GROUPS = 4


def ids_of(source: Path) -> list[str]:
    return [json.loads(line)["conversation_id"] for line in source.read_text().splitlines()]


def group_of(conversation_id: str) -> int:
    """A group that no text tells of."""
    return random.Random(conversation_id).randrange(GROUPS)


def activations(path: Path, ids: list[str], seed: int = 0) -> Path:
    """Features 100 g .. 100 g + 19 are active in the group g, others anywhere."""
    rows = []
    for name in ids:
        draw = random.Random(f"{seed}{name}")
        own = draw.sample(range(100 * group_of(name), 100 * group_of(name) + 20), 14)
        rows += [
            (name, feature, draw.uniform(0.1, 5)) for feature in [*own, *draw.sample(range(900, 999), 4)]
        ]
    random.Random(seed).shuffle(rows)
    schema = {"conversation_id": pl.String, "feature_id": pl.UInt32, "value": pl.Float32}
    pl.DataFrame(rows, schema=schema, orient="row").write_parquet(path)
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory, conversations, tiny_encoder):
    """A function that runs the pipeline, every run in the same folder unless another is named."""
    home = tmp_path_factory.mktemp("joined")

    def run(
        folder: str = "out",
        policy: str = "paper",
        file: Path | None = None,
        weight: float | None = 0.9,
        tell=None,
        **more,
    ):
        chosen = {
            "privacy.policy": policy, "embedding.model": str(tiny_encoder), "clustering.k": GROUPS,
            "run.shard_size": 250, "sae.weight": weight, **more,
        }  # fmt: skip
        settings = load_settings(overrides=chosen | ({} if file is None else {"sae.activations": str(file)}))
        pipeline.run(home / folder, settings, [str(conversations)], report=tell)
        return home / folder

    return run


@pytest.fixture(scope="module")
def file(tmp_path_factory, conversations) -> Path:
    return activations(tmp_path_factory.mktemp("activations") / "a.parquet", ids_of(conversations))


def agreement(out: Path) -> float:
    """How well the clusters tell the groups apart, of conversations that are clustered by topic."""
    rows = Workspace(out).scan("assignments").collect().filter(pl.col("distance").is_not_null())
    groups = [group_of(name) for name in rows["conversation_id"]]
    return float(normalized_mutual_info_score(groups, rows["cluster_id"]))


def tables_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "release").glob("*.parquet")}


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_what_only_activations_tell_shows_in_the_groups(run, file, policy):
    assert agreement(run("plain", policy)) < 0.1
    out = run(f"joined-{policy}", policy, file)
    assert agreement(out) > 0.8
    assert verify(out).ok
    manifest = read_release(out).manifest
    assert manifest.settings["sae"] == {
        "activations": "file", "weight": 0.9, "query": None, "features": [], "contrast": None,
    }  # fmt: skip
    assert manifest.counts["without_activations"] == "0-10"
    assert any("SAE features" in note for note in manifest.notes)
    assert str(file) not in (out / "release" / "manifest.json").read_text()


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_the_features_of_a_group_stand_out_in_its_cluster(run, file, policy):
    """The twenty features of a group of conversations, and no other, are enriched in the clusters it became."""
    release = read_release(run(f"joined-{policy}", policy, file))
    assert release.features.height > 10
    assert (release.features["feature_id"] < 900).all()
    in_groups = release.features.group_by("cluster_id").agg((pl.col("feature_id") // 100).n_unique())
    assert (in_groups["feature_id"] <= 2).all()
    assert release.features["label"].null_count() == release.features.height
    assert set(release.features["cluster_id"]) <= set(release.base()["cluster_id"])


def test_no_set_is_pinned_down_by_features(run, file, tmp_path):
    release = read_release(run("joined-guarded", "guarded", file))
    found, asked = reconstruct(release, tmp_path / "exported")
    assert release.features.height > 0
    assert asked > 100
    assert found == []


def test_a_file_beside_the_activations_tells_labels(run, file):
    beside = file.with_suffix(".features.parquet")
    told = {
        "feature_id": [0, 101, 7777],
        "label": ["first", "second\n\u202eword", "none"],
        "label_score": [0.9, None, 0.1],
    }
    pl.DataFrame(told, schema_overrides={"feature_id": pl.UInt32}).write_parquet(beside)
    try:
        out = run("labelled", file=file)
    finally:
        beside.unlink()
    labels = dict(read_release(out).features.drop_nulls("label").select("feature_id", "label").iter_rows())
    assert labels.items() <= {0: "first", 101: "second word"}.items()
    assert verify(out).ok


@pytest.mark.parametrize(
    "told",
    [{"feature_id": [1, 1]}, {"feature_id": [1, 2], "label_score": [0.5, 1.5]}, {"label": ["a", "b"]}],
    ids=["twice", "score", "no-id"],
)
def test_labels_of_another_form_are_refused_in_one_sentence(run, file, told):
    beside = file.with_suffix(".features.parquet")
    pl.DataFrame(told).write_parquet(beside)
    try:
        with pytest.raises(UserError, match=r"features\.parquet: .*feature_id"):
            run("mislabelled", file=file)
    finally:
        beside.unlink()


def test_without_weight_nothing_changes(run, file):
    assert tables_of(run("weightless", file=file, weight=0)) == tables_of(run("plain"))


def test_conversations_without_activations_are_joined_at_zero_and_told(run, conversations, tmp_path):
    half = [name for at, name in enumerate(ids_of(conversations)) if at % 2]
    out = run("half", file=activations(tmp_path / "half.parquet", half))
    rows = Workspace(out).scan("assignments").collect()
    plain = Workspace(run("plain")).scan("assignments").collect()
    assert rows.select("conversation_id", pl.col("cluster_id").is_null()).equals(
        plain.select("conversation_id", pl.col("cluster_id").is_null())
    )
    assert read_release(out).manifest.counts["without_activations"] == "200-500"


def test_the_order_of_the_files_rows_changes_nothing(run, file, tmp_path):
    first = tables_of(run("ordered", file=file))
    shuffled = tmp_path / "shuffled.parquet"
    pl.read_parquet(file).sample(fraction=1, shuffle=True, seed=3).write_parquet(shuffled)
    assert tables_of(run("reordered", file=shuffled)) == first


def test_another_file_redoes_the_joining_and_what_follows_and_nothing_before(
    run, file, conversations, tmp_path
):
    run("again", file=file)
    other, made = activations(tmp_path / "other.parquet", ids_of(conversations), seed=9), {}
    run("again", file=other, tell=lambda step: made.setdefault(step.stage, []).append(step.done))
    redone = {stage for stage, done in made.items() if done[0] == 0}
    assert {"activations", "join", "fit", "assign"} <= redone
    assert not {"ingest", "extract", "embed", "phrases", "topics"} & redone
    made.clear()
    run("again", file=other, tell=lambda step: made.setdefault(step.stage, []).append(step.done))
    assert all(done[0] > 0 for done in made.values())


def test_a_file_of_other_conversations_is_refused_before_anything_is_computed(run, tmp_path):
    with pytest.raises(UserError, match="no row of it"):
        run("foreign", file=activations(tmp_path / "foreign.parquet", ["nobody", "nothing"]))


def test_dp_refuses_what_is_fitted_on_private_data(file, conversations, tmp_path):
    command = [sys.executable, "-m", "clio", "run", str(conversations), "--out", str(tmp_path / "dp")]
    command += ["--policy", "dp", "--activations", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "sae.activations" in done.stderr
    assert not (tmp_path / "dp").exists()


def test_the_bundled_features_are_encoded_in_the_run_and_the_same_again_redoes_nothing(
    conversations, tmp_path
):
    chosen = {"clustering.k": GROUPS, "sae.activations": "bundled", "privacy.policy": "paper"}
    settings, made = load_settings(overrides=chosen), {}
    pipeline.run(tmp_path, settings, [str(conversations)])
    rows = Workspace(tmp_path).scan("activations").collect()
    assert rows["conversation_id"].to_list() == sorted(ids_of(conversations))
    assert (rows["features"].list.len() > 0).mean() > 0.95
    release = read_release(tmp_path)
    assert release.manifest.settings["sae"]["activations"] == "bundled"
    assert release.features["label"].drop_nulls().len() > 3
    assert release.features["nearest"].null_count() == 0
    assert verify(tmp_path).ok
    pipeline.run(
        tmp_path, settings, [str(conversations)], report=lambda step: made.setdefault(step.stage, step.done)
    )
    assert {"activate", "labels", "join"} <= made.keys()
    assert all(made.values())


HARBOUR = range(2000, 2008)
"""Features that tell a partition of their own, by one pair of them for each part."""


def part_of(conversation_id: str) -> int:
    """A partition that neither text nor groups tell of."""
    return random.Random(f"part {conversation_id}").randrange(GROUPS)


@pytest.fixture
def two_partitions(file, conversations, tmp_path) -> Path:
    """Activations that tell groups by many features and parts by few, with labels for the few."""
    ids = ids_of(conversations)
    parts = [(name, HARBOUR[0] + 2 * part_of(name) + at, 1.0) for name in ids for at in range(2)]
    few = pl.DataFrame(parts, schema=pl.read_parquet_schema(file), orient="row")
    path = tmp_path / "two.parquet"
    pl.concat([pl.read_parquet(file), few]).write_parquet(path)
    told = {"feature_id": list(HARBOUR), "label": ["harbours, ship"] * 8, "label_score": [0.9] * 8}
    pl.DataFrame(told).write_parquet(path.with_suffix(".features.parquet"))
    return path


def parts_found(out: Path) -> float:
    rows = Workspace(out).scan("assignments").collect().filter(pl.col("distance").is_not_null())
    parts = [part_of(name) for name in rows["conversation_id"]]
    return float(normalized_mutual_info_score(parts, rows["cluster_id"]))


@pytest.mark.parametrize(
    "chosen",
    [{"sae.query": "Harbour or sea"}, {"sae.features": tuple(HARBOUR)}],
    ids=["query", "ids"],
)
def test_what_only_chosen_features_tell_shows_in_the_groups(run, two_partitions, chosen):
    every = run("untargeted", file=two_partitions)
    assert parts_found(every) < 0.3
    out = run("targeted", file=two_partitions, weight=None, **chosen)
    assert parts_found(out) > 0.8
    assert agreement(out) < 0.1
    manifest = read_release(out).manifest
    assert manifest.settings["sae"]["weight"] == 0.7
    assert any("only chosen ones" in note for note in manifest.notes)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [({"sae.query": "volcano"}, "no feature has a label"), ({"sae.features": (5555,)}, "is active in these")],
    ids=["query", "ids"],
)
def test_nothing_chosen_is_told_in_one_sentence(run, two_partitions, chosen, told):
    with pytest.raises(UserError, match=told):
        run("nothing", file=two_partitions, **chosen)


def test_choosing_needs_activations():
    with pytest.raises(UserError, match=r"sae: query: there are no features"):
        load_settings(overrides={"sae.query": "harbour"})
