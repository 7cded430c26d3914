"""A damaged, cut or missing file of the workspace is noticed and made again, and the release stays the same."""

import shutil
from pathlib import Path

import pytest
from fault_runs import release_of, small_settings, stages_made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clio import pipeline
from clio.errors import RunFailed, UserError

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
        if policy == "guarded" and path.parent.name == "published":
            assert path.exists()  # its manifest says what was charged meanwhile
            continue
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
    with pytest.raises(RunFailed, match="must not be drawn again"):
        pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])


@pytest.mark.parametrize(
    "change",
    [lambda data: data[:9], lambda data: data.replace(b", ", b", 1", 1)],
    ids=["cut", "other buckets"],
)
def test_a_damaged_list_of_shards_is_cut_again(copy_of, finished, source, tiny_encoder, change):
    out = copy_of("paper")
    path = out / "workspace" / "shards.json"
    path.write_bytes(change(path.read_bytes()))
    with stages_made() as made:
        pipeline.run(out, small_settings(tiny_encoder), [str(source)])
    assert made == [], "the same shards came of it, so nothing else was to do"
    assert release_of(out) == release_of(finished("paper"))


WITHOUT_A_SECOND_COPY = {"secret", "secret.json", "format.json", "noise"}


@pytest.mark.parametrize("policy", ["paper", "guarded"])
@given(data=st.data())
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_whatever_happens_to_one_file_the_release_comes_back_or_one_sentence_says_why_not(
    finished, source, tiny_encoder, tmp_path_factory, policy, data
):
    """Any byte replaced, any cut, any file gone; also of the release, and of what is never made again."""
    out = tmp_path_factory.mktemp("damaged") / policy
    shutil.copytree(finished(policy), out)
    found = sorted(path for path in out.rglob("*") if path.is_file() and path.name != ".lock")
    path = data.draw(st.sampled_from(found).map(lambda path: path.relative_to(out).as_posix()))
    content = (out / path).read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    kind = data.draw(st.sampled_from(["byte", "cut", "gone"]))
    if kind == "byte":
        byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
        (out / path).write_bytes(content[:at] + bytes([byte]) + content[at + 1 :])
    elif kind == "cut":
        (out / path).write_bytes(content[:at])
    else:
        (out / path).unlink()
    refusal = ""
    try:
        pipeline.run(out, small_settings(tiny_encoder, policy), [str(source)])
    except (UserError, RunFailed) as error:
        refusal = str(error)
    if refusal:
        assert refusal.endswith("choose another --out.")
        assert set(Path(path).parts) & WITHOUT_A_SECOND_COPY, path
    else:
        assert release_of(out) == release_of(finished(policy))
        if policy == "paper":  # under guarded it says what was charged meanwhile
            assert (out / "release" / "manifest.json").read_bytes() == (
                finished(policy) / "release" / "manifest.json"
            ).read_bytes()
    shutil.rmtree(out)


def test_a_manifest_that_still_parses_is_put_back(copy_of, finished, source, tiny_encoder):
    out = copy_of("guarded")
    path = out / "release" / "manifest.json"
    whole = path.read_bytes()
    for change in (
        lambda text: text.replace(b'"extractive"', b'"extractivf"', 1),
        lambda text: text.replace(b'"created_at": "20', b'"created_at": "30'),
        lambda text: text.replace(b"\n", b"\t", 1),
    ):
        path.write_bytes(change(whole))
        assert path.read_bytes() != whole
        with stages_made() as made:
            pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])
        assert made == []
        assert path.read_bytes() == whole


def test_a_lost_secret_is_told_in_one_sentence(copy_of, source, tiny_encoder):
    out = copy_of("guarded")
    (out / "workspace" / "secret").unlink()
    with pytest.raises(RunFailed, match="choose another --out"):
        pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])


def test_a_damaged_stamp_of_the_layout_is_written_again(copy_of, finished, source, tiny_encoder):
    out = copy_of("guarded")
    damage(out / "workspace" / "format.json", "cut")
    pipeline.run(out, small_settings(tiny_encoder, "guarded"), [str(source)])
    assert (out / "workspace" / "format.json").read_bytes() == (
        finished("guarded") / "workspace" / "format.json"
    ).read_bytes()
