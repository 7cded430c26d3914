"""Finished runs to experiment on, and their release again without some conversations, the groups held as they are."""

from pathlib import Path

import polars as pl

from clio import publication
from clio.release.reader import Release, read_release
from clio.settings import Settings
from clio.stages import Work
from clio.synthetic.generator import generate
from clio.workspace import WHOLE, Workspace
from privacy_evals.running import run_with
from privacy_evals.worlds import write_conversations

METADATA = {"plan": ["free", "pro", "team"]}
READ_BY_GATE = ("conversations", "facets", "assignments")


def finished_run(out: Path, settings: Settings, conversations: int, accounts: int, seed: int) -> Release:
    """Generate conversations (their first request alone, to save time) and run them under DIR `out`."""
    table = generate(conversations, accounts, seed)[0]
    said = pl.col("messages").list.filter(pl.element().struct.field("role") == "user").list.head(1)
    source = write_conversations(table.with_columns(said), out.parent / f"{out.name}.jsonl")
    return run_with(None, out, settings, [str(source)])


def leave_out(workspace: Workspace, kept: pl.Series, tables: tuple[str, ...] = READ_BY_GATE) -> None:
    """Drop the rows of every conversation that is not `kept` from `tables`; nothing else is touched."""
    for table in tables:
        for shard in workspace.shards():
            frame = workspace.read(table, shard)
            rows = frame.filter(pl.col("conversation_id").is_in(kept.implode()))
            workspace.write(table, shard, rows, dict(frame.schema), "left out")


def publish_again(out: Path, settings: Settings) -> Release:
    """Run the last stage alone, on what the workspace of DIR `out` holds now."""
    publication.publish_release(Work(Workspace(out), settings, WHOLE))
    return read_release(out)


def conversations_of(out: Path) -> pl.DataFrame:
    """Truth of each clustered conversation: conversation_id, cluster_id (base), day, language, concern, turns, plan."""
    workspace, shards = Workspace(out), Workspace(out).shards()
    base = workspace.read("pooling", WHOLE).select("cluster_id", "base_id")
    plan = pl.col("metadata").str.json_path_match("$.plan").alias("plan")
    frames = [
        workspace.read("conversations", shard)
        .select("conversation_id", "account_id", pl.col("created_at").dt.date().alias("day"), plan)
        .join(
            workspace.read("facets", shard).select("conversation_id", "language", "concern", "turns"),
            on="conversation_id",
        )
        .join(workspace.read("assignments", shard).filter(facet="request"), on="conversation_id")
        .join(base, on="cluster_id")
        for shard in shards
    ]
    rows = pl.concat(frames).drop("cluster_id").rename({"base_id": "cluster_id"})
    return rows.filter(pl.col("cluster_id").is_not_null()).sort("conversation_id")
