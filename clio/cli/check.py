"""clio check: what an input holds and what could be published of it, before anything is computed or paid for."""

import shlex
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import Assignments, Config, Format, PolicyName, UnitName, settings_from
from clio.cli.terminal import tree_width
from clio.errors import UserError
from clio.policies import POLICIES

if TYPE_CHECKING:
    from clio.settings import Settings
    from clio.workspace import Workspace

ALWAYS = ("read", "accepted", "duplicate", "without_account")  # counts that are told also when they are 0


def check(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, globs or URLs; - reads standard input.")
    ],
    policy: PolicyName = None,
    unit: UnitName = None,
    input_format: Format = None,
    config: Config = None,
    assignments: Assignments = None,
) -> None:
    """Say what an input holds and how much of it each policy could name, before anything is computed or kept."""
    settings = settings_from(config, assignments, policy=policy, unit=unit, input_format=input_format)
    from clio.inputs import load_conversations
    from clio.workspace import Workspace

    with tempfile.TemporaryDirectory(prefix="clio-check-") as folder:
        workspace = Workspace(Path(folder))
        workspace.create()
        load_conversations(workspace, settings, [_spooled(text, workspace) for text in inputs])
        _tell(workspace, settings)
    flags = {"--policy": policy, "--unit": unit, "--format": input_format, "--config": config}
    given = [text for name, value in flags.items() if value is not None for text in (name, str(value))]
    given += [text for assignment in assignments or () for text in ("--set", assignment)]
    typer.echo(f"\nNext: clio run {shlex.join([*inputs, *given])}")


def _spooled(text: str, workspace: "Workspace") -> str:
    """The input; standard input is copied, for a stream cannot be read twice."""
    from clio.ingest.sources import STDIN, spool_stdin

    return spool_stdin(sys.stdin.buffer, workspace.root / "stdin").location if text == STDIN else text


def _tell(workspace: "Workspace", settings: "Settings") -> None:
    from clio.planning import too_little
    from clio.stages import Work

    counts = dict(workspace.read("ingest").iter_rows())
    typer.echo("Records")
    asked = ("excluded",) if settings.ingest.exclude_accounts is not None else ()
    for name, number in counts.items():
        if number or name in ALWAYS + asked:
            _row(name.replace(":", ": ", 1), f"{number:,}")
    frame = workspace.scan("conversations").select("conversation_id", "account_id", "created_at").collect()
    unit = settings.privacy.unit
    accounts = frame.height if unit == "conversation" else frame["account_id"].drop_nulls().n_unique()
    typer.echo("\nAnalysed")
    _row("conversations", f"{frame.height:,}")
    _row(f"{unit}s that thresholds count", f"{accounts:,}")
    if unit == "account" and accounts:
        largest = frame["account_id"].drop_nulls().value_counts()["count"].to_numpy().max()
        _row("conversations of the largest account", f"{largest:,}")
        _row("their share", f"{largest / frame.height:.1%}")
    days = frame["created_at"].drop_nulls().dt.date()
    if len(days):
        _row("first day", str(days.min()))
        _row("last day", str(days.max()))
    if len(days) < frame.height:
        _row("conversations without a known time", f"{frame.height - len(days):,}")
    little = too_little(Work(workspace, settings))
    for name in POLICIES:
        typer.echo(f"\nUnder {name}" + (" (chosen)" if name == settings.privacy.policy else ""))
        for sentence in [little] if little else _promises(settings, name, accounts, frame.height):
            typer.echo(textwrap.fill(sentence, tree_width(), initial_indent="  ", subsequent_indent="  "))


def _row(name: str, value: str) -> None:
    typer.echo(f"  {name:<{min(40, tree_width() - 15)}} {value:>12}")


def _promises(settings: "Settings", name: str, accounts: int, conversations: int) -> Iterator[str]:
    """What one policy could publish, from the counts alone."""
    from clio.planning import expected_accounts, fitted_clusters, word_plan

    update = {"policy": name, "epsilon": None if POLICIES[name].epsilon is None else settings.privacy.epsilon}
    privacy = settings.privacy.model_copy(update=update)
    variant = settings.model_copy(update={"privacy": privacy})
    try:
        plan, k = word_plan(variant, accounts), fitted_clusters(variant, accounts, conversations)
    except UserError as error:
        yield str(error)
        return
    if variant.policy.noisy:
        yield (
            f"Noise is planned for {expected_accounts(variant):,} {privacy.unit}s (privacy.expected_accounts): choose "
            "it without looking at the data."
        )
    yield (
        f"About {k:,} base clusters of {accounts // k:,} {privacy.unit}s and {conversations // k:,} conversations."
    )
    if plan is None:
        least = settings.policy.clusters.min_accounts
        yield f"Every cluster is named from its members; a word needs {least} {privacy.unit}s."
        return
    yield (
        f"Every cluster is named by a public phrase (ε {plan.epsilon_phrase:g}); a tag is published when about "
        f"{plan.tau:.0f} {privacy.unit}s of a cluster share it (ε {plan.epsilon_tags:g}, δ {plan.delta:.0e})."
    )
    if accounts / k < 3 * plan.tau:
        yield ("Clusters this small will rarely have tags: more data, a smaller k or a larger ε would help.")
