"""clio estimate: what a model would be asked and what it would cost, before anything is sent."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import (
    Assignments,
    BaseUrl,
    Config,
    Format,
    K,
    Model,
    PolicyName,
    Sample,
    ScreenQuestion,
    UnitName,
    settings_from,
)

if TYPE_CHECKING:
    from clio.models.estimation import Line
    from clio.models.ledger import Mode
    from clio.settings import Settings


def estimate(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, globs or URLs of conversations.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            show_default="none",
            help="Folder of an earlier run, for instance of a --sample: what it has paid for is not counted, and what "
            "the server reported corrects the rest.",
        ),
    ] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    policy: PolicyName = None,
    unit: UnitName = None,
    k: K = None,
    screen: ScreenQuestion = None,
    input_format: Format = None,
    sample: Sample = None,
    config: Config = None,
    assignments: Assignments = None,
) -> None:
    """Count the calls, tokens and dollars that a run with a model would need, live and in batches; sends nothing."""
    settings = settings_from(
        config,
        assignments,
        provider="claude",
        model=model,
        base_url=base_url,
        policy=policy,
        unit=unit,
        k=k,
        screen=screen,
        input_format=input_format,
        sample=sample,
    )
    from clio.forecast import forecast
    from clio.inputs import load_conversations
    from clio.models.ledger import LEDGER
    from clio.planning import population
    from clio.stages import Work
    from clio.workspace import Workspace

    with tempfile.TemporaryDirectory(prefix="clio-estimate-") as folder:
        workspace = Workspace(Path(folder))
        workspace.create()
        load_conversations(workspace, settings, inputs)
        earlier = None if out is None else Workspace(out).root
        ledger_of = earlier if earlier is not None and (earlier / LEDGER).exists() else None
        work = Work(workspace, settings)
        for line in table(forecast(work, ledger_of), settings, population(work).conversations):
            typer.echo(line)


def table(lines: "Sequence[Line]", settings: "Settings", conversations: int) -> list[str]:
    """The estimate as lines of text: a row per kind of question, the total, and the mode that is chosen, and why."""
    from clio.models.modes import choose_mode

    rows = [
        f"{'':<12}{'model':<20}{'calls':>11}{'tokens in':>15}{'tokens out':>13}{'live':>12}{'in batches':>12}"
    ]
    for line in lines:
        rows.append(
            f"{line.kind:<12}{line.model[:19]:<20}{line.calls:>11,}{line.input_tokens:>15,}{line.output_tokens:>13,}"
            f"{_dollars(line.live_usd):>12}{_dollars(line.batch_usd):>12}"
        )
    calls, into, out = (
        sum(getattr(line, name) for line in lines) for name in ("calls", "input_tokens", "output_tokens")
    )
    rows.append(
        f"{'total':<12}{'':<20}{calls:>11,}{into:>15,}{out:>13,}"
        f"{_dollars(total(lines, 'live')):>12}{_dollars(total(lines, 'batch')):>12}"
    )
    rows.append(
        choose_mode(settings.llm, conversations, os.environ).why
        if calls
        else "Everything is answered: nothing is left to pay for."
    )
    if any(line.live_usd is None for line in lines):
        rows.append(
            "No price is known for a model: add it under [llm.prices], in dollars per million tokens, as [in, out]."
        )
    return rows


def total(lines: "Sequence[Line]", mode: "Mode") -> float | None:
    """Dollars that a mode pays for all lines; None when a price is unknown."""
    parts = [line.live_usd if mode == "live" else line.batch_usd for line in lines]
    return None if None in parts else float(sum(part for part in parts if part is not None))


def _dollars(value: float | None) -> str:
    if value is None:
        return "?"
    return f"${value:,.2f}" if value >= 1 else f"${value:,.4f}"
