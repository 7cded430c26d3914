"""What a run reads before its stages: conversations into shards, and activations of a file beside them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from clio.errors import UserError
from clio.ingest.activations import labels_beside, read_activations, read_labels
from clio.ingest.columns import column_map
from clio.ingest.exclusion import accounts_source
from clio.ingest.options import IngestOptions
from clio.ingest.sources import content_hash, resolve_inputs
from clio.ingest.stage import ingest
from clio.settings import Settings
from clio.stages import Progress, Report, digest, encodes_activations, has_activations, pick, sampling_key
from clio.tables import ACTIVATIONS, CONVERSATIONS, INGEST, LABELS, QUARANTINE
from clio.workspace import WHOLE, Workspace


def read_first(settings: Settings) -> list[str]:
    """What is read before the stages, by the names that progress is told under."""
    from_file = has_activations(settings) and not encodes_activations(settings)
    return ["ingest", "activations"] if from_file else ["ingest"]


def load_conversations(
    workspace: Workspace, settings: Settings, inputs: Sequence[str], tell: Report = lambda progress: None
) -> None:
    """Conversations -> shards of about `run.shard_size`; unchanged inputs are not read again beyond their hash."""
    sources = resolve_inputs(inputs)
    shards = workspace.shard_ranges()
    options = ingest_options(settings)
    excluded = content_hash([accounts_source(options.exclude_accounts)]) if options.exclude_accounts else None
    key = sampling_key(workspace, settings)
    fingerprint = digest(
        "ingest", 2, pick(settings, "ingest"), settings.privacy.unit,
        content_hash(sources), excluded, key.hex() if options.sample else None,
    )  # fmt: skip
    whole = ("quarantine", "ingest")
    done = shards is not None and all(
        workspace.is_done("conversations", shard, fingerprint) for shard in shards
    )
    tell(Progress("ingest", int(done), 1, 0))
    if done and all(workspace.is_done(table, WHOLE, fingerprint) for table in whole):
        return

    def write(shard: str, frame: pl.DataFrame) -> None:
        # Only once all has been read: a refused input leaves what an earlier run has read.
        for table in whole:
            workspace.forget(table, WHOLE)
        workspace.write("conversations", shard, frame, CONVERSATIONS, fingerprint)

    scratch = workspace.root / "scratch"
    result = ingest(sources, options, key, scratch, settings.run.shard_size, write, shards)
    workspace.fix_shard_ranges(result.shards)
    workspace.write("quarantine", WHOLE, result.quarantine, QUARANTINE, fingerprint)
    workspace.write("ingest", WHOLE, result.counts, INGEST, fingerprint)
    tell(Progress("ingest", 1, 1, sum(workspace.rows("conversations", shard) for shard in result.shards)))


def load_activations(workspace: Workspace, settings: Settings, tell: Report = lambda progress: None) -> None:
    """SAE activations of a file -> a table beside each shard of conversations; an unchanged file is not read again."""
    if "activations" not in read_first(settings):
        return
    path, shards = Path(settings.sae.activations), workspace.shards()
    source = content_hash(resolve_inputs([str(path)]))
    fingerprints = {
        shard: digest("activations", 1, source, workspace.content("conversations", shard)) for shard in shards
    }
    done = all(workspace.is_done("activations", shard, mark) for shard, mark in fingerprints.items())
    tell(Progress("activations", int(done), 1, 0))
    if not done:
        ids = {
            shard: workspace.read("conversations", shard, "conversation_id").to_series() for shard in shards
        }
        read_activations(
            path, ids, workspace.root / "scratch",
            lambda shard, frame: workspace.write("activations", shard, frame, ACTIVATIONS, fingerprints[shard]),
        )  # fmt: skip
        tell(Progress("activations", 1, 1, sum(len(own) for own in ids.values())))
    told = labels_beside(path)
    beside = digest("labels", 1, None if told is None else content_hash(resolve_inputs([str(told)])))
    if not workspace.is_done("labels", WHOLE, beside):
        workspace.write("labels", WHOLE, read_labels(told), LABELS, beside)


def ingest_options(settings: Settings) -> IngestOptions:
    """How conversations are read; raises UserError for a day that is none."""
    chosen = settings.ingest
    return IngestOptions(
        format=None if chosen.format == "auto" else chosen.format,
        columns=column_map(chosen.columns.model_dump()),
        missing_account=chosen.missing_account,
        exclude_accounts=None if chosen.exclude_accounts is None else str(chosen.exclude_accounts),
        since=_midnight("ingest.since", chosen.since),
        until=_midnight("ingest.until", chosen.until),
        sample=chosen.sample,
        unit=settings.privacy.unit,
    )


def _midnight(name: str, text: str | None) -> datetime | None:
    try:
        return None if text is None else datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise UserError(f"{name}: write the day as YYYY-MM-DD, for instance 2026-06-01.") from None
