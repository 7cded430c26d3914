"""clio export: a release's tables for an analyst's tools."""

from pathlib import Path
from typing import Annotated

import typer

from clio.cli.show import ReleaseArgument
from clio.release.exports import export as export_release
from clio.release.reader import read_release


def export(
    release: ReleaseArgument,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")],
    form: Annotated[str, typer.Option("--format", help="csv, parquet or json.")] = "csv",
) -> None:
    """Write a release's tables as csv, parquet or json, each with the claim inside."""
    for path in export_release(read_release(release), form, out):
        typer.echo(str(path))
