"""Clio: how people use an AI assistant, as named groups of many people, without anyone reading a conversation."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clio.release.reader import Release
    from clio.settings import Settings

__all__ = ["read_release", "run"]


def run(
    inputs: str | Sequence[str], settings: "Settings | None" = None, *, out: str | Path = "out"
) -> "Release":
    """Analyse conversations (files, globs or URLs) and return the release that stands in `out`/release.

    The same call resumes what was interrupted. `settings` defaults to `clio.settings.Settings()`.

    Raises:
        clio.errors.UserError: in one sentence, for what a person can mend.
    """
    from clio import pipeline
    from clio.settings import Settings

    names = [inputs] if isinstance(inputs, str) else list(inputs)
    return pipeline.run(Path(out), settings or Settings(), names)


def read_release(path: str | Path) -> "Release":
    """Read a release from its folder, from the DIR it was made in, or from a URL.

    Raises:
        clio.errors.UserError: when there is no whole release.
    """
    from clio.release import reader

    return reader.read_release(path)
