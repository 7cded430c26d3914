"""What the commands of `clio eval` share: where the report goes, and how long it may take."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from clio.errors import UserError

ReportFolder = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Folder that gets report.json and report.md.")
]


def check_scale(scale: str, known: Collection[str]) -> None:
    """Refuse a scale that the evaluation has not."""
    if scale not in known:
        raise UserError(f"--scale {scale:.20}: choose one of {', '.join(known)}.")
