"""An SAE folder of Clio: the files of SAELens and sparsify, and beside them what only Clio knows of the SAE.

`clio.json` tells the model, its layer, the hash of the weights and how the training went; `reference.parquet` what is
usual for each feature; `labels.json`, where there are labels, how good they are beside a control. Both libraries pass
these files over, and a folder without them is read all the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any

import torch

from clio.errors import UserError
from clio.public.sae import bundled_sae_folder
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.formats import WEIGHTS, Format, Origin, read_autoencoder, write_autoencoder
from clio.sae.reference import REFERENCE, Reference, read_reference, write_reference
from clio.storage import write_atomically

FACTS = "clio.json"
LABEL_REPORT = "labels.json"
VERSION = 1  # of clio.json


@dataclass(frozen=True)
class SavedSae:
    """An SAE with all that is known of it; None where its folder does not say."""

    autoencoder: SparseAutoencoder
    origin: Origin
    model_sha256: str | None
    """Of the weights of the model that it was trained on."""
    reference: Reference | None
    sha256: str
    """Of its own weights."""


def write_sae(
    folder: Path,
    autoencoder: SparseAutoencoder,
    origin: Origin,
    model_sha256: str | None,
    reference: Reference,
    report: Mapping[str, Any],
    *,
    formats: Sequence[Format] = ("saelens", "sparsify"),
    dtype: torch.dtype = torch.float32,
) -> None:
    """Write all files, mode 0600, clio.json last. `report` holds the figures of the training, no text."""
    write_autoencoder(folder, autoencoder, origin, formats=formats, dtype=dtype)
    (folder / LABEL_REPORT).unlink(missing_ok=True)  # of an earlier SAE
    write_reference(folder / REFERENCE, reference)
    _write_facts(folder, [WEIGHTS[form] for form in formats], origin, model_sha256, reference, report)


@lru_cache(maxsize=2)
def load_sae(name: str = "bundled") -> SavedSae:
    """Read the SAE that ships with Clio, or the one in a folder; cached per process.

    Raises PublicFileError when the bundled one is not the pinned one, UserError when a folder holds none that can be
    read, or when its weights are not those that clio.json was written for.
    """
    folder = bundled_sae_folder() if name == "bundled" else Path(name)
    autoencoder, origin = read_autoencoder(folder)
    weights = next(folder / file for file in WEIGHTS.values() if (folder / file).is_file())
    digest = _sha256(weights)
    if not (folder / FACTS).is_file():
        return SavedSae(autoencoder, origin, None, None, digest)
    facts = _read_facts(folder / FACTS)
    if facts["weights_sha256"].get(weights.name) != digest:
        raise UserError(
            f"{weights} is not the file that {FACTS} beside it describes: copy the SAE again, or remove {FACTS}."
        )
    reference = read_reference(folder / REFERENCE, int(facts["reference_conversations"]), autoencoder.width)
    origin = Origin(facts["model"], facts["layer"], facts["context"])
    return SavedSae(autoencoder, origin, facts["model_sha256"], reference, digest)


def add_labels(
    folder: Path,
    reference: Reference,
    origin: Origin,
    model_sha256: str | None,
    report: Mapping[str, Any],
) -> None:
    """Put a labelled reference beside the weights in `folder`, with a `report` of the labels in figures.

    In a folder of another library, clio.json too: so what is usual, which such a folder does not say, is measured
    once.
    """
    write_reference(folder / REFERENCE, reference)
    write_atomically(folder / LABEL_REPORT, json.dumps(dict(report), indent=1, sort_keys=True).encode())
    if not (folder / FACTS).is_file():
        weights = [name for name in WEIGHTS.values() if (folder / name).is_file()]
        _write_facts(folder, weights, origin, model_sha256, reference, {})
    load_sae.cache_clear()  # the folder says more than what was read of it


def _write_facts(
    folder: Path,
    weights: Sequence[str],
    origin: Origin,
    model_sha256: str | None,
    reference: Reference,
    report: Mapping[str, Any],
) -> None:
    facts = {
        "version": VERSION,
        "model": origin.model,
        "model_sha256": model_sha256,
        "layer": origin.layer,
        "context": origin.context,
        "weights_sha256": {name: _sha256(folder / name) for name in weights},
        "reference_conversations": reference.conversations,
        "training": dict(report),
    }
    write_atomically(folder / FACTS, json.dumps(facts, indent=1, sort_keys=True).encode())


def _read_facts(path: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads(path.read_bytes())
        known = facts["version"] == VERSION and isinstance(facts["weights_sha256"], dict)
        whole = facts.keys() >= {"model", "model_sha256", "layer", "context"}
        if known and whole and int(facts["reference_conversations"]) >= 0:
            return facts
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise UserError(f"{path} cannot be read by this version of Clio: copy the SAE again, or remove the file.")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
