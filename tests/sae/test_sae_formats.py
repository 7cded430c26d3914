"""The formats of SAELens and sparsify: what is written is read back, and what others wrote means the same here."""

import json
import os
import tempfile
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file
from tiny_saes import dense, random_sae

from clio.errors import UserError
from clio.sae.formats import Origin, read_autoencoder, write_autoencoder

ORIGIN = Origin("some-model", 4, 256)


def states(n: int = 9, d: int = 16, seed: int = 0) -> torch.Tensor:
    return 2 * torch.randn(n, d, generator=torch.Generator().manual_seed(seed))


def close(one: torch.Tensor, other: torch.Tensor) -> None:
    torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-4)


@settings(max_examples=40)
@given(
    st.sampled_from(["topk", "relu"]),
    st.sampled_from([("saelens",), ("sparsify",), ("saelens", "sparsify")]),
    st.integers(1, 9),
    st.integers(2, 20),
    st.floats(0.2, 5),
    st.data(),
)
def test_what_is_written_is_read_back(kind, formats, d, width, scale, data):
    k = data.draw(st.integers(1, width - 1))
    sae = random_sae(kind, d, width, k, scale, seed=d)
    with tempfile.TemporaryDirectory() as folder:
        write_autoencoder(Path(folder) / "sae", sae, ORIGIN, formats=formats)
        read, origin = read_autoencoder(Path(folder) / "sae")
    assert (read.kind, read.k, read.width, read.scale) == (kind, sae.k, width, 1.0)
    assert origin == ORIGIN if "saelens" in formats else origin.layer is None
    x = states(6, d)
    close(read.reconstruct(x), sae.reconstruct(x))
    close(dense(read.encode(x), width), dense(sae.encode(x), width))


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_saelens_reads_what_its_own_formula_says(kind, tmp_path):
    sae, x = random_sae(kind, scale=1.7), states()
    write_autoencoder(tmp_path, sae, ORIGIN, formats=("saelens",))
    cfg = json.loads((tmp_path / "cfg.json").read_text())
    weights = load_file(tmp_path / "sae_weights.safetensors")
    assert (weights["W_enc"].shape, weights["W_dec"].shape) == ((cfg["d_in"], cfg["d_sae"]), (24, 16))
    assert cfg["metadata"]["hook_name"] == "blocks.3.hook_resid_post"
    assert cfg["architecture"] == {"topk": "topk", "relu": "standard"}[kind]
    pre = (x - weights["b_dec"] * cfg["apply_b_dec_to_input"]) @ weights["W_enc"] + weights["b_enc"]
    latents = pre.relu()
    if kind == "topk":
        top = pre.topk(cfg["k"])
        latents = torch.zeros_like(pre).scatter(1, top.indices, top.values.relu())
    close(latents @ weights["W_dec"] + weights["b_dec"], sae.reconstruct(x))


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_sparsify_reads_what_its_own_formula_says(kind, tmp_path):
    sae, x = random_sae(kind, scale=0.6), states()
    write_autoencoder(tmp_path, sae, ORIGIN, formats=("sparsify",))
    cfg = json.loads((tmp_path / "cfg.json").read_text())
    weights = load_file(tmp_path / "sae.safetensors")
    pre = torch.nn.functional.linear(x - weights["b_dec"], weights["encoder.weight"], weights["encoder.bias"])
    top = pre.relu().topk(cfg["k"])
    latents = torch.zeros_like(pre).scatter(1, top.indices, top.values)
    close(latents @ weights["W_dec"] + weights["b_dec"], sae.reconstruct(x))


def saelens_folder(folder: Path, cfg: dict, **changes: torch.Tensor) -> dict[str, torch.Tensor]:
    """An SAE as SAELens would write it, with its weights."""
    sae = random_sae(seed=5)
    weights = {name: getattr(sae, name) for name in ("W_enc", "b_enc", "W_dec", "b_dec")} | changes
    save_file(weights, folder / "sae_weights.safetensors")
    (folder / "cfg.json").write_text(json.dumps({"d_in": 16, "d_sae": 24, "dtype": "float32", **cfg}))
    return weights


def test_norms_of_rows_may_weigh_in_the_choice_of_the_strongest(tmp_path):
    cfg = {"architecture": "topk", "k": 3, "rescale_acts_by_decoder_norm": True, "apply_b_dec_to_input": True}
    weights, x = saelens_folder(tmp_path, cfg), states()
    norms = weights["W_dec"].norm(dim=1)
    pre = ((x - weights["b_dec"]) @ weights["W_enc"] + weights["b_enc"]) * norms
    top = pre.topk(3)
    latents = torch.zeros_like(pre).scatter(1, top.indices, top.values.relu())
    sae, _ = read_autoencoder(tmp_path)
    close(dense(sae.encode(x), 24), latents)
    close(sae.reconstruct(x), (latents / norms) @ weights["W_dec"] + weights["b_dec"])


def test_a_topk_sae_of_before_version_6(tmp_path):
    cfg = {
        "activation_fn_str": "topk",
        "activation_fn_kwargs": {"k": 5},
        "hook_name": "blocks.7.hook_resid_pre",
    }
    weights, x = saelens_folder(tmp_path, cfg | {"model_name": "gpt2", "context_size": 128}), states()
    sae, origin = read_autoencoder(tmp_path)
    assert (sae.kind, sae.k, origin) == ("topk", 5, Origin("gpt2", 7, 128))
    pre = (x - weights["b_dec"]) @ weights["W_enc"] + weights["b_enc"]
    close(sae.encode(x).values, pre.topk(5).values.relu())


@pytest.mark.parametrize("name", ["layers.6", "encoder.layer.6", "h.6", "layers.6.mlp", "sae"])
def test_sparsify_tells_the_block_by_the_name_of_the_folder(name, tmp_path):
    write_autoencoder(tmp_path / name, random_sae(), Origin(None, None, None), formats=("sparsify",))
    assert read_autoencoder(tmp_path / name)[1].layer == (7 if name.endswith("6") else None)


@pytest.mark.parametrize(
    ("cfg", "told"),
    [
        ({"architecture": "gated"}, "'gated'"),
        ({"architecture": "jumprelu"}, "'jumprelu'"),
        ({"architecture": "standard", "activation_fn": "tanh-relu"}, "'tanh-relu'"),
        ({"architecture": "topk", "k": 3, "normalize_activations": "layer_norm"}, "'layer_norm'"),
        ({"architecture": "standard", "reshape_activations": "hook_z"}, "'hook_z'"),
        ({"architecture": "topk", "k": 99}, "do not belong together"),
        ({"architecture": "topk", "k": None}, "do not belong together"),
        ({"activation_fn_str": "topk"}, "do not belong together"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(cfg, told, tmp_path):
    saelens_folder(tmp_path, cfg)
    with pytest.raises(UserError, match=told) as raised:
        read_autoencoder(tmp_path)
    assert str(raised.value).count(". ") == 0


@pytest.mark.parametrize(
    "change", [{"activation": "groupmax"}, {"transcode": True}, {"skip_connection": True}, {"signed": True}]
)
def test_sparse_coders_that_are_no_autoencoders_are_refused(change, tmp_path):
    write_autoencoder(tmp_path, random_sae(), ORIGIN, formats=("sparsify",))
    cfg = json.loads((tmp_path / "cfg.json").read_text())
    (tmp_path / "cfg.json").write_text(json.dumps(cfg | change))
    with pytest.raises(UserError, match="which Clio cannot read"):
        read_autoencoder(tmp_path)


@pytest.mark.parametrize("name", ["cfg.json", "sae_weights.safetensors"])
@pytest.mark.parametrize("left", [0, 0.5])
def test_a_damaged_file_is_one_sentence(name, left, tmp_path):
    write_autoencoder(tmp_path, random_sae(), ORIGIN, formats=("saelens",))
    size = (tmp_path / name).stat().st_size
    os.truncate(tmp_path / name, int(size * left))
    with pytest.raises(UserError, match="copy the SAE again"):
        read_autoencoder(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(UserError, match="holds no SAE"):
        read_autoencoder(tmp_path)


def test_a_missing_tensor_is_one_sentence(tmp_path):
    write_autoencoder(tmp_path, random_sae(), ORIGIN, formats=("saelens",))
    weights = load_file(tmp_path / "sae_weights.safetensors")
    del weights["b_enc"]
    save_file(weights, tmp_path / "sae_weights.safetensors")
    with pytest.raises(UserError, match="do not belong together"):
        read_autoencoder(tmp_path)


def test_files_are_private_and_the_same_for_the_same_sae(tmp_path):
    for name in ("one", "other"):
        write_autoencoder(tmp_path / name, random_sae(), ORIGIN)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["cfg.json", "sae.safetensors", "sae_weights.safetensors"]
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
        assert (tmp_path / "one" / name).stat().st_mode & 0o777 == 0o600
