"""clio init: a commented settings file, with the columns of an input guessed."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clio.errors import UserError

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from clio.ingest.detection import Sniff
    from clio.ingest.guessing import Guess

EXAMPLE_FACET = {
    "name": '"frustration"',
    "question": '"How frustrated is the user?"',
    "kind": '"scale"',
    "bounds": "[1, 5]",
}
TEXTS = ("messages", "text", "content")


def init(
    source: Annotated[
        str | None, typer.Argument(metavar="[INPUT]", help="A file whose columns are to be guessed.")
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Where to write the settings file.")
    ] = Path("clio.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace a settings file that is there.")] = False,
) -> None:
    """Write a settings file with every setting explained, and the columns of INPUT guessed."""
    if out.exists() and not force:
        raise UserError(f"{out}: this file exists; use --force to replace it or --out to write elsewhere.")
    found = None if source is None else _sniffed(source)
    try:
        out.write_text(settings_file({} if found is None else settings_of(found)), encoding="utf-8")
    except OSError as error:
        raise UserError(f"{out}: cannot write here ({error.strerror}); choose another --out.") from None
    typer.echo(f"Wrote {out}.")
    for line in () if found is None else _told(found):
        typer.echo(line)
    typer.echo(f"Next: clio check {source or 'INPUT'} --config {out}")


def _sniffed(source: str) -> "Sniff":
    """What an input looks like; standard input is copied for as long as it is looked at."""
    from clio.ingest.detection import sniff
    from clio.ingest.sources import STDIN, resolve_inputs, spool_stdin

    if source != STDIN:
        return sniff(resolve_inputs([source])[0])
    with tempfile.TemporaryDirectory(prefix="clio-init-") as folder:
        return sniff(spool_stdin(sys.stdin.buffer, Path(folder)))


def settings_of(found: "Sniff") -> dict[str, Any]:
    """The settings (dotted names) by which a file that looks like `found` is read."""
    known: dict[str, Any] = {"ingest.format": found.format}
    for field, column in found.column_map.items():
        known[f"ingest.columns.{field}"] = column
    if found.guess is not None and "account_id" not in found.guess.columns:
        known["privacy.unit"] = "conversation"
    return known


def settings_file(known: dict[str, Any]) -> str:
    """The text of a settings file: `known` (dotted names) are set, the rest stand as comments."""
    from pydantic import BaseModel

    from clio.settings import Settings

    lines = [
        "# Settings of Clio. A line that starts with # shows a default; take the # away to change it.",
        "",
    ]
    for name, field in Settings.model_fields.items():
        lines.append(f"# {_sentence(field)}")
        section = getattr(Settings(), name)
        if isinstance(section, BaseModel):
            lines += [f"[{name}]", *_section(section, name, known), ""]
        else:
            lines += [*_example_facet(), ""]
    return "\n".join(lines)


def _example_facet() -> list[str]:
    """A table of [[facets]] as an example: there may be several, and by default there is none."""
    from clio.settings import FacetSettings

    lines = [
        '# An example; take ## away from all of its lines to use it, with llm.provider = "claude".',
        "## [[facets]]",
    ]
    for name, field in FacetSettings.model_fields.items():
        default = "" if field.is_required() else _toml(field.get_default())
        lines.append(
            f"##   {name} = {EXAMPLE_FACET.get(name, default)}".rstrip() + f"     # {_sentence(field)}"
        )
    return lines


def _section(section: "BaseModel", prefix: str, known: dict[str, Any]) -> list[str]:
    from pydantic import BaseModel

    lines, below = [], []
    for name, field in type(section).model_fields.items():
        value, dotted = getattr(section, name), f"{prefix}.{name}"
        if isinstance(value, BaseModel):
            below += ["", f"# {_sentence(field)}", f"[{dotted}]", *_section(value, dotted, known)]
            continue
        lines.append(f"# {_sentence(field)}")
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


def _told(found: "Sniff") -> Iterator[str]:
    """What was guessed, how surely, and what is left for the user to say."""
    from clio.ingest.columns import FIELDS, ROW_FIELDS
    from clio.ingest.guessing import Guess
    from clio.release.text import escape

    guess = found.guess or Guess({})
    yield f"The input is {found.format}; its columns, guessed from its first records:"
    for field in (*FIELDS, *ROW_FIELDS):
        if field in guess.columns:
            sure = "   (by its values alone: look at it)" if field in guess.by_value else ""
            yield f"  {field:<16} {escape(guess.columns[field])}{sure}"
    if guess.rest:
        yield f"Not used: {escape(', '.join(guess.rest))}; ingest.columns.metadata keeps what it lists."
    if "account_id" not in guess.columns:
        yield (
            "No column looks like an account, so thresholds and claims count conversations (privacy.unit); if there "
            'is one, set ingest.columns.account_id and privacy.unit = "account".'
        )
    if guess.unreadable_time is not None:
        yield (
            f"{escape(guess.unreadable_time)} looks like a time that Clio cannot read: write times as ISO 8601 or as "
            "epoch numbers, or go without a timeline."
        )
    yield from _missing(found, guess)


def _missing(found: "Sniff", guess: "Guess") -> Iterator[str]:
    if "conversation_id" not in guess.columns:
        yield "No column tells the conversations apart: name one as ingest.columns.conversation_id."
    if not guess.columns.keys() & set(TEXTS):
        yield "No column holds what users wrote: name one as ingest.columns.messages, text, or role and content."
    elif found.first_problem is not None:
        line, detail = found.first_problem
        yield f"With these settings, {f'record {line}: ' if line else ''}{detail}"


def _sentence(field: "FieldInfo") -> str:
    """What stands under a setting, on one line."""
    return " ".join((field.description or "").split())
