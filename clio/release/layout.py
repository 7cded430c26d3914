"""Where a release lies on disk, and how it is named."""

import hashlib
import re
from collections.abc import Mapping

MANIFEST = "manifest.json"
LATEST = "release"
HISTORY = "history"
BUILDING = "release.building-"

RELEASE_ID = re.compile(r"(\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{12}")


def release_id(window_start: str | None, files: Mapping[str, str]) -> str:
    """Name a release by its window and its files' hashes {name: sha256}; nothing private enters it."""
    lines = "".join(f"{name}:{digest}\n" for name, digest in sorted(files.items()))
    return f"{window_start or 'undated'}-{hashlib.sha256(lines.encode()).hexdigest()[:12]}"
