"""clio run: conversations in, a release out; the same command resumes."""

from pathlib import Path
from typing import Annotated

import typer

from clio.cli.options import (
    Activations,
    Assignments,
    BaseUrl,
    Config,
    EmbedderName,
    Epsilon,
    Format,
    K,
    MaxUsd,
    Mode,
    Model,
    Out,
    PolicyName,
    Provider,
    Sample,
    ScreenQuestion,
    Seed,
    Since,
    UnitName,
    Until,
    settings_from,
)

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, globs or URLs; - reads standard input.")
]


def run(
    inputs: Inputs,
    out: Out = Path("out"),
    provider: Provider = None,
    model: Model = None,
    base_url: BaseUrl = None,
    mode: Mode = None,
    max_usd: MaxUsd = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Agree to the estimated cost without being asked.")
    ] = False,
    screen: ScreenQuestion = None,
    embedder: EmbedderName = None,
    activations: Activations = None,
    policy: PolicyName = None,
    epsilon: Epsilon = None,
    unit: UnitName = None,
    k: K = None,
    seed: Seed = None,
    input_format: Format = None,
    sample: Sample = None,
    since: Since = None,
    until: Until = None,
    config: Config = None,
    assignments: Assignments = None,
) -> None:
    """Analyse conversations: ingest, facets, clusters, names, hierarchy, gate, release."""
    settings = settings_from(
        config,
        assignments,
        provider=provider,
        model=model,
        base_url=base_url,
        mode=mode,
        max_usd=max_usd,
        screen=screen,
        embedder=embedder,
        activations=activations,
        policy=policy,
        epsilon=epsilon,
        unit=unit,
        k=k,
        seed=seed,
        input_format=input_format,
        sample=sample,
        since=since,
        until=until,
    )
    from clio.ingest.sources import resolve_inputs

    resolve_inputs(inputs)  # a slip in a path is told before the libraries of a run load
    from clio.cli.running import finish, run_flow

    finish(run_flow(inputs, out, settings, agreed=yes), out, settings)
