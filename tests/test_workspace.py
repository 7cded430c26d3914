"""The workspace: a file counts as done only when it is whole and made from what is asked for."""

import os
import stat

import numpy as np
import polars as pl
import pytest

from clio.errors import RunFailed, UserError, WorkspaceBusy
from clio.tables import POSITIONS
from clio.workspace import Workspace, write_atomically

FRAME = pl.DataFrame({"cluster_id": ["a", "b"], "facet": ["request"] * 2, "x": [1.0, None], "y": [0.5, 2.0]})


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


@pytest.mark.parametrize("damage", ["flip", "cut", "remove", "sidecar", "other rows"])
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
    elif damage == "sidecar":
        workspace.path("phrases", "all", ".json").write_text("{")
    else:
        sidecar = workspace.path("phrases", "all", ".json")
        sidecar.write_text(sidecar.read_text().replace('"rows": 3', '"rows": 2'))
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


@pytest.mark.parametrize("damage", ["flip", "cut", "remove", "record"])
def test_a_damaged_secret_is_neither_used_nor_replaced(workspace, damage):
    secret, path = workspace.secret(), workspace.root / "secret"
    if damage == "flip":
        path.write_bytes(secret[:9] + bytes([secret[9] ^ 1]) + secret[10:])
    elif damage == "cut":
        path.write_bytes(secret[:-1])
    elif damage == "remove":
        path.unlink()
    else:
        (workspace.root / "secret.json").write_bytes(b"{")
    with pytest.raises(RunFailed, match="damaged and cannot be made again"):
        Workspace(workspace.out).secret()
    path.write_bytes(secret)
    (workspace.root / "secret.json").unlink(missing_ok=True)
    assert Workspace(workspace.out).secret() == secret


def test_a_folder_of_another_layout_is_refused(workspace):
    (workspace.root / "format.json").write_text('{"format": 99}')
    with pytest.raises(UserError, match="another version"):
        workspace.create()
