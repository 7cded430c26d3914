"""clio demo: the whole way on conversations that Clio generates itself."""

from pathlib import Path
from typing import Annotated

import typer

from clio.cli.options import GROUPS, Assignments, Out, PolicyName, settings_from

# The generator knows how many topics it writes about. By default a run takes fewer and larger clusters, in which
# tags clear their noise; here a reader is helped more by one cluster per topic.
TOPICS = 40


def demo(
    out: Out = Path("demo"),
    conversations: Annotated[int, typer.Option(help="Conversations to generate.", min=1)] = 6000,
    accounts: Annotated[int, typer.Option(help="Accounts that hold them.", min=1)] = 3000,
    seed: Annotated[int, typer.Option(help="Seed of the generator.")] = 0,
    policy: PolicyName = None,
    k: Annotated[int, typer.Option("--k", help="Number of base clusters before pooling.", min=1)] = TOPICS,
    activations: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|bundled|off",
            show_default="bundled, under dp off",
            rich_help_panel=GROUPS,
            help="SAE features to join with the embedding; off saves a minute on two processors.",
        ),
    ] = None,
    assignments: Assignments = None,
) -> None:
    """Generate conversations, analyse them and say how to look at the result."""
    given = [*(assignments or ()), *_metadata()]
    if activations is None and not _under_dp(given, policy):
        given = ["sae.activations=bundled", *given]
    settings = settings_from(None, given, policy=policy, k=k, activations=activations)
    from clio.cli.running import finish, run_flow

    source = _generate(out, conversations, accounts, seed)
    typer.echo(f"Generated {conversations:,} conversations of {accounts:,} accounts: {source}", err=True)
    finish(run_flow([str(source)], out, settings), out, settings)


def _generate(out: Path, conversations: int, accounts: int, seed: int) -> Path:
    """Write the conversations beside the workspace, as private as if they were real."""
    from clio.synthetic.generator import write_jsonl
    from clio.workspace import Workspace, private_folder

    Workspace(out).create()
    source = private_folder(out / "input") / "conversations.jsonl"
    source.touch(mode=0o600)
    return write_jsonl(source, conversations, accounts, seed)


def _metadata() -> list[str]:
    """The generated metadata fields, declared so that the demo's breakdowns show them."""
    return ['breakdowns.metadata={product=["web", "mobile", "api"], plan=["free", "pro", "team"]}']


def _under_dp(given: list[str], policy: str | None) -> bool:
    """Whether the demo runs under the policy that refuses activations, by whichever way that is said."""
    said = [assignment for assignment in given if assignment.startswith("privacy.")]
    return settings_from(None, said, policy=policy).policy.name == "dp"
