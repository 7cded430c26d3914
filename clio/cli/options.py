"""Options that several commands share, and how they become settings."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from clio.settings import Settings, load_settings, parse_assignment

Out = Annotated[Path, typer.Option("--out", help="Folder for the private workspace and the release.")]
Provider = Annotated[str | None, typer.Option(help="Who answers: extractive (rules, no language model).")]
EmbedderName = Annotated[
    str | None, typer.Option("--embedder", help="bundled, or a sentence-transformers folder on disk.")
]
PolicyName = Annotated[str | None, typer.Option("--policy", help="Privacy policy: guarded or paper.")]
Epsilon = Annotated[float | None, typer.Option(help="Privacy budget of names under guarded.")]
UnitName = Annotated[
    str | None, typer.Option("--unit", help="What thresholds count: account or conversation.")
]
K = Annotated[int | None, typer.Option("--k", help="Number of base clusters before pooling.")]
Seed = Annotated[int | None, typer.Option(help="Seed of k-means and of the map.")]
Format = Annotated[
    str | None, typer.Option("--format", help="Input format: jsonl, parquet or csv; detected by default.")
]
Sample = Annotated[int | None, typer.Option(help="Analyse this many conversations only.")]
Since = Annotated[str | None, typer.Option(help="First day to include, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(help="First day no longer included, YYYY-MM-DD.")]
Config = Annotated[Path | None, typer.Option("--config", help="Settings file (TOML); see clio init.")]
Assignments = Annotated[
    list[str] | None, typer.Option("--set", help="One setting, as section.name=value; repeatable.")
]


def settings_from(config: Path | None, assignments: Sequence[str] | None, **flags: Any) -> Settings:
    """Merge file, environment, --set and flags; `flags` are settings' dotted names with __ for the dot."""
    overrides = dict(parse_assignment(text) for text in assignments or ())
    overrides |= {name.replace("__", "."): value for name, value in flags.items() if value is not None}
    return load_settings(config, overrides, os.environ)
