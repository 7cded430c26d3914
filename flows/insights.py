"""The insights flow: conversations to a release, with one Prefect task per shard of each stage."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from prefect import flow, task, unmapped
from prefect.artifacts import create_markdown_artifact
from prefect.futures import as_completed

from clio import pipeline
from clio.errors import RunFailed, UserError, without_private_text
from clio.release.reader import Release, read_release
from clio.release.tree import render_tree
from clio.settings import Settings, load_settings
from clio.stages import Stage
from clio.workspace import Workspace
from flows import local
from flows.workers import worker_processes


def _may_pass_later(task: Any, task_run: Any, state: Any) -> bool:
    """A lost worker is worth another try; a user's mistake and a bug are not."""
    outcome = state.result(raise_on_failure=False)
    return not isinstance(outcome, UserError | RunFailed)


@task(
    name="shard",
    task_run_name="{stage} {shard}",
    retries=2,
    retry_delay_seconds=5,
    retry_condition_fn=_may_pass_later,
    persist_result=False,
)
def make_shard(out: str, stage: str, shard: str) -> str:
    """Make one shard of one stage. A lost worker's shard is made again; a finished one is left alone."""
    with without_private_text():
        return pipeline.run_shard(Path(out), stage, shard)


@flow(name="insights", task_runner=worker_processes(), persist_result=False)  # type: ignore[arg-type]
def insights(inputs: list[str], out: str, config: str | None = None) -> str:
    """Analyse `inputs` (paths or URLs) into `out`/release by the settings file `config`; returns its id.

    Parameters are paths only: nothing private reaches the Prefect server. Relative paths count from the folder
    that the worker runs in.
    """
    asked = local.asked.get()
    if asked is None:
        asked = local.Asked(
            load_settings(None if config is None else Path(config), environment=os.environ), None
        )
    with without_private_text():
        release = pipeline.run(Path(out), asked.settings, inputs, spread, asked.report)
    publish_artifact(release)
    return release.manifest.release_id


def analyse(
    inputs: Sequence[str], out: Path, settings: Settings, report: pipeline.Report | None = None
) -> Release:
    """Run the flow in this process, on the server that PREFECT_API_URL names or on one of its own.

    Raises:
        clio.errors.UserError: as `pipeline.run` does.
    """
    pipeline.check_ready(out, settings, inputs)
    runner = worker_processes(settings.run.workers)
    token = local.asked.set(local.Asked(settings, report))
    try:
        with local.server_for(Workspace(out).root):
            insights.with_options(task_runner=runner)(list(inputs), str(out))  # type: ignore[arg-type]
    finally:
        local.asked.reset(token)
    return read_release(out)


def spread(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
    """Map a task over the shards of one stage; yields each shard as it is done."""
    if shards:
        running = make_shard.map(unmapped(str(out)), unmapped(stage.name), list(shards))
        try:
            for future in as_completed(list(running)):
                yield future.result()
        except BrokenProcessPool:
            raise RunFailed(pipeline.LOST_WORKER) from None


def publish_artifact(release: Release) -> None:
    """The tree, the counts and the claim as a Prefect artifact, made from the release alone."""
    create_markdown_artifact(
        key="clio-release",
        markdown=f"```text\n{render_tree(release)}\n```\n\n{release.manifest.policy.claim}",
        description=f"Release {release.manifest.release_id}",
    )
