"""SAELens and sparsify themselves load what Clio writes and rebuild the same, and Clio what they write.

Each is installed without its dependencies into a folder of its own, with those that its import needs; torch and
transformers are the ones that are here.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_saes import random_sae

from clio.sae.formats import Origin, read_autoencoder, write_autoencoder

pytestmark = pytest.mark.slow

SPARSIFY = [
    "eai-sparsify==1.3.3",
    "einops",
    "simple-parsing",
    "docstring-parser",
    "natsort",
    "schedulefree",
    "accelerate",
    "datasets",
    "dill",
    "multiprocess",
    "xxhash",
    "pandas",
]
SAELENS = [
    "sae-lens==6.54.12",
    "transformer-lens<4",
    "einops",
    "jaxtyping",
    "wadler-lindig",
    "fancy-einsum",
    "better-abc",
    "datasets",
    "dill",
    "multiprocess",
    "xxhash",
    "tenacity",
    "nltk",
    "simple-parsing",
    "docstring-parser",
    "pandas",
    "wandb",
]

LOAD_SAELENS = """
import sys
from sae_lens import SAE
from safetensors.torch import load_file, save_file
folder, states, out = sys.argv[1:]
sae = SAE.load_from_disk(folder, device="cpu")
x = load_file(states)["x"]
save_file({"latents": sae.encode(x).detach().contiguous(), "rebuilt": sae(x).detach().contiguous()}, out + "/made")
sae.save_model(out)
"""
LOAD_SPARSIFY = """
import sys, torch
from sparsify import SparseCoder
from safetensors.torch import load_file, save_file
folder, states, out = sys.argv[1:]
coder = SparseCoder.load_from_disk(folder, device="cpu")
x = load_file(states)["x"]
with torch.no_grad():
    acts, indices, _ = coder.encode(x)
    latents = torch.zeros(len(x), coder.num_latents).scatter(1, indices, acts)
    made = {"latents": latents, "rebuilt": coder(x).sae_out.contiguous()}
save_file(made, out + "/made")
coder.save_to_disk(out)
"""
LIBRARIES = {"saelens": (SAELENS, LOAD_SAELENS), "sparsify": (SPARSIFY, LOAD_SPARSIFY)}


@pytest.fixture(scope="module", params=LIBRARIES)
def library(request, tmp_path_factory) -> tuple[str, Path]:
    """The name of a library and the folder that it is installed in."""
    folder = tmp_path_factory.mktemp(request.param)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    done = subprocess.run(
        [*command, *LIBRARIES[request.param][0]], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"{request.param} cannot be installed here: {done.stderr[-300:]}")
    return request.param, folder


@pytest.mark.parametrize("folders", ["one", "apart"])
@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_it_rebuilds_what_clio_rebuilds_and_the_other_way_round(library, kind, folders, tmp_path):
    name, packages = library
    sae = random_sae(kind, d=32, width=96, k=7, scale=0.4)
    x = 3 * torch.randn(50, 32, generator=torch.Generator().manual_seed(1))
    formats = ("saelens", "sparsify") if folders == "one" else (name,)
    write_autoencoder(tmp_path / "ours", sae, Origin("some-model", 4, 256), formats=formats)
    (tmp_path / "ours" / "clio.json").write_text(json.dumps({"version": 1}))
    (tmp_path / "theirs").mkdir()
    save_file({"x": x}, tmp_path / "states")
    environment = {**os.environ, "PYTHONPATH": str(packages), "HF_HUB_OFFLINE": "1", "WANDB_MODE": "disabled"}
    done = subprocess.run(
        [sys.executable, "-c", LIBRARIES[name][1], tmp_path / "ours", tmp_path / "states", tmp_path / "theirs"],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    made = load_file(tmp_path / "theirs" / "made")
    latents = sae.encode(x)
    ours = torch.zeros(50, 96).scatter_add_(1, latents.indices.to(torch.int64), latents.values)
    torch.testing.assert_close(made["latents"], ours, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(made["rebuilt"], sae.reconstruct(x), rtol=1e-4, atol=1e-4)
    back, _ = read_autoencoder(tmp_path / "theirs")
    assert (back.kind, back.k) == (sae.kind, sae.k)
    torch.testing.assert_close(back.reconstruct(x), sae.reconstruct(x), rtol=1e-4, atol=1e-4)
