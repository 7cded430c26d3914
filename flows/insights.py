"""The insights flow: conversations to a release, with one Prefect task per shard of each stage."""

import os
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.futures import as_completed
from prefect.task_runners import ProcessPoolTaskRunner

from clio import pipeline
from clio.release.reader import Release, read_release
from clio.release.tree import render_tree
from clio.settings import Settings, load_settings
from clio.stages import Stage
from clio.workspace import Workspace
from flows.local import server_for


class Asked(NamedTuple):
    """What a command has already worked out, for the flow that it runs in its own process."""

    settings: Settings
    report: pipeline.Report | None


_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


@task(name="shard", task_run_name="{stage} {shard}", retries=2, retry_delay_seconds=5, persist_result=False)
def make_shard(out: str, stage: str, shard: str) -> str:
    """Make one shard of one stage. A lost worker's shard is made again; a finished one is left alone."""
    return pipeline.run_shard(Path(out), stage, shard)


@flow(name="insights", validate_parameters=True, persist_result=False)
def insights(inputs: list[str], out: str, config: str | None = None) -> str:
    """Analyse `inputs` (paths or URLs) into `out`/release by the settings file `config`; returns the release's id.

    Parameters are paths only: nothing private reaches the Prefect server.
    """
    asked = _asked.get()
    if asked is None:
        asked = Asked(load_settings(None if config is None else Path(config), environment=os.environ), None)
    release = pipeline.run(Path(out), asked.settings, inputs, spread, asked.report)
    publish_artifact(release)
    return release.manifest.release_id


def analyse(inputs: Sequence[str], out: Path, settings: Settings, report: pipeline.Report | None = None) -> Release:
    """Run the flow in this process, on the server that PREFECT_API_URL names or on one of its own.

    Raises:
        clio.errors.UserError: as `pipeline.run` does.
    """
    workspace = Workspace(out)
    workspace.create()
    runner = ProcessPoolTaskRunner(max_workers=settings.run.workers or len(os.sched_getaffinity(0)))
    token = _asked.set(Asked(settings, report))
    try:
        with server_for(workspace.root):
            insights.with_options(task_runner=runner)(list(inputs), str(out))
    finally:
        _asked.reset(token)
    return read_release(out)


def spread(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
    """Map a task over the shards of one stage; yields each shard as it is done."""
    if shards:
        running = make_shard.map(str(out), stage.name, list(shards))  # type: ignore[arg-type]
        for future in as_completed(running):
            yield future.result()


def publish_artifact(release: Release) -> None:
    """The tree, the counts and the claim as a Prefect artifact, made from the release alone."""
    create_markdown_artifact(
        key="clio-release",
        markdown=f"```text\n{render_tree(release)}\n```\n\n{release.manifest.policy.claim}",
        description=f"Release {release.manifest.release_id}",
    )
