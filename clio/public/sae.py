"""The public sparse autoencoder: features of the bundled encoder, trained on text that Clio generates."""

import hashlib
from functools import cache
from pathlib import Path

from clio.errors import PublicFileError

SAE_SHA256 = "a001a9bb68bcf501f5760c88accff3f8c95b369d7929e59a0957b7b3c12ed110"
"""SHA-256 over the names and bytes of FILES; printed by ``python -m clio.public.build_sae``."""

FILES = ("cfg.json", "clio.json", "reference.parquet", "sae_weights.safetensors")
FOLDER = Path(__file__).parent / "sae"


@cache
def bundled_sae_folder() -> Path:
    """The folder of the SAE that ships with Clio.

    Raises PublicFileError when a file is absent or is not the one whose hash is pinned: features of an altered SAE
    would no longer be public in advance.
    """
    if hash_of(FOLDER) != SAE_SHA256:
        raise PublicFileError(
            "clio/public/sae does not match its pinned SHA-256: reinstall clio, or rebuild it with "
            "`python -m clio.public.build_sae` and pin the hash it prints."
        )
    return FOLDER


def hash_of(folder: Path) -> str:
    """The hash over FILES in `folder`; empty when one is absent."""
    digest = hashlib.sha256()
    for name in FILES:
        try:
            content = (folder / name).read_bytes()
        except FileNotFoundError:
            return ""
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
