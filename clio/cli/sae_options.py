"""What the commands of `clio sae` share: their options, the conversations that they read, where they may write."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from clio.errors import UserError
from clio.storage import private_folder

if TYPE_CHECKING:
    from clio.sae.autoencoder import Kind
    from clio.sae.corpus import Corpus

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Files, globs or URLs of conversations; - reads standard input."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="bundled|PATH",
        show_default="bundled, where the SAE was trained on it",
        help="Model that the SAE reads: the bundled encoder, or a Hugging Face folder on disk.",
    ),
]
Layer = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        show_default="the one that the SAE names",
        help="Block whose output the SAE reads, where its folder does not say; 1 is the first.",
        min=1,
    ),
]
ReadModel = Annotated[
    str,
    typer.Option(
        metavar="bundled|PATH",
        help="What is read: the bundled encoder, or a Hugging Face encoder or decoder on disk.",
    ),
]
ReadLayer = Annotated[
    int, typer.Option(metavar="NUMBER", help="Block whose output is read; 1 is the first.", min=1)
]
SaeKind = Annotated[
    str, typer.Option(metavar="topk|relu", help="The k strongest latents, or ReLU with an L1 penalty.")
]
KINDS = ("topk", "relu")
BUNDLED_LAYER = 4  # of 6
TOLD_SECONDS = 30.0


def read_corpus(inputs: list[str], folder: Path, form: str | None) -> "Corpus":
    """The conversations, standard input included: a stream cannot be read twice."""
    from clio.ingest.sources import STDIN, spool_stdin
    from clio.sae.corpus import Corpus

    spooled = [
        spool_stdin(sys.stdin.buffer, folder / "stdin").location if text == STDIN else text for text in inputs
    ]
    return Corpus(spooled, folder, form)


def check_kind(kind: str) -> "Kind":
    """Refuse a kind that no autoencoder has."""
    if kind not in KINDS:
        raise UserError(f"--kind {kind:.20}: choose one of {', '.join(KINDS)}.")
    return cast("Kind", kind)


def check_place(out: Path) -> None:
    """Refuse what could not be written to after an hour's work."""
    if out.parts and out.parts[0].endswith(":"):  # the scheme of a URL
        raise UserError(f"--out {out} is an address: choose a place on this machine.")
    try:
        writable = os.access(private_folder(out.parent), os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise UserError(f"--out {out} cannot be written: choose another place, or see its permissions.")


def check_folder(out: Path, mark: str = "clio.json", otherwise: str = "is no SAE of Clio's") -> None:
    """Refuse to put among other files what, by the file `mark`, an earlier run has not put there."""
    check_place(out)
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not (out / mark).is_file()):
        raise UserError(f"--out {out} is there and {otherwise}: choose a new or empty folder.")


def telling(unit: str, total: int) -> Callable[[int], None]:
    """A plain line on standard error now and then: how many are done, how fast, and the time left."""
    started = told = time.monotonic()

    def tell(done: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told < TOLD_SECONDS:
            return
        told = now
        rate = done / (now - started)
        left = max(0, total - done) / rate / 60
        typer.echo(f"{done:,} of {total:,} {unit}, {rate:,.0f} {unit}/s, {left:.0f} minutes left", err=True)

    return tell
