"""The formats of SAELens and of sparsify on disk: read into a SparseAutoencoder, and written so that they load it.

SAELens (github.com/decoderesearch/SAELens, as of 6.54): cfg.json and sae_weights.safetensors with W_enc [d, F],
b_enc, W_dec [F, d], b_dec. Sparsify (github.com/EleutherAI/sparsify, as of 1.3): cfg.json and sae.safetensors with
encoder.weight [F, d], encoder.bias, W_dec [F, d], b_dec, of which b_dec is subtracted from the input. Each ignores
the other's keys of cfg.json, so one folder can serve both.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from clio.errors import UserError
from clio.sae.autoencoder import SparseAutoencoder
from clio.storage import write_atomically

Format = Literal["saelens", "sparsify"]

CONFIG = "cfg.json"
WEIGHTS: dict[Format, str] = {"saelens": "sae_weights.safetensors", "sparsify": "sae.safetensors"}
SAELENS_VERSION = "6.54.12"  # whose cfg.json is written; without a version it is read as one of before 6.0

_RESIDUAL = re.compile(r"blocks\.(\d+)\.hook_resid_(pre|post)")
_BLOCK = re.compile(r"(?:^|[._])(?:layers?|h|blocks)[._](\d+)$")


class Origin(NamedTuple):
    """What a cfg.json tells of where its SAE reads; None where it does not say."""

    model: str | None
    layer: int | None
    """Blocks of the model that a state has passed: 1 = the output of the first one."""
    context: int | None
    """Tokens of the longest window that the SAE was trained on."""


def read_autoencoder(folder: Path) -> tuple[SparseAutoencoder, Origin]:
    """Read an SAE in either format, in float32 on the CPU.

    Raises UserError when a file is missing or damaged, and for an architecture other than TopK and ReLU.
    """
    found = [form for form, name in WEIGHTS.items() if (folder / name).is_file()]
    if not found or not (folder / CONFIG).is_file():
        raise UserError(
            f"{folder} holds no SAE: it needs {CONFIG} with {WEIGHTS['saelens']} (SAELens) or {WEIGHTS['sparsify']} "
            "(sparsify)."
        )
    form = found[0]
    cfg = _read_config(folder / CONFIG)
    weights = _read_weights(folder / WEIGHTS[form])
    try:
        coder = (_from_saelens if form == "saelens" else _from_sparsify)(cfg, weights, folder)
        return coder, _origin(cfg, folder)
    except (KeyError, ValueError, TypeError, AttributeError, RuntimeError):
        raise UserError(
            f"The SAE in {folder} is incomplete: {CONFIG} and {WEIGHTS[form]} do not belong together."
        ) from None


def write_autoencoder(
    folder: Path,
    coder: SparseAutoencoder,
    origin: Origin,
    *,
    formats: Sequence[Format] = ("saelens", "sparsify"),
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write an SAE so that each library of `formats` loads it and rebuilds raw states; the folder is made, mode 0700.

    The scale is folded into the weights. A ReLU SAE is a TopK one of k = F to sparsify, which rectifies before it
    chooses.
    """
    coder = coder.folded()
    cfg: dict[str, Any] = {}
    for form in formats:
        make = _to_saelens if form == "saelens" else _to_sparsify
        keys, weights = make(coder, origin, dtype)
        cfg |= keys
        data = save({name: tensor.to("cpu", dtype).contiguous() for name, tensor in weights.items()})
        write_atomically(folder / WEIGHTS[form], data)
    write_atomically(folder / CONFIG, json.dumps(cfg, indent=1, sort_keys=True).encode())


def _read_config(path: Path) -> dict[str, Any]:
    try:
        cfg = json.loads(path.read_bytes())
    except (OSError, ValueError):
        cfg = None
    if not isinstance(cfg, dict):
        raise UserError(f"{path} is no JSON object: copy the SAE again.")
    return cfg


def _read_weights(path: Path) -> dict[str, Tensor]:
    try:
        return {name: tensor.to(torch.float32) for name, tensor in load(path.read_bytes()).items()}
    except (OSError, SafetensorError, ValueError, KeyError):
        raise UserError(f"{path} is no whole safetensors file: copy the SAE again.") from None


def _from_saelens(cfg: Mapping[str, Any], weights: Mapping[str, Tensor], folder: Path) -> SparseAutoencoder:
    """Architectures `standard` and `topk`, also as SAELens wrote them before version 6."""
    architecture = cfg.get("architecture", "standard")
    activation = cfg.get("activation_fn_str", cfg.get("activation_fn", "relu"))
    if architecture == "standard" and activation == "topk":
        architecture, k = "topk", cfg["activation_fn_kwargs"]["k"]
    else:
        k = cfg.get("k", 100)  # what SAELens itself takes where cfg.json does not say
        _refuse_unless(architecture in {"standard", "topk"}, folder, f"the architecture {architecture!r}")
        _refuse_unless(activation in {"relu", "topk"}, folder, f"the activation {activation!r}")
    scaling = cfg.get("normalize_activations") or "none"
    _refuse_unless(scaling == "none", folder, f"normalize_activations {scaling!r}")
    shape = cfg.get("reshape_activations", "none")
    _refuse_unless(shape == "none", folder, f"reshape_activations {shape!r}")
    factor = weights.get("scaling_factor", torch.ones(1))
    _refuse_unless(bool((factor == 1).all()), folder, "a finetuning scaling factor")
    W_enc, b_enc, W_dec, b_dec = (weights[name] for name in ("W_enc", "b_enc", "W_dec", "b_dec"))  # noqa: N806
    if cfg.get("apply_b_dec_to_input", True):
        b_enc = b_enc - b_dec @ W_enc
    if architecture == "topk" and cfg.get("rescale_acts_by_decoder_norm", False):
        norms = W_dec.norm(dim=1)
        W_enc, b_enc, W_dec = W_enc * norms, b_enc * norms, W_dec / norms[:, None]  # noqa: N806
    if architecture == "topk":
        return SparseAutoencoder("topk", int(k), W_enc, b_enc, W_dec, b_dec)
    return SparseAutoencoder("relu", len(b_enc), W_enc, b_enc, W_dec, b_dec)


def _from_sparsify(cfg: Mapping[str, Any], weights: Mapping[str, Tensor], folder: Path) -> SparseAutoencoder:
    activation = cfg.get("activation", "topk")
    _refuse_unless(activation == "topk", folder, f"the activation {activation!r}")
    for name in ("transcode", "skip_connection", "signed"):
        _refuse_unless(not cfg.get(name, False), folder, f"{name} = true")
    W_enc, W_dec, b_dec = weights["encoder.weight"].T.contiguous(), weights["W_dec"], weights["b_dec"]  # noqa: N806
    b_enc = weights["encoder.bias"] - b_dec @ W_enc
    k = int(cfg["k"])
    return SparseAutoencoder("relu" if k == len(b_enc) else "topk", k, W_enc, b_enc, W_dec, b_dec)


def _refuse_unless(known: bool, folder: Path, what: str) -> None:
    if not known:
        raise UserError(
            f"The SAE in {folder} has {what:.80}, which Clio cannot read: choose a TopK or a ReLU (standard) one."
        )


def _to_saelens(
    coder: SparseAutoencoder, origin: Origin, dtype: torch.dtype
) -> tuple[dict[str, Any], dict[str, Tensor]]:
    metadata = {
        "sae_lens_version": SAELENS_VERSION,
        "sae_lens_training_version": None,
        "model_name": origin.model,
        "hook_name": None if origin.layer is None else f"blocks.{origin.layer - 1}.hook_resid_post",
        "context_size": origin.context,
    }
    cfg = {
        "architecture": "topk" if coder.kind == "topk" else "standard",
        "d_in": coder.d,
        "d_sae": coder.width,
        "dtype": str(dtype).removeprefix("torch."),
        "device": "cpu",
        "apply_b_dec_to_input": False,
        "normalize_activations": "none",
        "reshape_activations": "none",
        "metadata": metadata,
    }
    if coder.kind == "topk":
        cfg |= {"k": coder.k, "rescale_acts_by_decoder_norm": False}
    return cfg, {"W_enc": coder.W_enc, "b_enc": coder.b_enc, "W_dec": coder.W_dec, "b_dec": coder.b_dec}


def _to_sparsify(
    coder: SparseAutoencoder, origin: Origin, dtype: torch.dtype
) -> tuple[dict[str, Any], dict[str, Tensor]]:
    cfg = {
        "activation": "topk",
        "k": coder.k,
        "num_latents": coder.width,
        "d_in": coder.d,
        "expansion_factor": math.ceil(coder.width / coder.d),
        "normalize_decoder": False,  # the rows are taken as they are: the scale has been folded into them
        "multi_topk": False,
        "skip_connection": False,
        "transcode": False,
    }
    return cfg, {
        "encoder.weight": coder.W_enc.T,
        "encoder.bias": coder.b_enc + coder.b_dec @ coder.W_enc,
        "W_dec": coder.W_dec,
        "b_dec": coder.b_dec,
    }


def _origin(cfg: Mapping[str, Any], folder: Path) -> Origin:
    """What either format says of the model; sparsify says the block by the name of the folder only."""
    said = {**cfg, **(cfg.get("metadata") or {})}
    hook = said.get("hook_name") or said.get("hook_point") or ""
    layer = None
    if residual := _RESIDUAL.fullmatch(hook):
        layer = int(residual[1]) + (residual[2] == "post")
    elif not hook and (block := _BLOCK.search(folder.name)):
        layer = int(block[1]) + 1
    context = said.get("context_size")
    return Origin(said.get("model_name"), layer or None, int(context) if context else None)
