"""Features of a release: only what is clearly enriched, in numbers that follow from cells; edits are found."""

import json
import shutil
from hashlib import sha256

import polars as pl
import pytest
from typer.testing import CliRunner

from clio.cli.main import app
from clio.policies import GUARDED, PAPER
from clio.release.exports import FORMATS, export
from clio.release.features import FACTS, FEATURE_CELLS, LEAST_LIFT, MOST, SIGNIFICANT, derive_features
from clio.release.layout import release_id
from clio.release.reader import read_release
from clio.release.schema import FEATURES
from clio.release.verify import verify
from tests.sample_release import sample_release

SIZES = pl.DataFrame(
    {
        "facet": "request",
        "cluster_id": [f"request-0-{number:03d}" for number in range(4)],
        "conversations": 100,
        "design_effect": 1.0,
        "facet_effect": 1.0,
    }
)
EXACTLY = pl.lit(0.0)


def cells(*rows: tuple[str | None, int, int, int]) -> pl.DataFrame:
    """Of each row cluster, feature, conversations with it and without."""
    named = [("request", None if name is None else f"request-0-{name}", *rest) for name, *rest in rows]
    return pl.DataFrame(named, schema=dict(FEATURE_CELLS), orient="row")


def facts(*rows: tuple) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict(FACTS), orient="row")


def derived(*rows: tuple[str | None, int, int, int], unseen: int = 9) -> pl.DataFrame:
    return derive_features(cells(*rows), facts((7, "login", 0.9, None)), unseen, SIZES, EXACTLY)


def test_the_lift_is_the_share_here_by_the_share_everywhere():
    found = derived(("000", 7, 60, 40), (None, 7, 20, 280))
    row = found.row(0, named=True)
    assert found.height == 1
    assert (row["share"], row["base_share"], row["lift"]) == (0.6, 0.2, 3.0)
    assert (row["label"], row["label_score"]) == ("login", pytest.approx(0.9))
    assert row["q_value"] < 0.001


def test_what_may_be_unseen_counts_as_seen():
    """10 of 100 here and up to 9 of 300 elsewhere: a lift of 10 / 2.5 would be a claim that nobody checked."""
    assert derived(("000", 7, 20, 80)).row(0, named=True)["base_share"] == 29 / 400
    assert derived(("000", 7, 20, 80), unseen=0).row(0, named=True)["base_share"] == 20 / 400
    assert derived(("000", 7, 20, 80), (None, 7, 5, 295)).row(0, named=True)["base_share"] == 25 / 400


def test_only_what_is_clearly_enriched_is_told_and_the_most_enriched_first():
    rows = [("000", feature, 20 + feature, 80 - feature) for feature in range(30)]
    rows += [(None, feature, 5, 295) for feature in range(30)]
    rows += [("001", 99, 10, 90), ("002", 99, 10, 90), ("003", 99, 10, 90), ("000", 99, 12, 88)]
    found = derived(*rows)
    assert found["feature_id"].to_list() == list(range(20, 30))
    assert derived(*rows[::-1]).equals(found)


def test_nothing_gives_nothing():
    assert dict(derived().schema) == dict(pl.Schema(dict(FEATURES)))
    assert derived((None, 7, 20, 380)).is_empty()


@pytest.fixture(scope="module", params=["guarded", "paper"])
def sound(request, tmp_path_factory):
    policy = {"guarded": GUARDED, "paper": PAPER}[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    return sample_release(folder, 24, policy=policy, facets=("request", "task"), features=40)


@pytest.fixture
def release(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "run" / "release")


def test_a_sound_release_passes(sound):
    assert [check for check in verify(sound).checks if not check.ok] == []
    found = read_release(sound).features
    assert found.height > 20
    assert found.group_by("cluster_id").len()["len"].max() <= MOST
    assert (found["lift"] >= LEAST_LIFT).all()
    assert (found["q_value"] < SIGNIFICANT).all()


def edit(release, change):
    path = release / "features.parquet"
    change(pl.read_parquet(path)).write_parquet(path, statistics=False)
    manifest = json.loads((release / "manifest.json").read_text())
    manifest["files"]["features.parquet"] = sha256(path.read_bytes()).hexdigest()
    manifest["release_id"] = release_id(manifest["window"]["start"], manifest["files"])
    (release / "manifest.json").write_text(json.dumps(manifest))


FIRST = pl.int_range(pl.len()) == 0
EDITS = {
    "lift": pl.when(FIRST).then(pl.col("lift") + 1).otherwise("lift").alias("lift"),
    "cell": pl.when(FIRST).then(5).otherwise("conversations").cast(pl.Int64).alias("conversations"),
    "share": pl.when(FIRST).then(pl.col("share") * 0.9).otherwise("share").alias("share"),
    "q": pl.when(FIRST).then(0.2).otherwise("q_value").alias("q_value"),
    "score": pl.lit(1.5, pl.Float32).alias("label_score"),
    "base": (pl.col("base_share") * 2).alias("base_share"),
    "parent": pl.col("cluster_id").str.replace("-0-", "-1-").alias("cluster_id"),
    "hidden": pl.lit("a\u202eb").alias("label"),
    "missing": pl.lit(None, pl.Float64).alias("q_value"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_found(release, name):
    edit(release, lambda table: table.with_columns(EDITS[name]))
    assert {check.name for check in verify(release).checks if not check.ok} & {"features", "text", "columns"}


@pytest.mark.parametrize(
    "change", [lambda table: table[::-1], lambda table: pl.concat([table[:1], table])], ids=["order", "twice"]
)
def test_rows_in_another_order_or_twice_are_found(release, change):
    edit(release, change)
    assert "features" in {check.name for check in verify(release).checks if not check.ok}


def test_a_table_of_features_without_activations_is_no_part_of_a_release(release):
    manifest = json.loads((release / "manifest.json").read_text())
    manifest["settings"]["sae"]["activations"] = "off"
    (release / "manifest.json").write_text(json.dumps(manifest))
    assert "files" in {check.name for check in verify(release).checks if not check.ok}
    assert read_release(release).features is None


def test_it_is_exported_and_shown(sound, tmp_path):
    read = read_release(sound)
    for fmt in FORMATS:
        export(read, fmt, tmp_path / fmt)
    assert pl.read_parquet(tmp_path / "parquet" / "features.parquet").equals(read.features)
    assert pl.read_csv(tmp_path / "csv" / "features.csv").height == read.features.height
    rows = json.loads((tmp_path / "json" / "release.json").read_text())["features"]
    assert [row["feature_id"] for row in rows] == read.features["feature_id"].to_list()
    export(read_release(sample_release(tmp_path / "plain", 5)), "csv", tmp_path / "csv")
    assert not (tmp_path / "csv" / "features.csv").exists()
    shown = CliRunner().invoke(app, ["show", str(sound), "--json"])
    assert len(json.loads(shown.stdout)["features"]) == read.features.height
