"""clio show: the tree of a release on the terminal, or its tables as JSON."""

import json
from typing import Annotated

import typer

from clio.cli.terminal import tree_width

ReleaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="RELEASE", help="A release's folder or URL, or the DIR of a run: its latest release."
    ),
]


def show(
    release: ReleaseArgument,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print manifest and tables as one JSON document instead.")
    ] = False,
) -> None:
    """Print the tree of a release: shares, names, counts, and the claim."""
    from clio.release.reader import read_release
    from clio.release.tree import render_tree

    found = read_release(release)
    if not as_json:
        typer.echo(render_tree(found, width=tree_width()))
        return
    document = {
        "manifest": found.manifest.model_dump(mode="json"),
        **{name: json.loads(table.write_json()) for name, table in found.tables().items()},
    }
    typer.echo(json.dumps(document, indent=2))
