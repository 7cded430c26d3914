"""Reading: every way to name a release works, and what is none is said in one sentence."""

import json
import shutil

import fsspec
import polars as pl
import pytest

from clio.errors import UserError
from clio.policies import PAPER
from clio.release.reader import find_releases, read_release
from clio.release.schema import TABLES
from tests.sample_release import sample_release


@pytest.fixture
def folder(tmp_path):
    sample_release(tmp_path / "support", 12)
    return tmp_path / "support"


def test_a_folder_and_its_release_mean_the_same(folder):
    one, two = read_release(folder), read_release(str(folder / "release") + "/")
    assert one.manifest == two.manifest
    assert one.clusters.equals(two.clusters)
    for name, schema in TABLES.items():
        assert dict(getattr(one, name).schema) == dict(pl.Schema(dict(schema)))


def test_a_release_at_a_url(folder):
    memory = fsspec.filesystem("memory")
    memory.put(str(folder / "release"), "/published/one/release", recursive=True)
    try:
        release = read_release("memory://published/one")
        assert release.clusters.equals(read_release(folder).clusters)
        (entry,) = find_releases("memory://published")
        assert entry.source == "one"
        assert read_release(entry.path).manifest == release.manifest
    finally:
        memory.rm("/published", recursive=True)


def test_levels_and_children_walk_the_whole_tree(folder):
    release = read_release(folder)
    seen, waiting = [], release.top()["cluster_id"].to_list()
    while waiting:
        seen.append(waiting.pop())
        waiting += release.children(seen[-1])["cluster_id"].to_list()
    assert sorted(seen) == release.clusters["cluster_id"].to_list()
    assert release.base().height == 12
    assert release.top().equals(release.level(2))
    assert release.base()["conversations"].is_sorted(descending=True)
    assert release.base("no such facet").is_empty()


def test_a_breakdown_is_sorted_by_size(folder):
    release = read_release(folder)
    rows = release.breakdown(release.top()["cluster_id"][0], "language")
    assert rows.height >= 2
    assert rows["conversations"].is_sorted(descending=True)


def _remove_manifest(release):
    (release / "manifest.json").unlink()


def _remove_table(release):
    (release / "timeline.parquet").unlink()


def _cut_table(release):
    path = release / "clusters.parquet"
    path.write_bytes(path.read_bytes()[:100])


def _rename_column(release):
    path = release / "clusters.parquet"
    pl.read_parquet(path).rename({"name": "title"}).write_parquet(path)


def _cut_manifest(release):
    path = release / "manifest.json"
    path.write_text(path.read_text()[:200])


def _next_version(release):
    path = release / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"schema_version": 2, "new": "field"}))


def _list_as_manifest(release):
    (release / "manifest.json").write_text("[]")


def _say_twice(release):
    """Parsers disagree which of the two they take: another reader would see another claim."""
    path = release / "manifest.json"
    path.write_text(path.read_text().replace('"claim":', '"claim": "Anonymous.", "claim":', 1))


def _write_wide(release):
    path = release / "manifest.json"
    path.write_bytes(path.read_text().encode("utf-16"))


def _forget_a_field(release):
    path = release / "manifest.json"
    content = json.loads(path.read_text())
    del content["policy"]
    path.write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (_remove_manifest, "incomplete"),
        (_remove_table, "timeline.parquet is missing"),
        (_cut_table, "damaged"),
        (_rename_column, "columns"),
        (_cut_manifest, "damaged"),
        (_list_as_manifest, "damaged"),
        (_forget_a_field, "damaged"),
        (_say_twice, "damaged"),
        (_write_wide, "damaged"),
        (_next_version, "schema version 2"),
        (shutil.rmtree, "no release"),
        (lambda release: shutil.rmtree(release.parent), "does not exist"),
    ],
)
def test_what_is_wrong_is_one_sentence(folder, damage, says):
    damage(folder / "release")
    with pytest.raises(UserError, match=says) as caught:
        read_release(folder)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_an_unknown_kind_of_address():
    with pytest.raises(UserError, match="nosuch://x"):
        read_release("nosuch://x")


def test_find_releases_in_each_kind_of_folder(tmp_path):
    sample_release(tmp_path / "b", 20)
    sample_release(tmp_path / "b", 21, policy=PAPER)
    sample_release(tmp_path / "a", 20)
    (tmp_path / "not a release").mkdir()
    (tmp_path / "notes.txt").write_text("hello")
    shutil.copytree(tmp_path / "a" / "release", tmp_path / "copied by hand")

    found = find_releases(tmp_path)
    assert [(entry.source, entry.latest, entry.policy) for entry in found] == [
        ("a", True, "guarded"),
        ("b", True, "paper"),
        ("b", False, "guarded"),
        ("copied by hand", True, "guarded"),
    ]
    assert [read_release(entry.path).manifest.release_id for entry in found] == [
        entry.release_id for entry in found
    ]
    assert [entry.latest for entry in find_releases(tmp_path / "b")] == [True, False]
    assert [entry.source for entry in find_releases(tmp_path / "b" / "release")] == ["b"]
    assert find_releases(tmp_path / "not a release") == []
    assert find_releases(tmp_path / "nowhere") == []


def test_a_damaged_release_is_passed_over_in_a_list(tmp_path):
    sample_release(tmp_path / "a", 20)
    sample_release(tmp_path / "b", 20)
    (tmp_path / "a" / "release" / "manifest.json").write_text("{")
    assert [entry.source for entry in find_releases(tmp_path)] == ["b"]
