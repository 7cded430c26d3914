"""Clio in Python: one call from conversations to a release, and wrong arguments answered in a sentence."""

import pytest

import clio
from clio.errors import UserError
from clio.settings import load_settings


@pytest.fixture
def settings(tiny_encoder):
    return load_settings(
        overrides={"embedding.model": str(tiny_encoder), "clustering.k": 6, "privacy.policy": "paper"}
    )


def test_conversations_in_a_release_out(conversations, settings, tmp_path):
    release = clio.run(conversations, settings, out=tmp_path / "out")
    assert release.top().height > 0
    assert clio.read_release(tmp_path / "out").manifest == release.manifest
    again = clio.run([str(conversations)], settings, out=str(tmp_path / "out"))
    assert again.manifest == release.manifest


@pytest.mark.parametrize("given", [{"privacy": {"policy": "paper"}}, "clio.toml", "out"])
def test_settings_that_are_none(conversations, tmp_path, given):
    with pytest.raises(UserError, match="load_settings"):
        clio.run(conversations, given, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_inputs_that_are_none(settings, tmp_path):
    with pytest.raises(UserError, match="No input was given"):
        clio.run([], settings, out=tmp_path / "out")
    with pytest.raises(UserError, match="no standard input"):
        clio.run("-", settings, out=tmp_path / "out")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ({"embedding.model": "no/where"}, "embedding.model: no/where is not a folder"),
        ({"ingest.exclude_accounts": "no/where"}, "ingest.exclude_accounts: there is no file no/where"),
    ],
    ids=str,
)
def test_files_that_settings_name_are_looked_for_before_any_work(conversations, tmp_path, named, words):
    with pytest.raises(UserError, match=words):
        clio.run(conversations, load_settings(overrides=named), out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("path", ["nowhere", None, 3])
def test_a_release_that_is_none(path):
    with pytest.raises(UserError, match="does not exist"):
        clio.read_release(path)
