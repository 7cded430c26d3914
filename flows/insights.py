"""The insights flow: conversations to a release, with one Prefect task per shard of each stage."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact

from clio import pipeline
from clio.clustering.embedding import load_embedder
from clio.errors import without_private_text
from clio.inputs import load_conversations
from clio.policies import RECURRING_EPSILON
from clio.release.reader import Release, read_release
from clio.release.tree import render_tree
from clio.settings import Settings, load_settings
from clio.stages import Report, Stage
from clio.workspace import Workspace
from flows import local
from flows.workers import Workers


@task(name="shard", task_run_name="{stage} {shard}", persist_result=False)
def make_shard(out: str, stage: str, shard: str) -> str:
    """Make one shard of one stage; a finished one is left alone."""
    with without_private_text():
        return pipeline.run_shard(Path(out), stage, shard)


@flow(name="insights", persist_result=False)
def insights(inputs: list[str], out: str, config: str | None = None) -> str:
    """Analyse `inputs` (paths or URLs) into `out`/release by the settings file `config`; returns its id.

    Parameters are paths only: nothing private reaches the Prefect server. Relative paths count from the folder
    that the worker runs in. Under `dp` a deployment spends epsilon 1 a window unless its file says otherwise.
    """
    asked = local.asked.get()
    if asked is None:
        chosen = load_settings(None if config is None else Path(config), environment=os.environ)
        asked = local.Asked(on_schedule(chosen), None)
    with without_private_text(), Workers(asked.settings.run.workers) as workers:

        def each(folder: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
            return spread(workers, folder, stage, shards)

        release = pipeline.run(Path(out), asked.settings, inputs, each, asked.report)
    publish_artifact(release)
    return release.manifest.release_id


def on_schedule(settings: Settings) -> Settings:
    """The settings of a deployment: under `dp` one that names no epsilon spends that of recurring windows."""
    if not settings.policy.noisy or settings.privacy.epsilon is not None:
        return settings
    privacy = settings.privacy.model_copy(update={"epsilon": RECURRING_EPSILON})
    return settings.model_copy(update={"privacy": privacy})


def spread(workers: Workers, out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
    """Run a task for each shard of one stage; yields each shard as it is done."""
    if made_here(out):
        for shard in shards:
            yield make_shard(str(out), stage.name, shard)
    else:
        yield from workers.map(make_shard, {"out": str(out), "stage": stage.name}, shards)


def analyse(inputs: Sequence[str], out: Path, settings: Settings, report: Report | None = None) -> Release:
    """Run the flow in this process, on the server that PREFECT_API_URL names or on one of its own.

    Conversations are read while that server starts, so that a mistake in them is told at once.

    Raises:
        clio.errors.UserError: as `pipeline.run` does.
    """
    pipeline.check_ready(out, settings, inputs)
    with local.server_for(Workspace(out).root) as wait_for_server:
        later = read_first(out, settings, inputs, report or (lambda step: None))
        wait_for_server()
        token = local.asked.set(local.Asked(settings, later))
        try:
            insights(list(inputs), str(out))
        finally:
            local.asked.reset(token)
    return read_release(out)


def read_first(out: Path, settings: Settings, inputs: Sequence[str], report: Report) -> Report:
    """Read the conversations and load the encoder before the flow, which then passes them over as done.

    Inputs on other machines are left to the flow, for passing them over would fetch them once more. Returns what
    the flow is to report to.
    """
    encoder = load_embedder(settings.embedding.model, settings.embedding.precision)
    if any("://" in text for text in inputs):
        return report
    workspace = Workspace(out)
    with workspace.lock():
        load_conversations(workspace, settings, inputs, report)
    if made_here(out):
        encoder.encode(["The model loads with its first text."])
    return lambda step: None if step.stage == "ingest" else report(step)


def made_here(out: Path) -> bool:
    """Whether a folder's shards are made in the flow's own process.

    The only shard is: there is nothing to share out, and a process more would load every library and model again.
    """
    return len(Workspace(out).shards()) == 1


def publish_artifact(release: Release) -> None:
    """The tree, the counts and the claim as a Prefect artifact, made from the release alone."""
    create_markdown_artifact(
        key="clio-release",
        markdown=f"```text\n{render_tree(release)}\n```\n\n{release.manifest.policy.claim}",
        description=f"Release {release.manifest.release_id}",
    )
