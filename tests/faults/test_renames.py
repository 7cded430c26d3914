"""A crash right before or after any rename, which is where a state becomes visible, loses nothing."""

import os
import shutil
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from fault_runs import release_of, small_settings

from clio import pipeline
from clio.inputs import load_conversations
from clio.workspace import Workspace


class Crash(BaseException):
    """The process dies here; not an Exception, so that nothing handles it."""


@contextmanager
def crash_at(number: int, after: bool):
    """Die at the `number`-th rename from here on; yields a list of what was renamed."""
    seen: list[str] = []

    def dying(real):
        def rename(source, target, **options):
            seen.append(str(target))
            if len(seen) == number and not after:
                raise Crash
            real(source, target, **options)
            if len(seen) == number:
                raise Crash

        return rename

    with patch.object(os, "replace", dying(os.replace)), patch.object(os, "rename", dying(os.rename)):
        yield seen


def conversations_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "workspace" / "conversations").glob("*.parquet")}


@pytest.mark.parametrize("after", [False, True])
def test_ingest_survives_a_crash_at_each_of_its_renames(finished, source, tiny_encoder, tmp_path, after):
    settings, wanted = small_settings(tiny_encoder), conversations_of(finished("paper"))
    for number in count(1):
        out = tmp_path / str(number)
        workspace = Workspace(out)
        workspace.create()
        try:
            with crash_at(number, after):
                load_conversations(workspace, settings, [str(source)])
        except Crash:
            load_conversations(Workspace(out), settings, [str(source)])
            assert conversations_of(out) == wanted
            assert list((out / "workspace" / "scratch").iterdir()) == []
        else:
            break
    assert number > 2 * len(wanted), "the crashes did not reach the renames"


def test_shards_of_a_crashed_larger_ingest_are_not_counted(source, finished, tiny_encoder, tmp_path):
    out, wanted = tmp_path / "out", conversations_of(finished("paper"))
    workspace = Workspace(out)
    workspace.create()
    # Die before the shards are fixed, with twelve of them written; then cut the same input into three.
    with crash_at(24, after=True), pytest.raises(Crash):
        load_conversations(workspace, small_settings(tiny_encoder, run__shard_size=30), [str(source)])
    assert len(conversations_of(out)) > len(wanted)
    pipeline.run(out, small_settings(tiny_encoder), [str(source)])
    assert conversations_of(out) == wanted
    assert release_of(out) == release_of(finished("paper"))


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_a_run_that_dies_at_every_rename_ends_with_the_same_release(
    finished, source, tiny_encoder, tmp_path, policy
):
    settings, whole, out = small_settings(tiny_encoder, policy), finished(policy), tmp_path / "out"
    workspace = out / "workspace"
    workspace.mkdir(parents=True)
    kept = (
        "conversations",
        "quarantine",
        "ingest",
        "noise",
        "secret",
        "secret.json",
        "shards.json",
        "format.json",
    )
    for name in kept:
        place = whole / "workspace" / name
        if place.is_dir():
            shutil.copytree(place, workspace / name)
        elif place.exists():
            shutil.copy(place, workspace / name)
    deaths = 0
    for number in range(400):
        # The first rename of each run is that of settings.json, the next are those of a table and of its
        # sidecar: by turns the run dies after the table, before and after the sidecar, and before what follows.
        rename, after = ((3, True), (4, False), (4, True), (5, False))[number % 4]
        try:
            with crash_at(rename, after):
                pipeline.run(out, settings, [str(source)])
        except Crash:
            deaths += 1
        else:
            break
    assert deaths > 30
    assert release_of(out) == release_of(whole)
