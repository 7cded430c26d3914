"""Hugging Face models on disk: found, loaded without a network or foreign code, and cut off after a block."""

import json
import os
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor

from clio.errors import UserError

MOST_BELIEVED = 1_000_000
"""A tokenizer without a limit says a number above this."""


class Reached(Exception):
    """The forward pass has come to the block whose output is asked for, which it carries."""

    def __init__(self, states: Tensor) -> None:
        self.states = states


def longest_window(folder: Path) -> int | None:
    """Tokens that the model, or the sentence encoder made of it, takes at most; None where no file says."""
    found = []
    for name, key in (
        ("config.json", "max_position_embeddings"),
        ("config.json", "n_positions"),
        ("tokenizer_config.json", "model_max_length"),
        ("sentence_bert_config.json", "max_seq_length"),
    ):
        path = folder / name
        value = _read_object(path).get(key) if path.is_file() else None
        if isinstance(value, (int, float)) and 0 < value < MOST_BELIEVED:
            found.append(int(value))
    return min(found, default=None)


def _read_object(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise UserError(f"{path} is no JSON object: copy the model again.")
    return content


def load_model(folder: Path, layer: int, precision: str) -> Any:
    """The model, whose forward pass ends by raising `Reached` with the states after `layer` of its blocks.

    Nothing is downloaded and no code of the folder is run. Raises UserError when the model cannot be read or has no
    such layer.
    """
    _stay_offline()
    from transformers import AutoModel

    model = _loaded(AutoModel, folder, precision)
    _block(model, layer, folder).register_forward_hook(_stop)
    return model


def load_causal_model(folder: Path, layer: int) -> tuple[Any, Any]:
    """A language model with its head, in float32, and its block number `layer`, from 1.

    Nothing is downloaded and no code of the folder is run. Raises UserError when the model cannot be read, has no
    such layer, or no head of its own.
    """
    _stay_offline()
    from transformers import AutoModelForCausalLM

    model, told = _loaded(AutoModelForCausalLM, folder, "float32", output_loading_info=True)
    if told["missing_keys"]:
        raise UserError(f"{folder} holds no decoder with the weights that tell its next token: give another.")
    return model, _block(model, layer, folder)


def _loaded(kind: Any, folder: Path, precision: str, **options: Any) -> Any:
    """What the library makes of the folder, ready to be read."""
    torch.set_num_threads(1)
    try:
        loaded = kind.from_pretrained(
            str(folder),
            local_files_only=True,
            trust_remote_code=False,
            dtype=getattr(torch, precision),
            **options,
        )
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError):
        raise UserError(f"{folder} holds no Hugging Face model that can be read: copy it again.") from None
    (loaded[0] if isinstance(loaded, tuple) else loaded).eval()
    return loaded


def _block(model: Any, layer: int, folder: Path) -> Any:
    blocks = _blocks(model, folder)
    if not 1 <= layer <= len(blocks):
        raise UserError(f"{folder} has {len(blocks)} blocks: choose a --layer from 1 to {len(blocks)}.")
    return blocks[layer - 1]


def _stop(module: Any, arguments: Any, output: Any) -> None:
    raise Reached(output[0] if isinstance(output, tuple) else output)


def _blocks(model: Any, folder: Path) -> Any:
    """The model's list of blocks: the only list of modules as long as its configuration says."""
    depth = getattr(model.config, "num_hidden_layers", 0)
    lists = [one for one in model.modules() if isinstance(one, torch.nn.ModuleList) and len(one) == depth]
    if depth < 1 or len(lists) != 1:
        raise UserError(
            f"{folder} is neither an encoder nor a decoder with one list of blocks: choose another."
        )
    return lists[0]


def load_tokenizer(folder: Path) -> Any:
    """The model's tokenizer; raises UserError when it cannot be read."""
    _stay_offline()
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError):
        tokenizer = None
    # Where the files are absent, some tokenizers are made all the same, and know their special tokens alone.
    if tokenizer is None or len(tokenizer) <= len(tokenizer.all_special_ids):
        raise UserError(f"{folder} holds no tokenizer that can be read: copy the model again.")
    return tokenizer


def _stay_offline() -> None:
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
