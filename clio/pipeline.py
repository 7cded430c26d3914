"""The system, top to bottom: from conversations to a release, as stages over one private workspace.

`run` owns the loop. The workspace alone decides what is done; `each` is the only seam, by which a flow or a
pool of processes works on several shards at once.
"""

import json
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from clio import contrast_steps, dp_steps, group_steps, planning, steps
from clio.clustering.embedding import encoder_folder
from clio.clustering.targeting import chosen_features
from clio.errors import RunFailed
from clio.ingest.exclusion import read_accounts
from clio.ingest.sources import resolve_inputs
from clio.inputs import ingest_options, load_activations, load_conversations
from clio.privacy.dimensions import all_dimensions
from clio.publication import claim_stands, declared_dimensions, publish_release, release_stands
from clio.release.reader import Release, read_release
from clio.settings import Settings
from clio.stages import (
    EMBEDDINGS,
    GROUP_VOTES,
    INPUTS,
    Progress,
    Report,
    Stage,
    Work,
    contrasts,
    encodes_activations,
    joins_activations,
)
from clio.workspace import WHOLE, Workspace, write_atomically

STAGES: tuple[Stage, ...] = (
    Stage("prepare", 1, "shard", ("conversations",), ("prepared",), steps.prepare_conversations,
          settings=("llm.max_input_tokens", "privacy.redact_input"), when=steps.uses_model),
    Stage("ask", 1, "whole", ("prepared",), ("asked",), steps.ask,
          settings=steps.QUESTION_SETTINGS, public=steps.public_questions, when=steps.uses_model),
    Stage("extract", 3, "shard", ("conversations", "prepared", "asked"), ("facets",), steps.extract,
          settings=steps.QUESTION_SETTINGS, public=steps.public_questions),
    Stage("embed", 1, "shard", ("facets",), (EMBEDDINGS,), steps.embed,
          settings=("embedding",), public=steps.public_model),
    Stage("phrases", 1, "whole", (), ("phrases",), steps.embed_phrases,
          settings=("embedding",), public=steps.public_model),
    Stage("topics", 4, "shard", ("facets", EMBEDDINGS, "phrases"), ("topics",), steps.choose_topics,
          settings=("llm.provider",), public=steps.public_model),
    Stage("activate", 1, "shard", ("conversations",), ("activations",), steps.activate,
          public=steps.public_sae, when=encodes_activations),
    Stage("labels", 1, "whole", (), ("labels",), steps.take_labels,
          public=steps.public_labels,
          when=lambda settings: encodes_activations(settings) and joins_activations(settings)),
    Stage("join", 2, "whole", ("facets", EMBEDDINGS, "activations", "labels"), ("joining",), steps.fit_join,
          settings=("sae.weight", "sae.query", "sae.features", "clustering.seed", "llm.provider"),
          public=steps.public_model, keyed=True, when=joins_activations),
    Stage("utter", 1, "shard", ("conversations",), ("utterances",), contrast_steps.utter,
          settings=("embedding",), public=steps.public_model, when=contrasts),
    Stage("fit", 3, "whole", ("conversations", "facets", EMBEDDINGS, "activations", "joining"), ("centroids",),
          steps.fit,
          settings=("clustering", "privacy", "llm.provider"), public=steps.public_model, keyed=True,
          when=steps.counts_exactly),
    Stage("assign", 1, "shard", ("facets", EMBEDDINGS, "activations", "joining", "centroids"), ("assignments",),
          steps.assign_rows,
          settings=("llm.provider",), public=steps.public_model, when=steps.counts_exactly),
    Stage("pool", 1, "whole", ("conversations", "assignments", "centroids"), ("pooling",), steps.pool,
          settings=("privacy",), when=steps.counts_exactly),
    Stage("contrast", 2, "whole", ("conversations", "activations", "utterances", "assignments", "pooling"),
          ("groups", "group_members"), contrast_steps.find_groups,
          settings=("sae", "clustering.seed", "privacy"), public=steps.public_contrast, keyed=True, when=contrasts),
    Stage("private fit", 1, "whole", ("conversations", "facets", EMBEDDINGS, "phrases"), ("centroids",), dp_steps.fit,
          settings=("clustering", "privacy", "llm.provider"), public=steps.public_model, keyed=True,
          when=steps.counts_noisily),
    Stage("private assign", 1, "shard", ("facets", EMBEDDINGS, "phrases", "centroids"), ("assignments",),
          dp_steps.assign_rows, settings=("llm.provider",), public=steps.public_model, when=steps.counts_noisily),
    Stage("sizes", 1, "whole", ("conversations", "facets", "assignments", "centroids"), ("sizes", "pooling"),
          dp_steps.measure_sizes, settings=("clustering", "privacy"), keyed=True, when=steps.counts_noisily),
    Stage("words", 5, "whole", ("conversations", "topics", "assignments", "pooling", GROUP_VOTES),
          ("words", "group_words"),
          group_steps.release_cluster_words, settings=("privacy",), public=steps.public_words, keyed=True),
    Stage("names", 3, "whole",
          ("words", "pooling", "centroids", "assignments", "conversations", "facets", EMBEDDINGS, "activations",
           "joining"),
          ("names",), group_steps.name,
          settings=("privacy.policy", "privacy.unit", "privacy.min_accounts", "llm.provider", "llm.naming_model",
                    "facets"),
          public=steps.public_naming, keyed=True),
    Stage("hierarchy", 2, "whole", ("names",), ("taxonomy",), group_steps.organise,
          settings=("llm.provider", "llm.naming_model", "clustering.seed", "embedding", "facets"),
          public=steps.public_naming,
          keyed=True),
    Stage("projection", 3, "whole", ("taxonomy",), ("positions",), group_steps.place,
          settings=("clustering.seed", "embedding"), public=steps.public_model),
    Stage("gate", 3, "whole",
          ("ingest", "conversations", "facets", "activations", "labels", "assignments", "sizes", "pooling", "words",
           "names", "taxonomy", "positions", "groups", "group_members", "group_words"),
          ("published",), publish_release,
          settings=("privacy", "breakdowns", "llm", "screen", "facets", "embedding", "clustering", "sae",
                    "ingest.exclude_accounts", "ingest.since", "ingest.until", "ingest.sample"),
          keyed=True),
)  # fmt: skip

BY_NAME = {stage.name: stage for stage in STAGES}
WHOLE_TABLES = {"quarantine", "ingest", "labels"} | {
    table for stage in STAGES if stage.scope == "whole" for table in stage.writes
}


def stages_for(settings: Settings) -> list[Stage]:
    """The stages that these settings call for, in order."""
    return [stage for stage in STAGES if stage.when(settings)]


LOST_WORKER = (
    "A worker process died, most often for lack of memory: run the same command again to go on from here, with "
    "--set run.workers=1 if it dies again."
)

Each = Callable[[Path, Stage, Sequence[str]], Iterator[str]]


def run(
    out: Path,
    settings: Settings,
    inputs: Sequence[str],
    each: "Each | None" = None,
    report: Report | None = None,
) -> Release:
    """Turn conversations into a release under DIR `out`; what an earlier run finished is not done again.

    Args:
        inputs: files, globs or URLs of conversations.
        each: runs one stage for several shards and yields each shard as it is done; serial by default.
        report: called as stages and shards finish.

    Raises:
        UserError: for what a person can mend. WorkspaceBusy: another run holds the folder.
    """
    _check(settings)
    workspace = Workspace(out)
    workspace.create()
    tell = report or (lambda progress: None)
    with workspace.lock():
        write_atomically(workspace.root / "settings.json", settings.model_dump_json().encode())
        write_atomically(workspace.root / INPUTS, json.dumps(list(inputs)).encode())
        load_conversations(workspace, settings, inputs, tell)
        load_activations(workspace, settings, tell)
        _check_targets(workspace, settings)
        if not (release_stands(workspace) and claim_stands(Work(workspace, settings))):
            workspace.forget("published", WHOLE)
        for stage in stages_for(settings):
            _run_stage(workspace, settings, stage, each or serial, tell)
        return read_release(out)


def check_ready(out: Path, settings: Settings, inputs: Sequence[str]) -> None:
    """Find the commonest mistakes before anything is started: no input, a wrong day, a folder that is in use.

    Raises:
        UserError: for what a person can mend. WorkspaceBusy: another run holds the folder.
    """
    resolve_inputs(inputs)
    _check(settings)
    workspace = Workspace(out)
    workspace.create()
    with workspace.lock():
        pass


def _check(settings: Settings) -> None:
    """Say before any work what is wrong in the settings alone, and in the files that they name."""
    read_accounts(ingest_options(settings).exclude_accounts)
    all_dimensions(declared_dimensions(settings))
    encoder_folder(settings.embedding.model)
    planning.check_plan(settings)


def run_shard(out: Path, stage_name: str, shard: str) -> str:
    """Make one shard of one stage if it is not done; returns the shard's name. What workers call."""
    workspace = Workspace(out)
    settings = Settings.model_validate_json((workspace.root / "settings.json").read_bytes())
    _make(workspace, settings, BY_NAME[stage_name], shard)
    return shard


def serial(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
    """One shard after the other, in this process."""
    for shard in shards:
        yield run_shard(out, stage.name, shard)


@contextmanager
def processes(workers: int) -> Iterator[Each]:
    """An `each` over a pool of `workers` processes, kept for all stages so that models load once per process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:

        def spread(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
            running = [pool.submit(run_shard, out, stage.name, shard) for shard in shards]
            try:
                for future in as_completed(running):
                    yield future.result()
            except BrokenProcessPool:
                raise RunFailed(LOST_WORKER) from None
            finally:
                for future in running:
                    future.cancel()

        yield spread


def _run_stage(workspace: Workspace, settings: Settings, stage: Stage, each: Each, tell: Report) -> None:
    shards, waiting = _shards(workspace, stage), _waiting(workspace, settings, stage)
    done, rows = len(shards) - len(waiting), 0
    tell(Progress(stage.name, done, len(shards), rows))
    # Whole stages too: the process that runs the loop then never holds a model or a library of theirs.
    for shard in each(workspace.out, stage, waiting):
        done += 1
        rows += workspace.rows("conversations", shard) if stage.scope == "shard" else 0
        tell(Progress(stage.name, done, len(shards), rows))


def finished_stages(workspace: Workspace, settings: Settings) -> list[str]:
    """The stages that a run would pass over, up to the first that it would not; conversations are read already."""
    done = takewhile(lambda stage: not _waiting(workspace, settings, stage), stages_for(settings))
    return [stage.name for stage in done]


def _shards(workspace: Workspace, stage: Stage) -> list[str]:
    return workspace.shards() if stage.scope == "shard" else [WHOLE]


def _waiting(workspace: Workspace, settings: Settings, stage: Stage) -> list[str]:
    """The shards of a stage that are to be made."""
    shards = _shards(workspace, stage)
    return [shard for shard in shards if not _is_done(workspace, settings, stage, shard)]


def _is_done(workspace: Workspace, settings: Settings, stage: Stage, shard: str) -> bool:
    fingerprint = stage.fingerprint(workspace, settings, shard, WHOLE_TABLES)
    return stage.is_done(workspace, settings, shard, fingerprint)


def _make(workspace: Workspace, settings: Settings, stage: Stage, shard: str) -> None:
    fingerprint = stage.fingerprint(workspace, settings, shard, WHOLE_TABLES)
    if not stage.is_done(workspace, settings, shard, fingerprint):
        stage.make(Work(workspace, settings, shard, fingerprint))


def _check_targets(workspace: Workspace, settings: Settings) -> None:
    """Say before the long work that no feature is what was asked for."""
    if joins_activations(settings):
        bundled = encodes_activations(settings)
        chosen_features(settings.sae, steps.bundled_labels() if bundled else workspace.read("labels", WHOLE))
