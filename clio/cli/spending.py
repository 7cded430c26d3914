"""Telling what a run with a model will cost, and asking before it is spent."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl
import typer

from clio.cli.estimate import table, total
from clio.errors import UserError
from clio.forecast import forecast
from clio.inputs import load_conversations
from clio.models.credentials import credentials
from clio.models.ledger import TOKENS
from clio.models.modes import choose_mode
from clio.models.prices import priced
from clio.pipeline import check_ready, finished_stages
from clio.planning import population, too_little
from clio.settings import Settings
from clio.stages import Report, Work
from clio.workspace import Workspace


def bill(usage: pl.DataFrame, given: Mapping[str, tuple[float, float]]) -> list[str]:
    """What all runs of a folder have paid, as `Ledger.usage` gives it: the sum, and a line per kind and mode."""
    sums = [pl.col("calls", *TOKENS, "dollars").sum(), pl.col("dollars").is_null().any().alias("unknown")]
    rows = priced(usage, given).group_by("kind", "model", "mode").agg(*sums).sort("kind", "model", "mode")
    unknown = bool(rows["unknown"].any())
    paid = "an unknown sum" if unknown else f"${rows['dollars'].sum():,.4f}"
    lines = [f"Paid: {paid} in this folder so far"]
    for row in rows.iter_rows(named=True):
        cached = row["cache_read_tokens"] + row["cache_write_tokens"]
        cost = "?" if row["unknown"] else f"${row['dollars']:,.4f}"
        lines.append(
            f"  {row['kind']:<12}{row['model'][:19]:<20}{row['mode']:<6}{row['calls']:>10,} calls "
            f"{row['input_tokens']:>13,} in {row['output_tokens']:>11,} out {cached:>9,} cached {cost:>12}"
        )
    return lines


def agree(inputs: Sequence[str], out: Path, settings: Settings, report: Report, *, agreed: bool) -> None:
    """Read the conversations, print the estimate on standard error, and go on only if the user agrees.

    A run that costs nothing, or nothing more, goes on unasked.

    Raises:
        UserError: where nobody can be asked, or there is no key. typer.Abort: the answer was no.
    """
    check_ready(out, settings, inputs)
    workspace = Workspace(out)
    with workspace.lock():
        load_conversations(workspace, settings, inputs, report)
        work = Work(workspace, settings)
        lines = forecast(work, done=finished_stages(workspace, settings))
        conversations, little = population(work).conversations, too_little(work)
    if little:
        typer.echo(little, err=True)
    for line in table(lines, settings, conversations):
        typer.echo(line, err=True)
    if any(line.calls for line in lines):
        credentials(settings.llm, os.environ)
    dollars = total(lines, choose_mode(settings.llm, conversations, os.environ).mode)
    if agreed or dollars == 0 or not lines:
        return
    cost = "an unknown sum" if dollars is None else f"about ${dollars:,.2f}"
    if not sys.stdin.isatty():
        raise UserError(
            f"This run would spend {cost} at the model's server: add --yes to agree, or try --sample 200 first."
        )
    typer.confirm(f"Spend {cost} at the model's server?", abort=True, err=True)
