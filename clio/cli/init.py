"""clio init: a commented settings file, with the columns of an input guessed."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel

from clio.errors import UserError
from clio.ingest.detection import sniff
from clio.ingest.sources import resolve_inputs
from clio.settings import Settings


def init(
    source: Annotated[
        str | None, typer.Argument(metavar="[INPUT]", help="A file to guess the columns from.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="Where to write the settings file.")] = Path("clio.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Write clio.toml with every setting, its default and a sentence on each."""
    if out.exists() and not force:
        raise UserError(f"{out}: this file exists; use --force to replace it or --out to write elsewhere.")
    guessed = _guess(source) if source is not None else {}
    out.write_text(settings_file(guessed), encoding="utf-8")
    typer.echo(f"Wrote {out}. Use it with: clio run INPUT --config {out}")


def settings_file(known: dict[str, Any]) -> str:
    """The text of a settings file: `known` (dotted names) are set, the rest stand as comments."""
    lines = [
        "# Settings of Clio. A line that starts with # shows a default; take the # away to change it.",
        "",
    ]
    for name, field in Settings.model_fields.items():
        lines += [
            f"# {field.description}",
            f"[{name}]",
            *_section(getattr(Settings(), name), name, known),
            "",
        ]
    return "\n".join(lines)


def _section(section: BaseModel, prefix: str, known: dict[str, Any]) -> list[str]:
    lines, below = [], []
    for name, field in type(section).model_fields.items():
        value, dotted = getattr(section, name), f"{prefix}.{name}"
        if isinstance(value, BaseModel):
            below += ["", f"# {field.description}", f"[{dotted}]", *_section(value, dotted, known)]
            continue
        lines.append(f"# {field.description}")
        if dotted in known:
            lines.append(f"{name} = {_toml(known[dotted])}")
        else:
            lines.append(f"# {name} = {_toml(value)}".rstrip())
    return lines + below


def _toml(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _guess(source: str) -> dict[str, Any]:
    found = sniff(resolve_inputs([source])[0])
    known: dict[str, Any] = {"ingest.format": found.format}
    for name, column in found.column_map.items():
        if name != column and not name.startswith("metadata."):
            known[f"ingest.columns.{name}"] = column
    return known
