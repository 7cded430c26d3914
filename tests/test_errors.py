"""What goes wrong outside Clio is told in a sentence of a closed list; what goes wrong inside, without its words."""

import errno
import os
import sqlite3

import polars as pl
import pytest

from clio.errors import RunFailed, UserError, without_private_text
from clio.release.exports import export
from clio.release.reader import read_release
from tests.sample_release import sample_release

PRIVATE = "my secret diagnosis"


def told(error, cause=None):
    with pytest.raises(RunFailed) as caught, without_private_text():
        raise error from cause
    assert PRIVATE not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), PRIVATE),
        OSError(f"No space left on device (os error 28): {PRIVATE}"),  # as Polars says it
        pl.exceptions.ComputeError(f"No space left on device (os error 28): {PRIVATE}"),
        sqlite3.OperationalError("database or disk is full"),
    ],
    ids=repr,
)
def test_a_full_disk_is_no_bug(error):
    for sentence in (told(error), told(KeyError(PRIVATE), error)):
        assert sentence.startswith("Clio stopped: the disk is full; make room. What was finished is kept")
        assert "bug" not in sentence


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EIO, errno.EMFILE, errno.EDQUOT])
def test_what_the_system_refuses_is_no_bug(number):
    sentence = told(OSError(number, PRIVATE, PRIVATE))
    assert sentence.startswith("Clio stopped: ")
    assert "; " in sentence, "what to do"


@pytest.mark.parametrize("error", [ValueError(PRIVATE), FileNotFoundError(errno.ENOENT, PRIVATE)], ids=repr)
def test_what_clio_did_wrong_is_told_as_a_bug(error):
    sentence = told(error)
    assert f"Clio failed: {type(error).__name__}" in sentence
    assert "This is a bug" in sentence


def test_an_export_onto_a_full_disk(tmp_path, monkeypatch):
    release = read_release(sample_release(tmp_path / "run", 6))

    def full(*_, **__):
        raise OSError(f"No space left on device (os error 28): {PRIVATE}")

    monkeypatch.setattr(pl.DataFrame, "write_csv", full)
    with pytest.raises(UserError, match="the disk is full; make room") as caught:
        export(release, "csv", tmp_path / "out")
    assert PRIVATE not in str(caught.value)
