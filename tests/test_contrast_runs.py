"""Contrast in whole runs: what rose since a day becomes groups under `paper`, sized by published cells alone."""

import json
import random
import shutil
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import polars as pl
import pytest

from clio import pipeline
from clio.cli.main import exit_code
from clio.contrast_steps import _sample, _sides
from clio.errors import UserError
from clio.group_steps import word_prices
from clio.planning import counted_tags, population, word_plan
from clio.privacy.charges import BudgetLedger, OverBudget
from clio.release.exports import export
from clio.release.layout import MANIFEST, release_id
from clio.release.reader import read_release
from clio.release.schema import OTHER
from clio.release.tree import render_tree
from clio.release.verify import verify
from clio.sae.blocks import Block
from clio.sae.group_names import name_by_words
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.synthetic.generator import write_jsonl
from clio.workspace import Workspace
from privacy_evals.reconstruction import reconstruct

DAY = "2026-06-15"
OWN = range(900, 912)
"""Features that only the planted conversations have, all of them since DAY."""


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    return write_jsonl(tmp_path_factory.mktemp("contrasted") / "c.jsonl", 1600, 800, 11)


def rows_of(source: Path) -> list[dict]:
    return [json.loads(line) for line in source.read_text().splitlines()]


@pytest.fixture(scope="module")
def planted(source) -> set[str]:
    """A quarter of the conversations since DAY, whatever they are about."""
    since = [row["conversation_id"] for row in rows_of(source) if row["created_at"] >= DAY]
    return {name for name in since if random.Random(name).random() < 0.25}


@pytest.fixture(scope="module")
def file(source, planted, tmp_path_factory) -> Path:
    rows = []
    for row in rows_of(source):
        name, draw = row["conversation_id"], random.Random("f" + row["conversation_id"])
        features = draw.sample(range(200), 15) + (draw.sample(OWN, 8) if name in planted else [])
        rows += [(name, feature, draw.uniform(0.5, 5)) for feature in features]
    path = tmp_path_factory.mktemp("contrast-file") / "a.parquet"
    schema = {"conversation_id": pl.String, "feature_id": pl.UInt32, "value": pl.Float32}
    pl.DataFrame(rows, schema=schema, orient="row").write_parquet(path)
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory, source, file, tiny_encoder):
    home = tmp_path_factory.mktemp("contrast-runs")

    def run(folder: str = "out", **changed) -> Path:
        chosen = {
            "privacy.policy": "paper", "embedding.model": str(tiny_encoder), "clustering.k": 6,
            "sae.activations": str(file), "sae.contrast": DAY, "run.shard_size": 500,
        }  # fmt: skip
        settings = load_settings(
            overrides=chosen | {name.replace("__", "."): value for name, value in changed.items()}
        )
        pipeline.run(home / folder, settings, [str(source)])
        return home / folder

    return run


def test_what_rose_becomes_a_group_that_cuts_across_clusters(run, planted):
    out = run()
    release = read_release(out)
    members = Workspace(out).read("group_members", "all")
    found = [set(own["conversation_id"]) for _, own in members.group_by("group_id")]
    best = max(2 * len(own & planted) / (len(own) + len(planted)) for own in found)
    assert best > 0.9
    assert release.groups.height >= 1
    row = release.groups.sort("z").row(-1, named=True)
    assert row["z"] > row["z_null"] > 2
    assert release.group_clusters.filter(group_id=row["group_id"]).height >= 2
    assert release.manifest.settings["sae"]["contrast"] == DAY
    assert any(f"since {DAY}" in note for note in release.manifest.notes)
    assert verify(out).ok, [check for check in verify(out).checks if not check.ok]


def test_sizes_are_sums_of_cells_that_hide_nobody_inside_or_outside(run):
    release = read_release(run())
    sizes = dict(release.base("request").select("cluster_id", "accounts").iter_rows())
    for group, own in release.group_clusters.partition_by("group_id", as_dict=True).items():
        row = release.groups.filter(group_id=group[0]).row(0, named=True)
        assert row["accounts"] == own["accounts"].sum()
        assert row["share"] == pytest.approx(row["accounts"] / sum(sizes.values()))
        for cluster, accounts in own.select("cluster_id", "accounts").iter_rows():
            assert accounts >= 10
            assert cluster == OTHER or sizes[cluster] - accounts >= 10


def test_shards_change_nothing(run):
    first, again = read_release(run()), read_release(run("sharded", run__shard_size=3000))
    assert first.groups.equals(again.groups)
    assert first.group_clusters.equals(again.group_clusters)


def test_without_weight_features_are_contrasted_and_not_joined(run):
    release = read_release(run("unjoined", sae__weight=0))
    assert release.groups.height >= 1
    assert not any("grouped by what they say and by SAE" in note for note in release.manifest.notes)


def test_nothing_that_rose_is_a_release_with_no_groups(run, source):
    first = min(row["created_at"] for row in rows_of(source))[:10]
    out = run("all", sae__contrast=first)  # nothing before it
    assert read_release(out).groups.is_empty()
    assert verify(out).ok


@pytest.fixture(scope="module")
def guarded(run, tmp_path_factory):
    ledger = tmp_path_factory.mktemp("ledger") / "budget.jsonl"
    return run("guarded", privacy__policy="guarded", privacy__budget_file=str(ledger)), ledger


def test_under_guarded_groups_have_released_words_rounded_cells_and_no_exact_number(guarded, planted):
    out, _ = guarded
    release, workspace = read_release(out), Workspace(out)
    members = workspace.read("group_members", "all")
    found = [set(own["conversation_id"]) for _, own in members.group_by("group_id")]
    assert max(2 * len(own & planted) / (len(own) + len(planted)) for own in found) > 0.9
    words = {row["group_id"]: row for row in workspace.read("group_words", "all").iter_rows(named=True)}
    assert release.groups.height >= 1
    for row in release.groups.iter_rows(named=True):
        assert row["z"] is row["z_null"] is None
        assert {key: row[key] for key in ("name", "description")} == name_by_words(
            words[row["group_id"]]["phrase"], words[row["group_id"]]["tags"]
        )
        assert "SAE" not in row["name"] + row["description"]
    assert (release.group_clusters["accounts"] % 10 == 0).all()
    assert workspace.read("groups", "all")["name"].null_count() == len(words)
    assert any("from the same epsilon" in note for note in release.manifest.notes)
    assert verify(out).ok, [check for check in verify(out).checks if not check.ok]
    assert "z (chance)" not in render_tree(release)
    assert release.groups["name"][0] in render_tree(release)


def test_no_set_is_pinned_down_by_groups_under_guarded(guarded, tmp_path):
    release = read_release(guarded[0])
    found, asked = reconstruct(release, tmp_path / "exported")
    assert release.group_clusters.height > 1
    assert asked > 100
    assert found == []


def test_the_ledger_is_charged_for_the_words_of_groups_and_clusters_together(guarded):
    """What the plan of one facet more costs, once; a plan without groups would be charged for less noise."""
    out, ledger = guarded
    settings = Settings.model_validate_json((Workspace(out).root / "settings.json").read_bytes())
    plan = word_plan(settings, population(Work(Workspace(out), settings)).accounts)
    assert settings.privacy.conversations_per_account * counted_tags(settings, 800) * 2 == plan.K
    charged = {charge.id.partition("-")[0]: charge for charge in BudgetLedger(ledger).charges()}
    assert charged.keys() == {"phrases", "tags"}
    for mechanism, price in word_prices(plan).items():
        assert (charged[mechanism].epsilon, charged[mechanism].rho) == (price.epsilon, price.rho)
    manifest = read_release(out).manifest
    assert manifest.budget.epsilon == manifest.budget.cumulative["epsilon"] == 4


def test_a_contrast_over_the_budget_is_refused_before_any_word_is_drawn(run):
    with pytest.raises(OverBudget, match="budget"):
        run("over", privacy__policy="guarded", privacy__budget_epsilon=3)


@pytest.mark.parametrize("everywhere", [False, True], ids=["nothing planted", "the same in both halves"])
def test_between_random_halves_nothing_is_found(run, source, planted, file, tmp_path, everywhere):
    """A quarter behave alike, whichever half their account is in: that does not rise from one half to the other."""
    table = pl.read_parquet(file)
    own = pl.col("feature_id").is_in(list(OWN))
    if everywhere:
        names = [
            name for name in table["conversation_id"].unique().sort() if random.Random(name).random() < 0.25
        ]
        more = [
            (name, mark, random.Random(f"{name}{mark}").uniform(0.5, 5)) for name in names for mark in OWN
        ]
        table = pl.concat([table.filter(~own), pl.DataFrame(more, schema=table.schema, orient="row")])
    else:
        table = table.filter(~own)
    table.write_parquet(tmp_path / "halves.parquet")
    out = run(f"half {everywhere}", sae__contrast="half", sae__activations=str(tmp_path / "halves.parquet"))
    release = read_release(out)
    assert release.groups.is_empty()
    assert release.manifest.settings["sae"]["contrast"] == "half"
    assert any("what is found is chance" in note for note in release.manifest.notes)
    assert verify(out).ok


def test_a_half_is_drawn_by_account(run):
    """Half of the accounts, each with all of its conversations, and others by another seed."""
    out = run("half False", sae__contrast="half")
    settings = Settings.model_validate_json((Workspace(out).root / "settings.json").read_bytes())
    sides = _sides(Work(Workspace(out), settings))
    per_account = sides.group_by("account_id").agg(pl.col("batch").mean(), rows=pl.len())
    assert per_account["batch"].is_in([0.0, 1.0]).all()
    assert per_account["batch"].mean() == pytest.approx(0.5, abs=0.06)
    assert per_account["rows"].max() > 1
    other = settings.model_copy(update={"clustering": settings.clustering.model_copy(update={"seed": 1})})
    assert not _sides(Work(Workspace(out), other))["batch"].equals(sides["batch"])


@pytest.mark.parametrize("value", ["third", "2026-13-01", "", 7])
def test_what_is_neither_a_day_nor_half_is_told_in_one_sentence(value):
    with pytest.raises(UserError, match=r"sae.*contrast") as error:
        load_settings(
            overrides={"privacy.policy": "paper", "sae.activations": "bundled", "sae.contrast": value}
        )
    assert len(str(error.value).splitlines()) == 1
    assert "YYYY-MM-DD" in str(error.value)


def test_dp_refuses_in_one_sentence(source, tmp_path, capsys):
    with pytest.raises(UserError, match="sae"):
        load_settings(overrides={"privacy.policy": "dp", "sae.activations": "bundled", "sae.contrast": DAY})
    arguments = ["run", str(source), "--out", str(tmp_path / "o"), "--policy", "dp"]
    arguments += ["--set", f"sae.contrast={DAY}"]
    assert exit_code(arguments) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "sae.contrast" in told


def test_it_needs_activations():
    with pytest.raises(UserError, match="activations"):
        load_settings(overrides={"privacy.policy": "paper", "sae.contrast": DAY})


def test_exports_and_the_tree_tell_groups(run, tmp_path):
    release = read_release(run())
    for form in ("csv", "parquet", "json"):
        export(release, form, tmp_path / form)
    assert (
        pl.read_csv(tmp_path / "csv" / "groups.csv")["group_id"].to_list()
        == release.groups["group_id"].to_list()
    )
    assert pl.read_parquet(tmp_path / "parquet" / "group_clusters.parquet").equals(release.group_clusters)
    assert (
        len(json.loads((tmp_path / "json" / "release.json").read_text())["groups"]) == release.groups.height
    )
    assert release.groups["name"][0] in render_tree(release)
    assert "cut across" in render_tree(release)


def changed(out: Path, tmp_path: Path, name: str, change) -> Path:
    """A copy of a release with one table changed, its hashes renewed."""
    shutil.copytree(out / "release", tmp_path / "r")
    path = tmp_path / "r" / f"{name}.parquet"
    change(pl.read_parquet(path)).write_parquet(
        path, compression="zstd", compression_level=3, statistics=False
    )
    manifest = json.loads((tmp_path / "r" / MANIFEST).read_text())
    manifest["files"][path.name] = sha256(path.read_bytes()).hexdigest()
    manifest["release_id"] = release_id(manifest["window"]["start"], manifest["files"])
    (tmp_path / "r" / MANIFEST).write_text(json.dumps(manifest))
    return tmp_path / "r"


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("groups", lambda table: table.with_columns(pl.col("accounts") + 1)),
        ("groups", lambda table: table.with_columns(share=pl.lit(0.5))),
        ("group_clusters", lambda table: table.with_columns(accounts=pl.lit(3, pl.Int64))),
        ("group_clusters", lambda table: table.with_columns(cluster_id=pl.lit("request-0-999"))),
        ("groups", lambda table: table.with_columns(name=pl.lit("a\u202eb"))),
    ],
    ids=["sum", "share", "small cell", "unknown cluster", "hidden letters"],
)
def test_verify_finds_what_is_wrong_with_groups(run, tmp_path, name, change):
    assert not verify(changed(run(), tmp_path, name, change)).ok


def test_the_words_of_a_group_are_set_against_those_outside_it():
    sides = pl.DataFrame(
        {
            "row": range(60),
            "conversation_id": [f"c{n}" for n in range(60)],
            "account_id": [f"a{n}" for n in range(60)],
        },
        schema_overrides={"row": pl.UInt32},
    )
    members = pl.DataFrame({"conversation_id": range(20)}, schema={"conversation_id": pl.UInt32})
    block = Block(pl.Series("mark", [1], pl.UInt32), members, 9.0, 3.0, 0.1)
    sample = _sample(cast("Work", SimpleNamespace(key=b"k")), sides, block)
    assert set(sample.filter("inside")["conversation_id"]) == {f"c{n}" for n in range(20)}
    assert set(sample.filter(~pl.col("inside"))["conversation_id"]) == {f"c{n}" for n in range(20, 60)}
