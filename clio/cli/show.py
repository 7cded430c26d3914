"""clio show: the tree of a release on the terminal, or its tables as JSON."""

import json
import shutil
from typing import Annotated

import typer

from clio.release.reader import read_release
from clio.release.tree import render_tree

ReleaseArgument = Annotated[
    str, typer.Argument(metavar="RELEASE", help="A release folder, or the DIR of a run.")
]


def show(
    release: ReleaseArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print the release as JSON.")] = False,
) -> None:
    """Print the tree of a release."""
    found = read_release(release)
    if not as_json:
        typer.echo(render_tree(found, width=min(120, shutil.get_terminal_size((100, 24)).columns)))
        return
    tables = {"clusters": found.clusters, "breakdowns": found.breakdowns, "timeline": found.timeline}
    document = {
        "manifest": found.manifest.model_dump(mode="json"),
        **{name: json.loads(table.write_json()) for name, table in tables.items()},
    }
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
