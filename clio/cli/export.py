"""clio export: a release's tables for an analyst's tools."""

from pathlib import Path
from typing import Annotated

import typer

from clio.cli.show import ReleaseArgument
from clio.errors import UserError


def export(
    release: ReleaseArgument,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Folder to write to: new, empty, or an earlier export, which is replaced.",
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="csv|parquet|json", help="Format of the tables.")
    ] = "csv",
) -> None:
    """Write a release's tables for other tools, with its claim inside every file."""
    if "://" in out:
        raise UserError(f"{out}: an export goes to a folder of this machine; choose another --out.")
    from clio.release.exports import export as export_release
    from clio.release.reader import read_release

    for path in export_release(read_release(release), form, Path(out)):
        typer.echo(str(path))
