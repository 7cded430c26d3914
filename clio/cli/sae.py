"""clio sae: train a sparse autoencoder on the token states of a model, label its features, encode conversations."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from clio.cli.options import Format
from clio.errors import UserError
from clio.storage import private_folder, written_beside

if TYPE_CHECKING:
    from clio.sae.autoencoder import Kind
    from clio.sae.corpus import Corpus
    from clio.sae.labels import Labelled
    from clio.sae.training import TrainingReport

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
KINDS = ("topk", "relu")
BUNDLED_LAYER = 4  # of 6
TOLD_SECONDS = 30.0


def train(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="Folder that gets the SAE: new, empty, or an earlier SAE of Clio's."
        ),
    ],
    model: Annotated[
        str,
        typer.Option(
            metavar="bundled|PATH",
            help="What is read: the bundled encoder, or a Hugging Face encoder or decoder on disk.",
        ),
    ] = "bundled",
    layer: Annotated[
        int, typer.Option(metavar="NUMBER", help="Block whose output is read; 1 is the first.", min=1)
    ] = BUNDLED_LAYER,
    kind: Annotated[
        str, typer.Option(metavar="topk|relu", help="The k strongest latents, or ReLU with an L1 penalty.")
    ] = "topk",
    width: Annotated[int, typer.Option(metavar="NUMBER", help="Number of features.", min=2)] = 2048,
    k: Annotated[
        int, typer.Option("--k", metavar="NUMBER", help="Active features of a token; topk only.", min=1)
    ] = 32,
    tokens: Annotated[
        int, typer.Option(metavar="NUMBER", help="Tokens to train on; a smaller input is read again.", min=1)
    ] = 1_000_000,
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="Seed of the training.", min=0)] = 0,
    input_format: Format = None,
) -> None:
    """Train a sparse autoencoder (SAE) on conversations; it is as private as they are."""
    from clio.sae.making import make_sae
    from clio.sae.token_states import load_token_reader
    from clio.sae.training import TrainingOptions

    if kind not in KINDS:
        raise UserError(f"--kind {kind:.20}: choose one of {', '.join(KINDS)}.")
    _check_folder(out)
    options = TrainingOptions(kind=cast("Kind", kind), width=width, k=k, tokens=tokens, seed=seed)
    reader = load_token_reader(model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        corpus = _read(inputs, Path(folder), input_format)
        typer.echo(f"Training on {corpus.conversations:,} conversations.", err=True)
        report = make_sae(
            out,
            reader,
            options,
            training=corpus.training,
            held_out=corpus.held_out,
            reference=corpus.reference,
            progress=_telling("tokens", tokens),
        )
    _conclude(report, out)


def encode(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Parquet file of conversation_id, feature_id, value."),
    ],
    sae: Annotated[
        str,
        typer.Option(
            "--sae", metavar="bundled|DIR", help="The bundled SAE, or a folder of Clio, SAELens or sparsify."
        ),
    ] = "bundled",
    model: Model = None,
    layer: Layer = None,
    input_format: Format = None,
) -> None:
    """Encode conversations as the features of an SAE, at most 64 of each; the file is as private as they are."""
    import polars as pl

    from clio.sae.activations import load_feature_encoder, long_form

    _check_place(out)
    if out.is_dir():
        raise UserError(f"--out {out} is a folder: name a file, for example {out / 'activations.parquet'}.")
    encoder = load_feature_encoder(sae, model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        corpus = _read(inputs, Path(folder), input_format)
        tell = _telling("conversations", corpus.conversations)
        parts, silent, done = [], 0, 0
        for at, frame in enumerate(corpus.frames()):
            encoded = encoder.encode(frame)
            silent += encoded.filter(pl.col("features").list.len() == 0).height
            part = Path(folder) / f"encoded-{at}"
            long_form(encoded).write_parquet(part)
            parts.append(part)
            done += frame.height
            tell(done)
        with written_beside(out) as temporary:
            pl.scan_parquet(parts).sink_parquet(temporary)
        known = encoder.reference.features
        if known["label"].null_count() < known.height:
            with written_beside(out.with_suffix(".features.parquet")) as temporary:
                known.select("feature_id", "label", "label_score", "nearest").write_parquet(temporary)
    typer.echo(f"{done:,} conversations, {silent:,} of them without a feature: {out}   (private)")


def label(
    sae: Annotated[Path, typer.Argument(metavar="SAE", help="Folder of Clio, SAELens or sparsify.")],
    model: Model = None,
    layer: Layer = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="FILE",
            show_default="conversations that Clio generates",
            help="Public text, in any format of conversations; its words become labels, which releases publish.",
        ),
    ] = None,
    input_format: Format = None,
) -> None:
    """Label the features of an SAE by words of public text on which they fire, and score the labels on other text."""
    from clio.sae.activations import load_feature_encoder
    from clio.sae.formats import Origin
    from clio.sae.labels import PublicText, generated_text, label_features, nearest_features
    from clio.sae.saved import add_labels

    if not os.access(sae, os.W_OK | os.X_OK):
        raise UserError(
            f"{sae} is no folder that can be written: give one with an SAE, or see its permissions."
        )
    encoder = load_feature_encoder(str(sae), model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        public = generated_text()
        if text:
            corpus = _read(text, Path(folder), input_format)
            public = PublicText(corpus.training, corpus.held_out)
        labelled = label_features(encoder, public)
    reference = encoder.reference.labelled(labelled.features, nearest_features(encoder.autoencoder))
    reader = encoder.reader
    add_labels(sae, reference, Origin(reader.name, reader.layer, reader.context), reader.sha256)
    _conclude_labels(labelled, sae)


def _read(inputs: list[str], folder: Path, form: str | None) -> "Corpus":
    """The conversations, standard input included: a stream cannot be read twice."""
    from clio.ingest.sources import STDIN, spool_stdin
    from clio.sae.corpus import Corpus

    spooled = [
        spool_stdin(sys.stdin.buffer, folder / "stdin").location if text == STDIN else text for text in inputs
    ]
    return Corpus(spooled, folder, form)


def _check_place(out: Path) -> None:
    """Refuse what could not be written to after an hour's work."""
    if out.parts and out.parts[0].endswith(":"):  # the scheme of a URL
        raise UserError(f"--out {out} is an address: choose a place on this machine.")
    try:
        writable = os.access(private_folder(out.parent), os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise UserError(f"--out {out} cannot be written: choose another place, or see its permissions.")


def _check_folder(out: Path) -> None:
    """Refuse to put an SAE among files that are something else."""
    _check_place(out)
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not (out / "clio.json").is_file()):
        raise UserError(f"--out {out} is there and is no SAE of Clio's: choose a new or empty folder.")


def _telling(unit: str, total: int) -> Callable[[int], None]:
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


def _conclude(report: "TrainingReport", out: Path) -> None:
    typer.echo(f"Trained on {report.tokens:,} tokens in {report.cpu_seconds:.0f} s of processor time.")
    typer.echo(f"On {report.held_out_tokens:,} held-out tokens:")
    typer.echo(f"  variance unexplained  {report.fvu:.3f}")
    typer.echo(f"  features per token    {report.l0:.1f}")
    typer.echo(f"  features never active {report.dead_share:.1%}")
    typer.echo(f"SAE: {out}   (private: it was trained on conversations)")
    typer.echo(f"Next: clio sae encode FILE... --sae {out} --out activations.parquet")


def _conclude_labels(labelled: "Labelled", sae: Path) -> None:
    figures = labelled.figures()
    told = {name: "none" if value is None else f"{value:.2f}" for name, value in figures.items()}
    typer.echo(f"{labelled.features.height:,} features, scored on held-out text:")
    typer.echo(f"  with a label          {labelled.labelled_share:.1%}")
    typer.echo(f"  with a sure one (.8)  {labelled.sure_share:.1%}")
    typer.echo(
        f"  mean score            {told['mean_score']}   (labels dealt at random: {told['control_score']})"
    )
    typer.echo(f"Labels: {sae}")
