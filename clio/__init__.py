"""Clio: how people use an AI assistant, as named groups of many people, without anyone reading a conversation."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clio.release.reader import Release
    from clio.settings import Settings

__all__ = ["read_release", "run"]


def run(
    inputs: str | Path | Sequence[str | Path],
    settings: "Settings | None" = None,
    *,
    out: str | Path = "out",
) -> "Release":
    """Analyse conversations (files, globs or URLs) and return the release that stands in `out`/release.

    The same call resumes what was interrupted. `settings` defaults to `clio.settings.Settings()`.

    Raises:
        clio.errors.UserError: in one sentence, for what a person can mend.
    """
    from clio import pipeline
    from clio.errors import UserError
    from clio.settings import Settings

    if not isinstance(settings, Settings | None):
        raise UserError(
            "settings are a clio.settings.Settings, for instance "
            'load_settings(overrides={"privacy.policy": "paper"}) of the same module.'
        )
    names = [str(name) for name in ([inputs] if isinstance(inputs, str | Path) else inputs)]
    if "-" in names:
        raise UserError("-: from Python there is no standard input to read; name a file, a glob or a URL.")
    return pipeline.run(Path(out), settings or Settings(), names)


def read_release(path: str | Path) -> "Release":
    """Read a release from its folder, from the DIR it was made in, or from a URL.

    Raises:
        clio.errors.UserError: when there is no whole release.
    """
    from clio.release import reader

    return reader.read_release(path)
