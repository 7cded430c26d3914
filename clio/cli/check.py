"""clio check: what an input holds and what could be published of it, before anything is computed or paid for."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from clio.cli.options import Assignments, Config, Format, PolicyName, UnitName, settings_from
from clio.pipeline import load_conversations
from clio.policies import POLICIES
from clio.privacy.bounding import default_k
from clio.settings import Settings
from clio.steps import word_plan
from clio.workspace import Workspace


def check(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, globs or URLs of conversations.")
    ],
    policy: PolicyName = None,
    unit: UnitName = None,
    input_format: Format = None,
    config: Config = None,
    assignments: Assignments = None,
) -> None:
    """Say what an input holds and how much of it each policy could name, before anything is computed or kept."""
    settings = settings_from(
        config, assignments, privacy__policy=policy, privacy__unit=unit, ingest__format=input_format
    )
    with tempfile.TemporaryDirectory(prefix="clio-check-") as folder:
        workspace = Workspace(Path(folder))
        workspace.create()
        load_conversations(workspace, settings, inputs)
        _tell(workspace, settings)


def _tell(workspace: Workspace, settings: Settings) -> None:
    counts = dict(workspace.read("ingest").iter_rows())
    typer.echo("Records")
    for name, number in counts.items():
        typer.echo(f"  {name:<40} {number:>12,}")
    frame = workspace.scan("conversations").select("conversation_id", "account_id", "created_at").collect()
    unit = settings.privacy.unit
    accounts = frame.height if unit == "conversation" else frame["account_id"].drop_nulls().n_unique()
    days = [str(day) for day in frame["created_at"].drop_nulls().dt.date().unique().sort()]
    typer.echo("\nAnalysed")
    typer.echo(f"  {'conversations':<40} {frame.height:>12,}")
    typer.echo(f"  {unit + 's that thresholds count':<40} {accounts:>12,}")
    if unit == "account" and accounts:
        largest = frame["account_id"].drop_nulls().value_counts()["count"].to_numpy().max()
        typer.echo(f"  {'conversations of the largest account':<40} {largest:>12,}")
    if days:
        typer.echo(f"  {'days':<40} {days[0]} to {days[-1]}")
    for name in POLICIES:
        _tell_policy(settings, name, accounts, frame.height)


def _tell_policy(settings: Settings, name: str, accounts: int, conversations: int) -> None:
    """What one policy could publish, from the counts alone."""
    rule = settings.policy.clusters
    typer.echo(f"\nUnder {name}")
    if accounts < rule.min_accounts or conversations < rule.min_conversations:
        typer.echo(
            f"  Nothing: a group needs {rule.min_conversations} conversations of {rule.min_accounts} "
            f"{settings.privacy.unit}s."
        )
        return
    update = {"policy": name, "epsilon": None if POLICIES[name].epsilon is None else settings.privacy.epsilon}
    privacy = settings.privacy.model_copy(update=update)
    variant = settings.model_copy(update={"privacy": privacy})
    plan = word_plan(variant, accounts)
    k = settings.clustering.k or default_k(
        variant.policy, accounts, conversations, plan, settings.clustering.k_max
    )
    typer.echo(
        f"  About {k:,} base clusters of {accounts // k:,} {privacy.unit}s and {conversations // k:,} conversations."
    )
    if plan is None:
        typer.echo(
            f"  Every cluster is named from its members; a word needs {rule.min_accounts} {privacy.unit}s."
        )
        return
    typer.echo(
        f"  Every cluster is named by a public phrase (ε {plan.epsilon_phrase:g}); a tag is published when about "
        f"{plan.tau:.0f} {privacy.unit}s of a cluster share it (ε {plan.epsilon_tags:g}, δ {plan.delta:.0e})."
    )
    if accounts / k < 3 * plan.tau:
        typer.echo(
            "  Clusters this small will rarely have tags: more data, a smaller k or a larger ε would help."
        )
