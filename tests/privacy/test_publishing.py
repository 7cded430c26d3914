"""Publishing survives a crash at every step: nobody reads half a release, the next run repairs the rest."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from clio.errors import UserError
from clio.policies import GUARDED, PAPER
from clio.privacy import publishing
from clio.privacy.gate import build_release
from clio.release.reader import find_releases, read_release
from clio.release.verify import verify
from tests.privacy.gate_data import KEY, gate_input, provenance


class Crash(BaseException):
    """The process ends here: nothing after it runs, not even error handling."""


def build(seed, folder, **changes):
    data = gate_input(seed, bases=3, conversations=300)
    return build_release(data, GUARDED, [], provenance(**changes), KEY, folder)


def crash_at(monkeypatch, count: int) -> None:
    """Make the `count`-th step on the file system, of whatever kind, the last one (it does not happen)."""
    done = [0]

    def wrap(owner, name):
        real = getattr(owner, name)

        def step(*args, **kwargs):
            done[0] += 1
            if done[0] == count:
                raise Crash
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, step)

    wrap(Path, "mkdir")
    wrap(os, "rename")
    wrap(shutil, "rmtree")
    wrap(publishing, "_sync")
    wrap(Path, "write_text")


@pytest.mark.parametrize("same", [False, True], ids=["another release", "the same one, other notes"])
def test_a_crash_at_any_step_leaves_what_the_next_run_repairs(tmp_path, monkeypatch, same):
    """After the crash the old or the new release is there whole, or none; the next run gives the new one."""
    new_seed, notes = (1, ["changed"]) if same else (2, [])
    old = build(1, tmp_path / "old")
    count, crashed = 0, True
    while crashed:
        count += 1
        folder = tmp_path / str(count)
        shutil.copytree(tmp_path / "old", folder)
        with monkeypatch.context() as patch:
            crash_at(patch, count)
            try:
                new = build(new_seed, folder, notes=notes)
                crashed = False
            except Crash:
                pass
        _only_whole_releases(folder)
        new = build(new_seed, folder, notes=notes)
        assert read_release(folder).manifest == new
        assert verify(folder).ok
        left = {path.name for path in folder.iterdir()}
        assert left <= {"release", "history"}
        history = [path.name for path in (folder / "history").iterdir()] if "history" in left else []
        assert history == ([] if same else [old.release_id])
    assert count > 10


def _only_whole_releases(folder: Path) -> None:
    for entry in find_releases(folder):
        assert verify(entry.path).ok


def test_a_release_whose_second_rename_was_lost_is_kept(tmp_path, monkeypatch):
    """The crash between the renames costs nothing that was complete, even if the next run makes another."""
    run = tmp_path / "run"
    first, second = build(1, run), build(2, tmp_path / "apart")
    real = os.rename

    def only_away(source, target):
        if Path(target).name == "release":
            raise Crash
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", only_away)
        with pytest.raises(Crash):
            build(2, run)
    with pytest.raises(UserError, match="incomplete"):
        read_release(run)
    third = build(3, run)
    expected = {first.release_id, second.release_id, third.release_id}
    assert {entry.release_id for entry in find_releases(run)} == expected


def test_the_same_release_again_is_left_untouched(tmp_path):
    first = build(1, tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "release").iterdir()}
    again = build(1, tmp_path, created_at=first.created_at.replace(year=2030))
    assert again == first
    assert before == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "release").iterdir()}
    assert not (tmp_path / "history").exists()


def test_a_damaged_release_of_the_same_name_is_written_again(tmp_path):
    build(1, tmp_path)
    (tmp_path / "release" / "timeline.parquet").write_bytes(b"")
    build(1, tmp_path)
    assert verify(tmp_path).ok


def test_each_release_is_in_one_place_only(tmp_path):
    """Going back to earlier data makes that release the latest again, and not also a part of the history."""
    first, second = build(1, tmp_path), build(2, tmp_path)
    assert [entry.release_id for entry in find_releases(tmp_path)] == [second.release_id, first.release_id]
    build(1, tmp_path)
    assert [entry.release_id for entry in find_releases(tmp_path)] == [first.release_id, second.release_id]


def test_a_release_of_another_version_moves_to_the_history(tmp_path):
    old = build(1, tmp_path)
    manifest = tmp_path / "release" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"schema_version": 1', '"schema_version": 0, "was": 1'))
    build(2, tmp_path)
    assert (tmp_path / "history" / old.release_id / "manifest.json").exists()


def test_a_stale_half_built_folder_is_no_release(tmp_path):
    half = tmp_path / "release.building-1"
    half.mkdir()
    (half / "clusters.parquet").write_bytes(b"half")
    with pytest.raises(UserError, match="incomplete"):
        read_release(tmp_path)
    build(1, tmp_path)
    assert not half.exists()


def test_a_release_id_cannot_lead_out_of_the_history(tmp_path):
    build(1, tmp_path / "x")
    manifest = tmp_path / "x" / "release" / "manifest.json"
    release_id = read_release(tmp_path / "x").manifest.release_id
    manifest.write_text(manifest.read_text().replace(release_id, "../../outside"))
    build(2, tmp_path / "x")
    assert not (tmp_path / "outside").exists()
    assert verify(tmp_path / "x").ok


def test_same_data_same_bytes(tmp_path):
    """Parquet files are a function of the tables, so that equal releases have equal names."""
    one, two = build(1, tmp_path / "a"), build(1, tmp_path / "b")
    assert one.files == two.files
    paper = build_release(
        gate_input(1, bases=3, conversations=300), replace(PAPER), [], provenance(), KEY, tmp_path / "c"
    )
    assert paper.files != one.files
