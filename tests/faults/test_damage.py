"""A damaged, cut or missing file of the workspace is noticed and made again, and the release stays the same."""

from pathlib import Path

import pytest
from fault_runs import release_of, small_settings, stages_made

from clio import pipeline
from clio.errors import UserError

KINDS = ("flip", "cut", "no data", "no sidecar", "sidecar")


def damage(path: Path, kind: str) -> None:
    data, sidecar = path.read_bytes(), path.with_suffix(".json")
    if kind == "flip":
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    elif kind == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif kind == "no data":
        path.unlink()
    elif kind == "no sidecar":
        sidecar.unlink()
    else:
        sidecar.write_bytes(sidecar.read_bytes()[:-9])


def stored(out: Path) -> list[Path]:
    """Every stored table and array, but the noise, which is never made again."""
    root = out / "workspace"
    found = [*root.rglob("*.parquet"), *root.rglob("*.npy")]
    return sorted(path for path in found if path.parent.name != "noise")


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_every_stored_file_is_made_again_when_damaged(copy_of, finished, source, tiny_encoder, policy):
    out, settings, wanted = (
        copy_of(policy),
        small_settings(tiny_encoder, policy),
        release_of(finished(policy)),
    )
    before = {path: path.read_bytes() for path in stored(out)}
    assert {path.parent.name for path in before} >= {
        "conversations",
        "facets",
        "request",
        "phrases",
        "published",
    }
    for number, path in enumerate(before):
        kind = KINDS[(number + len(policy)) % len(KINDS)]
        damage(path, kind)
        pipeline.run(out, settings, [str(source)])
        assert path.read_bytes() == before[path], f"{kind} of {path.relative_to(out)} was not repaired"
        assert path.with_suffix(".json").exists()
    assert release_of(out) == wanted


@pytest.mark.parametrize("name", ["clusters.parquet", "manifest.json"])
@pytest.mark.parametrize("kind", ["cut", "no data"])
def test_a_damaged_release_is_built_again(copy_of, finished, source, tiny_encoder, name, kind):
    out = copy_of("paper")
    damage(out / "release" / name, kind)
    pipeline.run(out, small_settings(tiny_encoder), [str(source)])
    assert release_of(out) == release_of(finished("paper"))


def test_a_release_that_somebody_removed_is_built_again(copy_of, finished, source, tiny_encoder):
    out = copy_of("paper")
    (out / "release").rename(out / "elsewhere")
    pipeline.run(out, small_settings(tiny_encoder), [str(source)])
    assert release_of(out) == release_of(finished("paper"))


def test_damaged_noise_is_never_drawn_again(copy_of, source, tiny_encoder):
    out = copy_of("guarded")
    answer = next((out / "workspace" / "noise").glob("*.parquet"))
    damage(answer, "flip")
    (out / "workspace" / "words" / "all.parquet").unlink()
    with pytest.raises(UserError, match="must not be drawn again"):
        pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])


def test_a_damaged_list_of_shards_is_cut_again(copy_of, finished, source, tiny_encoder):
    out = copy_of("paper")
    (out / "workspace" / "shards.json").write_bytes(b'{"000')
    with stages_made() as made:
        pipeline.run(out, small_settings(tiny_encoder), [str(source)])
    assert made == [], "the same shards came of it, so nothing else was to do"
    assert release_of(out) == release_of(finished("paper"))


@pytest.mark.parametrize("name", ["secret", "format.json"])
def test_damage_that_cannot_be_mended_is_told_in_one_sentence(copy_of, source, tiny_encoder, name):
    out = copy_of("guarded")
    damage(out / "workspace" / name, "cut")
    with pytest.raises(UserError, match="choose another --out"):
        pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])
