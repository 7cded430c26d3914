"""The workspace: a file counts as done only when it is whole and made from what is asked for."""

import os
import stat

import numpy as np
import polars as pl
import pytest

from clio.errors import UserError, WorkspaceBusy
from clio.tables import POSITIONS
from clio.workspace import StoredNoise, Workspace, write_atomically

FRAME = pl.DataFrame({"cluster_id": ["a", "b"], "x": [1.0, None], "y": [0.5, 2.0]})


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path / "out")
    made.create()
    return made


def test_a_table_is_done_for_its_fingerprint_only(workspace):
    workspace.write("positions", "00000", FRAME, POSITIONS, "f1")
    assert workspace.is_done("positions", "00000", "f1")
    assert not workspace.is_done("positions", "00000", "f2")
    assert not workspace.is_done("positions", "00001", "f1")
    assert workspace.rows("positions", "00000") == 2


@pytest.mark.parametrize("damage", ["flip", "cut", "remove", "sidecar"])
def test_damage_is_noticed_by_a_later_process(workspace, damage):
    workspace.write_array("phrases", "all", np.ones((3, 2), np.float32), "f")
    path = workspace.path("phrases", "all", ".npy")
    data = path.read_bytes()
    if damage == "flip":
        path.write_bytes(data[:-1] + b"\x07")
    elif damage == "cut":
        path.write_bytes(data[:-4])
    elif damage == "remove":
        path.unlink()
    else:
        workspace.path("phrases", "all", ".json").write_text("{")
    assert not Workspace(workspace.out).is_done("phrases", "all", "f")
    assert Workspace(workspace.out).content("phrases", "all") is None


def test_a_write_that_dies_leaves_the_old_file(workspace, monkeypatch):
    path = workspace.root / "x.json"
    write_atomically(path, b"old")
    monkeypatch.setattr(os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in workspace.root.iterdir() if p.name.endswith(".part")] == []


def test_only_the_owner_can_read_it(workspace):
    workspace.write("positions", "00000", FRAME, POSITIONS, "f1")
    workspace.secret()
    assert stat.S_IMODE(workspace.root.stat().st_mode) == 0o700
    for path in workspace.root.rglob("*"):
        if path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_one_run_at_a_time(workspace):
    with workspace.lock(), pytest.raises(WorkspaceBusy, match="another run"), Workspace(workspace.out).lock():
        pass
    with workspace.lock():
        pass


def test_the_secret_is_drawn_once(workspace, tmp_path):
    other = Workspace(tmp_path / "other")
    other.create()
    assert workspace.secret() == Workspace(workspace.out).secret()
    assert workspace.secret() != other.secret()
    assert len(workspace.secret()) == 32


def test_a_folder_of_another_layout_is_refused(workspace):
    (workspace.root / "format.json").write_text('{"format": 99}')
    with pytest.raises(UserError, match="another version"):
        workspace.create()


def test_noise_is_never_replaced_and_every_draw_is_charged(tmp_path):
    noise = StoredNoise(tmp_path, {"tags": (2.0, 1e-6), "phrases": (2.0, 0.0)})
    noise.keep("tags-1", FRAME)
    noise.keep("phrases-1", FRAME)
    noise.keep("tags-2", FRAME)
    with pytest.raises(FileExistsError):
        noise.keep("tags-1", FRAME)
    recalled = noise.recall("tags-1")
    assert recalled is not None
    assert recalled.equals(FRAME)
    assert noise.recall("tags-3") is None
    assert noise.spent() == {"epsilon": 6.0, "delta": pytest.approx(2e-6)}
