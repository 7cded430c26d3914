"""What `clio run` and `clio demo` share: running the flow with progress, and the last words on the terminal."""

import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import typer

from clio.cli.progress import progress
from clio.cli.spending import agree, bill
from clio.ingest.sources import spool_stdin
from clio.models.ledger import LEDGER, Ledger
from clio.planning import too_little
from clio.release.reader import Release
from clio.release.tree import render_tree
from clio.settings import Settings
from clio.stages import Progress as Step
from clio.stages import Report, Work
from clio.steps import uses_model
from clio.workspace import Workspace


def run_flow(inputs: Sequence[str], out: Path, settings: Settings, *, agreed: bool = False) -> Release:
    """Run the insights flow in this process, with progress on standard error.

    Before a model is paid the user is asked, unless `agreed`.
    """
    from flows.insights import analyse

    workspace = Workspace(out)
    workspace.create()
    sources = _spooled(inputs, workspace)
    if uses_model(settings):
        agree(sources, out, settings, lambda step: None, agreed=agreed)
    with progress(settings, workspace.root) as report:
        # With a model it has been said before the estimate.
        telling = (
            report if uses_model(settings) else _telling_of_too_little(report, Work(workspace, settings))
        )
        return analyse(sources, out, settings, telling)


def _telling_of_too_little(report: Report, work: Work) -> Report:
    """`report`, and a sentence on standard error as soon as all is read where nothing of it can be published."""

    def told(step: Step) -> None:
        report(step)
        if step.stage == "ingest" and step.done == step.total and (little := too_little(work)):
            typer.echo(little, err=True)

    return told


def _spooled(inputs: Sequence[str], workspace: Workspace) -> list[str]:
    """The inputs, with standard input copied into the workspace: a stream cannot be read twice."""
    folder = workspace.root / "stdin"
    return [spool_stdin(sys.stdin.buffer, folder).location if text == "-" else text for text in inputs]


def finish(release: Release, out: Path, settings: Settings) -> None:
    """Print the tree with its claim, what a model was paid, and where things are."""
    width = min(120, shutil.get_terminal_size((100, 24)).columns)
    typer.echo(render_tree(release, width=width))
    typer.echo("")
    if uses_model(settings):
        with closing(Ledger(Workspace(out).root / LEDGER)) as ledger:
            for line in bill(ledger.usage(), settings.llm.prices):
                typer.echo(line)
        typer.echo("")
    typer.echo(f"Release:   {out / 'release'}   (what may be shown; check it with: clio verify {out})")
    typer.echo(f"Workspace: {out / 'workspace'}   (private: holds conversations; keep it to yourself)")
    typer.echo(f"Dashboard: clio dashboard {out}")
