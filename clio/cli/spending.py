"""Telling what a run with a model will cost, and asking before it is spent."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from clio.cli.estimate import table, total
from clio.errors import UserError
from clio.forecast import forecast
from clio.pipeline import Report, check_ready, load_conversations
from clio.settings import Settings
from clio.stages import Work
from clio.workspace import Workspace


def agree(inputs: Sequence[str], out: Path, settings: Settings, report: Report, *, agreed: bool) -> None:
    """Read the conversations, print the estimate on standard error, and go on only if the user agrees.

    A run that costs nothing, or nothing more, goes on unasked.

    Raises:
        UserError: where nobody can be asked. typer.Abort: the answer was no.
    """
    check_ready(out, settings, inputs)
    workspace = Workspace(out)
    with workspace.lock():
        load_conversations(workspace, settings, inputs, report)
        lines = forecast(Work(workspace, settings))
    for line in table(lines, settings):
        typer.echo(line, err=True)
    dollars = total(lines)
    if agreed or dollars == 0 or not lines:
        return
    cost = "an unknown sum" if dollars is None else f"about ${dollars:,.2f}"
    if not sys.stdin.isatty():
        raise UserError(
            f"This run would spend {cost} at the model's server: add --yes to agree, or try --sample 200 first."
        )
    typer.confirm(f"Spend {cost} at the model's server?", abort=True, err=True)
