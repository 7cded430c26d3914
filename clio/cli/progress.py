"""Progress of long work: one live line with rate and time left on a terminal, plain lines elsewhere."""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from clio.inputs import read_first
from clio.models.health import HEALTH
from clio.pipeline import stages_for
from clio.settings import Settings
from clio.stages import Progress as Step
from clio.stages import Report

TITLES = {
    "ingest": "Reading conversations",
    "activations": "Reading activations",
    "prepare": "Preparing conversations",
    "ask": "Asking the model",
    "extract": "Extracting facets",
    "embed": "Embedding requests",
    "phrases": "Embedding public phrases",
    "topics": "Choosing public phrases",
    "activate": "Encoding SAE features",
    "labels": "Reading feature labels",
    "join": "Joining activations",
    "utter": "Embedding messages",
    "fit": "Fitting clusters",
    "assign": "Assigning conversations",
    "pool": "Pooling small clusters",
    "contrast": "Comparing with the reference",
    "private fit": "Fitting clusters with noise",
    "private assign": "Assigning conversations",
    "sizes": "Measuring sizes with noise",
    "words": "Releasing words",
    "names": "Naming clusters",
    "hierarchy": "Building the hierarchy",
    "projection": "Placing clusters on the map",
    "gate": "Passing the gate",
}

LIVE_SECONDS, PLAIN_SECONDS = 0.5, 30.0
"""How often the calls of a model are told of, on a terminal and elsewhere."""


@contextmanager
def progress(settings: Settings, private: Path) -> Iterator[Report]:
    """Yield a report for `pipeline.run` that shows each stage as it goes, on standard error.

    How the calls of a model go is read from the file of the workspace `private`, for another process makes them.
    """
    names = [*read_first(settings), *(stage.name for stage in stages_for(settings))]
    titles = {
        name: f"[{number:>2}/{len(names)}] {TITLES[name]}" for number, name in enumerate(names, start=1)
    }
    health = private / HEALTH
    if sys.stderr.isatty():
        with _live(titles, health) as report:
            yield report
    else:
        with _told_of_calls(health, PLAIN_SECONDS, lambda line: typer.echo(f"        {line}", err=True)):
            yield _plain(titles)


@contextmanager
def _live(titles: dict[str, str], health: Path) -> Iterator[Report]:
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown: dict[str, TaskID] = {}
        started: dict[str, float] = {}

        def report(step: Step) -> None:
            if step.stage not in shown:
                shown[step.stage] = bar.add_task(titles[step.stage], total=step.total, rate="")
                started[step.stage] = time.monotonic()
            bar.update(shown[step.stage], completed=step.done, rate=_rate(step, started[step.stage]))

        def calls(line: str) -> None:
            running = [task for task in bar.tasks if not task.finished]
            if running:
                bar.update(running[-1].id, rate=line)

        with _told_of_calls(health, LIVE_SECONDS, calls):
            yield report


def _plain(titles: dict[str, str]) -> Report:
    started: dict[str, float] = {}

    def report(step: Step) -> None:
        if step.stage not in started:
            started[step.stage] = time.monotonic()
            if step.done < step.total:
                return
            typer.echo(f"{titles[step.stage]}: already done", err=True)
        elif step.done == step.total:
            seconds = time.monotonic() - started[step.stage]
            rate = _rate(step, started[step.stage])
            typer.echo(f"{titles[step.stage]}: {seconds:.1f} s{', ' + rate if rate else ''}", err=True)

    return report


@contextmanager
def _told_of_calls(health: Path, every: float, tell: Callable[[str], None]) -> Iterator[None]:
    """While the block runs, `tell` of the calls whenever their file has changed, at most `every` seconds."""
    ended = threading.Event()
    seen = [_changed(health)]

    def look() -> None:
        while not ended.wait(every):
            if _changed(health) != seen[0]:
                seen[0] = _changed(health)
                line = _line(health)
                if line is not None:
                    tell(line)

    thread = threading.Thread(target=look, daemon=True, name="tell of calls")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _changed(file: Path) -> int | None:
    return file.stat().st_mtime_ns if file.exists() else None


def _line(file: Path) -> str | None:
    try:
        return str(json.loads(file.read_bytes())["line"])
    except (OSError, ValueError, KeyError):
        return None  # between two versions of the file; the next look tells


def _rate(step: Step, started: float) -> str:
    seconds = time.monotonic() - started
    return f"{step.rows / seconds:,.0f} conversations/s" if step.rows and seconds > 0.5 else ""
