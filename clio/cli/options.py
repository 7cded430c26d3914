"""Options that several commands share, and how they become settings."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clio.errors import UserError

if TYPE_CHECKING:
    from clio.settings import Settings

INPUT, PRIVACY, GROUPS, SETTINGS = (
    "Input",
    "Privacy",
    "Models and groups",
    "Output and settings",
)  # help panels

Out = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="DIR",
        rich_help_panel=SETTINGS,
        help="Folder that gets DIR/workspace (private) and DIR/release (what may be shown).",
    ),
]
Provider = Annotated[
    str | None,
    typer.Option(
        metavar="extractive|claude",
        show_default="extractive",
        rich_help_panel=GROUPS,
        help="Who answers questions about conversations: rules on this machine, or a model behind the Messages API.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        show_default="claude-haiku-5-5, and claude-sonnet-5-5 for names",
        rich_help_panel=GROUPS,
        help="Model that reads conversations and names groups; llm.facet_model and llm.naming_model set them apart.",
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        show_default="Anthropic's",
        rich_help_panel=GROUPS,
        help="Server with the Messages API, for instance one in house; the key is read from ANTHROPIC_API_KEY.",
    ),
]
Mode = Annotated[
    str | None,
    typer.Option(
        "--mode",
        metavar="live|batch|auto",
        show_default="auto",
        rich_help_panel=GROUPS,
        help="Ask at once, or in Message Batches at half the price within 24 hours; auto goes by size and server.",
    ),
]
MaxUsd = Annotated[
    float | None,
    typer.Option(
        "--max-usd",
        metavar="DOLLARS",
        show_default="no limit",
        rich_help_panel=GROUPS,
        help="Most that this folder's calls may cost, all its runs together; the run stops there and can be resumed.",
    ),
]
ScreenQuestion = Annotated[
    str | None,
    typer.Option(
        "--screen",
        metavar="QUESTION",
        show_default="none",
        rich_help_panel=INPUT,
        help="Yes/no question that the model is asked first of each conversation; what answers no goes no further.",
    ),
]
EmbedderName = Annotated[
    str | None,
    typer.Option(
        "--embedder",
        metavar="bundled|PATH",
        show_default="bundled",
        rich_help_panel=GROUPS,
        help="Encoder of the requests: the bundled one (English), or a sentence-transformers folder on disk.",
    ),
]
Activations = Annotated[
    str | None,
    typer.Option(
        "--activations",
        metavar="FILE|bundled",
        show_default="off",
        rich_help_panel=GROUPS,
        help="SAE activations to join with the embedding: Parquet with conversation_id, feature_id and value, or those "
        "of the bundled SAE. With them, --set sae.contrast=YYYY-MM-DD finds what more accounts do since a day than "
        "before; sae.contrast=half compares one random half of the accounts with the other: what it finds is chance, "
        "so it checks that nothing is found.",
    ),
]
PolicyName = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="guarded|paper|dp",
        show_default="guarded",
        rich_help_panel=PRIVACY,
        help="What a release promises: noisy names (guarded), size rules (paper), or noise on everything (dp).",
    ),
]
Epsilon = Annotated[
    float | None,
    typer.Option(
        metavar="NUMBER",
        show_default="4",
        rich_help_panel=PRIVACY,
        help="Privacy budget of a window: of its words under guarded, of everything under dp; smaller tells less.",
    ),
]
UnitName = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="account|conversation",
        show_default="account",
        rich_help_panel=PRIVACY,
        help="What size rules and claims count; conversation only where accounts are unknown.",
    ),
]
K = Annotated[
    int | None,
    typer.Option(
        "--k",
        metavar="NUMBER",
        show_default="by the number of accounts",
        rich_help_panel=GROUPS,
        help="Number of base clusters before small ones are pooled.",
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        show_default="0",
        rich_help_panel=GROUPS,
        help="Seed of k-means and of the map.",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="jsonl|parquet|csv",
        show_default="told from the content",
        rich_help_panel=INPUT,
        help="Format of the input.",
    ),
]
Sample = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        show_default="all",
        rich_help_panel=INPUT,
        help="Analyse this many conversations, chosen by a keyed hash.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default="no limit",
        rich_help_panel=INPUT,
        help="First day to include (UTC).",
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default="no limit",
        rich_help_panel=INPUT,
        help="First day no longer included (UTC).",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        show_default=False,
        rich_help_panel=SETTINGS,
        help="Settings file (TOML), as clio init writes it; options given here come before it.",
    ),
]
Assignments = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="SECTION.NAME=VALUE",
        show_default=False,
        rich_help_panel=SETTINGS,
        help="One setting of those that clio init lists; may be given several times.",
    ),
]


SETTINGS_OF: dict[str, tuple[str, ...]] = {
    "provider": ("llm.provider",),
    "model": ("llm.facet_model", "llm.naming_model"),
    "base_url": ("llm.base_url",),
    "mode": ("llm.mode",),
    "max_usd": ("llm.max_usd",),
    "screen": ("screen.question",),
    "embedder": ("embedding.model",),
    "activations": ("sae.activations",),
    "policy": ("privacy.policy",),
    "epsilon": ("privacy.epsilon",),
    "unit": ("privacy.unit",),
    "k": ("clustering.k",),
    "seed": ("clustering.seed",),
    "input_format": ("ingest.format",),
    "sample": ("ingest.sample",),
    "since": ("ingest.since",),
    "until": ("ingest.until",),
}
"""The settings that each option of a command stands for, by the name of its parameter."""

FOR_A_MODEL = ("model", "base_url", "mode", "max_usd")
"""Options that change nothing where no language model is asked."""


def settings_from(config: Path | None, assignments: Sequence[str] | None, **options: Any) -> "Settings":
    """Merge file, environment, --set and the given `options`, each named as in SETTINGS_OF; None is not given."""
    from clio.settings import load_settings, parse_assignment

    overrides = dict(parse_assignment(text) for text in assignments or ())
    given = {name: value for name, value in options.items() if value is not None}
    overrides |= {setting: value for name, value in given.items() for setting in SETTINGS_OF[name]}
    settings = load_settings(config, overrides, os.environ)
    unused = [name for name in FOR_A_MODEL if name in given and settings.llm.provider == "extractive"]
    if unused:
        flag = unused[0].replace("_", "-")
        raise UserError(f"--{flag}: only a run that asks a language model uses it; add --provider claude.")
    return settings
