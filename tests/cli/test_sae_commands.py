"""clio sae train, label and encode: from conversations to an SAE folder, and with it to a file of activations."""

import json
import shlex
import subprocess
import sys
from types import SimpleNamespace

import polars as pl
import pytest
from calling_out import alone, call_outs, guarded_environment
from typer.main import get_command

from clio.cli.main import EXAMPLES, app
from clio.sae.saved import load_sae

SMALL = ("--layer", 1, "--width", 48, "--k", 4, "--tokens", 3000)


@pytest.fixture(scope="module")
def few(conversations, tmp_path_factory):
    """A tenth of the generated conversations."""
    path = tmp_path_factory.mktemp("few") / "few.jsonl"
    path.write_text("".join(conversations.read_text().splitlines(keepends=True)[:70]))
    return path


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_train_and_encode(clio, few, tiny_encoder, tmp_path, kind):
    sae, out = tmp_path / "sae", tmp_path / "activations.parquet"
    trained = clio("sae", "train", few, "--out", sae, "--model", tiny_encoder, "--kind", kind, *SMALL)
    assert trained.code == 0, trained.err
    assert "features per token" in trained.out
    assert f"--sae {sae}" in trained.out
    loaded = load_sae(str(sae))
    assert (loaded.autoencoder.width, loaded.origin.layer, loaded.autoencoder.kind) == (48, 1, kind)
    encoded = clio("sae", "encode", few, "--sae", sae, "--model", tiny_encoder, "--out", out)
    assert encoded.code == 0, encoded.err
    assert encoded.out.startswith("70 conversations, ")
    table = pl.read_parquet(out)
    assert table.schema == {"conversation_id": pl.String, "feature_id": pl.UInt32, "value": pl.Float32}
    known = pl.read_ndjson(few)["conversation_id"]
    assert table["conversation_id"].is_in(known.implode()).all()
    assert table.group_by("conversation_id").len()["len"].max() <= 64
    assert table["value"].min() > 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"sae", "activations.parquet"}


def test_labels_are_written_into_the_sae_and_change_no_row(clio, few, tiny_encoder, tmp_path):
    sae = tmp_path / "sae"
    assert clio("sae", "train", few, "--out", sae, "--model", tiny_encoder, *SMALL).code == 0
    before = load_sae(str(sae))
    labelled = clio("sae", "label", sae, "--model", tiny_encoder, "--text", few)
    assert labelled.code == 0, labelled.err
    assert "48 features, scored on held-out text" in labelled.out
    for name in ("detection", "fuzzing"):
        assert any(line.lstrip().startswith(name) for line in labelled.out.splitlines())
    report = json.loads((sae / "labels.json").read_text())
    assert {
        "scorer",
        "mean_detection",
        "control_detection",
        "mean_fuzzing",
        "control_fuzzing",
    } <= report.keys()
    after = load_sae(str(sae))
    assert after.reference.digest == before.reference.digest
    table = after.reference.features
    assert (table["nearest"].list.len() == 5).all()
    said = few.read_text().lower()
    for label in table["label"].drop_nulls():
        assert any(word[:3] in said for word in label.split(", "))


def test_an_sae_of_another_library_gets_its_labels_and_what_is_usual_beside_it(
    clio, few, tiny_encoder, tmp_path
):
    trained, foreign = tmp_path / "sae", tmp_path / "foreign"
    assert clio("sae", "train", few, "--out", trained, "--model", tiny_encoder, *SMALL).code == 0
    foreign.mkdir()
    for name in ("cfg.json", "sae_weights.safetensors"):
        (foreign / name).write_bytes((trained / name).read_bytes())
    labelled = clio("sae", "label", foreign, "--model", tiny_encoder, "--text", few)
    assert labelled.code == 0, labelled.err
    loaded = load_sae(str(foreign))
    assert loaded.origin.layer == 1
    assert loaded.reference.features["nearest"].null_count() == 0


def test_training_again_replaces_and_gives_the_same(clio, few, tiny_encoder, tmp_path):
    command = ("sae", "train", few, "--out", tmp_path / "sae", "--model", tiny_encoder, *SMALL)
    weights = []
    for _ in range(2):
        assert clio(*command).code == 0
        weights.append((tmp_path / "sae" / "sae_weights.safetensors").read_bytes())
    assert weights[0] == weights[1]


def test_a_sweep_goes_on_and_refuses_what_it_does_not_support(clio, refused, few, tiny_encoder, tmp_path):
    out = tmp_path / "sweep"
    grid = ("--widths", "16,32,64", "--k", "4", "--tokens", "512,1024,2048", "--layer", 1)
    command = ("sae", "sweep", few, "--out", out, "--model", tiny_encoder, *grid)
    part = clio(*command, "--budget", "3000tokens")
    assert part.code == 0, part.err
    assert "5 cells are left out" in part.out
    assert "k 4: not identified" in part.out
    whole = clio(*command)
    assert whole.code == 0, whole.err
    assert whole.err.count("from an earlier sweep") == 4
    assert len(json.loads((out / "sweep.json").read_text())["cells"]) == 9
    assert out.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in out.iterdir()} == {"cells.jsonl", "sweep.json", "sweep.md"}
    assert "times the dearest cell of the sweep" in refused(*command, "--recommend-for", "1e15")


def test_standard_input_is_read(clio, few, tiny_encoder, tmp_path, monkeypatch):
    with few.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
        outcome = clio("sae", "train", "-", "--out", tmp_path / "sae", "--model", tiny_encoder, *SMALL)
    assert outcome.code == 0, outcome.err
    assert "Training on 70 conversations." in outcome.err


def test_no_text_of_a_conversation_is_told(clio, few, tiny_encoder, tmp_path):
    outcome = clio("sae", "train", few, "--out", tmp_path / "sae", "--model", tiny_encoder, *SMALL)
    told = outcome.out + outcome.err
    for messages in pl.read_ndjson(few)["messages"]:
        for message in messages:
            assert message["content"] not in told


def test_encoding_calls_out_to_nobody(few, tmp_path):
    """With the bundled encoder and SAE, in a process where every connection is refused and recorded."""
    command = [
        sys.executable,
        "-m",
        "clio",
        "sae",
        "encode",
        str(few),
        "--out",
        str(tmp_path / "out.parquet"),
    ]
    done = subprocess.run(
        alone(command),
        env=guarded_environment(tmp_path / "calls"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert call_outs(tmp_path / "calls") == []
    assert pl.read_parquet(tmp_path / "out.parquet").height > 70


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("train", "FEW", "--out", "NEW", "--kind", "gated"), "choose one of topk, relu"),
        (("train", "FEW", "--out", "TAKEN"), "is no SAE of Clio's"),
        (("train", "FEW", "--out", "NEW", "--k", "99", "--width", "50"), "choose a width"),
        (("train", "FEW", "--out", "NEW", "--tokens", "5"), "choose at least 512"),
        (("train", "FEW", "--out", "NEW", "--model", "nowhere"), "is not a folder with a Hugging Face model"),
        (("train", "FEW", "--out", "NEW", "--model", "ENCODER", "--layer", "7"), "from 1 to 1"),
        (("train", "nowhere.jsonl", "--out", "NEW"), "check the path"),
        (("train", "FEW", "--out", "s3://bucket/sae"), "is an address"),
        (("train", "FEW", "--out", "/dev/null/sae"), "cannot be written"),
        (("encode", "FEW", "--out", "TAKEN"), "is a folder"),
        (("encode", "FEW", "--out", "s3://bucket/activations.parquet"), "is an address"),
        (("encode", "FEW", "--out", "NEW", "--sae", "TAKEN"), "holds no SAE"),
        (("label", "TAKEN"), "holds no SAE"),
        (("label", "bundled"), "is no folder that can be written"),
        (("sweep", "FEW", "--out", "NEW", "--widths", "a,b"), "--widths a,b: give whole numbers"),
        (("sweep", "FEW", "--out", "NEW", "--budget", "much"), "like 2e14 or 3e6tokens"),
        (("sweep", "FEW", "--out", "NEW", "--recommend-for", "9tokens"), "give floating-point operations"),
        (("sweep", "FEW", "--out", "NEW", "--widths", "16", "--k", "32"), "choose a width"),
        (("sweep", "FEW", "--out", "TAKEN"), "is no sweep of Clio's"),
    ],
)
def test_wrong_use_is_one_sentence(refused, few, tiny_encoder, tmp_path, arguments, told):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter.txt").write_text("Dear all")
    places = {"FEW": few, "NEW": tmp_path / "new", "TAKEN": tmp_path / "taken", "ENCODER": tiny_encoder}
    assert told in refused("sae", *(places.get(word, word) for word in arguments))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("command", ["train", "label", "encode", "sweep", "steer"])
def test_help_has_examples_that_the_command_takes(clio, command):
    page = clio("sae", command, "--help")
    assert page.code == 0
    known = {
        name for option in get_command(app).commands["sae"].commands[command].params for name in option.opts
    }
    for example in EXAMPLES[command]:
        words = shlex.split(example)
        assert words[:3] == ["clio", "sae", command]
        assert {word for word in words if word.startswith("--")} <= known
