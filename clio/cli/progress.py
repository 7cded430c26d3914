"""Progress of long work: one live line with rate and time left on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from clio.pipeline import STAGES, Report
from clio.pipeline import Progress as Step

TITLES = {
    "ingest": "Reading conversations",
    "extract": "Extracting facets",
    "embed": "Embedding requests",
    "phrases": "Embedding public phrases",
    "topics": "Choosing public phrases",
    "fit": "Fitting clusters",
    "assign": "Assigning conversations",
    "pool": "Pooling small clusters",
    "words": "Releasing words",
    "names": "Naming clusters",
    "hierarchy": "Building the hierarchy",
    "projection": "Placing clusters on the map",
    "gate": "Passing the gate",
}


@contextmanager
def progress() -> Iterator[Report]:
    """Yield a report for `pipeline.run` that shows each stage as it goes, on standard error."""
    if sys.stderr.isatty():
        with _live() as report:
            yield report
    else:
        yield _plain()


@contextmanager
def _live() -> Iterator[Report]:
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown: dict[str, object] = {}
        started: dict[str, float] = {}

        def report(step: Step) -> None:
            if step.stage not in shown:
                title = f"{_position(step.stage)} {TITLES[step.stage]}"
                shown[step.stage] = bar.add_task(title, total=step.total, rate="")
                started[step.stage] = time.monotonic()
            rate = _rate(step, started[step.stage])
            bar.update(shown[step.stage], completed=step.done, rate=rate)  # type: ignore[arg-type]

        yield report


def _plain() -> Report:
    started: dict[str, float] = {}

    def report(step: Step) -> None:
        if step.stage not in started:
            started[step.stage] = time.monotonic()
            if step.done < step.total:
                return
            typer.echo(f"{_position(step.stage)} {TITLES[step.stage]}: already done", err=True)
        elif step.done == step.total:
            seconds = time.monotonic() - started[step.stage]
            rate = _rate(step, started[step.stage])
            typer.echo(
                f"{_position(step.stage)} {TITLES[step.stage]}: {seconds:.1f} s{', ' + rate if rate else ''}",
                err=True,
            )

    return report


def _position(stage: str) -> str:
    names = ["ingest", *(stage.name for stage in STAGES)]
    return f"[{names.index(stage) + 1:>2}/{len(names)}]"


def _rate(step: Step, started: float) -> str:
    seconds = time.monotonic() - started
    return f"{step.rows / seconds:,.0f} conversations/s" if step.rows and seconds > 0.5 else ""
